/** Finds any of many phrases in a list of tokens: a map from the first word, then the longest fit. */
import { joins, type Token, tokenize } from './tokens.ts';

export interface PhraseEntry<T> {
  /** Lower case, folded. */
  words: string[];
  /** Folded, case kept. */
  written: string[];
  /** Words that must not be in lower case in the text: names. */
  capitals: boolean[];
  /** A full stop may follow this word: "No. 10". */
  dots: boolean[];
  /** The phrase as written. */
  text: string;
  value: T;
}

export type PhraseMap<T> = Map<string, PhraseEntry<T>[]>;

/** The phrase cut into words as a text would be; null if it has none. */
export function makeEntry<T>(text: string, value: T): PhraseEntry<T> | null {
  const tokens = tokenize(text);
  if (tokens.length === 0) return null;
  return {
    words: tokens.map((token) => token.lower),
    written: tokens.map((token) => token.word),
    capitals: tokens.map((token) => token.shape === 'capital' || token.shape === 'upper'),
    dots: tokens.map((token, i) => text.slice(token.end, tokens[i + 1]?.start ?? token.end).includes('.')),
    text,
    value,
  };
}

/** Adds an entry under its first word, longest first. */
export function addEntry<T>(map: PhraseMap<T>, entry: PhraseEntry<T> | null): void {
  if (!entry) return;
  const first = entry.words[0]!;
  const list = map.get(first);
  if (!list) {
    map.set(first, [entry]);
    return;
  }
  // Where it belongs, from the end: sorting anew for every entry would take a second for fifty thousand names.
  let at = list.length;
  while (at > 0 && list[at - 1]!.words.length < entry.words.length) at--;
  list.splice(at, 0, entry);
}

/** The index after the last token of the phrase, if it stands at `at`; else -1. Case is not looked at. */
export function matchAt<T>(text: string, tokens: Token[], at: number, entry: PhraseEntry<T>): number {
  const { words, dots } = entry;
  if (at + words.length > tokens.length) return -1;
  for (let k = 0; k < words.length; k++) {
    const token = tokens[at + k]!;
    if (token.lower !== words[k]) return -1;
    if (k > 0) {
      const before = tokens[at + k - 1]!;
      // A possessive inside is a phrase of its own only where the phrase has it too: "France's president".
      if (!joins(text.slice(before.possessive ? skipEnding(text, before.end) : before.end, token.start), dots[k - 1]))
        return -1;
    }
  }
  return at + words.length;
}

/** The offset after a possessive ending that starts at `at`. */
function skipEnding(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end < at + 4 && /\p{L}/u.test(text[end]!)) end++;
  return end;
}

/** A phrase whose words are written with capitals is not met by the same words in lower case. */
export function capitalsFit<T>(tokens: Token[], at: number, entry: PhraseEntry<T>): boolean {
  return entry.capitals.every((capital, k) => !capital || tokens[at + k]!.shape !== 'lower');
}

/** Every phrase of `phrases`, each under `value(i)`. */
export function phraseMap<T>(phrases: Iterable<[string, T]>): PhraseMap<T> {
  const map: PhraseMap<T> = new Map();
  for (const [text, value] of phrases) addEntry(map, makeEntry(text, value));
  return map;
}

/** Calls `found` for each phrase that stands in the tokens, with the index of its first token. */
export function eachPhrase<T>(
  text: string,
  tokens: Token[],
  map: PhraseMap<T>,
  found: (at: number, value: T) => void,
): void {
  if (map.size === 0) return;
  for (let at = 0; at < tokens.length; at++) {
    const entries = map.get(tokens[at]!.lower);
    if (!entries) continue;
    for (const entry of entries) {
      if (matchAt(text, tokens, at, entry) > 0 && capitalsFit(tokens, at, entry)) found(at, entry.value);
    }
  }
}
