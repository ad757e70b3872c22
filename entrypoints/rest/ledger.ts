/** For the panel's *Pledges*: computed when it is asked for, as it takes a few milliseconds, and kept nowhere. */
import { readLedgers } from '../../corpus/ledger.ts';
import { loadWords } from '../../utils/extension/interface-words.ts';
import type { LedgerAnswer } from '../../utils/extension/protocol.ts';
import { corpusHere, PREPARING_PATIENCE_MS, preparedWithin } from './corpus.ts';

export async function answerLedger(): Promise<LedgerAnswer> {
  const state = await preparedWithin(PREPARING_PATIENCE_MS);
  if (state.state === 'preparing') return { ok: false, reason: 'preparing', corpus: state };
  if (state.state === 'unavailable') return { ok: false, reason: state.reason, corpus: state };
  const { words } = await loadWords();
  return { ok: true, ledgers: await readLedgers(corpusHere().corpus, words) };
}
