/** The words that a number can begin with: all others are passed over at once, and they are nearly all of a text. */
import type { QuantityWords } from './words.ts';

export interface Starters {
  words: ReadonlySet<string>;
  /** Whether a word of these first two characters (the second NaN for a single one) may be one: rules most out unread. */
  mayBegin(first: number, second: number): boolean;
}

const kept = new WeakMap<QuantityWords, Starters>();

/** Five bits tell the letters of a to z apart, large or small; others may fall together, which only costs a look-up. */
const BITS = 5;
const MASK = 2 ** BITS - 1;
const cell = (first: number, second: number): number => ((first & MASK) << BITS) | (second & MASK);

/** Every first word of a number, an ordinal or a vague amount in this language. */
export function startersOf(words: QuantityWords): Starters {
  const known = kept.get(words);
  if (known) return known;
  const { small, tens, articles, packs, groups, vague, plurals, half, folds, ordinals } = words;
  const all = new Set(
    [small, tens, articles, packs, groups, vague.byFirst, plurals, half, folds, ordinals].flatMap((table) => [
      ...table.keys(),
    ]),
  );
  const pairs = new Uint8Array(1 << (2 * BITS));
  for (const word of all) {
    // No letter has the five bits 0, which a missing second character gives.
    pairs[cell(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  }
  const starters: Starters = {
    words: all,
    mayBegin: (first, second) => pairs[cell(first, second)] === 1,
  };
  kept.set(words, starters);
  return starters;
}
