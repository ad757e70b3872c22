/** Whose troops, whose money: the country that a figure belongs to, where the text gives one. */
import type { Mention, PlacedQuantity, Sentence, Span } from './types.ts';

const inside = (place: Span, span: Span) => place.start >= span.start && place.start < span.end;

export interface Contributors {
  countries: string[];
  /** How they were found: named inside the figure, before it in its clause, elsewhere in its sentence, through somebody who acts for them, or carried over from a sentence before. */
  by: 'inside' | 'before' | 'name' | 'person' | 'carried' | 'none';
}

/** "Britain's planned 7,500 soldiers": characters between an owner and the figure. */
const OWNER_REACH = 20;

/** What tells countries from those who act for them. */
export type CountryOf = (entity: string) => { country: string; person: boolean } | null;

/**
 * Countries that a figure is of, nearest evidence first: those inside the figure ("British troops"), else those in its
 * clause before it, else those in its clause after it, else those before it in the sentence; several where several share
 * the figure. Persons stand for their country only where no country is named. `none` lists countries that never
 * are contributors (where the troops go). `tail`: so many characters behind the figure belong to it ("1,000 soldiers from France").
 * `possesses`: the mention owns what stands behind it ("to match Britain's share, France would send 500"), which need not be the figure.
 */
export function findContributors(
  quantity: PlacedQuantity,
  sentence: Sentence,
  clause: Span,
  mentions: readonly Mention[],
  none: readonly string[],
  countryOf: CountryOf,
  tail = 0,
  possesses: (mention: Mention) => boolean = () => false,
): Contributors {
  const here = mentions.filter((m) => inside(m, sentence));
  const countries = (span: Span, person: boolean, free = false) => [
    ...new Set(
      here
        .filter((m) => inside(m, span) && !(free && quantity.start - m.end > OWNER_REACH && possesses(m)))
        .flatMap((m) => {
          const found = countryOf(m.entity);
          return found && found.person === person && !none.includes(found.country) ? [found.country] : [];
        }),
    ),
  ];
  const own = countries({ start: quantity.start, end: quantity.end + tail }, false);
  if (own.length) return { countries: own, by: 'inside' };
  const tries: Span[] = [
    { start: clause.start, end: quantity.start },
    { start: quantity.end, end: clause.end },
    { start: sentence.start, end: quantity.start },
  ];
  for (const person of [false, true])
    for (const [i, span] of tries.entries()) {
      const all = countries(span, person);
      const free = all.length > 1 ? countries(span, person, true) : all;
      const found = free.length > 0 ? free : all;
      if (found.length) return { countries: found, by: person ? 'person' : i === 0 ? 'before' : 'name' };
    }
  return { countries: [], by: 'none' };
}

/** "Estonia is ready to help. That would mean 150 soldiers": so many sentences back a country is still spoken of. */
const CARRY_SENTENCES = 2;

/** The one country of the nearest sentence before that speaks of any; none where it speaks of several. */
export function carriedContributor(
  sentence: Span,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  none: readonly string[],
  countryOf: CountryOf,
): Contributors {
  const nothing: Contributors = { countries: [], by: 'none' };
  const before = sentences.filter((s) => s.end <= sentence.start).slice(-CARRY_SENTENCES);
  for (const one of before.reverse()) {
    const found = mentions.filter((m) => inside(m, one)).flatMap((m) => countryOf(m.entity)?.country ?? []);
    const countries = [...new Set(found)].filter((country) => !none.includes(country));
    if (countries.length > 0) return countries.length === 1 ? { countries, by: 'carried' } : nothing;
  }
  return nothing;
}

/** Whether the figure itself names a country that is none of the measure's: "10,000 Russian soldiers". */
export function namesInside(
  quantity: Span,
  mentions: readonly Mention[],
  countries: readonly string[],
  countryOf: CountryOf,
): boolean {
  return mentions.some((m) => {
    const found = inside(m, quantity) ? countryOf(m.entity) : null;
    return found !== null && !found.person && countries.includes(found.country);
  });
}
