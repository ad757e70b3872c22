/**
 * Figures whose measure is in doubt. A guess is kept where the figure says exactly what sources say of that measure: a page
 * about the topic that says "26 partners" means the 26. A reading just strong enough is dropped where it would conflict: a
 * false alarm costs more than a miss. Pure.
 */
import type { Item } from '../utils/report.ts';
import type { CompareContext, PageFigure } from './analyse-context.ts';
import { figureItem } from './analyse-figures.ts';

/** Readings below this are right about as often as not where no source agrees with them; above it nearly always. */
const SURE_ENOUGH_TO_CONFLICT = 0.52;

/** Below this, a number that is exactly another measure's is more likely that one than a conflict with this one. */
const SURE_AGAINST_ANOTHER = 0.8;

const without = (figure: PageFigure): PageFigure => ({ ...figure, classified: null, scope: {}, guesses: [] });

const saysTheSame = (item: Item): boolean => {
  const counted = item.against.filter((against) => !against.secondary);
  const same = counted.filter(({ verdict }) => verdict === 'same').length;
  return same > 0 && same > counted.filter(({ verdict }) => verdict === 'conflicts').length;
};

/** The reading, of those that are guesses, under which the figure says what the sources say. */
function agreeingGuess(id: string, figure: PageFigure, context: CompareContext): Item | null {
  for (const guess of figure.guesses) {
    // What a question or a denial counts is told by the sources too; nothing is compared with it then.
    if (!saysTheSame(figureItem(id, { ...guess, said: true }, context))) continue;
    const item = figureItem(id, guess, context);
    return { ...item, explain: [...(item.explain ?? []), 'a guess, kept because sources say the same'] };
  }
  return null;
}

/** The figure's item under the reading that can be stood for; without a measure where there is none. */
export function settledItem(id: string, figure: PageFigure, context: CompareContext): Item {
  const item = figureItem(id, figure, context);
  if (!figure.classified) return agreeingGuess(id, figure, context) ?? item;
  const { score } = figure.classified;
  // What is asked or denied is not compared; which of two readings it has, the comparison tells all the same.
  const compared = figure.said ? item : figureItem(id, { ...figure, said: true }, context);
  const alarms = (compared.verdict === 'conflicts' || compared.verdict === 'sources differ') && !saysTheSame(compared);
  if (!alarms) return item;
  const other = score < SURE_AGAINST_ANOTHER ? agreeingGuess(id, figure, context) : null;
  return other ?? (score < SURE_ENOUGH_TO_CONFLICT ? figureItem(id, without(figure), context) : item);
}
