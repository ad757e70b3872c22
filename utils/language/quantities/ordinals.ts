/** "The 19th sanctions package", "the third year": ordinals before nouns that come in numbered series, and no others. */
import type { CountedNoun } from '../types.ts';
import type { Scan } from './numeral.ts';
import { at, glued } from './tokens.ts';

export interface Ordinal {
  value: number;
  first: number;
  /** Index after the number itself. */
  next: number;
  noun: CountedNoun;
  /** Index after the noun. */
  end: number;
}

/** Words between the ordinal and its noun: "the 18th EU sanctions package". */
const MAX_MODIFIERS = 3;
/** "18th, 19th and 20th packages": the noun stands behind the last. */
const MAX_LIST = 6;
/** The first of anything is no count. */
const FIRST_COUNTED = 2;

function numberAt({ tokens, words }: Scan, i: number): { value: number; next: number } | null {
  const token = at(tokens, i);
  if (token.number && token.number.decimals === 0 && glued(tokens, i + 1)) {
    return words.ordinalSuffixes.has(at(tokens, i + 1).text) ? { value: token.number.value, next: i + 2 } : null;
  }
  if (token.kind !== 'word') return null;
  const tens = words.tens.get(token.text);
  if (tens && at(tokens, i + 1).text === '-') {
    const unit = words.ordinals.get(at(tokens, i + 2).text);
    return unit && unit < 10 ? { value: tens + unit, next: i + 3 } : null;
  }
  const value = words.ordinals.get(token.text);
  return value ? { value, next: i + 1 } : null;
}

/** Where the ordinal at token `i` ends, whether or not it counts; null where there is none. */
export function ordinalEnd(scan: Scan, i: number): number | null {
  return numberAt(scan, i)?.next ?? null;
}

/** The ordinal at token `i` with the noun of its series, or null. */
export function readOrdinal(scan: Scan, i: number): Ordinal | null {
  const { text, tokens, words } = scan;
  const number = numberAt(scan, i);
  if (!number || number.value < FIRST_COUNTED) return null;
  let k = number.next;
  for (let n = 0; n < MAX_LIST; n++) {
    const joint = at(tokens, k).text;
    if (joint !== ',' && !words.and.has(joint) && !words.to.has(joint) && !words.or.has(joint)) break;
    const following = numberAt(scan, k + 1);
    if (!following) break;
    k = following.next;
  }
  const first = k;
  for (let n = 0; n <= MAX_MODIFIERS; n++, k++) {
    const token = at(tokens, k);
    if (token.kind !== 'word' || token.line || words.stops.has(token.text)) return null;
    const lemma = words.series.has(token.text) ? token.text : words.singular(token.text);
    if (lemma === null || !words.series.has(lemma)) continue;
    // "third-year students"
    if (at(tokens, k + 1).text === '-' && glued(tokens, k + 1)) return null;
    const start = at(tokens, first).start;
    const noun = { start, end: token.end, lemma, phrase: text.slice(start, token.end) };
    return { value: number.value, first: i, next: number.next, noun, end: first === number.next ? k + 1 : number.next };
  }
  return null;
}
