/**
 * How near a cue stands to a figure: same clause before same sentence before neighbouring sentence before same paragraph, after
 * the number before in front of it, and not beyond another figure.
 */
import type { CueHit } from '../cues.ts';
import type { CueRule } from '../pack-rules.ts';
import { tokenAt } from '../tokens.ts';
import type { PlacedQuantity, Span } from '../types.ts';
import { inAside, isBeyond } from './asides.ts';
import { examplesBefore, wordsOfNames } from './between.ts';
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
    // "The 27 member states", "the bloc's 27": its own words say that it is another's.
    const owner = hit.to === figure.from && /['’]s?$/u.test(tokens[hit.to - 1]!.word);
    if ((hit.from < figure.to && hit.to > figure.from) || owner) return true;
    if (speaksOfPart && !(ofWhole(hit) && hit.from >= figure.to)) continue;
    if (!inside(tokens[hit.from]!, figure.clause)) continue;
    if ((measure.rule.total && isBeyond(hit, figure)) || isOfFigureBefore(hit, figure, rules)) continue;
    // "The premier, whose government will send no soldiers, said that 37 …"
    if (isOfOthers(hit, figure, rules) || inAside(hit, figure, rules)) continue;
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
