/** Reads one number, in digits, words or both: "1.1 billion", "twenty-six", "half a dozen", "tens of thousands". */
import { readFraction, readSlash, VULGAR } from './fractions.ts';
import { readGroup, readVague, readWords } from './number-words.ts';
import { andFraction, exact, isArticle, type Numeral, overHyphen, type Scan, withScales } from './numeral.ts';
import { phraseFrom } from './phrases.ts';
import { at, glued } from './tokens.ts';
import { currencyBefore } from './units.ts';
import type { Suffix } from './words.ts';

/** "One in four": wholes of this kind make a share, others two counts ("26 of 35"). */
const SHARE_WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000]);

/** Superscript digits with their sign, right behind the ten. */
const SUPERSCRIPT = /[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/y;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const ends = (value: number) => ({ value, low: value, high: value });

/** "× 10⁻¹⁹", "×10^8", "×10−30" (the raised exponent lost in copying): the exponent. */
function readPower({ text, tokens, words }: Scan, i: number): { exponent: number; next: number } | null {
  const ten = at(tokens, i + 1);
  if (!words.by.has(at(tokens, i).text) || ten.text !== '10') return null;
  SUPERSCRIPT.lastIndex = ten.end;
  const raised = SUPERSCRIPT.exec(text)?.[0];
  if (raised) {
    const digits = [...raised].map((c) => (c === '⁻' ? '-' : c === '⁺' ? '' : SUPERSCRIPTS.indexOf(c))).join('');
    let next = i + 2;
    while (at(tokens, next).kind === 'mark' && at(tokens, next).end <= ten.end + raised.length) next++;
    return { exponent: Number(digits), next };
  }
  let k = i + 2;
  const caret = at(tokens, k).text === '^' && glued(tokens, k);
  if (caret) k++;
  const minus = at(tokens, k).text === '-' && glued(tokens, k);
  if (minus) k++;
  const exponent = at(tokens, k);
  // "5 x 10-15" may be pieces and a range; with the sign of multiplication it is a power.
  if (!caret && !(minus && at(tokens, i).kind === 'mark')) return null;
  if (!exponent.number || exponent.number.length > 3 || exponent.number.decimals > 0 || !glued(tokens, k)) return null;
  return { exponent: (minus ? -1 : 1) * exponent.number.value, next: k + 1 };
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
  const power = readPower(scan, next);
  if (power) {
    const scale = 10 ** power.exponent;
    // Printed in powers of ten, it is as exact as its last digit.
    return {
      ...exact(i, power.next, value, 'digits'),
      ...ends(Number(`${value}e${power.exponent}`)),
      step: unit * scale,
    };
  }
  const letters = glued(tokens, next) && at(tokens, next).kind === 'word';
  if (letters && words.times.has(at(tokens, next).text)) return exact(i, next + 1, value, 'fold');
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

/** "37m long", "100m hurdles", "6ft (1.83m)": the letter is the unit. */
function unitInstead(scan: Scan, i: number, suffix: Suffix): boolean {
  const after = overHyphen(scan, i + 1);
  const converts = at(scan.tokens, i - 2).text === '(' && suffix.unitAfter?.has(at(scan.tokens, i - 3).text);
  return converts || (suffix.unitBefore?.words.has(at(scan.tokens, after).text) ?? false);
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
  // "the dozen countries"
  const pack = scan.words.packs.get(token.text);
  if (pack && scan.words.determiners.has(at(scan.tokens, i - 1).text))
    return { ...exact(i, i + 1, pack, 'pack'), scale: pack };
  return readGroup(scan, i) ?? readVague(scan, i);
}
