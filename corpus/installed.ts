/** The packs that are there: listed, switched on and off, taken out, given out as a file. */
import { type CorpusDatabase, isImported, type PackRow } from './database.ts';
import { dropUnusedEditions, isWhole, type NewEdition, writeEdition } from './install.ts';
import type { Manifest, Pack, PackSignature } from './schema/pack.ts';
import { readEdition } from './stored-edition.ts';

/** How long a pack that was taken out can be had back; then its rows go. */
export const UNDO_MS = 15_000;

/** A pack as the settings list it. */
export interface InstalledPack {
  id: string;
  title: string;
  description: string;
  version: string;
  newest: string;
  documents: number;
  claims: number;
  origin: 'bundled' | 'imported';
  enabled: boolean;
  /** The public key that it is signed by; null where it is not signed. */
  key: string | null;
  /** Changes with every other content. */
  edition: string;
  /** Rows of it were lost: its file has to be imported again. */
  damaged: boolean;
  manifest: Manifest;
}

type Ready = PackRow & { ready: string };

const isThere = (row: PackRow): row is Ready => row.ready !== null && row.removedAt === undefined;

/** Bundled packs first, then by title. `check` counts the rows of the imported ones, which takes a while with large packs. */
export async function installedPacks(database: CorpusDatabase, { check = false } = {}): Promise<InstalledPack[]> {
  const rows = (await database.packs.toArray()).filter(isThere);
  const packs = await Promise.all(
    rows.map(async (row): Promise<InstalledPack> => {
      const { id, manifest, documents, ready } = row;
      return {
        id,
        title: manifest.title,
        description: manifest.description,
        version: manifest.version,
        newest: manifest.newest,
        documents,
        claims: row.claims ?? 0,
        origin: row.origin ?? 'bundled',
        enabled: row.enabled !== false,
        key: row.signature?.key ?? null,
        edition: ready,
        damaged: check && isImported(row) && !(await isWhole(database, row)),
        manifest,
      };
    }),
  );
  const rank = (pack: InstalledPack) => (pack.origin === 'bundled' ? 0 : 1);
  return packs.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
}

/** Nothing happens to a pack that is not there. */
export async function enablePack(database: CorpusDatabase, id: string, enabled: boolean): Promise<void> {
  await database.packs.where('id').equals(id).modify({ enabled });
}

/** Takes an imported pack out at once; its rows stay for `UNDO_MS`. False for bundled packs, which can be switched off. */
export async function removePack(database: CorpusDatabase, id: string, now = Date.now()): Promise<boolean> {
  const changed = await database.packs.where('id').equals(id).and(isImported).modify({ removedAt: now });
  return changed > 0;
}

/** False where its rows are gone already: the file has to be imported again. */
export async function undoRemove(database: CorpusDatabase, id: string): Promise<boolean> {
  const changed = await database.packs
    .where('id')
    .equals(id)
    .and((row) => row.removedAt !== undefined)
    .modify((row) => {
      delete row.removedAt;
    });
  return changed > 0;
}

/**
 * Takes away what nobody needs: packs whose removal is final (all of them with `now`: the reader left or waited), imports that
 * were stopped in the middle, editions that were replaced. Call under the lock, where no import runs. On a full disk nothing can be
 * taken away either (Firefox): so it is called at each start of the background and of the settings, and before each import.
 */
export async function tidy(database: CorpusDatabase, now = Date.now()): Promise<void> {
  const rows = await database.packs.toArray();
  const gone: string[] = [];
  const stopped: PackRow[] = [];
  for (const row of rows) {
    if (row.removedAt !== undefined && now - row.removedAt >= UNDO_MS) gone.push(row.id);
    // The build's own files are there to go on from; a file of the reader's is not.
    else if (isImported(row) && row.importing)
      if (row.ready === null) gone.push(row.id);
      else stopped.push({ ...row, importing: null });
  }
  if (gone.length + stopped.length > 0)
    await database.transaction('rw', database.packs, async () => {
      await database.packs.bulkDelete(gone);
      await database.packs.bulkPut(stopped);
    });
  await dropUnusedEditions(database);
}

/** A pack as it was imported, and its signature; null where it is not there. */
export async function storedPack(
  database: CorpusDatabase,
  id: string,
): Promise<{ pack: Pack; signature: PackSignature | null } | null> {
  const row = await database.packs.get(id);
  if (!row || !isThere(row)) return null;
  const { entities, measures, documents } = await readEdition(database, row.ready);
  const pack: Pack = { manifest: row.manifest, entities, vocabulary: row.vocabulary ?? {}, measures, documents };
  return { pack, signature: row.signature ?? null };
}

/** An imported pack on its way past a database that has to be made anew. */
export interface KeptPack {
  read: NewEdition;
  enabled: boolean;
}

/** The imported packs, as far as they can be read whole; never rejects. */
export async function keepImported(database: CorpusDatabase): Promise<KeptPack[]> {
  const kept: KeptPack[] = [];
  try {
    for (const row of (await database.packs.toArray()).filter(isThere).filter(isImported)) {
      const stored = (await isWhole(database, row)) ? await storedPack(database, row.id) : null;
      if (!stored) continue;
      const { pack, signature } = stored;
      const read: NewEdition = { pack, edition: row.ready, origin: 'imported', ...(signature && { signature }) };
      kept.push({ read, enabled: row.enabled !== false });
    }
  } catch {
    // What cannot be read any more cannot be kept.
  }
  return kept;
}

/** Writes kept packs into the database that was made anew. Call under the lock. */
export async function putBack(database: CorpusDatabase, packs: readonly KeptPack[]): Promise<void> {
  for (const { read, enabled } of packs) {
    await writeEdition(database, read, {});
    if (!enabled) await enablePack(database, read.pack.manifest.id, false);
  }
}

/** Takes all imported packs out for good. Call under the lock. */
export async function dropImported(database: CorpusDatabase): Promise<void> {
  await database.packs.filter(isImported).delete();
  await dropUnusedEditions(database);
}
