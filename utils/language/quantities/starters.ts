/** The words that a number can begin with: all others are passed over at once, and they are nearly all of a text. */
import type { QuantityWords } from './words.ts';

export interface Starters {
  words: ReadonlySet<string>;
  /** Whether the word from `start` to `end` may be one, by its first three characters: rules most out unread. */
  mayBegin(text: string, start: number, end: number): boolean;
}

const kept = new WeakMap<QuantityWords, Starters>();

/** Five bits tell the letters of a to z apart, large or small; others may fall together, which only costs a look-up. */
const BITS = 5;
const MASK = 2 ** BITS - 1;
/** No letter has the bits 0: they stand for none. */
function cell(text: string, start: number, end: number): number {
  const second = start + 1 < end ? text.charCodeAt(start + 1) & MASK : 0;
  const third = start + 2 < end ? text.charCodeAt(start + 2) & MASK : 0;
  return ((((text.charCodeAt(start) & MASK) << BITS) | second) << BITS) | third;
}

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
  const beginnings = new Uint8Array(1 << (3 * BITS));
  for (const word of all) beginnings[cell(word, 0, word.length)] = 1;
  const starters: Starters = {
    words: all,
    mayBegin: (text, start, end) => beginnings[cell(text, start, end)] === 1,
  };
  kept.set(words, starters);
  return starters;
}
