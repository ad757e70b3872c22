/** From a number and its bound to what it allows and what it suggests: the table of figures.md, "Reading a quantity". */
import type { Bound, Interval } from '../types.ts';

export interface Printed {
  /** Null for ranges and vague amounts. */
  value: number | null;
  low: number;
  high: number;
  /** Unit of the last printed digit of a number printed rounded; 0 for an exact count. */
  step: number;
  /** Dozens are counted in dozens: the grain of round numbers is 12. */
  dozens: boolean;
  /** Counts whole things, so that "about 3" is 2 to 4. */
  whole: boolean;
}

/** "About" allows this share either way. */
const ABOUT = 0.1;
/** … and at least this much for whole numbers. */
const ABOUT_AT_LEAST = 1;
/**
 * A number printed with one digit ("2 billion", "5,000") would by half a unit of that digit stand for a quarter or a tenth
 * more or less; newspapers round finer than that, so the hard interval stops here. `precision` keeps the whole half unit.
 */
const ROUNDED_AT_MOST = 0.05;
const DOZEN = 12;

/** Floating-point dust off a sum. */
const clean = (x: number): number => (Number.isInteger(x) ? x : Number(x.toPrecision(12)));
const interval = (low: number | null, high: number | null): Interval => ({
  low: low === null ? null : clean(low),
  high: high === null ? null : clean(high),
});

/** The next number at the same grain: 30 → 40, 35 → 40, 26 → 27, 10,000 → 20,000, two dozen → 36. */
export function nextRound(value: number, dozens: boolean): number {
  if (dozens) return value + DOZEN;
  if (value <= 0 || !Number.isFinite(value)) return value;
  let grain = 10 ** Math.floor(Math.log10(value));
  const onGrain = (g: number): boolean => Math.abs(value / g - Math.round(value / g)) < 1e-9;
  for (let n = 0; n < MAX_GRAIN_STEPS && !onGrain(grain); n++) grain /= 10;
  // A five is round too: more than 35 suggests up to 40, more than 250 up to 300. A lone digit is not.
  const fives = Math.round(value / grain) % 10 === 5 && value >= grain * 10;
  return clean(value + (fives ? grain * 5 : grain));
}
/** Digits of a double. */
const MAX_GRAIN_STEPS = 16;

const about = (value: number, whole: boolean): Interval => {
  const reach = Math.max(Math.abs(value) * ABOUT, whole ? ABOUT_AT_LEAST : 0);
  return interval(value - reach, value + reach);
};

/** Half a unit of the last printed digit; 0 for exact counts. */
export const precisionOf = (step: number): number => clean(step / 2);

/** The hard and the soft interval. */
export function intervalsOf(printed: Printed, bound: Bound): { hard: Interval; soft: Interval } {
  const { value, low, high, step, dozens, whole } = printed;
  switch (bound) {
    case '>':
    case '>=': {
      const top = value === null ? high : nextRound(value, dozens);
      return { hard: interval(value ?? low, null), soft: interval(value ?? low, Math.max(top, value ?? low)) };
    }
    case '<':
    case '<=': {
      const top = value ?? high;
      const bottom = Math.min(0, top);
      return { hard: interval(bottom, top), soft: interval(top > 0 ? top / 2 : top, top) };
    }
    case '~': {
      const both = value === null || low !== high ? interval(low, high) : about(value, whole);
      return { hard: both, soft: both };
    }
    default: {
      if (value === null) return { hard: interval(low, high), soft: interval(low, high) };
      const reach = Math.min(step / 2, Math.abs(value) * ROUNDED_AT_MOST);
      const both = interval(value - reach, value + reach);
      return { hard: both, soft: both };
    }
  }
}
