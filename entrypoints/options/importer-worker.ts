/**
 * The import of one pack in a thread of its own: a large file is parsed, checked, compared and laid out for seconds, and in
 * Firefox the settings and the background, which answers readers, share one thread. Keeps what it read until it is told to
 * write it; ends with its work.
 */
import { openDatabase } from '../../corpus/database.ts';
import { importPack, judgePack, type ReadPack, Refused, readPackFile } from '../../corpus/import-pack.ts';
import { makeWords, type Words } from '../../utils/words/index.ts';
import type { ImporterNews, ImporterTask, PackSummary } from './importer.ts';
import { room } from './room.ts';

const tell = (news: ImporterNews): void => self.postMessage(news);

let kept: ReadPack | null = null;
let stop = new AbortController();

/** A step is told as often as it can be seen. */
const PROGRESS_PARTS = 200;
function progress() {
  let last = '';
  return (step: 'reading' | 'checking' | 'writing', done: number, of: number): void => {
    const now = `${step} ${Math.floor((done / Math.max(1, of)) * PROGRESS_PARTS)}`;
    if (now === last) return;
    last = now;
    tell({ news: 'progress', step, done, of });
  };
}

const summaryOf = ({ pack, signature, unchecked, removed }: ReadPack): PackSummary => ({
  manifest: pack.manifest,
  documents: pack.documents.length,
  claims: pack.documents.reduce((sum, document) => sum + document.claims.length, 0),
  signature,
  unchecked,
  removed,
});

async function work(task: Exclude<ImporterTask, { task: 'stop' }>, words: Words): Promise<void> {
  const { signal } = stop;
  const { bundled } = task;
  const database = openDatabase();
  try {
    if (task.task === 'read') {
      kept = await readPackFile(task.file, { words, signal, progress: progress() });
      const judged = await judgePack(database, kept, { words, bundled });
      signal.throwIfAborted();
      tell({ news: 'read', read: summaryOf(kept), judged });
    } else if (kept) {
      const told = progress();
      const written = (done: number, of: number) => told('writing', done, of);
      await importPack(database, kept, { words, bundled, signal, room, progress: written });
      tell({ news: 'written' });
    }
  } catch (error) {
    if (signal.aborted) tell({ news: 'stopped' });
    else if (error instanceof Refused) tell({ news: 'refused', problems: error.problems });
    else tell({ news: 'failed', reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  } finally {
    database.close();
  }
}

self.onmessage = ({ data }: MessageEvent<ImporterTask>) => {
  if (data.task === 'stop') {
    stop.abort();
    return;
  }
  stop = new AbortController();
  void work(data, makeWords(data.language, data.table ?? undefined));
};
