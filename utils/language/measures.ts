/**
 * What is being counted: gives a quantity the measure of the pack whose cues stand nearest to it, or none.
 *
 * Each rule of a measure is a list of groups of cues; every group needs a hit within the rule's reach. Hits count more the
 * nearer they stand (same clause before same sentence before neighbouring sentence before same paragraph, after the number
 * before in front of it). The best measure wins where it is strong enough: silence is better than a guess (design: figures.md).
 */
import type { CountryOf } from './contributors.ts';
import { type Figure, inside, lemmaOf } from './measures/figure.ts';
import { isBackReference, isDifference, isPercentage, isSameAgain, partsOf } from './measures/parts.ts';
import type { FigureRules } from './measures/rules.ts';
import { type Classified, inMeasure } from './measures/score.ts';
import { inSeries } from './measures/series.ts';
import { type BlockView, spotOf, viewBlocks } from './measures/view.ts';
import type { FigureMeasureRule } from './pack-rules.ts';
import type { PlacedQuantity, Reading } from './types.ts';

/** Below this a measure is a guess: two cues of a sentence at ten words' distance reach about 0.35. */
const STRONG_ENOUGH = 0.36;
/** A guess that may be kept where other things speak for it. */
const WEAK_ENOUGH = 0.15;
/** Guesses for one figure: the likeliest; more would be no guesses. */
const MOST_GUESSES = 6;
/** A number in this measure's unit with no cue at all is a guess only where the number itself is a rare one: not "ten", not "30". */
const RARE_FROM = 12;
/** Without a noun, one cue in its sentence is asked of it too. */
const HINT_ENOUGH = 0.25;
const ROUND = 10;

/** What a figure counts, and what it may count instead, likeliest first. */
export interface Classification {
  sure: Classified | null;
  guesses: Classified[];
}

const NOTHING: Classification = { sure: null, guesses: [] };

/**
 * What all quantities of a page count, in their order. Silence is better than a guess; guesses are given apart, for those who
 * know more (the number may be the one that every source gives).
 * `countryOf` gives the country that an entity is or acts for. `only`: measures to be considered.
 */
export function classifyFigures(
  reading: Reading,
  rules: FigureRules,
  countryOf: CountryOf,
  only: (rule: FigureMeasureRule) => boolean = () => true,
): Classification[] {
  const views = viewBlocks(reading, rules.book);
  const measures = rules.measures.filter(({ rule }) => only(rule));
  const results = new Map<PlacedQuantity, Classified | null>();
  const guesses = new Map<PlacedQuantity, Classified[]>();
  const possible = new Map<PlacedQuantity, Classified[]>();
  /** Measure and number of what the page has counted so far. */
  const counted = new Set<string>();
  const classify = (quantity: PlacedQuantity): Classified | null => {
    const view = views.get(quantity);
    const spot = view && spotOf(view, quantity);
    if (!view || !spot || isDifference(quantity, view, rules) || isBackReference(quantity, view, rules)) return null;
    if (isPercentage(quantity, view, rules)) return null;
    const again = isSameAgain(quantity, view, rules) ? countedBefore(quantity, view, results) : null;
    if (again) return again;
    const figure: Figure = {
      ...spot,
      quantity,
      view,
      ...lemmaOf(quantity, view, spot, rules),
      parts: partsOf(view, rules),
    };
    const found = measures
      .filter(({ rule }) => !isOfPart(rule, quantity, view, results) && !isPartOfCounted(rule, quantity, view, counted))
      .map((measure) => inMeasure(measure, figure, rules, countryOf))
      .filter((one) => one !== null)
      .sort((a, b) => b.score - a.score || b.hint - a.hint);
    const best = found[0];
    const sure = best && best.score >= STRONG_ENOUGH ? best : null;
    const others = found.filter((one) => one !== sure && isGuess(one, quantity));
    guesses.set(quantity, others.slice(0, MOST_GUESSES));
    possible.set(quantity, found);
    return sure;
  };
  for (const quantity of reading.quantities) {
    const found = classify(quantity);
    results.set(quantity, found);
    if (found && quantity.value !== undefined) counted.add(`${found.measure} ${quantity.value}`);
  }
  dropEchoes(reading, views, results, rules);
  dropBorrowed(reading, views, results, rules);
  sameNumberElsewhere(reading, views, results, possible, rules);
  for (const quantity of reading.quantities) {
    const view = views.get(quantity);
    if (!view || results.get(quantity)) continue;
    const found = inSeries(quantity, view, possible.get(quantity) ?? [], results, rules);
    if (found) results.set(quantity, found);
  }
  tellApart(reading, views, results, rules);
  return reading.quantities.map((quantity) => {
    const sure = results.get(quantity) ?? null;
    const maybe = guesses.get(quantity);
    return sure || maybe?.length ? { sure, guesses: maybe ?? [] } : NOTHING;
  });
}

/** Another value of one thing differs from the first by no more than this factor. */
const MOST_APART = 3;

/** What the figure just before counts, in the sentence or the one before it; null where it is of another order. */
function countedBefore(
  quantity: PlacedQuantity,
  view: BlockView,
  results: ReadonlyMap<PlacedQuantity, Classified | null>,
): Classified | null {
  const index = view.sentences.findIndex((s) => inside(quantity, s));
  const from = view.sentences[Math.max(0, index - 1)]?.start ?? 0;
  const before = view.quantities.filter((q) => q.end <= quantity.start && q.start >= from && results.get(q)).at(-1);
  const found = before && results.get(before);
  const [a, b] = [quantity.value, before?.value];
  if (!found || a === undefined || b === undefined || a > b * MOST_APART || b > a * MOST_APART) return null;
  return { ...found, because: [`another value of “${before.surface}”`, ...found.because.slice(1)] };
}

function isGuess({ score, hint }: Classified, { noun, unit, value, kind, bound }: PlacedQuantity): boolean {
  if (score >= WEAK_ENOUGH) return true;
  const rare = kind === 'cardinal' && value !== undefined && value >= RARE_FROM && value % ROUND !== 0;
  if (!rare) return false;
  // "The 26 have not met since": exact and with nothing behind it, a number is a name of what everybody counts.
  return noun !== null || hint >= HINT_ENOUGH || (bound === '=' && unit === null);
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

/**
 * "Two deminers were killed. … Thirty colleagues had been evacuated": a figure none of whose cues stands in its own sentence
 * borrows them; where a surer figure of the paragraph has another value of that count, they are that one's.
 */
function dropBorrowed(
  reading: Reading,
  views: ReadonlyMap<PlacedQuantity, BlockView>,
  results: Map<PlacedQuantity, Classified | null>,
  rules: FigureRules,
): void {
  for (const quantity of reading.quantities) {
    const own = results.get(quantity);
    const view = views.get(quantity);
    const rule = own && rules.byId.get(own.measure);
    if (!own?.borrowed || !view || rule?.inSeries || rule?.temporal === 'event') continue;
    const surer = view.quantities.some((q) => {
      const other = results.get(q);
      return other?.measure === own.measure && !other.borrowed && q.value !== quantity.value;
    });
    if (surer) results.set(quantity, null);
  }
}

/** A number so large is no chance where the page gives it twice. */
const TWICE_FROM = 1000;

/**
 * "No chance that we get to 64,000. … A 64,000-strong presence would need rotations": the bare number is the one that the page
 * tells the meaning of elsewhere.
 */
function sameNumberElsewhere(
  reading: Reading,
  views: ReadonlyMap<PlacedQuantity, BlockView>,
  results: Map<PlacedQuantity, Classified | null>,
  possible: ReadonlyMap<PlacedQuantity, Classified[]>,
  rules: FigureRules,
): void {
  const told = new Map<number, Classified | null>();
  for (const [{ value, noun, kind }, found] of results) {
    if (!found || !noun || kind !== 'cardinal' || value === undefined || value < TWICE_FROM) continue;
    const before = told.get(value);
    const differs = before !== undefined && (before?.measure !== found.measure || !sameScope(before, found));
    told.set(value, differs || !rules.byId.get(found.measure)?.inSeries ? null : found);
  }
  for (const quantity of reading.quantities) {
    const { value, noun, unit, kind } = quantity;
    if (results.get(quantity) || noun || unit !== null || kind !== 'cardinal' || value === undefined) continue;
    const found = told.get(value);
    const own = possible.get(quantity) ?? [];
    if (!found || !views.has(quantity) || !own.some((one) => one.measure === found.measure)) continue;
    if (own.some((one) => one.measure !== found.measure && one.score > 0)) continue;
    results.set(quantity, {
      ...found,
      score: STRONG_ENOUGH,
      because: ['the same number as elsewhere on the page', ...found.because.slice(1)],
    });
  }
}

const sameScope = (a: Classified | null, b: Classified): boolean =>
  (a?.scope.country ?? '') === (b.scope.country ?? '');

/** "Ten leaders came to Paris and 28 dialled in": beside those who dialled in, the ten are those in the room, not all. */
function tellApart(
  reading: Reading,
  views: ReadonlyMap<PlacedQuantity, BlockView>,
  results: Map<PlacedQuantity, Classified | null>,
  rules: FigureRules,
): void {
  for (const quantity of reading.quantities) {
    const own = results.get(quantity);
    const view = views.get(quantity);
    const beside = own && rules.byId.get(own.measure)?.beside;
    if (!own || !view || !beside || !rules.byId.get(beside.becomes)?.units[own.unit]) continue;
    const sentence = view.sentences.find((s) => inside(quantity, s));
    const parts = partsOf(view, rules);
    const other = view.quantities.find(
      (q) => sentence && inside(q, sentence) && results.get(q)?.measure === beside.measure && !parts.has(q),
    );
    // "39 took part, 28 on screens": all are more than their part.
    if (!other || (quantity.value ?? 0) > (other.value ?? 0)) continue;
    results.set(quantity, { ...own, measure: beside.becomes, because: [...own.because, `beside ${other.surface}`] });
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

/** "26 have pledged. … No more than ten of the 26 would send soldiers": a part of what was counted is none of that count. */
function isPartOfCounted(
  rule: FigureMeasureRule,
  part: PlacedQuantity,
  view: BlockView,
  counted: ReadonlySet<string>,
): boolean {
  const whole = view.wholes.get(part);
  if (!rule.part || whole?.value === undefined) return false;
  return [rule.id, ...rule.sameAs].some((measure) => counted.has(`${measure} ${whole.value}`));
}
