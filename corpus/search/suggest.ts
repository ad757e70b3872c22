/** What to search for instead, where nothing was found: the nearest words, then fewer of them. */
import { isNumberWord } from '../../utils/language/search-words.ts';
import type { OpenIndex } from './open-index.ts';
import { letterBits, lettersMissing, typosBetween } from './typo.ts';

const MOST = 3;
/** One more typo than a search forgives. */
const FAR = 3;
/** Words that short have no likeness. */
const LEAST = 4;
/** Each try is a search of its own. */
const MOST_TRIES = 12;

/**
 * Queries that find something, best first.
 * @param finds whether a query finds anything.
 */
export function suggest(
  indexes: readonly OpenIndex[],
  words: readonly string[],
  finds: (query: string) => boolean,
): string[] {
  const tries: string[] = [];
  for (const [at, word] of words.entries()) {
    const near = nearest(indexes, word);
    if (near) tries.push(words.with(at, near).join(' '));
  }
  if (words.length > 1) for (const at of words.keys()) tries.push(words.toSpliced(at, 1).join(' '));
  const found: string[] = [];
  for (const query of [...new Set(tries)].slice(0, MOST_TRIES)) {
    if (found.length < MOST && finds(query)) found.push(query);
  }
  return found;
}

/** The word most like this one; null where none is like it. */
function nearest(indexes: readonly OpenIndex[], word: string): string | null {
  if (word.length < LEAST || isNumberWord(word)) return null;
  const most = Math.min(FAR, Math.floor(word.length / 2));
  const own = letterBits(word);
  let best: string | null = null;
  let least = most + 1;
  for (const { terms, bits, firstWord } of indexes) {
    for (let at = firstWord; at < terms.length; at++) {
      if (lettersMissing(own, bits[at] as number) > most) continue;
      const term = terms[at] as string;
      if (term.length < LEAST || term === word || isNumberWord(term)) continue;
      const typos = typosBetween(word, term, least - 1);
      if (typos < least) [best, least] = [term, typos];
    }
  }
  return best;
}
