/** Where a sentence names a way of taking part in a meeting: "by phone", "from London", "travelled to Paris". */
import type { CompiledFact } from './compiled.ts';
import type { ReaderInput } from './context.ts';
import { findPatterns, longestAt, type Match, type Pattern } from './patterns.ts';
import { placeOf, type Referent, referentAt, type SentenceView } from './view.ts';

/** "travelled to the French capital". */
const PLACE_REACH = 4;

export interface Way extends Match {
  value: string;
}

/** Where a way of taking part is named, the longest reading of each place; "from London" and "travelled to Paris" last. */
export function waysIn(view: SentenceView, measure: CompiledFact, input: ReaderInput): Way[] {
  const ways: Way[] = [];
  for (const { value, patterns } of measure.values)
    for (const { from, to } of findPatterns(patterns, view.tokens)) ways.push({ from, to, value });
  const { participation } = input.words;
  const named = clear(ways).filter(({ from }) => !isOfMany(view, from, participation.ofMany));
  const placed: Way[] = [];
  for (const { from, to } of findPatterns(participation.travel, view.tokens)) {
    const end = placeOfMeeting(view, to, input);
    if (end !== null) placed.push({ from, to: end, value: 'in-person' });
  }
  for (const { from, to } of findPatterns(participation.arrive, view.tokens))
    placed.push({ from, to, value: 'in-person' });
  for (const { from, to } of findPatterns(participation.from, view.tokens)) {
    const end = otherPlace(view, to, input);
    if (end !== null) placed.push({ from, to: end, value: 'remote' });
  }
  const apart = clear(placed).filter((p) => !named.some((n) => n.from < p.to && p.from < n.to));
  const depth = (way: Way) => depthOf(way.value, measure);
  return [...named, ...apart].sort((a, b) => depth(b) - depth(a) || a.from - b.from);
}

/** "Thirty leaders heard Macron out, many of them by video". */
const isOfMany = (view: SentenceView, at: number, ofMany: readonly Pattern[]): boolean =>
  [2, 3].some((words) => at >= words && longestAt(ofMany, view.tokens, at - words) === at);

/** How narrow a value is: of "connected remotely by video" the video counts. */
function depthOf(value: string, measure: CompiledFact): number {
  const { values } = measure.rule;
  let depth = 0;
  // A pack may name values in a circle: no value is deeper than there are values.
  for (let at: string | undefined = value; at !== undefined && depth <= values.length; depth++)
    at = values.find((v) => v.value === at)?.within;
  return depth;
}

/** The longest of those that overlap. */
function clear(ways: readonly Way[]): Way[] {
  const kept: Way[] = [];
  for (const way of [...ways].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((k) => k.from < way.to && way.from < k.to)) kept.push(way);
  return kept.sort((a, b) => a.from - b.from);
}

/** The meeting's places in lower case; empty where the event is not known. */
function placesOfEvent(view: SentenceView, token: number, input: ReaderInput): string[] {
  const { event } = input.context.eventAt(placeOf(view, token, token + 1));
  return (event ? input.context.entities.get(event)?.event?.places : undefined)?.map((p) => p.toLowerCase()) ?? [];
}

/** End of the meeting, or of its place, within a few words from `at`. */
function placeOfMeeting(view: SentenceView, at: number, input: ReaderInput): number | null {
  const places = at < view.tokens.length ? placesOfEvent(view, at, input) : [];
  for (let k = at; k < Math.min(view.tokens.length, at + PLACE_REACH); k++) {
    if (places.includes(view.tokens[k]!.word) || referentAt(view, k)?.kind === 'coalition') return k + 1;
    if (input.words.raw.capital.includes(view.tokens[k]!.word) && isCapitalOf(referentAt(view, k - 1), places, input))
      return k + 1;
    const end = longestAt(input.words.participation.meeting, view.tokens, k);
    if (end !== null) return end;
  }
  return null;
}

/** "The French capital": one of the country's names is the meeting's place. */
const isCapitalOf = (country: Referent | undefined, places: readonly string[], { context }: ReaderInput): boolean =>
  country?.kind === 'country' &&
  (context.entities.get(country.entity)?.aliases ?? []).some(({ text }) => places.includes(text.toLowerCase()));

/** End of a capital, other than the meeting's places, right at `at`. */
function otherPlace(view: SentenceView, at: number, input: ReaderInput): number | null {
  for (let k = at; k < Math.min(view.tokens.length, at + 2); k++) {
    const place = referentAt(view, k);
    if (place?.kind !== 'country' || place.attributive) continue;
    const places = placesOfEvent(view, k, input);
    if (places.length === 0 || places.includes(view.tokens[k]!.word)) return null;
    return place.to;
  }
  return null;
}
