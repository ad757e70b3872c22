/** Dates beside chrono-node: the test table's phrases, read on the same day. */
import { en } from 'chrono-node';
import { readDates } from '../../utils/language/dates.ts';
import { englishDates } from '../../utils/language/en/dates.ts';
import type { DateRange } from '../../utils/language/types.ts';
import { DATE_PHRASES, TUESDAY } from '../unit/fixtures/date-phrases.ts';

export interface DateScore {
  name: string;
  right: number;
  /** Phrases without a date in which one was found. */
  invented: number;
}

const rangeOf = (dates: string): DateRange => {
  const [from = '', to = from] = dates.split('/');
  return { from, to };
};

const ours = (text: string): DateRange[] => readDates(text, TUESDAY, englishDates).map(({ range }) => range);
/** Times of day alone are no dates. */
const chrono = (text: string): DateRange[] =>
  en.casual
    .parse(text, { instant: new Date(`${TUESDAY.from}T12:00:00Z`), timezone: 0 })
    .filter(
      ({ start }) =>
        start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.isCertain('year'),
    )
    .map(({ start, end }) => {
      const day = (date: Date) => date.toISOString().slice(0, 10);
      return { from: day(start.date()), to: day((end ?? start).date()) };
    });

const same = (found: DateRange, meant: DateRange): boolean => found.from === meant.from && found.to === meant.to;
const within = (found: DateRange, meant: DateRange): boolean => found.from >= meant.from && found.to <= meant.to;

export function dateScores(): { phrases: number; without: number; scores: DateScore[] } {
  const dated = DATE_PHRASES.filter(([, , dates]) => dates.length > 0);
  const undated = DATE_PHRASES.filter(([, , dates]) => dates.length === 0);
  const score = (
    name: string,
    read: (text: string) => DateRange[],
    fits: (found: DateRange, meant: DateRange) => boolean,
  ): DateScore => ({
    name,
    right: dated.filter(([, text, dates]) => {
      const found = read(text);
      return found.length === dates.length && dates.every((meant, i) => fits(found[i]!, rangeOf(meant)));
    }).length,
    invented: undated.filter(([, text]) => read(text).length > 0).length,
  });
  return {
    phrases: dated.length,
    without: undated.length,
    scores: [score('ours', ours, same), score('chrono-node, casual', chrono, within)],
  };
}
