/** Reads one number, in digits, words or both: "1.1 billion", "twenty-six", "half a dozen", "tens of thousands". */
import { phraseFrom } from './phrases.ts';
import { at, glued, type Token } from './tokens.ts';
import { currencyBefore } from './units.ts';
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

/** No number is longer; keeps "million million million …" linear. */
const MAX_WORDS = 16;
/** "One in four": wholes of this kind make a share, others two counts ("26 of 35"). */
const SHARE_WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000]);
const VULGAR = new Map([...'½¼¾⅓⅔⅕⅖⅗⅘⅛'].map((c, i) => [c, [1 / 2, 1 / 4, 3 / 4, 1 / 3, 2 / 3, 0.2, 0.4, 0.6, 0.8, 1 / 8][i]!]));

/** Floating-point dust off a product: 1.1 × 1e9. */
const clean = (x: number): number => Number(x.toPrecision(14));

/** Skips a hyphen that joins two words. */
const overHyphen = ({ tokens }: Scan, i: number): number =>
  at(tokens, i).text === '-' && glued(tokens, i) && glued(tokens, i + 1) ? i + 1 : i;

const isOf = (scan: Scan, i: number): boolean => scan.words.of.has(at(scan.tokens, i).text);
const isArticle = (scan: Scan, i: number): boolean => scan.words.articles.has(at(scan.tokens, i).text);

const exact = (first: number, next: number, value: number, form: Numeral['form'], step = 0, scale = 1): Numeral => ({
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
function scaleAt(scan: Scan, i: number): { by: number; next: number; pack: boolean } | null {
  const k = overHyphen(scan, i);
  const word = at(scan.tokens, k).text;
  if (at(scan.tokens, k).kind !== 'word') return null;
  const scale = scan.words.scales.get(word) ?? (scan.words.hundred.has(word) ? 100 : undefined);
  if (scale) return { by: scale, next: k + 1, pack: false };
  const pack = scan.words.packs.get(word);
  return pack ? { by: pack, next: k + 1, pack: true } : null;
}

/** "and a half", "and three quarters": what they add, and where they end. */
function andFraction(scan: Scan, i: number): { add: number; next: number } | null {
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
function withScales(scan: Scan, number: Numeral, unit: number): Numeral {
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
  return exact(number.first, next, number.value! * scale, pack ? 'pack' : number.form, rounded ? scale * unit : 0, scale);
}

function readDigits(scan: Scan, i: number): Numeral | null {
  const { tokens, words } = scan;
  const digits = at(tokens, i).number;
  if (!digits) return null;
  let next = i + 1;
  let value = digits.value;
  let unit = 10 ** -digits.decimals;
  const after = at(tokens, next);
  // 2½, 1/2, 2 1/2
  const vulgar = VULGAR.get(after.text);
  if (vulgar !== undefined && digits.decimals === 0) {
    value += vulgar;
    unit = 0.1;
    next++;
  } else {
    const fraction = readSlash(scan, i);
    if (fraction) return fraction;
    const mixed = at(tokens, next).gap && value < 100 && !digits.grouped ? readSlash(scan, next) : null;
    if (mixed) return exact(i, mixed.next, value + mixed.value!, 'digits', 0.1);
    const half = andFraction(scan, next);
    if (half) {
      value += half.add;
      unit = 0.1;
      next = half.next;
    }
  }
  const letters = glued(tokens, next) && at(tokens, next).kind === 'word';
  const suffix = letters ? words.suffixes.get(at(tokens, next).text) : undefined;
  const powered = glued(tokens, next + 1) && at(tokens, next + 1).kind === 'digits'; // 32m2
  const money = currencyBefore(scan, i, 0, Number.POSITIVE_INFINITY) !== null;
  if (suffix && !powered && (money || !unitInstead(scan, next, suffix))) {
    return exact(i, next + 1, value * suffix.scale, 'digits', suffix.scale * unit, suffix.scale);
  }
  const spaced = at(tokens, next);
  const capital = spaced.kind === 'word' && spaced.upper === false && spaced.capital && spaced.end - spaced.start === 1;
  const letter = capital && spaced.gap ? words.suffixes.get(spaced.text) : undefined;
  if (letter?.spaced) return exact(i, next + 1, value * letter.scale, 'digits', letter.scale * unit, letter.scale);

  let step = unit < 1 ? unit : 0;
  if (step === 0) for (let s = 1000; value >= s && value % s === 0; s *= 1000) step = s;
  return withScales(scan, exact(i, next, value, 'digits', step), unit);
}

/** "37m long", "100m hurdles": the letter is the unit. */
function unitInstead(scan: Scan, i: number, suffix: { unitBefore?: { words: ReadonlySet<string> } }): boolean {
  const after = overHyphen(scan, i + 1);
  return suffix.unitBefore?.words.has(at(scan.tokens, after).text) ?? false;
}

/** "3/4", where it can be a fraction and no date or score. */
function readSlash(scan: Scan, i: number): Numeral | null {
  const { tokens } = scan;
  const top = at(tokens, i).number;
  const bottom = at(tokens, i + 2).number;
  if (!top || !bottom || at(tokens, i + 1).text !== '/' || !glued(tokens, i + 1) || !glued(tokens, i + 2)) return null;
  const proper = top.value >= 1 && top.value < bottom.value && bottom.value <= 10 && top.decimals + bottom.decimals === 0;
  // Bare "9/10" is a date or a mark out of ten: a fraction is of something, or in something.
  const unit = phraseFrom(scan.words.units, tokens, i + 3) !== null;
  const followed = isOf(scan, i + 3) || scaleAt(scan, i + 3) !== null || unit;
  return proper && followed && at(tokens, i + 3).gap ? exact(i, i + 3, top.value / bottom.value, 'fraction') : null;
}

/** "twenty-six", "two hundred and fifty thousand", "a hundred", "three and a half million". */
function readWords(scan: Scan, i: number): Numeral | null {
  const { tokens, words } = scan;
  let total = 0;
  let current: number | null = null;
  let last: 'none' | 'small' | 'tens' | 'hundred' | 'scale' | 'and' = 'none';
  let lastScale = Number.POSITIVE_INFINITY;
  let unit = 1;
  let k = i;
  let next = i;
  if (isArticle(scan, i) && scaleAt(scan, i + 1)) {
    current = 1;
    k = i + 1;
    last = 'small';
  }
  for (let n = 0; n < MAX_WORDS; n++) {
    const token = at(tokens, k);
    if (token.kind !== 'word' || (n > 0 && token.line)) break;
    const small = words.small.get(token.text);
    const tens = words.tens.get(token.text);
    const scale = words.scales.get(token.text);
    if (small !== undefined) {
      if (current !== null && last !== 'hundred' && last !== 'and' && !(last === 'tens' && small < 10)) break;
      current = (current ?? 0) + small;
      last = 'small';
    } else if (tens !== undefined) {
      if (current !== null && last !== 'hundred' && last !== 'and') break;
      current = (current ?? 0) + tens;
      last = 'tens';
    } else if (words.hundred.has(token.text)) {
      if (current === null || current >= 100 || last === 'and') break;
      current *= 100;
      last = 'hundred';
    } else if (scale !== undefined) {
      if (current === null || scale >= lastScale || last === 'and') break;
      total += current * scale;
      current = null;
      lastScale = scale;
      last = 'scale';
    } else if (words.and.has(token.text) && (last === 'hundred' || last === 'scale')) {
      const following = at(tokens, k + 1).text;
      if (!words.small.has(following) && !words.tens.has(following)) break;
      // "two million and three ships" are two counts; "two thousand and three" is one number.
      if (last === 'scale' && lastScale > 1000) break;
      last = 'and';
      k++;
      continue;
    } else break;
    k++;
    next = k;
    if (current !== null && current < 1000 && (last === 'small' || last === 'tens') && total === 0) {
      const half = andFraction(scan, k);
      if (half) {
        current += half.add;
        unit = 0.1;
        next = half.next;
        k = next;
      }
    }
    k = overHyphen(scan, k);
  }
  if (next === i && last === 'small') {
    const pack = scaleAt(scan, i + 1); // "a dozen"
    return pack?.pack ? withScales(scan, exact(i, i + 1, 1, 'words'), 1) : null;
  }
  if (next === i || (current === null && total === 0)) return null;
  if (last === 'scale' && lastScale < 1e15) {
    const half = andFraction(scan, next); // "a million and a half"
    if (half) return exact(i, half.next, total + half.add * lastScale, 'words', lastScale / 10, lastScale);
  }
  const value = total + (current ?? 0);
  if (current === null) return exact(i, next, value, 'words', lastScale * unit, total % lastScale === 0 ? lastScale : 1);
  if (lastScale === Number.POSITIVE_INFINITY) {
    const hundreds = value >= 100 && value % 100 === 0 ? 100 : 1;
    const number = exact(i, next, value, 'words', unit < 1 ? unit : 0, hundreds);
    const pack = scaleAt(scan, next);
    if (pack?.pack) return withScales(scan, number, unit);
    // The word for one is a pronoun unless what follows shows that it counts; the reader decides.
    if (value === 1 && next === i + 1) return { ...number, form: 'pronoun' };
    return number;
  }
  return exact(i, next, value, 'words');
}

const vague = (first: number, next: number, low: number, high: number, scale: number, value?: number): Numeral => ({
  first,
  next,
  value: value === undefined ? null : clean(value),
  low: clean(low),
  high: clean(high),
  scale,
  step: 0,
  form: 'vague',
});

/** "dozens", "tens of thousands", "several hundred", "a handful", "a couple of". */
function readVague(scan: Scan, i: number): Numeral | null {
  const { tokens, words } = scan;
  const plural = words.plurals.get(at(tokens, i).text);
  if (plural) {
    const more = isOf(scan, i + 1) ? words.plurals.get(at(tokens, i + 2).text) : undefined;
    if (more && more.scale > plural.scale && !more.needsOf) {
      const by = more.scale;
      return vague(i, i + 3, plural.low * by, (plural.high + 1) * by - 1, plural.scale * by);
    }
    if (plural.needsOf && !isOf(scan, i + 1)) return null;
    return vague(i, i + 1, plural.low, plural.high, plural.scale);
  }
  const amount = phraseFrom(words.vague, tokens, i);
  if (!amount) return null;
  const { value } = amount;
  const scale = value.scaled ? scaleAt(scan, amount.next) : null;
  if (scale) {
    const point = value.value === undefined ? undefined : value.value * scale.by;
    if (value.value !== undefined) return vague(i, scale.next, point!, (value.high ?? 0) * scale.by, scale.by, point);
    // "several dozen" is 24–99 like "dozens"; "several hundred" 200–999.
    const like = [...words.plurals.values()].find((p) => p.scale === scale.by);
    return vague(i, scale.next, like?.low ?? 2 * scale.by, like?.high ?? 10 * scale.by - 1, scale.by);
  }
  if (value.low === 0) return null;
  return { ...vague(i, amount.next, value.low ?? 0, value.high ?? 0, 1, value.value), needsNoun: value.alone !== true };
}

/** "a pair of", "trio of", "a quartet of". */
function readGroup(scan: Scan, i: number): Numeral | null {
  const k = isArticle(scan, i) ? i + 1 : i;
  const size = scan.words.groups.get(at(scan.tokens, k).text);
  return size && isOf(scan, k + 1) ? exact(i, k + 2, size, 'group') : null;
}

/** A fraction, and the scale it is of: "two-thirds", "a quarter of a million", "half a dozen". */
function readFraction(scan: Scan, i: number): Numeral | null {
  const { tokens, words } = scan;
  const first = at(tokens, i).text;
  const vulgar = VULGAR.get(first);
  if (vulgar !== undefined) return withScales(scan, exact(i, i + 1, vulgar, 'fraction'), 0.1);
  if (words.half.has(first)) return ofScale(scan, exact(i, i + 1, 0.5, 'fraction'), 0.1);
  const top = isArticle(scan, i) ? 1 : words.small.get(first);
  if (top === undefined || top > 19) return null;
  const k = overHyphen(scan, i + 1);
  if (words.half.has(at(tokens, k).text) && top === 1 && !isArticle(scan, i))
    return ofScale(scan, exact(i, k + 1, 0.5, 'fraction'), 0.1);
  const bottom = words.denominators.get(at(tokens, k).text);
  if (!bottom || top >= bottom.by || bottom.plural !== top > 1) return null;
  const hyphen = k > i + 1;
  // "A third" and "three quarters" are places in a series and parts of a year unless they are "of" something.
  if ((bottom.needsOf || isArticle(scan, i)) && !hyphen && !isOf(scan, k + 1)) return null;
  return ofScale(scan, exact(i, k + 1, top / bottom.by, 'fraction'), top / bottom.by === 0.5 ? 0.1 : 0.01);
}

function ofScale(scan: Scan, fraction: Numeral, unit: number): Numeral {
  let k = overHyphen(scan, fraction.next);
  if (isOf(scan, k)) k++;
  if (!isArticle(scan, k)) return fraction;
  const scale = scaleAt(scan, k + 1);
  if (!scale) return fraction;
  const step = scale.by >= 1000 ? scale.by * unit : 0;
  return exact(fraction.first, scale.next, fraction.value! * scale.by, scale.pack ? 'pack' : 'words', step);
}

/** "one in four", "two out of three". */
function readShare(scan: Scan, part: Numeral): Numeral | null {
  const joint = phraseFrom(scan.words.outOf, scan.tokens, part.next);
  if (!joint || part.value === null || part.value < 1 || part.scale !== 1) return null;
  const bothDigits = (n: number): boolean => at(scan.tokens, n).kind === 'digits';
  const whole = bothDigits(joint.next) ? readDigits(scan, joint.next) : readWords(scan, joint.next);
  if (whole?.value == null || whole.value <= part.value || !SHARE_WHOLES.has(whole.value)) return null;
  if (joint.value === 'in') {
    if (bothDigits(part.first) !== bothDigits(joint.next)) return null;
    // "two killed in three days", "five in 10 years"
    if (phraseFrom(scan.words.units, scan.tokens, overHyphen(scan, whole.next))) return null;
  }
  return exact(part.first, whole.next, part.value / whole.value, 'fraction');
}

/** "An hour and a half", "a year and a half". */
function readUnitAndHalf(scan: Scan, i: number): Numeral | null {
  if (!isArticle(scan, i)) return null;
  const unit = phraseFrom(scan.words.units, scan.tokens, i + 1);
  const half = unit?.value.kind === 'duration' ? andFraction(scan, unit.next) : null;
  return unit && half ? { ...exact(i, half.next, 1 + half.add, 'words', 0.1), unit: unit.value } : null;
}

/** The number that begins at token `i`, or null. Looks ahead a bounded number of tokens. */
export function readNumeral(scan: Scan, i: number): Numeral | null {
  const token = at(scan.tokens, i);
  if (token.kind === 'digits') {
    const number = readDigits(scan, i)!;
    return readShare(scan, number) ?? number;
  }
  if (token.kind === 'mark') return VULGAR.has(token.text) ? readFraction(scan, i) : null;
  if (token.kind !== 'word') return null;
  const fold = scan.words.folds.get(token.text);
  if (fold) return exact(i, i + 1, fold, 'fold');
  const fraction = readFraction(scan, i);
  if (fraction) return fraction;
  const number = readUnitAndHalf(scan, i) ?? readWords(scan, i);
  if (number) return readShare(scan, number) ?? number;
  return readGroup(scan, i) ?? readVague(scan, i);
}
