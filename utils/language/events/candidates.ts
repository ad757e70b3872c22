/** The pack's events, ready to be compared with what a text says of a meeting. */
import { dayOf } from '../dates/calendar.ts';
import { foldKey } from '../fold.ts';
import type { EntityRule } from '../pack-rules.ts';
import type { DateRange } from '../types.ts';
import type { Meeting } from './meetings.ts';

export interface Candidate {
  id: string;
  range: DateRange;
  /** Folded. */
  places: string[];
  cues: string[];
  /** Aliases that need no context, folded. */
  names: string[];
  /** All words of names, aliases, places and cues. */
  vocabulary: Set<string>;
  needsCue: boolean;
}

/** A page is about an event on its days and so many days after: reports, reactions and weeklies. */
export const AFTERMATH_DAYS = 3;
/** "The Paris summit", without a day, is the last one there if it is not longer ago than this. */
const RECENT_DAYS = 30;

export function candidatesOf(entities: readonly EntityRule[]): Candidate[] {
  return entities.flatMap((entity) => {
    if (!entity.event) return [];
    const { from, to, places, cues, needsCue } = entity.event;
    const folded = { places: places.map(placeKey), cues: cues.map(foldKey) };
    const texts = [entity.name, ...entity.aliases.map((alias) => alias.text), ...folded.places, ...folded.cues];
    return [
      {
        id: entity.id,
        range: { from, to },
        ...folded,
        names: entity.aliases.filter((alias) => !alias.needsContext).map((alias) => foldKey(alias.text)),
        vocabulary: new Set(texts.flatMap((text) => foldKey(text).match(/[\p{L}\p{N}]+/gu) ?? [])),
        needsCue: needsCue ?? false,
      },
    ];
  });
}

/** Ids of places ("united-kingdom") are read as their words. */
const placeKey = (place: string): string => foldKey(place).replaceAll('-', ' ');

/** Is `phrase` in `text`, at word edges? Both folded. */
export function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + phrase.length] ?? ' '))
      return true;
  return false;
}

/** Number of the event's cues and places in a folded text. */
export const support = (candidate: Candidate, text: string): number =>
  [...new Set([...candidate.cues, ...candidate.places])].filter((phrase) => hasPhrase(text, phrase)).length;

export const hasCue = (candidate: Candidate, text: string): boolean =>
  candidate.cues.some((cue) => hasPhrase(text, cue));

/** Does what is said of the meeting speak against the event? `text` is the meeting's sentence, folded. */
export function contradicts(candidate: Candidate, meeting: Meeting): boolean {
  if (meeting.bilateral) return true;
  if (meeting.places.length && !meeting.places.some((place) => isPlaceOf(candidate, place))) return true;
  const [whole, ...rest] = meeting.modifiers;
  if (whole !== undefined && ![whole, ...rest].some((modifier) => isOf(candidate, modifier))) return true;
  return meeting.kinds.some((kind) => !candidate.cues.some((cue) => cue.includes(kind) || kind.includes(cue)));
}

/** "elysee palace in central paris" and "paris" are one place for us: any place of the event inside the words counts. */
const isPlaceOf = (candidate: Candidate, place: string): boolean =>
  candidate.places.some((own) => hasPhrase(place, own) || hasPhrase(own, place));

const isOf = (candidate: Candidate, modifier: string): boolean =>
  (modifier.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => candidate.vocabulary.has(word)) ||
  isPlaceOf(candidate, modifier);

/** Does the meeting's own phrase point at the event: by its place or by a word before the noun? */
export const pointsAt = (candidate: Candidate, meeting: Meeting): boolean =>
  meeting.places.some((place) => isPlaceOf(candidate, place)) ||
  meeting.modifiers.some(
    (modifier) => isPlaceOf(candidate, modifier) || candidate.cues.some((cue) => hasPhrase(cue, modifier)),
  ) ||
  meeting.kinds.some((kind) => candidate.cues.some((cue) => cue.includes(kind)));

/** Days from the event's end to the page's date; negative before it begins; 0 while it lasts. */
export function daysAfter(candidate: Candidate, page: DateRange): number {
  if (page.from > candidate.range.to) return dayOf(page.from) - dayOf(candidate.range.to);
  return page.to < candidate.range.from ? dayOf(page.to) - dayOf(candidate.range.from) : 0;
}

export const isCurrent = (candidate: Candidate, page: DateRange): boolean => {
  const days = daysAfter(candidate, page);
  return days >= 0 && days <= AFTERMATH_DAYS;
};

export const isRecent = (candidate: Candidate, page: DateRange): boolean => {
  const days = daysAfter(candidate, page);
  return days >= 0 && days <= RECENT_DAYS;
};

/** The best by `score`, or null where two are equally good. */
export function onlyBest<T>(items: readonly T[], score: (item: T) => number): T | null {
  let best: T | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const value = score(item);
    if (value > top) [best, top] = [item, value];
    else if (value === top) best = null;
  }
  return best;
}
