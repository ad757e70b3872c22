/**
 * Answers a query from the indexes of all packs: every word has to be met; where nothing has them all, typos are allowed;
 * and where still nothing does, what has most of them is given. Synchronous: milliseconds for 150,000 entries.
 */
import { ENGLISH_SCALES } from '../../utils/language/en/search.ts';
import { joinScales, searchWords } from '../../utils/language/search-words.ts';
import { RESULT_KINDS, type ResultKind, type SearchFilters } from '../../utils/search-results.ts';
import { ALL, compileFilter, hasFilter } from './filter.ts';
import { meaningsOf, type TypedWord } from './meanings.ts';
import {
  endOfPrefix,
  firstAtOrAfter,
  type Meaning,
  type OpenIndex,
  placeOf,
  postingsOf,
  spellingKey,
} from './open-index.ts';
import { ENTRY_KINDS, MOST_WEIGHT, WEIGHT_BITS } from './search-index.ts';
import { suggest } from './suggest.ts';

/** One result: which entry of which index. */
export interface Hit {
  index: number;
  entry: number;
  score: number;
}

export interface HitGroup {
  kind: ResultKind;
  count: number;
  hits: Hit[];
}

export interface Found {
  total: number;
  groups: HitGroup[];
  partial: boolean;
  matched: ReadonlySet<string>;
  suggestions: string[];
}

/** A selection may be a sentence; what stands behind its first words narrows nothing. */
const MOST_WORDS = 12;
/** Longer queries are cut before they are read. */
export const MOST_CHARACTERS = 200;
/** Of how many words the rest may be missing, where nothing has them all. */
const PARTIAL_FROM = 3;
const PARTIAL_SHARE = 0.6;

const LETTER = /^[a-z]$/;

/** What lifts a name above everything that only speaks of it: the whole spelling, or the beginning of one. */
const WHOLE_SPELLING = 10_000;
const BEGINNING_OF_SPELLING = 100;
/** Half of what a hit is worth, at most, for being spoken of by everybody. */
const FAME = 0.5 / 255;

export interface Limits {
  /** Hits for each kind. */
  hits: Readonly<Partial<Record<ResultKind, number>>>;
}
const FEW = 5;

/** The words of a query as they are looked up. */
export function typedWords(query: string): { words: string[]; finished: boolean } {
  const cut = query.slice(0, MOST_CHARACTERS);
  const words = joinScales(searchWords(cut), ENGLISH_SCALES)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
  return { words: [...new Set(words)], finished: /\s$/.test(cut) };
}

/** Never throws, whatever the query. An empty query with a filter lists everything that passes it, newest first. */
export function search(
  indexes: readonly OpenIndex[],
  query: string,
  filters: SearchFilters = {},
  limits: Limits = { hits: {} },
): Found {
  const { words, finished } = typedWords(query);
  // One letter more says next to nothing, and half of all words begin with it.
  if (!finished && words.length > 1 && LETTER.test(words.at(-1) ?? '')) words.pop();
  if (words.length === 0 && !hasFilter(filters)) return nothing();
  for (const typos of ['unknown', 'all'] as const) {
    const found = collect(indexes, read(indexes, words, finished, typos), words, filters, limits, words.length);
    if (found.total > 0) return found;
    if (words.length === 0) return found;
  }
  const typed = read(indexes, words, finished, 'unknown');
  const least = Math.ceil(words.length * PARTIAL_SHARE);
  const some = words.length >= PARTIAL_FROM ? collect(indexes, typed, words, filters, limits, least) : nothing();
  if (some.total > 0) return { ...some, partial: true };
  const finds = (other: string) => countOf(indexes, other, filters) > 0;
  return { ...nothing(), suggestions: suggest(indexes, words, finds) };
}

/** Whether anything is found, without suggestions for when it is not. */
function countOf(indexes: readonly OpenIndex[], query: string, filters: SearchFilters): number {
  const { words } = typedWords(query);
  const typed = words.map((word) => ({ word, unfinished: false, typos: false }));
  return collect(indexes, typed, words, filters, { hits: {} }, words.length).total;
}

const nothing = (): Found => ({ total: 0, groups: [], partial: false, matched: new Set(), suggestions: [] });

/** Typos count for words that no index knows; for all words, where knowing them led to nothing. */
function read(
  indexes: readonly OpenIndex[],
  words: readonly string[],
  finished: boolean,
  typos: 'unknown' | 'all',
): TypedWord[] {
  return words.map((word, at) => {
    const unfinished = !finished && at === words.length - 1;
    const known = (index: OpenIndex) => meaningsOf(index, { word, unfinished, typos: false }).length > 0;
    return { word, unfinished, typos: typos === 'all' || !indexes.some(known) };
  });
}

function collect(
  indexes: readonly OpenIndex[],
  typed: readonly TypedWord[],
  words: readonly string[],
  filters: SearchFilters,
  limits: Limits,
  least: number,
): Found {
  const matched = new Set<string>();
  const groups = new Map<ResultKind, HitGroup>(RESULT_KINDS.map((kind) => [kind, { kind, count: 0, hits: [] }]));
  for (const [at, index] of indexes.entries()) {
    const touched = typed.length > 0 ? score(index, typed, words, matched, least) : index.size;
    gather(index, at, touched, typed.length === 0, least, filters, groups, limits);
    clear(index, touched);
  }
  const filled = [...groups.values()].filter((group) => group.count > 0);
  return {
    total: filled.reduce((sum, group) => sum + group.count, 0),
    groups: filled,
    partial: false,
    matched,
    suggestions: [],
  };
}

/**
 * Fills the index's room with scores; returns how many entries were touched. The rarest word goes first, so that where all
 * words are asked for the common ones need to look only at what is left.
 */
function score(
  index: OpenIndex,
  typed: readonly TypedWord[],
  words: readonly string[],
  matched: Set<string>,
  least: number,
): number {
  const { room, postings, starts } = index;
  const { score, best, words: count, touched, fresh } = room;
  const meanings = typed.map((word) => meaningsOf(index, word));
  const uses = (list: readonly Meaning[]) =>
    list.reduce((sum, { term }) => sum + (starts[term + 1] as number) - (starts[term] as number), 0);
  const all = least === typed.length;
  let touches = 0;
  for (const [turn, list] of meanings
    .map((list) => ({ list, n: uses(list) }))
    .sort((a, b) => a.n - b.n)
    .entries()) {
    let found = 0;
    for (const { term, nearness } of list.list) {
      matched.add(index.terms[term] as string);
      const end = starts[term + 1] as number;
      for (let at = starts[term] as number; at < end; at++) {
        const posting = postings[at] as number;
        const entry = posting >>> WEIGHT_BITS;
        const worth = (posting & MOST_WEIGHT) * nearness;
        const before = best[entry] as number;
        if (before === 0) {
          if (all && count[entry] !== turn) continue;
          best[entry] = worth;
          fresh[found++] = entry;
        } else if (worth > before) best[entry] = worth;
      }
    }
    const rarity = Math.log(1 + index.size / (1 + found));
    for (let at = 0; at < found; at++) {
      const entry = fresh[at] as number;
      if (count[entry] === 0) touched[touches++] = entry;
      score[entry] = (score[entry] as number) + rarity * (best[entry] as number);
      best[entry] = 0;
      count[entry] = (count[entry] as number) + 1;
    }
  }
  liftNames(index, words);
  return touches;
}

/** Names of which the whole query is a spelling come first, then those with a spelling that begins with it. */
function liftNames(index: OpenIndex, words: readonly string[]): void {
  const { score, words: count } = index.room;
  const key = spellingKey(words);
  const lift = (place: number, by: number) =>
    postingsOf(index, place, (entry) => {
      // Scores of entries that have no word stay 0, as nobody would clear them.
      if ((count[entry] as number) > 0 && (score[entry] as number) < by) score[entry] = (score[entry] as number) + by;
    });
  const end = endOfPrefix(index.terms, key);
  for (let at = firstAtOrAfter(index.terms, key); at < end; at++) lift(at, BEGINNING_OF_SPELLING);
  const exact = placeOf(index.terms, key);
  if (exact >= 0) lift(exact, WHOLE_SPELLING);
}

function clear(index: OpenIndex, touched: number): void {
  const { room } = index;
  if (touched === index.size) {
    room.score.fill(0);
    room.words.fill(0);
    return;
  }
  for (let at = 0; at < touched; at++) {
    const entry = room.touched[at] as number;
    room.score[entry] = 0;
    room.words[entry] = 0;
  }
}

function gather(
  index: OpenIndex,
  at: number,
  touched: number,
  everything: boolean,
  least: number,
  filters: SearchFilters,
  groups: Map<ResultKind, HitGroup>,
  limits: Limits,
): void {
  const passes = compileFilter(index, filters);
  if (!passes) return;
  const { room, fame, kinds, firstDay, documents } = index;
  const byKind = ENTRY_KINDS.map((kind) => ({ group: groups.get(kind) as HitGroup, limit: limits.hits[kind] ?? FEW }));
  for (let i = 0; i < touched; i++) {
    const entry = everything ? i : (room.touched[i] as number);
    const words = room.words[entry] as number;
    if (words < least || (passes !== ALL && !passes(entry))) continue;
    const { group, limit } = byKind[kinds[entry] as number] as (typeof byKind)[number];
    group.count++;
    const worth = everything
      ? (fame[entry] as number) + (firstDay[documents[entry] as number] ?? 0)
      : (room.score[entry] as number) * (1 + FAME * (fame[entry] as number)) * words;
    const { hits } = group;
    const last = hits[limit - 1];
    if (hits.length < limit || (last && worth >= last.score))
      keepBest(hits, { index: at, entry, score: worth }, limit, index);
  }
}

/** Keeps `hits` sorted, best first, and no longer than `limit`. Among equals the newer report comes first. */
function keepBest(hits: Hit[], hit: Hit, limit: number, index: OpenIndex): void {
  const day = dayOf(index, hit.entry);
  let at = hits.length;
  while (at > 0) {
    const other = hits[at - 1] as Hit;
    const before =
      other.score > hit.score ||
      (other.score === hit.score && (other.index !== hit.index || dayOf(index, other.entry) >= day));
    if (before) break;
    at--;
  }
  if (at >= limit) return;
  hits.splice(at, 0, hit);
  if (hits.length > limit) hits.pop();
}

const dayOf = (index: OpenIndex, entry: number): number => index.firstDay[index.documents[entry] as number] ?? 0;
