/** How a number stands to others: part or whole, definite, a difference, a reference back. */
import { tokenAt } from '../tokens.ts';
import type { PlacedQuantity, Span } from '../types.ts';
import type { Figure } from './figure.ts';
import type { FigureRules } from './rules.ts';
import type { BlockView } from './view.ts';

/** People refer back to so many at most by their number. */
const BACK_REFERENCE_MOST = 4;

/** "Nine more than the Union has members": no count of anything. */
export function isDifference(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.noun) return false;
  const next = tokenAt(view.tokens, quantity.end);
  return (view.hits.get(rules.difference) ?? []).some((hit) => hit.from === next);
}

/** How many words may stand between "puts it" and the number: "puts it higher, at more than 30". */
const AGAIN_REACH = 4;

/** "London puts it at 28": another value of what was counted just before. */
export function isSameAgain(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.noun || quantity.unit !== null || quantity.kind !== 'cardinal') return false;
  const first = tokenAt(view.tokens, quantity.core.start);
  return (view.hits.get(rules.sameAgain) ?? []).some((hit) => hit.to <= first && first - hit.to <= AGAIN_REACH);
}

/** Characters before a number: a comma, and a word. A sentence may be a whole page. */
const OR_REACH = 16;

/** "35 nations, or 37 if you ask others", "thirty, a little under that by another count": the same count by somebody else. */
export function isOrElse(quantity: PlacedQuantity, view: BlockView, sentence: Span, rules: FigureRules): boolean {
  if (quantity.noun || quantity.unit !== null || quantity.kind !== 'cardinal' || isPart(quantity, view, rules))
    return false;
  const first = tokenAt(view.tokens, quantity.start);
  const next = tokenAt(view.tokens, quantity.end);
  const gap = view.text.slice(Math.max(sentence.start, quantity.start - OR_REACH), quantity.start);
  const or = (view.hits.get(rules.or) ?? []).some((hit) => hit.to === first) && /[,–—(]\s*\p{L}+\s*$/u.test(gap);
  const otherwise = (view.hits.get(rules.otherwise) ?? []).some((hit) => hit.from === next);
  return or || (otherwise && /[,–—(]\s*$/u.test(gap));
}

/** "From the initial eleven": words between such a word and the number. */
const FORMER_REACH = 1;

/** "A rise from the initial eleven", "compared with eleven in spring": the value of an earlier day. */
export function isFormer(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  const first = tokenAt(view.tokens, quantity.core.start);
  return (view.hits.get(rules.formerly) ?? []).some((hit) => hit.to <= first && first - hit.to <= FORMER_REACH);
}

/** Shares of one whole. */
const WHOLE_PERCENT = 100;

/** "58 per cent, up from 52"; "58 per cent were in favour and 28 against", which together are no more than a whole: a percentage too. */
export function isPercentage(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.noun || quantity.unit !== null || quantity.kind !== 'cardinal' || quantity.partOf) return false;
  const sentence = view.sentences.find((s) => quantity.start >= s.start && quantity.start < s.end);
  const before = view.quantities.filter((q) => q.end <= quantity.start && q.start >= (sentence?.start ?? 0)).at(-1);
  if (before?.unit !== 'percent') return false;
  const first = tokenAt(view.tokens, quantity.core.start);
  if ((view.hits.get(rules.changeFrom) ?? []).some((h) => h.to === first)) return true;
  return (before.value ?? WHOLE_PERCENT) + (quantity.value ?? WHOLE_PERCENT) <= WHOLE_PERCENT;
}

/** Words that make a figure definite stand right before its number: "the", "its". */
export function isDefinite(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  const first = tokenAt(view.tokens, quantity.core.start);
  return (view.hits.get(rules.definite) ?? []).some((hit) => hit.to === first || hit.from === first);
}

/**
 * "And a 19-member group wants …": what opens its clause with "a" is new to the reader. Not "the club, a 35-member group," nor
 * "it is a 35-member club".
 */
export function isNew(quantity: PlacedQuantity, view: BlockView, sentence: Span, rules: FigureRules): boolean {
  const first = tokenAt(view.tokens, quantity.core.start);
  const article = (view.hits.get(rules.indefinite) ?? []).find((hit) => hit.to === first);
  if (!article) return false;
  const before = view.tokens[article.from - 1];
  return (
    before === undefined ||
    before.start < sentence.start ||
    (view.hits.get(rules.joints) ?? []).some((hit) => hit.to === article.from)
  );
}

/** "Of the 35 governments, 26 …"; "26 of the 35". */
export function isWhole(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (view.partsOfWholes.has(quantity)) return true;
  const first = tokenAt(view.tokens, quantity.core.start);
  return (view.hits.get(rules.wholeBefore) ?? []).some((hit) => hit.to === first);
}

/** "26 of the 35", "26 of its members". */
export function isPart(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.partOf) return true;
  const next = tokenAt(view.tokens, quantity.core.end);
  const hit = (view.hits.get(rules.partOf) ?? []).find((one) => one.from === next);
  if (!hit) return false;
  // "15,000 at most, of whom half would be British": behind a comma it is the whole that is divided.
  if (/[,;]/u.test(view.text.slice(quantity.core.end, view.tokens[hit.from]!.start))) return false;
  // "The leaders, about 35 of them, met": between commas it is all of them.
  const before = view.text.slice(Math.max(0, quantity.core.start - 3), quantity.core.start);
  const after = view.text.slice(view.tokens[hit.to - 1]!.end).slice(0, 2);
  return !(/[,–—]\s*$/u.test(before) && /^\s?[,–—]/u.test(after));
}

/** "Ten of them", "35 countries, of whom eight …", "of the 35, only ten …": told as a part of what is told beside it. */
export function isToldAsPart({ quantity, view, sentence }: Figure, rules: FigureRules): boolean {
  const first = tokenAt(view.tokens, quantity.core.start);
  const before = view.quantities.filter((q) => q.end <= quantity.start && q.start >= sentence.start).at(-1);
  return (
    isPart(quantity, view, rules) ||
    (before !== undefined && isWhole(before, view, rules)) ||
    (view.hits.get(rules.partBehind) ?? []).some((hit) => hit.to === first)
  );
}

/** "Of the 26 countries that pledged": what follows is told of the figure itself, whatever part is taken from it. */
export function isDescribed(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  const next = tokenAt(view.tokens, quantity.end);
  return quantity.noun !== null && (view.hits.get(rules.relatives) ?? []).some((hit) => hit.from === next);
}

/** "Twelve more": of what the figure before counts, whatever that is. */
export function isMore(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  const next = tokenAt(view.tokens, quantity.core.end);
  return quantity.noun === null && (view.hits.get(rules.more) ?? []).some((hit) => hit.from === next);
}

const keptParts = new WeakMap<BlockView, ReadonlySet<PlacedQuantity>>();

export function partsOf(view: BlockView, rules: FigureRules): ReadonlySet<PlacedQuantity> {
  const known = keptParts.get(view);
  if (known) return known;
  const parts = new Set(view.quantities.filter((q) => isPart(q, view, rules)));
  keptParts.set(view, parts);
  return parts;
}

/** "The two presidents": a reference to those already named, not a count of all there are. */
export function isBackReference(quantity: PlacedQuantity, view: BlockView, rules: FigureRules): boolean {
  if (quantity.bound !== '=' || quantity.value === undefined || quantity.value > BACK_REFERENCE_MOST) return false;
  return isDefinite(quantity, view, rules);
}
