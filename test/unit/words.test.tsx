import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardTexts } from '../../utils/words/card.ts';
import { cardTable } from '../../utils/words/card-table.ts';
import { type CardKey, makeCardWords } from '../../utils/words/card-words.ts';
import { en } from '../../utils/words/en.ts';
import { fill } from '../../utils/words/format.ts';
import { makeWords } from '../../utils/words/index.ts';
import { LANGUAGES, type Language, languageFor } from '../../utils/words/languages.ts';
import { localeFiles } from '../../utils/words/locales.ts';
import { tables } from '../../utils/words/tables.ts';
import type { Table, Text } from '../../utils/words/types.ts';

const ROOT = join(import.meta.dirname, '../..');
const words = makeWords();
const table: Table = en;
const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const wordsIn = (language: Language) => makeWords(language, tables[language]);
const forms = (text: Text): string[] =>
  typeof text === 'string' ? [text] : Object.values(text).filter((form) => form !== undefined);
const placeholders = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');

/** All code that may use a key; where the tables stand is no use of them. */
function code(): string {
  const found: string[] = [];
  for (const folder of ['components', 'utils', 'corpus', 'entrypoints'])
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      if (entry.parentPath.startsWith(join(ROOT, 'utils/words')) && entry.name !== 'draft-words.ts') continue;
      found.push(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    }
  return found.join('\n');
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
    const all = `${code()}${readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')}`;
    const unused = Object.keys(en).filter((key) => {
      if (all.includes(`'${key}'`)) return false;
      // Keys made of a prefix and a value: t(`verdict.${verdict}`), t(`search.omnibox-${kind}`).
      return ![...key.matchAll(/[.-]/g)].some(({ index }) => all.includes(`\`${key.slice(0, index + 1)}\${`));
    });
    expect(unused).toEqual([]);
  });
});

/** Names, and formats that are called so everywhere. */
const NAMES = ['brand.name', 'browser.name', 'saved.export.json', 'saved.export.markdown'];
/** Words that two languages write alike. Each is here on purpose. */
const ALIKE: Readonly<Partial<Record<Language, readonly string[]>>> = {
  uk: NAMES,
  pl: NAMES,
  // Version, Filter
  de: [...NAMES, 'options.version', 'pledges.filter'],
  // image, date, source, page, version, position, site, correction
  fr: [
    ...NAMES,
    'export.svg',
    'time.date',
    'export.png',
    'scale.source',
    'packs.version',
    'pledges.counted-sources',
    'pledges.sources-say',
    'pledges.cell-source',
    'saved.count',
    'search.kind.stance',
    'panel.sources',
    'options.sites',
    'options.version',
    'pack.corrections',
  ],
};
/** Placeholders and signs alone, and places in a file: the same everywhere. */
const hasWords = (text: Text): boolean =>
  forms(text).some((form) => /\p{L}{2}/u.test(form.replace(/\w*\[?\{[^}]*\}/g, '')));
/** No language judges who is right. */
const JUDGING: Readonly<Record<Language, RegExp>> = {
  en: /\b(wrong|false|fake)\b/i,
  uk: /неправ|помилков|хибн|фейк|брехл|брехн/i,
  fr: /\b(faux|fausse\w*|mensong\w*|infox|erroné\w*)\b/i,
  de: /\b(falsch\w*|fake|gelogen|lüge\w*|unwahr\w*)\b/i,
  pl: /fałsz|nieprawd|kłam|błędn|fejk/i,
};

describe.each(OTHERS)('%s', (language) => {
  const other: Table = tables[language];

  it('has every key and no other', () => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(table).sort());
  });

  it('has every plural form that a whole number takes', () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 1000 }, (_, n) => rules.select(n)));
    for (const [key, text] of Object.entries(other)) {
      if (typeof text === 'string') {
        expect(typeof table[key], `${key} needs its plural forms`).toBe('string');
        continue;
      }
      for (const rule of needed) expect(text[rule]?.trim(), `${key}, ${rule}`).toBeTruthy();
    }
  });

  it('takes the placeholders that English takes', () => {
    for (const [key, text] of Object.entries(other)) {
      const wanted = new Set(forms(table[key]!).flatMap(placeholders));
      const got = new Set(forms(text).flatMap(placeholders));
      // A form for one may leave the number out, and a text without plural forms may put it elsewhere; none may be invented.
      expect(
        [...got].filter((name) => !wanted.has(name)),
        key,
      ).toEqual([]);
      expect(
        [...wanted].filter((name) => !got.has(name) && name !== 'n' && name !== 'count'),
        key,
      ).toEqual([]);
    }
  });

  it('leaves nothing in English', () => {
    const same = Object.entries(other)
      .filter(([key, text]) => hasWords(text) && JSON.stringify(text) === JSON.stringify(table[key]))
      .map(([key]) => key)
      .filter((key) => !ALIKE[language]?.includes(key));
    expect(same).toEqual([]);
  });

  it('excuses nothing that is not alike', () => {
    for (const key of ALIKE[language] ?? []) expect(other[key], key).toEqual(table[key]);
  });

  it('says something in every form, and never who is right', () => {
    for (const [key, text] of Object.entries(other))
      for (const form of forms(text)) {
        expect(form.trim() !== '' || key === 'number.words', key).toBe(true);
        expect(form, key).not.toMatch(JUDGING[language]);
      }
  });

  it('keeps the line breaks between lists of words', () => {
    const numbers = wordsIn(language).t('number.words').split('|');
    expect([1, 10]).toContain(numbers.length);
  });
});

it('gives cards their part of the same texts, in each language', () => {
  for (const language of LANGUAGES) {
    const cards = cardTable(language, tables[language]);
    expect(Object.keys(cards.texts).sort()).toEqual(Object.keys(cardTexts).sort());
    for (const key of Object.keys(cardTexts) as CardKey[]) expect(cards.texts[key]).toBe(tables[language][key]);
    expect(makeCardWords(cards).t('card.close')).toBe(wordsIn(language).t('card.close'));
  }
  expect(makeCardWords().t('card.close')).toBe('Close');
});

describe('which language', () => {
  it.each<[Parameters<typeof languageFor>[0], string, Language]>([
    ['browser', 'uk', 'uk'],
    ['browser', 'fr-CA', 'fr'],
    ['browser', 'de_AT', 'de'],
    ['browser', 'PL', 'pl'],
    ['browser', 'xx-YY', 'en'],
    ['browser', '', 'en'],
    ['de', 'uk-UA', 'de'],
    ['en', 'fr', 'en'],
  ])('%s in a browser that speaks %j: %s', (choice, tag, language) => expect(languageFor(choice, tag)).toBe(language));
});

describe('what the browser reads', () => {
  const files = new Map(localeFiles().map(({ file, json }) => [file, JSON.parse(json) as Record<string, unknown>]));

  it('is there in each language, with the same names', () => {
    const names = Object.keys(files.get('_locales/en/messages.json') ?? {});
    expect(names).toContain('command_look_up');
    for (const language of LANGUAGES)
      expect(Object.keys(files.get(`_locales/${language}/messages.json`) ?? {})).toEqual(names);
  });

  it('fits where it is shown', () => {
    for (const language of LANGUAGES) {
      // The stores cut a description at 132 characters and a name at 45.
      expect(wordsIn(language).t('browser.description').length, language).toBeLessThanOrEqual(132);
      expect(wordsIn(language).t('browser.name').length).toBeLessThanOrEqual(45);
      expect(wordsIn(language).t('menu.look-up')).toContain('%s');
    }
  });

  it('has a whole table beside it for each language but English', () => {
    for (const language of OTHERS) expect(files.get(`words/${language}.json`)).toEqual(tables[language]);
    expect(files.has('words/en.json')).toBe(false);
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

/** Browsers put spaces that do not break between a number and what it counts. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

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

  it.each<[Language, string, string]>([
    ['uk', '4 вер. 2025 р.', '4–5 вер. 2025 р.'],
    ['fr', '4 sept. 2025', '4–5 sept. 2025'],
    ['de', '4. Sept. 2025', '4.–5. Sept. 2025'],
    ['pl', '4 wrz 2025', '4–5 wrz 2025'],
  ])('in %s', (language, day, days) => {
    expect(spaced(wordsIn(language).date('2025-09-04'))).toBe(day);
    expect(spaced(wordsIn(language).dates(['2025-09-04', '2025-09-05']))).toBe(days);
  });
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
  ])('%s of %s is %s', (value, unit, text) => expect(spaced(words.amount(value, unit))).toBe(text));

  it.each<[Language, string, string, string]>([
    ['uk', '1,1 млрд €', '10 000', '28,5%'],
    ['fr', '1,1 Md €', '10 000', '28,5 %'],
    ['de', '1,1 Mrd. €', '10.000', '28,5 %'],
    ['pl', '1,1 mld €', '10 000', '28,5%'],
  ])('in %s', (language, money, count, percent) => {
    const { amount } = wordsIn(language);
    expect(spaced(amount(1.1e9, 'EUR'))).toBe(money);
    expect(spaced(amount(10000))).toBe(count);
    expect(spaced(amount(28.5, 'percent'))).toBe(percent);
  });
});

describe('lists and names', () => {
  it.each<[string[], string]>([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j', (parts, text) => expect(words.list(parts)).toBe(text));

  it('are joined as each language does', () => {
    expect(LANGUAGES.map((language) => wordsIn(language).list(['A', 'B', 'C']))).toEqual([
      'A, B and C',
      'A, B і C',
      'A, B et C',
      'A, B und C',
      'A, B i C',
    ]);
  });

  it('isolates names of right-to-left scripts and leaves others alone', () => {
    expect(fill('{a} and {b}', { a: 'مثال', b: 'B' }, String)).toBe('\u2068مثال\u2069 and B');
  });

  it('lets an abbreviation at the end stand for the full stop', () => {
    expect(fill('{n} звіти, {dates}. Далі: {x}.', { n: 2, dates: 'вер. 2025 р.', x: 'a.b' }, String)).toBe(
      '2 звіти, вер. 2025 р. Далі: a.b.',
    );
    expect(fill('{file}.json, {n}.', { file: 'a.', n: 3 }, String)).toBe('a..json, 3.');
  });

  it('leaves a placeholder without its parameter in sight, and takes nothing from prototypes', () => {
    expect(fill('{toString} {x}', {}, String)).toBe('{toString} {x}');
  });
});
