/**
 * A pack of any size about harbours that nobody has: what a pack grown over years looks like, for benchmarks and tests.
 * Seeded: the same options give the same pack on every machine. A few names, measures and meetings are everywhere and most
 * are hardly anywhere, as in the news.
 */
import type { Claim, Document } from '../../corpus/schema/document.ts';
import type { Entity } from '../../corpus/schema/entity.ts';
import type { Measure } from '../../corpus/schema/measure.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { randomFrom } from '../bench/articles.ts';

export interface SyntheticSize {
  documents: number;
  claims: number;
  /** Entities, each with its name; aliases come on top, about one for every two. */
  names: number;
  seed?: number;
  id?: string;
}

/** What a pack has to bear without a reader noticing. */
export const LARGE: SyntheticSize = { documents: 10_000, claims: 100_000, names: 50_000 };
/** About the size of a pack written by hand. */
export const SMALL: SyntheticSize = { documents: 100, claims: 1_000, names: 500 };

const COUNTRIES = 150;
/** Of the names. */
const EVENT_SHARE = 0.03;
const ORGANISATION_SHARE = 0.12;
/** First names are few and shared, which is what makes names of several words hard to look up. */
const GIVEN_NAMES = 300;
/** Newest day of the pack, and how many days it reaches back. */
const NEWEST = '2025-10-31';
const DAYS = 1_400;
const DAY_MS = 86_400_000;
/** How steeply frequency falls with rank: 1 is Zipf's law for words, names in the news are a little flatter. */
const STEEPNESS = 0.85;
const ENTITIES_IN_DOCUMENT = [4, 18] as const;

const COUNTED = 'ferry harbour crane berth pilot tug lighthouse trawler dock customs-officer container buoy'.split(' ');
const DONE = 'ordered built scrapped repaired promised insured inspected blocked registered sunk leased reopened'.split(
  ' ',
);

type Random = () => number;
const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** Draws ranks from 0 on: low ones often. */
function ranks(count: number, random: Random): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += 1 / (i + 1) ** STEEPNESS;
    sums[i] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const dayBefore = (days: number): string => new Date(Date.parse(NEWEST) - days * DAY_MS).toISOString().slice(0, 10);
const upperFirst = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const plural = (noun: string): string => `${noun.replaceAll('-', ' ').replace(/y$/, 'ie')}s`;

const STARTS = 'b br c ch d dr f fl g gr h j k kl l m n p pr r s sk st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ei ou'.split(' ');
const ENDS = 'n r l s m nd rt lk ss x v th '.split(' ');
const syllable = (random: Random): string => pick(STARTS, random) + pick(VOWELS, random) + pick(ENDS, random);

/** Invented words, none of them twice. */
function words(count: number, syllables: number, random: Random): string[] {
  const made = new Set<string>();
  for (let more = syllables; made.size < count; more = made.size % 97 === 96 ? syllables + 1 : syllables) {
    made.add(upperFirst(Array.from({ length: more }, () => syllable(random)).join('')));
  }
  return [...made];
}

function countriesOf(count: number, random: Random): Entity[] {
  return words(count, 2, random).map((name, i) => ({
    id: `country-${i}`,
    kind: 'country',
    name: `${name}land`,
    aliases: [{ text: `${name}ish` }],
  }));
}

function peopleOf(count: number, countries: readonly Entity[], random: Random): Entity[] {
  const given = words(GIVEN_NAMES, 1, random);
  const surnames = words(Math.max(50, Math.ceil(count / 3)), 2, random);
  const country = ranks(countries.length, random);
  return Array.from({ length: count }, (_, i): Entity => {
    // "Bru van Kastel Drond": some names have three or four words.
    const middle = i % 5 === 0 ? [pick(given, random)] : [];
    const surname =
      i % 11 === 0 ? `${pick(['van', 'de', 'al'], random)} ${pick(surnames, random)}` : pick(surnames, random);
    const name = [pick(given, random), ...middle, surname].join(' ');
    return {
      id: `person-${i}`,
      kind: 'person',
      name,
      aliases: i % 2 === 0 ? [{ text: surname, needsContext: true }] : [],
      country: countries[country()]!.id,
      roles: [
        {
          title: pick(['harbour minister', 'admiral', 'chair of the pilots', 'president'], random),
          from: dayBefore(1200),
        },
      ],
    };
  });
}

function organisationsOf(count: number, random: Random): Entity[] {
  const places = words(Math.max(30, Math.ceil(count / 4)), 2, random);
  return Array.from({ length: count }, (_, i): Entity => {
    const name = `${pick(places, random)} ${pick(['Harbour', 'Coastal', 'Maritime', 'Free'], random)} ${pick(['Board', 'Union', 'Line', 'Agency'], random)} ${i}`;
    return {
      id: `organisation-${i}`,
      kind: 'organisation',
      name,
      aliases: i % 3 === 0 ? [{ text: `the ${name}`, needsContext: true }] : [],
    };
  });
}

function eventsOf(count: number, random: Random): Entity[] {
  const places = words(Math.max(10, Math.ceil(count / 8)), 2, random);
  return Array.from({ length: count }, (_, i): Entity => {
    const place = pick(places, random);
    const day = dayBefore(Math.floor((i * DAYS) / count));
    return {
      id: `event-${i}`,
      kind: 'event',
      name: `${place} harbour conference of ${day}`,
      aliases: [],
      event: { from: day, to: day, places: [place.toLowerCase()], cues: ['harbour conference'] },
    };
  });
}

const common = { antiCues: [], sameAs: [], confusedWith: [], definition: 'An invented count for benchmarks.' };

function measuresOf(): Measure[] {
  const counts = DONE.flatMap((done, d) =>
    COUNTED.map((noun, n): Measure => {
      const requires = ([[], ['country'], ['event']] as const)[(d + n) % 3]!;
      return {
        ...common,
        id: `${noun}-${done}`,
        kind: 'figure',
        label: `${upperFirst(plural(noun))} ${done}`,
        units: { [plural(noun)]: [noun.replaceAll('-', ' ')] },
        select: [{ all: [[done]], reach: 'clause' }],
        temporal: requires[0] === 'event' ? 'event' : 'evolving',
        windowDays: 50,
        requires: [...requires],
      };
    }),
  );
  const positions = ['joins', 'refuses', 'undecided'];
  return [
    ...counts,
    {
      ...common,
      id: 'stance',
      kind: 'stance',
      label: 'Position on the harbour treaty',
      temporal: 'evolving',
      windowDays: 60,
      requires: ['country'],
      values: positions.map((value) => ({ value, label: upperFirst(value), cues: [value] })),
      missions: [],
      objects: ['harbour treaty'],
      cues: ['harbour treaty'],
    },
  ];
}

/** A valid pack of exactly that many documents, claims and entities. */
export function syntheticPack(size: SyntheticSize = LARGE): Pack {
  const random = randomFrom(size.seed ?? 1);
  const countries = countriesOf(Math.min(COUNTRIES, Math.ceil(size.names / 10)), random);
  const events = eventsOf(Math.ceil(size.names * EVENT_SHARE), random);
  const organisations = organisationsOf(Math.ceil(size.names * ORGANISATION_SHARE), random);
  const people = peopleOf(size.names - countries.length - events.length - organisations.length - 1, countries, random);
  const treaty: Entity = {
    id: 'harbour-treaty',
    kind: 'agreement',
    name: 'Grand Harbour Treaty',
    aliases: [],
    anchor: true,
  };
  const measures = measuresOf();
  const named = [treaty, ...countries, ...people, ...organisations];
  const draw = {
    named: ranks(named.length, random),
    country: ranks(countries.length, random),
    event: ranks(events.length, random),
    measure: ranks(measures.length - 1, random),
    outlet: ranks(200, random),
  };

  /** As printed: a number with its few words, which say what is counted. */
  function claim(id: string, day: string, at: string): Claim {
    const base = { id, asOf: day, modality: 'reported' as const };
    if (random() < 0.15) {
      const value = pick(['joins', 'refuses', 'undecided'], random);
      const scope = { country: countries[draw.country()]!.id };
      return { ...base, kind: 'stance', measure: 'stance', scope, surface: `${value} the harbour treaty`, value };
    }
    // A scattered order, so that no kind of scope has all the common measures.
    const measure = measures[(draw.measure() * 31) % (measures.length - 1)]!;
    const unit = Object.keys((measure as { units: Record<string, string[]> }).units)[0]!;
    const value = 10 + Math.floor(random() * 90);
    const scope: Record<string, string> = {};
    if (measure.requires.includes('country')) scope.country = countries[draw.country()]!.id;
    if (measure.requires.includes('event')) scope.event = at;
    const done = measure.id.slice(measure.id.lastIndexOf('-') + 1);
    const quantity = { value, bound: '=' as const, unit };
    return { ...base, kind: 'figure', measure: measure.id, scope, surface: `${value} ${unit} were ${done}`, quantity };
  }

  const documents = Array.from({ length: size.documents }, (_, i): Document => {
    const day = dayBefore(Math.floor((i * DAYS) / size.documents));
    const event = events[draw.event()]!.id;
    const [least, most] = ENTITIES_IN_DOCUMENT;
    const entities = new Set<string>();
    for (let n = least + Math.floor(random() * (most - least)); n > 0; n--) entities.add(named[draw.named()]!.id);
    // Every document has its share of the claims, the remainder goes to the first.
    const share = Math.floor(((i + 1) * size.claims) / size.documents) - Math.floor((i * size.claims) / size.documents);
    return {
      id: `report-${i}`,
      outlet: `The Harbour Post ${draw.outlet()}`,
      title: `${pick(people, random).name} on ${plural(pick(COUNTED, random))}, part ${i}`,
      url: `https://harbour-${i % 200}.example/reports/${i}`,
      date: day,
      language: 'en',
      kind: 'news',
      summary: `What became of the ${plural(pick(COUNTED, random))} that ${pick(people, random).name} spoke of in ${pick(countries, random).name}.`,
      event,
      entities: [...entities],
      claims: Array.from({ length: share }, (_, n) => claim(`c-${n}`, day, event)),
    };
  });

  return {
    manifest: {
      format: 1,
      id: size.id ?? 'synthetic-harbours',
      version: '1.0.0',
      title: 'Synthetic harbours',
      description: 'Invented reports about invented harbours, in any number: for benchmarks and tests.',
      languages: ['en'],
      selection: 'Generated from a seed; nothing of it was reported.',
      newest: NEWEST,
      topic: [{ all: [['harbour treaty'], ['ferries', 'harbours', 'cranes']] }],
      corrections: [],
      unknowns: [],
    },
    vocabulary: {},
    entities: [treaty, ...countries, ...events, ...organisations, ...people],
    measures,
    documents,
  };
}
