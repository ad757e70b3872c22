import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { readQuantities } from '../../utils/language/quantities.ts';
import { PHRASES } from './fixtures/quantity-phrases.ts';

const read = (text: string) => readQuantities(text, englishQuantityWords);

/** Pieces that the tables know, thrown together. */
const PIECES = [
  ...'0 1 7 12 26 100 1,100 12,000 1.5 2025 1.1.1 3-1 10-15,000 24/7 10:30 ½ 10k €1.1bn $5m 1st 19th 60% −4'.split(' '),
  ...'one two twelve twenty-six hundred thousand million dozen dozens half third quarters several a an the of in and or to'.split(
    ' ',
  ),
  ...'between from more than at least not over up some about nearly or so plus -plus -strong strong minus no fewer'.split(
    ' ',
  ),
  ...'May March Sept. Article No. Boeing Paris years year old per cent euros pounds km countries men heads state'.split(
    ' ',
  ),
  ...[
    ',',
    '.',
    ' ',
    '-',
    '–',
    '(',
    ')',
    '"',
    '“',
    '”',
    '’',
    "'",
    '/',
    ':',
    '$',
    '€',
    '%',
    '+',
    '@',
    '#',
    '\u00a0',
    '\u202f',
    '\n',
  ],
];
const soup = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', ' ', ' ', '\u00a0')), { maxLength: 40 })
  .map((parts) => parts.flat().join(''));
const anything = fc.oneof(
  soup,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('whatever the text', () => {
  it('spans lie in it in order, without overlap, with the core inside, and slice to the surface', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let end = 0;
        for (const q of read(text)) {
          expect(q.start).toBeGreaterThanOrEqual(end);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(q.start, q.end)).toBe(q.surface);
          expect(q.core.start).toBeGreaterThanOrEqual(q.start);
          expect(q.core.end).toBeLessThanOrEqual(q.end);
          expect(q.core.end).toBeGreaterThan(q.core.start);
          if (q.noun) expect(text.slice(q.noun.start, q.noun.end)).toBe(q.noun.phrase);
          end = q.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('intervals have their ends in order, the soft one within the hard one, and the value in both', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { hard, soft, value, precision } of read(text)) {
          expect(hard.low ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(hard.high ?? Number.POSITIVE_INFINITY);
          expect(soft.low!).toBeLessThanOrEqual(soft.high!);
          expect(soft.low!).toBeGreaterThanOrEqual(hard.low ?? Number.NEGATIVE_INFINITY);
          expect(soft.high!).toBeLessThanOrEqual(hard.high ?? Number.POSITIVE_INFINITY);
          expect(precision).toBeGreaterThanOrEqual(0);
          // The intervals are rounded to twelve digits.
          const dust = Math.abs(value ?? 0) * 1e-9;
          if (value !== undefined && hard.high !== null) expect(value).toBeLessThanOrEqual(hard.high + dust);
          if (value !== undefined && hard.low !== null) expect(value).toBeGreaterThanOrEqual(hard.low - dust);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('a neutral sentence in front shifts every span and changes nothing else', () => {
    const prefix = 'The weather was fine. ';
    fc.assert(
      fc.property(fc.constantFrom(...PHRASES), fc.integer({ min: 1, max: 4 }), ({ text }, times) => {
        const shift = prefix.length * times;
        const alone = read(text).map((q) => ({ ...q, noun: q.noun?.lemma, partOf: q.partOf !== undefined }));
        const behind = read(prefix.repeat(times) + text).map((q) => ({
          ...q,
          start: q.start - shift,
          end: q.end - shift,
          core: { start: q.core.start - shift, end: q.core.end - shift },
          noun: q.noun?.lemma,
          partOf: q.partOf !== undefined,
        }));
        expect(behind).toEqual(alone);
      }),
    );
  });
});
