/**
 * The database as it is, read without its library: the background starts for a page with these few lines, and loads the rest only
 * where something is to be made or mended.
 */
import { DATABASE, DATABASE_VERSION, type PackRow } from './pack-row.ts';
import type { Rows } from './rows-corpus.ts';

export interface QuickRows extends Rows {
  /** How many rows an edition has. */
  count(edition: string): Promise<number>;
}

/** The library multiplies its versions. */
const NATIVE_VERSION = DATABASE_VERSION * 10;
const PACKS = 'packs';
const PARTS = 'parts';
const REPORTS = 'reports';

/** Null where there is no database of the newest version. Never rejects. */
export async function openRows(name: string = DATABASE): Promise<QuickRows | null> {
  const database = await open(name).catch(() => null);
  if (!database) return null;
  const reading = <T>(store: string, read: (from: IDBObjectStore) => Promise<T>): Promise<T> =>
    read(database.transaction(store).objectStore(store));
  const countIn = (store: string, edition: string): Promise<number> =>
    reading(store, (from) => done(from.count(IDBKeyRange.bound([edition], [edition, []]))));
  const getEach = (store: string, edition: string, keys: readonly (string | number)[]): Promise<unknown[]> =>
    keys.length === 0
      ? Promise.resolve([])
      : reading(store, (from) => Promise.all(keys.map((key) => done(from.get([edition, key])))));
  return {
    packs: () => reading(PACKS, (from) => done(from.getAll() as IDBRequest<PackRow[]>)),
    edition: (edition) => ({
      parts: async (names) => (await getEach(PARTS, edition, names)).map((row) => (row as { value?: unknown })?.value),
      documents: async (places) =>
        (await getEach(REPORTS, edition, places)).filter((row) => row !== undefined) as never,
    }),
    count: async (edition) => {
      const counted = await Promise.all([countIn(PARTS, edition), countIn(REPORTS, edition)]);
      return counted[0] + counted[1];
    },
  };
}

function open(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    // There is none: what it looks like is not known here.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // Whoever wants to change or delete it must not wait for us; whoever asks next finds it closed, and starts anew.
      database.onversionchange = () => database.close();
      if (database.version === NATIVE_VERSION) resolve(database);
      else {
        database.close();
        resolve(null);
      }
    };
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
