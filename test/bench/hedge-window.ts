/**
 * The naive window that peers, which give no bounds, are scored through: the words right before a number, or right behind
 * it, looked up in a short list. As an afternoon with regular expressions would have it.
 */
import type { FoundNumber } from './readers/types.ts';

/** Characters looked at on either side. */
const WINDOW = 30;

/** A currency sign, an article or "the" may stand between. */
const GAP = String.raw`(?:\s+(?:an?|the|just))?\s+[$€£]?$`;
const BEFORE: [bound: string, pattern: RegExp][] = [
  [
    '>',
    new RegExp(
      String.raw`\b(?:more than|over|above|at least|upwards of|in excess of|exceed(?:s|ed|ing)?|no (?:less|fewer) than|a minimum of|greater than)${GAP}`,
      'i',
    ),
  ],
  [
    '<',
    new RegExp(
      String.raw`\b(?:less than|fewer than|under|below|up to|at most|no more than|as (?:many|much) as|a maximum of|lower than)${GAP}`,
      'i',
    ),
  ],
  [
    '~',
    new RegExp(
      String.raw`(?:\b(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated|near)${GAP}|~\s*[$€£]?$)`,
      'i',
    ),
  ],
];
const AFTER: [bound: string, pattern: RegExp][] = [
  ['>', /^(?:\s+\S+)?\s*(?:\+|or more\b|plus\b|and up\b)/i],
  ['<', /^(?:\s+\S+)?\s*(?:or less\b|or fewer\b|at most\b)/i],
  ['~', /^(?:\s+\S+)?\s*(?:or so\b|ish\b)/i],
];

export function naiveBound(text: string, { start, surface }: FoundNumber): string {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const behind = text.slice(start + surface.length, start + surface.length + WINDOW);
  const found = BEFORE.find(([, pattern]) => pattern.test(before)) ?? AFTER.find(([, pattern]) => pattern.test(behind));
  return found?.[0] ?? '=';
}
