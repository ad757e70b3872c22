/**
 * Packs into the database: under a lock, in chunks with a row that says how far, so that it can stop anywhere and go on
 * from there. Readers use the edition before until the new one is through. (Dexie's `populate` would hold every reader.)
 */
import { type CorpusDatabase, type DocumentRecord, editionTables, type PackRow, type PartRow } from './database.ts';
import { type Edition, type KeptPart, makeEdition } from './edition.ts';
import { countEdition, deleteEdition, editionsIn } from './edition-rows.ts';
import { editionOf } from './pack-row.ts';
import type { Pack, PackSignature } from './schema/pack.ts';

export { editionOf };

/** One transaction: a reader who asks meanwhile waits for one at most. Whichever is reached first. */
const CHUNK_ROWS = 20;
const CHUNK_CHARACTERS = 60_000;
/** Taken out at a time, in one step, as their keys lie side by side: 500 take a fifth of a second, in which nobody is answered. */
const DROPPED_ROWS = 30;
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
  const counted = await Promise.all(editionTables(database).map((table) => countEdition(table, edition)));
  return row.rows === counted.reduce((sum, rows) => sum + rows, 0);
}

/** What is written, and what its row says of it. */
export interface NewEdition {
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
  /** Makes the last write, in place of it being made at once: where several packs are to change in one moment. */
  last?(row: PackRow): void;
}

/**
 * Writes an edition beside the one in use; the last write makes it the one that readers use. Call under the lock. Where it is
 * stopped, readers keep what they had; `tidy` takes away what was written.
 */
export async function writeEdition(
  database: CorpusDatabase,
  { pack, edition, origin, signature }: NewEdition,
  { progress, signal, chunkRows = CHUNK_ROWS, resume = false, last }: WriteOptions,
): Promise<void> {
  const { id } = pack.manifest;
  const made = makeEdition(pack);
  const of = made.parts.length + made.documents.length;
  const before = await database.packs.get(id);
  const facts = {
    manifest: pack.manifest,
    rows: of,
    documents: pack.documents.length,
    claims: pack.documents.reduce((sum, { claims }) => sum + claims.length, 0),
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
    const next = endOfChunk(made, done, chunkRows);
    const { parts, reports } = rowsFrom(made, edition, done, next);
    // Only the build's own files are there to go on from. An import leaves the table of packs alone meanwhile: readers ask for
    // it with every page, and would wait for each chunk.
    const tables = [
      ...(origin === 'bundled' ? [database.packs] : []),
      ...(parts.length > 0 ? [database.parts] : []),
      ...(reports.length > 0 ? [database.reports] : []),
    ];
    await database.transaction('rw', tables, async () => {
      if (parts.length > 0) await database.parts.bulkPut(parts);
      if (reports.length > 0) await database.reports.bulkPut(reports);
      if (origin === 'bundled') await database.packs.put(status(next));
    });
    done = next;
    progress?.(done, of);
  }
  signal?.throwIfAborted();
  const enabled = before?.enabled === false ? { enabled: false } : {};
  const row: PackRow = { id, ready: edition, importing: null, ...facts, ...enabled };
  if (last) last(row);
  else await database.packs.put(row);
}

/** Rows `from` to `to` of an edition: its parts first, then its documents, as if they were one list. */
function rowsFrom({ parts, documents }: Edition, edition: string, from: number, to: number) {
  const at = (row: number) => Math.max(0, row - parts.length);
  return {
    parts: parts.slice(from, to).map((part): PartRow => ({ edition, ...part })),
    reports: documents.slice(at(from), at(to)).map((document): DocumentRecord => ({ edition, ...document })),
  };
}

/** The row before which a transaction that begins with row `from` ends; one row at least. */
function endOfChunk({ parts, documents }: Edition, from: number, rows: number): number {
  const last = Math.min(parts.length + documents.length, from + rows);
  let to = from;
  for (let size = 0; to < last && size < CHUNK_CHARACTERS; to++)
    size += to < parts.length ? weightOf(parts[to]!) : DOCUMENT_WEIGHT;
  return to;
}

/** Characters of JSON, about: an entity, a document with ten claims, a place in a list. */
const ENTITY_WEIGHT = 200;
const DOCUMENT_WEIGHT = 3_000;
const NUMBER_WEIGHT = 6;

function weightOf({ value }: KeptPart): number {
  if (Array.isArray(value))
    return value.reduce((sum: number, one) => sum + (typeof one === 'string' ? one.length : ENTITY_WEIGHT), 0);
  if ('places' in value) return value.ages.length * 4 * NUMBER_WEIGHT;
  return 'entities' in value ? value.entities.length * ENTITY_WEIGHT : 0;
}

/** Rows that no pack's row names: of the edition before, of an import that was stopped, of a pack that was removed. */
export async function dropUnusedEditions(database: CorpusDatabase): Promise<void> {
  const packs = await database.packs.toArray();
  const used = new Set(packs.flatMap((pack) => [pack.ready, pack.importing?.edition]));
  // Every edition has parts, as they are written first and go last.
  for (const edition of await editionsIn(database.parts))
    if (!used.has(edition))
      for (const table of [...editionTables(database)].reverse()) await deleteEdition(table, edition, DROPPED_ROWS);
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
