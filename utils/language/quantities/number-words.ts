/** Numbers in words: "twenty-six", "two hundred and fifty thousand", "dozens", "a trio of". */
import {
  andFraction,
  clean,
  exact,
  isArticle,
  isOf,
  type Numeral,
  overHyphen,
  type Scan,
  scaleAt,
  withScales,
} from './numeral.ts';
import { phraseFrom } from './phrases.ts';
import { at } from './tokens.ts';

/** No number is longer; keeps "million million million …" linear. */
const MAX_WORDS = 16;

/** "twenty-six", "two hundred and fifty thousand", "a hundred", "three and a half million". */
export function readWords(scan: Scan, i: number): Numeral | null {
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
  if (current === null)
    return exact(i, next, value, 'words', lastScale * unit, total % lastScale === 0 ? lastScale : 1);
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
export function readVague(scan: Scan, i: number): Numeral | null {
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
  const plain = value.scaled ? scaleAt(scan, amount.next) : null;
  // "In the several thousands": the plural says no more than the singular.
  const many = value.scaled && !plain ? words.plurals.get(at(tokens, amount.next).text) : undefined;
  const scale = many && !many.needsOf ? { by: many.scale, next: amount.next + 1 } : plain;
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
export function readGroup(scan: Scan, i: number): Numeral | null {
  const k = isArticle(scan, i) ? i + 1 : i;
  const size = scan.words.groups.get(at(scan.tokens, k).text);
  return size && isOf(scan, k + 1) ? exact(i, k + 2, size, 'group') : null;
}
