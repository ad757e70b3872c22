/** Opens fixture pages in a real browser, with the modules under test inside. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { type BrowserName, launchPlain } from '../../tools/browsers.ts';
import { type MadePage, type PageServer, servePages } from '../../tools/serve.ts';
import type { InPage } from './in-page.ts';

declare global {
  /** Only inside pages. */
  var second: InPage;
}

export interface Harness {
  name: BrowserName;
  server: PageServer;
  /** A page of the fixtures or of `made`, loaded, with `second` in it. */
  open(path: string, options?: { viewport?: Viewport; start?: boolean }): Promise<Page>;
}

let bundled: Promise<string> | undefined;

/** The modules under test as one script. */
export function bundle(): Promise<string> {
  bundled ??= build({
    entryPoints: [fileURLToPath(new URL('./in-page.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2023',
    write: false,
  }).then((result) => result.outputFiles[0]!.text);
  return bundled;
}

/** The same tests in both browsers. */
export function inBrowsers(title: string, made: Record<string, MadePage>, tests: (harness: Harness) => void): void {
  describe.each(['chrome', 'firefox'] as const)(`${title} (%s)`, (name) => {
    let browser: Browser;
    const harness = { name } as Harness;
    beforeAll(async () => {
      [browser, harness.server] = await Promise.all([launchPlain(name), servePages(made)]);
      const script = await bundle();
      harness.open = async (path, { viewport, start } = {}) => {
        for (const old of (await browser.pages()).slice(1)) await old.close();
        const page = await browser.newPage();
        await page.setViewport(viewport ?? { width: 1000, height: 800 });
        await page.goto(harness.server.url + path, { waitUntil: 'load' });
        await page.evaluate(script);
        if (start) await startOn(page);
        return page;
      };
    });
    afterAll(async () => {
      await browser?.close();
      await harness.server?.close();
    });
    tests(harness);
  });
}

/** Starts a reader and waits until it is ready. */
export async function startOn(page: Page, options: Parameters<InPage['start']>[0] = {}): Promise<void> {
  await page.evaluate((given) => second.start(given), options);
  await until(page, () => second.reader?.state.state === 'ready');
}

/** No healthy run needs it; costs nothing where all is well. */
export const PATIENCE_MS = 60_000;

/** Waits until a condition holds in the page. */
export async function until(page: Page, condition: () => boolean, timeout = PATIENCE_MS): Promise<void> {
  await page.waitForFunction(condition, { timeout, polling: 50 });
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The middle of the first rectangle of some words. */
export async function middleOf(page: Page, words: string, occurrence = 0): Promise<{ x: number; y: number }> {
  const [rect] = await page.evaluate((w, n) => second.rects(w, n), words, occurrence);
  if (!rect) throw new Error(`not on the page: ${words}`);
  return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
}
