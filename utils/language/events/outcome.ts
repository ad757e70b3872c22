/** What can be told of a meeting, and which of the pack's events it is where several may be. */
import type { EventReference, Span } from '../types.ts';
import { type Candidate, hasCue, onlyBest, pointsAt, support } from './candidates.ts';
import type { PageMeetings, SentenceMeetings } from './index-page.ts';
import type { Meeting } from './meetings.ts';

/** Longer dates ("in March", "this week") hold several meetings: they leave out, but do not choose by themselves. */
export const DAY_SPAN = 3;
/** "In Paris in September": a month chooses where it holds one event that the sentence speaks for. */
export const MONTH_SPAN = 31;

/** `known`: an event of the pack. `other`: a meeting that is none of them. `open`: a meeting, and nothing tells which. */
export type Outcome =
  | { state: 'known'; reference: EventReference }
  | { state: 'other'; cue?: string }
  | { state: 'open' };

export const known = (candidate: Candidate, basis: EventReference['basis']): Outcome => ({
  state: 'known',
  reference: { event: candidate.id, basis },
});

/** The outcome with the words that gave it; what has some keeps them. */
export function saidBy<O extends Outcome | null>(outcome: O, text: string, { start, end }: Span): O {
  if (outcome?.state === 'known' && !outcome.reference.cue)
    return { ...outcome, reference: { ...outcome.reference, cue: text.slice(start, end) } };
  if (outcome?.state === 'other' && !outcome.cue) return { ...outcome, cue: text.slice(start, end) };
  return outcome;
}

/** Events beside the topic's own count only where the sentence has one of their cues, or points at them. */
export const eligible = (candidate: Candidate, meeting: Meeting | null, here: SentenceMeetings): boolean =>
  !candidate.needsCue ||
  hasCue(candidate, here.folded) ||
  (meeting !== null && meeting.kinds.length > 0 && pointsAt(candidate, meeting));

/** The one that the sentence's words speak for; the page's own event where they do not tell. */
export function best(candidates: readonly Candidate[], here: SentenceMeetings, page: PageMeetings): Candidate | null {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const chosen = onlyBest(
    candidates,
    (c) => support(c, here.folded) + (c.needsCue && !hasCue(c, here.folded) ? -10 : 0),
  );
  if (chosen) return chosen;
  return page.current && candidates.includes(page.current) ? page.current : null;
}
