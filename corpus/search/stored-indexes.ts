/**
 * Indexes in the database: of packs that a reader brought. Bundled packs bring theirs as a file; that of the reader's own
 * pages is made in the panel. Whoever installs an edition saves its index with it; where there is none, or one of another version, the panel
 * builds it when it is first searched.
 */
import type { CorpusDatabase } from '../database.ts';
import { readEdition } from '../stored-edition.ts';
import { buildIndexGently } from './build.ts';
import { INDEX_VERSION, type SearchIndex } from './search-index.ts';

/** The edition's index; null where there is none of this version. */
export async function loadIndex(database: CorpusDatabase, edition: string): Promise<SearchIndex | null> {
  const row = await database.indexes.get(edition);
  return row?.index.version === INDEX_VERSION ? row.index : null;
}

export async function saveIndex(database: CorpusDatabase, edition: string, index: SearchIndex): Promise<void> {
  await database.indexes.put({ edition, index });
}

/** Builds the index of an edition from its rows, beside other work, and saves it. */
export async function indexEdition(database: CorpusDatabase, edition: string): Promise<SearchIndex> {
  const index = await buildIndexGently(await readEdition(database, edition));
  await saveIndex(database, edition, index);
  return index;
}
