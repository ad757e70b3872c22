import { describe, expect, it } from 'vitest';
import { LOG_RATIO, makeAxis, niceStep } from '../../components/scale/axis.ts';
import { DOT_RADIUS } from '../../components/scale/dots.ts';
import { freeSide, GLYPH, labelledTicks, NOMINAL_WIDTH } from '../../components/scale/labels.ts';
import { layoutScale, type ScaleLayout } from '../../components/scale/layout.ts';
import { Skyline } from '../../components/scale/skyline.ts';
import type { Item, PairVerdict } from '../../utils/report.ts';
import {
  crowded,
  forceSize,
  fuel,
  item,
  members,
  onlyHere,
  phone,
  pledging,
  quantity,
  range,
  source,
  wideSpread,
} from '../fixtures/reports.ts';
import { SCALES } from '../fixtures/scales.ts';
import { fc } from '../tools/fuzz.ts';

describe('axis', () => {
  it.each([
    [0.9, 1],
    [1, 1],
    [1.2, 2],
    [3, 5],
    [7, 10],
    [1300, 2000],
    [0.013, 0.02],
  ])('rounds a step of %s up to %s', (raw, nice) => {
    expect(niceStep(raw)).toBeCloseTo(nice, 10);
  });

  it.each<[string, number[], number[], number[], boolean]>([
    ['counts side by side', [26, 35], [32, 38], [25, 30, 35, 40], false],
    ['one count alone gets room on both sides', [26], [], [22, 24, 26, 28, 30], false],
    ['whole numbers get whole ticks', [3, 4], [], [3, 4], false],
    ['money', [1.1e9, 2.26e9], [], [1e9, 1.5e9, 2e9, 2.5e9], false],
    ['nothing below zero for what is not negative', [0, 4], [], [0, 1, 2, 3, 4], false],
    ['percentages with a point', [28.5, 30.2], [], [28.5, 29, 29.5, 30, 30.5], false],
    ['neighbours stand near each other', [26, 27], [], [25, 26, 27, 28], false],
    ['three powers of ten', [30, 12000], [], [10, 100, 1000, 10000, 100000], true],
    ['soft ends do not push the numbers into a corner', [20, 30], [0, 1000], [15, 20, 25, 30, 35], false],
  ])('%s', (_name, core, soft, ticks, log) => {
    const axis = makeAxis(core, soft);
    expect(axis?.ticks).toEqual(ticks);
    expect(axis?.log).toBe(log);
    for (const value of core) {
      expect(axis?.at(value)).toBeGreaterThanOrEqual(0);
      expect(axis?.at(value)).toBeLessThanOrEqual(1);
    }
  });

  it('ends for figures that no print could tell apart', () => {
    for (const core of [
      [0, 5e-324],
      [1e12, 1e12 + 0.001],
      [5e-324, 1e-300],
    ])
      expect(makeAxis(core, [])?.ticks.length).toBeLessThan(8);
  });

  it('is null where there is no finite number', () => {
    expect(makeAxis([], [1])).toBeNull();
    expect(makeAxis([Number.NaN, Number.POSITIVE_INFINITY], [])).toBeNull();
  });

  it('keeps the order of values and never has more ticks than fit', () => {
    const value = fc.double({ min: 0, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.array(value, { maxLength: 6 }), (core, soft) => {
        const axis = makeAxis(core, soft);
        if (!axis) throw new Error('no axis');
        const sorted = [...core].sort((a, b) => a - b);
        const places = sorted.map(axis.at);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(8);
        expect(axis.low).toBeGreaterThanOrEqual(0);
        const low = sorted[0] ?? 0;
        expect(axis.log).toBe(low > 0 && (sorted.at(-1) ?? 0) / low > LOG_RATIO);
      }),
    );
  });
});

describe('ticks', () => {
  it.each<[string, string[], boolean[]]>([
    ['short ones all have a label', ['20', '25', '30', '35', '40'], [true, true, true, true, true]],
    [
      'every second where they are long',
      ['900 Mio. €', '1 Mrd. €', '1,1 Mrd. €', '1,2 Mrd. €', '1,3 Mrd. €'],
      [true, false, true, false, true],
    ],
    [
      'the first one alone where no two have room',
      ['1', '2', '3', '4', '5'].map((n) => n.repeat(50)),
      [true, false, false, false, false],
    ],
  ])('%s', (_name, texts, labelled) => {
    expect(labelledTicks([30, 80, 130, 180, 230], texts)).toEqual(labelled);
  });
});

describe('skyline', () => {
  it('stacks what overlaps and sets the rest on the ground', () => {
    const skyline = new Skyline();
    expect(skyline.put(0, 10, 11)).toBe(0);
    expect(skyline.put(5, 15, 11)).toBe(11);
    expect(skyline.put(20, 30, 11)).toBe(0);
    expect(skyline.height).toBe(22);
  });

  it.each<[string, number, number, number[], string]>([
    ['room on both sides', 100, 120, [], 'after'],
    ['dots on the right', 100, 120, [130, 135], 'before'],
    ['at the right edge', 250, 260, [], 'before'],
    ['at the left edge', 5, 20, [120], 'after'],
    ['dots on the only side with room', 5, 20, [25], 'above'],
    ['dots on both sides', 100, 120, [90, 130], 'above'],
    ['from edge to edge', 5, 255, [], 'above'],
  ])('puts a label where there is room: %s', (_name, left, right, points, side) => {
    const taken = points.map((x) => ({ left: x - 5, right: x + 5 }));
    expect(freeSide({ left, right }, 60, 262, taken)).toBe(side);
  });
});

const layoutOf = (one: Item): ScaleLayout => {
  const layout = layoutScale(one);
  if (!layout) throw new Error('no layout');
  return layout;
};

/** What holds of every layout. */
function check(layout: ScaleLayout): void {
  const xs = [
    ...layout.dots.map((dot) => dot.x),
    ...layout.ticks.map((tick) => tick.x),
    ...layout.counts.map((count) => count.x),
    ...layout.lanes.flatMap((lane) => [lane.stretch?.from, lane.stretch?.to, lane.point, lane.label?.x]),
    layout.page.point,
    layout.page.stretch?.from,
    layout.page.stretch?.to,
    layout.page.label.x,
  ].filter((x) => x !== undefined);
  for (const x of xs) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1);
  }
  for (const { y } of [...layout.dots, ...layout.lanes, layout.page]) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(layout.axisY);
  }
  layout.dots.forEach((a, i) => {
    for (const b of layout.dots.slice(i + 1)) {
      const distance = Math.hypot((a.x - b.x) * NOMINAL_WIDTH, a.y - b.y);
      expect(distance).toBeGreaterThanOrEqual(2 * DOT_RADIUS - 1e-6);
    }
  });
  let end = -Infinity;
  for (const { x, text = '' } of layout.ticks.filter((tick) => tick.text)) {
    const half = (text.length * GLYPH) / 2;
    expect(x * NOMINAL_WIDTH - half).toBeGreaterThan(end);
    end = x * NOMINAL_WIDTH + half;
  }
  expect(layout.height).toBeGreaterThan(layout.axisY);
}

describe('layout', () => {
  it('conflict: sources agree in one stack, this page stands apart with its halo', () => {
    const layout = layoutOf(pledging);
    check(layout);
    expect(new Set(layout.dots.map((dot) => dot.x)).size).toBe(1);
    expect(layout.dots.map((dot) => dot.about)).toEqual([false, false, false, false, true]);
    expect(layout.page.point).toBeGreaterThan(layout.dots[0]?.x ?? 1);
    expect(layout.page.halo?.from).toBeLessThan(layout.page.point ?? 0);
    expect(layout.lanes).toHaveLength(1);
    expect(layout.lanes[0]?.stretch).toMatchObject({ openHigh: true, openLow: false });
  });

  it('bound on the page: an open arrow, and an older claim apart with its date', () => {
    const layout = layoutOf(members);
    check(layout);
    expect(layout.page.point).toBeUndefined();
    expect(layout.page.stretch).toMatchObject({ openHigh: true, openLow: false });
    expect(layout.lanes[0]).toMatchObject({ label: { text: '2026-01-06' } });
    expect(layout.lanes[0]?.point).toBeDefined();
    expect(layout.dots).toHaveLength(1);
  });

  it('agreement: this page on the axis, the sources above it', () => {
    const layout = layoutOf(fuel);
    check(layout);
    for (const dot of layout.dots) {
      expect(dot.x).toBe(layout.page.point);
      expect(dot.y).toBeLessThan(layout.page.y);
    }
  });

  it('upper bound: an arrow towards less', () => {
    const layout = layoutOf(forceSize);
    check(layout);
    expect(layout.page.stretch).toMatchObject({ openLow: true, openHigh: false });
    const ranges = layout.lanes.filter((lane) => lane.stretch && !lane.stretch.openLow && !lane.stretch.openHigh);
    expect(ranges).toHaveLength(1);
  });

  it('spread over powers of ten: logarithmic', () => {
    const layout = layoutOf(wideSpread);
    check(layout);
    expect(layout.log).toBe(true);
  });

  it('repetitions of one origin are one dot', () => {
    const one = item('o', {
      quantity: quantity('=', 30),
      against: ['a', 'b', 'c'].map((id) =>
        source(id, '26', 'conflicts', { quantity: quantity('=', 26), origin: 'Reuters' }),
      ),
    });
    expect(layoutOf(one).dots).toHaveLength(1);
  });

  it('a stack that is too high becomes a count', () => {
    const one = item('o', {
      quantity: quantity('=', 30),
      against: Array.from({ length: 9 }, (_, i) => source(`d${i}`, '26', 'conflicts', { quantity: quantity('=', 26) })),
    });
    const layout = layoutOf(one);
    check(layout);
    expect(layout.dots).toHaveLength(4);
    expect(layout.counts).toMatchObject([{ n: 9 }]);
  });

  it('more intervals than rows: the rest is counted', () => {
    const one = item('o', {
      quantity: quantity('=', 30),
      against: [20, 21, 22, 23, 24].map((low) => source(`d${low}`, `${low}–40`, 'fits', { quantity: range(low, 40) })),
    });
    const layout = layoutOf(one);
    check(layout);
    expect(layout.lanes).toHaveLength(3);
    expect(layout.more?.text).toBe('+2');
  });

  it.each([
    ['a figure with no source', onlyHere],
    ['a fact', phone],
    ['sources without numbers', item('o', { quantity: quantity('=', 3), against: [source('a', 'some', 'fits')] })],
  ])('draws nothing for %s', (_name, one) => {
    expect(layoutScale(one)).toBeNull();
  });

  it('holds for any figures', () => {
    const bound = fc.constantFrom('=', '~', '>', '>=', '<', '<=' as const);
    const value = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 1e12, noNaN: true }));
    const verdict = fc.constantFrom<PairVerdict>('same', 'fits', 'strained', 'conflicts', 'changed since');
    const q = fc.oneof(
      fc.tuple(bound, value).map(([b, v]) => quantity(b as '=', v)),
      fc.tuple(value, value).map(([a, b]) => range(Math.min(a, b), Math.max(a, b))),
    );
    const other = fc.tuple(q, verdict, fc.string(), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(q, fc.array(other, { minLength: 1, maxLength: 15 }), (own, others) => {
        const against = others.map(([one, v, display, surface], i) =>
          source(`d${i}`, display, v, { quantity: one, surface }),
        );
        const layout = layoutScale(item('p', { quantity: own, against }));
        expect(layout).not.toBeNull();
        if (layout) check(layout);
      }),
    );
  });

  it.each(Object.entries(SCALES))('what is hard to draw: %s', (_name, one) => check(layoutOf(one)));

  it('sources stand on one height where most of them are over this page’s mark', () => {
    const { dots } = layoutOf(SCALES.dense as Item);
    const feet = new Map(dots.map(({ x, y }) => [x, y]));
    for (const { x, y } of dots) feet.set(x, Math.max(feet.get(x) ?? 0, y));
    expect(feet.size).toBe(7);
    expect(new Set(feet.values()).size).toBe(1);
  });

  it('an arrow whose words suggest next to nothing on this axis has a length', () => {
    const { stretch } = layoutOf(SCALES.huge as Item).page;
    expect(((stretch?.to ?? 0) - (stretch?.from ?? 0)) * NOMINAL_WIDTH).toBeGreaterThanOrEqual(16 - 1e-6);
  });

  it('crowded fixture', () => check(layoutOf(crowded)));
});
