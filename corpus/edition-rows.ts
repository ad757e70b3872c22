/** The rows of one edition in a table whose keys begin with it. */
import Dexie, { type Collection, type Table } from 'dexie';

/** How many rows an edition has in a table whose keys begin with it. */
export const countEdition = (table: Table, edition: string): Promise<number> => ofEdition(table, edition).count();

/** The rows of an edition, in the order of their keys. */
export const ofEdition = <T>(table: Table<T>, edition: string): Collection<T> =>
  table.where(':id').between([edition, Dexie.minKey], [edition, Dexie.maxKey]);

/**
 * Takes the rows of an edition out of a table whose keys begin with it: they lie side by side, so a stretch of them goes in one
 * step; `rows` at a time, so that readers get their turn between.
 */
export async function deleteEdition(table: Table, edition: string, rows: number): Promise<void> {
  for (;;) {
    const keys = await ofEdition(table, edition).limit(rows).primaryKeys();
    const last = keys.at(-1);
    if (last === undefined) return;
    await table.where(':id').between(keys[0], last, true, true).delete();
  }
}
