/** What the analysis of one page gives: made in the background, drawn by the card, the panel and the command line. */
import type { Bound, DateRange, Interval, Modality, Place } from './language/types.ts';

/** How one figure stands to one claim (design: figures.md, "Verdicts"). */
export type PairVerdict = 'same' | 'fits' | 'strained' | 'conflicts' | 'changed since';

/** How one figure stands to all comparable claims. */
export type Verdict =
  | 'agrees'
  | 'conflicts'
  | 'sources differ'
  | 'strained'
  | 'changed since'
  | 'as last reported'
  | 'only here';

export type Exactness = 'less exact' | 'more exact';

/** The numbers of a quantity, without its place in a text. */
export interface QuantityValue {
  value?: number;
  bound: Bound;
  hard: Interval;
  soft: Interval;
  unit: string | null;
  /** Half a unit of the last printed digit of a rounded number; 0 or absent for exact counts. */
  precision?: number;
}

/** One claim of the corpus beside an item of the page. */
export interface Against {
  document: string;
  claim: string;
  verdict: PairVerdict;
  exactness?: Exactness;
  /** As the source prints it: at most eight words. */
  surface: string;
  /** The surface is our own words: shown without quotation marks. */
  surfaceIsOurs?: boolean;
  quantity?: QuantityValue;
  value?: string;
  /** Short form for lists: "26", "≈ 26", "> 24", "by phone". */
  display: string;
  /** What exactly was counted, in the source's wording: "troops or presence". */
  wording?: string;
  saidBy?: string;
  asOf?: string;
  modality: Modality;
  /** Sources that repeat one origin share it; a source that is its own origin has none. */
  origin?: string;
  /** Of another time than the page's: the verdict does not rest on it where others are near. */
  far?: boolean;
  /** Reported after this page. */
  later?: boolean;
  /** Less exact than another claim of the same source: shown, not counted. */
  secondary?: boolean;
  /** Opens the source at the passage; absent where the source has no address. */
  url?: string;
}

export interface Item extends Place {
  id: string;
  /** Whose measure it is; what makes two reports' items comparable. */
  pack?: string;
  kind: 'figure' | 'fact' | 'stance';
  surface: string;
  measure: string | null;
  /** The measure in words; null where there is none. */
  label: string | null;
  /** Of the pack's own words: labels, values, what was counted. */
  language?: string;
  /** The measure changes with time: what sources of several dates say can be drawn over time. */
  evolving?: true;
  scope: Record<string, string>;
  /** The scope in words: "France", "Paris, 4 Sep 2025". */
  scopeLabel?: string;
  quantity?: QuantityValue;
  value?: string;
  mission?: string;
  /** A set that the page calls whole: "only France and Britain signed". */
  only?: true;
  /** A stance that a named office-holder of the country states. */
  officeHolder?: true;
  /** Asked or denied on the page: compared with nothing. */
  notSaid?: true;
  /** Short form of what this page says: "≈ 35". */
  display: string;
  speaker?: { entity: string | null; text: string };
  asOf?: string;
  modality: Modality;
  verdict: Verdict;
  exactness?: Exactness;
  /** One line: "This page says about 35. Four of five sources say 26." */
  summary: string;
  /** Why, in one sentence: "“About 35” reads as 32–38; four sources from that week say 26." */
  reason: string;
  /** What it is easily confused with: "35 is the coalition’s membership (The Journal)." */
  mixUp?: { measure: string; label: string; display: string; document: string; text: string };
  /** Other items of this page with which it cannot both be true. */
  selfConflicts?: string[];
  /** Date of the newest comparable source; absent where there is none with a date. */
  newest?: string;
  /** How far the pack reaches that speaks of this measure. */
  reach?: string;
  against: Against[];
  explain?: string[];
}

export interface MentionItem extends Place {
  entity: string;
  /** Whose entity it is. */
  pack?: string;
  surface: string;
  /** First in its section: the one that gets a mark. */
  first: boolean;
}

export interface StanceLine {
  country: string;
  value: string;
  display: string;
  detail?: string;
  asOf?: string;
  saidBy?: string;
  document: string;
  /** How many more sources say the same of these days; one origin counts once. */
  more: number;
}

export interface EntityInfo {
  id: string;
  kind: string;
  name: string;
  /** "Prime minister of Italy", as of the page's date. */
  role?: string;
  country?: { id: string; name: string };
  description?: string;
  /** Of the pack's words on it. */
  language?: string;
  stances: StanceLine[];
  /** How many sources of the corpus name them, of how many. */
  sources: number;
  sourcesOf: number;
}

export interface DocumentInfo {
  id: string;
  outlet: string;
  title: string;
  /** The title is the pack's own words, as the source's is not known. */
  titleIsOurs?: boolean;
  url?: string;
  date?: string;
  kind: string;
  summary: string;
  /** Of the pack's words on it; absent for the reader's own pages. */
  language?: string;
  /** Of its own words: of its title, if that is not ours, and of what is quoted from it; absent where that is `language`. */
  sourceLanguage?: string;
}

export interface Report {
  onTopic: boolean;
  page: { date: DateRange | null; language: string };
  mentions: MentionItem[];
  items: Item[];
  entities: Record<string, EntityInfo>;
  documents: Record<string, DocumentInfo>;
  /** Documents by how near they are to what this page is about, best first. */
  related: string[];
  /** Enabled packs and how far each reaches. */
  packs: { id: string; title: string; newest: string }[];
}

/** Verdicts that the badge counts. */
export const isConflict = (verdict: Verdict): boolean => verdict === 'conflicts' || verdict === 'sources differ';
