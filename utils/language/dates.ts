/** Dates in running text: which days the words mean, read from the page's date. */

import type { DateExpression, DateWords } from './dates/expression.ts';
import { type Direction, resolveDate } from './dates/resolve.ts';
import type { DateRange, Span } from './types.ts';

export type { DateWords } from './dates/expression.ts';

export interface DateReading extends Span {
  range: DateRange;
  /** The sentence looks ahead: "will meet on Thursday". */
  future: boolean;
  /** The date is one end of a stretch: "since March", "until Friday". */
  open?: 'since' | 'until';
}

/** Longest stretch given to the patterns at once: keeps the work linear whatever the text is. */
const PIECE = 1000;
/** What a rule may see around its match, in characters: a preposition, the next two words. */
const AROUND = 40;
/** How far the verb that tells ahead from back may stand from the date, in characters: about fifteen words. */
const VERB_WINDOW = 90;
/** Years that news speaks of; other four-digit numbers are numbers. */
const YEARS = { first: 1900, last: 2100 };

interface Candidate extends Span {
  expression: DateExpression;
}

/**
 * All dates of a text, in order, without overlaps.
 * @param reference the page's date; null or a stretch longer than a day leaves out what depends on the day ("on Thursday")
 */
export function readDates(text: string, reference: DateRange | null, words: DateWords): DateReading[] {
  const found: DateReading[] = [];
  let previous: DateRange | null = null;
  for (const piece of pieces(text)) {
    if (!words.hint.test(piece.text)) continue;
    for (const candidate of withoutOverlaps(piece.text, candidatesIn(piece.text, words))) {
      const direction = directionAt(piece.text, candidate, words);
      const range = resolveDate(candidate.expression, reference, direction, previous);
      if (!range) continue;
      previous = range;
      const before = piece.text.slice(Math.max(0, candidate.start - VERB_WINDOW), candidate.start);
      const open = words.since.test(before) ? 'since' : words.until.test(before) ? 'until' : undefined;
      const reading: DateReading = {
        start: piece.start + candidate.start,
        end: piece.start + candidate.end,
        range,
        future: direction === 'ahead',
      };
      if (open) reading.open = open;
      found.push(reading);
    }
  }
  return found;
}

/** Cuts a text after sentences, or after words, so that no piece is longer than PIECE. */
function* pieces(text: string): Generator<{ start: number; text: string }> {
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + PIECE);
    if (end < text.length) {
      const half = start + PIECE / 2;
      // Within the piece only: looking back over the whole text each time is quadratic where there are no spaces.
      const sentence = text.slice(half, end + 2).lastIndexOf('. ');
      const space = text.slice(half, end + 1).lastIndexOf(' ');
      if (sentence > 0) end = half + sentence + 2;
      else if (space > 0) end = half + space + 1;
    }
    yield { start, text: text.slice(start, end) };
    start = end;
  }
}

function candidatesIn(text: string, words: DateWords): Candidate[] {
  const found: Candidate[] = [];
  for (const rule of words.rules) {
    for (const match of text.matchAll(rule.pattern)) {
      const until = match.index + match[0].length;
      const expression = rule.read(match.groups ?? {}, match[0], {
        before: text.slice(Math.max(0, match.index - AROUND), match.index),
        after: text.slice(until, until + AROUND),
      });
      if (!expression || !sensible(expression)) continue;
      const date = match.groups?.date;
      const start = match.index + (date === undefined ? 0 : Math.max(0, match[0].indexOf(date)));
      found.push({ start, end: start + (date ?? match[0]).length, expression });
    }
  }
  return found;
}

function sensible(expression: DateExpression): boolean {
  const fits = (year: number | undefined) => year === undefined || (year >= YEARS.first && year <= YEARS.last);
  if (expression.kind === 'days') return fits(expression.from.year) && fits(expression.to.year);
  return !('year' in expression) || fits(expression.year);
}

/** Where two readings overlap the longer one stands; a weekday before its date belongs to it ("Thursday, Sept. 4"). */
function withoutOverlaps(text: string, candidates: Candidate[]): Candidate[] {
  const byStart = candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (const candidate of byStart) {
    const last = kept.at(-1);
    if (
      last?.expression.kind === 'weekday' &&
      candidate.expression.kind === 'days' &&
      /^,?\s+$/.test(text.slice(last.end, candidate.start))
    ) {
      kept[kept.length - 1] = { ...candidate, start: last.start };
      continue;
    }
    if (!last || candidate.start >= last.end) kept.push(candidate);
    else if (candidate.end - candidate.start > last.end - last.start) kept[kept.length - 1] = candidate;
  }
  return kept;
}

/** Does the sentence look ahead or back at this date? The nearest telling word before it decides, else the first one after it. */
function directionAt(text: string, span: Span, words: DateWords): Direction {
  const before = lastSentencePart(text.slice(Math.max(0, span.start - VERB_WINDOW), span.start));
  const ahead = lastMatch(before, words.ahead);
  const back = lastMatch(before, words.back);
  if (ahead >= 0 || back >= 0) return ahead >= back ? 'ahead' : 'back';
  const after = firstSentencePart(text.slice(span.end, span.end + VERB_WINDOW));
  const nextAhead = firstMatch(after, words.ahead);
  const nextBack = firstMatch(after, words.back);
  if (nextAhead < 0 && nextBack < 0) return null;
  if (nextAhead < 0) return 'back';
  return nextBack < 0 || nextAhead <= nextBack ? 'ahead' : 'back';
}

const lastSentencePart = (text: string): string =>
  text.slice(lastMatch(text, /[.;!?]["”’)]?\s+(?=["“‘(]?\p{Lu})|;/gu) + 1);

function firstSentencePart(text: string): string {
  const end = text.search(/[.;!?]["”’)]?\s+["“‘(]?\p{Lu}|;/u);
  return end < 0 ? text : text.slice(0, end);
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

function firstMatch(text: string, pattern: RegExp): number {
  for (const match of text.matchAll(pattern)) return match.index;
  return -1;
}
