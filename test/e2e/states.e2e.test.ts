/** What the panel says where there is nothing to read, and marks where the markup is in the way. */
import { cpSync, mkdtempSync, readdirSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../tools/browsers.ts';
import { openChrome } from '../tools/chrome.ts';
import { builtExtension, type ExtensionBrowser, until } from '../tools/extension.ts';
import { openFirefox } from '../tools/firefox.ts';
import { servePages } from '../tools/serve.ts';
import { inBrowsers, marks } from './tools.ts';

const GERMAN = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Berlin zögert</title><main><article><h1>Berlin zögert</h1>
<p>Die Coalition of the Willing berät über die Ukraine, und in Berlin will sich noch niemand auf Soldaten festlegen.</p></article></main></html>`;

/** Waits until the panel over this page says something that fits. */
async function panelSays(extension: ExtensionBrowser, page: Page, words: RegExp): Promise<void> {
  const panel = await extension.panel(page);
  await until(`the panel to say ${words}`, async () => words.test(await panel.text()));
}

inBrowsers('states', { pages: { '/german.html': GERMAN } }, (bench) => {
  it('marks names and figures through links and emphasis, and entries of a live blog', async () => {
    await bench.extension.grantAllSites();
    const inline = await bench.extension.open(`${bench.server.url}/inline-markup.html`);
    await until('marks', async () => (await marks(inline)).length > 3);
    expect((await marks(inline)).some((text) => /Macron/.test(text))).toBe(true);
    expect((await marks(inline)).some((text) => /\d+.*(countries|nations|members|leaders)/.test(text))).toBe(true);
    await inline.close();
    const live = await bench.extension.open(`${bench.server.url}/live-blog.html`);
    await until('marks', async () => (await marks(live)).length > 3);
    await live.close();
  });

  it('says so on a page in a language that it does not read', async () => {
    const page = await bench.extension.open(`${bench.server.url}/german.html`);
    await panelSays(bench.extension, page, /language/i);
    expect(await marks(page)).toEqual([]);
    await page.close();
  });

  it('says so on a page of the browser', async () => {
    const page = await bench.extension.open('about:blank');
    await panelSays(bench.extension, page, /cannot be read/i);
    await page.close();
  });

  it('says that it may not read here, once that was taken back', async () => {
    const allowed = await bench.extension.open(`${bench.server.url}/live-blog.html`);
    const panel = await bench.extension.panel(allowed);
    await bench.extension.revokeAllSites();
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await page.bringToFront();
    await until('no access', async () => /No access to/.test(await panel.text()));
    expect(await marks(page)).toEqual([]);
    await page.close();
    await allowed.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

const OPENERS = { chrome: openChrome, firefox: openFirefox };

describe.each(['chrome', 'firefox'] as const satisfies readonly BrowserName[])('a damaged pack (%s)', (name) => {
  it('is said in the panel, with a remedy', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'damaged-'));
    cpSync(builtExtension(name), copy, { recursive: true });
    for (const file of readdirSync(join(copy, 'packs')))
      if (file !== 'index.json') truncateSync(join(copy, 'packs', file), 1000);
    const server = await servePages({ '/favicon.ico': '' });
    const extension = await OPENERS[name](copy, {});
    try {
      await extension.grantAllSites();
      const page = await extension.open(`${server.url}/article.html`);
      await panelSays(extension, page, /sources cannot be opened/i);
      expect(await marks(page)).toEqual([]);
    } finally {
      await extension.close();
      await server.close();
    }
  });
});
