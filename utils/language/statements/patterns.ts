/**
 * Phrase patterns of packs and languages, matched on tokens.
 *
 * A pattern is words with blanks between them: `send`, `send*` (prefix), `(will|shall)`, `{troops}` (any phrase of a class),
 * `not?` (optional), `_4` (up to four words, none of them a stop word), `~4` (up to four
 * words of any kind). Gaps are bounded, so matching at one
 * place takes constant time.
 */
import { foldWord, type Token } from '../tokens.ts';
import { canStart, type Index, indexOf, PREFIX_LETTERS, wordNumbers } from './pattern-index.ts';

export type WordClasses = Record<string, readonly string[]>;

export interface Word {
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
  if (!canStart(index, wordNumbers(tokens)[at]!, token.word)) return NOTHING;
  return startingWith(index, tokens, at, stops);
}

function startingWith(
  index: Index,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string>,
): readonly Found[] {
  const { word } = tokens[at]!;
  let found = look(index.exact.get(word), tokens, at, stops, null);
  if (word.endsWith("'s")) found = look(index.exact.get(word.slice(0, -2)), tokens, at, stops, found);
  if (index.prefix.size > 0) found = look(index.prefix.get(word.slice(0, PREFIX_LETTERS)), tokens, at, stops, found);
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
  if (patterns.length === 0) return [];
  const found: (Match & { pattern: Pattern })[] = [];
  const index = indexOf(patterns);
  const words = wordNumbers(tokens);
  for (let at = 0; at < tokens.length; at++)
    if (canStart(index, words[at]!, tokens[at]!.word))
      for (const { pattern, to } of startingWith(index, tokens, at, stops)) found.push({ from: at, to, pattern });
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
  if (patterns.length === 0) return false;
  const index = indexOf(patterns);
  const words = wordNumbers(tokens);
  const end = Math.min(to, tokens.length);
  for (let at = Math.max(0, from); at < end; at++)
    if (canStart(index, words[at]!, tokens[at]!.word))
      for (const match of startingWith(index, tokens, at, NO_WORDS)) if (match.to <= to) return true;
  return false;
}
