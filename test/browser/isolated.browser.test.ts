/**
 * The reader in the world it really runs in: a content script's. There Firefox shows the page through Xrays, and a page's
 * content policy does not bind us. A bare extension of one script carries the stand-ins.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPlain } from '../tools/browsers.ts';
import { type PageServer, servePages } from '../tools/serve.ts';
import { bundle, pause } from './tools/harness.ts';

const STRICT = {
  body: '<!doctype html><html lang="en"><body><main><h1>The Coalition of the Willing</h1><p id="words">About 35 countries had committed troops.</p></main></body></html>',
  headers: {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

/** Starts by itself, and leaves what it knows on the page for the test to read; a click on the page's `#stop` ends it. */
const DRIVER = `
setTimeout(() => second.start(), 600);
setInterval(() => {
  const { state } = second.reader ?? { state: { state: 'none' } };
  const card = second.card();
  document.documentElement.dataset.second = JSON.stringify({ state: state.state, reason: state.reason ?? null, errors: second.log.errors, sent: second.log.sent.length, card: card && { text: card.text, box: card.box } });
}, 50);
addEventListener('test-stop', () => second.abort());
addEventListener('test-step', () => second.reader.step(1));
`;

interface Seen {
  state: string;
  reason: string | null;
  errors: string[];
  sent: number;
  card: { text: string; box: { left: number; top: number } } | null;
}

describe.each(['chrome', 'firefox'] as const)('in a content script (%s)', (name) => {
  let browser: Browser;
  let server: PageServer;
  let folder: string;

  beforeAll(async () => {
    server = await servePages({ '/strict': STRICT });
    folder = await mkdtemp(join(tmpdir(), 'second-source-'));
    const manifest = {
      manifest_version: 3,
      name: 'test',
      version: '1',
      content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['script.js'], run_at: 'document_idle' }],
      browser_specific_settings: { gecko: { id: 'test@second-source.example' } },
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'script.js'), (await bundle()) + DRIVER);
    browser = await launchPlain(name, name === 'chrome' ? { enableExtensions: [folder] } : {});
    if (name === 'firefox') await browser.installExtension(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 700 });
    await page.goto(server.url + path);
    return page;
  }
  const seen = (page: Page): Promise<Seen> =>
    page.evaluate(() => JSON.parse(document.documentElement.dataset.second ?? '{}'));
  async function ready(page: Page): Promise<void> {
    await page.waitForFunction(() => /ready|failed/.test(document.documentElement.dataset.second ?? ''), {
      polling: 50,
    });
    expect(await seen(page)).toMatchObject({ state: 'ready', reason: null, errors: [] });
  }
  const fire = (page: Page, type: string) => page.evaluate((t) => void dispatchEvent(new Event(t)), type);

  it('marks, also inside open shadow roots, and takes all of it away', async () => {
    for (const path of ['/article.html', '/shadow.html']) {
      const page = await open(path);
      const children = await page.evaluate(() => document.documentElement.childElementCount);
      await ready(page);
      const marked = await page.evaluate(() => [...CSS.highlights.values()].flatMap((h) => [...h].map(String)));
      expect(marked.map((text) => text.toLowerCase())).toContain('about 35 countries');
      expect(marked).toContain('26 countries');
      await fire(page, 'test-step');
      await pause(200);
      expect((await seen(page)).card).not.toBeNull();
      await fire(page, 'test-stop');
      await pause(200);
      expect(await page.evaluate(() => [CSS.highlights.size, document.documentElement.childElementCount])).toEqual([
        0,
        children,
      ]);
      expect((await seen(page)).errors).toEqual([]);
    }
  });

  it('shows a card for the pointer, and closes it on Escape', async () => {
    const page = await open('/article.html');
    await ready(page);
    const at = await page.evaluate(() => {
      for (const highlight of CSS.highlights.values())
        for (const range of highlight)
          if (String(range) === 'about 35 countries') {
            const { left, top, width, height } = (range as Range).getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
          }
      return null;
    });
    await page.mouse.move(at!.x - 2, at!.y);
    await page.mouse.move(at!.x, at!.y);
    await pause(1_000);
    expect((await seen(page)).card?.text).toBe('about 35 countries');
    // What the page sees of it: one anonymous element with a root that is closed.
    const host = await page.evaluate(() => {
      const last = document.documentElement.lastElementChild!;
      return { html: last.outerHTML, root: last.shadowRoot, open: last.matches(':popover-open') };
    });
    expect(host).toEqual({ html: '<div popover="manual"></div>', root: null, open: true });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await pause(200);
    expect(await seen(page)).toMatchObject({ card: null, errors: [] });
  });

  it('draws under a strict content policy, without a violation', async () => {
    const page = await open('/strict');
    const clip = { x: 0, y: 0, width: 600, height: 200 };
    const before = await page.screenshot({ clip });
    await page.evaluate(() =>
      addEventListener('securitypolicyviolation', (event) =>
        document.body.setAttribute('data-violated', event.violatedDirective),
      ),
    );
    await ready(page);
    await pause(200);
    const after = await page.screenshot({ clip });
    expect(Buffer.compare(Buffer.from(before), Buffer.from(after))).not.toBe(0);
    expect(await page.evaluate(() => document.body.getAttribute('data-violated'))).toBeNull();
    await fire(page, 'test-stop');
    await pause(200);
    const gone = await page.screenshot({ clip });
    expect(Buffer.compare(Buffer.from(before), Buffer.from(gone))).toBe(0);
  });

  it('follows a page that changes its address', async () => {
    const page = await open('/spa.html');
    await ready(page);
    await page.click('[data-go=soup]');
    await page.waitForFunction(() => (document.documentElement.dataset.second ?? '').includes('off-topic'), {
      polling: 50,
    });
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await page.click('[data-go=pledges]');
    await page.waitForFunction(() => (document.documentElement.dataset.second ?? '').includes('"ready"'), {
      polling: 50,
    });
    expect(await seen(page)).toMatchObject({ sent: 2, errors: [] });
  });
});
