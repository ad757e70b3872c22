/** Figures over time: which days get a tick, where everything stands, and the table that says the same. */

import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { dayAxis, daysOf } from '../../components/scale/days.ts';
import { ScaleViews } from '../../components/scale/ScaleViews.tsx';
import { TimeScale } from '../../components/scale/TimeScale.tsx';
import { changesOverTime, layoutTime, type TimeLayout } from '../../components/scale/time-layout.ts';
import type { Item } from '../../utils/report.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import { makeWords } from '../../utils/words/index.ts';
import { changing, DOCUMENTS, members, phone, quantity, source, withItems } from '../fixtures/reports.ts';
import { fc } from '../tools/fuzz.ts';

const day = (iso: string): number => daysOf(iso)?.from ?? Number.NaN;

describe('days', () => {
  it.each([
    ['1970-01-02', { from: 1, to: 1 }],
    ['1970-02', { from: 31, to: 58 }],
    ['1972', { from: 730, to: 1095 }],
    ['2024-12', { from: 20058, to: 20088 }],
    ['soon', null],
    ['', null],
  ])('%s', (iso, days) => expect(daysOf(iso)).toEqual(days));

  it.each<[string, string, string, string[]]>([
    ['a few days', '2025-09-04', '2025-09-07', ['2025-09-04', '2025-09-05', '2025-09-06', '2025-09-07']],
    ['a week', '2025-09-01', '2025-09-07', ['2025-09-01', '2025-09-03', '2025-09-05', '2025-09-07']],
    ['a month', '2025-09-01', '2025-09-30', ['2025-09-01', '2025-09-15', '2025-09-29']],
    ['a quarter', '2025-08-20', '2025-11-10', ['2025-09', '2025-10', '2025-11']],
    ['a year', '2025-03-15', '2026-01-31', ['2025-07', '2026-01']],
    ['many years', '2001-01-01', '2010-12-31', ['2005', '2010']],
  ])('%s', (_, from, to, wanted) => {
    const ticks = dayAxis([day(from), day(to)], 4)?.ticks.map(({ iso }) => iso) ?? [];
    expect(ticks).toEqual(wanted);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(4);
  });

  it('one day has room on both sides, and no day no axis', () => {
    expect(dayAxis([10], 4)?.at(10)).toBe(0.5);
    expect(dayAxis([], 4)).toBeNull();
  });

  it('of any stretch are few, in order, and on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.nat(60_000), (from, length) => {
        const axis = dayAxis([from, from + length], 4);
        const places = axis?.ticks.map((tick) => axis.at(tick.day)) ?? [];
        expect(places.length).toBeGreaterThanOrEqual(2);
        expect(places.length).toBeLessThanOrEqual(4);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        for (const tick of axis?.ticks ?? []) if (length > 0) expect(tick.day).toBeGreaterThanOrEqual(from);
      }),
    );
  });
});

const layout = (item: Item, pageDate: string | null = '2025-09-06'): TimeLayout => {
  const found = layoutTime(item, DOCUMENTS, pageDate);
  if (!found) throw new Error('no layout');
  return found;
};

describe('layout over time', () => {
  it('puts later days to the right and larger numbers up', () => {
    const { marks, values } = layout(changing);
    const xs = marks.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const ys = values.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => b - a));
  });

  it('draws intervals upright, an arrow where they are open', () => {
    const { marks } = layout(changing);
    const [atLeast, , , between] = marks;
    expect(atLeast?.bar).toMatchObject({ openLow: false, openHigh: true });
    expect(between?.bar).toMatchObject({ openLow: false, openHigh: false });
    for (const { bar } of marks) if (bar) expect(bar.from).toBeGreaterThan(bar.to);
  });

  it('makes one mark of neighbours that say the same, with their number', () => {
    const { marks } = layout(changing);
    expect(marks.map(({ n }) => n)).toEqual([1, 1, 2, 1, 1]);
  });

  it('shows that a date is known to the month only, and that a number is about', () => {
    const last = layout(changing).marks.at(-1);
    expect(last?.about).toBe(true);
    expect((last?.span?.to ?? 0) - (last?.span?.from ?? 0)).toBeGreaterThan(0);
  });

  it('marks this page on its day, with what its words suggest', () => {
    const { page, marks } = layout(changing);
    expect(page.x).toBeGreaterThan(marks[1]?.x ?? 1);
    expect(page.x).toBeLessThan(marks[3]?.x ?? 0);
    expect(page.halo?.from).toBeGreaterThan(page.halo?.to ?? Number.POSITIVE_INFINITY);
    expect(page.middle).toBe(page.y);
  });

  it('has no place on the days for a page without a date, but its number', () => {
    const { page } = layout(changing, null);
    expect(page.x).toBeNull();
    expect(page.y).toBeGreaterThan(0);
  });

  it.each<[string, Item, boolean]>([
    ['a measure that changes, several dates', changing, true],
    ['a measure of one meeting', { ...changing, evolving: undefined }, false],
    ['sources of one date', { ...changing, against: changing.against.slice(2, 3) }, false],
    ['a fact', { ...phone, evolving: true }, false],
    ['dates that are none', { ...changing, against: changing.against.map((one) => ({ ...one, asOf: 'soon' })) }, false],
  ])('is there for %s: %#', (_, item, wanted) => {
    expect(changesOverTime(item, DOCUMENTS)).toBe(wanted);
    expect(layoutTime(item, DOCUMENTS, null) !== null).toBe(wanted);
  });

  it('keeps everything inside, whatever the sources say', () => {
    const one = fc.record({
      value: fc.double({ min: 0, max: 1e12, noNaN: true }),
      bound: fc.constantFrom('=' as const, '~' as const, '>' as const, '<=' as const),
      asOf: fc.constantFrom('2024', '2025-01', '2025-09-04', '1999-12-31', '2026-01-12', ''),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        (all, page) => {
          const against = all.map(({ value, bound, asOf }, i) =>
            source(i % 2 ? 'journal' : 'novaya', `${bound} ${value}`, 'fits', {
              quantity: quantity(bound, value),
              asOf,
            }),
          );
          const found = layoutTime({ ...changing, quantity: quantity('=', page), against }, DOCUMENTS, '2025-09-06');
          for (const mark of found?.marks ?? []) {
            expect(mark.x).toBeGreaterThan(0);
            expect(mark.x).toBeLessThan(1);
            for (const y of [mark.y, mark.bar?.from, mark.bar?.to])
              if (y !== undefined) {
                expect(y).toBeGreaterThan(0);
                expect(y).toBeLessThan(found?.height ?? 0);
              }
          }
        },
      ),
    );
  });
});

describe('the second view', () => {
  const { document, window } = parseHTML('<!doctype html><html><body></body></html>');
  const before = { document: globalThis.document, window: globalThis.window };
  Object.assign(globalThis, { document, window });
  afterAll(() => Object.assign(globalThis, before));
  let root: HTMLElement;
  beforeEach(() => {
    root = document.createElement('div');
    document.body.replaceChildren(root);
  });
  const words = makeWords();
  const drawTime = (item: Item, pageDate: string | null, with_ = words) =>
    act(() => render(<TimeScale item={item} documents={DOCUMENTS} pageDate={pageDate} words={with_} />, root));
  const rows = () =>
    [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((one) => one.textContent ?? ''));

  it('has a table that says the same, oldest first, this page where its date puts it', () => {
    drawTime(changing, '2025-09-06');
    expect(rows().map(([date, who]) => `${date}: ${who}`)).toEqual([
      '15 Mar 2025: Novaya Gazeta Europe',
      '19 Aug 2025: The Journal',
      '4 Sep 2025: Élysée',
      '5 Sep 2025: Northern Dispatch',
      '6 Sep 2025: This page',
      '21 Oct 2025: Harbour Herald',
      'Jan 2026: Morning Gazette',
    ]);
    expect(rows()[0]).toEqual(['15 Mar 2025', 'Novaya Gazeta Europe', '20 or more', '20 or more']);
  });

  it('puts a page without a date at the end, and says so', () => {
    drawTime(changing, null);
    expect(rows().at(-1)?.slice(0, 2)).toEqual(['no date', 'This page']);
    expect(root.querySelector('.scale__page-label')?.textContent).toBe('this page, no date');
  });

  it('says in one line what it draws', () => {
    drawTime(changing, '2025-09-06');
    const label = root.querySelector('svg')?.getAttribute('aria-label');
    expect(label).toContain('This page: ≈ 30.');
    expect(label).toContain('35 (4–5 Sep 2025)');
  });

  it('speaks of a draft in the words of a draft', () => {
    drawTime(changing, null, draftWords(words));
    expect(root.textContent).toContain('this draft, no date');
    expect(root.textContent).not.toMatch(/this page/i);
  });

  it('is behind a button, where there is a change to see, and comes by itself when pressed', async () => {
    const report = withItems(changing);
    act(() => render(<ScaleViews item={changing} report={report} words={words} />, root));
    const [scale, time] = [...root.querySelectorAll('button')];
    expect([scale?.getAttribute('aria-pressed'), time?.getAttribute('aria-pressed')]).toEqual(['true', 'false']);
    await act(async () => {
      time?.dispatchEvent(new window.Event('click', { bubbles: true }));
    });
    await act(async () => {
      await import('../../components/scale/TimeScale.tsx');
    });
    expect(time?.getAttribute('aria-pressed')).toBe('true');
    expect(root.querySelector('caption')?.textContent).toBe('All figures by date');
    act(() => {
      scale?.dispatchEvent(new window.Event('click', { bubbles: true }));
    });
    expect(root.querySelector('caption')?.textContent).toBe('All figures on the scale');
  });

  it('is not offered where nothing changes', () => {
    act(() => render(<ScaleViews item={members} report={withItems(members)} words={words} />, root));
    expect(root.querySelector('button')).toBeNull();
    expect(root.querySelector('svg')).not.toBeNull();
  });
});
