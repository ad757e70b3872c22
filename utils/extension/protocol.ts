/** Every message between the reader, the background and the extension's pages: one-shot requests, parsed where they arrive. */
import type { Block } from '../language/types.ts';
import type { Report } from '../report.ts';

/** What the reader sends of a page. Nothing of it is kept. */
export interface PageText {
  url: string;
  /** Date candidates in the order of trust: JSON-LD, meta, <time>, URL. */
  dates: { source: 'json-ld' | 'meta' | 'time' | 'url'; value: string }[];
  language: string;
  title: string;
  blocks: Block[];
}

export type CorpusState =
  | { state: 'ready' }
  | { state: 'preparing'; done: number; of: number }
  /** Served from the bundled files; nothing can be kept. */
  | { state: 'memory'; reason: string }
  | { state: 'unavailable'; reason: string };

export type AnalyseAnswer = { ok: true; report: Report; corpus: CorpusState } | { ok: false; reason: string; corpus: CorpusState };

/** What the reader of a tab knows; the panel asks for it. */
export type ReaderState =
  | { state: 'off-topic' }
  | { state: 'scanning' }
  | { state: 'off' }
  | { state: 'unread-language'; language: string }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; report: Report; stale: boolean; title: string; host: string };
