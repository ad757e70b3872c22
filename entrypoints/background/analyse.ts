/** Requests of the readers: what is on this page, and what the badge should say. */
import { browser } from 'wxt/browser';
import { analysePage } from '../../corpus/analyse.ts';
import { showConflicts } from '../../utils/extension/badge.ts';
import { type Sender, tabOf, tellPages } from '../../utils/extension/messages.ts';
import type { AnalyseAnswer, PageText } from '../../utils/extension/protocol.ts';
import { makeWords } from '../../utils/words/index.ts';
import { corpusHere, PREPARING_PATIENCE_MS, preparedWithin } from './corpus.ts';

const words = makeWords(browser.i18n.getUILanguage());

/** Nothing of the page is kept. */
export async function analyse(page: PageText): Promise<AnalyseAnswer> {
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
