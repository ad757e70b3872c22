/**
 * Phrase patterns of packs and languages, matched on tokens.
 *
 * A pattern is words with blanks between them: `send`, `send*` (prefix), `(will|shall)`, `{troops}` (any phrase of a class),
 * `not?` (optional), `_4` (up to four words, none of them a stop word), `~4` (up to four
 * words of any kind). Gaps are bounded, so matching at one
 * place takes constant time.
 */
import { foldWord, type Token } from '../tokens.ts';

export type WordClasses = Record<string, readonly string[]>;

interface Word {
  text: string;
  prefix: boolean;
}

type Element = { kind: 'choice'; phrases: Word[][]; optional: boolean } | { kind: 'gap'; most: number; free: boolean };

export interface Pattern {
  source: string;
  elements: Element[];
}

/** Tokens `from` to `to`, exclusive. */
export interface Match {
  from: number;
  to: number;
}

const NO_WORDS: ReadonlySet<string> = new Set();

const toWords = (phrase: string): Word[] =>
  phrase
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => ({ text: foldWord(word.replace(/\*$/, '')), prefix: word.endsWith('*') }));

/** Throws an error that names the pattern where a class is unknown or nothing is left of it. */
export function compilePattern(source: string, classes: WordClasses = {}): Pattern {
  const elements = source
    .split(/\s+/)
    .filter(Boolean)
    .map((part): Element => {
      const gap = /^([_~])(\d)$/.exec(part);
      if (gap) return { kind: 'gap', most: Number(gap[2]), free: gap[1] === '~' };
      const optional = part.endsWith('?');
      const body = optional ? part.slice(0, -1) : part;
      return { kind: 'choice', phrases: choices(body, classes, source), optional };
    });
  if (elements.every((element) => element.kind === 'gap' || element.optional))
    throw new Error(`The pattern "${source}" could match nothing`);
  return { source, elements };
}

function choices(body: string, classes: WordClasses, source: string): Word[][] {
  const inner = body.startsWith('(') && body.endsWith(')') ? body.slice(1, -1).split('|') : [body];
  const phrases = inner.flatMap((text) => {
    const named = /^\{([a-z-]+)\}$/.exec(text);
    if (!named) return [text.replaceAll('+', ' ')];
    const members = classes[named[1]!];
    if (!members) throw new Error(`The pattern "${source}" names the unknown class "${named[1]}"`);
    return members;
  });
  return phrases.map(toWords).filter((words) => words.length > 0);
}

const sameWord = (token: string, word: Word): boolean =>
  word.prefix ? token.startsWith(word.text) : token === word.text || token === `${word.text}'s`;

function phraseAt(tokens: readonly Token[], at: number, words: readonly Word[]): boolean {
  if (at + words.length > tokens.length) return false;
  for (let k = 0; k < words.length; k++) if (!sameWord(tokens[at + k]!.word, words[k]!)) return false;
  return true;
}

/** Where the pattern ends if it starts at token `at`; null where it does not. Gaps do not run over `stops`. */
const matchAt = (pattern: Pattern, tokens: readonly Token[], at: number, stops: ReadonlySet<string>): number | null =>
  matchFrom(pattern.elements, 0, tokens, at, stops);

/** Where the elements from `index` on end if they start at token `place`. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  place: number,
  stops: ReadonlySet<string>,
): number | null {
  const element = elements[index];
  if (!element) return place;
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= element.most; skipped++) {
      const end = matchFrom(elements, index + 1, tokens, place + skipped, stops);
      if (end !== null) return end;
      const next = tokens[place + skipped];
      if (!next || (!element.free && stops.has(next.word))) return null;
    }
    return null;
  }
  for (const words of element.phrases) {
    if (!phraseAt(tokens, place, words)) continue;
    const end = matchFrom(elements, index + 1, tokens, place + words.length, stops);
    if (end !== null) return end;
  }
  return element.optional ? matchFrom(elements, index + 1, tokens, place, stops) : null;
}

/** Patterns by the words that they can begin with, so that a text is read once for all of them. */
interface Index {
  exact: Map<string, Pattern[]>;
  /** By the first letters of a prefix. */
  prefix: Map<string, Pattern[]>;
  /** Begin with a gap or a very short prefix. */
  any: Pattern[];
}

/** Prefixes are filed under so many letters. */
const PREFIX_LETTERS = 3;

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

function indexOf(patterns: readonly Pattern[]): Index {
  const known = indexes.get(patterns);
  if (known) return known;
  const index: Index = { exact: new Map(), prefix: new Map(), any: [] };
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

/** What the index is asked for, for each token of a text: made once, as every list of patterns asks for it. */
interface Keys {
  /** Without the possessive s; null where there is none. */
  bare: (string | null)[];
  head: string[];
}

const keys = new WeakMap<readonly Token[], Keys>();

function keysOf(tokens: readonly Token[]): Keys {
  const known = keys.get(tokens);
  if (known) return known;
  const made: Keys = {
    bare: tokens.map(({ word }) => (word.endsWith("'s") ? word.slice(0, -2) : null)),
    head: tokens.map(({ word }) => word.slice(0, PREFIX_LETTERS)),
  };
  keys.set(tokens, made);
  return made;
}

interface Found {
  pattern: Pattern;
  to: number;
}

const NOTHING: readonly Found[] = [];

/** The patterns that match at token `at`, with their ends. Keep both arrays: what is made of them is kept with them. */
export function matchesAt(
  patterns: readonly Pattern[],
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string> = NO_WORDS,
): readonly Found[] {
  const token = tokens[at];
  if (!token || patterns.length === 0) return NOTHING;
  const index = indexOf(patterns);
  const { bare, head } = keysOf(tokens);
  let found = look(index.exact.get(token.word), tokens, at, stops, null);
  const name = bare[at];
  if (typeof name === 'string') found = look(index.exact.get(name), tokens, at, stops, found);
  if (index.prefix.size > 0) found = look(index.prefix.get(head[at]!), tokens, at, stops, found);
  if (index.any.length > 0) found = look(index.any, tokens, at, stops, found);
  return found ?? NOTHING;
}

/** Adds the patterns of a list that match. A function of its own, as it runs for every word of a page. */
function look(
  list: readonly Pattern[] | undefined,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string>,
  found: Found[] | null,
): Found[] | null {
  if (!list) return found;
  let all = found;
  for (const pattern of list) {
    const to = matchAt(pattern, tokens, at, stops);
    if (to === null || to <= at) continue;
    if (all) all.push({ pattern, to });
    else all = [{ pattern, to }];
  }
  return all;
}

/** Every match of any of the patterns, in the order of the text. */
export function findPatterns(
  patterns: readonly Pattern[],
  tokens: readonly Token[],
  stops: ReadonlySet<string> = NO_WORDS,
): (Match & { pattern: Pattern })[] {
  const found: (Match & { pattern: Pattern })[] = [];
  for (let at = 0; at < tokens.length; at++)
    for (const { pattern, to } of matchesAt(patterns, tokens, at, stops)) found.push({ from: at, to, pattern });
  return found;
}

/** Compiled phrases without classes: lists of a language. */
export const compilePhrases = (phrases: readonly string[]): Pattern[] =>
  phrases.map((phrase) => compilePattern(phrase));

/** Where one of the patterns ends that starts at token `at`: the longest; null where none does. */
export function longestAt(patterns: readonly Pattern[], tokens: readonly Token[], at: number): number | null {
  let longest: number | null = null;
  for (const { to } of matchesAt(patterns, tokens, at)) longest = Math.max(longest ?? 0, to);
  return longest;
}

/** Whether any phrase stands between two tokens (from inclusive, to exclusive). */
export function hasPhrase(
  patterns: readonly Pattern[],
  tokens: readonly Token[],
  from = 0,
  to = tokens.length,
): boolean {
  for (let at = Math.max(0, from); at < to; at++)
    for (const match of matchesAt(patterns, tokens, at)) if (match.to <= to) return true;
  return false;
}
