/** Whose troops, whose money: the country that a figure belongs to, where the text gives one. */
import type { Mention, PlacedQuantity, Sentence, Span } from './types.ts';

const inside = (place: Span, span: Span) => place.start >= span.start && place.start < span.end;

/**
 * Countries that a figure is of, nearest evidence first: those named inside the figure ("British troops"), else those in
 * its clause before it, else those in its clause after it, else those before it in the sentence. Several where several share the
 * figure. `none` lists countries that never are (where the troops go). Persons stand for the country they act for.
 */
export function findContributors(
  quantity: PlacedQuantity,
  sentence: Sentence,
  clause: Span,
  mentions: readonly Mention[],
  none: readonly string[],
  countryOf: (entity: string) => string | null,
): string[] {
  const countries = (span: Span) => [
    ...new Set(
      mentions
        .filter((m) => inside(m, span))
        .map((m) => countryOf(m.entity))
        .filter((c): c is string => c !== null && !none.includes(c)),
    ),
  ];
  const tries: Span[] = [
    { start: quantity.start, end: quantity.end },
    { start: clause.start, end: quantity.start },
    { start: quantity.end, end: clause.end },
    { start: sentence.start, end: quantity.start },
  ];
  for (const span of tries) {
    const found = countries(span);
    if (found.length) return found;
  }
  return [];
}
