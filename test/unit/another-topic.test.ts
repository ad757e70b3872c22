/** The engine knows no topic: a pack on something else, written by following the guide, reads an article of its own rightly. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Verdict } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';
import { PACK_DIRECTORY } from '../tools/packs.ts';

const climate = readPackDirectory(join(PACK_DIRECTORY, '../examples/climate-finance-pledges'));
const bundled = readPackDirectory(PACK_DIRECTORY);

const page = (paragraphs: string[], date: string) => ({
  url: 'https://news.example/article',
  dates: [{ source: 'json-ld' as const, value: date }],
  language: 'en',
  title: '',
  blocks: paragraphs.map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 })),
});
const read = (paragraphs: string[], date: string, ...packs: (typeof climate)[]) =>
  analysePage(page(paragraphs, date), memoryCorpus(packs), { words: makeWords() });

const AFTER_BAKU = [
  'After two weeks of climate talks in Baku, rich countries agreed on a new goal of $200 billion a year by 2035 for poorer nations.',
  'The decision calls on all actors to reach at least $1.3 trillion a year by 2035 from public and private sources.',
  'The old goal, agreed in Copenhagen, was $100 billion a year by 2020.',
  'The OECD says that developed countries provided and mobilised $115.9 billion in 2022. For the year before, by the same count, rich nations mobilised $75 billion in 2021.',
  'Economists say that developing countries need about $1.3 trillion a year by 2035.',
  'The United States had pledged $3 billion to the Green Climate Fund, and Britain promised £1.2 billion to the Green Climate Fund.',
  'Germany pledged $100 million to the loss and damage fund, and Japan pledged $25 million to the loss and damage fund.',
  'The hall had room for 4,000 delegates.',
];

describe('a pack on another topic', async () => {
  const report = await read(AFTER_BAKU, '2024-11-26', climate);

  it.each<[string, string | null, Verdict]>([
    ['$200 billion', 'annual-goal', 'conflicts'],
    ['at least $1.3 trillion', 'wider-sum', 'agrees'],
    ['$100 billion', 'annual-goal', 'agrees'],
    ['$115.9 billion', 'finance-provided', 'agrees'],
    ['$75 billion', 'finance-provided', 'conflicts'],
    ['about $1.3 trillion', 'finance-needed', 'agrees'],
    ['$3 billion', 'green-fund-country', 'agrees'],
    ['£1.2 billion', 'green-fund-country', 'changed since'],
    ['$100 million', 'damage-fund-country', 'agrees'],
    ['$25 million', 'damage-fund-country', 'conflicts'],
    ['4,000 delegates', null, 'only here'],
  ])('%s: %s %s', (surface, measure, verdict) => {
    const item = report.items.find((one) => one.surface === surface);
    expect([item?.measure, item?.verdict]).toEqual([measure, verdict]);
  });

  it('knows the names of its world', () => {
    expect(new Set(report.mentions.map((mention) => mention.entity))).toEqual(
      new Set([
        'oecd',
        'united-states',
        'united-kingdom',
        'germany',
        'japan',
        'green-climate-fund',
        'loss-and-damage-fund',
      ]),
    );
  });

  it('compares a count with what was counted at the time', async () => {
    const { items } = await read(
      [
        'At the climate conference, the Green Climate Fund said that its replenishment stands at $9.3 billion pledged by 25 countries.',
      ],
      '2023-12-14',
      climate,
    );
    expect(items.map((item) => [item.measure, item.verdict])).toEqual([
      ['green-fund-total', 'conflicts'],
      ['green-fund-donors', 'conflicts'],
    ]);
    const october = await read(
      [
        'At a conference in Bonn, the Green Climate Fund’s replenishment raised $9.3 billion, pledged by 25 countries for climate action in developing countries.',
      ],
      '2023-10-06',
      climate,
    );
    expect(october.items.map((item) => item.verdict)).toEqual(['agrees', 'agrees']);
  });

  it('says the same beside the bundled pack, and leaves that pack’s pages alone', async () => {
    expect(await read(AFTER_BAKU, '2024-11-26', bundled, climate)).toEqual(report);
    const summit = [
      'After the Paris meeting of the coalition of the willing, Emmanuel Macron said 30 countries had pledged troops for Ukraine, and Germany promised $100 million.',
    ];
    const alone = await read(summit, '2025-09-05', bundled);
    expect(alone.onTopic).toBe(true);
    expect(await read(summit, '2025-09-05', bundled, climate)).toEqual(alone);
  });
});
