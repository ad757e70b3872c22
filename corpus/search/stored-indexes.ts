/**
 * Indexes in the database: of packs that a reader brought, and of the reader's own pages. Bundled packs bring theirs as a
 * file. Whoever installs an edition saves its index with it; where there is none, or one of another version, the panel
 * builds it when it is first searched.
 */
import type { CorpusDatabase } from '../database.ts';
import type { Document } from '../schema/document.ts';
import { readEdition } from '../stored-edition.ts';
import { buildIndex, buildIndexGently } from './build.ts';
import type { Searchable } from './entries.ts';
import { INDEX_VERSION, type SearchIndex } from './search-index.ts';

/** The edition's index; null where there is none of this version. */
export async function loadIndex(database: CorpusDatabase, edition: string): Promise<SearchIndex | null> {
  const row = await database.indexes.get(edition);
  return row?.index.version === INDEX_VERSION ? row.index : null;
}

export async function saveIndex(database: CorpusDatabase, edition: string, index: SearchIndex): Promise<void> {
  await database.indexes.put({ edition, index });
}

export async function dropIndex(database: CorpusDatabase, edition: string): Promise<void> {
  await database.indexes.delete(edition);
}

/** Builds the index of an edition from its rows, beside other work, and saves it. */
export async function indexEdition(database: CorpusDatabase, edition: string): Promise<SearchIndex> {
  const index = await buildIndexGently(await readEdition(database, edition));
  await saveIndex(database, edition, index);
  return index;
}

/**
 * The index of a pack that had one document added, changed or (with null) taken away. For packs of a reader's own pages,
 * which are hundreds at most: the index is built anew, in milliseconds.
 */
export function addToIndex(pack: Searchable, id: string, document: Document | null): SearchIndex {
  const others = pack.documents.filter((one) => one.id !== id);
  return buildIndex({ ...pack, documents: document ? [...others, document] : others });
}
