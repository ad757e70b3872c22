/**
 * The words of a text for searching: folded, with their places. One reading for what is indexed, what is typed and what is
 * marked, so that the three can never disagree. Linear, and total: any string will do.
 */
import { foldKeepingOffsets } from './fold.ts';
import type { Span } from './types.ts';

export interface SearchWord extends Span {
  /** Lower case, without diacritics; numbers as digits without separators ("15,000" is "15000"), dates as YYYY-MM-DD. */
  word: string;
}

/**
 * In this order: a date; a number whose thousands are set apart (with a plain space only before "000", as "26 350" may be
 * two numbers); a number with or without a decimal; letters, with digits after them ("g7").
 */
const WORD =
  /\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?!\d)|\d{1,3}(?:(?:[.,']\d{3})+|(?: 000)+)(?![\d])|\d+(?:[.,]\d+)?|\p{L}[\p{L}\p{N}]*/gu;
/** What is left of "Ukraine’s" after the apostrophe tells nothing. */
const POSSESSIVE = 's';
const AFTER_A_WORD = /^[\p{L}\p{N}]'$/u;
/** No word of any language is longer; what is, is an address or noise, and its beginning is enough. */
const MAX_WORD = 60;

const isDate = (text: string) => text[4] === '-';
const isGrouped = (text: string) => /[.,' ]\d{3}(?!\d)/.test(text);

/** Digits as they are compared: thousands joined, a decimal comma as a point. */
function plainNumber(text: string): string {
  if (isDate(text)) return text;
  return isGrouped(text) ? text.replace(/[.,' ]/g, '') : text.replace(',', '.');
}

/** Whether a word is a number or a date: those match exactly or not at all. */
export const isNumberWord = (word: string): boolean => /^\d/.test(word);

/** Words in order; offsets are those of `text` itself. */
export function searchWords(text: string): SearchWord[] {
  const folded = foldKeepingOffsets(text);
  const words: SearchWord[] = [];
  for (const match of folded.text.matchAll(WORD)) {
    const found = match[0];
    const from = match.index;
    if (found === POSSESSIVE && AFTER_A_WORD.test(folded.text.slice(Math.max(0, from - 2), from))) continue;
    const start = folded.original(from);
    const end = endOf(text, folded.original(from + found.length - 1));
    words.push({ word: wordOf(found), start, end });
  }
  return words;
}

const wordOf = (found: string): string =>
  (/^\d/.test(found) ? plainNumber(found) : found.toLowerCase()).slice(0, MAX_WORD);

const MARK = /\p{M}/u;

/** Behind the character at `at`, with the marks that stand on it. */
function endOf(text: string, at: number): number {
  let end = at + characterLength(text, at);
  while (end < text.length && MARK.test(String.fromCodePoint(text.codePointAt(end) ?? 0)))
    end += characterLength(text, end);
  return Math.min(end, text.length);
}

const characterLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** What "billion" or "bn" behind a number multiplies it by. */
export type Scales = Readonly<Record<string, number>>;

/** Digits that a product of two decimals is exact to. */
const EXACT = 12;

/** "1.1 billion" and "15 k" as one word each, in digits: "1100000000", "15000". */
export function joinScales(words: readonly SearchWord[], scales: Scales): SearchWord[] {
  const joined: SearchWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const scale = Object.hasOwn(scales, word.word) ? scales[word.word] : undefined;
    if (last && scale !== undefined && word.start - last.end <= 1 && NUMBER.test(last.word)) {
      const value = Number((Number(last.word) * scale).toPrecision(EXACT));
      joined[joined.length - 1] = { word: String(value), start: last.start, end: word.end };
    } else joined.push(word);
  }
  return joined;
}

const NUMBER = /^\d+(?:\.\d+)?$/;

/** The places of a text whose words are among `wanted`; neighbours with nothing but a space between are one place. */
export function markedSpans(text: string, wanted: { has(word: string): boolean }, scales: Scales = {}): Span[] {
  const words = searchWords(text);
  const whole = joinScales(words, scales).filter(({ word }) => wanted.has(word));
  const hits = words.filter(({ word }) => wanted.has(word));
  const spans: Span[] = [];
  for (const { start, end } of [...hits, ...whole].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = spans.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start) === ' ')) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
