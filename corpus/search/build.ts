/**
 * Builds the index of a pack. In steps, so that whoever builds one beside other work (the worker, while readers ask) can
 * let that work in between: 100,000 claims take seconds.
 */
import { searchWords } from '../../utils/language/search-words.ts';
import type { Document } from '../schema/document.ts';
import type { Entity } from '../schema/entity.ts';
import type { Measure } from '../schema/measure.ts';
import { claimEntry, type Entry, type EntryContext, nameEntry, reportEntry, type Searchable } from './entries.ts';
import { measureFinder } from './measure-finder.ts';
import {
  COUNTRY,
  ENTRY_KINDS,
  INDEX_VERSION,
  MOST_WEIGHT,
  NO_DOCUMENT,
  type SearchIndex,
  SPELLING,
  WEIGHT_BITS,
} from './search-index.ts';

/** Entries between two chances to let others work: about a millisecond. */
const ENTRIES_A_STEP = 50;
/** Postings, likewise. */
const POSTINGS_A_STEP = 100_000;
/** A word that stands in an entry again tells this much of what it told first. */
const AGAIN = 0.25;
const EXAMPLES = 3;
/** Texts whose words are remembered while building. */
const KEPT_TEXTS = 20_000;

/** The whole index at once. */
export function buildIndex(pack: Searchable): SearchIndex {
  const steps = indexSteps(pack);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Longest stretch of work between two pauses. */
const SLICE_MS = 12;

/**
 * The index, built beside other work: rests after every few milliseconds.
 * @throws the signal's reason where it aborts.
 */
export async function buildIndexGently(pack: Searchable, signal?: AbortSignal): Promise<SearchIndex> {
  signal?.throwIfAborted();
  const steps = indexSteps(pack);
  let rested = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - rested < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    rested = performance.now();
  }
}

/** Grows by doubling. */
class Numbers {
  list = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.list.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.length++] = value;
  }
}

/** Yields after every bit of work. */
function* indexSteps(pack: Searchable): Generator<void, SearchIndex> {
  const writer = new Writer();
  const context = contextOf(pack);
  let sinceStep = 0;
  for (const [at, document] of pack.documents.entries()) {
    writer.document(document);
    writer.entry(reportEntry(document, context), at);
    for (const claim of document.claims) {
      writer.entry(claimEntry(claim, document, context), at);
      if (++sinceStep % ENTRIES_A_STEP === 0) yield;
    }
    if (++sinceStep % ENTRIES_A_STEP === 0) yield;
  }
  for (const entity of pack.names === false ? [] : pack.entities) {
    writer.entry(nameEntry(entity, context), NO_DOCUMENT);
    if (++sinceStep % ENTRIES_A_STEP === 0) yield;
  }
  yield;
  const { terms, starts, postings } = yield* writer.sorted();
  return {
    version: INDEX_VERSION,
    terms: terms.join('\n'),
    starts,
    postings,
    ...writer.columns(),
    countries: countriesOf(pack, writer.countries),
    examples: examplesOf(pack, context),
  };
}

function contextOf(pack: Searchable): EntryContext {
  const mentions = new Map<string, number>();
  for (const document of pack.documents)
    for (const id of document.entities) mentions.set(id, (mentions.get(id) ?? 0) + 1);
  return {
    entities: new Map(pack.entities.map((entity: Entity) => [entity.id, entity])),
    measureOf: measureFinder(pack.measures as readonly Measure[]),
    mentions,
    people: new Map(
      pack.entities.filter(({ kind }) => kind === 'person').map((person) => [wordsOf(person.name), person]),
    ),
  };
}

/** Collects entries; words become numbers in the order in which they are met. */
class Writer {
  readonly #termIds = new Map<string, number>();
  readonly #uses = new Numbers();
  readonly #ofTerm = new Numbers();
  readonly #posting = new Numbers();
  readonly #kinds: number[] = [];
  readonly #fame: number[] = [];
  readonly #documents = new Numbers();
  readonly #ids: string[] = [];
  readonly #documentIds: string[] = [];
  readonly #outletOf: number[] = [];
  readonly #days: { first: number; last: number }[] = [];
  readonly #outlets = new Map<string, number>();
  readonly countries = new Set<string>();
  readonly #weights = new Map<number, number>();
  /** Labels, outlets and speakers come again and again. */
  readonly #read = new Map<string, readonly number[]>();

  document({ id, outlet, date }: Document): void {
    this.#documentIds.push(id);
    if (!this.#outlets.has(outlet)) this.#outlets.set(outlet, this.#outlets.size);
    this.#outletOf.push(this.#outlets.get(outlet) ?? 0);
    this.#days.push(daysOf(date));
  }

  entry(entry: Entry, document: number): void {
    const number = this.#ids.length;
    this.#ids.push(entry.id);
    this.#kinds.push(ENTRY_KINDS.indexOf(entry.kind));
    this.#fame.push(fameOf(entry.mentions ?? 0));
    this.#documents.push(document);
    this.#weights.clear();
    for (const [weight, text] of entry.fields)
      if (text) for (const term of this.#termsOf(text)) this.#add(term, weight);
    for (const spelling of entry.spellings ?? []) this.#add(this.#idOf(spellingTerm(spelling)), MOST_WEIGHT);
    for (const country of entry.countries) {
      this.countries.add(country);
      this.#add(this.#idOf(COUNTRY + country), MOST_WEIGHT);
    }
    for (const [term, weight] of this.#weights) {
      this.#ofTerm.push(term);
      this.#posting.push(((number << WEIGHT_BITS) | Math.min(MOST_WEIGHT, Math.round(weight))) >>> 0);
      this.#uses.list[term] = (this.#uses.list[term] ?? 0) + 1;
    }
  }

  #termsOf(text: string): readonly number[] {
    const known = this.#read.get(text);
    if (known) return known;
    const terms = searchWords(text).map(({ word }) => this.#idOf(word));
    if (this.#read.size >= KEPT_TEXTS) this.#read.clear();
    this.#read.set(text, terms);
    return terms;
  }

  #idOf(term: string): number {
    let id = this.#termIds.get(term);
    if (id === undefined) {
      id = this.#termIds.size;
      this.#termIds.set(term, id);
      this.#uses.push(0);
    }
    return id;
  }

  #add(term: number, weight: number): void {
    const before = this.#weights.get(term);
    // The best place counts, others a little.
    const after = before === undefined ? weight : Math.max(before, weight) + AGAIN * Math.min(before, weight);
    this.#weights.set(term, after);
  }

  /** Terms in order, and their postings side by side (a counting sort: entries stay in order). */
  *sorted(): Generator<void, Pick<SearchIndex, 'starts' | 'postings'> & { terms: string[] }> {
    const terms = [...this.#termIds.keys()].sort();
    yield;
    const starts = new Uint32Array(terms.length + 1);
    const next = new Uint32Array(terms.length);
    let total = 0;
    for (const [place, term] of terms.entries()) {
      const id = this.#termIds.get(term) ?? 0;
      starts[place] = next[id] = total;
      total += this.#uses.list[id] ?? 0;
    }
    starts[terms.length] = total;
    yield;
    const postings = new Uint32Array(total);
    for (let at = 0; at < this.#posting.length; at++) {
      const term = this.#ofTerm.list[at] as number;
      postings[(next[term] as number)++] = this.#posting.list[at] as number;
      if (at % POSTINGS_A_STEP === 0) yield;
    }
    return { terms, starts, postings };
  }

  columns() {
    return {
      kinds: Uint8Array.from(this.#kinds),
      fame: Uint8Array.from(this.#fame),
      documents: this.#documents.list.slice(0, this.#documents.length),
      ids: this.#ids.join('\n'),
      documentIds: this.#documentIds.join('\n'),
      outletOf: Uint16Array.from(this.#outletOf),
      firstDay: Uint32Array.from(this.#days, (day) => day.first),
      lastDay: Uint32Array.from(this.#days, (day) => day.last),
      outlets: [...this.#outlets.keys()],
    };
  }
}

/** The term of a whole spelling: its words, folded. */
export const spellingTerm = (text: string): string => SPELLING + wordsOf(text);

const wordsOf = (text: string): string =>
  searchWords(text)
    .map(({ word }) => word)
    .join(' ');

/** A date known to the year, month or day as its first and last day: 20250900 stands before every day of September. */
export function daysOf(date: string | undefined): { first: number; last: number } {
  if (!date) return { first: 0, last: 0 };
  const [year = '0', month, day] = date.split('-');
  const number = (m: string, d: string) => Number(year) * 10_000 + Number(m) * 100 + Number(d);
  return { first: number(month ?? '01', day ?? '01'), last: number(month ?? '12', day ?? '31') };
}

/** Twice as often spoken of is one step more; 255 is never reached. */
const FAME_STEP = 12;
const fameOf = (mentions: number): number => Math.min(255, Math.round(FAME_STEP * Math.log2(1 + mentions)));

function countriesOf(pack: Searchable, used: ReadonlySet<string>): SearchIndex['countries'] {
  return pack.entities.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name }));
}

/** People first: a name is what most will type. */
function examplesOf(pack: Searchable, context: EntryContext): string[] {
  if (pack.names === false) return [];
  return pack.entities
    .filter(({ id, kind }) => kind === 'person' && context.mentions.has(id))
    .sort((a, b) => (context.mentions.get(b.id) ?? 0) - (context.mentions.get(a.id) ?? 0))
    .slice(0, EXAMPLES)
    .map(({ name }) => name);
}
