/** Filters as one types: which of many texts begin with what was typed. Pure. */
import { fold } from '../../utils/language/fold.ts';

/** Letters alone decide: no diacritics, no case, and "U.S." is "US". */
const key = (text: string): string => fold(text).toLowerCase().replaceAll('.', '');
const wordsOf = (text: string): string[] =>
  key(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Every word of what was typed begins a word of the texts: "us" finds the US, not Australia. */
export function isLookedFor(texts: readonly (string | undefined)[], typed: string): boolean {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return true;
  const words = wordsOf(texts.filter(Boolean).join(' '));
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}
