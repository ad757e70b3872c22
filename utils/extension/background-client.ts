/** What the reader asks of the background. */
import { ask, NobodyThere, RequestFailed } from './messages.ts';
import type { AnalyseAnswer, PageText } from './protocol.ts';
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

/** Has the cards' script brought into this page; done when it is there. */
export async function bringCards(): Promise<void> {
  await ask('bring-cards', null).catch(ignoreAbsence);
}

function ignoreAbsence(error: unknown): void {
  if (!(error instanceof NobodyThere)) throw error;
}
