import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardTexts } from '../../utils/words/card.ts';
import { makeCardWords } from '../../utils/words/card-words.ts';
import { en } from '../../utils/words/en.ts';
import { fill, wordsFrom } from '../../utils/words/format.ts';
import { makeWords } from '../../utils/words/index.ts';
import type { Table, Text } from '../../utils/words/types.ts';

/** Where keys are defined, which is no use of them. */
const TABLES = ['en.ts', 'card.ts', 'pledges.ts', 'saved-texts.ts'];
const ROOT = join(import.meta.dirname, '../..');
const words = makeWords('en');
const table: Table = en;
const forms = (text: Text): string[] =>
  typeof text === 'string' ? [text] : Object.values(text).filter((form) => form !== undefined);
const placeholders = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');

function sources(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || TABLES.includes(entry.name)) continue;
    found.push(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  }
  return found;
}

describe('table', () => {
  it.each(Object.entries(table))('%s says something in every form', (_key, text) => {
    for (const form of forms(text)) {
      expect(form.trim()).not.toBe('');
      for (const name of placeholders(form)) expect(name).toMatch(/^[a-z][a-z0-9]*$/);
    }
  });

  it('has no verdict on who is right', () => {
    for (const text of Object.values(table))
      for (const form of forms(text)) expect(form).not.toMatch(/\b(wrong|false|fake|untrue|incorrect|debunk\w*)\b/i);
  });

  it('fills every placeholder', () => {
    const say = words.t as (key: string, params: Record<string, string | number>) => string;
    for (const [key, text] of Object.entries(table)) {
      const names = new Set(forms(text).flatMap(placeholders));
      for (const n of [0, 1, 2, 11]) {
        const params = Object.fromEntries([...names].map((name) => [name, name === 'n' ? n : `<${name}>`]));
        expect(say(key, { n, ...params }), key).not.toMatch(/[{}]/);
      }
    }
  });

  it('has no key that nothing uses', () => {
    const code = ['components', 'utils', 'corpus', 'entrypoints'].flatMap(sources).join('\n');
    const unused = Object.keys(en).filter((key) => {
      if (code.includes(`'${key}'`)) return false;
      // Keys made of a prefix and a value: t(`verdict.${verdict}`).
      return !code.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`);
    });
    expect(unused).toEqual([]);
  });

  it('gives cards their part of the same texts', () => {
    for (const [key, text] of Object.entries(cardTexts)) expect(table[key]).toBe(text);
    expect(makeCardWords().t('card.close')).toBe(words.t('card.close'));
  });
});

describe('plurals', () => {
  it.each([
    [1, '1 name known'],
    [4, '4 names known'],
    [0, '0 names known'],
    [1200, '1,200 names known'],
  ])('%s', (n, text) => expect(words.t('count.names', { n })).toBe(text));
});

describe('dates', () => {
  it.each([
    ['2025-09-04', '4 Sep 2025'],
    ['2025-09', 'Sep 2025'],
    ['2025', '2025'],
    ['no date', 'no date'],
  ])('a day, month or year: %s', (iso, text) => expect(words.date(iso)).toBe(text));

  it.each<[string, string[], string]>([
    ['none', [], ''],
    ['the same day twice', ['2025-09-04', '2025-09-04'], '4 Sep 2025'],
    ['one month', ['2025-09-05', '2025-09-04'], '4–5 Sep 2025'],
    ['two months', ['2025-09-30', '2025-10-02'], '30 Sep – 2 Oct 2025'],
    ['two years', ['2025-12-30', '2026-01-02'], '30 Dec 2025 – 2 Jan 2026'],
    ['a month and a day', ['2025-09', '2025-10-02'], 'Sep 2025 – 2 Oct 2025'],
  ])('from first to last: %s', (_name, isos, text) => expect(words.dates(isos)).toBe(text));
});

describe('amounts', () => {
  it.each<[number, string | null, string]>([
    [26, 'countries', '26'],
    [10000, 'troops', '10,000'],
    [1.1e9, 'EUR', '€1.1bn'],
    [40e6, 'USD', '$40m'],
    [2.26e9, 'GBP', '£2.26bn'],
    [5e8, 'NOK', 'kr 500m'],
    [28.5, 'percent', '28.5%'],
    [5, 'percent-of-GDP', '5%'],
    [30, null, '30'],
  ])('%s of %s is %s', (value, unit, text) => expect(words.amount(value, unit)).toBe(text));
});

describe('lists and names', () => {
  it.each<[string[], string]>([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j', (parts, text) => expect(words.list(parts)).toBe(text));

  it('isolates names of right-to-left scripts and leaves others alone', () => {
    expect(fill('{a} and {b}', { a: 'مثال', b: 'B' }, String)).toBe('\u2068مثال\u2069 and B');
  });

  it('leaves a placeholder without its parameter in sight, and takes nothing from prototypes', () => {
    expect(fill('{toString} {x}', {}, String)).toBe('{toString} {x}');
  });
});

it('falls back to English for a language without a table', () => {
  expect(makeWords('xx-YY').t('card.close')).toBe('Close');
  expect(wordsFrom('en', en).locale).toBe('en');
});
