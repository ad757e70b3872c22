import { describe, expect, it } from 'vitest';
import { overlaps, partialDate } from '../../utils/language/dates/calendar.ts';
import { readDates } from '../../utils/language/dates.ts';
import { englishDates } from '../../utils/language/en/dates.ts';

const TUESDAY = { from: '2025-09-09', to: '2025-09-09' };

const read = (text: string, reference: { from: string; to: string } | null = TUESDAY) =>
  readDates(text, reference, englishDates).map(({ range }) =>
    range.from === range.to ? range.from : `${range.from}/${range.to}`,
  );

/** All are read on Tuesday, 9 September 2025. */
const phrases: [kind: string, text: string, dates: string[]][] = [
  ['full, day first', 'The pact was signed on 6 January 2024 in Rome.', ['2024-01-06']],
  ['full, month first', 'Signed January 6, 2024, in Rome.', ['2024-01-06']],
  ['full, abbreviated with weekday', 'A photo taken Thursday, Sept. 4, 2025, shows them.', ['2025-09-04']],
  ['ISO', 'updated 2025-08-31', ['2025-08-31']],
  ['ordinal', 'on the 4th of September they came', ['2025-09-04']],
  ['no year, past', 'They met on 27 March in the palace.', ['2025-03-27']],
  ['no year, abbreviated', 'Jan. 6 was a cold day.', ['2025-01-06']],
  ['no year, later in the year, past', 'They had met on 12 December.', ['2024-12-12']],
  ['no year, ahead', 'They will meet on 12 December.', ['2025-12-12']],
  ['no year, just ahead, no verb', 'the 24 September summit', ['2025-09-24']],
  ['range with dash', 'The 4–5 September talks ended.', ['2025-09-04/2025-09-05']],
  ['range, night', 'in the night of 3-4 September', ['2025-09-03/2025-09-04']],
  ['range, between', 'between 10 and 12 March', ['2025-03-10/2025-03-12']],
  ['range, month first', 'on March 10 and 12, 2024', ['2024-03-10/2024-03-12']],
  ['weekday, past', 'Leaders met on Thursday.', ['2025-09-04']],
  ['weekday, same day', 'Leaders met on Tuesday.', ['2025-09-09']],
  ['weekday, ahead', 'Leaders will meet on Thursday.', ['2025-09-11']],
  ['weekday, due', 'The report is due on Friday.', ['2025-09-12']],
  ['weekday, by', 'An answer must come by Friday.', ['2025-09-12']],
  ['weekday, planned in the present', 'Parliament votes on Wednesday.', ['2025-09-10']],
  ['weekday, planned talks', 'Talks continue on Monday in London.', ['2025-09-15']],
  ['weekday, next', 'next Thursday', ['2025-09-11']],
  ['weekday, last', 'last Tuesday', ['2025-09-02']],
  ['weekday, possessive', "Thursday's summit ended late.", ['2025-09-04']],
  ['weekday, said before what will be', 'The minister said on Friday that talks will go on.', ['2025-09-05']],
  ['weekday, ahead after the date', 'On Friday the leaders will decide.', ['2025-09-12']],
  ['weekday and evening', 'on Monday evening', ['2025-09-08']],
  ['weekday of last week', 'on Wednesday last week', ['2025-09-03']],
  ['today', "Today's meeting began late.", ['2025-09-09']],
  ['yesterday', 'He arrived yesterday.', ['2025-09-08']],
  ['tomorrow', 'The vote is tomorrow.', ['2025-09-10']],
  ['this week', 'earlier this week', ['2025-09-08/2025-09-14']],
  ['last week', 'the visit last week', ['2025-09-01/2025-09-07']],
  ['weekend', 'over the weekend', ['2025-09-06/2025-09-07']],
  ['last month', 'last month', ['2025-08-01/2025-08-31']],
  ['month with preposition', 'The plan was ready in June.', ['2025-06-01/2025-06-30']],
  ['month, year before', 'The plan was ready in November.', ['2024-11-01/2024-11-30']],
  ['month, ahead', 'The force will be ready in November.', ['2025-11-01/2025-11-30']],
  ['month and year', 'since February 2022', ['2022-02-01/2022-02-28']],
  ['early in a month', 'in early September', ['2025-09-01/2025-09-10']],
  ['month as an adjective', 'the January meeting', ['2025-01-01/2025-01-31']],
  ['month and a count', 'In June 26 countries signed.', ['2025-06-01/2025-06-30']],
  ['year', 'The treaty was signed in 2019.', ['2019-01-01/2019-12-31']],
  ['years', 'in 2021/22', ['2021-01-01/2022-12-31']],
  ['half', 'in the first half of 2025', ['2025-01-01/2025-06-30']],
  ['quarter', 'in the second quarter of 2024', ['2024-04-01/2024-06-30']],
  ['quarter, short', 'Q3 2024', ['2024-07-01/2024-09-30']],
  ['season', 'in the spring of 2024', ['2024-03-01/2024-05-31']],
  ['last season', 'last autumn', ['2024-09-01/2024-11-30']],
  ['end of a year', 'by the end of 2026', ['2026-12-01/2026-12-31']],
  ['days ago', 'three days ago', ['2025-09-06']],
  ['day before another', 'They met on 4 September; a day earlier he was in Rome.', ['2025-09-04', '2025-09-03']],
  ['day after another', 'Talks began on 4 September and ended the next day.', ['2025-09-04', '2025-09-05']],
  ['date and the next number', 'At the talks of 4 September, 26 countries signed.', ['2025-09-04']],
  ['two dates', 'first on 27 March, then on 4 September', ['2025-03-27', '2025-09-04']],
  ['across the year', 'from 30 December to 2 January 2025', ['2024-12-30', '2025-01-02']],
  // no dates
  ['verb', 'Thousands march on the capital.', []],
  ['verb with a number', 'They march 4 kilometres.', []],
  ['may', 'It may be ready; 26 may join.', []],
  ['person', 'After May resigned, Johnson came.', []],
  ['fraction', 'About 3/4 of the homes were hit.', []],
  ['weekday-like words', 'He sat in the sun and wed her.', []],
  ['second and now', 'A second package is now being drafted.', []],
  ['newspaper', 'The Sunday Times has the story.', []],
  ['habit', 'They meet every Thursday and on Sundays.', []],
  ['count of years', 'for five years, in two or three weeks', []],
  ['hedged past', 'more than three years ago', []],
  ['number like a year', 'The storm hit in 2000 homes.', []],
  ['big number', 'It costs 2,025 euros, or 2025.5 dollars.', []],
  ['no such day', 'on 31 September', []],
  ['clock', 'at 10.30 and at 18:45', []],
  ['article', 'Article 5 and the 19th package', []],
  ['broadcaster', 'USA Today reports', []],
];

describe('readDates', () => {
  it.each(phrases)('%s: %s', (_kind, text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  it.each([
    ['needs the day', 'on Thursday', []],
    ['needs the year', 'on 4 September', []],
    ['complete', 'on 4 September 2025', ['2025-09-04']],
    ['year', 'in 2019', ['2019-01-01/2019-12-31']],
  ])('without a page date, %s', (_kind, text, dates) => {
    expect(read(text, null)).toEqual(dates);
  });

  it('reads days and months, but no weekdays, from a page dated to the month', () => {
    const month = { from: '2025-09-01', to: '2025-09-30' };
    expect(read('on 4 September and on Thursday', month)).toEqual(['2025-09-04']);
  });

  it.each([
    ['Leaders will meet on Thursday.', true],
    ['Leaders met on Thursday.', false],
    ['They are due to sign by Friday.', true],
  ])('says whether a sentence looks ahead: %s', (text, future) => {
    expect(readDates(text, TUESDAY, englishDates)[0]?.future).toBe(future);
  });

  it.each([
    ['since March', 'since'],
    ['until Friday', 'until'],
    ['in March', undefined],
  ])('says which end of a stretch a date is: %s', (text, open) => {
    expect(readDates(text, TUESDAY, englishDates)[0]?.open).toBe(open);
  });

  it('gives the date without its preposition', () => {
    const text = 'The plan was ready in June, on Sept. 4, 2024.';
    expect(readDates(text, TUESDAY, englishDates).map((d) => text.slice(d.start, d.end))).toEqual([
      'June',
      'Sept. 4, 2024',
    ]);
  });

  it('finds the same in a long text as in its sentences', () => {
    const sentence = 'Leaders met on 4 September and will meet again in October. ';
    expect(read(sentence.repeat(300)).length).toBe(600);
  });

  it.each([
    '',
    '1 '.repeat(5000),
    'March '.repeat(3000),
    '4-4-'.repeat(3000),
    'on Thursday and '.repeat(500),
    '\u0000',
  ])('does not throw on odd text', (text) => {
    expect(Array.isArray(read(text))).toBe(true);
  });
});

describe('calendar', () => {
  it.each([
    ['2025-09-04', '2025-09-04', '2025-09-04'],
    ['2025-09-01', '2025-09-30', '2025-09'],
    ['2024-02-01', '2024-02-29', '2024-02'],
    ['2025-01-01', '2025-12-31', '2025'],
    ['2025-09-04', '2025-09-06', '2025-09-06'],
  ])('%s to %s is %s', (from, to, partial) => {
    expect(partialDate({ from, to })).toBe(partial);
  });

  it('knows whether two stretches share a day', () => {
    expect(overlaps({ from: '2025-09-01', to: '2025-09-04' }, { from: '2025-09-04', to: '2025-09-05' })).toBe(true);
    expect(overlaps({ from: '2025-09-01', to: '2025-09-03' }, { from: '2025-09-04', to: '2025-09-05' })).toBe(false);
  });
});
