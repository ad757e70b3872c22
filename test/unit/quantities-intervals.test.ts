import { describe, expect, it } from 'vitest';
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { nextRound } from '../../utils/language/quantities/intervals.ts';
import { readQuantities } from '../../utils/language/quantities.ts';

type Ends = [number | null, number | null];

// The table of figures.md: as printed, what it allows, what it suggests.
const TABLE: [text: string, hard: Ends, soft: Ends, precision: number][] = [
  ['26 states', [26, 26], [26, 26], 0],
  ['exactly 26 states', [26, 26], [26, 26], 0],
  ['1.1 billion', [1.05e9, 1.15e9], [1.05e9, 1.15e9], 0.05e9],
  ['€21.9bn', [21.85e9, 21.95e9], [21.85e9, 21.95e9], 0.05e9],
  ['15,000 men', [14_500, 15_500], [14_500, 15_500], 500],
  ['1,444 men', [1444, 1444], [1444, 1444], 0],
  ['28.5%', [28.45, 28.55], [28.45, 28.55], 0.05],
  // One printed digit: half a unit would be a quarter of the number; the interval stops at 5 %, the precision does not.
  ['two billion euros', [1.9e9, 2.1e9], [1.9e9, 2.1e9], 0.5e9],
  ['5,000 men', [4750, 5250], [4750, 5250], 500],
  ['about 30 states', [27, 33], [27, 33], 0],
  ['about 3 states', [2, 4], [2, 4], 0],
  ['two dozen states', [21.6, 26.4], [21.6, 26.4], 0],
  ['more than 30 states', [30, null], [30, 40], 0],
  ['more than two dozen states', [24, null], [24, 36], 0],
  ['over 10,000 men', [10_000, null], [10_000, 20_000], 500],
  ['at least 35 states', [35, null], [35, 40], 0],
  ['fewer than 100 men', [0, 100], [50, 100], 0],
  ['up to 400 men', [0, 400], [200, 400], 0],
  ['10 to 15 men', [10, 15], [10, 15], 0],
  ['several ships', [3, 9], [3, 9], 0],
  ['a handful of ships', [3, 6], [3, 6], 0],
  ['dozens of ships', [24, 99], [24, 99], 0],
  ['scores of ships', [40, 99], [40, 99], 0],
  ['hundreds of ships', [200, 999], [200, 999], 0],
  ['several hundred ships', [200, 999], [200, 999], 0],
  ['several thousand men', [2000, 9999], [2000, 9999], 0],
  ['tens of thousands of men', [20_000, 99_999], [20_000, 99_999], 0],
];

describe('hard and soft intervals', () => {
  it.each(TABLE)('%s', (text, hard, soft, precision) => {
    const [quantity] = readQuantities(text, englishQuantityWords);
    const ends = ({ low, high }: { low: number | null; high: number | null }): Ends => [low, high];
    expect(ends(quantity!.hard)).toEqual(hard);
    expect(ends(quantity!.soft)).toEqual(soft);
    expect(quantity!.precision).toBeCloseTo(precision, 6);
  });
});

describe('the next round number', () => {
  it.each([
    [30, 40],
    [26, 27],
    [35, 40],
    [5, 6],
    [250, 300],
    [100, 200],
    [600_000, 700_000],
    [1.1e9, 1.2e9],
    [0.5, 0.6],
  ])('after %d is %d', (value, next) => {
    expect(nextRound(value, false)).toBeCloseTo(next, 6);
  });

  it('is a dozen on for dozens, and the number itself where there is none', () => {
    expect(nextRound(24, true)).toBe(36);
    expect(nextRound(0, false)).toBe(0);
    expect(nextRound(Number.POSITIVE_INFINITY, false)).toBe(Number.POSITIVE_INFINITY);
  });
});
