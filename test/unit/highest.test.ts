import { describe, expect, it } from 'vitest';
import { highest } from '../../corpus/highest.ts';
import { fc } from '../tools/fuzz.ts';

describe('the highest of many scores', () => {
  it.each([
    ['none', [], 3, []],
    ['fewer than asked for, without those of 0', [0, 2, 0, 1], 3, [1, 3]],
    ['of equals the first', [1, 2, 1, 1, 2], 3, [1, 4, 0]],
    ['none asked for', [1, 2], 0, []],
  ])('%s', (_, scores, most, places) => {
    expect(highest(Float64Array.from(scores), most)).toEqual(places);
  });

  it('are what sorting all of them gives', () => {
    const score = fc.constantFrom(0, 0, 0.25, 0.5, 1, 1, 3);
    fc.assert(
      fc.property(fc.array(score, { maxLength: 60 }), fc.nat({ max: 20 }), (scores, most) => {
        const sorted = [...scores.entries()].filter(([, one]) => one > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        expect(highest(Float64Array.from(scores), most)).toEqual(sorted.slice(0, most).map(([at]) => at));
      }),
    );
  });
});
