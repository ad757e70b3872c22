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

const without = (figure: PageFigure): PageFigure => ({ ...figure, classified: null, scope: {}, guesses: [] });

const saysTheSame = (item: Item): boolean => {
  const counted = item.against.filter((against) => !against.secondary);
  const same = counted.filter(({ verdict }) => verdict === 'same').length;
  return same > 0 && same > counted.filter(({ verdict }) => verdict === 'conflicts').length;
};

/** The figure's item under the reading that can be stood for; without a measure where there is none. */
export function settledItem(id: string, figure: PageFigure, context: CompareContext): Item {
  const item = figureItem(id, figure, context);
  if (figure.classified) {
    const alarms = item.verdict === 'conflicts' || item.verdict === 'sources differ';
    const doubtful = alarms && figure.classified.score < SURE_ENOUGH_TO_CONFLICT && !saysTheSame(item);
    return doubtful ? figureItem(id, without(figure), context) : item;
  }
  for (const guess of figure.guesses) {
    const guessed = figureItem(id, guess, context);
    if (guess.said && saysTheSame(guessed))
      return { ...guessed, explain: [...(guessed.explain ?? []), 'a guess, kept because sources say the same'] };
  }
  return item;
}
