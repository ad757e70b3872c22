/** Which person words stand for that are no name: "he", "his face", "a phone call with him", "Trump? By phone." */
import type { EntityRule } from '../pack-rules.ts';
import type { ReaderInput } from './context.ts';
import { partStart } from './frame.ts';
import { gapBefore, type Referent, referentAt, type SentenceView } from './view.ts';

/** "Then he joined": the pronoun opens its sentence, a word or two aside. */
const OPENING_WORDS = 3;
/** "President Donald Trump's famous face filled the screen": words between face and verb, and between owner and face. */
const BODY_REACH = 6;
const OWNER_REACH = 2;
/** "Donald Trump?", "And the American president, Donald Trump?": a sentence that only names somebody. */
const LONGEST_NAMING = 8;

const isPerson = (r: Referent) => r.kind === 'person';

/** In one paragraph, or a paragraph that answers the heading above it: "What about Trump?" */
const goesOn = (before: SentenceView, here: SentenceView): boolean =>
  before.block === here.block || (before.sentence.question && before.tokens.length <= LONGEST_NAMING);

/** The only person of these, by the last mention; empty where there are several. */
const onlyOne = (people: readonly Referent[]): Referent[] =>
  new Set(people.map((r) => r.entity)).size === 1 ? [people.at(-1)!] : [];

/**
 * The person a pronoun before the verb stands for: the only one named before it in the sentence, else the only one in the
 * sentence before, else, for a pronoun that opens its sentence, the one who opens the sentence before.
 */
export function personMeant(input: ReaderInput, at: number, verb: number): Referent[] {
  const { views } = input;
  const view = views[at]!;
  const here = view.referents.filter((r) => isPerson(r) && r.to <= verb);
  if (here.length) return onlyOne(here);
  const before = views[at - 1];
  if (!before || !goesOn(before, view)) return [];
  const there = onlyOne(before.referents.filter(isPerson));
  if (there.length) return there;
  const opens = view.tokens
    .slice(0, OPENING_WORDS)
    .some((token) => input.words.raw.personalPronouns.includes(token.word));
  return opens ? opener(before, input) : [];
}

/** "US President Donald Trump told them …": the one person with whom a sentence opens. */
function opener(view: SentenceView, input: ReaderInput): Referent[] {
  const { capitals, joiners } = input.words.subject;
  const first = view.referents.find(isPerson);
  if (!first || first.attributive || joiners.has(view.tokens[first.to]?.word ?? '')) return [];
  for (let k = 0; k < first.from; k++) if (!capitals.has(view.tokens[k]!.word) && !referentAt(view, k)) return [];
  return [first];
}

/** Sentences of the paragraph in which whoever holds an office was named. */
const OFFICE_BEFORE = 2;
/** "The prime minister nipped to the station, took the first train, took his seat": words between the office and its last verb. */
const OFFICE_FAR = 24;
/** "The prime minister then travelled": words between office and verb. */
const OFFICE_REACH = 2;

/**
 * "Starmer has told MPs … The prime minister travelled to Paris", "That is how they read Merz: the chancellor has ruled it out": the
 * only holder of that office whom the sentences before name, or this one before a colon.
 */
export function officeHolder(input: ReaderInput, at: number, verb: number): Referent[] {
  const view = input.views[at]!;
  const opens = partStart(view, verb, OFFICE_FAR);
  if (opens === null) return [];
  const article = input.words.subject.articles.has(view.tokens[opens]?.word ?? '') ? 1 : 0;
  // The office opens what it stands in, with an article or without: "the French president" is somebody else.
  const from = opens + article;
  const office = input.words.raw.offices.find((words) => matches(view, from, words));
  if (!office || from >= verb) return [];
  const to = from + office.split(' ').length;
  // "The prime minister hurried to the station, took his seat": nobody else came in between.
  const others = view.referents.some((r) => isPerson(r) && r.from >= to && r.from < verb);
  if (to > verb || (verb - to > OFFICE_REACH && (others || !/,/.test(gapBefore(view, verb))))) return [];
  const title = input.words.raw.officeTitles[office] ?? office;
  const people = [
    ...input.views.slice(Math.max(0, at - OFFICE_BEFORE), at).filter(({ block }) => block === view.block),
    { referents: view.referents.filter((r) => r.to <= opens) },
  ]
    .flatMap(({ referents }) => referents.filter(isPerson))
    .filter(({ entity }) => holds(input.context.entities.get(entity)?.roles, title));
  return onlyOne(people).map((person) => ({ ...person, from, to }));
}

const matches = ({ tokens }: SentenceView, from: number, words: string): boolean =>
  words.split(' ').every((word, i) => tokens[from + i]?.word === word);

const holds = (roles: EntityRule['roles'], office: string): boolean =>
  roles?.some(({ title }) => title.toLowerCase().startsWith(office)) ?? false;

/** "Trump's face", "the voice of Trump", "his voice": whose face or voice it is that does what the verb says. */
export function ownerOfBody(input: ReaderInput, at: number, verb: number): Referent[] {
  const view = input.views[at]!;
  const start = Math.max(partStart(view, verb), verb - BODY_REACH);
  for (let k = verb - 1; k >= start; k--) {
    const owner = bodyAt(view, k, input);
    if (owner) return [owner];
    if (isBody(view, k, input) && input.words.raw.possessives.includes(view.tokens[k - 1]?.word ?? ''))
      return personMeant(input, at, k);
  }
  return [];
}

const isBody = (view: SentenceView, token: number, input: ReaderInput) =>
  input.words.raw.participation.bodies.includes(view.tokens[token]?.word ?? '');

/** The owner of the face or voice that token `at` names; null where it is none, or nobody's. */
export function bodyAt(view: SentenceView, at: number, input: ReaderInput): Referent | null {
  if (!isBody(view, at, input)) return null;
  for (let k = at - 1; k >= 0 && at - k <= OWNER_REACH; k--) {
    const owner = referentAt(view, k);
    if (owner && isPerson(owner) && owner.attributive) return owner;
    if (owner) break;
  }
  if (!input.words.raw.sets.of.includes(view.tokens[at + 1]?.word ?? '')) return null;
  const { capitals } = input.words.subject;
  for (let k = at + 2; k < view.tokens.length; k++) {
    const owner = referentAt(view, k);
    if (owner && isPerson(owner)) return owner;
    if (!owner && !capitals.has(view.tokens[k]!.word)) return null;
  }
  return null;
}

/** "Donald Trump? By phone.": the only person of a sentence that does nothing but name them. */
export function namedAbove({ views }: ReaderInput, at: number): Referent[] {
  const before = views[at - 1];
  if (!before || !goesOn(before, views[at]!) || before.tokens.length > LONGEST_NAMING) return [];
  if (!before.sentence.question && !/:\s*$/.test(gapBefore(before, before.tokens.length))) return [];
  return onlyOne(before.referents.filter(isPerson));
}
