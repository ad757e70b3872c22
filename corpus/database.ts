/** The tables. Opened in the background only: a content script's IndexedDB is the page's. */
import Dexie, { type EntityTable, liveQuery, type Table } from 'dexie';
import type { Claim } from './schema/document.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure, Vocabulary } from './schema/measure.ts';
import type { Manifest, PackSignature } from './schema/pack.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { DocumentRow } from './source.ts';

const NAME = 'second-source';

/** Before and after every key: ends of a stretch of a compound index. */
export const FIRST_KEY: unknown = Dexie.minKey;
export const LAST_KEY: unknown = Dexie.maxKey;

/**
 * One pack. Its rows lie under an edition ("id@hash"), so that a new version is written beside the one in use and the
 * switch is a single write.
 */
export interface PackRow {
  id: string;
  /** The edition that readers use; null until the first import is through. */
  ready: string | null;
  /** The edition that is being written, and how far; null when none is. */
  importing: { edition: string; done: number; of: number } | null;
  manifest: Manifest;
  /** Of the edition, in all tables: to notice what got lost. */
  rows: number;
  documents: number;
  /** Absent in rows that version 1 wrote: there were bundled packs only. */
  origin?: 'bundled' | 'imported';
  claims?: number;
  /** Classes of cues, as the pack has them; in rows of version 1 they are written out in the measures. */
  vocabulary?: Vocabulary;
  /** Off: kept, and not read. Absent is on. */
  enabled?: boolean;
  /** When the reader took it out (ms since 1970), who can take that back for a while; then its rows go. */
  removedAt?: number;
  /** How its file was signed. The key is pinned: an update has to be signed by it. Absent: not signed. */
  signature?: PackSignature;
}

/** Brought by the reader: not part of the build. */
export const isImported = (pack: PackRow): boolean => pack.origin === 'imported';

/** There, switched on, and not taken out. */
export const isInUse = (pack: PackRow): boolean =>
  pack.ready !== null && pack.enabled !== false && pack.removedAt === undefined;

/** `at` is a row's place in its pack or document, whose order may matter. */
export interface EntityRow {
  edition: string;
  id: string;
  at: number;
  /** How many documents of the edition name it. */
  named: number;
  entity: Entity;
}
export interface MeasureRow {
  edition: string;
  id: string;
  at: number;
  measure: Measure;
}
export interface StoredDocument {
  edition: string;
  id: string;
  at: number;
  /** Entities it mentions; indexed one by one. */
  entities: string[];
  /** Where it can be read (`canonicalUrl`); absent where that is not known. */
  address?: string;
  document: DocumentRow;
}
export interface StoredClaim {
  edition: string;
  document: string;
  id: string;
  measure: string;
  /** What has to be equal for two claims of the measure to be compared (`placeKey`), and how old it is (`ageOf`). */
  place: string;
  age: number;
  /** Of a figure that says exactly one number; absent from all others, and so from the index. */
  value?: number;
  /** Of a stance, whose it is; absent from all others. */
  country?: string;
  at: number;
  claim: Claim;
}

/** The search index of an edition; an edition may have none (yet). */
export interface IndexRow {
  edition: string;
  index: SearchIndex;
}

export interface CorpusDatabase extends Dexie {
  packs: EntityTable<PackRow, 'id'>;
  entities: Table<EntityRow, [string, string]>;
  measures: Table<MeasureRow, [string, string]>;
  documents: Table<StoredDocument, [string, string]>;
  claims: Table<StoredClaim, [string, string, string]>;
  indexes: Table<IndexRow, string>;
}

const STORES = ['packs', 'entities', 'measures', 'documents', 'claims'];

/** Old versions stay in this list for ever: an upgrade starts from any of them. */
export function openDatabase(name: string = NAME): CorpusDatabase {
  const database = new Dexie(name) as CorpusDatabase;
  database.version(1).stores({
    packs: 'id',
    entities: '[edition+id], edition',
    measures: '[edition+id], edition',
    documents: '[edition+id], edition, *entities',
    claims: '[edition+document+id], [edition+measure], [edition+country], edition',
  });
  // Rows of version 1 lack what the new indexes are made of: the bundled packs, all that it knew, are written anew.
  database
    .version(2)
    .stores({
      documents: '[edition+id], edition, *entities, [edition+address]',
      claims:
        '[edition+document+id], [edition+measure+place+age], [edition+measure+value], [edition+country+age], edition',
      indexes: 'edition',
    })
    .upgrade((rows) => Promise.all(STORES.map((store) => rows.table(store).clear())));
  return database;
}

/** Tables whose rows belong to an edition. */
export const editionTables = (database: CorpusDatabase) =>
  [database.entities, database.measures, database.documents, database.claims] as const;

/**
 * Takes the rows of an edition out of a table whose keys begin with it: they lie side by side, so a stretch of them goes in one
 * step; `rows` at a time, so that readers get their turn between.
 */
export async function deleteEdition(table: Table, edition: string, rows: number): Promise<void> {
  const all = () => table.where(':id').between([edition, Dexie.minKey], [edition, Dexie.maxKey]);
  for (;;) {
    const keys = await all().limit(rows).primaryKeys();
    const last = keys.at(-1);
    if (last === undefined) return;
    await table.where(':id').between(keys[0], last, true, true).delete();
  }
}

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

/** Dexie wraps what the browser threw, sometimes twice. */
function hasName(error: unknown, names: readonly string[]): boolean {
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth++) {
    if ('name' in at && names.includes(String(at.name))) return true;
    at = 'inner' in at ? at.inner : 'cause' in at ? at.cause : null;
  }
  return false;
}
