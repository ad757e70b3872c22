/** The rows of one edition in a table whose keys begin with it. */
import Dexie, { type Collection, type Table } from 'dexie';

/** How many rows an edition has in a table whose keys begin with it. */
export const countEdition = (table: Table, edition: string): Promise<number> => ofEdition(table, edition).count();

/** The rows of an edition, in the order of their keys. */
export const ofEdition = <T>(table: Table<T>, edition: string): Collection<T> =>
  table.where(':id').between([edition, Dexie.minKey], [edition, Dexie.maxKey]);

/** The editions that have rows in a table whose keys begin with them: looked for one by one, as there are few and their rows are many. */
export async function editionsIn(table: Table): Promise<string[]> {
  const editions: string[] = [];
  let after: unknown = Dexie.minKey;
  for (;;) {
    const [key] = await table.where(':id').above(after).limit(1).primaryKeys();
    if (key === undefined) return editions;
    const [edition] = key as [string, unknown];
    editions.push(edition);
    after = [edition, Dexie.maxKey];
  }
}

/**
 * Takes the rows of an edition out of a table whose keys begin with it: they lie side by side, so a stretch of them goes in one
 * step; a few at a time, so that readers get their turn between.
 */
export async function deleteEdition(table: Table, edition: string, rows: number): Promise<void> {
  let after: unknown = Dexie.minKey;
  for (;;) {
    // Not from the beginning each time: the store steps over what was deleted a moment ago, row by row.
    const keys = await table
      .where(':id')
      .between([edition, after], [edition, Dexie.maxKey], false, true)
      .limit(rows)
      .primaryKeys();
    const last = keys.at(-1);
    if (last === undefined) return;
    await table.where(':id').between(keys[0], last, true, true).delete();
    after = (last as [string, unknown])[1];
  }
}
