/**
 * A few suggestions while somebody types into the address bar: names and measures from the rules that are at hand anyway, and
 * reports by their titles or by the names they speak of. No index: the worker may have been started for this one letter.
 */
import { searchWords } from '../utils/language/search-words.ts';
import type { Entity } from './schema/entity.ts';
import type { Corpus, Rules } from './source.ts';

export interface Suggestion {
  kind: 'name' | 'measure' | 'report';
  /** What is searched for when it is chosen. */
  query: string;
  text: string;
  /** Outlet and date of a report, the spelling that was typed. */
  detail?: { outlet?: string; date?: string; spelling?: string };
}

/** The address bar shows six at most, one of them its own. */
const MOST = 5;
const MOST_NAMES = 3;
const MOST_MEASURES = 2;

/** Best first; empty for a query without a word. */
export async function suggestFor(query: string, corpus: Corpus): Promise<Suggestion[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const rules = await corpus.rules();
  const entities = bestNames(rules, words);
  const names = entities.slice(0, MOST_NAMES).map(
    ({ entity, spelling }): Suggestion => ({
      kind: 'name',
      query: entity.name,
      text: entity.name,
      ...(spelling !== entity.name && { detail: { spelling } }),
    }),
  );
  const measures = rules.measures
    .filter(({ label }) => meets(wordsOf(label), words))
    .slice(0, MOST_MEASURES)
    .map(({ label }): Suggestion => ({ kind: 'measure', query: label, text: label }));
  const left = MOST - names.length - measures.length;
  return [...names, ...measures, ...(await reports(corpus, entities, words, left))];
}

const wordsOf = (text: string): string[] => searchWords(text).map(({ word }) => word);

/** Every typed word begins a word of the text. */
const meets = (text: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => text.some((one) => one.startsWith(word)));

interface Named {
  entity: Entity;
  spelling: string;
  score: number;
}

const kept = new WeakMap<Rules, { entity: Entity; spellings: { text: string; words: string[] }[] }[]>();

/** The words of all spellings, made once for the rules: the next letter comes soon. */
function spellingsOf(rules: Rules) {
  const known = kept.get(rules);
  if (known) return known;
  const made = rules.entities.map((entity) => ({
    entity,
    spellings: [...new Set([entity.name, ...entity.aliases.map(({ text }) => text)])].map((text) => ({
      text,
      words: wordsOf(text),
    })),
  }));
  kept.set(rules, made);
  return made;
}

/** Whole spellings before beginnings, shorter before longer. */
function bestNames(rules: Rules, words: readonly string[]): Named[] {
  const found: Named[] = [];
  for (const { entity, spellings } of spellingsOf(rules)) {
    let best: Named | null = null;
    for (const { text, words: own } of spellings) {
      if (!meets(own, words)) continue;
      const score =
        (own.join(' ') === words.join(' ') ? 0 : 1000) + (own[0]?.startsWith(words[0] ?? '') ? 0 : 100) + own.length;
      if (!best || score < best.score) best = { entity, spelling: text, score };
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => a.score - b.score);
}

/** A letter or two begin a word of most titles. */
const TITLE_LETTERS_LEAST = 3;

/** Reports whose titles have the words, then those that speak of the best names; of each the newest first. */
async function reports(
  corpus: Corpus,
  entities: readonly Named[],
  words: readonly string[],
  most: number,
): Promise<Suggestion[]> {
  const ids = entities.slice(0, MOST_NAMES).map(({ entity }) => entity.id);
  if (most <= 0) return [];
  const typed = words.join('').length;
  const titled = typed < TITLE_LETTERS_LEAST ? [] : await corpus.titled(words, most);
  const naming = ids.length > 0 ? await corpus.documentsMentioning(ids) : [];
  const inTitle = (title: string) => Number(meets(wordsOf(title), words));
  return [...new Map([...titled, ...naming].map((one) => [`${one.pack} ${one.id}`, one])).values()]
    .sort((a, b) => inTitle(b.title) - inTitle(a.title) || (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, most)
    .map(({ title, outlet, date }) => ({ kind: 'report', query: title, text: title, detail: { outlet, date } }));
}
