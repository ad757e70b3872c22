/** What the tests of the built extension share. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName } from '../tools/browsers.ts';
import { type ExtensionBrowser, type OpenOptions, openExtension, until, type View } from '../tools/extension.ts';
import { type MadePage, type PageServer, servePages } from '../tools/serve.ts';

/** What a test file works with: one browser with the extension, one server of pages. */
export interface Bench {
  extension: ExtensionBrowser;
  server: PageServer;
}

interface BenchOptions extends OpenOptions {
  /** Only these browsers. */
  only?: readonly BrowserName[];
  pages?: Record<string, MadePage>;
}

const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];
/** `E2E_BROWSER=chrome npx vitest …` while working on one. */
const CHOSEN = process.env.E2E_BROWSER;

/** Those of the browsers that are asked for. */
export const only = (names: readonly BrowserName[]): BrowserName[] =>
  names.filter((name) => !CHOSEN || name === CHOSEN);

/** Runs the same tests in each browser, one after the other. */
export function inBrowsers(what: string, options: BenchOptions, tests: (bench: Bench) => void): void {
  for (const name of only(options.only ?? BROWSERS))
    describe(`${what} (${name})`, () => {
      const bench = {} as Bench;
      beforeAll(async () => {
        // Browsers ask for an icon of every site.
        bench.server = await servePages({ '/favicon.ico': '', ...options.pages });
        bench.extension = await openExtension(name, options);
      });
      afterAll(async () => {
        await bench.extension?.close();
        await bench.server?.close();
      });
      tests(bench);
    });
}

/** The texts that are marked on a page, in no order; a page can see them too. */
export function marks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const highlight of CSS.highlights.values())
      for (const range of highlight) texts.push(range.toString().replace(/\s+/g, ' '));
    return texts;
  });
}

/** The page's own HTML, without what the extension may add: styles and one host below the root element. */
export function ownHtml(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const child of [...copy.children]) if (child.matches('style, div[popover]')) child.remove();
    return copy.outerHTML;
  });
}

/** How many elements of the extension hang on the root element. */
export function addedElements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.documentElement.children]
      .map((child) => child.localName)
      .filter((name) => name !== 'head' && name !== 'body'),
  );
}

/** Presses a button of a card or page by what it says. */
export async function pressNamed(view: View, label: string): Promise<void> {
  await until(`the button ${label}`, () =>
    view.evaluate((root, wanted) => {
      for (const old of root.querySelectorAll('[data-test]')) old.removeAttribute('data-test');
      const button = [...root.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === wanted,
      );
      button?.setAttribute('data-test', 'it');
      return Boolean(button);
    }, label),
  );
  await view.click('[data-test=it]');
}

/** From now on what a document opens and copies is written down, and asked of nobody; answers with the first of either, once there is one. */
export async function watchedWays(panel: View): Promise<(what: 'opened' | 'copied') => Promise<string>> {
  await panel.evaluate((root) => {
    const view = (root as Document).defaultView as unknown as Window & { opened: string[]; copied: string[] };
    Object.assign(view, { opened: [], copied: [] });
    root.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      // Nothing is asked of the network.
      event.preventDefault();
      view.opened.push(link.href);
    });
    view.navigator.clipboard.writeText = async (text: string) => {
      view.copied.push(text);
    };
  });
  return (what) =>
    until(`one ${what}`, () =>
      panel.evaluate((root, name) => {
        const view = (root as Document).defaultView as unknown as Record<string, string[]>;
        return view[name]?.[0] ?? '';
      }, what),
    );
}
