/** Which event the words of a clause speak of, by the date in it. */
import { daysIn, overlaps } from '../dates/calendar.ts';
import type { DateMention, Place } from '../types.ts';
import { type Candidate, hasCue, support } from './candidates.ts';
import type { PageMeetings, SentenceMeetings } from './index-page.ts';
import { isSpeechDate } from './meetings.ts';
import { best, DAY_SPAN, known, MONTH_SPAN, type Outcome, saidBy } from './outcome.ts';

/** Characters from a date to the clause that tells what happened then: a comma. */
const WHEN_REACH = 3;

/**
 * A day in the figure's clause on which something happened: the event of that day, or, before the page's event, none. Of a month the
 * only event of the topic in it.
 */
export function byDate(here: SentenceMeetings, place: Place, page: PageMeetings, ofMeeting: boolean): Outcome | null {
  const clause = here.sentence.clauses.find((c) => place.start >= c.start && place.start < c.end) ?? here.sentence;
  const when = page.words.whenFirst.test(here.text.slice(clause.start, clause.end));
  const isOfClause = (d: DateMention) =>
    (d.start >= clause.start && d.start < clause.end) ||
    (when && d.end <= clause.start && clause.start - d.end <= WHEN_REACH);
  const dates = here.dates.filter((d) => !d.open && !isSpeechDate(here.text, d, page.words));
  for (const date of [...dates.filter(isOfClause), ...dates.filter((d) => !isOfClause(d))]) {
    const spoken = (c: Candidate) => hasCue(c, here.folded) || (!c.needsCue && support(c, here.folded) > 0);
    const days = daysIn(date.range);
    const inRange = page.candidates.filter((c) => overlaps(c.range, date.range));
    const fitting = inRange.filter((c) => spoken(c) || (days <= DAY_SPAN && c === page.current));
    const chosen =
      days <= DAY_SPAN
        ? best(fitting, here, page)
        : days <= MONTH_SPAN
          ? (only(fitting) ?? (isOfClause(date) && !date.future ? only(inRange.filter((c) => !c.needsCue)) : null))
          : null;
    if (chosen) return saidBy(known(chosen, 'date'), here.text, date);
    const beforeCurrent = !page.current || date.range.to < page.current.range.from;
    if (isOfClause(date) && beforeCurrent && !date.future && !ofMeeting)
      return saidBy<Outcome>({ state: 'other' }, here.text, date);
  }
  return null;
}

const only = (candidates: readonly Candidate[]): Candidate | null => (candidates.length === 1 ? candidates[0]! : null);
