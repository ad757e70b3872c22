/** The settings page's side of an import: one worker for one file, which reads it, waits, and writes it. */
import type { Judgement, ReadPack } from '../../corpus/import-pack.ts';
import { Refused } from '../../corpus/pack-file.ts';
import type { Manifest } from '../../corpus/schema/pack.ts';
import { loadWords } from '../../utils/extension/interface-words.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { FullTable } from '../../utils/words/types.ts';
import workerUrl from './importer-worker.ts?worker&url';

interface Spoken {
  language: Language;
  /** Null for English. */
  table: FullTable | null;
}

export type ImporterTask =
  | ({ task: 'read'; file: File; bundled: readonly string[] } & Spoken)
  | ({ task: 'write'; bundled: readonly string[] } & Spoken)
  | { task: 'stop' };

export type ImportStep = 'reading' | 'checking' | 'writing';

/** What is shown of a pack that was read; the pack itself stays in the worker. */
export interface PackSummary extends Pick<ReadPack, 'signature' | 'unchecked' | 'removed'> {
  manifest: Manifest;
  documents: number;
  claims: number;
}

export type ImporterNews =
  | { news: 'progress'; step: ImportStep; done: number; of: number }
  | { news: 'read'; read: PackSummary; judged: Judgement }
  | { news: 'written' }
  | { news: 'refused'; problems: readonly string[] }
  | { news: 'failed'; reason: string }
  | { news: 'stopped' };

type Outcome = Exclude<ImporterNews, { news: 'progress' | 'refused' | 'failed' | 'stopped' }>;

export interface Asked {
  bundled: readonly string[];
  signal: AbortSignal;
  progress(step: ImportStep, done: number, of: number): void;
}

/** Each throws `Refused` with the file's problems, the signal's reason, or an `Error` that says what failed. */
export interface Importer {
  read(file: File, asked: Asked): Promise<{ read: PackSummary; judged: Judgement }>;
  /** What was read. All or nothing: see corpus/import-pack.ts. */
  write(asked: Asked): Promise<void>;
  /** Not while it writes: that is what the signal is for. */
  end(): void;
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface Policies {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** The pages' policy asks for a trusted address where a script is started; this one is the build's own. */
const policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('importer', {
  createScriptURL: () => workerUrl,
});

export function startImporter(): Importer {
  const worker = new Worker(policy ? policy.createScriptURL(workerUrl) : workerUrl, { type: 'module' });

  async function ask(task: { task: 'read'; file: File } | { task: 'write' }, asked: Asked): Promise<Outcome> {
    const { words, table } = await loadWords();
    const { bundled, signal, progress } = asked;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const stop = (): void => worker.postMessage({ task: 'stop' } satisfies ImporterTask);
      signal.addEventListener('abort', stop, { once: true });
      const settle = (end: () => void): void => {
        signal.removeEventListener('abort', stop);
        end();
      };
      worker.onerror = (event) => settle(() => reject(new Error(event.message || 'the importer did not start')));
      worker.onmessage = ({ data }: MessageEvent<ImporterNews>) => {
        if (data.news === 'progress') progress(data.step, data.done, data.of);
        else if (data.news === 'refused') settle(() => reject(new Refused(data.problems)));
        else if (data.news === 'failed') settle(() => reject(new Error(data.reason)));
        else if (data.news === 'stopped') settle(() => reject(signal.reason));
        else settle(() => resolve(data));
      };
      worker.postMessage({ ...task, bundled: [...bundled], language: words.locale, table } satisfies ImporterTask);
    });
  }

  return {
    read: async (file, asked) => {
      const outcome = await ask({ task: 'read', file }, asked);
      if (outcome.news !== 'read') throw new Error('the importer lost its pack');
      return outcome;
    },
    write: async (asked) => {
      await ask({ task: 'write' }, asked);
    },
    end: () => worker.terminate(),
  };
}
