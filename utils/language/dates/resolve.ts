/** From what the words say to days, with the page's date as the reference. */
import type { DateRange } from '../types.ts';
import { dayNumber, dayOf, monthsRange, partsOf, range, weekdayOf } from './calendar.ts';
import type { CalendarDay, DateExpression, Part, Unit } from './expression.ts';

export type Direction = 'ahead' | 'back' | null;

/** A day and month just ahead of the page, with no verb to tell, is the coming one: "the 6 January summit" on 3 January. */
const COMING_DAYS = 31;
/** Thirds of a month: "early September" ends on the 10th, "late" begins on the 21st. */
const THIRD = 10;

/**
 * The days that an expression means; null where they cannot be told (no reference, no such day, no date before it).
 * @param reference the page's date, or null; relative words need a reference of one day
 * @param previous the date before it in the text, for "a day earlier"
 */
export function resolveDate(
  expression: DateExpression,
  reference: DateRange | null,
  direction: Direction,
  previous: DateRange | null,
): DateRange | null {
  const today = reference && reference.from === reference.to ? dayOf(reference.from) : null;
  switch (expression.kind) {
    case 'days':
      return resolveDays(expression.from, expression.to, reference, direction);
    case 'month':
      return resolveMonth(expression, reference, direction);
    case 'months':
      return resolveMonths(expression, reference, direction);
    case 'weekday':
      return today === null ? null : resolveWeekday(expression, today, direction);
    case 'offset':
      return today === null ? null : shifted(expression.unit, today, expression.by, expression.part);
    case 'until-now':
      return today === null ? null : range(today - expression.days + 1, today);
    case 'from-previous':
      return previous && previous.from === previous.to
        ? shifted(expression.unit, dayOf(previous.from), expression.by)
        : null;
  }
}

function resolveDays(
  from: CalendarDay,
  to: CalendarDay,
  reference: DateRange | null,
  direction: Direction,
): DateRange | null {
  const year = to.year ?? from.year;
  if (year !== undefined) return between(from, to, year);
  if (!reference) return null;
  const now = dayOf(reference.to);
  const current = partsOf(now).year;
  // 29 February exists in one year of four: look as far as needed, never further.
  const candidates = [current - 1, current, current + 1].map((y) => between(from, to, y)).filter((r) => r !== null);
  const past = candidates.filter((r) => dayOf(r.from) <= now).at(-1) ?? null;
  const future = candidates.find((r) => dayOf(r.to) >= dayOf(reference.from)) ?? null;
  if (direction === 'ahead') return future ?? past;
  if (direction === null && future && dayOf(future.from) - now <= COMING_DAYS) return future;
  return past ?? future;
}

/** Both ends in `year`, the first one a year earlier where it would come after the second ("30 December – 2 January 2026"). */
function between(from: CalendarDay, to: CalendarDay, year: number): DateRange | null {
  const end = dayNumber(to.year ?? year, to.month, to.day);
  let start = dayNumber(from.year ?? year, from.month, from.day);
  if (start !== null && end !== null && start > end && from.year === undefined)
    start = dayNumber(year - 1, from.month, from.day);
  return start === null || end === null || start > end ? null : range(start, end);
}

function resolveMonth(
  month: Extract<DateExpression, { kind: 'month' }>,
  reference: DateRange | null,
  direction: Direction,
): DateRange | null {
  let year = month.year;
  if (year === undefined) {
    if (!reference) return null;
    const now = partsOf(dayOf(reference.to));
    if (month.which === 'last') year = month.month < now.month ? now.year : now.year - 1;
    else if (month.which === 'next') year = month.month > now.month ? now.year : now.year + 1;
    else if (month.which === 'this') year = now.year;
    else if (direction === 'ahead') year = month.month >= now.month ? now.year : now.year + 1;
    else year = month.month <= now.month ? now.year : now.year - 1;
  }
  const whole = monthsRange(year, month.month);
  switch (month.part) {
    case 'early':
    case 'start':
      return range(whole.from, whole.from + THIRD - 1);
    case 'mid':
      return range(whole.from + THIRD, whole.from + 2 * THIRD - 1);
    case 'late':
    case 'end':
      return range(whole.from + 2 * THIRD, whole.to);
    default:
      return range(whole.from, whole.to);
  }
}

function resolveMonths(
  span: Extract<DateExpression, { kind: 'months' }>,
  reference: DateRange | null,
  direction: Direction,
): DateRange | null {
  const days = (year: number) => monthsRange(year, span.month, span.months);
  let year = span.year;
  if (year === undefined) {
    if (!reference) return null;
    const now = dayOf(reference.to);
    year = partsOf(now).year + (span.shift ?? 0);
    if (span.which === 'last') while (days(year).to >= now) year--;
    else if (span.which === 'next') while (days(year).from <= now) year++;
    else if (span.which !== 'this' && span.shift === undefined && direction !== 'ahead' && days(year).from > now)
      year--;
  }
  const { from, to } = days(year);
  return range(from, to);
}

function resolveWeekday(
  expression: Extract<DateExpression, { kind: 'weekday' }>,
  today: number,
  direction: Direction,
): DateRange {
  const { weekday, which, week } = expression;
  if (week !== undefined) return range(today - weekdayOf(today) + weekday + 7 * week);
  const ago = (weekdayOf(today) - weekday + 7) % 7;
  const past = today - ago;
  const coming = ago === 0 ? today : past + 7;
  if (which === 'last') return range(ago === 0 ? today - 7 : past);
  if (which === 'next') return range(ago === 0 ? today + 7 : coming);
  if (direction === 'ahead' || (which === 'this' && direction !== 'back')) return range(coming);
  return range(past);
}

/** The day, week (from Monday), weekend, month or year that lies `by` units from the one of `day`. */
function shifted(unit: Unit, day: number, by: number, part?: Part): DateRange {
  if (unit === 'day') return range(day + by);
  const monday = day - weekdayOf(day);
  if (unit === 'week') return range(monday + 7 * by, monday + 7 * by + 6);
  if (unit === 'weekend') return range(monday + 7 * by + 5, monday + 7 * by + 6);
  const { year, month } = partsOf(day);
  if (unit === 'month') {
    const { from, to } = monthsRange(year, month + by);
    return range(from, to);
  }
  const { from, to } = yearPart(year + by, part);
  return range(from, to);
}

/** A year, or a part of it: early is January to April, mid May to August, late September to December. */
export function yearPart(year: number, part: Part | undefined): { from: number; to: number } {
  switch (part) {
    case 'early':
      return monthsRange(year, 1, 4);
    case 'mid':
      return monthsRange(year, 5, 4);
    case 'late':
      return monthsRange(year, 9, 4);
    case 'start':
      return monthsRange(year, 1);
    case 'end':
      return monthsRange(year, 12);
    default:
      return monthsRange(year, 1, 12);
  }
}
