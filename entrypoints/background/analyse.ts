/** Requests of the readers: what is on this page, and what the badge should say. */
import { analysePage } from '../../corpus/analyse.ts';
import type { BundledPack } from '../../corpus/install.ts';
import { type QuickCorpus, quickCorpus } from '../../corpus/quick-corpus.ts';
import { loadBackgroundWords } from '../../utils/extension/background-words.ts';
import { showConflicts } from '../../utils/extension/badge.ts';
import { isGateOf } from '../../utils/extension/gate.ts';
import { type Sender, tabOf, tellPages } from '../../utils/extension/messages.ts';
import { readOwnJson } from '../../utils/extension/own-files.ts';
import type { AnalyseAnswer, PageText, WireAnswer } from '../../utils/extension/protocol.ts';
import { packReport } from '../../utils/extension/report-wire.ts';
import type { ReportWords } from '../../utils/words/background-words.ts';
import { cardTable } from '../../utils/words/card-table.ts';
import { rest } from './load-rest.ts';

const INDEX = 'packs/index.json';

let quick: Promise<QuickCorpus | null> | null = null;

/** Nothing of the page is kept. The cards' texts come with the report where the cards do not have them. */
export async function analyse(page: PageText): Promise<WireAnswer> {
  const { words, table } = await loadBackgroundWords();
  const answer = await compare(page, words);
  if (!answer.ok) return answer;
  const packed = { ...answer, report: packReport(answer.report) };
  return answer.report.onTopic && table ? { ...packed, words: cardTable(words.locale, table) } : packed;
}

/**
 * Most starts find the packs in place: then nothing of what makes or mends the database is loaded. Where they are not, or the
 * database fails meanwhile, the rest of the background sees to it.
 */
async function compare(page: PageText, words: ReportWords): Promise<AnalyseAnswer> {
  quick ??= openQuickly();
  const corpus = (await quick)?.corpus;
  if (corpus)
    try {
      return { ok: true, report: await analysePage(page, corpus, { words }), corpus: corpus.state() };
    } catch {
      // A closed connection, a damaged database: looked into below.
    }
  quick = null;
  return (await rest()).analyse(page);
}

async function openQuickly(): Promise<QuickCorpus | null> {
  const opened = await quickCorpus(async () => ((await readOwnJson(INDEX)) as { packs: BundledPack[] }).packs);
  // A worker that was killed in the midst of changing packs left something to be done.
  if (opened && (opened.untidy || !(await isGateOf(opened.editions))))
    void rest().then((loaded) => loaded.answer('corpus-state', null));
  return opened;
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
