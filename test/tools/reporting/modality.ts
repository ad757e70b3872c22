/** Whether what a report says of an event had happened when it was printed. Pure. */
import { daysOf } from '../../../corpus/comparable.ts';
import type { Modality } from '../../../utils/language/types.ts';
import { modalityOf } from './notes.ts';
import type { PackRules } from './rules.ts';

interface Dated {
  note?: string;
  modality?: Modality;
}

/** What a mend says; else what the note says; else `expected` where the report is older than the event it speaks of. */
export function claimModality(
  item: Dated,
  event: string | undefined,
  reportDate: string | undefined,
  rules: PackRules,
): Modality {
  if (item.modality) return item.modality;
  const noted = modalityOf(item.note);
  if (noted !== 'reported') return noted;
  const begins = event ? rules.entities.get(event)?.event?.from : undefined;
  return begins && reportDate && daysOf(reportDate).to < begins ? 'expected' : 'reported';
}
