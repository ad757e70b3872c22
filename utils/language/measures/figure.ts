/** A figure with its surroundings, and the noun and unit that it counts. */
import type { CueHit } from '../cues.ts';
import type { PlacedQuantity, Span } from '../types.ts';
import type { CompiledMeasure, FigureRules } from './rules.ts';
import type { BlockView, Spot } from './view.ts';

export const inside = (place: Span, span: Span) => place.start >= span.start && place.start < span.end;

/** A figure with its surroundings. */
export interface Figure extends Spot {
  quantity: PlacedQuantity;
  view: BlockView;
  /** Its noun, or one lent by a figure before it. */
  lemma: string | null;
  borrowed: boolean;
  /** The aside that it stands in, right behind a name. */
  aside: Span | null;
  /** Figures of the block that are parts of another ("ten of them"): they take no cue from those around. */
  parts: ReadonlySet<PlacedQuantity>;
}

/** Unit of a quantity in a measure: from its unit (money) or its noun; undefined where it carries none of the measure's. */
export function unitIn(measure: CompiledMeasure, quantity: PlacedQuantity, lemma: string | null): string | undefined {
  if (quantity.unit !== null) return measure.unitOf.get(quantity.unit);
  if (lemma === null) return undefined;
  // "European leader", "head of delegation": the head noun decides where the whole phrase is not listed.
  const [first = lemma] = lemma.split(' of ');
  return measure.unitOf.get(lemma) ?? measure.unitOf.get(first.split(' ').at(-1)!);
}

/** The noun of a bare number: the whole's for a part, else that of the figure before it in the sentence. */
export function lemmaOf(
  quantity: PlacedQuantity,
  view: BlockView,
  spot: Spot,
  rules: FigureRules,
): { lemma: string | null; borrowed: boolean } {
  if (quantity.noun && !rules.others.has(quantity.noun.lemma)) return { lemma: quantity.noun.lemma, borrowed: false };
  if (quantity.kind !== 'cardinal') return { lemma: null, borrowed: false };
  const whole = view.wholes.get(quantity);
  if (whole?.noun) return { lemma: whole.noun.lemma, borrowed: true };
  const before = view.quantities.filter(
    (q) => q.start < quantity.start && q.kind === 'cardinal' && q.noun && inside(q, spot.sentence),
  );
  const lent = before.at(-1)?.noun;
  if (lent) return { lemma: lent.lemma, borrowed: true };
  const label = labelNoun(quantity, view, spot, rules);
  if (label) return { lemma: label, borrowed: true };
  const told = hitsBefore(rules.numberOf, view, spot, spot.clause.start).at(-1);
  const index = view.sentences.findIndex((s) => inside(quantity, s));
  const asked = hitsBefore(rules.howMany, view, spot, view.sentences[Math.max(0, index - 1)]?.start ?? 0).at(-1);
  // "The number of contributing nations stood at 26": the first that a measure counts.
  const noun = told ? nounBehind(told, view, rules, true) : asked && nounBehind(asked, view, rules, false);
  return noun ? { lemma: noun, borrowed: true } : { lemma: null, borrowed: false };
}

const hitsBefore = (cues: number, view: BlockView, spot: Spot, start: number) =>
  (view.hits.get(cues) ?? []).filter((hit) => hit.to < spot.from && view.tokens[hit.from]!.start >= start);

/** The noun behind "the number of", "how many": one that a measure counts, or else (`any`) the next word. */
function nounBehind(hit: CueHit, view: BlockView, rules: FigureRules, any: boolean): string | undefined {
  const behind = view.tokens.slice(hit.to, hit.to + WORDS_TO_COUNTED).map((t) => rules.singular(t.word));
  return (
    behind.find((lemma) => rules.measures.some(({ unitOf }) => unitOf.has(lemma))) ?? (any ? behind[0] : undefined)
  );
}

/** "Leaders at the meeting: over 30": the first noun of the label that a measure counts. */
function labelNoun(quantity: PlacedQuantity, view: BlockView, spot: Spot, rules: FigureRules): string | null {
  const { start } = view.sentences.find((s) => inside(quantity, s)) ?? spot.sentence;
  const label = view.text.slice(start, quantity.start);
  if (label.length > LONGEST_LABEL || !LABEL.test(label)) return null;
  for (const token of view.tokens) {
    if (token.start < start) continue;
    if (token.end > quantity.start) break;
    const lemma = rules.singular(token.word);
    if (lemma !== token.word && rules.measures.some(({ unitOf }) => unitOf.has(lemma))) return lemma;
  }
  return null;
}

/** "The number of European and other nations": words to the noun. */
const WORDS_TO_COUNTED = 4;
/** Characters: a label is short. */
const LONGEST_LABEL = 80;
/** All of the label, up to the colon right before the number. */
const LABEL = /^[^:.;!?]*:\s*$/u;
