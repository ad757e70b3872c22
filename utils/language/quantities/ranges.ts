/** Two numbers that are the ends of one: "10 to 15 thousand", "between $2bn and $3bn", "10-15,000", "two or three". */
import type { Numeral, Scan } from './numeral.ts';
import { readNumeral } from './numerals.ts';
import { phraseUpTo } from './phrases.ts';
import { at, glued } from './tokens.ts';
import { currencyBefore, type UnitAfter, unitAfter } from './units.ts';

export interface Joined {
  low: Numeral;
  high: Numeral;
  /** "-" for digits with a hyphen or dash, else the word. */
  joint: string;
  unit: UnitAfter | null;
  currency: string | null;
  /** Index of the word that opens the range ("between", "from"), else of the number. */
  opener: number;
}

/** Without "from" or "between", ends further apart than this are two numbers ("rose 58 to 16,369"). */
const WIDEST = 20;
/** "Two or three", "20 or 30" are ends of one; "25 or 40" are two answers. */
const NEAR_ANSWERS = 1.5;
/** "10 to 15,000" are thousands both, where the ends are then as near as this. */
const SHARED_THOUSANDS = 10;

/** How the number that ends before token `i` is joined to one that follows. */
function jointAt({ tokens, words }: Scan, i: number): { text: string; next: number } | null {
  const token = at(tokens, i);
  if (token.line) return null;
  const hyphen = token.text === '-' && glued(tokens, i) && glued(tokens, i + 1);
  // "12- to 15-year-olds": the hyphen hangs.
  const hanging =
    token.text === '-' && glued(tokens, i) && at(tokens, i + 1).gap && words.to.has(at(tokens, i + 1).text);
  const k = hyphen || hanging ? i + 1 : i;
  const word = at(tokens, k);
  if (word.kind === 'word' && (words.to.has(word.text) || words.and.has(word.text) || words.or.has(word.text))) {
    const behind = at(tokens, k + 1).text === '-' && glued(tokens, k + 1) && glued(tokens, k + 2) ? k + 2 : k + 1;
    return { text: word.text, next: behind };
  }
  const dash = token.text === '-' || token.text === '–';
  if (!dash || token.end - token.start > 1) return null;
  const both = glued(tokens, i) && glued(tokens, i + 1);
  const neither = token.gap && at(tokens, i + 1).gap;
  return both || neither ? { text: '-', next: i + 1 } : null;
}

/** The low end with the scale that is printed at the high end only. */
function withSharedScale(scan: Scan, low: Numeral, high: Numeral, joint: string): Numeral {
  if (low.value === null || high.value === null || low.scale !== 1) return low;
  let by = 1;
  if (high.scale > 1 && low.value < high.value / high.scale) by = high.scale;
  const digits = at(scan.tokens, low.first).number;
  const grouped = at(scan.tokens, high.first).number?.grouped ?? false;
  if (by === 1 && grouped && digits && !digits.grouped && digits.length <= 3) {
    const near = low.value * 1000 < high.value && high.value < low.value * 1000 * SHARED_THOUSANDS;
    if (near && (joint === '-' || digits.length <= 2)) by = 1000;
  }
  if (by === 1) return low;
  return { ...low, value: low.value * by, low: low.low * by, high: low.high * by, scale: by };
}

/** The range that begins with `low`, whose hedges and currency begin at token `first`; null where it stands alone. */
export function joinRange(
  scan: Scan,
  low: Numeral,
  first: number,
  floor: number,
  currency: string | null,
): Joined | null {
  const { tokens, words } = scan;
  if (low.value === null || low.form === 'fold' || low.form === 'group') return null;
  const lowUnit = unitAfter(scan, low);
  const joint = jointAt(scan, lowUnit?.next ?? low.next) ?? (lowUnit ? jointAt(scan, low.next) : null);
  if (!joint) return null;
  let k = joint.next;
  // "$3 billion to $5 billion", "from about 15 to about 30"
  let secondCurrency: string | null = null;
  for (let n = 0; n < 3 && at(tokens, k).kind !== 'digits'; n++) {
    const found = currencyBefore(scan, k + 1, k, Number.POSITIVE_INFINITY);
    if (!found) break;
    secondCurrency = found.unit;
    k++;
  }
  const high = readNumeral(scan, k);
  if (high?.value == null || high.form === 'fold' || high.form === 'group') return null;
  const highUnit = unitAfter(scan, high);
  if (secondCurrency && currency && secondCurrency !== currency) return null;
  if (secondCurrency && !currency) return null;
  if (currency && highUnit && highUnit.kind !== 'money') return null;
  if (lowUnit && highUnit && lowUnit.unit !== highUnit.unit) return null;
  if (lowUnit && !highUnit) return null;
  if (!currency && !lowUnit && highUnit?.kind === 'percent' && low.scale > 1) return null;

  const opening = phraseUpTo(words.openers, tokens, first - 1, floor);
  const opened =
    opening !== null &&
    ((opening.value === 'and' && words.and.has(joint.text)) ||
      (opening.value === 'to' && (words.to.has(joint.text) || joint.text === '-')));
  const shared = withSharedScale(scan, low, high, joint.text);
  const a = shared.value!;
  const b = high.value;
  const result = (): Joined => ({
    low: shared,
    high,
    joint: joint.text,
    unit: highUnit,
    currency: currency ?? secondCurrency,
    opener: opened ? opening.first : first,
  });
  if (opened) return a === b ? null : result();
  if (words.and.has(joint.text)) return null;
  if (words.or.has(joint.text)) return a < b && (b <= NEAR_ANSWERS * a || b - a === 1) && !lowUnit ? result() : null;
  const changed = words.changes.has(at(tokens, first - 1).text);
  if (words.to.has(joint.text)) {
    if (changed && (lowUnit || currency || !highUnit)) return null;
    return a < b && (b <= a * WIDEST || (a === 0 && highUnit !== null)) ? result() : null;
  }
  // A hyphen joins digits, or words ("two-three weeks"); spaced, only digits that count something.
  const spaced = at(tokens, low.next).gap;
  if (spaced && !(a < b && b <= a * WIDEST && at(tokens, k).kind === 'digits')) return null;
  return result();
}
