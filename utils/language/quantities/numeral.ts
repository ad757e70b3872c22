/** One number as printed, and the small steps that reading one is made of. */
import { at, glued, type Token } from './tokens.ts';
import type { QuantityWords, Unit } from './words.ts';

/** What every step of the reader looks at. */
export interface Scan {
  text: string;
  tokens: readonly Token[];
  words: QuantityWords;
}

export interface Numeral {
  /** Index of the first token, and of the one after the last. */
  first: number;
  next: number;
  /** Null for vague amounts. */
  value: number | null;
  /** Both the value, or the ends of a vague amount. */
  low: number;
  high: number;
  /** The scale printed last ("thousand", a dozen), 1 without one: in a range it may belong to both ends. */
  scale: number;
  /** Unit of the last printed digit of a number printed rounded; 0 for an exact count. */
  step: number;
  /** `pack`: dozens; `group`: "a trio of"; `pronoun`: the bare word "one". */
  /** The unit within the number: "a year and a half". */
  unit?: Unit;
  /** Counts only before a noun ("several islands"). */
  needsNoun?: boolean;
  form: 'digits' | 'words' | 'pack' | 'vague' | 'fraction' | 'group' | 'fold' | 'pronoun';
}

/** Floating-point dust off a product: 1.1 × 1e9. */
export const clean = (x: number): number => (Number.isInteger(x) ? x : Number(x.toPrecision(14)));

/** Skips a hyphen that joins two words. */
export const overHyphen = ({ tokens }: Scan, i: number): number =>
  at(tokens, i).text === '-' && glued(tokens, i) && glued(tokens, i + 1) ? i + 1 : i;

export const isOf = (scan: Scan, i: number): boolean => scan.words.of.has(at(scan.tokens, i).text);
export const isArticle = (scan: Scan, i: number): boolean => scan.words.articles.has(at(scan.tokens, i).text);

export const exact = (
  first: number,
  next: number,
  value: number,
  form: Numeral['form'],
  step = 0,
  scale = 1,
): Numeral => ({
  first,
  next,
  value: clean(value),
  low: clean(value),
  high: clean(value),
  scale,
  step,
  form,
});

/** "hundred", "million", "dozen" at `i`, perhaps after a hyphen. */
export function scaleAt(scan: Scan, i: number): { by: number; next: number; pack: boolean } | null {
  const k = overHyphen(scan, i);
  const word = at(scan.tokens, k).text;
  if (at(scan.tokens, k).kind !== 'word') return null;
  const scale = scan.words.scales.get(word) ?? (scan.words.hundred.has(word) ? 100 : undefined);
  if (scale) return { by: scale, next: k + 1, pack: false };
  const pack = scan.words.packs.get(word);
  return pack ? { by: pack, next: k + 1, pack: true } : null;
}

/** "and a half", "and three quarters": what they add, and where they end. */
export function andFraction(scan: Scan, i: number): { add: number; next: number } | null {
  const { words, tokens } = scan;
  let k = overHyphen(scan, i);
  if (!words.and.has(at(tokens, k).text)) return null;
  k = overHyphen(scan, k + 1);
  let top = 1;
  if (isArticle(scan, k)) k = overHyphen(scan, k + 1);
  else if (words.small.has(at(tokens, k).text)) {
    top = words.small.get(at(tokens, k).text)!;
    k = overHyphen(scan, k + 1);
  } else return null;
  if (words.half.has(at(tokens, k).text)) return { add: 0.5, next: k + 1 };
  const denominator = words.denominators.get(at(tokens, k).text);
  // "two and a third package" is none; a quarter is.
  return denominator?.needsOf ? { add: top / denominator.by, next: k + 1 } : null;
}

/** Multiplies a number by the scales behind it ("4 hundred million", "25 thousand", "two dozen"). */
export function withScales(scan: Scan, number: Numeral, unit: number): Numeral {
  let { next } = number;
  let scale = 1;
  let pack = false;
  for (let k = 0; k < 3 && !pack; k++) {
    const found = scaleAt(scan, next);
    if (!found) break;
    scale *= found.by;
    pack = found.pack;
    next = found.next;
  }
  if (scale === 1) return number;
  const rounded = !pack && (scale >= 1000 || unit < 1);
  return exact(
    number.first,
    next,
    number.value! * scale,
    pack ? 'pack' : number.form,
    rounded ? scale * unit : 0,
    scale,
  );
}
