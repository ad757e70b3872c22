/** English calendar dates: chrono finds them; what only looks like one is left out. */
// The root, not 'chrono-node/en': Vite cannot resolve that path. The other languages are shaken off.
import { en } from 'chrono-node';
import type { CalendarDay, CalendarMatch } from '../dates/expression.ts';
import { isName, MONTH } from './month-names.ts';

/**
 * Chrono's parsers without its refiners: they join dates across words ("27 March - the day after 11 March" becomes one)
 * and fill in what is not printed, which is for `resolveDate` to say.
 */
const chrono = new en.Chrono({ parsers: en.configuration.createConfiguration(true, false).parsers, refiners: [] });
/** Instant that chrono reads relative words from; we use none of them, only what is printed. */
const ANY_DAY = new Date(Date.UTC(2001, 0, 1, 12));

/** Calendar dates as printed. Chrono finds them; what only looks like one is left out. */
export function calendar(text: string): CalendarMatch[] {
  if (!hasCalendar.test(text)) return [];
  return chrono.parse(text, { instant: ANY_DAY, timezone: 0 }).flatMap((found) => {
    const { start: first, end: last } = found;
    if (!first.isCertain('month') || !first.isCertain('day')) return [];
    const match = withoutShortYear(found.text);
    const end = found.index + match.length;
    const start = end - match.replace(/^on\s+/i, '').length;
    if (!looksLikeDate(text.slice(start, end), text.slice(Math.max(0, start - 12), start), text.slice(end, end + 40)))
      return [];
    const day = (c: typeof first): CalendarDay => ({
      ...(c.isCertain('year') && /\d{4}/.test(match) ? { year: c.get('year') ?? undefined } : {}),
      month: c.get('month') ?? 0,
      day: c.get('day') ?? 0,
    });
    const from = day(first);
    return [{ start, end, from, to: last?.isCertain('day') ? day(last) : from }];
  });
}

const hasCalendar = new RegExp(`${MONTH}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}`, 'iu');
const monthWord = new RegExp(MONTH, 'iu');
/** "In September 26 countries agreed": a month and a count, not a day. */
const countedAfter = /^ (?!(?:was|is|has|as|its|his|this|does|after)\b)(?:[a-z-]+ )?[a-z]+s\b/u;

function looksLikeDate(match: string, before: string, after: string): boolean {
  const month = monthWord.exec(match)?.[0];
  if (month === undefined) return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(match) && !/[\d./-]$/.test(before);
  // "4 September, 26 countries": the month belongs to the day before it
  if (/^\p{L}+\.?,/u.test(match) || (/^\p{L}/u.test(match) && /\d(?:st|nd|rd|th)?\s+$/.test(before))) return false;
  if (!isName(month) || /[\d.,/-]$/.test(before) || /^[.,]\d|^%/.test(after)) return false;
  const counted = /^\D+\d{1,2}$/.test(match) && countedAfter.test(after);
  if (counted && (/\b(?:in|since|during|by)\s+$/i.test(before) || (month === 'May' && !/\bon\s+$/i.test(before))))
    return false;
  // "march 4 km": a lower-case month before a number is a verb more often than a date
  return /^\p{Lu}|^\d/u.test(match);
}

/** "On 4 September, 26 countries": two figures behind a day and month are the next number, not a year. */
const withoutShortYear = (match: string): string =>
  match.replace(/(?<=\p{L}\.?|\p{L}\.? \d{1,2}(?:st|nd|rd|th)?),? ['’]?\d{1,3}$/u, (tail, at: number, whole: string) =>
    /\d/.test(whole.slice(0, at)) ? '' : tail,
  );
