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

const phraseAt = (tokens: readonly Token[], at: number, words: readonly Word[]): boolean =>
  at + words.length <= tokens.length && words.every((word, k) => sameWord(tokens[at + k]!.word, word));

/** Where the pattern ends if it starts at token `at`; null where it does not. Gaps do not run over `stops`. */
export function matchAt(
  pattern: Pattern,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string> = NO_WORDS,
): number | null {
  const from = (place: number, index: number): number | null => {
    const element = pattern.elements[index];
    if (!element) return place;
    if (element.kind === 'gap') {
      for (let skipped = 0; skipped <= element.most; skipped++) {
        const end = from(place + skipped, index + 1);
        if (end !== null) return end;
        const next = tokens[place + skipped];
        if (!next || (!element.free && stops.has(next.word))) return null;
      }
      return null;
    }
    for (const words of element.phrases) {
      if (!phraseAt(tokens, place, words)) continue;
      const end = from(place + words.length, index + 1);
      if (end !== null) return end;
    }
    return element.optional ? from(place, index + 1) : null;
  };
  return from(at, 0);
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

/** Ends of the patterns that match at token `at`, with their patterns. Keep the array of patterns: its index is kept with it. */
export function* matchesAt(
  patterns: readonly Pattern[],
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string> = NO_WORDS,
): Generator<{ pattern: Pattern; to: number }> {
  const token = tokens[at];
  if (!token) return;
  const index = indexOf(patterns);
  const word = token.word.endsWith("'s") ? token.word.slice(0, -2) : token.word;
  const lists = [
    index.exact.get(token.word),
    word === token.word ? undefined : index.exact.get(word),
    index.prefix.get(token.word.slice(0, PREFIX_LETTERS)),
    index.any,
  ];
  for (const list of lists)
    for (const pattern of list ?? []) {
      const to = matchAt(pattern, tokens, at, stops);
      if (to !== null && to > at) yield { pattern, to };
    }
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
