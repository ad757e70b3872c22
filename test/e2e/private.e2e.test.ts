/** A private window in which the extension may read: works as anywhere, and leaves nothing. (Firefox with history off: corpus.e2e.test.ts.) */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hover, openExtension, until } from '../tools/extension.ts';
import { everythingKept, foundInProfile, keptAtRest } from '../tools/kept.ts';
import { FIXTURE_PAGES, servePages } from '../tools/serve.ts';
import { row } from '../tools/trust-rows.ts';
import { marks, only } from './tools.ts';

declare const chrome: typeof import('wxt/browser').browser;

const FIGURE = 'about 35 countries';
/** Words that stand nowhere else. */
const FORM = /qz[0-9a-f]{14}/g;
const word = () => `qz${randomBytes(7).toString('hex')}`;

describe.each(only(['chrome', 'firefox']))('a private window (%s)', (name) => {
  it(
    'is read like any other, and nothing of it is kept or can be saved',
    row({ id: 'R12', what: 'private windows', browser: name, part: 'window' }, async (seen) => {
      const [planted, visited, title] = [word(), word(), word()];
      const article = readFileSync(join(FIXTURE_PAGES, 'article.html'), 'utf8');
      const server = await servePages({
        '/favicon.ico': '',
        [`/${visited}.html`]: article.replace(/<title>[^<]*/, `<title>${title}`),
      });
      const profile = mkdtempSync(join(tmpdir(), 'private-'));
      const extension = await openExtension(name, { profile, privateWindows: true });
      try {
        await extension.grantAllSites();
        const plant = () => extension.inExtension((text) => chrome.storage.local.set({ planted: text }), planted);
        await plant();
        expect((await everythingKept(extension)).match(FORM)).toEqual([planted]);
        await extension.inExtension(() => chrome.storage.local.remove('planted'));
        const before = await keptAtRest(extension);
        expect(before.match(FORM)).toBeNull();

        const page = await extension.openPrivate(`${server.url}/${visited}.html`);
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        await page.bringToFront();
        await hover(page, FIGURE);
        expect(await until('the card', () => extension.card(page).text())).toContain('Countries pledging troops');
        const saving = await extension.inExtension(async () => {
          const tab = (await chrome.tabs.query({})).find((one) => one.incognito);
          return JSON.stringify(
            await chrome.runtime.sendMessage({ 'second-source': 'draft-save', body: { tab: tab?.id ?? -1 } }),
          );
        });
        expect(saving).toContain('"why":"private"');
        await page.close();
        expect(await keptAtRest(extension)).toBe(before);
        expect(await extension.takeErrors()).toEqual([]);
        await plant();
        await extension.close();
        const { found, bytes } = foundInProfile(profile, name, FORM);
        expect([...new Set(found)]).toEqual([planted]);
        seen.control('a word that was planted in the storage is found there, and in the files of the profile');
        seen.result(
          `marks and a card in a private window; settings, session and every row of the databases as before, neither address nor title in ${Math.round(bytes / 1e5) / 10} MB of the extension's files; saving is refused`,
        );
      } finally {
        await extension.close();
        await server.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    }),
  );
});
