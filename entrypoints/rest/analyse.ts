/** Drafts, and pages that the quick way could not answer: packs are being installed, the database is damaged, or there is none. */
import { analysePage } from '../../corpus/analyse.ts';
import { loadWords } from '../../utils/extension/interface-words.ts';
import type { AnalyseAnswer, DraftText, PageText } from '../../utils/extension/protocol.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import type { Words } from '../../utils/words/types.ts';
import { corpusHere, PREPARING_PATIENCE_MS, preparedWithin } from './corpus.ts';

/** Nothing of the page is kept. */
export const analyse = async (page: PageText): Promise<AnalyseAnswer> => compare(page, (await loadWords()).words);

/** A draft is read as a page without an address, in English, the one language that is read. Nothing of it is kept. */
export async function checkDraft({ date, blocks }: DraftText): Promise<AnalyseAnswer> {
  const dates = date ? [{ source: 'json-ld' as const, value: date }] : [];
  const { words } = await loadWords();
  return compare({ url: '', title: '', language: 'en', dates, blocks }, draftWords(words));
}

async function compare(page: PageText, words: Words): Promise<AnalyseAnswer> {
  const { corpus } = corpusHere();
  const state = await preparedWithin(PREPARING_PATIENCE_MS);
  if (state.state === 'preparing') return { ok: false, reason: 'preparing', corpus: state };
  if (state.state === 'unavailable') return { ok: false, reason: state.reason, corpus: state };
  return { ok: true, report: await analysePage(page, corpus, { words }), corpus: corpus.state() };
}
