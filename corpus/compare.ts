/**
 * How two quantities stand to each other: interval arithmetic on what the words allow (hard) and what they suggest (soft).
 * Pure; the rules are those of design/figures.md, "Verdicts for two figures".
 */
import type { Exactness, PairVerdict, QuantityValue } from '../utils/report.ts';

interface Ends {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

/** Relative difference below which two numbers are one (floating point, not judgement). */
const EPSILON = 1e-9;

/** Two numbers but for dust; an open end equals none but itself. */
export const isSameNumber = (a: number, b: number) =>
  a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= EPSILON * Math.max(Math.abs(a), Math.abs(b)));

/** Ends of an interval; "more than" and "fewer than" leave their own number out. */
function ends(quantity: QuantityValue, kind: 'hard' | 'soft'): Ends {
  const { low, high } = quantity[kind];
  return {
    low: low ?? Number.NEGATIVE_INFINITY,
    high: high ?? Number.POSITIVE_INFINITY,
    lowOpen: low === null || quantity.bound === '>',
    highOpen: high === null || quantity.bound === '<',
  };
}

/** Whether `edge` is an end that the interval leaves out. */
const opens = (e: Ends, edge: number) =>
  (isSameNumber(e.low, edge) && e.lowOpen) || (isSameNumber(e.high, edge) && e.highOpen);

type Meeting = 'overlap' | 'touch' | 'apart';

/** Whether two intervals share more than an edge. A point inside a closed interval overlaps it. */
function meeting(a: Ends, b: Ends): Meeting {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low > high && !isSameNumber(low, high)) return 'apart';
  if (!isSameNumber(low, high)) return 'overlap';
  // "Fewer than 30" and "more than 30": neither has the edge.
  if (opens(a, low) && opens(b, low)) return 'apart';
  const point = (e: Ends) => isSameNumber(e.low, e.high);
  if ((point(a) || point(b)) && !opens(a, low) && !opens(b, low)) return 'overlap';
  return 'touch';
}

/** Rounded to fewer digits than this, a number is not cut off: "2bn" stands for 1.5 to 2.5, never for 2.9. */
const DIGITS_TO_CUT = 2;

/** `£2.2bn` and `£2.26bn`: the same at the coarser one's printed precision, rounded or (from two digits on) cut off. */
function agreeAtPrecision(a: QuantityValue, b: QuantityValue): boolean {
  if (a.value === undefined || b.value === undefined || a.bound !== '=' || b.bound !== '=') return false;
  const coarser = (a.precision ?? 0) >= (b.precision ?? 0) ? a : b;
  const half = coarser.precision ?? 0;
  if (half === 0) return false;
  const apart = Math.abs(a.value - b.value);
  const digits = Math.floor(Math.log10(Math.abs(coarser.value!) / (2 * half) + EPSILON)) + 1;
  return apart <= half * (1 + EPSILON) || (digits >= DIGITS_TO_CUT && apart < 2 * half * (1 - EPSILON));
}

const width = (quantity: QuantityValue) => {
  const { low, high } = ends(quantity, 'soft');
  return high - low;
};

/** Narrower soft intervals are more exact; for sources that say a thing twice. */
export const moreExact = (a: QuantityValue, b: QuantityValue): boolean => width(a) < width(b);

/** A (page) against B (claim). Both must be of one unit: the caller sees to that. */
export function compareQuantities(a: QuantityValue, b: QuantityValue): { verdict: PairVerdict; exactness?: Exactness } {
  const hardA = ends(a, 'hard');
  const hardB = ends(b, 'hard');
  const alike =
    isSameNumber(hardA.low, hardB.low) &&
    isSameNumber(hardA.high, hardB.high) &&
    hardA.lowOpen === hardB.lowOpen &&
    hardA.highOpen === hardB.highOpen;
  if (alike) return { verdict: 'same' };
  const hard = meeting(hardA, hardB);
  if (agreeAtPrecision(a, b) || meeting(ends(a, 'soft'), ends(b, 'soft')) === 'overlap') {
    const difference = width(a) - width(b);
    if (isSameNumber(width(a), width(b)) || Number.isNaN(difference)) return { verdict: 'fits' };
    return { verdict: 'fits', exactness: difference > 0 ? 'less exact' : 'more exact' };
  }
  return { verdict: hard === 'apart' ? 'conflicts' : 'strained' };
}
