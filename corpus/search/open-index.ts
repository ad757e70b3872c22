/** An index made ready to be asked: its terms as a list, and room to count in. */
import { COUNTRY, NO_DOCUMENT, type SearchIndex, SPELLING } from './search-index.ts';
import { letterBits } from './typo.ts';

export interface OpenIndex extends Omit<SearchIndex, 'terms' | 'ids' | 'documentIds'> {
  terms: string[];
  /** Terms before this one are no words. */
  firstWord: number;
  /** The letters of each term. */
  bits: Int32Array;
  ids: string[];
  documentIds: string[];
  size: number;
  /** Room for one question: for each entry the score, the best of the word at hand, and how many words it has. */
  room: { score: Float32Array; best: Float32Array; words: Uint8Array; touched: Uint32Array; fresh: Uint32Array };
  /** What typed words were found to mean, for the next keystroke. */
  meanings: Map<string, readonly Meaning[]>;
}

/** A term that a typed word may mean. */
export interface Meaning {
  term: number;
  /** 1: the word itself. */
  nearness: number;
}

/** Linear in the terms: milliseconds for a hundred thousand. */
export function openIndex(index: SearchIndex): OpenIndex {
  const terms = lines(index.terms);
  const size = index.kinds.length;
  const bits = new Int32Array(terms.length);
  for (const [at, term] of terms.entries()) bits[at] = letterBits(term);
  return {
    ...index,
    terms,
    firstWord: firstAtOrAfter(terms, '0'),
    bits,
    ids: lines(index.ids),
    documentIds: lines(index.documentIds),
    size,
    room: {
      score: new Float32Array(size),
      best: new Float32Array(size),
      words: new Uint8Array(size),
      touched: new Uint32Array(size),
      fresh: new Uint32Array(size),
    },
    meanings: new Map(),
  };
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** Place of the first term that is `text` or comes after it. */
export function firstAtOrAfter(terms: readonly string[], text: string, from = 0): number {
  let low = from;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of the term, or -1. */
export function placeOf(terms: readonly string[], text: string): number {
  const place = firstAtOrAfter(terms, text);
  return terms[place] === text ? place : -1;
}

/** Behind the last term that begins with `text`. */
export function endOfPrefix(terms: readonly string[], text: string): number {
  return firstAtOrAfter(terms, `${text}\uffff`);
}

/** Entries of a term, in order. */
export function entriesOf(index: OpenIndex, term: string, visit: (entry: number, weight: number) => void): void {
  const place = placeOf(index.terms, term);
  if (place >= 0) postingsOf(index, place, visit);
}

export function postingsOf(index: OpenIndex, place: number, visit: (entry: number, weight: number) => void): void {
  const end = index.starts[place + 1] as number;
  for (let at = index.starts[place] as number; at < end; at++) {
    const posting = index.postings[at] as number;
    visit(posting >>> 8, posting & 255);
  }
}

export const spellingKey = (words: readonly string[]): string => SPELLING + words.join(' ');
export const countryKey = (id: string): string => COUNTRY + id;

/** Id of the document of an entry; undefined for names. */
export function documentOf(index: OpenIndex, entry: number): string | undefined {
  const number = index.documents[entry] as number;
  return number === NO_DOCUMENT ? undefined : index.documentIds[number];
}
