/**
 * The reader's own pages on their way between an article, the background and the panel. Types only: the schemas are
 * `corpus/schema/saved.ts` (all of a page, before it is kept) and `saved-schemas.ts` (messages where they arrive).
 */
import type { Block } from '../language/types.ts';
import type { Against, DocumentInfo, Exactness, Item, QuantityValue, Verdict } from '../report.ts';
import type { PageText } from './protocol.ts';

/** A page as it was taken out of its surroundings. Nothing of it is kept until the reader says so. */
export interface ArticleText extends PageText {
  outlet: string;
  /** As printed; "" where there is none. */
  byline: string;
  /** The page's own description, or its first paragraph. */
  summary: string;
  /** The text was longer than what is kept. */
  cut: boolean;
}

export interface SavedBlock {
  kind: Block['kind'];
  text: string;
}

interface SavedClaimBase {
  id: string;
  measure: string;
  scope: Record<string, string>;
  surface: string;
  surfaceIsOurs?: boolean;
  saidBy?: string;
  asOf?: string;
  modality: Item['modality'];
  origin?: string;
  wording?: string;
  fragment?: { start: string; end?: string };
}
/** As a pack's claims are (corpus/schema/document.ts). */
export type SavedClaim =
  | (SavedClaimBase & {
      kind: 'figure';
      quantity: {
        value?: number;
        low?: number | null;
        high?: number | null;
        bound: QuantityValue['bound'];
        unit: string;
      };
    })
  | (SavedClaimBase & { kind: 'fact'; value: string })
  | (SavedClaimBase & { kind: 'stance'; value: string; mission?: string; detail?: string; officeHolder?: boolean });

/** As a pack's documents are, with the address that the page had. */
export interface SavedDocument {
  id: string;
  outlet: string;
  title: string;
  url: string;
  date?: string;
  language: string;
  kind: 'news';
  summary: string;
  entities: string[];
  claims: SavedClaim[];
}

/** One page that the reader saved: all that is kept of it. */
export interface SavedPage {
  format: 1;
  /** Made of the page's address: saving it again is the same page. */
  id: string;
  /** ISO instant. */
  savedAt: string;
  byline?: string;
  /** The text was longer than what is kept. */
  cut?: boolean;
  blocks: SavedBlock[];
  document: SavedDocument;
}

/** Saved pages that the browser could not read any more, or had thrown away: told until the reader has seen it. */
export interface SavedLoss {
  /** ISO instant at which it was noticed. */
  at: string;
  /** Pages that are gone, or without their text. */
  lost: number;
  /** Pages that are still there. */
  kept: number;
}

/** A saved page in the list: without its text. */
export interface SavedHead {
  id: string;
  savedAt: string;
  title: string;
  outlet: string;
  url: string;
  date?: string;
  claims: number;
  /** Where the search found its words: the text around the first of them. */
  found?: { before: string; words: string; after: string };
}

/** A figure, fact or stance of a page before saving. */
export interface DraftItem {
  id: string;
  kind: Item['kind'];
  display: string;
  surface: string;
  /** The sentence it stands in, around its words. */
  before: string;
  words: string;
  after: string;
  /** Null where none is clear. */
  measure: string | null;
  scope: Record<string, string>;
  scopeLabel?: string;
  quantity?: { value?: number; low: number | null; high: number | null; bound: QuantityValue['bound'] };
  /** Unit in its measure; null where it has none. */
  unit: string | null;
  /** Singular noun that it counts: "country". */
  noun?: string;
  /** For another measure that asks for them. */
  around: { country?: string; event?: string };
  value?: string;
  mission?: string;
  officeHolder?: boolean;
  saidBy?: string;
  asOf?: string;
  modality: Item['modality'];
  /** Neither asked nor denied. */
  said: boolean;
  fragment?: { start: string; end?: string };
}

/** A measure that the reader may choose for a figure. */
export interface MeasureOption {
  id: string;
  label: string;
  /** Unit → the nouns that carry it, as packs have it. */
  units: Record<string, string[]>;
  requires: string[];
}

/** Everything that saving would keep, for the reader to look at first. */
export interface SaveDraft {
  id: string;
  url: string;
  title: string;
  outlet: string;
  byline: string;
  date: string;
  language: string;
  summary: string;
  blocks: SavedBlock[];
  cut: boolean;
  names: { entity: string; name: string; times: number }[];
  items: DraftItem[];
  measures: MeasureOption[];
  /** Labels of measures of facts and stances, which cannot be changed. */
  labels: Record<string, string>;
  /** False where its language is not read: the text is kept without figures. */
  read: boolean;
  /** More was found than a page keeps. */
  more: boolean;
  /** The copy that saving replaces. */
  earlier: { savedAt: string } | null;
}

/** What the reader changed of one figure, fact or stance. */
export interface ItemChoice {
  keep: boolean;
  /** Null: kept in the text, compared with nothing. */
  measure: string | null;
}

/** What the reader may change before a page is kept. */
export interface SaveChoices {
  title: string;
  outlet: string;
  /** "", `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string;
  items: Record<string, ItemChoice>;
}

/** Fields that cannot be kept as they are. */
export type ChoiceProblem = 'title' | 'outlet' | 'date';

/** Why nothing can be kept, or nothing could be taken from a page. */
export type SaveRefusal = 'private' | 'no-database' | 'full' | 'no-access' | 'no-text' | 'preparing' | 'failed';

export interface Refused {
  ok: false;
  why: SaveRefusal;
  /** The browser's own words, where there are any. */
  reason?: string;
}

/** What comparing with saved pages needs of an item. */
export type ComparedItem = Pick<
  Item,
  | 'id'
  | 'kind'
  | 'surface'
  | 'measure'
  | 'scope'
  | 'quantity'
  | 'value'
  | 'mission'
  | 'only'
  | 'officeHolder'
  | 'notSaid'
  | 'asOf'
  | 'modality'
>;

/** What saved pages say of an item: counted apart from the sources of packs. */
export interface SavedVerdict {
  verdict: Verdict;
  exactness?: Exactness;
  against: Against[];
}

export interface SavedComparison {
  items: Record<string, SavedVerdict>;
  documents: Record<string, DocumentInfo>;
}

export interface SavedProtocol {
  /** Takes the article of a tab and reads it. Nothing is kept. */
  'draft-save': { request: { tab: number }; answer: { ok: true; draft: SaveDraft } | Refused };
  /** Keeps a page; `replaced` is the copy of before, for undoing. */
  'save-page': { request: SavedPage; answer: { ok: true; replaced: SavedPage | null } | Refused };
  /** Newest first; with words, those pages that hold all of them. */
  'saved-list': { request: { words: string }; answer: { ok: true; pages: SavedHead[]; all: number } | Refused };
  /** `labels`: what its measures are called, as far as the enabled packs know. */
  'saved-page': {
    request: { id: string };
    answer: { ok: true; page: SavedPage | null; labels: Record<string, string> } | Refused;
  };
  /** What was deleted comes back once, for undoing. */
  'delete-saved': { request: { id: string }; answer: { ok: true; page: SavedPage | null } | Refused };
  /** The page beside the panel: whether it is saved, and what saved pages say of its items. */
  'saved-beside': {
    request: { url: string | null; date: { from: string; to: string } | null; items: ComparedItem[] };
    answer: { ok: true; saved: SavedHead | null; comparison: SavedComparison } | Refused;
  };
}
