/** Calls that a sentence tells of without a verb of its own: "a phone call with Trump rounded off the meeting". */
import { GROUP_BEHIND, hasGroup } from './company.ts';
import type { ReaderInput } from './context.ts';
import { partEnd, partStart } from './frame.ts';
import { hasPhrase } from './patterns.ts';
import { type Referent, referentAt, type SentenceView } from './view.ts';
import type { Way } from './ways.ts';

/** The person on the other side of a call that belongs to the meeting; null where it is two people's own. */
export function otherSideOf(view: SentenceView, way: Way, input: ReaderInput): Referent | null {
  const { participation } = input.words;
  const { raw, subject } = input.words;
  if (!raw.participation.withWhom.includes(view.tokens[way.to]?.word ?? '')) return null;
  let person: Referent | null = null;
  for (let k = way.to + 1; k < Math.min(view.tokens.length, way.to + 1 + GROUP_BEHIND) && !person; k++) {
    const named = referentAt(view, k);
    if (named?.kind === 'person') person = named;
    else if (!named && !subject.capitals.has(view.tokens[k]!.word)) return null;
  }
  if (!person) return null;
  const start = partStart(view, way.from);
  const end = partEnd(view, way.from);
  // "Zelensky's phone call with Trump", "Germany held a call with Trump"; not "the Paris meeting".
  const beside = view.referents.some(
    (r) => r.from >= start && r.to <= way.from && (r.kind === 'person' || (r.kind === 'country' && r.byName)),
  );
  if (beside || hasPhrase(participation.apart, view.tokens, start, end)) return null;
  // "a call with Trump and Putin": another conversation.
  const more = view.referents.some((r) => r !== person && r.kind === 'person' && r.from >= person.to && r.to <= end);
  if (more || hasPhrase(participation.beforehand, view.tokens, start, end)) return null;
  return hasGroup(view, start, way.from, input) || hasGroup(view, person.to, end, input) ? person : null;
}
