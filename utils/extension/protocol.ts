/** Every message between the reader, the background and the extension's pages: one-shot requests, parsed where they arrive. */
import type { DismissedHere } from '../dismissals.ts';
import type { Block } from '../language/types.ts';
import type { Ledger } from '../ledger.ts';
import type { Report } from '../report.ts';
import type { CardTable } from '../words/card-words.ts';
import type { WireReport } from './report-wire.ts';
import type { SavedProtocol } from './saved-protocol.ts';

export type * from './saved-protocol.ts';

/** What the reader sends of a page. Nothing of it is kept. */
export interface PageText {
  url: string;
  /** Date candidates in the order of trust: JSON-LD, meta, <time>, URL. */
  dates: { source: 'json-ld' | 'meta' | 'time' | 'url'; value: string }[];
  language: string;
  title: string;
  blocks: Block[];
}

/** A text of the reader's own. */
export interface DraftText {
  /** ISO; null where the reader gave none. */
  date: string | null;
  blocks: Block[];
}

export type CorpusState =
  | { state: 'ready' }
  | { state: 'preparing'; done: number; of: number }
  /** Served from the bundled files; nothing can be kept. */
  | { state: 'memory'; reason: string }
  | { state: 'unavailable'; reason: string };

export type AnalyseAnswer =
  /** `words`: the cards' texts where the interface is not in English, which the cards' script has itself. */
  | { ok: true; report: Report; corpus: CorpusState; words?: CardTable }
  | { ok: false; reason: string; corpus: CorpusState };

/** The same on its way to a page. */
export type WireAnswer =
  | (Omit<Extract<AnalyseAnswer, { ok: true }>, 'report'> & { report: WireReport })
  | Extract<AnalyseAnswer, { ok: false }>;

/** Who promised what: a list for each enabled pack that keeps one. */
export type LedgerAnswer = { ok: true; ledgers: Ledger[] } | { ok: false; reason: string; corpus: CorpusState };

/** What the reader of a tab knows; the panel asks for it. */
export type ReaderState =
  | { state: 'off-topic' }
  | { state: 'scanning' }
  | { state: 'off' }
  | { state: 'unread-language'; language: string }
  | { state: 'failed'; reason: string }
  /** The report is whole: `dismissed` says what of it is kept back. */
  | {
      state: 'ready';
      report: Report;
      dismissed: DismissedHere;
      stale: boolean;
      title: string;
      host: string;
    };

/** What the panel should bring into view: an item or mention of the page's report. */
export interface Focus {
  /** `Item.id`. */
  item?: string;
  entity?: string;
  document?: string;
}

/** Where to scroll to on a page, in the report's own terms. */
export interface ShowRequest {
  block: number;
  start: number;
  end: number;
}

/** A pack as the settings and the panel list it. */
export interface PackLine {
  id: string;
  title: string;
  version: string;
  newest: string;
  documents: number;
  claims: number;
}

/** How many there are of one name. */
export interface Tally {
  name: string;
  n: number;
}

/** What a pack is made of. In outlets, countries, kinds and languages copies of one text count once, under who wrote it. */
export interface PackFacts {
  documents: number;
  /** Of these, how many print another outlet's text. */
  copies: number;
  claims: { figures: number; stances: number; facts: number };
  /** Of the documents with a date. */
  oldest?: string;
  newest?: string;
  undated: number;
  kinds: Tally[];
  outlets: Tally[];
  /** By their two letters; "" where it is not known. */
  countries: Tally[];
  languages: Tally[];
}

/** What a pack says of itself, and what was counted. */
export interface PackDetails {
  id: string;
  /** Of these words. */
  language?: string;
  description: string;
  selection: string;
  corrections: { date: string; what: string }[];
  unknowns: string[];
  /** Absent where nothing was counted. */
  facts?: PackFacts;
}

/**
 * Every request and its answer. The first group goes to the background, the second to the reader of one tab, the third
 * from the background to whichever of the extension's pages are open.
 */
export interface Protocol extends SavedProtocol {
  analyse: { request: PageText; answer: WireAnswer };
  /** From the panel: a text that the reader pasted. Nothing of it is kept. */
  'check-draft': { request: DraftText; answer: AnalyseAnswer };
  /** The reader's state is another one now; `conflicts` is what the badge shows, null clears it. */
  'reader-changed': { request: { conflicts: number | null }; answer: { noted: true } };
  /** From a page that found no gate: the worker was killed before it had prepared the packs. */
  'prepare-packs': { request: null; answer: { noted: true } };
  /** From a page on a topic: the cards' script, into this page. */
  'bring-cards': { request: null; answer: { brought: boolean } };
  /** From a card. `opened` is false where the browser lets no page click open the panel (Firefox). */
  'open-panel': { request: Focus; answer: { opened: boolean } };
  'corpus-state': { request: null; answer: { corpus: CorpusState; packs: PackLine[] } };
  /** For the panel's *Pledges*. */
  ledger: { request: null; answer: LedgerAnswer };
  /** Null where no such pack is there. */
  'pack-details': { request: { id: string }; answer: { details: PackDetails | null } };
  /** The remedy for a damaged database: delete and install the bundled packs again. */
  'reinstall-corpus': { request: null; answer: { corpus: CorpusState } };
  /** From the settings: packs were imported, switched or removed. */
  'packs-changed': { request: null; answer: { noted: true } };

  'reader-state': { request: null; answer: ReaderState };
  /** Scrolls to a place and flashes it; `found` is false when the page no longer holds it. */
  'show-place': { request: ShowRequest; answer: { found: boolean } };
  'next-mark': { request: { direction: 1 | -1 }; answer: { found: boolean } };
  rescan: { request: null; answer: { started: boolean } };

  /** The reader of a tab has something else to say than before. */
  'tab-changed': { request: { tab: number }; answer: { noted: true } };
  /** The reader pressed the button or keys at `at` (ms since 1970): a panel that was open before then closes. */
  'panel-toggled': { request: { window: number; at: number }; answer: { noted: true } };
}

export type MessageName = keyof Protocol;
