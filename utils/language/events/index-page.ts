/** What a page says of meetings, read once for each page: every sentence's meetings and the event of the page as a whole. */

import { daysIn, overlaps } from '../dates/calendar.ts';
import { foldKey } from '../fold.ts';
import type { EntityRule } from '../pack-rules.ts';
import { indexOf } from '../reading-index.ts';
import type { DateMention, DateRange, Mention, Reading, Sentence } from '../types.ts';
import {
  type Candidate,
  candidatesOf,
  daysAfter,
  hasCue,
  hasPhrase,
  isCurrent,
  onlyBest,
  support,
} from './candidates.ts';
import { findMeetings, type Meeting } from './meetings.ts';
import type { EventWords } from './words.ts';

export interface SentenceMeetings {
  sentence: Sentence;
  text: string;
  /** The sentence, folded. */
  folded: string;
  meetings: Meeting[];
  dates: readonly DateMention[];
  /** Events named in it: by the pack's names or as mentions. */
  named: { event: string; start: number; end: number }[];
  /** Countries that it calls by their own names, folded. */
  countries: Set<string>;
}

export interface PageMeetings {
  candidates: Candidate[];
  /** Sentences of each block, in order. */
  blocks: Map<number, SentenceMeetings[]>;
  /** The event that the page's own date points at. */
  current: Candidate | null;
  /** The page is dated to the day: what it says without naming a meeting is of its day. */
  dated: boolean;
  words: EventWords;
  pageDate: DateRange | null;
}

const pages = new WeakMap<Reading, { entities: readonly EntityRule[]; page: PageMeetings }>();

/** Read on first use and kept as long as the reading lives. Linear in the page. */
export function meetingsOf(reading: Reading, entities: readonly EntityRule[], words: EventWords): PageMeetings {
  const known = pages.get(reading);
  if (known && known.entities === entities) return known.page;
  const page = readPage(reading, entities, words);
  pages.set(reading, { entities, page });
  return page;
}

interface PackEvents {
  candidates: Candidate[];
  kinds: ReadonlyMap<string, EntityRule['kind']>;
  /** Names of the countries, folded. */
  countries: ReadonlyMap<string, string>;
}

const packs = new WeakMap<readonly EntityRule[], PackEvents>();

/** Of a pack's entities, kept as long as they live: a pack has tens of thousands, a page a few. */
function eventsOf(entities: readonly EntityRule[]): PackEvents {
  let events = packs.get(entities);
  if (!events) {
    events = {
      candidates: candidatesOf(entities),
      kinds: new Map(entities.map((entity) => [entity.id, entity.kind])),
      countries: new Map(entities.filter((e) => e.kind === 'country').map((e) => [e.id, foldKey(e.name)])),
    };
    packs.set(entities, events);
  }
  return events;
}

function readPage(reading: Reading, entities: readonly EntityRule[], words: EventWords): PageMeetings {
  const { candidates, kinds, countries } = eventsOf(entities);
  const kindOf = (entity: string) => kinds.get(entity) ?? null;
  const index = indexOf(reading);
  const blocks = new Map<number, SentenceMeetings[]>();
  for (const sentence of reading.sentences) {
    const text = index.text(sentence.block);
    const own = index.mentionsIn(sentence);
    const dates = index.datesIn(sentence).slice(0, MOST_DATES);
    const context = { text, sentence, mentions: own, dates, kindOf, words };
    const folded = foldKey(text.slice(sentence.start, sentence.end));
    const entry: SentenceMeetings = {
      sentence,
      text,
      folded,
      meetings: findMeetings(context),
      dates,
      named: namedEvents(folded, sentence, own, candidates, kindOf),
      countries: new Set(
        own.filter((m) => countries.get(m.entity) === foldKey(m.surface)).map((m) => foldKey(m.surface)),
      ),
    };
    const list = blocks.get(sentence.block);
    if (list) list.push(entry);
    else blocks.set(sentence.block, [entry]);
  }
  const page: PageMeetings = {
    candidates,
    blocks,
    current: null,
    dated: isDay(reading.pageDate),
    words,
    pageDate: reading.pageDate,
  };
  page.current = currentEvent(page, reading);
  return page;
}

function namedEvents(
  folded: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  candidates: readonly Candidate[],
  kindOf: (entity: string) => string | null,
): SentenceMeetings['named'] {
  const named = mentions
    .filter((m) => kindOf(m.entity) === 'event')
    .map((m) => ({ event: m.entity, start: m.start, end: m.end }));
  for (const candidate of candidates)
    for (const name of candidate.names) {
      const at = folded.indexOf(name);
      if (at >= 0 && !named.some((n) => n.event === candidate.id))
        named.push({ event: candidate.id, start: sentence.start + at, end: sentence.start + at + name.length });
    }
  return named;
}

/**
 * The event of the page's date: the one that is on, or was over at most AFTERMATH_DAYS ago. The nearest day wins, then what the page
 * says; two that fit equally well give none. A page dated to the month has an event only where that month holds one.
 */
function currentEvent(page: PageMeetings, reading: Reading): Candidate | null {
  const { pageDate } = reading;
  if (!pageDate) return null;
  const text = foldKey(reading.blocks.map((block) => block.text).join('\n'));
  const toDay = isDay(pageDate);
  const fitting = page.candidates.filter(
    (c) => (toDay ? isCurrent(c, pageDate) : overlaps(c.range, pageDate)) && (!c.needsCue || hasCue(c, text)),
  );
  if (!toDay) return fitting.length === 1 ? fitting[0]! : null;
  const best = onlyBest(fitting, (c) => -1000 * daysAfter(c, pageDate) + (c.needsCue ? 0 : 500) + support(c, text));
  return best ?? (fitting.length === 0 ? lookedBackOn(page, reading, pageDate) : null);
}

/** Explainers and weeklies come up to two weeks after the meeting that they look back on. */
const LOOK_BACK_DAYS = 14;

/** The one event of the last weeks whose day the page prints, or else whose place it names as one. */
function lookedBackOn(page: PageMeetings, reading: Reading, pageDate: DateRange): Candidate | null {
  const recent = page.candidates.filter((c) => {
    const days = daysAfter(c, pageDate);
    return !c.needsCue && days >= 0 && days <= LOOK_BACK_DAYS;
  });
  const dated = recent.filter((c) => reading.dates.some(({ range }) => isDay(range) && overlaps(range, c.range)));
  if (dated.length > 0) return dated.length === 1 ? dated[0]! : null;
  const places = reading.blocks.flatMap(({ text }) =>
    [...text.matchAll(page.words.placeAfter)].map((match) => foldKey(match.groups?.place ?? '')),
  );
  const named = [...new Set(places)].join('\n');
  const placed = recent.filter((c) => c.places.some((place) => hasPhrase(named, place)));
  return placed.length === 1 ? placed[0]! : null;
}

/** No sentence of a report has more dates; bounds the work on odd texts. */
const MOST_DATES = 30;
/** A page's date of up to two days (time zones) counts as a day. */
const AFTERMATH_SPAN = 2;
const isDay = (date: DateRange | null): boolean => date !== null && daysIn(date) <= AFTERMATH_SPAN;
