/** What the readers of facts and stances are given beside the words of a sentence. */
import type { EntityRule } from '../pack-rules.ts';
import type { DateRange, EventReference, Place, Reading, Speaker } from '../types.ts';
import type { CompiledWords } from './compiled.ts';
import type { SentenceView } from './view.ts';

export interface StatementContext {
  entities: Map<string, EntityRule>;
  eventAt(place: Place): EventReference;
  speakerAt(place: Place): Speaker | null;
  pageDate: DateRange | null;
}

export interface ReaderInput {
  reading: Reading;
  views: readonly SentenceView[];
  words: CompiledWords;
  context: StatementContext;
}

/** The speaker, for a statement to carry where there is one. */
export function spokenBy(context: StatementContext, place: Place): { speaker?: Speaker } {
  const speaker = context.speakerAt(place);
  return speaker ? { speaker } : {};
}

/** The scope of a fact of an event; empty where the event is not known, so that nothing is compared. */
export function eventScope(context: StatementContext, place: Place): Record<string, string> {
  const { event } = context.eventAt(place);
  return event ? { event } : {};
}
