import { describe, expect, it } from 'vitest';
import { buildIndex, buildIndexGently } from '../../corpus/search/build.ts';
import { documentOf, type OpenIndex, openIndex } from '../../corpus/search/open-index.ts';
import { type Limits, search } from '../../corpus/search/search.ts';
import { ENTRY_KINDS, INDEX_VERSION, indexFromJson, indexToJson } from '../../corpus/search/search-index.ts';
import { typosAllowed, typosBetween } from '../../corpus/search/typo.ts';
import { englishBaseForm } from '../../utils/language/en/base-form.ts';
import { ENGLISH_SCALES } from '../../utils/language/en/search.ts';
import { markedSpans, searchWords } from '../../utils/language/search-words.ts';
import type { ResultKind, SearchFilters } from '../../utils/search-results.ts';
import { fc } from '../tools/fuzz.ts';
import { samplePack } from '../tools/sample-pack.ts';
import { searchPack } from '../tools/search-pack.ts';

const index = openIndex(buildIndex(searchPack()));
const MANY: Limits = { hits: { name: 50, figure: 50, stance: 50, report: 50 } };

/** Ids found, best first, by kind. */
function ids(query: string, kind: ResultKind, filters: SearchFilters = {}, indexes: OpenIndex[] = [index]): string[] {
  const group = search(indexes, query, filters, MANY).groups.find((one) => one.kind === kind);
  return (group?.hits ?? []).map((hit) => indexes[hit.index]?.ids[hit.entry] ?? '?');
}
const words = (text: string) => searchWords(text).map(({ word }) => word);

describe('words of a text', () => {
  it.each<[string, string, string[]]>([
    ['capitals and accents', 'Élysée MICHEÁL', ['elysee', 'micheal']],
    ['accents as marks of their own', 'Miche\u0301al', ['micheal']],
    ['letters that do not decompose', 'Zełenski Støre Đorđe Weiß', ['zelenski', 'store', 'dorde', 'weiss']],
    ['another alphabet', 'Олена Штиль', ['олена', 'штиль']],
    ['a soft hyphen', 'Mac\u00adron', ['macron']],
    ['a possessive', 'Ukraine’s plan', ['ukraine', 'plan']],
    ['an s of its own', "'s port, vitamin s", ['s', 'port', 'vitamin', 's']],
    ['a name with an apostrophe', "O'Brien, l’Élysée", ['o', 'brien', 'l', 'elysee']],
    ['thousands', '15,000 15.000 15 000 15\u202f000', ['15000', '15000', '15000', '15000']],
    ['two numbers', '26 350', ['26', '350']],
    ['decimals', '1.1bn 28,5 %', ['1.1', 'bn', '28.5']],
    ['a range', '10–15', ['10', '15']],
    ['dates', '2025-09 and 2025-09-05', ['2025-09', 'and', '2025-09-05']],
    ['years', '2025-2026', ['2025', '2026']],
    ['letters with digits', 'G7, F-16', ['g7', 'f', '16']],
    ['nothing', ' —!… ', []],
  ])('%s', (_, text, expected) => expect(words(text)).toEqual(expected));

  it('tell where they stand, marks and all', () => {
    for (const text of ['a Élysée!', 'x Miche\u0301al y', 'Mac\u00adron’s'])
      for (const { word, start, end } of searchWords(text)) expect(words(text.slice(start, end))).toEqual([word]);
    const [, corran] = searchWords('Miche\u0301a\u0301 Corran');
    expect(corran).toMatchObject({ start: 9, end: 15 });
  });
});

describe('forms of one word', () => {
  it.each([
    ['troop', 'troops'],
    ['country', 'countries'],
    ['pledge', 'pledged'],
    ['pledges', 'pledging'],
    ['ferry', 'ferries'],
    ['plan', 'planned'],
    ['box', 'boxes'],
  ])('%s and %s', (a, b) => expect(englishBaseForm(a)).toBe(englishBaseForm(b)));

  it.each([
    ['minister', 'ministry'],
    ['bus', 'bu'],
    ['bring', 'br'],
    ['his', 'hi'],
    ['princess', 'princes'],
    ['26', '2'],
  ])('not %s and %s', (a, b) => expect(englishBaseForm(a)).not.toBe(englishBaseForm(b)));
});

describe('typos', () => {
  it.each<[string, string, number]>([
    ['macron', 'macron', 0],
    ['macron', 'macorn', 1],
    ['macron', 'macrn', 1],
    ['macron', 'maccron', 1],
    ['macron', 'magron', 1],
    ['zelensky', 'zelinskyy', 2],
    ['macron', 'merz', 3],
  ])('%s, %s: %i', (a, b, typos) => expect(typosBetween(b, a, 2)).toBe(typos));

  it('counts what a word begins with', () => {
    expect(typosBetween('zelnsk', 'zelensky', 1, true)).toBe(1);
    expect(typosBetween('zelnsk', 'zelensky', 1)).toBe(2);
  });

  it.each([
    ['uk', 0],
    ['26', 0],
    ['2600', 0],
    ['g7000', 0],
    ['starmer', 1],
    ['volodymyr', 2],
  ])('%s may have %i', (word, typos) => expect(typosAllowed(word)).toBe(typos));

  it('agrees with the plain way of counting, for any two words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
        expect(typosBetween(a, b, most)).toBe(Math.min(plainTypos(a, b), most + 1));
      }),
    );
  });
});

/** Optimal string alignment, by the book. */
function plainTypos(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const change = d[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]);
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

describe('a search', () => {
  it.each<[string, string, ResultKind, string[]]>([
    ['a name', 'Olena Shtyl', 'name', ['olena-shtyl']],
    ['a name in another alphabet', 'Олена Штиль', 'name', ['olena-shtyl']],
    ['its beginning', 'оле', 'name', ['olena-shtyl']],
    ['a name without its accents', 'micheal', 'name', ['micheal-corran']],
    ['a name with them', 'Micheál', 'name', ['micheal-corran']],
    ['an accent that the source lacks', 'Pîer élysee', 'name', ['elysium-pier']],
    ['the exact name before what only holds it', 'corran', 'name', ['micheal-corran', 'corran-bay-trust']],
    ['a typo', 'Vauqelin', 'name', ['elise-vauquelin']],
    ['a typo in what is still being typed', 'vauqel', 'name', ['elise-vauquelin']],
    ['a report by its title', 'brass pier', 'report', ['summer']],
    ['a report by its outlet', 'island courier', 'report', ['summer']],
    ['a report by month', 'september 2025', 'report', ['autumn']],
    ['a report by date', '2025-07', 'report', ['summer']],
    ['a country and words of its position', 'southland stays', 'stance', ['m-south']],
    ['a position by detail', 'sailor ashore', 'stance', ['m-south']],
    ['a speaker in another alphabet', 'Штиль', 'figure', ['s26']],
    ['a speaker and what was counted', 'shtyl ferries', 'figure', ['s26']],
    ['singular for plural', 'harbour prepare', 'report', ['autumn']],
    ['a scale in letters', '1.1 billion', 'figure', ['m-cost']],
    ['a scale as printed', '€1.1bn', 'figure', ['m-cost']],
    ['a wide number', '15 000 tickets', 'figure', ['m15000']],
    ['a wide number with its scale', '15 thousand', 'figure', ['m15000']],
  ])('finds %s: %s', (_, query, kind, expected) => expect(ids(query, kind)).toEqual(expected));

  it('takes a number for itself: no other digit, no longer number, no day of the month', () => {
    expect(ids('26', 'figure').sort()).toEqual(['a26', 's26']);
    expect(ids('26', 'report')).toEqual([]);
    expect(ids('27 ferries', 'figure')).toEqual([]);
    expect(ids('2', 'figure')).toEqual([]);
  });

  it('puts typos behind words that are known, and never lets them in where the word is known', () => {
    // "boat" is known: "bot" is not, and means it.
    expect(search([index], 'bota', {}, MANY).matched).toContain('boat');
    expect(search([index], 'pier', {}, MANY).matched).toEqual(new Set(['pier']));
  });

  it('asks for every word, and says so where it had to leave one out', () => {
    const whole = search([index], 'brass band pier', {}, MANY);
    expect([whole.total, whole.partial]).toEqual([1, false]);
    const part = search([index], 'brass band pier unheard-ofxyz', {}, MANY);
    expect([part.total, part.partial]).toEqual([1, true]);
    expect(search([index], 'brass unheardofxyz', {}, MANY).total).toBe(0);
  });

  it('suggests what finds something', () => {
    const { total, suggestions } = search([index], 'brass zzzyx', {}, MANY);
    expect(total).toBe(0);
    expect(suggestions).toContain('brass');
    expect(search([index], 'vauklin', {}, MANY).suggestions).toEqual(['vauquelin']);
    expect(search([index], 'xqzj', {}, MANY).suggestions).toEqual([]);
  });

  it.each<[string, SearchFilters, string[]]>([
    ['kind', { kind: 'report' }, ['autumn', 'summer', 'spring']],
    ['another kind', { kind: 'figure' }, []],
    ['outlet', { outlet: 'Island Courier' }, ['summer']],
    ['an outlet that is not there', { outlet: 'The Cove' }, []],
    ['country', { country: 'southland' }, ['autumn', 'summer']],
    ['first day', { from: '2025-07-26' }, ['autumn', 'summer']],
    ['last day', { to: '2025-07-25' }, ['spring']],
    ['days of a month, what is known to the month', { from: '2025-09-20', to: '2025-09-21' }, ['autumn']],
  ])('is narrowed by %s', (_, filters, expected) => {
    expect(ids('', 'report', filters)).toEqual(expected);
    expect(ids('2025', 'report', filters).sort()).toEqual([...expected].sort());
  });

  it('lists what passes the filters where no word was typed, newest first', () => {
    expect(ids('', 'report', { outlet: 'The Harbour Post' })).toEqual(['autumn', 'spring']);
    expect(ids('', 'stance', { country: 'southland' })).toEqual(['m-south']);
    expect(search([index], '', {}).total).toBe(0);
  });

  it('leaves names out where a day or an outlet is asked for', () => {
    expect(ids('shtyl', 'name', { from: '2025-01-01' })).toEqual([]);
    expect(ids('shtyl', 'name', { outlet: 'Island Courier' })).toEqual([]);
    expect(ids('shtyl', 'name', { country: 'northland' })).toEqual(['olena-shtyl']);
  });

  it('counts all and gives the best', () => {
    const found = search([index], 'ferries', {}, { hits: { figure: 2 } });
    const figures = found.groups.find((group) => group.kind === 'figure');
    expect(figures?.hits).toHaveLength(2);
    expect(figures?.count).toBe(ids('ferries', 'figure').length);
    const none = search([index], 'ferries', {}, { hits: { figure: 0 } }).groups.find(
      (group) => group.kind === 'figure',
    );
    expect([none?.hits.length, none?.count]).toEqual([0, figures?.count]);
    expect(found.total).toBe(found.groups.reduce((sum, group) => sum + group.count, 0));
  });

  it('searches several packs at once', () => {
    const other = openIndex(buildIndex(samplePack()));
    expect(ids('island line', 'name', {}, [index, other])).toEqual(['island-line', 'island-line']);
    expect(ids('pier', 'report', {}, [other, index])).toEqual(['summer']);
    expect(ids('ferries', 'figure', {}, [index, other]).length).toBeGreaterThan(ids('ferries', 'figure').length);
  });

  it('answers the same each time: nothing of one question is left in the next', () => {
    const first = JSON.stringify(search([index], 'ferries shtyl', {}, MANY).groups);
    for (const query of ['corran', '26', 'vauqelin zzz', 'harbour', ''])
      search([index], query, { kind: 'report' }, MANY);
    expect(JSON.stringify(search([index], 'ferries shtyl', {}, MANY).groups)).toBe(first);
    expect(index.room.score.every((value) => value === 0)).toBe(true);
    expect(index.room.words.every((value) => value === 0)).toBe(true);
    expect(index.room.best.every((value) => value === 0)).toBe(true);
  });

  it('never throws, and every hit is one', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'aeioushtyl26,.-–’ éЇ́\n"!'), maxLength: 40 }),
    );
    const filters = fc.record({
      kind: fc.constantFrom(undefined, 'name' as const, 'report' as const),
      outlet: fc.constantFrom(undefined, 'Island Courier', 'nowhere'),
      country: fc.constantFrom(undefined, 'northland', '__proto__'),
      from: fc.constantFrom(undefined, '2025-07-01', 'rubbish'),
    });
    fc.assert(
      fc.property(text, filters, (query, filter) => {
        const found = search([index], query, filter, MANY);
        for (const { kind, hits, count } of found.groups) {
          expect(count).toBeGreaterThanOrEqual(hits.length);
          for (const { entry } of hits) {
            expect(ENTRY_KINDS[index.kinds[entry] ?? -1]).toBe(kind);
            expect(documentOf(index, entry) === undefined).toBe(kind === 'name');
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('marks', () => {
  const marked = (query: string, text: string) =>
    markedSpans(text, search([index], query, {}, MANY).matched, ENGLISH_SCALES).map(({ start, end }) =>
      text.slice(start, end),
    );
  it.each<[string, string, string, string[]]>([
    ['a word', 'pier', 'A new pier, a brass band', ['pier']],
    ['through folding', 'elysee', 'Pier of the Élysée', ['Élysée']],
    ['through a typo', 'vauqelin', 'Élise Vauquelin said', ['Vauquelin']],
    ['another alphabet', 'штиль', 'Олена Штиль', ['Штиль']],
    ['what a word begins with', 'harb', 'Harbours prepare', ['Harbours']],
    ['neighbours as one', 'brass band', 'a brass band and', ['brass band']],
    ['a number, not its neighbours', '26', '26 or 28 of 2,600', ['26']],
    ['a scaled number', '1.1 billion', '€1.1bn for ferries', ['1.1bn']],
    ['nothing', 'pier', 'no boat', []],
  ])('%s', (_, query, text, expected) => expect(marked(query, text)).toEqual(expected));

  it('lie inside the text, in order, for any text and query', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.array(fc.string({ unit: 'binary', maxLength: 8 })),
        (text, extra) => {
          const wanted = new Set([...searchWords(text).map(({ word }) => word), ...extra]);
          let last = 0;
          for (const { start, end } of markedSpans(text, wanted, ENGLISH_SCALES)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an index', () => {
  const plain = buildIndex(searchPack());

  it('is the same however it is built', async () => {
    expect(await buildIndexGently(searchPack())).toEqual(plain);
  });

  it('survives its file', () => {
    expect(indexFromJson(JSON.parse(indexToJson(plain)))).toEqual(plain);
  });

  it.each<[string, unknown]>([
    ['another version', { ...JSON.parse(indexToJson(plain)), version: INDEX_VERSION + 1 }],
    ['bytes that are none', { ...JSON.parse(indexToJson(plain)), postings: '%%%' }],
    ['half a number', { ...JSON.parse(indexToJson(plain)), postings: 'AAA=' }],
    ['no index', null],
    ['a list', []],
    ['a field missing', { version: INDEX_VERSION }],
  ])('of %s is not taken', (_, value) => expect(indexFromJson(value)).toBeNull());

  it('stops building where it is told to', async () => {
    await expect(buildIndexGently(searchPack(), AbortSignal.abort())).rejects.toThrow();
  });

  it('of an empty pack answers', () => {
    const empty = openIndex(buildIndex({ entities: [], measures: [], documents: [] }));
    expect(search([empty], 'anything at all', {}).total).toBe(0);
    expect(search([], 'anything', {}).total).toBe(0);
  });
});
