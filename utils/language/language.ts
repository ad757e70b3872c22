/** What a language must bring: its words for every step of reading. English is `en/index.ts`; the engine has none of it. */

import type { DateWords } from './dates.ts';
import type { EventWords } from './events.ts';
import type { MeasureWords } from './measures/rules.ts';
import type { ModalityWords } from './modality.ts';
import type { NameWords } from './names.ts';
import type { QuantityWords } from './quantities.ts';
import type { SentenceWords } from './sentences.ts';
import type { AttributionWords } from './speaker.ts';
import type { StatementWords } from './statements.ts';

export interface Language {
  /** BCP 47, the primary tag: "en". */
  code: string;
  sentences: SentenceWords;
  names: NameWords;
  quantities: QuantityWords;
  dates: DateWords;
  /** Words before the date in a dateline: "published", "updated". */
  dateLabel: RegExp;
  events: EventWords;
  measures: MeasureWords;
  attribution: AttributionWords;
  modality: ModalityWords;
  statements: StatementWords;
}
