/** Requests of the readers: what is on this page, and what the badge should say. */
import { browser } from 'wxt/browser';
import { analysePage } from '../../corpus/analyse.ts';
import { showConflicts } from '../../utils/extension/badge.ts';
import { type Sender, tabOf, tellPages } from '../../utils/extension/messages.ts';
import type { AnalyseAnswer, DraftText, PageText } from '../../utils/extension/protocol.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import { makeWords, type Words } from '../../utils/words/index.ts';
import { corpusHere, PREPARING_PATIENCE_MS, preparedWithin } from './corpus.ts';

const words = makeWords(browser.i18n.getUILanguage());

/** Nothing of the page is kept. */
export const analyse = (page: PageText): Promise<AnalyseAnswer> => compare(page, words);

/** A draft is read as a page without an address, in English, the one language that is read. Nothing of it is kept. */
export const checkDraft = ({ date, blocks }: DraftText): Promise<AnalyseAnswer> => {
  const dates = date ? [{ source: 'json-ld' as const, value: date }] : [];
  return compare({ url: '', title: '', language: 'en', dates, blocks }, draftWords(words));
};

async function compare(page: PageText, words: Words): Promise<AnalyseAnswer> {
  const { corpus } = corpusHere();
  const state = await preparedWithin(PREPARING_PATIENCE_MS);
  if (state.state === 'preparing') return { ok: false, reason: 'preparing', corpus: state };
  if (state.state === 'unavailable') return { ok: false, reason: state.reason, corpus: state };
  const report = await analysePage(page, corpus, { words });
  return { ok: true, report, corpus: corpus.state() };
}

export async function noteChange(
  { conflicts }: { conflicts: number | null },
  sender: Sender,
): Promise<{ noted: true }> {
  const tab = tabOf(sender);
  if (tab !== null) {
    await showConflicts(tab, conflicts);
    tellPages('tab-changed', { tab });
  }
  return { noted: true };
}
