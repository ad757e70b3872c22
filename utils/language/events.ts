/**
 * Which meeting a stretch of text speaks of. A wrong event is far worse than none: where the text speaks of a meeting that
 * the pack does not know, or of nothing that can be told, there is no event.
 */
import { daysIn, overlaps } from './dates/calendar.ts';
import { byDate } from './events/by-date.ts';
import { type Candidate, contradicts, isCurrent, isRecent, pointsAt, support } from './events/candidates.ts';
import { meetingsOf, type PageMeetings, type SentenceMeetings } from './events/index-page.ts';
import type { Meeting } from './events/meetings.ts';
import { best, DAY_SPAN, eligible, known, type Outcome, saidBy } from './events/outcome.ts';
import type { EventWords } from './events/words.ts';
import { foldKey } from './fold.ts';
import type { EntityRule } from './pack-rules.ts';
import type { EventReference, Place, Reading, Span } from './types.ts';

export type { EventWords } from './events/words.ts';

/** How many sentences back a meeting is still spoken of, within one paragraph. */
const CARRY_SENTENCES = 3;

const noEvent = (cue?: string): EventReference => ({ event: null, basis: 'default', ...(cue && { cue }) });

/**
 * The event that the words at `place` speak of, or `event: null`.
 * Looks at the sentence, then back in its paragraph, then at the page's date.
 * @param entities the pack's entities; the events among them are the candidates, the others tell persons and the topic's own
 *   names from places. Pass the same array for all places of a page: what is read of the page is kept with it.
 */
export function findEvent(
  reading: Reading,
  place: Place,
  entities: readonly EntityRule[],
  words: EventWords,
): EventReference {
  const page = meetingsOf(reading, entities, words);
  const sentences = page.blocks.get(place.block) ?? [];
  const index = sentenceAt(sentences, place.start);
  const here = sentences[index];
  if (!here) return noEvent();

  const meeting = meetingFor(here, place);
  const inSentence = namedNear(here, place, page) ?? judged(meeting, here, page);
  if (inSentence?.state === 'known') return inSentence.reference;
  if (inSentence?.state === 'other') return noEvent(inSentence.cue);
  const dated = byDate(here, place, page, inSentence !== null);
  if (dated?.state === 'known') return dated.reference;
  if (dated?.state === 'other') return noEvent(dated.cue);
  if (!inSentence && startsElsewhere(here, place, page)) return noEvent();

  const carried = carriedOver(sentences, index, page, inSentence !== null);
  if (carried?.state === 'known') return carried.reference;
  if (carried?.state === 'other') return noEvent(carried.cue);
  if (!page.current || (!page.dated && !inSentence)) return noEvent();
  return { event: page.current.id, basis: inSentence ? 'page-date' : 'default' };
}

/** Index of the first sentence that ends after `offset` (binary search). */
function sentenceAt(sentences: readonly SentenceMeetings[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.sentence.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The meeting that the words at `place` go with: the nearest in their clause, else the nearest in the sentence. */
function meetingFor(here: SentenceMeetings, place: Place): Meeting | null {
  const distance = (m: Meeting) => {
    const gap = m.start >= place.end ? m.start - place.end : Math.max(0, place.start - m.end);
    const sameClause = place.start >= m.clause.start && place.start < m.clause.end;
    return gap + (sameClause ? 0 : here.sentence.end - here.sentence.start);
  };
  const nearest = (meetings: readonly Meeting[]) =>
    meetings.reduce<Meeting | null>((a, b) => (a && distance(a) <= distance(b) ? a : b), null);
  // "talks with the envoy during the conference": a meeting of two takes place at the larger one.
  // "Trump appeared by video conference": the way somebody took part is not the meeting.
  const meetings = here.meetings.filter((m) => m.start < place.start || m.end > place.end);
  const first = nearest(meetings);
  if (!first) return null;
  const beside = meetings.filter((m) => m !== first && m.clause.start === first.clause.start);
  if (first.bilateral) return nearest(beside.filter((m) => !m.bilateral)) ?? first;
  // "the ministers' meeting gathered …": the verb alone tells nothing that its noun does not tell better.
  const bare = first.verb && first.places.length === 0 && !first.date;
  return (bare && nearest(beside.filter((m) => !m.verb))) || first;
}

function namedNear(here: SentenceMeetings, place: Place, page: PageMeetings): Outcome | null {
  let best: SentenceMeetings['named'][number] | null = null;
  for (const named of here.named)
    if (!best || Math.abs(named.start - place.start) < Math.abs(best.start - place.start)) best = named;
  const candidate = best && page.candidates.find((c) => c.id === best.event);
  return best && candidate ? saidBy(known(candidate, 'name'), here.text, best) : null;
}

/** What `judge` says, with the meeting's own words. */
const judged = (meeting: Meeting | null, here: SentenceMeetings, page: PageMeetings): Outcome | null =>
  meeting &&
  saidBy(judge(meeting, here, page), here.text, meeting.date ? spanOf(meeting, meeting.date.mention) : meeting);

const spanOf = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Which event a meeting in the text is, by what its own words say. */
function judge(meeting: Meeting, here: SentenceMeetings, page: PageMeetings): Outcome {
  const fitting = page.candidates.filter((c) => !contradicts(c, meeting));
  const pointed = fitting.filter((c) => pointsAt(c, meeting));
  const specific = meeting.places.length + meeting.modifiers.length + meeting.kinds.length > 0;
  if (meeting.bilateral || fitting.length === 0) return { state: 'other' };
  if (meeting.date) {
    const outcome = judgeDated(meeting, meeting.date, fitting, here, page);
    if (outcome) return outcome;
  }
  const { pageDate, current } = page;
  if (specific) {
    if (current && pointed.includes(current) && !meeting.elsewhen)
      return known(best(pointed, here, page) ?? current, 'page-date');
    const recent = pageDate ? pointed.filter((c) => isRecent(c, pageDate)) : pointed;
    if (pageDate && meeting.elsewhen) return { state: 'other' };
    const latest = pageDate
      ? recent.reduce<Candidate | null>((a, b) => (!a || b.range.from > a.range.from ? b : a), null)
      : null;
    const chosen = latest ?? (recent.length === 1 ? recent[0]! : null);
    if (chosen) return eligible(chosen, meeting, here) ? known(chosen, 'name') : { state: 'other' };
    return current &&
      fitting.includes(current) &&
      pointed.length === 0 &&
      meeting.places.length + meeting.kinds.length === 0
      ? { state: 'open' }
      : { state: 'other' };
  }
  if (meeting.elsewhen) return { state: 'other' };
  return { state: 'open' };
}

function judgeDated(
  meeting: Meeting,
  { mention, near }: NonNullable<Meeting['date']>,
  fitting: readonly Candidate[],
  here: SentenceMeetings,
  page: PageMeetings,
): Outcome | null {
  const inRange = fitting.filter((c) => overlaps(c.range, mention.range) && eligible(c, meeting, here));
  if (daysIn(mention.range) <= DAY_SPAN) {
    const chosen = best(inRange, here, page);
    if (chosen) return known(chosen, 'date');
    return near || inRange.length > 1 || (meeting.verb && mention.range.to < (page.current?.range.from ?? ''))
      ? { state: 'other' }
      : null;
  }
  const { current } = page;
  if (current && inRange.includes(current) && !meeting.elsewhen) return null;
  const pointed = inRange.filter((c) => pointsAt(c, meeting) || support(c, here.folded) > 0);
  if (pointed.length === 1) return known(pointed[0]!, 'date');
  return near || !current || !overlaps(current.range, mention.range) ? { state: 'other' } : null;
}

/** "In Beijing, 26 leaders …": set in a place that is not the event's. */
function startsElsewhere(here: SentenceMeetings, place: Place, page: PageMeetings): boolean {
  const { sentence, text } = here;
  const clause = sentence.clauses.find((c) => place.start >= c.start && place.start < c.end) ?? sentence;
  const opening = page.words.placeFirst.exec(text.slice(clause.start, clause.end));
  const where = opening?.groups?.place;
  if (!where || !page.current || page.words.neutral.has(foldKey(where))) return false;
  // "In Ukraine, 26 countries …": a country by its own name is what the figure is about as often as where it was said.
  if (
    here.countries.has(foldKey(where)) ||
    here.dates.some((d) => d.start < clause.start + opening[0].length && d.end > clause.start)
  )
    return false;
  const meeting = { places: [foldKey(where)], modifiers: [], kinds: [], bilateral: false };
  return contradicts(page.current, { ...meeting, start: 0, end: 0, clause, elsewhen: false, date: null, verb: false });
}

/** The meeting that the paragraph was speaking of just before. */
function carriedOver(
  sentences: readonly SentenceMeetings[],
  index: number,
  page: PageMeetings,
  ofMeeting: boolean,
): Outcome | null {
  for (let back = 1; back <= CARRY_SENTENCES && index - back >= 0; back++) {
    const before = sentences[index - back]!;
    const end: Place = { block: before.sentence.block, start: before.sentence.end, end: before.sentence.end };
    const meeting = before.meetings.at(-1);
    const outcome = namedNear(before, end, page) ?? judged(meeting ?? null, before, page);
    if (!outcome || outcome.state === 'open') continue;
    if (outcome.state === 'other') {
      // It governs the next sentence, unless that one speaks of the page's own event, or it was a talk between two in passing.
      const passing =
        meeting?.bilateral || (page.current !== null && support(page.current, sentences[index]!.folded) > 0);
      return back === 1 && (!page.current || ofMeeting || !passing) ? outcome : null;
    }
    const { event } = outcome.reference;
    if (event === page.current?.id || back === 1 || ofMeeting) return outcome;
    return null;
  }
  return null;
}

/** Is the page about an event of the pack: dated on its days or just after? */
export function pageEvent(reading: Reading, entities: readonly EntityRule[], words: EventWords): EventReference {
  const { current, pageDate } = meetingsOf(reading, entities, words);
  const isIt = current !== null && pageDate !== null && isCurrent(current, pageDate);
  return isIt ? { event: current.id, basis: 'page-date' } : { event: null, basis: 'default' };
}
