/** A comparison as a file: a table that spreadsheets do not run, data of the documented shape, an image that stands alone. */
import { readFileSync } from 'node:fs';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { COLUMNS, cell, comparisonCsv } from '../../components/panel/export/csv.ts';
import { fileName } from '../../components/panel/export/files.ts';
import { comparisonSvg, IMAGE_WIDTH } from '../../components/panel/export/image.ts';
import { comparisonJson } from '../../components/panel/export/json.ts';
import type { ExportRequest } from '../../components/panel/export/request.ts';
import { escapeXml, widthOf, wrap } from '../../components/panel/export/svg.ts';
import { ComparisonFile } from '../../corpus/schema/comparison.ts';
import type { Item } from '../../utils/report.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import { makeWords } from '../../utils/words/index.ts';
import * as fixtures from '../fixtures/reports.ts';
import { COMPARISON_SCHEMA_FILE, comparisonJsonSchema } from '../tools/json-schema.ts';

const request = (item: Item, more: Partial<ExportRequest> = {}): ExportRequest => ({
  format: 'csv',
  item,
  report: fixtures.withItems(item),
  page: { title: 'Allies agree outline of a force', host: 'example-courier.com' },
  words: makeWords('en'),
  ...more,
});

/** A reader of RFC 4180, strict: throws where a quote stands where none may. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('no end of a quoted cell');
        if (text[at] === '"') at += 1;
        value += text[at];
      }
      at += 1;
    } else
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) {
        if (text[at] === '"' || text[at] === '\n') throw new Error('a bare quote or line feed');
        value += text[at];
      }
    rows.at(-1)?.push(value);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) rows.at(-1)?.push('');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (at < text.length) throw new Error(`what is ${JSON.stringify(text[at])} after a cell?`);
  }
  return rows;
}

describe('a cell', () => {
  it.each<[string, string | number | null | undefined, string]>([
    ['plain words', 'Harbour Herald', 'Harbour Herald'],
    ['nothing', undefined, ''],
    ['no value', null, ''],
    ['a number', 26, '26'],
    ['a negative number stays one', -5.5, '-5.5'],
    ['a comma', 'a, b', '"a, b"'],
    ['quotes', 'the "26"', '"the ""26"""'],
    ['lines', 'a\r\nb', '"a\r\nb"'],
    ['space at an end', ' a', '" a"'],
    ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a sign before', '+1', "'+1"],
    ['a minus before words', '-2+3', "'-2+3"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a formula in full width', '＝1+1', "'＝1+1"],
    ['a formula behind space', '  =1', "'  =1"],
    ['a formula behind a tab', '\t=1', "'\t=1"],
    ['control characters', 'a\u0000b\u0007c', 'a b c'],
  ])('%s', (_, value, wanted) => expect(cell(value)).toBe(wanted));
});

describe('the table', () => {
  it('has a line for the page and one for each source, all of one width', () => {
    const text = comparisonCsv(request(fixtures.pledging));
    expect(text.startsWith('\ufeffrole,')).toBe(true);
    const rows = readCsv(text.slice(1));
    expect(rows[0]).toEqual([...COLUMNS]);
    expect(rows.length).toBe(2 + fixtures.pledging.against.length);
    for (const row of rows) expect(row.length).toBe(COLUMNS.length);
    const column = (name: (typeof COLUMNS)[number]) => rows.slice(1).map((row) => row[COLUMNS.indexOf(name)]);
    expect(column('role')).toEqual(['page', ...fixtures.pledging.against.map(() => 'source')]);
    expect(column('value').slice(0, 3)).toEqual(['35', '26', '26']);
    expect(column('high').at(-1)).toBe('');
    expect(column('outlet').slice(0, 2)).toEqual(['example-courier.com', 'Novaya Gazeta Europe']);
    expect(column('beside_page')[0]).toBe('conflicts');
  });

  it('says facts in words', () => {
    const rows = readCsv(comparisonCsv(request(fixtures.phone)).slice(1));
    const value = COLUMNS.indexOf('value');
    expect(rows.slice(1).map((row) => row[value])).toEqual([
      'by video',
      'by video',
      'by video',
      'by phone',
      'by phone',
    ]);
  });

  it('runs nothing and links nowhere else, whatever a pack or a page says', () => {
    const evil = '=cmd|"/c calc"!A1,\r\n"x';
    const item = {
      ...fixtures.pledging,
      surface: evil,
      label: evil,
      against: [
        { ...fixtures.pledging.against[0]!, surface: evil, saidBy: evil, wording: evil, url: 'javascript:alert(1)' },
      ],
    };
    const rows = readCsv(comparisonCsv(request(item, { page: { title: evil, host: null } })).slice(1));
    expect(rows.length).toBe(3);
    for (const one of rows.flat()) expect(one).not.toMatch(/^\s*[=+@]/);
    expect(rows.flat().join()).not.toContain('javascript');
  });
});

describe('the data', () => {
  const now = new Date('2026-01-12T10:00:00Z');
  const files = [
    fixtures.pledging,
    fixtures.members,
    fixtures.forceSize,
    fixtures.phone,
    fixtures.germany,
    fixtures.onlyHere,
  ];

  it.each(files.map((item) => [item.id, item] as const))('%s has the documented shape', (_, item) => {
    const file = JSON.parse(comparisonJson(request(item), now));
    expect(ComparisonFile.safeParse(file).error).toBeUndefined();
    expect(file.exportedAt).toBe('2026-01-12T10:00:00.000Z');
    expect(file.sources.length).toBe(item.against.length);
  });

  it('has a JSON Schema in the repository that is up to date (npm run schema)', () => {
    expect(JSON.parse(readFileSync(COMPARISON_SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(comparisonJsonSchema()));
  });
});

/** Parsed as XML: what is not well-formed throws or loses its end. */
const parse = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
const textsOf = (svg: string): string[] =>
  [...parse(svg).querySelectorAll('text')].map((one) => (one as { textContent: string }).textContent);

describe('the image', () => {
  it('can be read alone: what is counted, the page, the verdict, every source with its date, and where it is from', () => {
    const svg = comparisonSvg(request(fixtures.pledging)) ?? '';
    const text = textsOf(svg).join(' ');
    for (const part of [
      'Countries pledging troops',
      'about 35 countries',
      'example-courier.com',
      'Conflicts',
      'this page',
      'Compared with Second Source',
    ])
      expect(text).toContain(part);
    for (const one of fixtures.pledging.against) {
      const { outlet, date } = fixtures.DOCUMENTS[one.document]!;
      expect(text).toContain(`${outlet}, ${makeWords('en').date(date!)}`);
    }
  });

  it('speaks of a draft in the words of a draft', () => {
    const svg = comparisonSvg(request(fixtures.pledging, { words: draftWords(makeWords('en')) })) ?? '';
    expect(textsOf(svg).join(' ')).toContain('this draft');
    expect(textsOf(svg).join(' ')).not.toContain('this page');
  });

  it('names the first two dozen sources and counts the rest', () => {
    const first = fixtures.pledging.against[0]!;
    const against = Array.from({ length: 40 }, (_, i) => ({ ...first, document: `d${i}`, claim: `c${i}` }));
    const texts = textsOf(comparisonSvg(request({ ...fixtures.pledging, against })) ?? '');
    expect(texts.filter((one) => one.startsWith('d')).length).toBe(24);
    expect(texts).toContain('and 16 more sources');
  });

  it.each([
    ['a wide spread', fixtures.wideSpread],
    ['open ends and ranges', fixtures.forceSize],
    ['many', fixtures.crowded],
    ['another time', fixtures.members],
  ])('%s: every mark and every line of text lies inside', (_, item) => {
    const root = parse(comparisonSvg(request(item)) ?? '');
    const height = Number(root.getAttribute('height'));
    for (const one of root.querySelectorAll('text')) {
      const size = Number(one.getAttribute('font-size'));
      const width = widthOf((one as { textContent: string }).textContent, { size });
      const anchor = one.getAttribute('text-anchor') ?? 'start';
      const x = Number(one.getAttribute('x')) - { start: 0, middle: width / 2, end: width }[anchor as 'start']!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(IMAGE_WIDTH);
      expect(Number(one.getAttribute('y'))).toBeLessThan(height);
    }
    for (const dot of root.querySelectorAll('circle')) {
      expect(Number(dot.getAttribute('cx'))).toBeGreaterThan(0);
      expect(Number(dot.getAttribute('cx'))).toBeLessThan(IMAGE_WIDTH);
    }
  });

  it('is none where there is no scale', () => {
    expect(comparisonSvg(request(fixtures.phone))).toBeNull();
    expect(comparisonSvg(request(fixtures.onlyHere))).toBeNull();
  });

  it('holds texts of any kind as text', () => {
    const evil = '</text><script>alert(1)</script>&\u0000\ud800"\'';
    const item = { ...fixtures.pledging, surface: evil, reason: evil, label: evil };
    const svg = comparisonSvg(request(item, { page: { title: evil, host: evil } })) ?? '';
    expect(parse(svg).querySelector('script')).toBeNull();
    expect(svg).not.toMatch(/<script|\0|\ud800/);
  });
});

describe('lines of text', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['what fits', 'one two', ['one two']],
    ['what does not', 'one two three four', ['one two', 'three four']],
    ['a word longer than a line', 'abcdefghijklmnopq', ['abcdefghijk', 'lmnopq']],
    ['wide letters', '坐坐坐坐坐坐坐坐', ['坐坐坐坐坐坐', '坐坐']],
  ])('%s', (_, text, wanted) => expect(wrap(text, 61, { size: 10 })).toEqual(wanted));

  it('escapes what XML reads, and keeps pairs', () => {
    expect(escapeXml('a<b>&"\'🙂\ud83d')).toBe('a&lt;b&gt;&amp;&quot;&#39;🙂');
  });
});

describe('a file’s name', () => {
  it.each<[string, Partial<Item>, string]>([
    ['measure and date', {}, 'second-source-countries-pledging-troops-2025-09-06.csv'],
    [
      'scope',
      { scopeLabel: 'Paris, 4 Sep 2025' },
      'second-source-countries-pledging-troops-paris-4-sep-2025-2025-09-06.csv',
    ],
    ['what systems do not allow', { label: '../a:b\\c*?"<>|' }, 'second-source-a-b-c-2025-09-06.csv'],
    ['nothing usable', { label: '…', measure: null }, 'second-source-comparison-2025-09-06.csv'],
    ['accents', { label: 'Élysée' }, 'second-source-elysee-2025-09-06.csv'],
  ])('%s', (_, more, wanted) => {
    const item = { ...fixtures.pledging, ...more };
    const report = {
      ...fixtures.withItems(item),
      page: { date: { from: '2025-09-06', to: '2025-09-06' }, language: 'en' },
    };
    expect(fileName(item, report, 'csv')).toBe(wanted);
  });
});
