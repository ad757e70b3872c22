/** What may stand between a figure and what is said of it without setting them apart: long names, examples. */
import type { CueHit } from '../cues.ts';
import { tokenAt } from '../tokens.ts';
import { type Figure, inside } from './figure.ts';
import type { FigureRules } from './rules.ts';
import { firstWhere } from './view.ts';

/**
 * Words that the examples of what is counted take up before a hit: "31 countries, including Norway and Japan, met in Paris". They
 * reach to the last name before the hit; 0 where there are none.
 */
export function examplesBefore(hit: CueHit, { view, to, sentence }: Figure, rules: FigureRules): number {
  const closed = examplesUpTo(hit, { view, to, sentence }, rules);
  if (closed > 0) return closed;
  const begin = (view.hits.get(rules.examples) ?? []).find((one) => one.from === to);
  const place = view.tokens[hit.from]!;
  if (!begin || hit.from < begin.to || !inside(place, sentence)) return 0;
  const from = view.tokens[begin.to - 1]!.end;
  const last = view.mentions.filter((m) => m.start >= from && m.end <= place.start).at(-1);
  return last ? tokenAt(view.tokens, last.end) - begin.from : 0;
}

/** Words of names between two commas, and of what says that they are examples: "two dozen, Macron and Merz among them, followed". */
function examplesUpTo(
  hit: CueHit,
  { view, to, sentence }: Pick<Figure, 'view' | 'to' | 'sentence'>,
  rules: FigureRules,
): number {
  const end = (view.hits.get(rules.examplesEnd) ?? []).find((one) => one.from > to);
  const last = end && view.tokens[end.to - 1]!;
  if (!last || end.to > hit.from || end.to - to > EXAMPLES_MOST || !inside(last, sentence)) return 0;
  const start = view.tokens[to - 1]!.end;
  const opened = /^["”’'»]?\s*,/u.test(view.text.slice(start, start + 3));
  const named = view.mentions[firstWhere(view.mentions, (m) => m.start >= start)];
  return opened && named && named.end <= last.start && /^,/u.test(view.text.slice(last.end, last.end + 1))
    ? end.to - to
    : 0;
}
/** Words: three or four names with their titles. */
const EXAMPLES_MOST = 16;

/** Words: what lies further from a figure says little of it, with names or without. */
const NAMES_REACH = 40;

/** A name is one word, however long: "26 countries of the Coalition of the Willing have confirmed their readiness". */
export function wordsOfNames({ view, quantity, to }: Figure, hit: CueHit): number {
  const end = view.tokens[hit.from]!.start;
  let words = 0;
  if (hit.from - to > NAMES_REACH) return words;
  const first = firstWhere(view.mentions, (m) => m.start >= quantity.end);
  for (let i = first; i < view.mentions.length && view.mentions[i]!.end <= end; i++)
    words += tokenAt(view.tokens, view.mentions[i]!.end) - tokenAt(view.tokens, view.mentions[i]!.start) - 1;
  return words;
}
