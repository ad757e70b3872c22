/** Where countries stand: "Italy will not send troops", "Polish soldiers will not be going", "open to peacekeepers". */
import { indexOf } from '../reading-index.ts';
import type { Statement } from '../types.ts';
import { answersIn } from './answers.ts';
import type { CompiledStance, CompiledWords } from './compiled.ts';
import { type ReaderInput, spokenBy } from './context.ts';
import { isDeniedOwner, isNegated, isPast, modalityOf, unsaidBecause } from './frame.ts';
import { missionOf } from './missions.ts';
import { findPatterns, hasPhrase, type Match, type Pattern } from './patterns.ts';
import { officeHolder } from './persons.ts';
import { findSubject, type Subject } from './subject.ts';
import { gapBefore, placeOf, type Referent, referentAt, type SentenceView } from './view.ts';

/** "Polish combat soldiers": words between the owner and what it owns. */
const OWNER_REACH = 3;
/** A negator this near before a value turns it. */
const NEGATOR_REACH = 3;
/** "has never ruled out": nearer, as much else may stand before a refusal. */
const REFUSAL_NEGATOR_REACH = 2;
/** The topic must be named in the block or so many blocks before it. */
const TOPIC_BLOCKS = 3;

/** A date this long before the page's says that the position is not today's. */
const LONG_AGO_DAYS = 7;
const DAY = 86_400_000;

interface Position extends Match {
  value: string;
  countries: Referent[];
  subject: number;
  own: boolean;
  /** Where the words that say it do not name it themselves. */
  mission?: string;
}

/** Stances of one measure on a page, in order. */
export function readStances(input: ReaderInput, measure: CompiledStance): Statement[] {
  const { views, words } = input;
  const topical = new Set(views.filter((view) => hasPhrase(measure.cues, view.tokens)).map((view) => view.block));
  const found: Statement[] = [];
  views.forEach((view, at) => {
    if (!isTopical(view.block, topical) || isElsewhere(views, at, measure)) return;
    const positions = keepClear([...positionsIn(input, at, measure)]);
    for (const position of positions) {
      const mission = position.mission ?? missionOf(view, position, measure, words);
      if (mission === null || !hasPhrase(measure.objects, view.tokens)) continue;
      const place = placeOf(view, position.from, position.to);
      for (const name of position.countries) {
        const country = name.country;
        if (!country || measure.notSubjects.has(country)) continue;
        const said = name.kind === 'person' ? { speaker: speakerOf(view, name) } : spokenBy(input.context, place);
        const holder = said.speaker?.entity
          ? input.context.entities.get(said.speaker.entity)?.country === country
          : false;
        found.push({
          ...place,
          kind: 'stance',
          surface: view.text.slice(place.start, place.end),
          measure: measure.rule.id,
          scope: { country },
          value: position.value,
          ...longAgo(view, input),
          ...(mission ? { mission } : {}),
          ...(holder ? { officeHolder: true } : {}),
          ...said,
          modality: modalityOf(view, position.from, words.frame, false),
          because: [`“${view.text.slice(place.start, place.end)}” of ${country}`],
        });
      }
    }
  });
  return found;
}

/** Said with a date long before the page's: as of then. */
function longAgo(view: SentenceView, { reading, context }: ReaderInput): { asOf?: string } {
  if (!context.pageDate) return {};
  const edge = new Date(Date.parse(context.pageDate.from) - LONG_AGO_DAYS * DAY).toISOString().slice(0, 10);
  const dates = indexOf(reading).datesIn(view.sentence);
  const date = dates.find((d) => d.end <= view.sentence.end && d.range.to < edge);
  return date ? { asOf: date.range.to } : {};
}

const speakerOf = (view: SentenceView, name: Referent) => {
  const place = placeOf(view, name.from, name.to);
  return { start: place.start, end: place.end, entity: name.entity, text: view.text.slice(place.start, place.end) };
};

function isTopical(block: number, topical: ReadonlySet<number>): boolean {
  for (let k = 0; k <= TOPIC_BLOCKS; k++) if (topical.has(block - k)) return true;
  return false;
}

/** Another theatre is named in the sentence or the one before it, and this topic is not. */
function isElsewhere(views: readonly SentenceView[], at: number, measure: CompiledStance): boolean {
  const view = views[at]!;
  if (hasPhrase(measure.antiCues, view.tokens)) return true;
  const before = views[at - 1];
  if (!before || before.block !== view.block || hasPhrase(measure.cues, view.tokens)) return false;
  return hasPhrase(measure.antiCues, before.tokens);
}

function* positionsIn(input: ReaderInput, at: number, measure: CompiledStance): Generator<Position> {
  const { views, words } = input;
  const view = views[at]!;
  const refusal = measure.values.at(-1)?.value ?? null;
  const isCountry = (r: Referent) => r.country !== null && !measure.notSubjects.has(r.country);
  for (const { country, ...answer } of answersIn(input, at, measure, isCountry))
    yield { ...answer, countries: [country], subject: answer.from, own: false };
  for (const { value, cues, own, ownDenied } of measure.values) {
    for (const { pattern, ...match } of findPatterns(cues, view.tokens, words.stops)) {
      const subject = subjectOf(input, at, match.from, measure.notSubjects);
      if (!subject) continue;
      const position = { ...match, value, countries: subject.names, subject: subject.from, own: false };
      const read = framed(view, position, pattern, refusal, words);
      if (read) yield read;
    }
    for (const [patterns, onlyDenied] of [[own, false] as const, [ownDenied, true] as const])
      for (const { pattern, ...match } of findPatterns(patterns, view.tokens, words.stops)) {
        const owner = ownerOf(views, at, match.from, words);
        if (!owner) continue;
        // "No Italian soldiers will go": the refusal stands before the owner.
        const denied = isDeniedOwner(view, owner.from, words.frame);
        if ((denied && refusal === null) || (onlyDenied && !denied)) continue;
        const position = {
          ...match,
          value: denied ? refusal! : value,
          countries: [owner],
          subject: owner.from,
          own: true,
        };
        if (denied && value === refusal && !onlyDenied) continue;
        const read = framed(view, position, pattern, denied ? null : refusal, words, denied);
        if (read) yield read;
      }
  }
}

/** Null where the words are a question, a wish or how things stood, or are denied; "neither" turns an offer into a refusal. */
function framed(
  view: SentenceView,
  position: Position,
  pattern: Pattern,
  refusal: string | null,
  words: CompiledWords,
  denied = false,
): Position | null {
  const subject = Math.min(position.subject, position.from);
  if (unsaidBecause(view, subject, position.from, words.frame) || isPast(view, subject, position.from, words.frame))
    return null;
  if (denied) return position;
  const neither = view.tokens.slice(Math.max(0, subject - 1), subject).some((t) => words.raw.neither.includes(t.word));
  if (position.value === refusal)
    return neither || isNegated(view, position.from, REFUSAL_NEGATOR_REACH, words.frame) ? null : position;
  if (neither) return refusal === null ? null : { ...position, value: refusal };
  const before = isNegated(view, position.from, NEGATOR_REACH, words.frame);
  const inside = hasPhrase(words.frame.negators, view.tokens, position.from, position.to) && !saysNot(pattern, words);
  return before || inside ? null : position;
}

/** Values that are said with a negator ("has not decided") have it in their pattern. */
const saysNot = (pattern: Pattern, words: CompiledWords): boolean =>
  pattern.source.split(/[^\p{L}']+/u).some((word) => words.raw.negators.includes(word));

function subjectOf(input: ReaderInput, at: number, from: number, notSubjects: ReadonlySet<string>): Subject | null {
  const { views, words } = input;
  const view = views[at]!;
  const wanted = (r: Referent) =>
    (r.kind === 'country' || r.kind === 'person') && r.country !== null && !notSubjects.has(r.country);
  const subject = findSubject(view, from, words.subject, wanted);
  if (!subject) {
    const [holder] = officeHolder(input, at, from);
    return holder && wanted(holder) ? { names: [holder], from: holder.from, pronoun: false } : null;
  }
  if (!subject.pronoun) return subject;
  const antecedent = onlyCountryNear(views, at, subject.from, wanted);
  return antecedent ? { names: [antecedent], from, pronoun: true } : null;
}

/**
 * The one country named before the word at `from` in the sentence, or else in the sentence before: "It will not send troops". Whoever
 * was named in another sentence stands where that word stands.
 */
function onlyCountryNear(
  views: readonly SentenceView[],
  at: number,
  from: number,
  wanted: (referent: Referent) => boolean,
): Referent | null {
  const here = views[at]!.referents.filter((r) => wanted(r) && r.to <= from);
  const before = views[at - 1];
  const there = before && before.block === views[at]!.block ? before.referents.filter(wanted) : [];
  const named = here.length > 0 ? here : there;
  const last = named.at(-1);
  if (!last || new Set(named.map((r) => r.country)).size > 1) return null;
  return here.length > 0 ? last : { ...last, from, to: from + 1 };
}

/** "Polish soldiers", "soldiers from Poland", "its soldiers". */
function ownerOf(views: readonly SentenceView[], at: number, from: number, words: CompiledWords): Referent | null {
  const view = views[at]!;
  if (referentAt(view, from)?.kind === 'country') return referentAt(view, from)!;
  for (let k = from - 1; k >= 0 && from - k <= OWNER_REACH; k--) {
    if (/[,;:–—]/.test(gapBefore(view, k + 1))) return null;
    const referent = referentAt(view, k);
    if (referent)
      return referent.kind === 'country' && (referent.attributive || referent.to === from) ? referent : null;
    if (words.raw.possessives.includes(view.tokens[k]!.word))
      return onlyCountryNear(views, at, k, (r) => r.country !== null);
  }
  const behind = view.tokens[from + 1]?.word === 'from' ? referentAt(view, from + 2) : undefined;
  return behind?.kind === 'country' ? behind : null;
}

/** Overlapping readings: the last value (the no) wins, else the longest; yes and no of one country in one part: the no. */
function keepClear(positions: readonly Position[]): Position[] {
  const rank = (p: Position) => p.to - p.from;
  const sorted = [...positions].sort((a, b) => rank(b) - rank(a));
  const kept: Position[] = [];
  for (const position of sorted)
    if (!kept.some((k) => k.from < position.to && position.from < k.to && sharesCountry(k, position)))
      kept.push(position);
  return kept.sort((a, b) => a.from - b.from);
}

const sharesCountry = (a: Position, b: Position) =>
  a.countries.some((x) => b.countries.some((y) => x.country === y.country));
