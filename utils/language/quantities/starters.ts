/** The words that a number can begin with: all others are passed over at once, and they are nearly all of a text. */
import type { QuantityWords } from './words.ts';

const kept = new WeakMap<QuantityWords, ReadonlySet<string>>();

/** Every first word of a number, an ordinal or a vague amount in this language. */
export function startersOf(words: QuantityWords): ReadonlySet<string> {
  const known = kept.get(words);
  if (known) return known;
  const { small, tens, articles, packs, groups, vague, plurals, half, folds, ordinals } = words;
  const starters = new Set(
    [small, tens, articles, packs, groups, vague.byFirst, plurals, half, folds, ordinals].flatMap((table) => [
      ...table.keys(),
    ]),
  );
  kept.set(words, starters);
  return starters;
}
