/**
 * What is being counted: gives a quantity the measure of the pack whose cues stand nearest to it, or none.
 *
 * Each rule of a measure is a list of groups of cues; every group needs a hit within the rule's reach. Hits count more the
 * nearer they stand (same clause before same sentence before neighbouring sentence before same paragraph, after the number
 * before in front of it). The best measure wins where it is strong enough: silence is better than a guess (design: figures.md).
 */
import { type Contributors, type CountryOf, findContributors, namesInside } from './contributors.ts';
import { CueBook, type CueHit, type Vocabulary } from './cues.ts';
import { type BlockView, type Spot, spotOf, viewBlocks } from './measures/view.ts';
import type { CueRule, FigureMeasureRule } from './pack-rules.ts';
import { tokenAt } from './tokens.ts';
import type { PlacedQuantity, Reading, Span } from './types.ts';

/** Below this a measure is a guess: two cues of a sentence at ten words' distance reach about 0.35. */
const STRONG_ENOUGH = 0.36;
/** A cue this many words away counts half of an adjacent one. */
const HALF_DISTANCE = 9;
/** Weight of a hit in the figure's clause, in its sentence, in a neighbouring sentence, elsewhere in the paragraph. */
const NEARNESS = { clause: 1, sentence: 0.72, neighbour: 0.5, paragraph: 0.38 } as const;
/** English and its neighbours say who did what: what follows the number tells more of it than what precedes. */
const BEFORE = 0.85;
/** A cue beyond another figure belongs to that one first. */
const BEYOND_ANOTHER = 0.35;
/** An excluding cue further away than this many words says nothing of the figure. */
const ANTI_DISTANCE = 9;
/** "A coalition of about 30 states": hedges are part of the figure, an adjective may stand between. */
const ADJACENT = 1;
/** A number without a noun must be surer of its measure. */
const BARE_FACTOR = 0.85;
/** "Whose 30-odd members have pledged": a definite number is of all there are. */
const DEFINITE_TOTAL = 1.2;
/** "Starmer … 10,000 troops" may be his country's or the whole force's. */
const THROUGH_PERSON_FACTOR = 0.8;

/** People refer back to so many at most by their number. */
const BACK_REFERENCE_MOST = 4;

/** What the classifier must know of a language. */
export interface MeasureWords {
  /** After a bare number they make it a difference: "nine more than the Union has". */
  difference: readonly string[];
  /** Before a small number they point back at people already named: "the two presidents". */
  definite: readonly string[];
  /** Behind a number they make it a part of a whole: "26 of the members". */
  partOf: readonly string[];
  /** Before a number they make it the whole that a part is taken from: "of the 35 governments, 26 …". */
  wholeBefore: readonly string[];
  /** Before a noun they say what a later bare number counts: "put the number of countries at 30". */
  numberOf: readonly string[];
  /** A plural, folded, as the lemma that quantities carry. */
  singular(plural: string): string;
  /** Behind a figure they introduce whose it is: "soldiers from France". */
  origin: readonly string[];
}

interface CompiledGroup {
  cues: number;
  side?: 'before' | 'after';
  adjacent?: boolean;
}

interface CompiledMeasure {
  rule: FigureMeasureRule;
  /** Noun lemma → unit. */
  unitOf: Map<string, string>;
  select: { groups: CompiledGroup[]; rule: CueRule }[];
  anti: number;
  antiSentence: number | null;
  periods: { period: string; cues: number }[];
  groups: { group: string; cues: number }[];
}

export interface FigureRules {
  book: CueBook;
  measures: CompiledMeasure[];
  byId: Map<string, FigureMeasureRule>;
  difference: number;
  definite: number;
  partOf: number;
  origin: number;
  wholeBefore: number;
  numberOf: number;
  singular(plural: string): string;
}

/** What a quantity counts, and why. */
export interface Classified {
  measure: string;
  /** Unit of the measure that the noun carries ("countries", "leaders", "EUR"). */
  unit: string;
  scope: Record<string, string>;
  score: number;
  because: string[];
}

/** Compiles the figure measures of a pack. Throws an error that names the cue where one cannot be read. */
export function compileFigureRules(
  measures: readonly FigureMeasureRule[],
  words: MeasureWords,
  vocabulary: Vocabulary = {},
): FigureRules {
  const book = new CueBook();
  const add = (cues: readonly string[]) => book.add(cues, vocabulary);
  return {
    book,
    difference: book.add(words.difference),
    definite: book.add(words.definite),
    partOf: book.add(words.partOf),
    origin: book.add(words.origin),
    wholeBefore: book.add(words.wholeBefore),
    numberOf: book.add(words.numberOf),
    singular: words.singular,
    byId: new Map(measures.map((rule) => [rule.id, rule])),
    measures: measures.map((rule) => ({
      rule,
      unitOf: new Map(
        Object.entries(rule.units).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit] as const)),
      ),
      select: rule.select.map((one) => ({
        rule: one,
        groups: one.all.map((group) =>
          Array.isArray(group) ? { cues: add(group) } : { ...group, cues: add(group.cues) },
        ),
      })),
      anti: add(rule.antiCues),
      antiSentence: rule.antiSentence ? add(rule.antiSentence) : null,
      groups: (rule.groups ?? []).map(({ group, cues }) => ({ group, cues: add(cues) })),
      periods: (rule.periods ?? []).map(({ period, cues }) => ({ period, cues: add(cues) })),
    })),
  };
}

/** Unit of a quantity in a measure: from its unit (money) or its noun; undefined where it carries none of the measure's. */
function unitIn(measure: CompiledMeasure, quantity: PlacedQuantity, lemma: string | null): string | undefined {
  if (quantity.unit !== null) return measure.unitOf.get(quantity.unit);
  if (lemma === null) return undefined;
  // "European leader", "head of delegation": the head noun decides where the whole phrase is not listed.
  const [first = lemma] = lemma.split(' of ');
  return measure.unitOf.get(lemma) ?? measure.unitOf.get(first.split(' ').at(-1)!);
}

const inside = (place: Span, span: Span) => place.start >= span.start && place.start < span.end;

/** A figure with its surroundings. */
interface Figure extends Spot {
  quantity: PlacedQuantity;
  view: BlockView;
  /** Its noun, or one lent by a figure before it. */
  lemma: string | null;
  borrowed: boolean;
  /** Figures of the block that are parts of another ("ten of them"): they take no cue from those around. */
  parts: ReadonlySet<PlacedQuantity>;
}

/**
 * Measures of all quantities of a page, in their order; null where none is clear.
 * `countryOf` gives the country that an entity is or acts for. `only`: measures to be considered.
 */
export function classifyFigures(
  reading: Reading,
  rules: FigureRules,
  countryOf: CountryOf,
  only: (rule: FigureMeasureRule) => boolean = () => true,
): (Classified | null)[] {
  const views = viewBlocks(reading, rules.book);
  const measures = rules.measures.filter(({ rule }) => only(rule));
  const results = new Map<PlacedQuantity, Classified | null>();
  const classify = (quantity: PlacedQuantity): Classified | null => {
    const view = views.get(quantity);
    const spot = view && spotOf(view, quantity);
    if (!view || !spot || isDifference(quantity, view, rules) || isBackReference(quantity, view, rules)) return null;
    const figure: Figure = {
      ...spot,
      quantity,
      view,
      ...lemmaOf(quantity, view, spot, rules),
      parts: partsOf(view, rules),
    };
    let best: Classified | null = null;
    for (const measure of measures) {
      if (isOfPart(measure.rule, quantity, view, results)) continue;
      const found = inMeasure(measure, figure, rules, countryOf);
      if (found && (!best || found.score > best.score)) best = found;
    }
    return best;
  };
  for (const quantity of reading.quantities) results.set(quantity, classify(quantity));
  dropEchoes(reading, views, results, rules);
  return reading.quantities.map((quantity) => results.get(quantity) ?? null);
}

/** "Nine more than the Union has members": no count of anything. */
function isDifference(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.noun) return false;
  const next = tokenAt(view.tokens, quantity.end);
  return (view.hits.get(rules.difference) ?? []).some((hit) => hit.from === next);
}

/**
 * "Twenty-six are willing to do something, and nine are willing to be photographed": a bare number that takes the measure of
 * another figure of its sentence, on weaker cues, only echoes it.
 */
function dropEchoes(
  reading: Reading,
  views: ReadonlyMap<PlacedQuantity, BlockView>,
  results: Map<PlacedQuantity, Classified | null>,
  rules: FigureRules,
): void {
  const count = (one: Classified) => [one.measure, ...(rules.byId.get(one.measure)?.sameAs ?? [])].sort().join();
  for (const quantity of reading.quantities) {
    const own = results.get(quantity);
    const view = views.get(quantity);
    if (!own || !view || quantity.noun || quantity.unit !== null) continue;
    const sentence = view.sentences.find((s) => inside(quantity, s));
    const louder = view.quantities.some((q) => {
      const other = results.get(q);
      return (
        q !== quantity &&
        sentence &&
        inside(q, sentence) &&
        other &&
        count(other) === count(own) &&
        other.score > own.score
      );
    });
    if (louder) results.set(quantity, null);
  }
}

/** "26 of 35 countries have promised …": the whole is never the same count as its part, which was read before it. */
function isOfPart(
  rule: FigureMeasureRule,
  whole: PlacedQuantity,
  view: BlockView,
  results: ReadonlyMap<PlacedQuantity, Classified | null>,
): boolean {
  const part = view.partsOfWholes.get(whole);
  const measure = part && results.get(part)?.measure;
  return measure !== undefined && (measure === rule.id || rule.sameAs.includes(measure));
}

/** Words that make a figure definite stand right before its number: "the", "its". */
function isDefinite(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  const first = tokenAt(view.tokens, quantity.core.start);
  return (view.hits.get(rules.definite) ?? []).some((hit) => hit.to === first || hit.from === first);
}

/** "Of the 35 governments, 26 …"; "26 of the 35". */
function isWhole(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (view.partsOfWholes.has(quantity)) return true;
  const first = tokenAt(view.tokens, quantity.core.start);
  return (view.hits.get(rules.wholeBefore) ?? []).some((hit) => hit.to === first);
}

/** "26 of the 35", "26 of its members". */
function isPart(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.partOf) return true;
  const next = tokenAt(view.tokens, quantity.core.end);
  const hit = (view.hits.get(rules.partOf) ?? []).find((one) => one.from === next);
  if (!hit) return false;
  // "The leaders, about 35 of them, met": between commas it is all of them.
  const before = view.text.slice(Math.max(0, quantity.core.start - 3), quantity.core.start);
  const after = view.text.slice(view.tokens[hit.to - 1]!.end).slice(0, 2);
  return !(/[,–—]\s*$/u.test(before) && /^\s?[,–—]/u.test(after));
}

const keptParts = new WeakMap<BlockView, ReadonlySet<PlacedQuantity>>();

function partsOf(view: BlockView, rules: FigureRules): ReadonlySet<PlacedQuantity> {
  const known = keptParts.get(view);
  if (known) return known;
  const parts = new Set(view.quantities.filter((q) => isPart(q, view, rules)));
  keptParts.set(view, parts);
  return parts;
}

/** "The two presidents": a reference to those already named, not a count of all there are. */
function isBackReference(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.bound !== '=' || quantity.value === undefined || quantity.value > BACK_REFERENCE_MOST) return false;
  return isDefinite(quantity, view, rules);
}

/** The noun of a bare number: the whole's for a part, else that of the figure before it in the sentence. */
function lemmaOf(
  quantity: PlacedQuantity,
  view: BlockView,
  spot: Spot,
  rules: FigureRules,
): { lemma: string | null; borrowed: boolean } {
  if (quantity.noun) return { lemma: quantity.noun.lemma, borrowed: false };
  if (quantity.kind !== 'cardinal') return { lemma: null, borrowed: false };
  const whole = view.wholes.get(quantity);
  if (whole?.noun) return { lemma: whole.noun.lemma, borrowed: true };
  const before = view.quantities.filter(
    (q) => q.start < quantity.start && q.kind === 'cardinal' && q.noun && inside(q, spot.sentence),
  );
  const lent = before.at(-1)?.noun;
  if (lent) return { lemma: lent.lemma, borrowed: true };
  const counted = (view.hits.get(rules.numberOf) ?? [])
    .filter((hit) => hit.to < spot.from && inside(view.tokens[hit.from]!, spot.clause))
    .at(-1);
  const noun = counted && view.tokens[counted.to];
  return noun ? { lemma: rules.singular(noun.word), borrowed: true } : { lemma: null, borrowed: false };
}

function inMeasure(
  measure: CompiledMeasure,
  figure: Figure,
  rules: FigureRules,
  countryOf: CountryOf,
): Classified | null {
  const { rule } = measure;
  const { quantity, lemma } = figure;
  if ((quantity.kind === 'ordinal') !== (rule.ordinal ?? false)) return null;
  if (rule.total && isPart(quantity, figure.view, rules)) return null;
  if (rule.part && isWhole(quantity, figure.view, rules)) return null;
  const bareNumber = quantity.kind === 'cardinal' && quantity.unit === null && !quantity.noun;
  let unit = unitIn(measure, quantity, lemma);
  const bare = unit === undefined && bareNumber && rule.plausible !== undefined;
  const { value: size = quantity.hard.low ?? quantity.hard.high ?? 0 } = quantity;
  const largest = quantity.value ?? quantity.hard.high ?? size;
  // A number far out of the measure's order counts something else in the same words.
  if (quantity.kind === 'cardinal' && rule.plausible && (size < rule.plausible[0] || largest > rule.plausible[1]))
    return null;
  if (bare) unit = Object.keys(rule.units)[0];
  if (unit === undefined || isExcluded(measure, figure, rules)) return null;

  const none = rule.notCountries ?? [];
  if (namesInside(quantity, figure.view.mentions, none, countryOf)) return null;
  const from: Contributors = findContributors(
    quantity,
    figure.sentence,
    figure.clause,
    figure.view.mentions,
    none,
    countryOf,
    originTail(figure, rules),
  );
  const several = from.countries.length > 1;
  const asksCountry = rule.requires.includes('country');
  if (asksCountry && from.countries.length === 0) return null;
  if (asksCountry && several && (!rule.ifSeveral || !rules.byId.has(rule.ifSeveral))) return null;
  const owned = from.countries.length === 1 && (from.by === 'inside' || from.by === 'before');
  if (rule.excludes?.includes('country') && owned) return null;

  let score = 0;
  let why = '';
  for (const { groups, rule: cueRule } of measure.select) {
    if (cueRule.units && !cueRule.units.includes(unit)) continue;
    if (cueRule.countryInside && from.by !== 'inside') continue;
    if (cueRule.whole && !isWhole(quantity, figure.view, rules)) continue;
    const parts = groups.map((group) => nearest(group, figure, cueRule));
    if (parts.some((p) => p.value === 0)) continue;
    const value = (cueRule.weight ?? 1) * parts.reduce((product, p) => product * p.value, 1) ** (1 / parts.length);
    if (value > score) {
      score = value;
      why = parts.map((p) => `“${p.cue}”`).join(' + ');
    }
  }
  if (bareNumber) score *= BARE_FACTOR;
  if (rule.total && isDefinite(quantity, figure.view, rules)) score *= DEFINITE_TOTAL;
  if (asksCountry && from.by === 'person') score *= THROUGH_PERSON_FACTOR;
  if (score < STRONG_ENOUGH) return null;

  const id = asksCountry && several ? rule.ifSeveral! : rule.id;
  const scope: Record<string, string> = asksCountry && !several ? { country: from.countries[0]! } : {};
  const period = periodOf(measure, figure);
  if (period) scope.period = period;
  const group = groupOf(measure, figure);
  if (group) scope.group = group;
  const noun = bare ? ', no noun' : figure.borrowed ? ', noun of the figure before' : '';
  return {
    measure: id,
    unit,
    scope,
    score,
    because: [`cue ${why}`, `unit ${unit}${noun}`, `score ${score.toFixed(2)}`],
  };
}

/** Characters behind the figure that say whose it is: up to the word after "from" or "of". */
function originTail(figure: Figure, rules: FigureRules): number {
  const hit = (figure.view.hits.get(rules.origin) ?? []).find((h) => h.from === figure.to);
  const name = hit && figure.view.tokens[hit.to];
  return name ? name.end - figure.quantity.end : 0;
}

/** Words between a hit and a figure; 0 where the hit is part of it. */
function distanceTo(hit: CueHit, from: number, to: number): number {
  return hit.from >= to ? hit.from - to : hit.to <= from ? from - hit.to : 0;
}

/** An excluding cue stands near, in the clause, and no other figure is nearer to it. */
function isExcluded(measure: CompiledMeasure, figure: Figure, rules: FigureRules): boolean {
  const { tokens, hits, ranges } = figure.view;
  // "26 of the 35 members pledged": what is said of the part does not exclude the whole.
  const speaksOfPart =
    measure.rule.total === true &&
    (isWhole(figure.quantity, figure.view, rules) || isDefinite(figure.quantity, figure.view, rules));
  for (const hit of speaksOfPart ? [] : (hits.get(measure.anti) ?? [])) {
    if (!inside(tokens[hit.from]!, figure.clause)) continue;
    const distance = distanceTo(hit, figure.from, figure.to);
    if (distance > ANTI_DISTANCE) continue;
    if ([...ranges.values()].every(([from, to]) => distanceTo(hit, from, to) >= distance)) return true;
  }
  if (measure.antiSentence === null) return false;
  return (hits.get(measure.antiSentence) ?? []).some((hit) => inside(tokens[hit.from]!, figure.sentence));
}

/** A part ("ten of them in person") keeps the words right behind it; what comes after speaks of the whole again. */
const PART_REACH = 3;

function farFrom(part: PlacedQuantity, hit: CueHit, view: BlockView): boolean {
  const [from, to] = view.ranges.get(part)!;
  return distanceTo(hit, from, to) > PART_REACH;
}

/** The strongest hit of one group, as 0…1. */
function nearest(group: CompiledGroup, figure: Figure, rule: CueRule): { value: number; cue: string } {
  const { tokens, hits, quantities } = figure.view;
  const whole = figure.view.wholes.get(figure.quantity);
  let value = 0;
  let cue = '';
  for (const hit of hits.get(group.cues) ?? []) {
    const place = tokens[hit.from]!;
    const level = inside(place, figure.clause)
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
    if (group.adjacent && (!near || distanceTo(hit, figure.from, figure.to) > ADJACENT)) continue;
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
    const distance = near ? distanceTo(hit, figure.from, figure.to) : 0;
    const now =
      (NEARNESS[level] * (near && before && !group.adjacent ? BEFORE : 1) * (between ? BEYOND_ANOTHER : 1)) /
      (1 + distance / HALF_DISTANCE);
    if (now <= value) continue;
    value = now;
    cue = tokens
      .slice(hit.from, hit.to)
      .map((t) => t.word)
      .join(' ');
  }
  return { value, cue };
}

/** The group that the figure's own words narrow it to. */
function groupOf(measure: CompiledMeasure, figure: Figure): string | undefined {
  return measure.groups.find(({ cues }) =>
    (figure.view.hits.get(cues) ?? []).some((hit) => hit.from >= figure.from && hit.to <= figure.to),
  )?.group;
}

function periodOf(measure: CompiledMeasure, figure: Figure): string | null {
  const { tokens, hits } = figure.view;
  for (const where of [figure.clause, figure.sentence])
    for (const { period, cues } of measure.periods)
      if ((hits.get(cues) ?? []).some((hit) => inside(tokens[hit.from]!, where))) return period;
  return null;
}
