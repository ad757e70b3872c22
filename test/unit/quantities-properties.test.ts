import { describe, expect, it } from 'vitest';
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { readQuantities } from '../../utils/language/quantities.ts';
import type { Quantity } from '../../utils/language/types.ts';
import { fc } from '../tools/fuzz.ts';
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
/** UTF-16 units thrown together: unpaired surrogates, NULs, marks that turn the direction of writing. */
const units = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '\ud83d',
        '\udc00',
        '\0',
        '\u202e',
        '\u200f',
        '\ufeff',
        'عشرون',
        'שלושים',
        '٣٠',
        '30',
        'at least ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(
  soup,
  units,
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

  it('white space in front shifts every span and changes nothing else', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(' ', '\n', ' \n\n\t'), (text, space) => {
        const moved = <T extends { start: number; end: number }>(span: T): T => ({
          ...span,
          start: span.start + space.length,
          end: span.end + space.length,
        });
        const expected = read(text).map((q) => ({
          ...moved(q),
          core: moved(q.core),
          noun: q.noun && moved(q.noun),
          ...(q.partOf ? { partOf: moved(q.partOf) } : {}),
        }));
        expect(read(space + text)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('a hundred thousand times one character, or one piece, is read without an error', () => {
    const characters = [
      '9',
      ',',
      '.',
      '-',
      ' ',
      '"',
      '€',
      '½',
      ':',
      '/',
      '(',
      '\0',
      '\ud800',
      '\udc00',
      '\u202e',
      'a',
      'ß',
      '😀',
    ];
    for (const piece of [...characters, ...PIECES]) {
      const text = piece.repeat(Math.ceil(100_000 / Math.max(1, piece.length)));
      // One assertion a text: with one for each of its quantities the test would time the assertions.
      expect(read(text).every((q) => q.surface === text.slice(q.start, q.end))).toBe(true);
    }
  }, 60_000);
});

/** What a quantity says, without where it stands. */
const saysOf = ({ value, bound, hard, soft, unit, kind, precision }: Quantity) => ({
  value,
  bound,
  hard,
  soft,
  unit,
  kind,
  precision,
});

describe('read twice', () => {
  const hedges = [
    '',
    'about ',
    'more than ',
    'at least ',
    'up to ',
    'fewer than ',
    'nearly ',
    'exactly ',
    'not more than ',
  ];
  const numbers = [
    '26',
    'twenty-six',
    'two dozen',
    '10,000',
    '1.1 million',
    '10 to 15 thousand',
    '15-20',
    'several hundred',
  ];
  const counted = [
    '',
    ' ships',
    ' British soldiers',
    ' per cent',
    ' euros',
    ' kilometres',
    ' hours',
    ' or so',
    ' or more',
  ];

  it('a phrase that hedge, number and unit make up says the same alone as in a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hedges), fc.constantFrom(...numbers), fc.constantFrom(...counted), (a, b, c) => {
        const inSentence = read(`It was said that ${a}${b}${c}, in all, had come.`);
        expect(inSentence).toHaveLength(1);
        const [alone, ...more] = read(inSentence[0]!.surface);
        expect(more).toEqual([]);
        expect(saysOf(alone!)).toEqual(saysOf(inSentence[0]!));
      }),
      { numRuns: 1000 },
    );
  });

  /** What says more than its surface: what stood before it (a limit in front of a bracket, "for"), or around it (an age). */
  const BY_CONTEXT = new Set([
    'metre or million',
    'a dozen named before',
    'longer than',
    'conversion',
    'one beside another count',
    'limit carried into a conversion',
    'age',
    'ordinals joined',
    'a verb as limit behind an auxiliary',
  ]);

  it.each(PHRASES.filter(({ kind }) => !BY_CONTEXT.has(kind)))('$kind: $text', ({ text }) => {
    for (const quantity of read(text)) {
      const [alone, ...more] = read(quantity.surface);
      expect(more).toEqual([]);
      expect(alone && saysOf(alone)).toEqual(saysOf(quantity));
    }
  });
});
