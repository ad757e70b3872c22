/** What a search gives, and what is drawn of it. Made in the panel's page from the indexes of the packs. */
import type { DocumentInfo, EntityInfo } from './report.ts';

/** Facts ("by video") are listed with the figures: both say how something was. */
export const RESULT_KINDS = ['name', 'figure', 'stance', 'report'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** What narrows a search; absent is everything. */
export interface SearchFilters {
  kind?: ResultKind;
  /** As the sources write it. */
  outlet?: string;
  /** Id of a country. */
  country?: string;
  /** First and last day, YYYY-MM-DD, of the reports. Names have no day: with one of these they are left out. */
  from?: string;
  to?: string;
}

/** What the filters can be set to. */
export interface SearchChoices {
  outlets: string[];
  countries: { id: string; name: string }[];
}

interface Result {
  /** Unique in one answer. */
  key: string;
  /** From the reader's own saved pages. */
  own?: boolean;
}

export interface NameResult extends Result {
  kind: 'name';
  entity: EntityInfo;
  /** The spelling that was asked for, where it is not the name itself: "Володимир Зеленський". */
  spelling?: string;
  /** Of the positions in `entity`. */
  documents: Record<string, DocumentInfo>;
}

/** A figure, fact or stance, where one source says it. */
export interface ClaimResult extends Result {
  kind: 'figure' | 'stance';
  /** "26", "by video", "Rules out troops". */
  display: string;
  /** The display is a number. */
  isNumber: boolean;
  /** "Countries pledging troops"; of a stance the country. */
  label: string;
  scope?: string;
  surface: string;
  surfaceIsOurs?: boolean;
  /** What exactly was counted or said. */
  detail?: string;
  saidBy?: string;
  modality: 'reported' | 'expected' | 'proposed' | 'draft';
  outlet: string;
  date?: string;
  /** Opens the source at the passage. */
  url?: string;
  /** Of the pack's words: label, display, detail. */
  language?: string;
  /** Of the words quoted, where another. */
  sourceLanguage?: string;
}

export interface ReportResult extends Result {
  kind: 'report';
  document: DocumentInfo;
}

export type SearchResult = NameResult | ClaimResult | ReportResult;

export interface ResultGroup {
  kind: ResultKind;
  /** How many there are; `results` are the best of them. */
  count: number;
  results: SearchResult[];
}

export interface SearchAnswer {
  query: string;
  total: number;
  /** In the order of `RESULT_KINDS`; kinds without a result are left out. */
  groups: ResultGroup[];
  /** Nothing has all the words: these have most of them. */
  partial: boolean;
  /** The words of the sources that met those asked for, folded: what to mark. */
  matched: ReadonlySet<string>;
  /** Other searches that find something; where nothing was found. */
  suggestions: string[];
}
