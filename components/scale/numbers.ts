/** What the numbers of a figure look like on an axis: a point, or a stretch with open or closed ends. Pure. */
import type { Against, QuantityValue } from '../../utils/report.ts';
import type { Axis } from './axis.ts';

/** One figure as a stretch of the axis. */
export interface Stretch {
  from: number;
  to: number;
  /** The words set no end here: drawn as an arrow. */
  openLow: boolean;
  openHigh: boolean;
}

export const finite = (...values: (number | null | undefined)[]): number[] =>
  values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));

/** A number that stands for itself, exactly or about; ranges and bounds have none. */
export function pointOf(q: QuantityValue): number | null {
  return q.value !== undefined && (q.bound === '=' || q.bound === '~') ? q.value : null;
}

/** The numbers that the words print. */
export function coreOf(q: QuantityValue): number[] {
  return q.value !== undefined ? finite(q.value) : finite(q.hard.low, q.hard.high);
}

/** The interval that the words allow; where they set no end, up to what they suggest. `place` turns values into places. */
export function stretchOf(q: QuantityValue, axis: Axis, place: (value: number) => number): Stretch {
  const openHigh = q.bound === '>' || q.bound === '>=' || q.hard.high === null;
  const openLow = q.bound === '<' || q.bound === '<=' || q.hard.low === null;
  const low = openLow ? (q.soft.low ?? axis.low) : (q.hard.low ?? q.value ?? axis.low);
  const high = openHigh ? (q.soft.high ?? axis.high) : (q.hard.high ?? q.value ?? axis.high);
  return { from: place(low), to: place(high), openLow, openHigh };
}

/** Told of another time than the page's: it stands apart, with its date. */
export const isOfAnotherTime = (one: Against): boolean => one.far === true || one.verdict === 'changed since';

/** Sources that repeat one origin in the same words are one mark. */
export function independent(against: readonly Against[]): Against[] {
  const seen = new Set<string>();
  return against.filter((one) => {
    const key = `${one.origin ?? one.document}\n${one.display}\n${isOfAnotherTime(one)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How many speak: a source that says a thing twice, exactly and in round words, is one. */
export const voices = (against: readonly Against[]): number =>
  new Set(against.map((one) => one.origin ?? one.document)).size;

/** A source that gives a number. */
export type Numeric = Against & { quantity: QuantityValue };
export const isNumeric = (one: Against): one is Numeric =>
  one.quantity !== undefined && coreOf(one.quantity).length > 0;
