/** What the tests of faults share. */
import type { ExtensionBrowser } from '../tools/extension.ts';

/** How many rows each table has, as text; "" while there is no database. */
export const counts = (extension: ExtensionBrowser): Promise<string> =>
  extension.inExtension(async () => {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === 'second-source')) return '';
    return new Promise<string>((resolve, reject) => {
      const request = indexedDB.open('second-source');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const names = [...database.objectStoreNames];
        if (names.length === 0) {
          database.close();
          resolve('');
          return;
        }
        const reading = database.transaction(names);
        const found: Record<string, number> = {};
        for (const name of names) {
          const counting = reading.objectStore(name).count();
          counting.onsuccess = () => {
            found[name] = counting.result;
          };
        }
        reading.onabort = () => reject(reading.error);
        reading.oncomplete = () => {
          database.close();
          resolve(JSON.stringify(found));
        };
      };
    });
  });

/**
 * Deletes the database, whoever has it open; resolves when it is gone, with the version of what was found in its place: 0, nothing.
 * Both are asked for in one breath: a page still open can wake the background at any time, which makes the database anew.
 */
export const deleteDatabase = (extension: ExtensionBrowser): Promise<number> =>
  extension.inExtension(
    () =>
      new Promise<number>((resolve, reject) => {
        indexedDB.deleteDatabase('second-source').onerror = () =>
          reject(new Error('the database could not be deleted'));
        const request = indexedDB.open('second-source');
        request.onupgradeneeded = ({ oldVersion }) => {
          request.onerror = () => resolve(oldVersion);
          request.transaction?.abort();
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve(request.result.version);
        };
      }),
  );

/** As if every pack that was taken out had been taken out long ago. Runs in the extension. */
export function timeForUndoIsOver(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('second-source');
    request.onsuccess = () => {
      const database = request.result;
      const writing = database.transaction('packs', 'readwrite');
      const packs = writing.objectStore('packs');
      packs.getAll().onsuccess = (event) => {
        for (const one of (event.target as IDBRequest<{ removedAt?: number }[]>).result)
          if (one.removedAt) packs.put({ ...one, removedAt: 1 });
      };
      writing.oncomplete = () => {
        database.close();
        resolve();
      };
      writing.onabort = () => reject(writing.error);
    };
  });
}

/** The corpus's state in one word, and its packs, as the settings ask for them. */
export const corpusSays = (extension: ExtensionBrowser): Promise<string> =>
  extension.inExtension(async () => {
    const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const reply = await runtime.sendMessage({ 'second-source': 'corpus-state', body: null }).catch(() => null);
    return reply?.ok
      ? `${reply.value.corpus.state} ${reply.value.corpus.reason ?? ''}${JSON.stringify(reply.value.packs)}`
      : '';
  });

/** Has the page in front read from its start, as if it had just been opened. */
export const rescan = (extension: ExtensionBrowser): Promise<boolean> =>
  extension.inExtension(async () => {
    const { tabs } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const reply = await tabs.sendMessage(tab?.id ?? -1, { 'second-source': 'rescan', body: null }, { frameId: 0 });
    return reply?.value?.started === true;
  });

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
