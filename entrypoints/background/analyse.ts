/** Requests of the readers: what is on this page, and what the badge should say. */
import { analysePage } from '../../corpus/analyse.ts';
import { showConflicts } from '../../utils/extension/badge.ts';
import { loadWords } from '../../utils/extension/interface-words.ts';
import { type Sender, tabOf, tellPages } from '../../utils/extension/messages.ts';
import type { AnalyseAnswer, DraftText, PageText } from '../../utils/extension/protocol.ts';
import { cardTable } from '../../utils/words/card-words.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import type { Words } from '../../utils/words/types.ts';
import { corpusHere, PREPARING_PATIENCE_MS, preparedWithin } from './corpus.ts';

/** Nothing of the page is kept. The cards' texts come with the report where the cards do not have them. */
export async function analyse(page: PageText): Promise<AnalyseAnswer> {
  const { words, table } = await loadWords();
  const answer = await compare(page, words);
  return answer.ok && answer.report.onTopic && table ? { ...answer, words: cardTable(words.locale, table) } : answer;
}

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
