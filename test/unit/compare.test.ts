import { describe, expect, it } from 'vitest';
import { compareQuantities, moreExact } from '../../corpus/compare.ts';
import type { Bound } from '../../utils/language/types.ts';
import type { QuantityValue } from '../../utils/report.ts';
import { fc } from '../tools/fuzz.ts';

const quantity = (
  bound: Bound,
  value: number | undefined,
  hard: [number | null, number | null],
  soft: [number | null, number | null] = hard,
): QuantityValue => ({
  value,
  bound,
  unit: 'countries',
  hard: { low: hard[0], high: hard[1] },
  soft: { low: soft[0], high: soft[1] },
});
const exactly = (n: number) => quantity('=', n, [n, n]);
const about = (n: number) => quantity('~', n, [n - Math.max(1, n / 10), n + Math.max(1, n / 10)]);
const moreThan = (n: number, next: number) => quantity('>', n, [n, null], [n, next]);
const atLeast = (n: number, next: number) => quantity('>=', n, [n, null], [n, next]);
const atMost = (n: number) => quantity('<=', n, [0, n], [n / 2, n]);
const fewerThan = (n: number) => quantity('<', n, [0, n], [n / 2, n]);
const range = (a: number, b: number) => quantity('=', undefined, [a, b]);
const rounded = (n: number, half: number) => ({
  ...quantity('=', n, [n - Math.min(half, n / 20), n + Math.min(half, n / 20)]),
  precision: half,
});

describe('two quantities', () => {
  it.each([
    ['the same count twice', exactly(26), exactly(26), 'same', undefined],
    ['"26" on the page, "about 26" in the source', exactly(26), about(26), 'fits', 'more exact'],
    ['"about 26" on the page, 26 in the source', about(26), exactly(26), 'fits', 'less exact'],
    ['"more than two dozen" beside 26', moreThan(24, 36), exactly(26), 'fits', 'less exact'],
    ['"more than 30" beside 35: the next round number is 40', moreThan(30, 40), exactly(35), 'fits', 'less exact'],
    [
      '"more than 20" beside 35: possible, but nobody would say so',
      moreThan(20, 30),
      exactly(35),
      'strained',
      undefined,
    ],
    ['30 beside "more than 30": only the edges touch', exactly(30), moreThan(30, 40), 'strained', undefined],
    ['30 beside "at least 30": the edge belongs to it', exactly(30), atLeast(30, 40), 'fits', 'more exact'],
    ['30 beside "fewer than 30"', exactly(30), fewerThan(30), 'strained', undefined],
    ['30 beside "up to 30"', exactly(30), atMost(30), 'fits', 'more exact'],
    ['26 beside "more than 30": the intervals do not meet', exactly(26), moreThan(30, 40), 'conflicts', undefined],
    [
      '"fewer than 30" beside "more than 30": neither has the edge',
      fewerThan(30),
      moreThan(30, 40),
      'conflicts',
      undefined,
    ],
    ['31 members beside 35', exactly(31), exactly(35), 'conflicts', undefined],
    ['"about 30" (27–33) beside 35', about(30), exactly(35), 'conflicts', undefined],
    ['"about 30" beside 33', about(30), exactly(33), 'fits', 'less exact'],
    ['"at most 6,000" beside "several thousand"', atMost(6000), range(2000, 9999), 'fits', 'more exact'],
    [
      '£2.2bn beside £2.26bn: the same at the coarser precision',
      rounded(2.2e9, 5e7),
      rounded(2.26e9, 5e6),
      'fits',
      'less exact',
    ],
    ['£2.2bn beside £2.36bn', rounded(2.2e9, 5e7), rounded(2.36e9, 5e6), 'conflicts', undefined],
    [
      '10,000–15,000 beside 15,000–30,000: ranges that share an edge',
      range(10_000, 15_000),
      range(15_000, 30_000),
      'strained',
      undefined,
    ],
    ['"more than 30" beside "more than 30"', moreThan(30, 40), moreThan(30, 40), 'same', undefined],
    ['"more than 50" beside "fewer than 40"', moreThan(50, 60), fewerThan(40), 'conflicts', undefined],
  ] as const)('%s', (_, a, b, verdict, exactness) => {
    expect(compareQuantities(a, b)).toEqual(exactness ? { verdict, exactness } : { verdict });
  });

  const any = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map(exactly),
    fc.integer({ min: 1, max: 200 }).map(about),
    fc.integer({ min: 1, max: 200 }).map((n) => moreThan(n, n + 10)),
    fc.integer({ min: 1, max: 200 }).map((n) => atLeast(n, n + 10)),
    fc.integer({ min: 1, max: 200 }).map(atMost),
    fc.integer({ min: 1, max: 200 }).map(fewerThan),
    fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })).map(([a, b]) => range(a, a + b)),
  );

  it('is symmetric in its verdict, and opposite in its exactness', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const forth = compareQuantities(a, b);
        const back = compareQuantities(b, a);
        expect(back.verdict).toBe(forth.verdict);
        if (forth.exactness)
          expect(back.exactness).toBe(forth.exactness === 'less exact' ? 'more exact' : 'less exact');
      }),
    );
  });

  it('agrees with interval arithmetic: what cannot both hold conflicts, and nothing else does', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const low = Math.max(a.hard.low ?? -Infinity, b.hard.low ?? -Infinity);
        const high = Math.min(a.hard.high ?? Infinity, b.hard.high ?? Infinity);
        const open = (q: QuantityValue) => q.bound === '>' || q.bound === '<';
        const bothOpen = low === high && open(a) && open(b) && a.bound !== b.bound;
        expect(compareQuantities(a, b).verdict === 'conflicts').toBe(low > high + 1e-9 || bothOpen);
      }),
    );
  });

  it('is the same as itself', () => {
    fc.assert(
      fc.property(any, (a) => {
        expect(compareQuantities(a, a).verdict).toBe('same');
      }),
    );
  });

  it('knows the more exact of two', () => {
    expect(moreExact(exactly(26), about(26))).toBe(true);
    expect(moreExact(moreThan(24, 36), exactly(26))).toBe(false);
  });
});
