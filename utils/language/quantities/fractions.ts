/** Fractions: "two-thirds", "3/4", "half a dozen", "a quarter of a million". */
import { exact, isArticle, isOf, type Numeral, overHyphen, type Scan, scaleAt, withScales } from './numeral.ts';
import { phraseFrom, phraseUpTo } from './phrases.ts';
import { at, glued } from './tokens.ts';

export const VULGAR = new Map(
  [...'½¼¾⅓⅔⅕⅖⅗⅘⅛'].map((c, i) => [c, [1 / 2, 1 / 4, 3 / 4, 1 / 3, 2 / 3, 0.2, 0.4, 0.6, 0.8, 1 / 8][i]!]),
);

/** "3/4", where it can be a fraction and no date or score. */
export function readSlash(scan: Scan, i: number): Numeral | null {
  const { tokens } = scan;
  const top = at(tokens, i).number;
  const bottom = at(tokens, i + 2).number;
  if (!top || !bottom || at(tokens, i + 1).text !== '/' || !glued(tokens, i + 1) || !glued(tokens, i + 2)) return null;
  const proper =
    top.value >= 1 && top.value < bottom.value && bottom.value <= 10 && top.decimals + bottom.decimals === 0;
  // Bare "9/10" is a date or a mark out of ten: a fraction is of something, or in something.
  const unit = phraseFrom(scan.words.units, tokens, i + 3) !== null;
  const followed = isOf(scan, i + 3) || scaleAt(scan, i + 3) !== null || unit;
  return proper && followed && at(tokens, i + 3).gap ? exact(i, i + 3, top.value / bottom.value, 'fraction') : null;
}

/** A fraction, and the scale it is of: "two-thirds", "a quarter of a million", "half a dozen". */
export function readFraction(scan: Scan, i: number): Numeral | null {
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
  const scaled = bottom.needsOf && top === 1 && scaleAt(scan, k + 1) !== null; // "a quarter-million"
  if ((bottom.needsOf || isArticle(scan, i)) && !hyphen && !scaled && !isOf(scan, k + 1) && !isMeasured(scan, i, k + 1))
    return null;
  return ofScale(scan, exact(i, k + 1, top / bottom.by, 'fraction'), top / bottom.by === 0.5 ? 0.1 : 0.01);
}

/** "about a quarter less", "fewer than a third agree": hedged, and followed by what only a number has. */
function isMeasured({ tokens, words }: Scan, i: number, next: number): boolean {
  const hedge = phraseUpTo(words.before, tokens, i - 1, 0);
  if (!hedge || hedge.value.notAfter?.has(at(tokens, hedge.first - 1).text)) return false;
  return at(tokens, next).kind === 'end' || words.afterFraction.has(at(tokens, next).text);
}

function ofScale(scan: Scan, fraction: Numeral, unit: number): Numeral {
  let k = overHyphen(scan, fraction.next);
  const of = isOf(scan, k);
  if (of) k++;
  // "half a dozen", "half-dozen"
  const scale = scaleAt(scan, isArticle(scan, k) ? k + 1 : k);
  if (!scale || (!isArticle(scan, k) && fraction.value !== 0.5 && (of || fraction.value !== 0.25))) return fraction;
  const step = scale.by >= 1000 ? scale.by * unit : 0;
  return exact(fraction.first, scale.next, fraction.value! * scale.by, scale.pack ? 'pack' : 'words', step);
}
