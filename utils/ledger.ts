/** Who promised what, by country: made in the background from the claims of a pack, drawn by the panel. */
import type { Modality } from './language/types.ts';

/** Where a position stands between yes and no. */
export type Side = 'yes' | 'open' | 'no';

/** Whose word it is: the country's own, by a named office-holder; a named other's; or the report's alone. */
export type Voice = 'office' | 'named' | 'report';

/** A document, with the link to the passage that speaks. */
export interface LedgerSource {
  document: string;
  outlet: string;
  kind: string;
  date?: string;
  url?: string;
  /** Of what is quoted from it, where that is not the ledger's. */
  sourceLanguage?: string;
}

/** One claim of a country's timeline. */
export interface LedgerEntry {
  /** `document/claim`: ids of claims are unique only within their document. */
  id: string;
  kind: 'stance' | 'figure' | 'fact';
  /** What was counted or decided, for figures and facts; a stance's value says it all. */
  label?: string;
  /** Stances: the position's id; facts: the value's. */
  value?: string;
  display: string;
  /** Stances alone. */
  side?: Side;
  mission?: string;
  /** Conditions and offers, in our words. */
  terms?: string;
  /** As the source prints it: at most eight words. */
  surface: string;
  surfaceIsOurs?: boolean;
  saidBy?: string;
  voice: Voice;
  /** The claim's own date, else its document's; absent where neither is known. */
  asOf?: string;
  modality: Modality;
  origin?: string;
  source: LedgerSource;
  /** Another entry says the same from the same origin: this one is a copy, shown and not counted. */
  isCopy?: boolean;
}

/** A position of a country at one time, with who gives it. */
export interface Position {
  value: string;
  display: string;
  side: Side;
  /** Date of the strongest claim. */
  asOf?: string;
  voice: Voice;
  saidBy?: string;
  mission?: string;
  terms?: string;
  modality: Modality;
  /** Outlet of the strongest claim. */
  outlet: string;
  url?: string;
  /** How many origins give it at this time. */
  sources: number;
}

export interface LedgerRow {
  country: string;
  name: string;
  /** Other spellings, for the filter. */
  aliases: string[];
  /** The newest position; several where sources of one time and one weight give several. None is chosen among them. */
  now: Position[];
  /** `now` holds positions of different sides. */
  differs: boolean;
  /** What reports of that time or later say otherwise than the office-holder does. */
  also: Position[];
  /** The position before `now`. */
  before: Position[];
  /** Positions that are expected, proposed or drafted, newer than `now`. */
  ahead: Position[];
  /** Newest offers on another question (the pack says which missions are one), from the time of `now` on or before it. */
  besides: Position[];
  /** Since when `now` has been reported, where it was another before. */
  changed?: string;
  /** Newest figures and facts of the ledger's measures: ids of entries. */
  figures: string[];
  facts: string[];
  /** Newest first; undated last. */
  timeline: LedgerEntry[];
  /** Origins among the timeline's entries. */
  sources: number;
}

/** One figure of the count that the named countries stand beside. */
export interface ReportedCount {
  display: string;
  /** Origins that give it, each by its most exact figure. */
  sources: number;
  /** Less exact figures of the same origins: "> 24". */
  lessExact: string[];
  speakers: string[];
  /** What exactly was counted, in the sources' wording. */
  wordings: string[];
  dates: string[];
  documents: LedgerSource[];
}

export interface LedgerCounts {
  /** Positions that are a yes, with the countries that hold them by every source of their newest date. */
  named: { value: string; display: string; countries: string[] }[];
  /** Countries that some sources give as a yes and others of the same time do not: in none of the lists. */
  differing: string[];
  /** Labels of the measures that the count is of. */
  label: string;
  /** Where and when it was counted, in words; absent where the pack does not say. */
  scopeLabel?: string;
  reported: ReportedCount[];
  /** Why the two are not the same count, in the pack's words. */
  note?: string;
}

export interface Ledger {
  pack: { id: string; title: string; newest: string; language?: string };
  /** From yes to no, as the pack orders them. */
  positions: { value: string; display: string; side: Side }[];
  counts: LedgerCounts | null;
  rows: LedgerRow[];
  /** What no source tells, with the sources that show the gap. */
  unknowns: { text: string; sources: LedgerSource[] }[];
}
