/** The axis of a scale: which numbers it spans, where its ticks stand, and when it counts in steps of ten. Pure. */

/** Beyond this ratio the smaller figures of a linear axis would fall onto one point. */
export const LOG_RATIO = 50;
/** Intervals between ticks that a card of 360 px can label. */
const TICK_INTERVALS = 4;
/** What a lone value is given on each side, as part of itself. */
const LONE_SPAN = 0.2;
/** An axis spans at least this part of its largest number: 26 and 27 would else stand at its two ends, like 1 and 100. */
const LEAST_SPAN = 0.05;
/** How far "about" and "more than" may widen the axis, in parts of its core: the numbers themselves come first. */
const SOFT_SHARE = 0.35;
/** Figures nearer to each other, or to zero, than this are one: no print tells them apart, and steps would vanish. */
const SAME = 1e-6;
/** Powers of ten that a logarithmic axis spans at most; what is smaller stands at its end. */
const LOG_POWERS = 12;

export interface Axis {
  low: number;
  high: number;
  log: boolean;
  ticks: number[];
  /** Place of a value between 0 and 1; clamped to the ends. */
  at(value: number): number;
}

/** 1, 2 or 5 times a power of ten, not below `raw`. */
export function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  for (const factor of [1, 2, 5, 10]) if (factor * power >= raw * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

/** Takes away what binary fractions add ("0.30000000000000004"). */
const tidy = (value: number): number => Number(value.toPrecision(12));

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function linearTicks(low: number, high: number, wholeNumbers: boolean): number[] {
  let step = niceStep((high - low) / TICK_INTERVALS);
  if (wholeNumbers) step = Math.max(1, step);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks: number[] = [];
  for (let i = first; i <= last; i++) ticks.push(tidy(i * step));
  return ticks;
}

function logTicks(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(high) - 1e-9));
  const every = Math.ceil((last - first) / TICK_INTERVALS);
  const ticks: number[] = [];
  for (let power = first; power < last + every; power += every) ticks.push(tidy(10 ** power));
  return ticks;
}

/**
 * The axis for the numbers that are printed (`core`) and the ends that words suggest (`soft`).
 * Null where there is no finite number. Never shows a negative end for numbers that are not negative.
 */
export function makeAxis(core: readonly number[], soft: readonly number[]): Axis | null {
  const numbers = core.filter(Number.isFinite);
  if (numbers.length === 0) return null;
  let low = Math.min(...numbers);
  let high = Math.max(...numbers);
  if (low > 0 && high / low > LOG_RATIO) {
    const ticks = logTicks(Math.max(low, high / 10 ** LOG_POWERS), high);
    const from = Math.log10(ticks[0] ?? low);
    const to = Math.log10(ticks.at(-1) ?? high);
    const at = (value: number) => (value <= 0 ? 0 : clamp((Math.log10(value) - from) / (to - from), 0, 1));
    return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, log: true, ticks, at };
  }
  const positive = low >= 0;
  const lone = high - low <= Math.max(1, Math.abs(high)) * SAME;
  const span = lone ? (Math.abs(high) < SAME ? 1 : Math.abs(high) * LONE_SPAN) : high - low;
  const room = lone ? span : span * SOFT_SHARE;
  const ends = soft.filter(Number.isFinite);
  const softLow = Math.max(low - room, Math.min(low, ...ends));
  const softHigh = Math.min(high + room, Math.max(high, ...ends));
  if (lone) {
    low = Math.min(softLow, low - span / 2);
    high = Math.max(softHigh, high + span / 2);
  } else {
    const missing = Math.max(0, Math.abs(high) * LEAST_SPAN - (softHigh - softLow)) / 2;
    low = softLow - missing;
    high = softHigh + missing;
  }
  if (positive) low = Math.max(0, low);
  const ticks = linearTicks(low, high, numbers.every(Number.isInteger));
  const from = ticks[0] ?? low;
  const to = ticks.at(-1) ?? high;
  return { low: from, high: to, log: false, ticks, at: (value) => clamp((value - from) / (to - from), 0, 1) };
}
