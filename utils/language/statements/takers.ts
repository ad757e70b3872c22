/** Who took part in a way that a sentence names: the subject of "joined", the object of "briefed"; those in a list (listed.ts). */
import { otherSideOf } from './calls.ts';
import {
  GROUP_BEHIND,
  GROUP_REACH,
  hasGroup,
  hasGroupBefore,
  isAtMeeting,
  isCompany,
  isCoordinated,
  isWithGroup,
  isWithOther,
  personBetween,
  personWithGroup,
  TITLE_WORDS,
} from './company.ts';
import type { CompiledFact } from './compiled.ts';
import type { ReaderInput } from './context.ts';
import { partStart } from './frame.ts';
import { isOfMeeting, OPENING_WORDS, sitsBefore, type Taker, TITLE_BEHIND } from './listed.ts';
import { hasPhrase, longestAt, type Match, matchesAt, type Pattern } from './patterns.ts';
import { bodyAt, namedAbove, officeHolder, ownerOfBody, personMeant } from './persons.ts';
import { findSubject, listEndingWith } from './subject.ts';
import { gapBefore, type Referent, referentAt, type SentenceView } from './view.ts';
import type { Way } from './ways.ts';

/** "joined the meeting in Paris on Thursday by phone": words between the verb and the way. */
const VERB_REACH = 14;
/** "by phone, Trump joined": words between the way and the verb behind it. */
const VERB_BEHIND = 10;
/** "spoke to President Trump": words between a verb and whom it reaches. */
const OBJECT_REACH = 4;
/** "was then telephoned": words between the two. */
const PASSIVE_REACH = 2;
/** "By phone." and the like: longer sentences have a subject of their own. */
const LONGEST_FRAGMENT = 8;

/** Who took part in this way. */
export function takersOf(
  input: ReaderInput,
  at: number,
  way: Way,
  ways: readonly Way[],
  measure: CompiledFact,
): Taker[] {
  const view = input.views[at]!;
  const { participation } = input.words;
  if (isOfMeeting(view, way, input)) return [];
  if (isTravel(view, way, participation.travel)) return subjectsOf(input, at, way.from);
  if (isTravel(view, way, participation.arrive))
    return isCompany(input, at, measure) ? subjectsOf(input, at, way.from) : [];
  const call = otherSideOf(view, way, input);
  if (call) return [{ person: call, verb: way.from }];
  if (isWithOther(view, way, input)) return [];
  // "filled the screen", "dialled in": the way is what its subject does.
  if (hasPhrase(participation.itself, view.tokens, way.from, way.to) && isCompany(input, at, measure)) {
    const subjects = subjectsOf(input, at, way.from);
    if (subjects.length) return subjects;
  }
  const start = Math.max(partStart(view, way.from), way.from - VERB_REACH);
  // "by phone, and Witkoff, in person": the nouns of another way are no verbs.
  const verb = (patterns: readonly Pattern[]) => {
    const found = nearestBefore(view, patterns, start, way.from);
    return found && ways.some((w) => w !== way && w.from <= found.from && found.to <= w.to && isNoun(view, w, input))
      ? null
      : found;
  };
  const isFrom = way.value === 'remote' && hasPhrase(participation.from, view.tokens, way.from, way.from + 1);
  const joined = verb(isFrom ? participation.afar : participation.join);
  if (isFrom && !joined) return [];
  const itself = verbItself(view, participation.reach, way);
  const reached = verb(participation.reachTo) ?? verb(participation.reach);
  const talked = verb(participation.converse);
  const spoke = talked && !isDetermined(view, talked.from, input) ? talked : null;
  const inCompany = () => isCompany(input, at, measure);
  for (const reach of [itself, reached]) {
    const object = reach && objectOf(input, at, reach.to, reach === itself ? view.tokens.length : way.from);
    if (object && hasGroupBefore(view, reach.from, input)) return [{ person: object, verb: reach.from }];
  }
  // "Donald Trump was telephoned": those who meet did it.
  if (itself && isPassive(view, itself, input)) return inCompany() ? subjectsOf(input, at, way.from) : [];
  if (itself) return hasGroup(view, way.to, way.to + GROUP_BEHIND, input) ? subjectsOf(input, at, way.from) : [];
  // "was consulted in a video call": those who meet did that too; "was informed by telephone afterwards": not at the meeting.
  if (reached && !itself && isPassive(view, reached, input))
    return inCompany() && !hasPhrase(participation.later, view.tokens) ? subjectsOf(input, at, reached.from) : [];
  const between = personBetween(view, way, input);
  if (between) return [{ person: between, verb: way.from }];
  const held = objectBehind(view, way, input);
  if (held && spoke && hasGroupBefore(view, spoke.from, input)) return [{ person: held, verb: spoke.from }];
  const together = spoke && personWithGroup(view, spoke.from, input);
  if (together) return [{ person: together, verb: spoke.from }];
  if (spoke && (!joined || spoke.from >= joined.from)) {
    const inside = isWithGroup(view, spoke, way, input) || isAtMeeting(view, way, input);
    // "stayed in Brussels and spoke by video": to those who meet elsewhere.
    if (!inside && joined && hasPhrase(participation.stay, view.tokens, joined.from, joined.to))
      return inCompany() ? subjectsOf(input, at, joined.from) : [];
    if (!inside || hasPhrase(participation.apart, view.tokens)) return [];
    const subjects = subjectsOf(input, at, spoke.from);
    return subjects.length ? subjects : subjectBehind(view, spoke.from, way, input);
  }
  // "Starmer joined digitally and Trump by phone": the verb is the other one's.
  const isApart = /;/.test(gapBefore(view, way.from));
  const beside = isApart ? undefined : (bodyAt(view, way.from - 1, input) ?? referentAt(view, way.from - 1));
  if (joined && beside?.kind === 'person' && isCoordinated(view, beside, input))
    return inCompany() ? listTo(view, beside, joined.from, input) : [];
  if (joined && inCompany()) {
    const subjects = subjectsOf(input, at, joined.from);
    return subjects.length ? subjects : subjectBehind(view, joined.from, way, input);
  }
  if (!joined && !reached && !spoke) {
    // "Trump, by telephone, lectures Europe about oil": whoever is spoken to may be named behind the way.
    const toGroup = [0, 1, 2].some((k) => speaksToGroup(view, participation.converse, way.to + k, input));
    if (beside?.kind === 'person' && (toGroup || inCompany()))
      return isActedOn(view, beside, input) ? [] : listTo(view, beside, way.from, input);
    return inCompany() ? takersBehind(input, at, way) : [];
  }
  return [];
}

/** "Joined the talks", "Tuesday's Paris talks": a noun, whose verb stands before it. */
function isDetermined(view: SentenceView, token: number, input: ReaderInput): boolean {
  const before = view.tokens[token - 1]?.word ?? '';
  return (
    input.words.subject.articles.has(before) || before.endsWith("'s") || referentAt(view, token - 1)?.kind === 'country'
  );
}

/** "Macron showed Trump on a screen where …", "a film of Trump on a screen": another person acts, or another thing is seen. */
function isActedOn(view: SentenceView, person: Referent, input: ReaderInput): boolean {
  const before = view.tokens[person.from - 1]?.word ?? '';
  if (input.words.raw.participation.toward.includes(before) || isCoordinated(view, person, input)) return false;
  if (input.words.subject.prepositions.has(before) && !bodyAt(view, person.from - 2, input)) return true;
  return view.referents.some(
    (r) => r.kind === 'person' && !r.attributive && r.from >= partStart(view, person.from) && r.to <= person.from,
  );
}

/** "was telephoned", "had been rung"; not "was telephoned by Macron", which is another conversation. */
const isPassive = (view: SentenceView, verb: Match, input: ReaderInput): boolean =>
  hasPhrase(input.words.participation.passive, view.tokens, verb.from - PASSIVE_REACH, verb.from) &&
  !view.referents.some((r) => r.kind === 'person' && r.from >= verb.to);

const isTravel = (view: SentenceView, way: Way, verbs: readonly Pattern[]): boolean =>
  way.value === 'in-person' && hasPhrase(verbs, view.tokens, way.from, way.to);

/** "Macron, Starmer and von der Leyen in person": the names joined to the one beside the way. */
const listTo = (view: SentenceView, last: Referent, verb: number, input: ReaderInput): Taker[] =>
  listEndingWith(view, last, input.words.subject, (r) => r.kind === 'person').names.map((person) => ({ person, verb }));

/** "by phone": the way begins with a preposition, so what is in it is no verb. */
const isNoun = (view: SentenceView, way: Way, input: ReaderInput): boolean =>
  input.words.subject.prepositions.has(view.tokens[way.from]!.word);

function speaksToGroup(view: SentenceView, patterns: readonly Pattern[], at: number, input: ReaderInput): boolean {
  const end = longestAt(patterns, view.tokens, at);
  return end !== null && hasGroup(view, end, end + GROUP_BEHIND, input);
}

/** "telephoned", "rang": the way is the verb. */
function verbItself(view: SentenceView, patterns: readonly Pattern[], way: Way): Match | null {
  return longestAt(patterns, view.tokens, way.from) === way.to ? { from: way.from, to: way.to } : null;
}

/** "Speaking by video, Donald Trump told them": the subject of what follows. */
function subjectBehind(view: SentenceView, verb: number, way: Way, input: ReaderInput): Taker[] {
  // "Joining them by phone was US President Donald Trump."
  const named = view.referents.find((r) => r.kind === 'person' && r.from > way.to);
  if (named && named.from - way.to <= TITLE_BEHIND + 1 && sitsBefore(view, named.from, input))
    return [{ person: named, verb }];
  if (verb !== 0 && !/[,;:–—(]/.test(gapBefore(view, verb))) return [];
  for (let k = way.to; k < Math.min(view.tokens.length, way.to + GROUP_REACH); k++) {
    if (!/,/.test(gapBefore(view, k))) continue;
    const person = view.referents.find((r) => r.kind === 'person' && r.from >= k && r.from <= k + TITLE_WORDS);
    return person ? [{ person, verb }] : [];
  }
  return [];
}

/** "By phone, Trump joined the meeting": the person and verb behind the way. */
function takersBehind(input: ReaderInput, at: number, way: Way): Taker[] {
  const view = input.views[at]!;
  const isFragment = view.tokens.length <= LONGEST_FRAGMENT && !view.referents.some((r) => r.kind === 'person');
  if (isFragment && way.from <= OPENING_WORDS)
    return namedAbove(input, at).map((person) => ({
      person: { ...person, from: way.from, to: way.from },
      verb: way.from,
    }));
  // "Only a voice on the line, …", "It was by video that …": a word or two may stand before it.
  const opens = way.from <= OPENING_WORDS && !view.referents.some((r) => r.from < way.from);
  if (!opens && !/[,:;–—(]/.test(gapBefore(view, way.from))) return [];
  // "In a phone call with the leaders, Trump asked them to …": whoever opens what follows was on the other end.
  if (input.words.raw.participation.toward.includes(view.tokens[way.to]?.word ?? '')) {
    const others = view.referents.find((r) => r.kind === 'person' && r.from > way.to);
    if (others && hasGroup(view, way.to, Math.min(others.from, way.to + GROUP_BEHIND), input)) {
      const subject = subjectBehind(view, way.from, way, input);
      if (subject.length) return subject;
    }
  }
  for (let k = way.to; k < Math.min(view.tokens.length, way.to + VERB_BEHIND); k++) {
    // "By phone, the leaders heard Trump."
    const reached = longestAt(input.words.participation.reach, view.tokens, k);
    const object = reached === null ? null : objectOf(input, at, reached, view.tokens.length);
    if (object && hasGroup(view, way.to, k, input)) return [{ person: object, verb: k }];
    if (
      longestAt(input.words.participation.join, view.tokens, k) !== null ||
      speaksToGroup(view, input.words.participation.converse, k, input)
    )
      return subjectsOf(input, at, k).filter(({ person }) => person.from >= way.to);
  }
  return [];
}

function nearestBefore(view: SentenceView, patterns: readonly Pattern[], start: number, end: number): Match | null {
  let best: Match | null = null;
  for (let k = start; k < end; k++)
    for (const { to } of matchesAt(patterns, view.tokens, k))
      if (to <= end && (!best || k > best.from || to > best.to)) best = { from: k, to };
  return best;
}

function subjectsOf(input: ReaderInput, at: number, verb: number): Taker[] {
  const view = input.views[at]!;
  // "thanked them for coming to Paris": others came.
  const before = view.tokens[verb - 1]?.word ?? '';
  if (input.words.subject.prepositions.has(before) && !input.words.raw.infinitive.includes(before)) return [];
  const words = { ...input.words.subject, pronouns: new Set(input.words.raw.personalPronouns) };
  const subject = findSubject(view, verb, words, (r) => r.kind === 'person');
  const people = !subject
    ? [...ownerOfBody(input, at, verb), ...officeHolder(input, at, verb)].slice(0, 1)
    : subject.pronoun
      ? personMeant(input, at, verb)
      : subject.names;
  return people.map((person) => ({ person, verb }));
}

/** The one person behind a verb, before the way; "him" stands for the one person named before. */
function objectOf(input: ReaderInput, at: number, from: number, before: number): Referent | null {
  const view = input.views[at]!;
  const object = view.referents.find((r) => r.kind === 'person' && r.from >= from && r.from < from + OBJECT_REACH);
  if (object) return object.to <= before ? object : null;
  if (!input.words.raw.objectPronouns.includes(view.tokens[from]?.word ?? '') || from >= before) return null;
  const meant = personMeant(input, at, from)[0];
  return meant ? { ...meant, from, to: from + 1 } : null;
}

/** "held a video call with Trump". */
function objectBehind(view: SentenceView, way: Way, input: ReaderInput): Referent | null {
  const next = view.tokens[way.to]?.word;
  if (next === undefined || !input.words.subject.prepositions.has(next)) return null;
  const object = view.referents.find((r) => r.kind === 'person' && r.from > way.to && r.from <= way.to + OBJECT_REACH);
  return object ?? null;
}
