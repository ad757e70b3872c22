/** A page beside the reader's saved pages: apart from the report, and never its own source. */
import { beforeAll, describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { type Engine, engineFor } from '../../corpus/engine.ts';
import { compareSaved, measuresOf } from '../../corpus/saved-compare.ts';
import { draftOf } from '../../corpus/saved-draft.ts';
import { firstChoices, pageOf } from '../../corpus/saved-page.ts';
import type { ClaimRow } from '../../corpus/source.ts';
import type { ArticleText, SavedPage } from '../../utils/extension/protocol.ts';
import { makeWords } from '../../utils/words/index.ts';
import { openPackByName } from '../tools/packs.ts';

const words = makeWords('en');
const corpus = openPackByName('seeds');
let engine: Engine;
beforeAll(async () => {
  engine = engineFor(await corpus.rules());
});

const LEAD = 'The Coalition of the Willing for Ukraine met in Paris on 4 September, and Emmanuel Macron was the host.';

const text = (url: string, date: string, ...paragraphs: string[]): ArticleText => ({
  url,
  title: 'A page',
  outlet: 'Kept Courier',
  byline: '',
  summary: 'A page.',
  language: 'en',
  dates: [{ source: 'meta', value: date }],
  cut: false,
  blocks: [LEAD, ...paragraphs].map((one, id) => ({ id, text: one, kind: 'paragraph', section: 0 })),
});

function save(article: ArticleText, id: string): SavedPage {
  const draft = draftOf(article, { engine, words, id, earlier: null });
  return pageOf(draft, firstChoices(draft), new Date('2026-11-22T18:00:00Z'));
}

const rows = (...pages: SavedPage[]): ClaimRow[] =>
  pages.flatMap(({ document: { claims, ...head } }) =>
    claims.map((claim) => ({ pack: ':saved', claim, document: { ...head, pack: ':saved' } })),
  );

/** The comparison of a page, and its report. */
async function beside(article: ArticleText, ...pages: SavedPage[]) {
  const report = await analysePage(article, corpus, { words });
  const page = { url: article.url, date: report.page.date, items: report.items };
  return { report, comparison: compareSaved(page, rows(...pages), engine, words) };
}

const PLEDGE_41 = 'At the meeting about 41 countries had committed to deploying troops, officials said.';
const PLEDGE_26 = 'At the meeting 26 countries had committed to deploying troops, he said.';
const ITALY_NO = 'Giorgia Meloni repeated that Italy will not send soldiers to Ukraine.';
const ITALY_YES = 'Giorgia Meloni said that Italy will send troops to Ukraine as part of the reassurance force.';

describe('a saved page as a source', () => {
  it('conflicts with a figure of its measure, and is in no part of the report', async () => {
    const { report, comparison } = await beside(
      text('https://b.example/1', '2025-09-06', PLEDGE_26),
      save(text('https://a.example/1', '2025-09-05', PLEDGE_41), 'saved-a'),
    );
    const item = report.items.find(({ measure }) => measure === 'troop-pledging-countries')!;
    expect(comparison.items[item.id]).toMatchObject({
      verdict: 'conflicts',
      against: [{ document: 'saved-a', display: '≈ 41', verdict: 'conflicts' }],
    });
    expect(comparison.items[item.id]?.against[0]?.url).toMatch(/^https:\/\/a\.example\/1#:~:text=/);
    expect(comparison.documents['saved-a']?.outlet).toBe('Kept Courier');
    expect(JSON.stringify(report)).not.toMatch(/saved-a|Kept Courier/);
  });

  it('two of them are counted by themselves', async () => {
    const { report, comparison } = await beside(
      text('https://b.example/1', '2025-09-06', PLEDGE_26),
      save(text('https://a.example/1', '2025-09-05', PLEDGE_41), 'saved-a'),
      save(text('https://a.example/2', '2025-09-05', PLEDGE_26), 'saved-c'),
    );
    const item = report.items.find(({ measure }) => measure === 'troop-pledging-countries')!;
    expect(comparison.items[item.id]?.verdict).toBe('sources differ');
    expect(comparison.items[item.id]?.against.map(({ document }) => document).sort()).toEqual(['saved-a', 'saved-c']);
    expect(item.verdict).toBe('agrees');
  });

  it.each([
    ['by its address', 'https://a.example/1?utm_source=feed#top'],
    ['by its address with www', 'https://www.a.example/1'],
  ])('is not its own: %s', async (_, url) => {
    const saved = save(text('https://a.example/1', '2025-09-05', PLEDGE_41), 'saved-a');
    const { comparison } = await beside(text(url, '2025-09-05', PLEDGE_26), saved);
    expect(comparison).toEqual({ items: {}, documents: {} });
  });

  it('stances are compared too', async () => {
    const { report, comparison } = await beside(
      text('https://b.example/1', '2025-09-06', ITALY_NO),
      save(text('https://a.example/1', '2025-09-05', ITALY_YES), 'saved-a'),
    );
    const item = report.items.find(({ kind }) => kind === 'stance')!;
    expect(comparison.items[item.id]?.against).toMatchObject([{ document: 'saved-a', verdict: 'conflicts' }]);
  });

  it('of another time has changed since', async () => {
    const members = (n: number) => `The Coalition of the Willing now counts ${n} members.`;
    const { report, comparison } = await beside(
      text('https://b.example/1', '2026-03-06', members(52)),
      save(text('https://a.example/1', '2025-09-05', members(35)), 'saved-a'),
    );
    const item = report.items.find(({ measure }) => measure === 'coalition-members')!;
    expect(comparison.items[item.id]?.against).toMatchObject([{ verdict: 'changed since' }]);
  });

  it.each([
    ['what is asked is compared with nothing', 'Have 26 countries committed to deploying troops?'],
    ['what has no measure is compared with nothing', 'The call lasted 26 minutes.'],
    ['another measure is not comparable', 'The group now counts 52 members.'],
  ])('%s', async (_, paragraph) => {
    const { comparison } = await beside(
      text('https://b.example/1', '2025-09-06', paragraph),
      save(text('https://a.example/1', '2025-09-05', PLEDGE_41), 'saved-a'),
    );
    expect(comparison.items).toEqual({});
  });

  it('asks for the measures of the page, and those that count the same', async () => {
    const { report } = await beside(text('https://b.example/1', '2025-09-06', PLEDGE_26));
    expect(measuresOf(report.items, engine)).toEqual(
      expect.arrayContaining(['troop-pledging-countries', 'guarantee-giving-countries']),
    );
    expect(measuresOf([], engine)).toEqual([]);
  });
});
