/** The corpus when the browser does not play along. */
import { expect, it } from 'vitest';
import { until } from '../tools/extension.ts';
import { notThere, row } from '../tools/trust-rows.ts';
import { corpusSays, counts } from './fault-tools.ts';
import { inBrowsers, marks } from './tools.ts';

inBrowsers('a database', {}, (bench) => {
  /** Rows of the store of reports; 0 while there is none. */
  const reports = async (): Promise<number> =>
    (JSON.parse((await counts(bench.extension)) || '{}') as { reports?: number }).reports ?? 0;
  const ready = () => until('the packs', async () => /^ready \[\{/.test(await corpusSays(bench.extension)));

  it('is filled once at install', async () => {
    await ready();
    expect(JSON.parse(await counts(bench.extension)).packs).toBe(1);
    expect(await reports()).toBeGreaterThanOrEqual(5);
  });

  it('is filled again when a store got lost, and pages are marked as before', async () => {
    await bench.extension.grantAllSites();
    await bench.extension.killBackground();
    await bench.extension.inExtension(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('second-source', 900);
          request.onupgradeneeded = () => request.result.deleteObjectStore('reports');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
    );
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes('about 35 countries'));
    expect(await reports()).toBeGreaterThan(0);
    const panel = await bench.extension.panel(page);
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
  });

  it('is filled again when it was deleted', async () => {
    await bench.extension.killBackground();
    await bench.extension.inExtension(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.deleteDatabase('second-source');
          request.onsuccess = () => resolve();
          request.onerror = () => resolve();
          request.onblocked = () => resolve();
        }),
    );
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes('about 35 countries'));
    expect(await reports()).toBeGreaterThan(0);
  });
});

inBrowsers('a worker killed while the database is filled', {}, (bench) => {
  /** Moments after the start of filling, from before its first chunk to after its last. */
  const MOMENTS_MS = [0, 5, 10, 20, 40, 60, 80, 120, 200, 400];

  it('leaves a corpus that is whole, with nothing twice', async () => {
    await bench.extension.grantAllSites();
    const ready = () =>
      bench.extension.inExtension(async () => {
        const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        const reply = await runtime.sendMessage({ 'second-source': 'corpus-state', body: null }).catch(() => null);
        return JSON.stringify(reply?.value?.corpus.state === 'ready' ? reply.value.packs : null);
      });
    const rows = () => counts(bench.extension);
    const packs = await until('the packs', async () => ((await ready()) === 'null' ? null : ready()));
    const whole = await rows();
    for (const moment of MOMENTS_MS) {
      await bench.extension.killBackground();
      await bench.extension.inExtension(
        () =>
          new Promise<void>((resolve) => {
            const request = indexedDB.deleteDatabase('second-source');
            for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
          }),
      );
      // Wakes the worker, which starts to fill.
      void bench.extension.inExtension(() => {
        const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        void runtime.sendMessage({ 'second-source': 'corpus-state', body: null }).catch(() => null);
      });
      await new Promise((done) => setTimeout(done, moment));
      await bench.extension.killBackground();
      expect(await until('the packs again', async () => ((await ready()) === 'null' ? null : ready()))).toBe(packs);
      expect(await rows()).toBe(whole);
    }
    // Killed between the last chunk and the words that pages look for: pages have to ask for them.
    await bench.extension.inExtension(async () => {
      const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      await storage.local.remove('gate');
    });
    await bench.extension.killBackground();
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes('about 35 countries'));
  });
});

notThere(
  { id: 'R11', what: 'no database (Firefox without history)', browser: 'chrome' },
  'Chromium keeps databases in every mode that extensions run in',
);
inBrowsers('history switched off', { only: ['firefox'], withoutHistory: true }, (bench) => {
  const absent = { id: 'R11', what: 'no database (Firefox without history)', browser: 'firefox' } as const;
  it(
    'serves the bundled reporting from memory, and says that nothing is kept',
    row(absent, async (seen) => {
      await bench.extension.grantAllSites();
      const kept = await bench.extension.inExtension(
        () =>
          new Promise<boolean>((resolve) => {
            try {
              const request = indexedDB.open('anything');
              request.onsuccess = () => resolve(true);
              request.onerror = () => resolve(false);
            } catch {
              resolve(false);
            }
          }),
      );
      expect(kept).toBe(false);
      seen.control('no database of any name can be opened here');
      const page = await bench.extension.open(`${bench.server.url}/article.html`);
      await until('marks', async () => (await marks(page)).includes('about 35 countries'));
      const panel = await bench.extension.panel(page);
      const text = await until('the report', async () => {
        const now = await panel.text();
        return now.includes('Countries pledging troops') ? now : null;
      });
      const { corpus } = await bench.extension.inExtension(async () => {
        const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        const reply = await runtime.sendMessage({ 'second-source': 'corpus-state', body: null });
        return reply.value as { corpus: { state: string; reason: string } };
      });
      expect(corpus.state).toBe('memory');
      expect(text).toMatch(/memory|nothing is kept|cannot keep/i);
      seen.result('pages marked and the panel filled from memory, which the panel says');
    }),
  );

  it(
    'keeps nothing of a page in a private window',
    row({ id: 'R12', what: 'private windows', browser: 'firefox' }, async (seen) => {
      const words = ['127.0.0.1', 'article.html', 'Allies agree outline'];
      const stored = () =>
        bench.extension.inExtension(async () => {
          const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
          const areas = [storage.local, storage.sync, storage.session];
          return JSON.stringify(await Promise.all(areas.map((area) => area.get(null))));
        });
      await bench.extension.inExtension(async () => {
        const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        await storage.local.set({ planted: 'http://127.0.0.1/article.html' });
      });
      const planted = await stored();
      expect(words.filter((word) => planted.includes(word))).toEqual(['127.0.0.1', 'article.html']);
      seen.control('an address that was planted in the storage is found there');
      await bench.extension.inExtension(async () => {
        const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        await storage.local.remove('planted');
      });
      const before = await stored();
      const page = await bench.extension.open(`${bench.server.url}/article.html`);
      await until('marks', async () => (await marks(page)).includes('about 35 countries'));
      await until('the badge', () => bench.extension.badge(page));
      await page.close();
      const after = await stored();
      expect(words.filter((word) => after.includes(word))).toEqual([]);
      expect(after).toBe(before);
      seen.result('a page read and marked in a private window: storage as before, no host, path or title in it');
    }),
  );
});
