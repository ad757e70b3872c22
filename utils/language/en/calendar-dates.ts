/** English calendar dates: "Thursday, Sept. 4, 2025", "4–5 September", "2025-09-04"; what only looks like one is left out. */
import type { Around, CalendarDay, DateExpression, DateRule } from '../dates/expression.ts';
import { isName, MONTH, monthOf } from './month-names.ts';

type Groups = Record<string, string | undefined>;

export const YEAR = '(?:(?:19|20)\\d\\d)(?![\\d.,]*\\d)';
const DAY = (name: string) => `(?<${name}>\\d{1,2})(?:st|nd|rd|th)?`;
const TO = '\\s?(?:to|-|–|until|through|till)\\s?';
/** Part of a longer number or of a fraction: "1,4 September", "3/4 March". */
const NOT_BEHIND_NUMBER = '(?<![\\d.,/-])\\b';
const NOT_IN_NUMBER = '(?![\\w%]|[.,:/-]\\d)';

/** "In September 26 countries agreed", "26 of them agreed": a month and a count, not a day. */
const COUNTED_AFTER =
  /^ (?:of (?:them|us|whom|which|these|those)\b|(?!(?:was|is|has|as|its|his|this|does|after)\b)(?:[a-z-]+ )?[a-z]+s\b)/u;
const MONTH_ALONE_BEFORE = /\b(?:in|since|during|by)\s+$/iu;
const DAY_BEFORE = /\d(?:st|nd|rd|th)?\s+$/u;

const dayOf = ({ year, month }: Groups, day: string | undefined): CalendarDay => ({
  ...(year ? { year: Number(year) } : {}),
  month: monthOf(month),
  day: Number(day),
});

function daysOf(groups: Groups): DateExpression | null {
  if (!isName(groups.month)) return null;
  const from = dayOf(groups, groups.from);
  return { kind: 'days', from, to: groups.to ? dayOf(groups, groups.to) : from };
}

function monthFirst(groups: Groups, match: string, { before, after }: Around): DateExpression | null {
  // "march 4 km" is a verb; in "4 September 26 countries" the month belongs to the day before it
  if (!/^\p{Lu}/u.test(match) || DAY_BEFORE.test(before)) return null;
  const counted = /^\D+\d{1,2}$/u.test(match) && COUNTED_AFTER.test(after);
  if (counted && (MONTH_ALONE_BEFORE.test(before) || (groups.month === 'May' && !/\bon\s+$/iu.test(before))))
    return null;
  return daysOf(groups);
}

const rule = (pattern: string, read: DateRule['read']): DateRule => ({ pattern: new RegExp(pattern, 'giu'), read });

export const calendarDates: DateRule[] = [
  // "4 September 2025", "the 4th of September", "4–5 Sept."
  rule(
    `${NOT_BEHIND_NUMBER}${DAY('from')}(?:${TO}${DAY('to')})?(?:[-/]|\\s?(?:of\\s)?)(?<month>${MONTH})(?:(?:,?\\s|[-/])(?<year>${YEAR}))?(?!\\w|[.,]\\d)`,
    daysOf,
  ),
  // "September 4, 2025", "Sept. 4-5"
  rule(
    `(?<![\\d/])\\b(?<month>${MONTH})(?:\\s?|[-/])${DAY('from')}(?:${TO}${DAY('to')})?(?:(?:,?\\s|[-/])(?<year>${YEAR}))?${NOT_IN_NUMBER}(?!\\s?[ap]\\.?m\\b)`,
    monthFirst,
  ),
  // "2025-09-04", "2025/9/4"
  rule(
    '(?<![\\d./-])(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[./-]\\d)',
    ({ year, month, day }) => {
      const date = { year: Number(year), month: Number(month), day: Number(day) };
      return { kind: 'days', from: date, to: date };
    },
  ),
];
