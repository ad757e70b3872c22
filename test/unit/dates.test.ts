import { describe, expect, it } from 'vitest';
import { overlaps, partialDate } from '../../utils/language/dates/calendar.ts';
import { readDates } from '../../utils/language/dates.ts';
import { englishDates } from '../../utils/language/en/dates.ts';
import { DATE_PHRASES, TUESDAY } from './fixtures/date-phrases.ts';

const read = (text: string, reference: { from: string; to: string } | null = TUESDAY) =>
  readDates(text, reference, englishDates).map(({ range }) =>
    range.from === range.to ? range.from : `${range.from}/${range.to}`,
  );

describe('readDates', () => {
  it.each(DATE_PHRASES)('%s: %s', (_kind, text, dates) => {
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
