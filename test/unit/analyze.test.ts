import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { AnalysisLine } from '../../corpus/schema/analysis.ts';
import { ANALYSIS_SCHEMA_FILE, analysisJsonSchema } from '../tools/json-schema.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const call = (...args: string[]) =>
  spawnSync(process.execPath, [TSX, join(ROOT, 'test/tools/analyze.ts'), ...args], { encoding: 'utf8' });

const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
const write = (name: string, content: string) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const TEXT = [
  'The Coalition of the Willing met in Paris on Thursday, and Emmanuel Macron said that about 35 countries had committed to sending troops to Ukraine.',
  'Donald Trump joined by telephone. Italy will not send soldiers, Giorgia Meloni repeated.',
].join('\n');

describe('the command line', () => {
  let lines: string[];
  beforeAll(() => {
    const records = [
      { id: 'a', text: TEXT, date: '2025-09-06' },
      { id: 7, text: 'A recipe for four people: two eggs, 200 grams of flour.' },
      { id: 'month', text: TEXT, date: '2025-09' },
      { id: 'empty', text: '' },
    ];
    const file = write('in.jsonl', `${records.map((r) => JSON.stringify(r)).join('\n')}\n\n`);
    lines = execFileSync(process.execPath, [TSX, join(ROOT, 'test/tools/analyze.ts'), '--jsonl', file], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
  }, 60_000);

  it('prints a line a record, in the shape of the contract', () => {
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['a', 7, 'month', 'empty']);
    for (const line of lines) AnalysisLine.parse(JSON.parse(line));
  });

  it('gives places in the text that hold what it says they hold', () => {
    const line = AnalysisLine.parse(JSON.parse(lines[0]!));
    for (const found of [...line.mentions, ...line.figures, ...line.facts, ...line.stances])
      expect(TEXT.slice(found.start, found.end)).toBe(found.surface);
    expect(line.figures.length + line.facts.length + line.stances.length).toBeGreaterThanOrEqual(3);
  });

  it('finds the conflict, with its sources', () => {
    const line = AnalysisLine.parse(JSON.parse(lines[0]!));
    expect(line.onTopic).toBe(true);
    const [figure] = line.figures;
    expect(figure).toMatchObject({
      surface: 'about 35 countries',
      bound: '~',
      measure: 'troop-pledging-countries',
      verdict: 'conflicts',
    });
    expect(figure!.against.filter((a) => a.verdict === 'conflicts').map((a) => a.document)).toContain('seed-000');
    expect(line.facts.find((f) => f.measure === 'trump-participation-mode')).toMatchObject({
      value: 'phone',
      verdict: 'sources differ',
    });
    expect(line.stances.find((s) => s.measure === 'stance:italy')).toMatchObject({
      value: 'rules-out-troops',
      verdict: 'agrees',
    });
  });

  it('lists figures off the topic too, without a measure', () => {
    const line = AnalysisLine.parse(JSON.parse(lines[1]!));
    expect(line.onTopic).toBe(false);
    expect(line.figures.length).toBeGreaterThanOrEqual(2);
    expect(line.figures.every((f) => f.measure === null && f.against.length === 0)).toBe(true);
  });

  it('reads text and HTML files alike, and explains', () => {
    const text = call('--explain', '--date', '2025-09-06', write('page.txt', TEXT));
    const html = call(
      '--explain',
      write(
        'page.html',
        `<!doctype html><meta property="article:published_time" content="2025-09-06"><body>${TEXT.split('\n')
          .map((p) => `<p>${p}</p>`)
          .join('')}</body>`,
      ),
    );
    expect(text.status, text.stderr).toBe(0);
    expect(text.stdout).toContain('CONFLICTS');
    expect(text.stdout).toMatch(/· cue “/);
    expect(text.stdout).toMatch(/· event by “/);
    expect(html.stdout.replace('page.html', 'page.txt')).toBe(text.stdout);
  }, 60_000);

  it.each([
    [['--jsonl', write('bad.jsonl', '{"id":1}')], 'line 1 has no "text"'],
    [['--jsonl', write('worse.jsonl', '{"id":1')], 'line 1 is not JSON'],
    [['--date', 'Thursday', write('x.txt', '')], 'a date is YYYY-MM-DD'],
    [['missing.txt'], 'cannot read missing.txt'],
    [
      ['--pack', 'nothing', write('y.txt', '')],
      'There is no pack "nothing". There are: coalition-of-the-willing, seeds;',
    ],
    [['--pack', './nothing', write('y.txt', '')], 'There is no pack in ./nothing: it has no manifest.json'],
    [[write('z.pdf', '')], 'only .txt and .html'],
    [['--nonsense'], 'nonsense'],
  ])(
    'says what is wrong with %s',
    (args, message) => {
      const result = call(...args);
      expect(result.status).not.toBe(0);
      expect(result.stderr).toContain(message);
    },
    60_000,
  );

  it('has its JSON Schema up to date', () => {
    expect(readFileSync(ANALYSIS_SCHEMA_FILE, 'utf8')).toBe(analysisJsonSchema());
  });
});
