/** Who took part, told by a list: "In the room: Starmer and Tusk", "Around the table sat Starmer". */
import type { ReaderInput } from './context.ts';
import { partStart } from './frame.ts';
import { listStartingNear } from './subject.ts';
import { gapBefore, type Referent, referentAt, type SentenceView } from './view.ts';
import type { Way } from './ways.ts';

/** Who took part, and the token of the verb, for negation and modality. */
export interface Taker {
  person: Referent;
  verb: number;
}

/** "Also present in the room": words before the way that opens a list. */
export const OPENING_WORDS = 3;
/** Words between the way and the list. */
const LIST_REACH = 14;
/** "came the American president, Donald Trump": words of a title between a verb and the name behind it. */
export const TITLE_BEHIND = 3;

/** "In the room: Starmer and Tusk", "Around the table sat Starmer": weaker than what is said of a person. */
export const takersListed = (view: SentenceView, way: Way, input: ReaderInput): Taker[] =>
  (isOfMeeting(view, way, input) ? [] : listedBehind(view, way, input)).map((person) => ({ person, verb: way.from }));

function listedBehind(view: SentenceView, way: Way, input: ReaderInput): Referent[] {
  const isPerson = (r: Referent) => r.kind === 'person';
  if (partStart(view, way.from) !== way.from && way.from > OPENING_WORDS) return [];
  for (let k = way.to; k < Math.min(view.tokens.length, way.to + LIST_REACH); k++) {
    if (/:/.test(gapBefore(view, k))) return listStartingNear(view, k, 0, input.words, isPerson, { commas: true });
    if (isPerson(referentAt(view, k) ?? ({ kind: 'other' } as Referent)))
      return sitsBefore(view, k, input) ? listStartingNear(view, k, 0, input.words, isPerson) : [];
  }
  return [];
}

/** "sat Starmer", "came US President Donald Trump". */
export function sitsBefore(view: SentenceView, person: number, input: ReaderInput): boolean {
  for (let k = person - 1; k >= 0 && person - k <= TITLE_BEHIND + 1; k--) {
    if (input.words.raw.participation.sit.includes(view.tokens[k]!.word)) return true;
    if (!input.words.subject.capitals.has(view.tokens[k]!.word) && !referentAt(view, k)) return false;
  }
  return false;
}

/** "was held entirely online": words between. */
const HELD_REACH = 2;

/** "The meeting was held online": how it was held, not how anybody took part; not "the leaders held a call with Trump". */
export function isOfMeeting(view: SentenceView, way: Way, input: ReaderInput): boolean {
  const { held, passive } = input.words.raw.participation;
  return view.tokens.slice(Math.max(0, way.from - HELD_REACH), way.from).some(({ word }, k, near) => {
    if (!held.includes(word)) return false;
    const at = way.from - near.length + k;
    return (
      passive.includes(view.tokens[at - 1]?.word ?? '') ||
      !input.words.subject.articles.has(near[k + 1]?.word ?? view.tokens[way.from]!.word)
    );
  });
}
