/** Words of a text with their offsets, folded, ready to be looked up. */
import { fold } from '../fold.ts';
import type { Sentence, Span } from '../types.ts';

export type Shape = 'lower' | 'capital' | 'upper' | 'other';

export interface Token extends Span {
  /** Folded, case kept, without the possessive ending. */
  word: string;
  /** The same in lower case: the key for look-ups. */
  lower: string;
  shape: Shape;
  /** Carried a possessive or contracted ending, which `end` leaves out. */
  possessive: boolean;
}

/** Dotted abbreviations ("U.S."), or letters and digits with apostrophes inside; invisible characters belong to the word. */
const WORD =
  /(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|\u00AD|[\u200B-\u200D]|\u2060|\uFEFF)*(?:['\u2019\u02BC\u2018\u0060\u00B4\u2032]\p{L}(?:[\p{L}\p{M}\p{N}]|\u00AD)*)*/gu;
/** "'s" and what else English contracts onto a name. */
const ENDING = /'(?:s|ll|d|re|ve)$/i;
/** "l'Ukraine", "d'Ursula": the article of Romance languages. */
const ELISION = /^[dl]'(?=\p{L})/iu;

function shapeOf(word: string): Shape {
  const first = word[0]!;
  if (first.toLowerCase() === first.toUpperCase()) return 'other';
  if (first !== first.toUpperCase()) return 'lower';
  return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'capital';
}

/** The words of a text, in order. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    let start = match.index;
    let end = start + raw.length;
    let word = fold(raw);
    let possessive = false;
    if (word.includes("'")) {
      const ending = ENDING.exec(word);
      if (ending) {
        possessive = true;
        word = word.slice(0, ending.index);
        end -= ending[0].length;
      }
      if (ELISION.test(word)) {
        word = word.slice(2);
        start += 2;
      }
    }
    if (word.includes('.')) word = word.replaceAll('.', '');
    if (word === '') continue;
    tokens.push({ start, end, word, lower: word.toLowerCase(), shape: shapeOf(word), possessive });
  }
  return tokens;
}

/** For each token the index of its sentence (among `sentences`, which are those of the same text, in order). */
export function sentenceOfTokens(tokens: Token[], sentences: readonly Sentence[]): Int32Array {
  const out = new Int32Array(tokens.length);
  let s = 0;
  tokens.forEach((token, i) => {
    while (s + 1 < sentences.length && sentences[s + 1]!.start <= token.start) s++;
    out[i] = s;
  });
  return out;
}

/** What may stand between two words of one name: white space, one hyphen, one quotation mark, an ampersand. */
const GAP =
  /^(?:[\s\u00A0]{1,3}|[\s\u00A0]?[-&\u2010\u2011\u2013\u2014][\s\u00A0]?|[\s\u00A0]?["\u2018-\u201E\u00AB\u00BB'][\s\u00A0]?)$/u;
const DOTTED_GAP = /^\.[\s\u00A0]{0,2}$/u;

/** Whether the words on both sides of `gap` may belong to one name; a full stop only where the name itself has one. */
export function joins(gap: string, dotted = false): boolean {
  if (gap === ' ') return true;
  return gap.length <= 3 && (GAP.test(gap) || (dotted && DOTTED_GAP.test(gap)));
}

/** Only white space between two words: they may be first name and surname, or title and name. */
export const isSpace = (gap: string): boolean => gap === ' ' || (gap.length <= 3 && /^[\s\u00A0]+$/u.test(gap));

export const isHyphen = (gap: string): boolean => /^[-\u2010\u2011]$/u.test(gap);
