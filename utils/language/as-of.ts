/** As of when something on the page is said to be so. */
import { partialDate } from './dates/calendar.ts';
import { indexOf } from './reading-index.ts';
import type { DateMention, Place, PlacedQuantity, Reading } from './types.ts';

/**
 * The date that the words at `place` are of: the nearest date of their sentence that is not ahead, not one end of a stretch
 * ("since March") and not after the page, its clause first; else the page's. `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null without either.
 */
export function findAsOf(reading: Reading, place: Place): string | null {
  const { pageDate } = reading;
  const index = indexOf(reading);
  const sentence = index.sentences(place.block)[index.sentenceAt(place)];
  if (sentence) {
    const clause = sentence.clauses.find((c) => place.start >= c.start && place.start < c.end) ?? sentence;
    const distance = (d: DateMention) =>
      (d.start >= place.end ? d.start - place.end : Math.max(0, place.start - d.end)) +
      (d.start >= clause.start && d.start < clause.end ? 0 : sentence.end - sentence.start);
    // "35 members, up from 30 in March": the date is the other number's.
    const next = startBehind(index.quantitiesIn(sentence), place.end);
    let nearest: DateMention | null = null;
    for (const date of index.datesIn(sentence)) {
      if (date.future || date.open || (pageDate && date.range.from > pageDate.to)) continue;
      if (next !== undefined && date.start > next) continue;
      if (!nearest || distance(date) < distance(nearest)) nearest = date;
    }
    if (nearest) return partialDate(nearest.range);
  }
  return pageDate && partialDate(pageDate);
}

/** Where the first of the quantities behind `offset` starts (binary search: a sentence made to hurt has thousands). */
function startBehind(quantities: readonly PlacedQuantity[], offset: number): number | undefined {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quantities[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return quantities[low]?.start;
}
