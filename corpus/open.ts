/**
 * The corpus of this browser, whatever state its database is in: ready, being filled, damaged (the bundled packs are
 * installed anew), or not there at all (the bundled files are served from memory).
 */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { type CorpusDatabase, isClosed, isForbidden, openDatabase } from './database.ts';
import {
  type BundledPack,
  editionOf,
  type InstallOptions,
  ifLockIsFree,
  installBundled,
  installLock,
} from './install.ts';
import { type InstalledPack, installedPacks, keepImported, putBack, tidy } from './installed.ts';
import { databaseCorpus } from './lookup.ts';
import { memoryCorpus } from './memory.ts';
import type { Manifest, Pack } from './schema/pack.ts';
import type { Corpus } from './source.ts';

export interface CorpusFiles {
  /** The packs of this build. */
  index(): Promise<BundledPack[]>;
  load(pack: BundledPack): Promise<Pack>;
}

export interface OpenedCorpus {
  /** Every answer waits until the packs are there. */
  corpus: Corpus;
  /** Resolves when the packs are there, in the database or in memory, or cannot be had; never rejects. */
  prepared(): Promise<CorpusState>;
  state(): CorpusState;
  /** All packs, also those that are switched off; bundled ones alone where nothing can be kept. */
  packs(): Promise<InstalledPack[]>;
  /** Deletes the database and fills it again from the bundled files. */
  reinstall(): Promise<CorpusState>;
}

export interface OpenOptions {
  files: CorpusFiles;
  /** Called with every new state. */
  changed?(state: CorpusState): void;
  /** For tests. */
  database?: CorpusDatabase;
  withLock?: InstallOptions['withLock'];
}

/** Starts preparing at once; call it once per worker. */
export function openCorpus({ files, changed, database: first = openDatabase(), withLock }: OpenOptions): OpenedCorpus {
  let state: CorpusState = { state: 'preparing', done: 0, of: 1 };
  let preparing: Promise<CorpusState>;
  /** A database that was made anew and fails again is left alone. */
  let repaired = false;
  /** Somebody closed the database under us: another version of it, its deletion, the browser. It would open again, but empty. */
  let cutOff = false;

  function watched(opened: CorpusDatabase): CorpusDatabase {
    const note = (): void => {
      cutOff = true;
    };
    opened.on('versionchange', note);
    opened.on('close', note);
    return opened;
  }

  let database = watched(first);
  let current: Corpus = databaseCorpus(database, () => state);

  function set(next: CorpusState): CorpusState {
    state = next;
    changed?.(next);
    return next;
  }

  async function install(): Promise<CorpusState> {
    const progress = (done: number, of: number) => set({ state: 'preparing', done, of });
    await installBundled(database, { bundled: await files.index(), load: files.load, progress, withLock });
    current = databaseCorpus(database, () => state);
    // Nobody waits for it; where an import runs, that tidies up itself.
    void ifLockIsFree(() => tidy(database)).catch(() => {});
    return set({ state: 'ready' });
  }

  async function packs(): Promise<InstalledPack[]> {
    await whole();
    if (state.state === 'ready') return installedPacks(database);
    const index = await files.index();
    const { manifests } = await current.rules();
    return manifests.map((manifest) => bundledLine(manifest, index));
  }

  async function useMemory(reason: string): Promise<CorpusState> {
    try {
      const packs = await Promise.all((await files.index()).map(files.load));
      current = memoryCorpus(packs, { state: 'memory', reason });
      return set({ state: 'memory', reason });
    } catch (error) {
      return set({ state: 'unavailable', reason: describe(error) });
    }
  }

  async function makeAnew(): Promise<CorpusState> {
    repaired = true;
    try {
      // What the reader brought is nowhere else.
      const kept = await keepImported(database);
      await database.delete({ disableAutoOpen: false });
      // An upgrade that failed leaves the tables of the old version in the object that tried it.
      database = watched(openDatabase(database.name));
      const made = await install();
      if (kept.length > 0) await (withLock ?? installLock)(() => putBack(database, kept));
      return made;
    } catch (error) {
      return useMemory(describe(error));
    }
  }

  async function prepare(): Promise<CorpusState> {
    try {
      return await install();
    } catch (error) {
      return isForbidden(error) ? useMemory(describe(error)) : makeAnew();
    }
  }

  /** Resolves when the packs are there; what was cut off is looked through first. */
  async function whole(): Promise<void> {
    await preparing;
    if (cutOff && state.state === 'ready') preparing = reopen();
    await preparing;
  }

  /** Every question waits for the packs; a database that fails meanwhile is opened again or made anew, and asked again. */
  async function asking<T>(question: (corpus: Corpus) => Promise<T>): Promise<T> {
    await whole();
    try {
      return await question(current);
    } catch (error) {
      if (state.state !== 'ready' || repaired) throw error;
      preparing = isClosed(error) ? reopen() : makeAnew();
      await preparing;
      return question(current);
    }
  }

  /** The browser may close a connection at any time (sleep, another version); what it holds is looked through again. */
  function reopen(): Promise<CorpusState> {
    database.close({ disableAutoOpen: false });
    cutOff = false;
    return prepare();
  }

  preparing = prepare();
  return {
    prepared: () => preparing,
    packs,
    state: () => state,
    reinstall: () => {
      preparing = makeAnew();
      return preparing;
    },
    corpus: {
      state: () => state,
      rules: () => asking((corpus) => corpus.rules()),
      gate: () => asking((corpus) => corpus.gate()),
      facts: (pack) => asking((corpus) => corpus.facts(pack)),
      packs: () => asking((corpus) => corpus.packs()),
      claimsFor: (wanted) => asking((corpus) => corpus.claimsFor(wanted)),
      claimsNear: (nearby, alike) => asking((corpus) => corpus.claimsNear(nearby, alike)),
      claimsOf: (documents) => asking((corpus) => corpus.claimsOf(documents)),
      titled: (words, most) => asking((corpus) => corpus.titled(words, most)),
      documentsAt: (address) => asking((corpus) => corpus.documentsAt(address)),
      documents: (ids) => asking((corpus) => corpus.documents(ids)),
      documentsMentioning: (entities) => asking((corpus) => corpus.documentsMentioning(entities)),
      stancesOf: (countries) => asking((corpus) => corpus.stancesOf(countries)),
      counts: (entities) => asking((corpus) => corpus.counts(entities)),
    },
  };
}

function bundledLine(manifest: Manifest, index: readonly BundledPack[]): InstalledPack {
  const { id, title, description, version, newest } = manifest;
  const bundled = index.find((pack) => pack.id === id);
  const { documents = 0, claims = 0, hash = '' } = bundled ?? {};
  const head = { id, title, description, version, newest, documents, claims };
  return {
    ...head,
    origin: 'bundled',
    enabled: true,
    key: null,
    edition: editionOf({ id, hash }),
    damaged: false,
    manifest,
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
