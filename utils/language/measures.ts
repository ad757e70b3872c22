/**
 * What is being counted: gives a quantity the measure of the pack whose cues stand nearest to it, or none.
 *
 * Each rule of a measure is a list of groups of cues; every group needs a hit within the rule's reach. Hits count more the
 * nearer they stand (same clause before same sentence before neighbouring sentence before same paragraph, after the number
 * before in front of it). The best measure wins where it is strong enough: silence is better than a guess (design: figures.md).
 */
import type { CountryOf } from './contributors.ts';
import { asideOf } from './measures/asides.ts';
import { type Figure, inside, lemmaOf } from './measures/figure.ts';
import {
  isBackReference,
  isDescribed,
  isDifference,
  isOrElse,
  isPercentage,
  isSameAgain,
  partsOf,
} from './measures/parts.ts';
import type { FigureRules } from './measures/rules.ts';
import { type Classified, inMeasure, levelOf, STRONG_ENOUGH } from './measures/score.ts';
import { lookAgain } from './measures/second-look.ts';
import { type BlockView, spotOf, viewBlocks } from './measures/view.ts';
import type { FigureMeasureRule } from './pack-rules.ts';
import type { PlacedQuantity, Reading } from './types.ts';

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
    const isAgain = isSameAgain(quantity, view, rules) || isOrElse(quantity, view, spot.sentence, rules);
    const again = isAgain ? countedBefore(quantity, view, results) : null;
    if (again) return again;
    const figure: Figure = {
      ...spot,
      quantity,
      view,
      ...lemmaOf(quantity, view, spot, rules),
      aside: asideOf(quantity, view, spot.sentence, rules),
      parts: partsOf(view, rules),
    };
    const found = measures
      .filter(
        (measure) =>
          // "35 attended, 27 of them at the level of …": of these the leaders are counted, not the states.
          (!isOfPart(measure.rule, quantity, view, results) || levelOf(measure, figure) !== null) &&
          !isPartOfCounted(measure.rule, quantity, view, counted),
      )
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
  const settle = (quantity: PlacedQuantity): void => {
    if (results.has(quantity)) return;
    const view = views.get(quantity);
    const whole = view?.wholes.get(quantity);
    // "Two of the 26 that have pledged": what is told of the whole is not told of the part.
    if (whole && isDescribed(whole, view!, rules)) settle(whole);
    const found = classify(quantity);
    results.set(quantity, found);
    if (found && quantity.value !== undefined) counted.add(`${found.measure} ${quantity.value}`);
  };
  for (const quantity of reading.quantities) settle(quantity);
  lookAgain({ quantities: reading.quantities, views, results, possible, rules });
  return reading.quantities.map((quantity) => {
    const sure = results.get(quantity) ?? null;
    const maybe = guesses.get(quantity);
    return sure || maybe?.length ? { sure, guesses: maybe ?? [] } : NOTHING;
  });
}

/** Another value of one thing differs from the first by no more than this factor. */
const MOST_APART = 3;
/** Sentences back that a small number is another value of, and a large one ("He named no source." between): those are rarer. */
const AGAIN_BACK = 1;
const AGAIN_BACK_LARGE = 2;
const LARGE_FROM = 1000;

/** How many times as large as the other the smaller of two can be at least: "several thousand" reaches from two to nearly ten. */
function apart(a: PlacedQuantity, b: PlacedQuantity): number {
  const ends = ({ value, hard }: PlacedQuantity) => [hard.low ?? value ?? 0, hard.high ?? value ?? Infinity] as const;
  const [[fromA, toA], [fromB, toB]] = [ends(a), ends(b)];
  return Math.max(fromA / toB, fromB / toA);
}

/** What the figure just before counts, in the sentence or those before it; null where it is of another order. */
function countedBefore(
  quantity: PlacedQuantity,
  view: BlockView,
  results: ReadonlyMap<PlacedQuantity, Classified | null>,
): Classified | null {
  const index = view.sentences.findIndex((s) => inside(quantity, s));
  const size = quantity.value ?? quantity.hard.low ?? 0;
  const from = view.sentences[Math.max(0, index - (size >= LARGE_FROM ? AGAIN_BACK_LARGE : AGAIN_BACK))]?.start ?? 0;
  const before = view.quantities.filter((q) => q.end <= quantity.start && q.start >= from && results.get(q)).at(-1);
  const found = before && results.get(before);
  if (!found || apart(quantity, before) > MOST_APART) return null;
  return { ...found, because: [`another value of “${before.surface}”`, ...found.because.slice(1)] };
}

function isGuess({ score, hint }: Classified, { noun, unit, value, kind, bound }: PlacedQuantity): boolean {
  if (score >= WEAK_ENOUGH) return true;
  const rare = kind === 'cardinal' && value !== undefined && value >= RARE_FROM && value % ROUND !== 0;
  if (!rare) return false;
  // "The 26 have not met since": exact and with nothing behind it, a number is a name of what everybody counts.
  return noun !== null || hint >= HINT_ENOUGH || (bound === '=' && unit === null);
}

/** "26 of 35 countries have promised …": the whole is never the same count as its part, whichever was read first. */
function isOfPart(
  rule: FigureMeasureRule,
  quantity: PlacedQuantity,
  view: BlockView,
  results: ReadonlyMap<PlacedQuantity, Classified | null>,
): boolean {
  const other = view.partsOfWholes.get(quantity) ?? view.wholes.get(quantity);
  const measure = other && results.get(other)?.measure;
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
