/**
 * Packs into the database: under a lock, in chunks with a row that says how far, so that it can stop anywhere and go on
 * from there. Readers use the edition before until the new one is through. (Dexie's `populate` would hold every reader.)
 */
import {
  type CorpusDatabase,
  type EntityRow,
  editionTables,
  type MeasureRow,
  type PackRow,
  type StoredClaim,
  type StoredDocument,
} from './database.ts';
import type { Pack } from './schema/pack.ts';
import { documentRow } from './source.ts';
import { measuresWithVocabulary } from './vocabulary.ts';

/** Small enough for a short transaction, large enough that 150,000 rows take seconds. */
export const CHUNK_ROWS = 2000;
const LOCK = 'second-source:install';

/** One pack of the build (`packs/index.json`). */
export interface BundledPack {
  id: string;
  version: string;
  file: string;
  /** Of the file's content: another hash is another edition. */
  hash: string;
  documents: number;
  claims: number;
}

export interface InstallOptions {
  bundled: readonly BundledPack[];
  /** Reads a bundled file; called only for packs that are not installed yet. */
  load(pack: BundledPack): Promise<Pack>;
  progress?(done: number, of: number): void;
  chunkRows?: number;
  /** For tests and for browsers without Web Locks. */
  withLock?<T>(work: () => Promise<T>): Promise<T>;
}

/** The name under which a version's rows lie. */
export const editionOf = (pack: Pick<BundledPack, 'id' | 'hash'>): string => `${pack.id}@${pack.hash.slice(0, 16)}`;

/**
 * Makes the database hold the bundled packs in the bundled editions and drops rows of editions that nobody uses any more.
 * Returns whether anything changed. Safe to call at every start of the worker, from several contexts at once.
 */
export async function installBundled(database: CorpusDatabase, options: InstallOptions): Promise<boolean> {
  const withLock = options.withLock ?? lock;
  return withLock(async () => {
    let changed = false;
    for (const bundled of options.bundled) {
      const row = await database.packs.get(bundled.id);
      if (row?.ready === editionOf(bundled) && (await isWhole(database, row))) continue;
      await importPack(database, bundled, await options.load(bundled), options);
      changed = true;
    }
    if (changed) await dropUnusedEditions(database);
    return changed;
  });
}

/** A store that the browser lost is made again empty, and nobody says so: what is there is counted. */
async function isWhole(database: CorpusDatabase, row: PackRow): Promise<boolean> {
  const edition = row.ready ?? '';
  const counted = await Promise.all(
    editionTables(database).map((table) => table.where('edition').equals(edition).count()),
  );
  return row.rows === counted.reduce((sum, rows) => sum + rows, 0);
}

async function importPack(
  database: CorpusDatabase,
  bundled: BundledPack,
  pack: Pack,
  options: InstallOptions,
): Promise<void> {
  const edition = editionOf(bundled);
  const rows = rowsOf(pack, edition);
  const of = count(rows);
  const before = await database.packs.get(bundled.id);
  const facts = { manifest: pack.manifest, rows: of, documents: rows.documents.length };
  const status = (done: number): PackRow => {
    const importing = { edition, done, of };
    return before ? { ...before, importing } : { id: bundled.id, ready: null, importing, ...facts };
  };
  let done = before?.importing?.edition === edition ? before.importing.done : 0;
  await database.packs.put(status(done));
  const size = options.chunkRows ?? CHUNK_ROWS;
  while (done < of) {
    const next = Math.min(of, done + size);
    await database.transaction('rw', [database.packs, ...editionTables(database)], async () => {
      await putRows(database, part(rows, done, size));
      await database.packs.put(status(next));
    });
    done = next;
    options.progress?.(done, of);
  }
  await database.packs.put({ id: bundled.id, ready: edition, importing: null, ...facts });
}

interface Rows {
  entities: EntityRow[];
  measures: MeasureRow[];
  documents: StoredDocument[];
  claims: StoredClaim[];
}

/** All rows of a pack, in one fixed order, so that "the first 8,000 are there" says which. */
function rowsOf(pack: Pack, edition: string): Rows {
  return {
    entities: pack.entities.map((entity, at) => ({ edition, id: entity.id, at, entity })),
    measures: measuresWithVocabulary(pack).map((measure, at) => ({ edition, id: measure.id, at, measure })),
    documents: pack.documents.map((document, at) => ({
      edition,
      id: document.id,
      at,
      entities: document.entities,
      document: documentRow(pack.manifest.id, document),
    })),
    claims: pack.documents.flatMap((document) =>
      document.claims.map((claim, at) => ({
        edition,
        document: document.id,
        id: claim.id,
        measure: claim.measure,
        country: claim.kind === 'stance' ? (claim.scope.country ?? '') : '',
        at,
        claim,
      })),
    ),
  };
}

const count = (rows: Rows): number =>
  rows.entities.length + rows.measures.length + rows.documents.length + rows.claims.length;

/** `size` rows from row `from` on, counted through the four lists as if they were one. */
function part(rows: Rows, from: number, size: number): Rows {
  let before = 0;
  const take = <T>(list: readonly T[]): T[] => {
    const start = Math.max(0, from - before);
    const end = Math.max(0, from + size - before);
    before += list.length;
    return list.slice(start, end);
  };
  return {
    entities: take(rows.entities),
    measures: take(rows.measures),
    documents: take(rows.documents),
    claims: take(rows.claims),
  };
}

async function putRows(database: CorpusDatabase, rows: Rows): Promise<void> {
  await Promise.all([
    database.entities.bulkPut(rows.entities),
    database.measures.bulkPut(rows.measures),
    database.documents.bulkPut(rows.documents),
    database.claims.bulkPut(rows.claims),
  ]);
}

async function dropUnusedEditions(database: CorpusDatabase): Promise<void> {
  const packs = await database.packs.toArray();
  const used = new Set(packs.flatMap((pack) => [pack.ready, pack.importing?.edition]));
  for (const table of editionTables(database)) {
    const editions = (await table.orderBy('edition').uniqueKeys()) as string[];
    const unused = editions.filter((edition) => !used.has(edition));
    if (unused.length > 0) await table.where('edition').anyOf(unused).delete();
  }
}

/** One import at a time over worker, panel and options page; freed by the browser when its holder is killed. */
function lock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work) as Promise<T>;
}
