/** The reader's data in the settings page: a backup of it, back from one, and gone. */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { DataEvents, DataState } from '../../components/options/packs-view.ts';
import type { ReadBackup } from '../../corpus/backup.ts';
import { installLock } from '../../corpus/install.ts';
import { dropImported } from '../../corpus/installed.ts';
import { interfaceWords } from '../../utils/extension/interface-words.ts';
import { ask } from '../../utils/extension/messages.ts';
import type { SavedLoss } from '../../utils/extension/protocol.ts';
import { dismissLoss, followLoss, wereAnySaved } from '../../utils/extension/saved-loss.ts';
import { grantedSites, revokeSites } from '../../utils/extension/site-access.ts';
import { download } from './download.ts';
import { bundledIds, loadPacks, packsChanged, withDatabase } from './packs.ts';
import { room } from './room.ts';

export const data = signal<DataState>({ at: 'idle' });

/** What the panel tells of saved pages too. */
export const loss = signal<SavedLoss | null>(null);

/** A damaged store is noticed only by who looks: asks for the pages where there were any. */
export function watchLoss(): void {
  followLoss((next) => {
    loss.value = next;
  });
  void wereAnySaved()
    .then((any) => (any ? ask('saved-beside', { url: null, date: null, items: [] }) : null))
    .catch(() => {});
}

const show = (state: DataState): void => {
  data.value = state;
};

/** Backups come with the validator; most visits of the settings need neither. */
const backups = () => Promise.all([import('../../corpus/backup.ts'), import('./own-data.ts')]);

let stop: AbortController | null = null;
let waiting: { backup: ReadBackup; file: string } | null = null;

/** What goes wrong is said, under the name of the file. */
async function attempt(file: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const mine = new AbortController();
  stop = mine;
  try {
    await work(mine.signal);
  } catch (error) {
    if (mine.signal.aborted) return show({ at: 'said', text: interfaceWords().t('pack.stopped') });
    const { Refused } = await import('../../corpus/import-pack.ts');
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const isHalf = error instanceof Error && error.name === 'HalfRestored';
    const problems = error instanceof Refused ? error.problems : [interfaceWords().t('pack.failed', { reason })];
    show({ at: 'refused', file, problems, isHalf });
  }
}

async function backup(): Promise<void> {
  const version = browser.runtime.getManifest().version;
  const name = `second-source-backup-${new Date().toISOString().slice(0, 10)}.json.gz`;
  await attempt(name, async () => {
    const [{ makeBackup }, { parts }] = await backups();
    const made = await withDatabase((database) => makeBackup(database, parts, { version }));
    const { gzipped } = await import('../../corpus/import-pack.ts');
    download(name, await gzipped(`${JSON.stringify(made)}\n`));
    show({ at: 'said', text: interfaceWords().t('data.saved', { file: name }) });
  });
}

async function readFiles([file]: readonly File[]): Promise<void> {
  if (!file) return;
  show({ at: 'working', file: file.name });
  await attempt(file.name, async (signal) => {
    const [{ readBackup }, { parts }] = await backups();
    const read = await withDatabase((database) =>
      readBackup(file, database, parts, { words: interfaceWords(), bundled: bundledIds(), signal }),
    );
    waiting = { backup: read, file: file.name };
    show({
      at: 'preview',
      file: file.name,
      backup: {
        made: read.made,
        settings: Object.keys(read.settings).length,
        packs: read.packs.map((pack) => pack.read.pack.manifest.title),
        rows: Object.values(read.own).reduce((sum, list) => sum + list.length, 0),
        notes: read.notes,
      },
    });
  });
}

async function restore(): Promise<void> {
  if (!waiting) return;
  const { backup: read, file } = waiting;
  waiting = null;
  show({ at: 'working', file });
  await attempt(file, async (signal) => {
    const [{ restoreBackup }, { parts }] = await backups();
    await withDatabase((database) =>
      restoreBackup(database, read, parts, { words: interfaceWords(), bundled: bundledIds(), signal, room }),
    );
    await packsChanged();
    show({ at: 'said', text: interfaceWords().t('data.restored') });
  });
}

/** As after installing: nothing of the reader's, and what the build brings. */
async function erase(): Promise<void> {
  await attempt('', async () => {
    const [, { parts }] = await backups();
    for (const part of parts.own) await part.clear();
    await parts.settings.replace({});
    const granted = await grantedSites();
    if (granted.length > 0) await revokeSites(granted);
    await installLock(() => withDatabase(dropImported));
    await ask('reinstall-corpus', null);
    await loadPacks();
    show({ at: 'said', text: interfaceWords().t('data.erased') });
  });
}

export const dataEvents: DataEvents = {
  onDismissLoss: () => void dismissLoss(),
  onBackup: () => void backup(),
  onRestoreFile: (files) => void readFiles(files),
  onRestore: () => void restore(),
  onCancelData: () => {
    waiting = null;
    if (data.value.at === 'working') stop?.abort();
    else show({ at: 'idle' });
  },
  onErase: () => show({ at: 'erase' }),
  onEraseNow: () => void erase(),
};
