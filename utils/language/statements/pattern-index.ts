/** Which patterns of a list can begin with a word: asked for every word of a page, by some hundred lists. */
import type { Token } from '../tokens.ts';
import type { Pattern, Word } from './patterns.ts';

/** Prefixes are filed under so many letters. */
export const PREFIX_LETTERS = 3;

/** Patterns by the words that they can begin with, so that a text is read once for all of them. */
export interface Index {
  exact: Map<string, Pattern[]>;
  /** By the first letters of a prefix. */
  prefix: Map<string, Pattern[]>;
  /** Begin with a gap or a very short prefix. */
  any: Pattern[];
  /** By a word's number: whether a pattern can begin with it (see `Start`). Grows with the words that were asked for. */
  starts: Uint8Array;
}

const indexes = new WeakMap<readonly Pattern[], Index>();

/** The words that a pattern can begin with; null where any word can. */
function firstWords(pattern: Pattern): Word[] | null {
  const words: Word[] = [];
  for (const element of pattern.elements) {
    if (element.kind === 'gap') return null;
    for (const phrase of element.phrases) words.push(phrase[0]!);
    if (!element.optional) return words;
  }
  return null;
}

export function indexOf(patterns: readonly Pattern[]): Index {
  const known = indexes.get(patterns);
  if (known) return known;
  const index: Index = { exact: new Map(), prefix: new Map(), any: [], starts: new Uint8Array(FIRST_WORDS) };
  const file = (map: Map<string, Pattern[]>, key: string, pattern: Pattern) => {
    const list = map.get(key);
    if (!list) map.set(key, [pattern]);
    else if (list.at(-1) !== pattern) list.push(pattern);
  };
  for (const pattern of patterns) {
    const words = firstWords(pattern);
    if (!words || words.some((word) => word.prefix && word.text.length < PREFIX_LETTERS)) index.any.push(pattern);
    else
      for (const word of words)
        if (word.prefix) file(index.prefix, word.text.slice(0, PREFIX_LETTERS), pattern);
        else file(index.exact, word.text, pattern);
  }
  indexes.set(patterns, index);
  return index;
}

/**
 * Words as numbers, so that "can a pattern of this list begin here?" is one look into an array: a page has a few thousand
 * different words, and every one of them is asked for by some hundred lists. Further words have no number and are looked up.
 */
const numbers = new Map<string, number>();
const NO_NUMBER = 0;
/** The whole dictionary of a day's reading fits; what is kept for a list is a byte for each. */
const MOST_WORDS = 1 << 14;
/** Arrays begin with so many places and double when needed. */
const FIRST_WORDS = 1 << 10;

const Start = { unknown: 0, no: 1, yes: 2 } as const;

function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  if (numbers.size + 1 >= MOST_WORDS) return NO_NUMBER;
  const number = numbers.size + 1;
  numbers.set(word, number);
  return number;
}

const numbersOf = new WeakMap<readonly Token[], Uint16Array>();

/** Numbers of a text's words: made once, as every list of patterns asks for them. */
export function wordNumbers(tokens: readonly Token[]): Uint16Array {
  const known = numbersOf.get(tokens);
  if (known) return known;
  const made = Uint16Array.from(tokens, ({ word }) => numberOf(word));
  numbersOf.set(tokens, made);
  return made;
}

/** Whether a pattern of the list can begin with the word; `number` is the word's. */
export function canStart(index: Index, number: number, word: string): boolean {
  if (number === NO_NUMBER || index.any.length > 0) return true;
  if (number >= index.starts.length) {
    const larger = new Uint8Array(Math.max(index.starts.length * 2, 1 << (32 - Math.clz32(number))));
    larger.set(index.starts);
    index.starts = larger;
  }
  const known = index.starts[number];
  if (known !== Start.unknown) return known === Start.yes;
  const can =
    index.exact.has(word) ||
    (word.endsWith("'s") && index.exact.has(word.slice(0, -2))) ||
    index.prefix.has(word.slice(0, PREFIX_LETTERS));
  index.starts[number] = can ? Start.yes : Start.no;
  return can;
}
