/** Tells when packs come, go or change, in whichever of the extension's contexts that happens. */
import { type CorpusDatabase, watchTable } from '../database.ts';
import { readyPacks } from '../lookup.ts';

/** Calls back with every other list of ready editions. Returns a function that stops watching. */
export function watchEditions(database: CorpusDatabase, changed: () => Promise<void>): () => void {
  let last: string | null = null;
  return watchTable(
    async () => (await readyPacks(database)).map((pack) => pack.ready).join(),
    (editions) => {
      const isOther = last !== null && editions !== last;
      last = editions;
      if (isOther) void changed().catch(() => {});
    },
  );
}
