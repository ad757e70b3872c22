/** What the reader asks of the background. */
import { ask, NobodyThere, RequestFailed } from './messages.ts';
import type { AnalyseAnswer, Focus, PageText } from './protocol.ts';
import { parseAnalyseAnswer } from './report-schema.ts';

/** Throws `NobodyThere` where the extension is gone, `RequestFailed` where the analysis is. */
export async function analysePage(page: PageText): Promise<AnalyseAnswer> {
  const answer = parseAnalyseAnswer(await ask('analyse', page));
  if (!answer) throw new RequestFailed('the answer was not understood');
  return answer;
}

/** For the badge and the panel; nobody has to be there. */
export async function tellChange(conflicts: number | null): Promise<void> {
  await ask('reader-changed', { conflicts }).catch(ignoreAbsence);
}

/** Has the packs prepared; the gate comes with them. Nobody has to be there. */
export async function askForPacks(): Promise<void> {
  await ask('prepare-packs', null).catch(ignoreAbsence);
}

/** Call in the first turn of a click. False where this browser opens no panel from a page (Firefox). */
export async function openPanel(focus: Focus): Promise<boolean> {
  return (await ask('open-panel', focus)).opened;
}

function ignoreAbsence(error: unknown): void {
  if (!(error instanceof NobodyThere)) throw error;
}
