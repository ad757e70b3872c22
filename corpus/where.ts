/** Which claims of a measure are asked for, found in its part: by place and time, or by the number that they say. Pure. */
import { isSameNumber } from './compare.ts';
import type { BlockOf, MeasurePart } from './edition.ts';
import { ALIKE_MOST, type Alike, ageOf, countryOfKey, NEAREST_MOST } from './near.ts';

/** A claim by its document's place in the pack and its own in the document, and where its text is. */
export interface Where {
  document: number;
  claim: number;
  block: string;
  at: number;
}

const whereIn = ({ documents, claims }: MeasurePart, block: BlockOf, at: number): Where => ({
  document: documents[at]!,
  claim: claims[at]!,
  block: block(at),
  at,
});

export const between = (part: MeasurePart, block: BlockOf, from: number, to: number): Where[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => whereIn(part, block, from + i));

/** The first place from `from` to `to` that is not before what is looked for. */
function firstNot(from: number, to: number, isBefore: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From and to of a place's claims; nothing where there are none. */
export function stretchOf({ places, starts }: MeasurePart, place: string): [from: number, to: number] {
  const at = firstNot(0, places.length, (i) => places[i]! < place);
  return places[at] === place ? [starts[at]!, starts[at + 1]!] : [0, 0];
}

/** From and to of the claims of a place nearest to a day; without a day the newest. */
export function nearestIn(part: MeasurePart, place: string, day: string | null): [from: number, to: number] {
  const [from, to] = stretchOf(part, place);
  const age = day === null ? (part.ages[from] ?? 0) : ageOf(day);
  // From the day on in both directions, a step at a time to where the next claim is nearer.
  let end = firstNot(from, to, (at) => part.ages[at]! < age);
  let start = end;
  while (end - start < NEAREST_MOST && (start > from || end < to)) {
    const later = start > from ? age - part.ages[start - 1]! : Number.POSITIVE_INFINITY;
    const earlier = end < to ? part.ages[end]! - age : Number.POSITIVE_INFINITY;
    if (earlier <= later) end++;
    else start--;
  }
  return [start, end];
}

/** Whether one of the claims from `from` to `to` may say the number; a hedged one has no number here, and may say any. */
export function maySay({ values }: MeasurePart, [from, to]: readonly [number, number], wanted: number | null): boolean {
  for (let at = from; at < to; at++) {
    const value = values[at]!;
    if (Number.isNaN(value) || (wanted !== null && isSameNumber(value, wanted))) return true;
  }
  return false;
}

/** Claims that say exactly this number, of the country or of none: the nearest in time. */
export function saying(part: MeasurePart, block: BlockOf, { value, country, day }: Omit<Alike, 'measure'>): Where[] {
  const found: number[] = [];
  for (const [i, place] of part.places.entries()) {
    const of = countryOfKey(place);
    if (of && of !== country) continue;
    for (let at = part.starts[i]!; at < part.starts[i + 1]!; at++) if (part.values[at] === value) found.push(at);
  }
  const age = day === null ? null : ageOf(day);
  const away = (at: number) => (age === null ? part.ages[at]! : Math.abs(part.ages[at]! - age));
  return found
    .sort((a, b) => away(a) - away(b) || a - b)
    .slice(0, ALIKE_MOST)
    .map((at) => whereIn(part, block, at));
}
