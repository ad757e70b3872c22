/** What numbers count in ordinary wordings of news (fixtures/news-figures.ts): verbs, nouns and clauses freely combined. */
import { describe, expect, it } from 'vitest';
import { engineFor } from '../../corpus/engine.ts';
import { readPage } from '../../corpus/read-page.ts';
import { openPackByName } from '../tools/packs.ts';
import { NEWS_FIGURES } from './fixtures/news-figures.ts';

const corpus = openPackByName();

describe('what a number in the news counts', () => {
  it.each(NEWS_FIGURES)('%s %s', async (date, text, figures) => {
    const block = (id: number, line: string) => ({ id, text: line, kind: 'paragraph' as const, section: 0 });
    const blocks = [block(0, text), block(1, 'The coalition of the willing is for Ukraine.')];
    const dates = [{ source: 'meta' as const, value: date }];
    const page = readPage({ url: '', dates, language: 'en', title: '', blocks }, engineFor(await corpus.rules()));
    for (const [printed, ...measures] of figures) {
      const figure = page.figures.find(({ quantity: q }) => q.block === 0 && q.surface.includes(printed));
      expect(figure, `${printed} is read`).toBeDefined();
      expect(measures, printed).toContain(figure?.classified?.measure ?? null);
    }
  });
});
