/**
 * How near a cue stands to a figure: same clause before same sentence before neighbouring sentence before same paragraph, after
 * the number before in front of it, and not beyond another figure.
 */
import type { CueHit } from '../cues.ts';
import type { CueRule } from '../pack-rules.ts';
import { tokenAt } from '../tokens.ts';
import type { PlacedQuantity, Span } from '../types.ts';
import { type Figure, inside } from './figure.ts';
import { isDefinite, isDescribed, isWhole } from './parts.ts';
import type { CompiledGroup, CompiledMeasure, FigureRules } from './rules.ts';
import type { BlockView } from './view.ts';

/** A cue this many words away counts half of an adjacent one. */
const HALF_DISTANCE = 9;
/** Weight of a hit in the figure's clause, in its sentence, in a neighbouring sentence, elsewhere in the paragraph. */
const NEARNESS = { clause: 1, sentence: 0.72, neighbour: 0.5, paragraph: 0.38 } as const;
/** In the paragraph before it. */
const PARAGRAPH_BEFORE = 0.3;
/** English and its neighbours say who did what: what follows the number tells more of it than what precedes. */
const BEFORE = 0.85;
/** A cue beyond another figure belongs to that one first. */
const BEYOND_ANOTHER = 0.35;
/** A cue behind an aside is what its owner does, whatever weight the cue has. */
const BEYOND_ASIDE = 0.25;
/** An excluding cue further away than this many words says nothing of the figure. */
const ANTI_DISTANCE = 9;
/** "A coalition of about 30 states": hedges are part of the figure, an adjective may stand between. */
const ADJACENT = 1;
/** "Leaders of the 30 countries": so may an article, but no end of a clause ("of 12 countries; the coalition …"). */
function isAdjacent(hit: CueHit, { quantity, view, from, to }: Figure, rules: FigureRules): boolean {
  if (distanceTo(hit, from, to) > ADJACENT + (isDefinite(quantity, view, rules) ? 1 : 0)) return false;
  return !/[;.!?]/u.test(view.text.slice(quantity.end, Math.max(quantity.end, view.tokens[hit.from]!.start)));
}

/** Words between a hit and a figure; 0 where the hit is part of it. */
function distanceTo(hit: CueHit, from: number, to: number): number {
  return hit.from >= to ? hit.from - to : hit.to <= from ? from - hit.to : 0;
}

/**
 * Words that the examples of what is counted take up before a hit: "31 countries, including Norway and Japan, met in Paris". They
 * reach to the last name before the hit; 0 where there are none.
 */
function examplesBefore(hit: CueHit, { view, to, sentence }: Figure, rules: FigureRules): number {
  const closed = examplesUpTo(hit, { view, to, sentence }, rules);
  if (closed > 0) return closed;
  const begin = (view.hits.get(rules.examples) ?? []).find((one) => one.from === to);
  const place = view.tokens[hit.from]!;
  if (!begin || hit.from < begin.to || !inside(place, sentence)) return 0;
  const from = view.tokens[begin.to - 1]!.end;
  const last = view.mentions.filter((m) => m.start >= from && m.end <= place.start).at(-1);
  return last ? tokenAt(view.tokens, last.end) - begin.from : 0;
}

/** Words of names between two commas, and of what says that they are examples: "two dozen, Macron and Merz among them, followed". */
function examplesUpTo(
  hit: CueHit,
  { view, to, sentence }: Pick<Figure, 'view' | 'to' | 'sentence'>,
  rules: FigureRules,
): number {
  const end = (view.hits.get(rules.examplesEnd) ?? []).find((one) => one.from > to);
  const last = end && view.tokens[end.to - 1]!;
  if (!last || end.to > hit.from || end.to - to > EXAMPLES_MOST || !inside(last, sentence)) return 0;
  const start = view.tokens[to - 1]!.end;
  const opened = /^["”’'»]?\s*,/u.test(view.text.slice(start, start + 3));
  const named = view.mentions[firstFrom(view.mentions, start)];
  return opened && named && named.end <= last.start && /^,/u.test(view.text.slice(last.end, last.end + 1))
    ? end.to - to
    : 0;
}
/** Words: three or four names with their titles. */
const EXAMPLES_MOST = 16;

/** Mentions are in order: the place of the first that begins at `start` or later. */
function firstFrom(mentions: readonly Span[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words: what lies further from a figure says little of it, with names or without. */
const NAMES_REACH = 40;

/** A name is one word, however long: "26 countries of the Coalition of the Willing have confirmed their readiness". */
function wordsOfNames({ view, quantity, to }: Figure, hit: CueHit): number {
  const end = view.tokens[hit.from]!.start;
  let words = 0;
  if (hit.from - to > NAMES_REACH) return words;
  for (let i = firstFrom(view.mentions, quantity.end); i < view.mentions.length && view.mentions[i]!.end <= end; i++)
    words += tokenAt(view.tokens, view.mentions[i]!.end) - tokenAt(view.tokens, view.mentions[i]!.start) - 1;
  return words;
}

/** "35 members attended, 27 of them …": the word ends with a comma what began with the figure, and is not of what follows. */
const isClosedBehind = (hit: CueHit, { quantity, view }: Figure): boolean =>
  view.tokens[hit.from]!.start >= quantity.end &&
  CLOSED_BY_COMMA.test(view.text.slice(view.tokens[hit.to - 1]!.end, view.tokens[hit.to - 1]!.end + 3)) &&
  !view.text.slice(quantity.end, view.tokens[hit.from]!.start).includes(',');
const CLOSED_BY_COMMA = /^["”’'»]?,/u;

/** An excluding cue stands near, in the clause, and no other figure is nearer to it. */
export function isExcluded(measure: CompiledMeasure, figure: Figure, rules: FigureRules): boolean {
  const { tokens, hits, ranges } = figure.view;
  // "26 of the 35 members pledged": what is said of the part does not exclude the whole.
  const speaksOfPart =
    measure.rule.total === true &&
    !isDescribed(figure.quantity, figure.view, rules) &&
    ((isWhole(figure.quantity, figure.view, rules) && figure.view.quantities.length > 1) ||
      (measure.rule.temporal === 'evolving' && isDefinite(figure.quantity, figure.view, rules)));
  // "35 members attended, 27 of them …": what stands before the part is said of the whole.
  const partLater = figure.view.partsOfWholes.get(figure.quantity);
  const ofWhole = (hit: CueHit) => partLater !== undefined && tokens[hit.from]!.start < partLater.start;
  for (const hit of hits.get(measure.anti) ?? []) {
    if (speaksOfPart && !(ofWhole(hit) && hit.from >= figure.to)) continue;
    if (!inside(tokens[hit.from]!, figure.clause)) continue;
    if ((measure.rule.total && isBeyond(hit, figure)) || isOfFigureBefore(hit, figure, rules)) continue;
    if (isOfOthers(hit, figure, rules)) continue;
    const distance = distanceTo(hit, figure.from, figure.to);
    if (distance - wordsOfNames(figure, hit) > ANTI_DISTANCE) continue;
    const apart = isClosedBehind(hit, figure);
    const here = [...ranges].filter(
      ([quantity]) => inside(quantity, figure.clause) && !(apart && quantity.start > tokens[hit.from]!.start),
    );
    if (here.every(([, [from, to]]) => distanceTo(hit, from, to) >= distance)) return true;
  }
  if (measure.antiSentence === null) return false;
  return (hits.get(measure.antiSentence) ?? []).some((hit) => inside(tokens[hit.from]!, figure.sentence));
}

/** "Two died and several more were hurt": said of others, whom a joint adds to the figure. */
function isOfOthers(hit: CueHit, { view, to }: Figure, rules: FigureRules): boolean {
  const joint = (view.hits.get(rules.joints) ?? []).find((one) => one.from >= to && one.to <= hit.from);
  if (!joint) return false;
  const within = (one: CueHit) => one.from >= joint.to && one.to <= hit.from;
  return (
    (view.hits.get(rules.more) ?? []).some(within) ||
    view.tokens.slice(joint.to, hit.from).some(({ word }) => rules.others.has(rules.singular(word)))
  );
}

/** "Of the 35 around the table, 26 have signed": what stands between the whole and its part is said of the whole. */
function isOfWhole(hit: CueHit, { quantity, view, sentence }: Figure, rules: FigureRules): boolean {
  const place = view.tokens[hit.from]!;
  if (place.start >= quantity.start || !inside(place, sentence)) return false;
  const before = view.quantities.filter((q) => q.end <= place.start && inside(q, sentence)).at(-1);
  return (
    before !== undefined &&
    isWhole(before, view, rules) &&
    !view.quantities.some((q) => q.start > before.start && q.end <= quantity.start) &&
    view.text.slice(place.start, quantity.start).includes(',')
  );
}

/** "Twenty leaders dialled in, five more came": what is said of another figure up to a comma or a clause's end is not said of this one. */
function isOfFigureBefore(hit: CueHit, figure: Figure, rules: FigureRules): boolean {
  const { quantity, view, sentence, clause } = figure;
  const place = view.tokens[hit.from]!;
  // "35 members attended, 27 of them …": a part did the same.
  if (figure.parts.has(quantity)) return false;
  if (place.start >= quantity.start || !inside(place, sentence)) return false;
  const own = sentence.clauses.find((c) => inside(place, c)) ?? sentence;
  if (place.start < clause.start) {
    // "In the coalition, which now has more than 40 members": a clause about what stands before it.
    const first = tokenAt(view.tokens, clause.start);
    if ((view.hits.get(rules.relatives) ?? []).some((h) => h.from === first)) return false;
  } else if (
    !view.text.slice(place.end, quantity.start).includes(',') &&
    !(view.hits.get(rules.joints) ?? []).some((h) => h.to === figure.from)
  )
    return false;
  return view.quantities.some(
    (q) => inside(q, own) && q.end <= place.start && q.kind === quantity.kind && q.value !== quantity.value,
  );
}

/** The aside that a figure stands in, right behind whom it is about: "The coalition, a group of 35 states, pledged …". */
export function asideOf(quantity: PlacedQuantity, view: BlockView, sentence: Span, rules: FigureRules): Span | null {
  const name = view.mentions.filter((m) => m.end <= quantity.start && m.start >= sentence.start).at(-1);
  const opens = (at: number) => IN_ASIDE.test(view.text.slice(at, quantity.start));
  const start = name && opens(name.end) ? name.end : subjectEnd(view, sentence, rules);
  if (start === null || !opens(start)) return null;
  const first = tokenAt(view.tokens, start);
  if (!(view.hits.get(rules.asides) ?? []).some((hit) => hit.from === first)) return null;
  const close = /[,)–—]/u.exec(view.text.slice(quantity.end, sentence.end));
  return close ? { start, end: quantity.end + close.index } : null;
}

/** "The whole group of allies, …": words of what a sentence opens with. */
const SUBJECT_WORDS = 5;
/** …and no longer than this, in characters: a sentence may be a whole page. */
const SUBJECT_REACH = 80;

/** The end of what the sentence opens with, where that is few words, the first of them "the", and then a pause. */
function subjectEnd(view: BlockView, sentence: Span, rules: FigureRules): number | null {
  const opening = view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + SUBJECT_REACH));
  const pause = opening.search(/[,()–—;:]/u);
  if (pause < 0 || !/[,(–—]/u.test(opening.charAt(pause))) return null;
  const end = sentence.start + opening.slice(0, pause).trimEnd().length;
  const first = tokenAt(view.tokens, sentence.start);
  const isKnown = (view.hits.get(rules.definite) ?? []).some((hit) => hit.from === first);
  return isKnown && tokenAt(view.tokens, end) - first <= SUBJECT_WORDS ? end : null;
}
/** Nothing between the name and the figure closes the aside again. */
const IN_ASIDE = /^["”’'»]?\s*[,(–—-][^,()–—;:]*$/u;

/** "The coalition, a group of 35 states, pledged": said of whom the aside is about. */
const isBeyond = (hit: CueHit, { aside, view, sentence }: Figure): boolean => {
  const place = view.tokens[hit.from]!;
  return aside !== null && place.start >= aside.end && inside(place, sentence);
};

/** "The minister, who joined remotely, said that 26 …": words of an aside about somebody, closed before the figure. */
function inAside(hit: CueHit, { quantity, view, sentence }: Figure, rules: FigureRules): boolean {
  const place = view.tokens[hit.from]!;
  if (place.start >= quantity.start || !inside(place, sentence)) return false;
  const opens = (view.hits.get(rules.relatives) ?? []).filter((h) => h.from <= hit.from).at(-1);
  const open = opens && view.tokens[opens.from]!;
  if (
    !open ||
    !inside(open, sentence) ||
    !/,\s*$/u.test(view.text.slice(Math.max(sentence.start, open.start - 3), open.start))
  )
    return false;
  const closed = view.text.slice(view.tokens[hit.to - 1]!.end, quantity.start).includes(',');
  const own = view.mentions.some((m) => m.end <= open.start && open.start - m.end <= ASIDE_GAP);
  return own && closed && !view.text.slice(open.end, place.start).includes(',');
}

/** Between a name and the aside about it: a comma, a closing mark. */
const ASIDE_GAP = 3;

/** A part ("ten of them in person") keeps the words right behind it; what comes after speaks of the whole again. */
const PART_REACH = 3;

function farFrom(part: PlacedQuantity, hit: CueHit, view: BlockView): boolean {
  const [from, to] = view.ranges.get(part)!;
  return distanceTo(hit, from, to) > PART_REACH;
}

/** "20 leaders, most of whom attended on a screen": where a part is spoken of, up to the next comma. */
function partBehind({ view, to, sentence }: Figure, rules: FigureRules): Span | null {
  const hit = (view.hits.get(rules.partBehind) ?? []).find((h) => h.from > to);
  const first = hit && view.tokens[hit.from]!;
  if (!first || !inside(first, sentence)) return null;
  const comma = view.text.indexOf(',', first.end);
  return { start: first.start, end: comma < 0 ? sentence.end : Math.min(comma, sentence.end) };
}

const APPOSED = /^["”’'»)]*\s*[,(–—-]\s*["“‘'«(]*$/u;
const CLOSED = /^["”’'»]*\s*(?:[,;:.)–—]|$)/u;

/** "The coalition, some thirty states, met": what stands behind the cue says what it is. */
function isApposed(hit: CueHit, { quantity, view }: Figure): boolean {
  return (
    quantity.noun !== null &&
    APPOSED.test(view.text.slice(view.tokens[hit.to - 1]!.end, quantity.start)) &&
    CLOSED.test(view.text.slice(quantity.end, quantity.end + 4))
  );
}

export interface Nearest {
  value: number;
  cue: string;
  /** In the figure's own words: its hedge, its noun. */
  own: boolean;
  /** In another sentence. */
  far: boolean;
}

/** The strongest hit of one group, as 0…1. */
export function nearest(group: CompiledGroup, figure: Figure, rule: CueRule, rules: FigureRules): Nearest {
  const { tokens, hits, quantities } = figure.view;
  const whole = figure.view.wholes.get(figure.quantity);
  const part = partBehind(figure, rules);
  let value = 0;
  let cue = '';
  let own = false;
  let far = false;
  for (const hit of hits.get(group.cues) ?? []) {
    const place = tokens[hit.from]!;
    const examples = examplesBefore(hit, figure, rules);
    const level =
      inside(place, figure.clause) || examples > 0
        ? 'clause'
        : inside(place, figure.sentence)
          ? 'sentence'
          : inside(place, figure.neighbours)
            ? 'neighbour'
            : 'paragraph';
    if (rule.reach === 'clause' && level !== 'clause') continue;
    if (rule.reach === 'sentence' && level !== 'clause' && level !== 'sentence') continue;
    const after = hit.from >= figure.to;
    const before = hit.to <= figure.from;
    // Part of the figure itself ("the 37-strong club") is beside it on either side.
    const within = !before && !after && group.adjacent === true;
    if (group.side && !within && !(group.side === 'before' ? before : after)) continue;
    const near = level === 'clause' || level === 'sentence';
    if (group.adjacent && (!near || !isAdjacent(hit, figure, rules))) continue;
    if (group.touching && (!near || distanceTo(hit, figure.from, figure.to) > 0 || !isApposed(hit, figure))) continue;
    const between =
      near &&
      quantities.some(
        (q) =>
          q !== figure.quantity &&
          q !== whole &&
          !(figure.parts.has(q) && farFrom(q, hit, figure.view)) &&
          q.kind === figure.quantity.kind &&
          (after
            ? q.start >= figure.quantity.end && q.start < place.start
            : before && q.end <= figure.quantity.start && q.start > place.start),
      );
    const distance = near
      ? distanceTo(hit, figure.from, figure.to) - examples - (after ? wordsOfNames(figure, hit) : 0)
      : 0;
    const free = (NEARNESS[level] * (near && before && !group.adjacent ? BEFORE : 1)) / (1 + distance / HALF_DISTANCE);
    if (free <= value) continue;
    const ofAnother =
      !group.about &&
      (between ||
        (part !== null && inside(place, part)) ||
        isOfWhole(hit, figure, rules) ||
        isOfFigureBefore(hit, figure, rules) ||
        inAside(hit, figure, rules));
    const beyondAside = !group.about && isBeyond(hit, figure);
    const now = beyondAside ? free * BEYOND_ASIDE : ofAnother ? free * BEYOND_ANOTHER : free;
    if (now <= value) continue;
    value = now;
    own = !before && !after;
    far = !near;
    cue = tokens
      .slice(hit.from, hit.to)
      .map((t) => t.word)
      .join(' ');
  }
  if (value === 0 && rule.reach === 'paragraphs' && !group.side && figure.view.before().has(group.cues))
    return { value: PARAGRAPH_BEFORE, cue: 'in the paragraph before', own: false, far: true };
  return { value, cue, own, far };
}
