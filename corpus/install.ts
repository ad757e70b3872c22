/**
 * Packs into the database: under a lock, in chunks with a row that says how far, so that it can stop anywhere and go on
 * from there. Readers use the edition before until the new one is through. (Dexie's `populate` would hold every reader.)
 */
import type { PackFacts } from '../utils/extension/protocol.ts';
import {
  type CorpusDatabase,
  deleteEdition,
  type EntityRow,
  editionTables,
  type MeasureRow,
  type PackRow,
  type StoredClaim,
  type StoredDocument,
} from './database.ts';
import { ageOf, exactValue, placeKey } from './near.ts';
import { canonicalUrl } from './own-article.ts';
import type { Pack, PackSignature } from './schema/pack.ts';
import { documentRow } from './source.ts';

/** Small enough for a short transaction, large enough that 150,000 rows take seconds. */
export const CHUNK_ROWS = 2000;
const LOCK = 'second-source:install';

/** One pack of the build (`packs/index.json`). */
export interface BundledPack {
  id: string;
  version: string;
  file: string;
  /** Its search index, prebuilt. */
  index?: string;
  /** Of the file's content: another hash is another edition. */
  hash: string;
  documents: number;
  claims: number;
  /** Counted by the build; absent for packs that came another way. */
  facts?: PackFacts;
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
  // Looked at without the lock: while the reader imports a pack of their own, pages are answered as before.
  if ((await missing(database, options.bundled)).length === 0) return false;
  const withLock = options.withLock ?? installLock;
  return withLock(async () => {
    const wanted = await missing(database, options.bundled);
    for (const bundled of wanted) {
      const before = await database.packs.get(bundled.id);
      const pack = await options.load(bundled);
      await writeEdition(
        database,
        { pack, edition: editionOf(bundled), origin: 'bundled' },
        { ...options, resume: before?.importing?.edition === editionOf(bundled) },
      );
    }
    if (wanted.length > 0) await dropUnusedEditions(database);
    return wanted.length > 0;
  });
}

async function missing(database: CorpusDatabase, bundled: readonly BundledPack[]): Promise<BundledPack[]> {
  const rows = await database.packs.bulkGet(bundled.map((pack) => pack.id));
  const wanted: BundledPack[] = [];
  for (const [at, pack] of bundled.entries()) {
    const row = rows[at];
    if (row?.ready !== editionOf(pack) || !(await isWhole(database, row))) wanted.push(pack);
  }
  return wanted;
}

/** A store that the browser lost is made again empty, and nobody says so: what is there is counted. */
export async function isWhole(database: CorpusDatabase, row: PackRow): Promise<boolean> {
  const edition = row.ready ?? '';
  const counted = await Promise.all(
    editionTables(database).map((table) => table.where('edition').equals(edition).count()),
  );
  return row.rows === counted.reduce((sum, rows) => sum + rows, 0);
}

/** What is written, and what its row says of it. */
export interface Edition {
  pack: Pack;
  edition: string;
  origin: 'bundled' | 'imported';
  signature?: PackSignature;
}

export interface WriteOptions {
  progress?(done: number, of: number): void;
  /** The last write, which readers see, is not made any more once this is aborted; what was written goes again. */
  signal?: AbortSignal;
  chunkRows?: number;
  /** Go on where the row says that it was stopped; else from the first row. */
  resume?: boolean;
}

/**
 * Writes an edition beside the one in use; the last write makes it the one that readers use. Call under the lock. Where it is
 * stopped, readers keep what they had; `tidy` takes away what was written.
 */
export async function writeEdition(
  database: CorpusDatabase,
  { pack, edition, origin, signature }: Edition,
  { progress, signal, chunkRows = CHUNK_ROWS, resume = false }: WriteOptions,
): Promise<void> {
  const { id } = pack.manifest;
  const rows = rowsOf(pack, edition);
  const of = count(rows);
  const before = await database.packs.get(id);
  const facts = {
    manifest: pack.manifest,
    rows: of,
    documents: rows.documents.length,
    claims: rows.claims.length,
    origin,
    vocabulary: pack.vocabulary,
    ...(signature && { signature }),
  };
  const status = (done: number): PackRow => {
    const importing = { edition, done, of };
    return before ? { ...before, importing } : { id, ready: null, importing, ...facts };
  };
  let done = resume ? (before?.importing?.done ?? 0) : 0;
  await database.packs.put(status(done));
  while (done < of) {
    signal?.throwIfAborted();
    const next = Math.min(of, done + chunkRows);
    await database.transaction('rw', [database.packs, ...editionTables(database)], async () => {
      await putRows(database, part(rows, done, chunkRows));
      await database.packs.put(status(next));
    });
    done = next;
    progress?.(done, of);
  }
  signal?.throwIfAborted();
  const enabled = before?.enabled === false ? { enabled: false } : {};
  await database.packs.put({ id, ready: edition, importing: null, ...facts, ...enabled });
}

interface Rows {
  entities: EntityRow[];
  measures: MeasureRow[];
  documents: StoredDocument[];
  claims: StoredClaim[];
}

/** All rows of a pack, in one fixed order, so that "the first 8,000 are there" says which. */
function rowsOf(pack: Pack, edition: string): Rows {
  const named = new Map<string, number>();
  for (const document of pack.documents)
    for (const id of new Set(document.entities)) named.set(id, (named.get(id) ?? 0) + 1);
  const measures = new Map(pack.measures.map((measure) => [measure.id, measure]));
  return {
    entities: pack.entities.map((entity, at) => ({
      edition,
      id: entity.id,
      at,
      named: named.get(entity.id) ?? 0,
      entity,
    })),
    measures: pack.measures.map((measure, at) => ({ edition, id: measure.id, at, measure })),
    documents: pack.documents.map((document, at) => ({
      edition,
      id: document.id,
      at,
      entities: document.entities,
      address: canonicalUrl(document.url) || undefined,
      document: documentRow(pack.manifest.id, document),
    })),
    claims: pack.documents.flatMap((document) =>
      document.claims.map((claim, at) => ({
        edition,
        document: document.id,
        id: claim.id,
        measure: claim.measure,
        place: placeKey(claim.scope, measures.get(claim.measure)),
        age: ageOf(claim.asOf ?? document.date),
        value: exactValue({ claim }),
        country: claim.kind === 'stance' ? claim.scope.country : undefined,
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

/** Rows that no pack's row names: of the edition before, of an import that was stopped, of a pack that was removed. */
export async function dropUnusedEditions(database: CorpusDatabase): Promise<void> {
  const packs = await database.packs.toArray();
  const used = new Set(packs.flatMap((pack) => [pack.ready, pack.importing?.edition]));
  for (const table of editionTables(database)) {
    const editions = (await table.orderBy('edition').uniqueKeys()) as string[];
    for (const edition of editions) if (!used.has(edition)) await deleteEdition(table, edition, CHUNK_ROWS);
  }
  await database.indexes.bulkDelete(
    (await database.indexes.toCollection().primaryKeys()).filter((edition) => !used.has(edition)),
  );
}

/** One import at a time over worker, panel and options page; freed by the browser when its holder is killed. */
export function installLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work) as Promise<T>;
}

/** As `installLock`, and does nothing where somebody else holds it. */
export async function ifLockIsFree(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (held) => {
    if (held) await work();
  });
}
