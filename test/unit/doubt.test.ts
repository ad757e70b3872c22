import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { makeWords } from '../../utils/words/index.ts';
import { openPackByName } from '../tools/packs.ts';

const corpus = openPackByName('seeds');
const TOPIC = 'The Coalition of the Willing for Ukraine met in Paris on Thursday.';

async function figuresOf(text: string, date = '2025-09-05') {
  const blocks = [TOPIC, text].map((line, id) => ({ id, text: line, kind: 'paragraph' as const, section: 0 }));
  const page = { url: '', dates: [{ source: 'meta' as const, value: date }], language: 'en', title: '', blocks };
  const { items } = await analysePage(page, corpus, { words: makeWords('en') });
  return items
    .filter(({ kind, block }) => kind === 'figure' && block === 1)
    .map(({ measure, verdict }) => `${measure} ${verdict}`);
}

describe('a figure whose measure is in doubt', () => {
  it.each([
    ['says what the sources say', 'Twenty-six partners, and a plan.', ['troop-pledging-countries agrees']],
    ['says what no source says', 'Twenty-three partners, and a plan.', ['null only here']],
    ['is a round number', 'Thirty partners, and a plan.', ['null only here']],
    ['counts something else', 'Twenty-six settlements, and a plan.', ['null only here']],
    ['is denied', 'It is not true that 26 armies are packing.', ['troop-pledging-countries only here']],
    ['is bare, exact and rare', 'And how many, exactly? Twenty-six.', ['troop-pledging-countries agrees']],
    ['is bare and round', 'And how many, exactly? Thirty.', ['null only here']],
    ['is bare, and no source says it', 'And how many, exactly? Twenty-three.', ['null only here']],
    ['is bare and hedged', 'And how many, roughly? About twenty-six, I hear.', ['null only here']],
  ])('%s: %s', async (_, text, expected) => {
    expect(await figuresOf(text)).toEqual(expected);
  });

  it('of a part of what was counted is not that count', async () => {
    const text = 'They said 26 countries have pledged to send troops. No more than ten of the 26 would send soldiers.';
    expect((await figuresOf(text))[1]).toBe('null only here');
  });
});

describe('lists of those in the room', () => {
  it('say of each of them how they took part', async () => {
    const blocks = [
      'The Coalition of the Willing for Ukraine met in Paris.',
      'Alexander Stubb joined the talks by video.',
    ].map((line, id) => ({ id, text: line, kind: 'paragraph' as const, section: 0 }));
    const dates = [{ source: 'meta' as const, value: '2025-09-05' }];
    const page = { url: '', dates, language: 'en', title: '', blocks };
    const { items } = await analysePage(page, corpus, { words: makeWords('en') });
    expect(items.filter(({ kind }) => kind === 'fact').map(({ measure, verdict }) => [measure, verdict])).toEqual([
      ['stubb-participation-mode', 'conflicts'],
    ]);
  });
});
