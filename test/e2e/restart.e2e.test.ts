/** The browser ends and starts again with what it kept, and the extension with it: nothing is installed or allowed a second time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExtensionBrowser, hover, openExtension, until } from '../tools/extension.ts';
import { keptAtRest } from '../tools/kept.ts';
import { readerState } from '../tools/reader-state.ts';
import { servePages } from '../tools/serve.ts';
import { marks, only } from './tools.ts';

declare const chrome: typeof import('wxt/browser').browser;

const FIGURE = 'about 35 countries';
/** The same server by another name, which the reader turns off. */
const offHost = (url: string) => url.replace('127.0.0.1', 'localhost');

/** What a reader does before: a page saved, a site off, names left unmarked, a figure put aside. */
async function settle(extension: ExtensionBrowser): Promise<void> {
  const answer = await extension.inExtension(async () => {
    await chrome.storage.sync.set({ 'siteOff:localhost': true, marks: 'figures', theme: 'dark' });
    const id = 'saved-mine';
    const head = { outlet: 'news.example', url: 'https://news.example/mine', language: 'en', kind: 'news' };
    const document = { id, title: 'A page of mine', ...head, summary: 'Ferries.', entities: [], claims: [] };
    const blocks = [{ kind: 'paragraph', text: 'Twenty ferries.' }];
    const body = { format: 1, id, savedAt: '2025-05-03T10:00:00.000Z', blocks, document };
    return JSON.stringify(await chrome.runtime.sendMessage({ 'second-source': 'save-page', body }));
  });
  expect(answer).toContain('"ok":true,"value":{"ok":true');
}

const registered = (extension: ExtensionBrowser): Promise<string[]> =>
  extension.inExtension(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id, matches }) => `${id} ${matches?.join()}`),
  );

/** Settings and every row of every database; the session's memory is not meant to stay. */
async function kept(extension: ExtensionBrowser): Promise<unknown[]> {
  const [local, sync, , ...rest] = JSON.parse(await keptAtRest(extension)) as unknown[];
  return [local, sync, ...rest];
}

describe.each(only(['chrome', 'firefox']))('a restart of the browser (%s)', (name) => {
  it('leaves the reader registered, the sites as they were allowed, and all that was kept', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'second-source-restart-'));
    const server = await servePages({ '/favicon.ico': '' });
    const start = () => openExtension(name, { profile, forGood: true });
    let extension = await start();
    try {
      const unread = await extension.open(`${server.url}/article.html`);
      expect(await registered(extension)).toEqual([]);
      expect(await marks(unread)).toEqual([]);
      await extension.grantAllSites();
      await settle(extension);
      await unread.bringToFront();
      await until('marks', async () => (await marks(unread)).includes(FIGURE));
      const scripts = await until('the reader', async () => {
        const now = await registered(extension);
        return now.length > 0 ? now : null;
      });
      const before = await kept(extension);
      expect(JSON.stringify(before)).toContain('A page of mine');
      await extension.takeErrors();
      await extension.close();

      extension = await start();
      const page = await extension.open(`${server.url}/article.html`);
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      await hover(page, FIGURE);
      expect(await until('the card', () => extension.card(page).text())).toContain('Countries pledging troops');
      // It is registered anew at each start of the browser.
      await until('the same reader', async () => String(await registered(extension)) === String(scripts));
      expect(await kept(extension)).toEqual(before);
      const off = await extension.open(`${offHost(server.url)}/article.html`);
      await until('the site to be off', async () => (await readerState(extension, off))?.state === 'off');
      expect(await marks(off)).toEqual([]);
      expect(await extension.takeErrors()).toEqual([]);
    } finally {
      await extension.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});
