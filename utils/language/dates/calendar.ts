/** Days of the (proleptic Gregorian) calendar, counted from 1970-01-01. No clock and no time zone: a page's day is the day it prints. */
import type { DateRange } from '../types.ts';

const MS_PER_DAY = 86_400_000;

/** Number of a day, or null where there is no such day (31 February). `month` is 1–12. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? Math.round(date.getTime() / MS_PER_DAY) : null;
}

/** `YYYY-MM-DD` of a day number. */
export const isoDay = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** Day number of `YYYY-MM-DD`, or NaN. */
export function dayOf(iso: string): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = iso.split('-').map(Number);
  return dayNumber(year, month, day) ?? Number.NaN;
}

export function partsOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 = Monday … 6 = Sunday (1970-01-01 was a Thursday). */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const range = (from: number, to: number = from): DateRange => ({ from: isoDay(from), to: isoDay(to) });

/** All days of `months` months, beginning with `month`, which may lie outside 1–12. */
export function monthsRange(year: number, month: number, months = 1): { from: number; to: number } {
  const index = year * 12 + (month - 1);
  const at = (i: number) => dayNumber(Math.floor(i / 12), (((i % 12) + 12) % 12) + 1, 1)!;
  return { from: at(index), to: at(index + months) - 1 };
}

/** Length in days; 1 for a single day. */
export const daysIn = (dates: DateRange): number => dayOf(dates.to) - dayOf(dates.from) + 1;

/** Do two stretches share a day? */
export const overlaps = (a: DateRange, b: DateRange): boolean => a.from <= b.to && b.from <= a.to;

/** The shortest partial date that says the same: `2025`, `2025-09` or `2025-09-04`; for other stretches their last day. */
export function partialDate(dates: DateRange): string {
  const { from, to } = dates;
  if (from === to) return from;
  const { year, month } = partsOf(dayOf(to));
  const whole = monthsRange(year, month);
  if (to === isoDay(whole.to) && from === isoDay(whole.from)) return to.slice(0, 7);
  if (from === `${to.slice(0, 4)}-01-01` && to.endsWith('-12-31')) return to.slice(0, 4);
  return to;
}
