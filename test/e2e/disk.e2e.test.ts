/** The disk under the browser: what it keeps is damaged, taken away, or has no room left. */
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExtensionBrowser, hover, openExtension, until } from '../tools/extension.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';
import { servePages } from '../tools/serve.ts';
import { notThere, row } from '../tools/trust-rows.ts';
import { corpusSays, counts, deleteDatabase } from './fault-tools.ts';
import { importPack, says } from './pack-tools.ts';
import { inBrowsers, marks, only } from './tools.ts';

const FIGURE = 'about 35 countries';

/** In Firefox the extension's storage is a database among the others; its file has a name of its own. */
const STORAGE_FILE = /wleabcEoxlt-eengsairo/;

/** The files of databases below a profile, by what browsers call their folders. */
function databaseFiles(profile: string): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((path) =>
      /IndexedDB\/chrome-extension_.*\.(ldb|log|sst)$|moz-extension.*\/idb\/.*\.sqlite(-wal)?$/.test(path),
    )
    .map((path) => join(profile, path))
    .filter((path) => statSync(path).size > 0);
}

/** The second half of each file, and some of its beginning. */
function damage(files: readonly string[]): void {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(file);
    bytes.fill(0xa5, Math.floor(bytes.length / 2));
    bytes.fill(0x5a, Math.min(16, bytes.length), Math.min(4096, bytes.length));
    writeFileSync(file, bytes);
  }
}

const saved = (extension: ExtensionBrowser): Promise<string> =>
  extension.inExtension(async () => {
    const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    return JSON.stringify(await runtime.sendMessage({ 'second-source': 'saved-list', body: { words: '' } }));
  });

function keepOne(): Promise<string> {
  const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
  const id = 'saved-mine';
  const head = { outlet: 'news.example', url: 'https://news.example/mine', language: 'en', kind: 'news' };
  const document = { id, title: 'A page of mine', ...head, summary: 'Ferries.', entities: [], claims: [] };
  const blocks = [{ kind: 'paragraph', text: 'Twenty ferries.' }];
  const body = { format: 1, id, savedAt: '2025-05-03T10:00:00.000Z', blocks, document };
  return runtime.sendMessage({ 'second-source': 'save-page', body }).then(JSON.stringify);
}

/** Panel and settings say that a page was lost; put aside in one, it is gone from both, and stays so. */
async function tellsOfLoss(extension: ExtensionBrowser): Promise<void> {
  const options = await extension.openOwn('options.html');
  const told = /found damaged or gone.*1 page could not be read/s;
  await until('the settings to tell', async () => told.test(await options.text()));
  const page = await extension.open('about:blank');
  const panel = await extension.panel(page);
  await panel.click('#tab-saved');
  await until('the panel to tell', async () => told.test(await panel.text()));
  await panel.click('.saved-loss button');
  await until('it to be gone', async () => !told.test(await panel.text()) && !told.test(await options.text()));
  await extension.killBackground();
  expect(await saved(extension)).toContain('"pages":[]');
  const again = await extension.openOwn('options.html');
  await says(again, 'Your data');
  expect(await again.text()).not.toMatch(told);
  await page.close();
}

/** What a reader does: a page is marked, a card opens, the panel has its report. */
async function tour(extension: ExtensionBrowser, url: string): Promise<void> {
  const page = await extension.open(`${url}/article.html`);
  await until('marks', async () => (await marks(page)).includes(FIGURE));
  const panel = await extension.panel(page);
  await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
  await hover(page, FIGURE);
  await until('the card', () => extension.card(page).text());
  await page.close();
}

describe.each(only(['chrome', 'firefox']))('a damaged disk (%s)', (name) => {
  it(
    'under the databases is noticed, and the sources are made anew',
    row({ id: 'R8', what: 'store corrupt on disk', browser: name }, async (seen) => {
      const profile = mkdtempSync(join(tmpdir(), 'second-source-profile-'));
      const server = await servePages({ '/favicon.ico': '' });
      const start = () => openExtension(name, { profile });
      let extension = await start();
      try {
        await extension.grantAllSites();
        await tour(extension, server.url);
        expect(await extension.inExtension(keepOne)).toContain('"ok":true,"value":{"ok":true');
        await extension.close();
        extension = await start();
        expect(await saved(extension)).toContain('A page of mine');
        const calm = await extension.openOwn('options.html');
        await says(calm, 'comes with Second Source');
        expect(await calm.text()).not.toContain('found damaged');
        await extension.close();
        // Where the disk takes the storage along there is nothing left to tell by: that comes second.
        const ours = databaseFiles(profile).filter((file) => !STORAGE_FILE.test(file));
        damage(ours);
        extension = await start();
        await tellsOfLoss(extension);
        seen.control('the same profile undamaged has the saved page and tells of nothing');
        expect(await extension.inExtension(keepOne)).toContain('"ok":true,"value":{"ok":true');
        await extension.close();
        const files = databaseFiles(profile);
        damage(files);
        extension = await start();
        await extension.grantAllSites();
        await until('the sources', async () => /^(ready|memory) /.test(await corpusSays(extension)));
        const state = (await corpusSays(extension)).split(' ')[0];
        const after = await saved(extension);
        expect(after).not.toContain('A page of mine');
        await tour(extension, server.url);
        // What was lost is lost; that it cannot be read must be an answer, and the next page can be kept or is refused in words.
        expect(after).toMatch(/^\{"ok":(true|false)/);
        const next = await extension.inExtension(keepOne);
        expect(next).toMatch(/"ok":true|"ok":false,"error":"./);
        seen.result(
          `saved pages lost (${ours.length} of the database files damaged) are told in panel and settings until that is put aside; all (${files.length}) damaged: sources ${state}, pages marked, cards and panel as before; saving ${/"ok":true,"value":\{"ok":true/.test(next) ? 'works again' : 'is refused in words'}`,
        );
      } finally {
        await extension.close();
        await server.close();
        rmSync(profile, { recursive: true, force: true });
      }
    }),
  );

  it('without room refuses a pack in words, and keeps what is there', async () => {
    const subject = { id: 'R9', what: 'disk full', browser: name } as const;
    const small = smallDisk();
    if (!small) return notThere(subject, 'no small disk can be mounted by this user');
    const { folder, unmount } = small;
    await row(subject, async (seen) => {
      const server = await servePages({ '/favicon.ico': '' });
      const extension = await openExtension(name, { profile: join(folder, 'profile') });
      const filler = join(folder, 'filler');
      try {
        await extension.grantAllSites();
        await tour(extension, server.url);
        const whole = await counts(extension);
        const packs = await corpusSays(extension);
        const options = await extension.openOwn('options.html');
        await says(options, 'comes with Second Source');
        fill(filler, folder);
        await importPack(options, 'large.json', LARGE);
        const text = await until('a word on it', async () =>
          /was not imported/.test(await options.text()) ? options.text() : null,
        );
        expect(text).toContain('large.json');
        expect(await corpusSays(extension)).not.toContain('"large"');
        await tour(extension, server.url);
        rmSync(filler);
        // What could not be deleted on a full disk goes with the next start of the background.
        await extension.killBackground();
        await until('rows as before', async () => {
          await corpusSays(extension);
          return (await counts(extension)) === whole;
        });
        expect(await corpusSays(extension)).toBe(packs);
        const again = await extension.openOwn('options.html');
        await importPack(again, 'large.json', LARGE);
        await says(again, 'was added');
        seen.control('the same pack goes in once there is room');
        seen.result(
          'refused with a reason that names the file; packs and pages as before, and no row left at the next start',
        );
        await extension.takeErrors();
      } finally {
        await extension.close();
        await server.close();
        unmount();
      }
    })();
  }, 600_000);
});

inBrowsers('a database that is taken away while the background runs', {}, (bench) => {
  it(
    'is filled again, and everything works as before',
    row(
      () => ({ id: 'R10', what: 'storage evicted', browser: bench.extension.name }),
      async (seen) => {
        const { extension, server } = bench;
        await extension.grantAllSites();
        await tour(extension, server.url);
        const whole = await counts(extension);
        await corpusSays(extension);
        expect(await extension.backgroundRuns()).toBe(true);
        expect(await deleteDatabase(extension)).toBe(0);
        seen.control('right after the deletion no database is there');
        await extension.inExtension(async () => {
          const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
          await storage.local.clear();
        });
        await tour(extension, server.url);
        await until('all rows', async () => (await counts(extension)) === whole);
        expect(await extension.takeErrors()).toEqual([]);
        seen.result(
          'database and local storage deleted under a running background: filled again, page, card and panel as before',
        );
      },
    ),
  );
});

/** Too large for what `fill` leaves. */
const LARGE = samplePack({
  id: 'large',
  documents: Array.from({ length: 60 }, (_, at) =>
    sampleDocument(
      `doc-${at}`,
      Array.from({ length: 200 }, (_, i) => figureClaim(`c-${at}-${i}`, 'ferries-in-service', i)),
      ['northland'],
    ),
  ),
});

/** A disk of its own, small; null where that is not allowed. */
function smallDisk(): { folder: string; unmount(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-disk-'));
  const gone = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    gone();
    return null;
  }
  return {
    folder,
    unmount: () => {
      execFileSync('umount', ['-l', folder]);
      gone();
    },
  };
}

/** Leaves so much of the disk: enough for a browser to go on, too little for the pack. */
const LEFT = 400 * 1024;

function fill(file: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - LEFT)));
  } catch (error) {
    // The browser wrote more meanwhile than was to be left: now nothing is.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    truncateSync(file, Math.max(0, statSync(file).size - LEFT));
  }
}
