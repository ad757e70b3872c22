import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { type QuantityWords, readQuantities } from '../../utils/language/quantities.ts';
import type { Quantity } from '../../utils/language/types.ts';
import { NO_QUANTITIES, PHRASES } from './fixtures/quantity-phrases.ts';

const read = (text: string, words: QuantityWords = englishQuantityWords): Quantity[] => readQuantities(text, words);
const only = (text: string): Quantity => {
  const all = read(text);
  expect(all.map((q) => q.surface)).toHaveLength(1);
  return all[0]!;
};

describe('readQuantities reads', () => {
  it.each(PHRASES)('$kind: $text', ({ text, expected }) => {
    const found = read(text);
    expect(found.map((q) => q.surface)).toHaveLength(expected.length);
    expected.forEach(([bound, value, counted, surface], i) => {
      const quantity = found[i]!;
      expect(quantity.bound).toBe(bound);
      if (Array.isArray(value)) {
        expect(quantity.value).toBeUndefined();
        expect(quantity.hard.low).toBeCloseTo(value[0], 6);
        expect(quantity.hard.high).toEqual(Number.isNaN(value[1]) ? null : value[1]);
      } else expect(quantity.value).toBeCloseTo(value, 6);
      if (counted !== undefined) expect(quantity.unit ?? quantity.noun?.lemma ?? null).toBe(counted);
      if (surface !== undefined) expect(quantity.surface).toBe(surface);
    });
  });
});

describe('readQuantities leaves', () => {
  it.each(NO_QUANTITIES)('%s: %s', (_kind, text) => {
    expect(read(text).map((q) => q.surface)).toEqual([]);
  });
});

describe('a quantity', () => {
  it('has a core of the number with its hedge, and a span with the noun', () => {
    const text = 'There are more than 30 British troops here.';
    const quantity = only(text);
    expect(text.slice(quantity.core.start, quantity.core.end)).toBe('more than 30');
    expect(text.slice(quantity.start, quantity.end)).toBe('more than 30 British troops');
    expect(quantity.noun).toMatchObject({ lemma: 'troop', phrase: 'British troops' });
  });

  it('knows the whole it is a part of', () => {
    const text = 'So 26 of the 35 states agreed.';
    const [part, whole] = read(text) as [Quantity, Quantity];
    expect(part.partOf).toEqual({ start: whole.start, end: whole.end });
    expect(whole.partOf).toBeUndefined();
    const [share] = read('Some 310 million of the 2.5 billion crowns went unspent.') as [Quantity];
    expect(share.partOf).toBeDefined();
  });

  it.each([
    ['three ships', 'cardinal'],
    ['the 19th package', 'ordinal'],
    ['€3', 'money'],
    ['3%', 'percent'],
    ['three quarters of men', 'fraction'],
    ['three hours', 'duration'],
    ['aged 31', 'age'],
    ['3 km', 'measurement'],
  ])('of "%s" is of the kind %s', (text, kind) => {
    expect(only(text).kind).toBe(kind);
  });

  it('reads points and commas as the language prints them', () => {
    const comma = { ...englishQuantityWords, decimal: ',' as const };
    expect(read('1.100 tonnes', comma)[0]!.value).toBe(1100);
    expect(read('1,5 tonnes', comma)[0]!.value).toBe(1.5);
    expect(read('1.100 tonnes')[0]!.value).toBe(1.1);
    expect(read('1,100 tonnes')[0]!.value).toBe(1100);
  });

  it('takes a month alone for a month, and a month with a day for a date', () => {
    expect(read('In May 26 countries agreed.').map((q) => q.surface)).toEqual(['26 countries']);
    expect(read('On May 26 countries agreed.')).toEqual([]);
    expect(read('On 26 May, 26 countries agreed.').map((q) => q.start)).toEqual([11]);
  });

  it('tells a number of four digits from a year by what it counts', () => {
    expect(read('Then 2000 soldiers came.').map((q) => q.value)).toEqual([2000]);
    expect(read('More than 1000 customers').map((q) => q.value)).toEqual([1000]);
    expect(read('a 1520 sq m centre').map((q) => q.unit)).toEqual(['square metre']);
    expect(read('In 2025, 26 countries agreed.').map((q) => q.value)).toEqual([26]);
  });

  it('takes a large number of nothing, told beside money, for money', () => {
    const units = (text: string) => read(text).map((q) => `${q.kind} ${q.unit}`);
    expect(units('It paid €1.1bn; the true sum is 22 billion.')).toEqual(['money EUR', 'money EUR']);
    expect(units('It paid €1.1bn for 22 million shells.')).toEqual(['money EUR', 'cardinal null']);
    expect(units('It paid €1.1bn. The 26 met.')).toEqual(['money EUR', 'cardinal null']);
    expect(units('Over 22 billion were spent.')).toEqual(['cardinal null']);
    expect(units('Two mine clearers spoke.')).toEqual(['cardinal null']);
    expect(read('Two mine clearers spoke.')[0]!.noun?.lemma).toBe('clearer');
  });

  it('counts after a place, and not as part of a name', () => {
    expect(read('In Illinois 300 people marched.').map((q) => q.value)).toEqual([300]);
    expect(read('His Planet 9 was an Apple Watch 5.')).toEqual([]);
  });
});

// Offsets of the shared passages are not ours to print; the sum says whether the reader holds its level.
const DEV = new URL('../../../shared/eval/dev/dev.jsonl', import.meta.url);
describe.runIf(existsSync(DEV))('on the annotated passages', () => {
  it('finds at least 96 of 100 figures, and few that are none', () => {
    let hit = 0;
    let gold = 0;
    let predicted = 0;
    for (const line of readFileSync(DEV, 'utf8').split('\n').filter(Boolean)) {
      const passage = JSON.parse(line) as { text: string; figures: { coreStart: number; coreEnd: number }[] };
      const found = read(passage.text);
      predicted += found.length;
      gold += passage.figures.length;
      for (const { coreStart, coreEnd } of passage.figures)
        if (found.some((q) => q.start <= coreStart + 2 && q.end >= coreEnd - 2)) hit++;
    }
    expect((2 * hit) / (gold + predicted)).toBeGreaterThan(0.96);
  });
});
