/** Dates on an axis: days since 1970, and which of them are worth a tick. Pure. */

const DAY_MS = 86_400_000;
/** Days around what is known of one day only. */
const LONE_DAYS = 3;

/** First and last day that "2025-09-04", "2025-09" or "2025" may mean; null for anything else. */
export function daysOf(iso: string): { from: number; to: number } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const from = Date.UTC(year, month - 1, day) / DAY_MS;
  if (match[3]) return { from, to: from };
  return { from, to: (match[2] ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) / DAY_MS - 1 };
}

export interface DayTick {
  day: number;
  /** As exact as the step: a day, a month or a year. */
  iso: string;
}

export interface DayAxis {
  ticks: DayTick[];
  /** Place of a day between 0 and 1. */
  at(day: number): number;
}

/** Steps between ticks: days, months or years, from short to long. */
const STEPS = [
  ...[1, 2, 7, 14].map((n) => ({ unit: 'day' as const, n })),
  ...[1, 2, 3, 6].map((n) => ({ unit: 'month' as const, n })),
  ...[1, 2, 5, 10, 20, 50, 100].map((n) => ({ unit: 'year' as const, n })),
];
const IN_DAYS = { day: 1, month: 30, year: 365 };

const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString();

/** The first tick at or after `from`, and the rest up to `to`. */
function ticksOf({ unit, n }: (typeof STEPS)[number], from: number, to: number): DayTick[] {
  const ticks: DayTick[] = [];
  if (unit === 'day') {
    for (let day = from; day <= to; day += n) ticks.push({ day, iso: isoOf(day).slice(0, 10) });
    return ticks;
  }
  const start = new Date(from * DAY_MS);
  const months = unit === 'month' ? n : n * 12;
  const index = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let at = Math.floor(index / months) * months; ; at += months) {
    const day = Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY_MS;
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, iso: isoOf(day).slice(0, unit === 'month' ? 7 : 4) });
  }
}

/** An axis from the first to the last of `days`, with at most `most` ticks. Null for no day. */
export function dayAxis(days: readonly number[], most: number): DayAxis | null {
  if (days.length === 0) return null;
  let from = Math.min(...days);
  let to = Math.max(...days);
  if (from === to) {
    from -= LONE_DAYS;
    to += LONE_DAYS;
  }
  const step = STEPS.find(({ unit, n }) => (to - from) / (n * IN_DAYS[unit]) <= most - 1) ?? STEPS.at(-1);
  const found = step ? ticksOf(step, from, to) : [];
  // A stretch without a first of a month in it has its ends.
  const ends = [from, to].map((day) => ({ day, iso: isoOf(day).slice(0, 10) }));
  const ticks = found.length >= 2 ? found.slice(0, most) : ends;
  return { ticks, at: (day) => Math.min(1, Math.max(0, (day - from) / (to - from))) };
}
