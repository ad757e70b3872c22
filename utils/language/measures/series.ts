/**
 * Figures told in a row: "64,000 troops were discussed; not even 25,000 look realistic". The second names nothing of what it
 * counts, because the first did.
 */
import type { PlacedQuantity } from '../types.ts';
import { inside } from './figure.ts';
import type { FigureRules } from './rules.ts';
import type { Classified } from './score.ts';
import type { BlockView } from './view.ts';

/** Values of one thing differ by no more than this factor where they are soldiers, … */
const MOST_APART = 10;
/** … and where they are sums of money, of which one may be a year's and another a decade's. */
const MOST_APART_MONEY = 25;
/** Strong enough to be a reading, too weak to raise an alarm: what doubt finds never does. */
const SERIES_SCORE = 0.4;

const sizeOf = ({ value, hard }: PlacedQuantity): number => value ?? hard.high ?? hard.low ?? 0;

const isBare = ({ noun, unit, kind }: PlacedQuantity): boolean =>
  kind === 'money' || (kind === 'cardinal' && unit === null && noun === null);

/**
 * The measure of the figure told just before, in the same sentence or the one before it, or else of the next one in the
 * sentence. `own`: what `quantity` could count by its kind and size, nothing in its clause excluding it.
 */
export function inSeries(
  quantity: PlacedQuantity,
  view: BlockView,
  own: readonly Classified[],
  results: ReadonlyMap<PlacedQuantity, Classified | null>,
  rules: FigureRules,
): Classified | null {
  if (!isBare(quantity) || own.length === 0) return null;
  const index = view.sentences.findIndex((s) => inside(quantity, s));
  const sentence = view.sentences[index];
  if (!sentence) return null;
  const from = view.sentences[Math.max(0, index - 1)]!.start;
  const near = view.quantities.filter((q) => q !== quantity && q.start >= from && q.start < sentence.end);
  const before = near.filter((q) => q.end <= quantity.start).reverse();
  for (const other of [...before, ...near.filter((q) => q.start >= quantity.end)]) {
    const found = results.get(other);
    if (!found || other.kind !== quantity.kind || !rules.byId.get(found.measure)?.inSeries) continue;
    const [a, b] = [sizeOf(quantity), sizeOf(other)];
    const most = quantity.kind === 'money' ? MOST_APART_MONEY : MOST_APART;
    if (a > b * most || b > a * most) return null;
    // "France 6,000, Britain 4,000": of another country where that stands right before it.
    const same = own.find(
      (one) =>
        one.measure === found.measure &&
        ((one.scope.country ?? '') === (found.scope.country ?? '') ||
          (one.beside === true && found.scope.country !== undefined)),
    );
    // Its own words speak for another measure.
    if (!same || own.some((one) => one.measure !== same.measure && one.score > same.score)) return null;
    return { ...same, score: SERIES_SCORE, because: [`told beside “${other.surface}”`, ...same.because.slice(1)] };
  }
  return null;
}
