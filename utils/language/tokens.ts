/** Words of a text, folded for comparison, with their places. */
import type { Span } from './types.ts';

export interface Token extends Span {
  /** Lower case, without diacritics, straight apostrophe. */
  word: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const MARKS = /\p{M}+/gu;

/** Lower case, without diacritics; "ł", "ø" and the like, which do not decompose, are left. */
export const foldWord = (word: string): string =>
  word.toLowerCase().replaceAll('’', "'").normalize('NFKD').replace(MARKS, '');

/** Tokens in order. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD))
    tokens.push({ start: match.index, end: match.index + match[0].length, word: foldWord(match[0]) });
  return tokens;
}

/** Index of the first token that ends after `offset` (binary search); `tokens.length` where none does. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
