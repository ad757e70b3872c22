/**
 * A pack of the reader's: read from a file, validated, its signature checked, compared with what is installed, and written. Runs
 * in the settings page, which has its validator with it; the background learns of it when all is there.
 */
import type { Words } from '../utils/words/index.ts';
import { canonicalPack, packHash } from './canonical.ts';
import { type CorpusDatabase, isImported, type PackRow } from './database.ts';
import { editionOf, installLock, type NewEdition, type WriteOptions, writeEdition } from './install.ts';
import { storedPack, tidy, UNDO_MS } from './installed.ts';
import { diffPacks, isSame, type PackDiff } from './pack-diff.ts';
import { type FileLike, gzipped, type ReadFileOptions, Refused, readJsonFile } from './pack-file.ts';
import { validatePack } from './pack-validate.ts';
import type { Pack, PackSignature } from './schema/pack.ts';
import { buildIndexGently } from './search/build.ts';
import { saveIndex } from './search/stored-indexes.ts';
import { verifySignature } from './signature.ts';
import { breaths } from './slices.ts';

// With the importer, as a page loads them together, when the first file comes.
export { gzipped, Refused };

/** A pack out of a file that may be installed as far as the file itself tells. */
export interface ReadPack {
  pack: Pack;
  /** Verified; null where there is none, or where this browser cannot tell. */
  signature: PackSignature | null;
  /** There is a signature that this browser cannot check. */
  unchecked: boolean;
  /** Of what will be kept. */
  hash: string;
  /** Bytes of what will be kept, as JSON. */
  bytes: number;
  /** Characters that could deceive and were left out. */
  removed: number;
}

/** How far: each part from 0 to `of`. */
export type ImportStep = 'reading' | 'checking' | 'writing';

export interface ReadPackOptions {
  words: Words;
  signal?: AbortSignal;
  progress?(step: ImportStep, done: number, of: number): void;
  limits?: ReadFileOptions['limits'];
  /** For who signs it anew: a file that was edited after it was signed. */
  ignoreSignature?: boolean;
}

/** Throws `Refused` with every problem of the file, or the signal's reason. Nothing is written. */
export async function readPackFile(file: FileLike, options: ReadPackOptions): Promise<ReadPack> {
  const { words, signal, progress, limits } = options;
  const value = await readJsonFile(file, {
    words,
    signal,
    limits,
    progress: (done, of) => progress?.('reading', done, of),
  });
  return checkPackValue(value, options);
}

/** The same for a value that was read already: a pack in a backup. `value` belongs to the pack afterwards. */
export async function checkPackValue(
  value: unknown,
  { words, signal, progress, ignoreSignature = false }: Omit<ReadPackOptions, 'limits'>,
): Promise<ReadPack> {
  const { pack, signature, removed } = await validatePack(value, {
    words,
    signal,
    progress: (done, of) => progress?.('checking', done, of),
  });
  const bytes = await canonicalPack(pack, breaths(signal));
  const checked = signature && !ignoreSignature ? await verifySignature(bytes, signature) : null;
  if (checked === 'bad') throw new Refused([words.t('pack.signature-bad')]);
  return {
    pack,
    signature: checked === 'good' ? signature : null,
    unchecked: checked === 'unsupported',
    hash: await packHash(bytes),
    bytes: bytes.byteLength,
    removed,
  };
}

/** What installing a pack would mean here. */
export interface Judgement {
  /** Null where there is no pack of its id yet. */
  diff: PackDiff | null;
  /** The very same is installed. */
  same: boolean;
  /** The key will be remembered for this id from now on. */
  pins: boolean;
}

/** Throws `Refused` where the pack must not take the place of what is here: with the reason and what to do. */
export async function judgePack(
  database: CorpusDatabase,
  { pack, signature, unchecked }: Pick<ReadPack, 'pack' | 'signature' | 'unchecked'>,
  { words, bundled }: { words: Words; bundled: readonly string[] },
): Promise<Judgement> {
  const { id } = pack.manifest;
  if (bundled.includes(id)) throw new Refused([words.t('pack.id-bundled', { id })]);
  const row = await database.packs.get(id);
  const known = row && isThere(row) ? row : null;
  if (known && !isImported(known)) throw new Refused([words.t('pack.id-bundled', { id })]);
  const pinned = known?.signature?.key;
  if (pinned !== undefined) {
    if (unchecked) throw new Refused([words.t('pack.signature-unchecked')]);
    if (!signature) throw new Refused([words.t('pack.signature-missing', { title: known?.manifest.title ?? id })]);
    if (signature.key !== pinned)
      throw new Refused([words.t('pack.key-changed', { title: known?.manifest.title ?? id })]);
  }
  const stored = known ? await storedPack(database, id) : null;
  const diff = stored ? diffPacks(stored.pack, pack) : null;
  return {
    diff,
    same: diff !== null && isSame(diff) && (pinned !== undefined || !signature),
    pins: signature !== null && pinned === undefined,
  };
}

const isThere = (row: PackRow): boolean => row.ready !== null && row.removedAt === undefined;

export interface ImportOptions extends Pick<WriteOptions, 'progress' | 'signal' | 'chunkRows'> {
  words: Words;
  bundled: readonly string[];
  /** Bytes that may still be written; null where the browser does not say. */
  room?(): Promise<number | null>;
  withLock?<T>(work: () => Promise<T>): Promise<T>;
}

/** Rows, blocks, the search index and the copy that the store's journal keeps, for each byte of JSON. */
const ROOM_FACTOR = 5;

/**
 * All or nothing: readers use what they had until the last write. Throws `Refused`, or the signal's reason; the database is as
 * before then. Where the page dies in the middle, or the disk is too full to delete anything, rows stay that nobody reads: the next
 * import or start takes them away (`tidy`).
 */
export function importPack(database: CorpusDatabase, read: ReadPack, options: ImportOptions): Promise<void> {
  return importPacks(database, [{ read }], options);
}

/** A pack, and whether it is to be used; where that is not said it stays as it was, and new ones are used. */
export interface ToImport {
  read: ReadPack;
  enabled?: boolean;
}

/** The same for several: all are there in one moment, or none. */
export async function importPacks(
  database: CorpusDatabase,
  packs: readonly ToImport[],
  { words, bundled, room, withLock = installLock, progress, ...options }: ImportOptions,
): Promise<void> {
  await withLock(async () => {
    options.signal?.throwIfAborted();
    // What an import before could not take away again, as the disk was full.
    await tidy(database).catch(() => {});
    // Another window may have installed something meanwhile.
    for (const { read } of packs) await judgePack(database, read, { words, bundled });
    const needed = packs.reduce((sum, { read }) => sum + read.bytes, 0) * ROOM_FACTOR;
    const free = await room?.();
    if (free != null && free < needed)
      throw new Refused([words.t('pack.no-room', { needed: megabytes(needed), free: megabytes(free) })]);
    const finished: PackRow[] = [];
    try {
      for (const { read, enabled } of packs) {
        await forgetRemoved(database, read.pack.manifest.id);
        await writeEdition(database, editionFor(read), {
          ...options,
          progress,
          last: (row) => finished.push(enabled === undefined ? row : { ...row, enabled }),
        });
      }
      options.signal?.throwIfAborted();
      await database.packs.bulkPut(finished);
      for (const { read } of packs) await keepIndex(database, editionFor(read), options.signal);
    } catch (error) {
      await tidy(database).catch(() => {});
      throw isFull(error) ? new Refused([words.t('pack.disk-full')]) : error;
    }
    await tidy(database).catch(() => {});
  });
}

/** A pack that was taken out a moment ago is gone now: this is a new one. */
async function forgetRemoved(database: CorpusDatabase, id: string): Promise<void> {
  const row = await database.packs.get(id);
  if (!row || isThere(row)) return;
  await database.packs.put({ ...row, removedAt: 0 });
  await tidy(database, UNDO_MS);
}

const editionFor = ({ pack, hash, signature }: ReadPack): NewEdition => ({
  pack,
  edition: editionOf({ id: pack.manifest.id, hash }),
  origin: 'imported',
  ...(signature && { signature }),
});

/** Made where it stalls nobody. A search that finds none makes it: what goes wrong here is no reason to refuse a pack. */
async function keepIndex(database: CorpusDatabase, { edition, pack }: NewEdition, signal?: AbortSignal): Promise<void> {
  try {
    await saveIndex(database, edition, await buildIndexGently(pack, signal));
  } catch {
    // Stopped, or no room: the pack is there all the same.
  }
}

function isFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth++) {
    if ('name' in at && at.name === 'QuotaExceededError') return true;
    at = 'inner' in at ? at.inner : null;
  }
  return false;
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 / 1024))}`;
