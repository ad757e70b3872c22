/** Those who meet, as a sentence names them: whether a person spoke with them, or with somebody else. */
import type { CompiledFact } from './compiled.ts';
import type { ReaderInput } from './context.ts';
import { partStart } from './frame.ts';
import { hasPhrase, longestAt, type Match } from './patterns.ts';
import { gapBefore, type Referent, referentAt, type SentenceView } from './view.ts';
import type { Way } from './ways.ts';

/** Those who meet stand this near before the verb, or behind it. */
export const GROUP_REACH = 9;
/** "by video to the assembled leaders". */
export const GROUP_BEHIND = 5;
/** "US President Donald Trump": words of a title before the name. */
export const TITLE_WORDS = 3;

/** A paragraph goes on about its meeting for so many sentences, and may name it one late. */
const COMPANY_BEFORE = 5;
const COMPANY_BEHIND = 1;

/** Words of the meeting stand in the sentence, the one before it, or near it in its paragraph. */
export function isCompany({ views }: ReaderInput, at: number, measure: CompiledFact): boolean {
  const has = (k: number) => hasPhrase(measure.cues, views[k]?.tokens ?? []);
  if (has(at) || has(at - 1)) return true;
  for (let k = at - COMPANY_BEFORE; k <= at + COMPANY_BEHIND; k++)
    if (views[k]?.block === views[at]!.block && has(k)) return true;
  return false;
}

/** "on the phone with Moscow", "by phone to Zelensky": another conversation. */
export function isWithOther(view: SentenceView, way: Way, input: ReaderInput): boolean {
  const { toward } = input.words.raw.participation;
  // "a call with" may hold the preposition itself.
  if (![way.to - 1, way.to].some((k) => toward.includes(view.tokens[k]?.word ?? ''))) return false;
  const end = way.to + GROUP_BEHIND;
  const other = view.referents.find(
    (r) => (r.kind === 'person' || r.kind === 'country') && r.from >= way.to && r.from < end,
  );
  if (!other) return false;
  // "connected by video to Thursday's Paris meeting": the place names the meeting, not another party.
  if (other.kind === 'country' && isOfAMeeting(view, other.to, input)) return false;
  // "with Trump and the leaders", but "with Trump after the meeting".
  const joined = input.words.subject.joiners.has(view.tokens[other.to]?.word ?? '');
  if (hasGroup(view, way.to, joined ? end : other.to, input)) return false;
  // "The leaders spoke by phone with Trump": those who meet are the ones who speak.
  const speaker = view.referents.filter((r) => r.kind === 'person' && r.to <= way.from).at(-1);
  return !hasGroup(view, Math.max(speaker?.to ?? 0, way.from - GROUP_REACH), way.from, input);
}

/** Words between a place and the meeting that it names: "Paris coalition meeting". */
const PLACE_OF_MEETING = 2;

const isOfAMeeting = (view: SentenceView, at: number, { words }: ReaderInput): boolean =>
  [...Array(PLACE_OF_MEETING + 1).keys()].some(
    (k) => at + k < view.tokens.length && longestAt(words.participation.meeting, view.tokens, at + k) !== null,
  );

/** "Spoke by videoconference at Thursday's coalition talks": words up to the meeting. */
const TO_THE_MEETING = 8;

/** Whether it says right behind the way that this was at a meeting. */
export function isAtMeeting(view: SentenceView, way: { to: number }, { words }: ReaderInput): boolean {
  if (!words.raw.participation.during.includes(view.tokens[way.to]?.word ?? '')) return false;
  const end = Math.min(view.tokens.length, way.to + TO_THE_MEETING);
  for (let k = way.to + 1; k < end; k++) {
    if (/[,;:]/u.test(gapBefore(view, k))) return false;
    if (longestAt(words.participation.meeting, view.tokens, k) !== null) return true;
  }
  return false;
}

/** "Trump and the leaders conferred", "the leaders and Trump held": the person who is joined to the group. */
export function personWithGroup(view: SentenceView, verb: number, input: ReaderInput): Referent | null {
  const { joiners } = input.words.subject;
  const joins = (at: number) => joiners.has(view.tokens[at]?.word ?? '');
  const near = view.referents.filter((r) => r.kind === 'person' && r.to <= verb && verb - r.to <= GROUP_REACH);
  const before = (r: Referent) => joins(r.to) && hasGroup(view, r.to, verb, input);
  const behind = (r: Referent) =>
    r.to === verb && isCoordinated(view, r, input) && hasGroup(view, r.from - GROUP_BEHIND, r.from, input);
  return near.length === 1 && (before(near[0]!) || behind(near[0]!)) ? near[0]! : null;
}

/** Behind a comma or "and", titles aside. */
export function isCoordinated(view: SentenceView, person: Referent, input: ReaderInput): boolean {
  const { joiners, capitals } = input.words.subject;
  for (let k = person.from - 1; k >= 0 && k >= person.from - TITLE_WORDS; k--) {
    if (/,/.test(gapBefore(view, k + 1)) || joiners.has(view.tokens[k]!.word)) return true;
    if (!capitals.has(view.tokens[k]!.word) && !referentAt(view, k)) return false;
  }
  return false;
}

/** The other side of the conversation is those who meet: "spoke with the leaders by video", "spoke by video to the summit". */
export function isWithGroup(view: SentenceView, verb: Match, way: Way, input: ReaderInput): boolean {
  if (hasGroup(view, verb.to, way.from, input)) return true;
  // "spoke to Starmer by phone before the leaders met"
  if (view.referents.some((r) => r.kind === 'person' && r.from >= verb.to && r.to <= way.from)) return false;
  const next = view.tokens[way.to]?.word ?? '';
  if (input.words.raw.participation.toward.includes(next)) {
    // "speaking by phone to reporters, mocked the meeting"
    let end = way.to + 1;
    while (end < way.to + GROUP_BEHIND && end < view.tokens.length && !/,/u.test(gapBefore(view, end))) end++;
    return hasGroup(view, way.to, end, input);
  }
  // "speaking by video, told the coalition"
  const told = longestAt(input.words.participation.converse, view.tokens, way.to);
  if (told !== null) return hasGroup(view, told, told + GROUP_BEHIND, input);
  // "Starmer, speaking by video from London, co-chaired the meeting"
  if (!/,/u.test(gapBefore(view, verb.from))) return false;
  const end = Math.min(view.tokens.length, way.to + GROUP_BEHIND);
  for (let k = way.to; k < end; k++) {
    if (!/,/u.test(gapBefore(view, k))) continue;
    const took = longestAt(input.words.participation.afar, view.tokens, k);
    return took !== null && hasGroup(view, took, took + GROUP_BEHIND, input);
  }
  return false;
}

/** "a video conference between European leaders and Donald Trump". */
export function personBetween(view: SentenceView, way: Way, input: ReaderInput): Referent | null {
  if (!input.words.raw.participation.between.includes(view.tokens[way.to]?.word ?? '')) return null;
  const end = way.to + GROUP_REACH;
  const people = view.referents.filter((r) => r.kind === 'person' && r.from > way.to && r.to <= end);
  return people.length === 1 && hasGroup(view, way.to, end, input) ? people[0]! : null;
}

/** Those who meet, or at least two people, stand before the verb. */
export function hasGroupBefore(view: SentenceView, verb: number, input: ReaderInput): boolean {
  const start = Math.max(partStart(view, verb), verb - GROUP_REACH);
  if (hasGroup(view, start, verb, input)) return true;
  return view.referents.filter((r) => r.kind === 'person' && r.from >= start && r.to <= verb).length > 1;
}

export const hasGroup = (view: SentenceView, from: number, to: number, input: ReaderInput): boolean =>
  hasPhrase(input.words.participation.group, view.tokens, from, to) ||
  hasPhrase(input.words.participation.meeting, view.tokens, from, to) ||
  view.referents.some((r) => r.kind === 'coalition' && r.from >= from && r.to <= to);
