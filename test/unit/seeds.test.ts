/**
 * The five seed reports against each other: the real conflicts are shown with their sources, the apparent ones are not
 * (conflicts.md, beside the texts). The texts stay out of the repository: without them this file is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { type Item, isConflict, type Report } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';
import { openPackByName, SEEDS } from '../tools/packs.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/seeds');

interface IndexRow {
  id: string;
  url: string | null;
  publishedAt: string;
}

const there = existsSync(join(FOLDER, 'index.json'));

describe.skipIf(!there)('the five seeds against each other', async () => {
  const corpus = openPackByName('seeds');
  const reports = new Map<string, Report>();
  if (there)
    for (const row of JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as IndexRow[]) {
      const lines = readFileSync(join(FOLDER, `${row.id}.txt`), 'utf8')
        .split('\n')
        .filter((line) => line.trim());
      const page = {
        url: row.url ?? '',
        dates: [{ source: 'meta' as const, value: row.publishedAt }],
        language: 'en',
        title: '',
        blocks: lines.map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 })),
      };
      reports.set(row.id, await analysePage(page, corpus, { words: makeWords('en') }));
    }
  const items = (seed: string, measure: string): Item[] =>
    reports.get(seed)!.items.filter((item) => item.measure === measure);
  const sources = (item: Item, verdict: string) =>
    item.against
      .filter((a) => a.verdict === verdict && !a.secondary)
      .map((a) => a.document)
      .sort();

  it('R1: membership, 35 and about 30 four months later, changed since', () => {
    const [later] = items('seed-002', 'coalition-members');
    const [earlier] = items('seed-003', 'coalition-members');
    expect(later).toMatchObject({ verdict: 'changed since' });
    expect(sources(later!, 'changed since')).toEqual(['seed-003']);
    expect(earlier).toMatchObject({ verdict: 'changed since' });
    expect(sources(earlier!, 'changed since')).toEqual(['seed-002']);
  });

  it.each([
    ['seed-000', 'phone', ['seed-003'], ['seed-001', 'seed-004']],
    ['seed-003', 'phone', ['seed-000'], ['seed-001', 'seed-004']],
    ['seed-001', 'video', ['seed-004'], ['seed-000', 'seed-003']],
  ])('R2: how Trump took part, in %s by %s, two against two', (seed, value, same, conflicts) => {
    const [item] = items(seed, 'trump-participation-mode');
    expect(item).toMatchObject({ value, verdict: 'sources differ' });
    expect(sources(item!, 'same')).toEqual(same);
    expect(sources(item!, 'conflicts')).toEqual(conflicts);
  });

  it('Germany: not decided in September, next door in January: a stance that changed', () => {
    const german = (seed: string) => items(seed, 'stance').filter((item) => item.scope.country === 'germany');
    const [later] = german('seed-002');
    expect(later).toMatchObject({ value: 'conditional', mission: 'neighbouring-nato', verdict: 'changed since' });
    expect(sources(later!, 'changed since').sort()).toEqual(['seed-000', 'seed-004']);
    for (const seed of ['seed-000', 'seed-004']) {
      const earlier = german(seed).find((item) => item.value === 'undecided');
      expect(earlier, seed).toBeDefined();
      const since = earlier!.against.filter((a) => a.verdict === 'changed since');
      expect(since.map((a) => [a.document, a.later])).toEqual([['seed-002', true]]);
    }
  });

  it('finds the pledge of the 26 in the four reports that have it, and they all fit', () => {
    for (const seed of ['seed-000', 'seed-001', 'seed-003', 'seed-004']) {
      const found = [...items(seed, 'troop-pledging-countries'), ...items(seed, 'guarantee-giving-countries')];
      expect(found.length, seed).toBeGreaterThan(0);
      for (const item of found) {
        expect(item.verdict, `${seed}: ${item.surface}`).toBe('agrees');
        expect(new Set(item.against.map((a) => a.document)).size).toBe(3);
      }
    }
  });

  it('N1–N24: raises nothing else', () => {
    for (const seed of SEEDS)
      for (const item of reports.get(seed)!.items) {
        const real = item.measure === 'trump-participation-mode';
        expect(real || !isConflict(item.verdict), `${seed}: ${item.measure} “${item.surface}” ${item.verdict}`).toBe(
          true,
        );
        expect(item.selfConflicts, `${seed}: ${item.surface}`).toBeUndefined();
      }
  });

  it('never compares a source with itself', () => {
    for (const seed of SEEDS)
      for (const item of reports.get(seed)!.items) expect(item.against.map((a) => a.document)).not.toContain(seed);
  });
});
