/** A second look at all figures of a page: what each counts beside the others, once each was read by itself. */
import type { PlacedQuantity } from '../types.ts';
import { inside } from './figure.ts';
import { isOrElse, partsOf } from './parts.ts';
import type { FigureRules } from './rules.ts';
import { type Classified, STRONG_ENOUGH } from './score.ts';
import { inSeries } from './series.ts';
import type { BlockView } from './view.ts';

/** What a page's quantities count. `results` is changed. */
export interface Counted {
  quantities: readonly PlacedQuantity[];
  views: ReadonlyMap<PlacedQuantity, BlockView>;
  results: Map<PlacedQuantity, Classified | null>;
  /** All readings that a quantity's words allow, likeliest first. */
  possible: ReadonlyMap<PlacedQuantity, Classified[]>;
  rules: FigureRules;
}

export function lookAgain(page: Counted): void {
  dropEchoes(page);
  dropBorrowed(page);
  sameNumberElsewhere(page);
  tellOrElse(page);
  tellInSeries(page);
  tellApart(page);
}

/**
 * "Twenty-six are willing to do something, and nine are willing to be photographed": a bare number that takes the measure of
 * another figure of its sentence, on weaker cues, only echoes it.
 */
function dropEchoes({ quantities, views, results, possible, rules }: Counted): void {
  const count = (one: Classified) => [one.measure, ...(rules.byId.get(one.measure)?.sameAs ?? [])].sort().join();
  for (const quantity of quantities) {
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
        // "35 attended, 27 of them at the level of …": states and leaders.
        other.unit === own.unit &&
        other.score > own.score
      );
    });
    // "Of its 35 members, 26 are up for it": no second count of the members, but one of the willing.
    const next = possible.get(quantity)?.find((one) => one.score >= STRONG_ENOUGH && count(one) !== count(own));
    if (louder) results.set(quantity, next ?? null);
  }
}

/**
 * "Two deminers were killed. … Thirty colleagues had been evacuated": a figure none of whose cues stands in its own sentence
 * borrows them; where a surer figure of the paragraph has another value of that count, they are that one's.
 */
function dropBorrowed({ quantities, views, results, rules }: Counted): void {
  for (const quantity of quantities) {
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
function sameNumberElsewhere({ quantities, views, results, possible, rules }: Counted): void {
  const told = new Map<number, Classified | null>();
  for (const [{ value, noun, kind }, found] of results) {
    if (!found || !noun || kind !== 'cardinal' || value === undefined || value < TWICE_FROM) continue;
    const before = told.get(value);
    const differs = before !== undefined && (before?.measure !== found.measure || !sameScope(before, found));
    told.set(value, differs || !rules.byId.get(found.measure)?.inSeries ? null : found);
  }
  for (const quantity of quantities) {
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

/** "More than two dozen countries, or twenty-six by another count, have pledged troops": both count what is said behind the second. */
function tellOrElse({ quantities, views, results, possible, rules }: Counted): void {
  for (const quantity of quantities) {
    const view = views.get(quantity);
    const sentence = view?.sentences.find((s) => inside(quantity, s));
    if (!view || !sentence || results.get(quantity)) continue;
    const next = view.quantities.find((q) => q.start >= quantity.end);
    const other = next && inside(next, sentence) && isOrElse(next, view, sentence, rules) ? results.get(next) : null;
    const same = other && possible.get(quantity)?.find((one) => one.measure === other.measure);
    if (same)
      results.set(quantity, { ...same, score: STRONG_ENOUGH, because: [...same.because, `beside ${next!.surface}`] });
  }
}

const sameScope = (a: Classified | null, b: Classified): boolean =>
  (a?.scope.country ?? '') === (b.scope.country ?? '');

/** Figures told in a row (series.ts). */
function tellInSeries({ quantities, views, results, possible, rules }: Counted): void {
  for (const quantity of quantities) {
    const view = views.get(quantity);
    if (!view || results.get(quantity)) continue;
    const found = inSeries(quantity, view, possible.get(quantity) ?? [], results, rules);
    if (found) results.set(quantity, found);
  }
}

/** "Ten leaders came to Paris and 28 dialled in": beside those who dialled in, the ten are those in the room, not all. */
function tellApart({ quantities, views, results, rules }: Counted): void {
  for (const quantity of quantities) {
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
