/** The tables. Opened in the background only: a content script's IndexedDB is the page's. */
import Dexie, { type EntityTable, liveQuery, type Table } from 'dexie';
import type { KeptDocument, KeptPart } from './edition.ts';
import { DATABASE, DATABASE_VERSION, type PackRow } from './pack-row.ts';
import type { SearchIndex } from './search/search-index.ts';
import { addBlocks } from './upgrade.ts';

export { isImported, type PackRow } from './pack-row.ts';

/** A part of an edition by its name: see edition.ts. */
export interface PartRow extends KeptPart {
  edition: string;
}
/** A document of an edition by its place. */
export interface DocumentRecord extends KeptDocument {
  edition: string;
}

/** The search index of an edition; an edition may have none (yet). */
export interface IndexRow {
  edition: string;
  index: SearchIndex;
}

export interface CorpusDatabase extends Dexie {
  packs: EntityTable<PackRow, 'id'>;
  parts: Table<PartRow, [string, string]>;
  reports: Table<DocumentRecord, [string, number]>;
  indexes: Table<IndexRow, string>;
}

/** Old versions stay in this list for ever: an upgrade starts from any of them. */
export function openDatabase(name: string = DATABASE): CorpusDatabase {
  const database = new Dexie(name) as CorpusDatabase;
  database.version(1).stores({
    packs: 'id',
    entities: '[edition+id], edition',
    measures: '[edition+id], edition',
    documents: '[edition+id], edition, *entities',
    claims: '[edition+document+id], [edition+measure], [edition+country], edition',
  });
  // Version 1 kept every claim and name as a row of its own: the bundled packs, all that it knew, are written anew.
  database
    .version(2)
    .stores({
      parts: '[edition+name]',
      reports: '[edition+at]',
      entities: null,
      measures: null,
      documents: null,
      claims: null,
      indexes: 'edition',
    })
    .upgrade((rows) => rows.table('packs').clear());
  // Version 2 had no blocks of claims and heads.
  database
    .version(DATABASE_VERSION)
    .stores({})
    .upgrade((rows) =>
      addBlocks({ packs: rows.table('packs'), parts: rows.table('parts'), reports: rows.table('reports') }),
    );
  return database;
}

/** Tables whose rows belong to an edition; the first rows of one go into the first of them. */
export const editionTables = (database: CorpusDatabase) => [database.parts, database.reports] as const;

/**
 * Asks, and asks again whenever what was asked has changed, in whichever of the extension's contexts. Returns a function
 * that stops; a question that fails is not asked again.
 */
export function watchTable<T>(question: () => Promise<T>, answered: (value: T) => void): () => void {
  const subscription = liveQuery(question).subscribe(answered, () => {});
  return () => subscription.unsubscribe();
}

/** A connection that the browser closed (sleep, another version, a worker's end): opening again helps. */
export function isClosed(error: unknown): boolean {
  return hasName(error, ['DatabaseClosedError', 'InvalidStateError']);
}

/** The browser keeps nothing here (Firefox without history): opening again does not help. */
export function isForbidden(error: unknown): boolean {
  return hasName(error, ['MissingAPIError', 'InvalidStateError', 'SecurityError', 'InvalidAccessError']);
}

/** The browser could not read what it keeps, or write at all: the disk may be damaged, or full. */
export function mayBeDamage(error: unknown): boolean {
  return hasName(error, ['UnknownError', 'NotReadableError', 'DataError', 'DataCloneError', 'EncodingError']);
}

/** Dexie wraps what the browser threw, sometimes twice. */
function hasName(error: unknown, names: readonly string[]): boolean {
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth++) {
    if ('name' in at && names.includes(String(at.name))) return true;
    at = 'inner' in at ? at.inner : 'cause' in at ? at.cause : null;
  }
  return false;
}
