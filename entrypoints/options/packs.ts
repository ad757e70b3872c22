/** The packs of the settings page: listed, imported, switched, removed, exported. The background is told after each change. */

import { signal } from '@preact/signals';
import type { ImportView, PacksEvents, PacksView, PackView, PreviewView } from '../../components/options/packs-view.ts';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { packLanguage } from '../../corpus/document-info.ts';
import type { Judgement } from '../../corpus/import-pack.ts';
import { ifLockIsFree, installLock } from '../../corpus/install.ts';
import {
  enablePack,
  installedPacks,
  removePack,
  storedPack,
  tidy,
  UNDO_MS,
  undoRemove,
} from '../../corpus/installed.ts';
import { openEdition } from '../../corpus/lookup.ts';
import { packDetails } from '../../corpus/pack-details.ts';
import { Refused } from '../../corpus/pack-file.ts';
import type { Manifest } from '../../corpus/schema/pack.ts';
import { fingerprint } from '../../corpus/signature.ts';
import { interfaceWords } from '../../utils/extension/interface-words.ts';
import { ask } from '../../utils/extension/messages.ts';
import { download } from './download.ts';
import { type Importer, type ImportStep, type PackSummary, startImporter } from './importer.ts';

export const library = signal<PacksView>({ packs: [], importing: { at: 'idle' }, undo: null, notKept: null });

const show = (change: Partial<PacksView>): void => {
  library.value = { ...library.value, ...change };
};
const showImport = (importing: ImportView): void => show({ importing });

/** A connection for each piece of work: one that stays open would hold up whoever makes the database anew. */
export async function withDatabase<T>(work: (database: CorpusDatabase) => Promise<T>): Promise<T> {
  const database = openDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export async function loadPacks(): Promise<void> {
  // The page is of use without its list of packs.
  const { corpus, packs } = await ask('corpus-state', null).catch(() => ({ corpus: null, packs: [] }));
  if (corpus?.state === 'memory') {
    const bundled = { bundled: true, enabled: true, fingerprint: null, damaged: false };
    const lines = packs.map(async (pack) => ({ ...pack, ...bundled, details: await detailsOf(pack.id) }));
    show({ packs: await Promise.all(lines), notKept: corpus.reason });
    return;
  }
  const installed = await withDatabase((database) => installedPacks(database, { check: true })).catch(() => []);
  const lines = installed.map(async ({ key, origin, manifest, ...pack }): Promise<PackView> => {
    return {
      ...pack,
      bundled: origin === 'bundled',
      fingerprint: key === null ? null : await fingerprint(key),
      // A pack that is off is not the background's; its line must not jump away under a second click on the switch.
      details: (pack.enabled ? await detailsOf(pack.id) : null) ?? (await detailsIn(manifest, pack.edition)),
    };
  });
  show({ packs: await Promise.all(lines), notKept: null });
}

/** What an import left that could not be taken away then; where another runs, it does that itself. */
export function tidyUp(): void {
  void ifLockIsFree(() => withDatabase(tidy)).catch(() => {});
}

/** How a pack was put together; the list is of use without. */
const detailsOf = (id: string): Promise<PackView['details']> =>
  ask('pack-details', { id }).then(
    ({ details }) => details,
    () => null,
  );

/** The same out of the database: of a pack that is off, or whose background does not answer. */
async function detailsIn(manifest: Manifest, edition: string): Promise<PackView['details']> {
  const facts = await withDatabase((database) => openEdition(database, edition).facts()).catch(() => undefined);
  return packDetails(manifest, facts);
}

/** The background reads its packs anew, and open pages are read again. */
export async function packsChanged(): Promise<void> {
  await ask('packs-changed', null).catch(() => {});
  await loadPacks();
}

/** Packs that the build brings: nobody else may use their ids. */
export const bundledIds = (): string[] => library.value.packs.filter((pack) => pack.bundled).map((pack) => pack.id);

/** The import that runs, and what it has read. */
let stop: AbortController | null = null;
let waiting: { importer: Importer; read: PackSummary; file: string } | null = null;

/** What was read and is not wanted. */
function forgetWaiting(): void {
  waiting?.importer.end();
  waiting = null;
}

/** What can be cancelled ends in the box for a file; what went wrong is said. */
async function attempt(file: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  try {
    await work(mine.signal);
  } catch (error) {
    if (stop !== mine && mine.signal.aborted) return;
    if (mine.signal.aborted) showImport({ at: 'said', text: interfaceWords().t('pack.stopped') });
    else if (error instanceof Refused) showImport({ at: 'refused', file, problems: error.problems });
    else {
      const reason = error instanceof Error ? error.message : String(error);
      showImport({ at: 'refused', file, problems: [interfaceWords().t('pack.failed', { reason })] });
    }
  }
}

const progressOf =
  (file: string) =>
  (step: ImportStep, done: number, of: number): void =>
    showImport({ at: 'working', step, file, done, of });

async function readFiles(files: readonly File[]): Promise<void> {
  const [file] = files;
  if (!file) return;
  if (files.length > 1) {
    showImport({ at: 'said', text: interfaceWords().t('packs.one-file', { n: files.length }) });
    return;
  }
  const progress = progressOf(file.name);
  progress('reading', 0, file.size);
  await attempt(file.name, async (signal) => {
    forgetWaiting();
    const importer = startImporter();
    try {
      const { read, judged } = await importer.read(file, { bundled: bundledIds(), signal, progress });
      const preview = await previewOf(read, judged);
      signal.throwIfAborted();
      waiting = { importer, read, file: file.name };
      showImport({ at: 'preview', file: file.name, preview });
    } catch (error) {
      importer.end();
      throw error;
    }
  });
}

async function previewOf(read: PackSummary, { diff, same, pins }: Judgement): Promise<PreviewView> {
  const { manifest, documents, claims } = read;
  return {
    title: manifest.title,
    id: manifest.id,
    version: manifest.version,
    description: manifest.description,
    selection: manifest.selection,
    language: packLanguage(manifest),
    newest: manifest.newest,
    documents,
    claims,
    diff: diff && {
      version: diff.version,
      from: diff.from,
      to: diff.to,
      other: diff.other,
      parts: (['documents', 'claims', 'measures', 'entities'] as const).map((what) => ({ what, changes: diff[what] })),
    },
    same: same && !library.value.packs.some((pack) => pack.id === manifest.id && pack.damaged),
    trust: read.unchecked ? 'unchecked' : !read.signature ? 'unsigned' : pins ? 'pins' : 'pinned',
    fingerprint: read.signature ? await fingerprint(read.signature.key) : null,
    removed: read.removed,
  };
}

async function importNow(): Promise<void> {
  if (!waiting) return;
  const { importer, read, file } = waiting;
  waiting = null;
  const { title, version, id } = read.manifest;
  const isUpdate = library.value.packs.some((pack) => pack.id === id);
  const progress = progressOf(file);
  progress('writing', 0, 1);
  await attempt(file, async (signal) => {
    await importer.write({ bundled: bundledIds(), signal, progress }).finally(importer.end);
    if (library.value.undo?.id === id) show({ undo: null });
    await packsChanged();
    const text = isUpdate
      ? interfaceWords().t('packs.updated', { title, version })
      : interfaceWords().t('packs.added', { title });
    showImport({ at: 'said', text });
  });
}

async function remove(id: string): Promise<void> {
  const title = library.value.packs.find((pack) => pack.id === id)?.title ?? id;
  if (!(await withDatabase((database) => removePack(database, id)))) return;
  show({ undo: { id, title } });
  await packsChanged();
  setTimeout(() => void forget(id), UNDO_MS);
}

/** The time to take it back is over. Where the page is closed before, the next start does it. */
async function forget(id: string): Promise<void> {
  if (library.value.undo?.id === id) show({ undo: null });
  await installLock(() => withDatabase(tidy));
}

async function undo(id: string): Promise<void> {
  show({ undo: null });
  const back = await withDatabase((database) => undoRemove(database, id));
  if (!back) showImport({ at: 'said', text: interfaceWords().t('packs.undo-late') });
  await packsChanged();
}

/** Above that, a pack is given out packed: text packs to a tenth. */
const PLAIN_FILE_MOST = 1_000_000;

async function exportPack(id: string): Promise<void> {
  const stored = await withDatabase((database) => storedPack(database, id));
  if (!stored) return;
  const { pack, signature } = stored;
  const text = `${JSON.stringify({ ...pack, ...(signature && { signature }) })}\n`;
  const name = `${id}-${pack.manifest.version}.json`;
  if (text.length <= PLAIN_FILE_MOST) return download(name, new Blob([text], { type: 'application/json' }));
  const { gzipped } = await import('../../corpus/import-pack.ts');
  download(`${name}.gz`, await gzipped(text));
}

export const packEvents: PacksEvents = {
  onFiles: (files) => void readFiles(files),
  onImport: () => void importNow(),
  onCancel: () => {
    forgetWaiting();
    if (library.value.importing.at === 'working') stop?.abort();
    else showImport({ at: 'idle' });
  },
  onClose: () => showImport({ at: 'idle' }),
  onSaveProblems: () => {
    const { importing } = library.value;
    if (importing.at === 'refused')
      download(
        `${importing.file}-problems.txt`,
        new Blob([`${importing.problems.join('\n')}\n`], { type: 'text/plain' }),
      );
  },
  onEnable: (id, enabled) => {
    // At once: pages follow before the list is read anew, and who presses again then means the other way.
    show({ packs: library.value.packs.map((pack) => (pack.id === id ? { ...pack, enabled } : pack)) });
    void withDatabase((database) => enablePack(database, id, enabled)).then(packsChanged);
  },
  onExport: (id) => void exportPack(id),
  onRemove: (id) => void remove(id),
  onUndo: (id) => void undo(id),
};
