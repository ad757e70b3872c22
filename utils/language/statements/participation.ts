/** How people took part in a meeting: "Trump joined by phone", "the hosts briefed him by video", "Starmer, in the room". */
import type { EntityRule } from '../pack-rules.ts';
import type { Statement } from '../types.ts';
import type { CompiledFact } from './compiled.ts';
import { eventScope, type ReaderInput, spokenBy } from './context.ts';
import { isNegated, modalityOf, partEnd, unsaidBecause } from './frame.ts';
import { takersListed } from './listed.ts';
import { hasPhrase, longestAt } from './patterns.ts';
import { namedAbove } from './persons.ts';
import { takersOf } from './takers.ts';
import { gapBefore, placeOf, type Referent, type SentenceView } from './view.ts';
import { type Way, waysIn } from './ways.ts';

/** "did not join", "was never in the room": words before the verb in which a denial counts. */
const NEGATOR_REACH = 3;

/** Participation of every person on a page, in order of the text; `measureIdOf` names the measure of one. */
export function readParticipation(
  input: ReaderInput,
  measure: CompiledFact,
  measureIdOf: (person: EntityRule) => string,
): Statement[] {
  const found: Statement[] = [];
  input.views.forEach((view, at) => {
    if (view.sentence.question || !mayNameSomebody(view, at, input)) return;
    if (hasPhrase(measure.antiCues, view.tokens)) return;
    const seen = new Set<string>();
    const ways = waysIn(view, measure, input);
    const told = ways.map((way) => ({ way, takers: takersOf(input, at, way, ways, measure) }));
    const listed = ways.map((way) => ({ way, takers: takersListed(view, way, input) }));
    for (const { way, takers } of [...told, ...listed]) {
      if (isNegated(view, way.from, 1, input.words.frame)) continue;
      for (const { person, verb } of takers) {
        const entity = input.context.entities.get(person.entity);
        if (!entity || seen.has(entity.id)) continue;
        if (!isSaid(view, person, verb, way, input)) continue;
        seen.add(entity.id);
        const place = placeOf(view, way.from, way.to);
        found.push({
          ...place,
          kind: 'fact',
          surface: view.text.slice(place.start, place.end),
          measure: measureIdOf(entity),
          subject: entity.id,
          scope: eventScope(input.context, place),
          value: way.value,
          ...spokenBy(input.context, place),
          modality: modalityOf(view, verb, input.words.frame, true),
          because: [`“${view.text.slice(place.start, place.end)}” of ${entity.name}`],
        });
      }
    }
  });
  return found;
}

/** A person, a pronoun, an office, or a sentence of a few words below one that only names somebody. */
function mayNameSomebody(view: SentenceView, at: number, input: ReaderInput): boolean {
  const { objectPronouns, possessives, offices } = input.words.raw;
  return (
    view.referents.some((r) => r.kind === 'person') ||
    view.tokens.some(
      ({ word }) =>
        input.words.subject.pronouns.has(word) ||
        objectPronouns.includes(word) ||
        possessives.includes(word) ||
        offices.some((office) => office.split(' ').at(-1) === word),
    ) ||
    namedAbove(input, at).length > 0
  );
}

/** Not denied, asked, supposed or said of another conversation. */
function isSaid(view: SentenceView, person: Referent, verb: number, way: Way, input: ReaderInput): boolean {
  const { frame } = input.words;
  const from = Math.min(person.from, verb);
  if (unsaidBecause(view, from, verb, { ...frame, unsaid: input.words.denials })) return false;
  if (isNegated(view, verb, negatorReach(view, verb, input), frame)) return false;
  if (isUndone(view, way, input)) return false;
  for (let k = verb; k < way.from; k++)
    if (hasPhrase(frame.negators, view.tokens, k, k + 1) && !isAlternative(view, k, way.from, input)) return false;
  return true;
}

/** "was to join by telephone on Thursday evening, but in the end did not": words between. */
const UNDONE_REACH = 8;

/** "was expected to join by telephone but did not". "Joined by phone but did not speak" did. */
function isUndone(view: SentenceView, way: Way, { words }: ReaderInput): boolean {
  const end = partEnd(view, way.from);
  for (let k = way.to; k < Math.min(end, way.to + UNDONE_REACH); k++) {
    const to = longestAt(words.participation.undone, view.tokens, k);
    if (to !== null && (to === end || /[,.–—]/.test(gapBefore(view, to)))) return true;
  }
  return false;
}

/** "did not attend but spoke": a contrast ends what is denied. */
function negatorReach(view: SentenceView, verb: number, input: ReaderInput): number {
  for (let back = 1; back <= NEGATOR_REACH; back++)
    if (input.words.raw.contrasts.includes(view.tokens[verb - back]?.word ?? '')) return back - 1;
  return NEGATOR_REACH;
}

/** "not by phone but by video": the negator belongs to the other way. */
const isAlternative = (view: SentenceView, negator: number, way: number, input: ReaderInput): boolean =>
  view.tokens.slice(negator, way).some((token) => input.words.raw.contrasts.includes(token.word));
