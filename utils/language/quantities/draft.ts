/** A number with all that belongs to it: hedges, sign, currency, unit, the other end of a range, the noun it counts. */
import type { Bound, QuantityKind } from '../types.ts';
import type { Candidate } from './candidate.ts';
import { boundOf, hedgeAfter, hedgesBefore } from './hedges.ts';
import type { Printed } from './intervals.ts';
import { type NounAfter, nounAfter } from './nouns.ts';
import type { Numeral, Scan } from './numeral.ts';
import { type Joined, joinRange } from './ranges.ts';
import { at, glued } from './tokens.ts';
import { ageBefore, currencyBefore, isApposedAge, oldAfter, unitAfter } from './units.ts';

/** A candidate with all that the quantity is built from. */
export interface Draft extends Candidate {
  printed: Printed;
  /** Index after the whole span. */
  end: number;
}

const kindOf = (numeral: Numeral): QuantityKind => (numeral.form === 'fraction' ? 'fraction' : 'cardinal');

/** A minus before the number: the word, or a sign against digits that measure something. */
function signBefore(scan: Scan, first: number, floor: number, measured: boolean): number {
  const { tokens, words } = scan;
  const before = at(tokens, first - 1);
  if (first - 1 < floor) return first;
  if (before.kind === 'word' && words.minus.has(before.text)) return first - 1;
  if (before.text !== '-' || !glued(tokens, first)) return first;
  const word = at(tokens, first - 2);
  if (word.kind === 'word' && words.minus.has(word.text) && glued(tokens, first - 1)) return first - 2;
  const free =
    !glued(tokens, first - 1) || word.text === '$' || word.text === '€' || word.text === '£' || word.text === '(';
  return free && measured && before.end - before.start === 1 && at(tokens, first).kind === 'digits' ? first - 1 : first;
}

/** The noun behind a number and its unit; what is measured in a unit of its own counts no noun. */
function nounOf(
  scan: Scan,
  next: number,
  numeral: Numeral,
  high: Numeral,
  kind: QuantityKind,
  size: boolean,
): NounAfter {
  if (kind === 'money' || kind === 'duration' || kind === 'age' || kind === 'measurement') return { noun: null, next };
  const of = scan.words.of;
  // "a pair of texts", "a couple of ships": the word is part of the number's phrase.
  const start = of.has(at(scan.tokens, next - 1).text) && next === high.next ? next - 1 : next;
  const found = nounAfter(scan, start, numeral, size);
  if (found.whole !== undefined || found.noun || start === next) return found;
  return { noun: null, next };
}

/** Ends in order, with their sign; null for what no number can hold. */
function printedOf(
  low: Numeral,
  high: Numeral,
  range: Joined | null,
  negative: boolean,
  kind: QuantityKind,
): Printed | null {
  const sign = negative ? -1 : 1;
  const a = low.low * sign;
  const b = high.high * sign;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
  const value = range || low.value === null ? null : low.value * sign;
  const counts = kind !== 'fraction' && low.form !== 'fraction';
  return {
    value,
    low: Math.min(a, b),
    high: Math.max(a, b),
    step: Math.max(low.step, high.step),
    dozens: low.form === 'pack',
    whole: counts && low.step === 0 && Number.isInteger(value ?? 0),
  };
}

/** The number with its hedges, currency, unit, range and noun; nothing before token `floor` belongs to it. Null for what no number can hold. */
export function draftOf(scan: Scan, numeral: Numeral, floor: number): Draft | null {
  let unit = unitAfter(scan, numeral);
  const sign = signBefore(
    scan,
    numeral.first,
    floor,
    unit !== null || currencyBefore(scan, numeral.first - 1, floor, numeral.high) !== null,
  );
  const negative = sign < numeral.first;
  const currency = currencyBefore(scan, sign, floor, numeral.high);
  let first = currency?.first ?? sign;
  const context = { value: numeral.high, duration: unit?.kind === 'duration' };
  const plain = hedgesBefore(scan, first, floor, context);
  const range = negative ? null : joinRange(scan, numeral, plain.first, floor, currency?.unit ?? null);
  const high = range?.high ?? numeral;
  const low = range?.low ?? numeral;
  if (range) unit = range.unit;
  first = range && range.opener < plain.first ? range.opener : plain.first;
  // Hedges before the opening word: "about between 10 and 15", "anywhere from 15 to 30".
  const outer = first < plain.first ? hedgesBefore(scan, first, floor, context) : null;
  if (outer) first = outer.first;

  let next = unit?.next ?? high.next;
  let kind: QuantityKind = currency ? 'money' : (unit?.kind ?? kindOf(numeral));
  const behind = hedgeAfter(scan, high.next, false) ?? (unit ? hedgeAfter(scan, next, false) : null);
  if (behind) {
    next = Math.max(next, behind.next);
    unit ??= unitAfter(scan, { ...high, next: behind.next });
    if (unit && unit.next > next) {
      next = unit.next;
      if (!currency) kind = unit.kind;
    }
  }
  const old = kind === 'duration' ? oldAfter(scan, next) : null;
  const aged = ageBefore(scan, first, floor);
  if (old !== null || aged !== null || (!unit && !currency && isApposedAge(scan, numeral))) kind = 'age';
  if (old !== null) next = old;

  const noun = nounOf(scan, next, numeral, high, kind, behind?.size ?? false);
  const end = noun.noun ? noun.next : next;
  const late = behind ? null : hedgeAfter(scan, end, true);
  const hedges = [...(outer?.hedges ?? []), ...plain.hedges];
  const own: Bound = numeral.form === 'pack' || high.form === 'vague' ? '~' : '=';
  const bound = boundOf(hedges, behind?.bound ?? late?.bound ?? null, own);
  const sized = printedOf(low, high, range, negative, kind);
  if (!sized) return null;
  return {
    numeral,
    high,
    range: range !== null,
    joint: range?.joint ?? '',
    unit: kind === 'age' ? (unit?.unit ?? 'year') : (currency?.unit ?? unit?.unit ?? null),
    kind,
    first,
    next,
    hedged: hedges.length > 0 || behind !== null,
    noun,
    printed: sized,
    bound,
    end: late?.next ?? end,
  };
}
