/** A sentence as the statement readers see it: its words, and whom or what they name. */

import type { EntityRule } from '../pack-rules.ts';
import { indexOf } from '../reading-index.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { Reading, Sentence } from '../types.ts';

/** A person or country named by the tokens `from` to `to` (exclusive). */
export interface Referent {
  from: number;
  to: number;
  entity: string;
  kind: 'person' | 'country' | 'event' | 'coalition' | 'other';
  /** The country itself, or the one a person acts for. */
  country: string | null;
  /** "Polish", "Italy's": says whose the next noun is. */
  attributive: boolean;
  /** A country by its name or its letters ("US"), not by its capital or its government's seat. */
  byName: boolean;
}

export interface SentenceView {
  block: number;
  sentence: Sentence;
  text: string;
  /** Offsets are into the block. */
  tokens: Token[];
  referents: Referent[];
}

interface CountryName {
  words: string[];
  text: string;
  entity: string;
  /** The entity's own name. */
  name: string;
  demonym: boolean;
}

type CountryNames = Map<string, CountryName[]>;

const KINDS: Record<EntityRule['kind'], Referent['kind']> = {
  person: 'person',
  country: 'country',
  event: 'event',
  coalition: 'coalition',
  organisation: 'other',
  force: 'other',
  agreement: 'other',
};

const namesOf = new WeakMap<Map<string, EntityRule>, CountryNames>();

/** Names of countries by their first word. Names that two entities share name nobody. Kept for each pack. */
function countryNames(entities: Map<string, EntityRule>, isDemonym: (name: string) => boolean): CountryNames {
  const known = namesOf.get(entities);
  if (known) return known;
  const owners = new Map<string, string | null>();
  for (const entity of entities.values()) {
    if (entity.kind === 'event') continue;
    for (const text of [entity.name, ...entity.aliases.map((alias) => alias.text)]) {
      const owner = owners.get(text);
      owners.set(text, owner === undefined || owner === entity.id ? entity.id : null);
    }
  }
  const names: CountryNames = new Map();
  for (const [text, owner] of owners) {
    const entity = owner === null ? undefined : entities.get(owner);
    if (entity?.kind !== 'country') continue;
    const bare = text.replace(/^the\s+/i, '');
    for (const spelling of spellings(bare)) {
      const words = tokenize(spelling).map((token) => token.word);
      const first = words[0];
      if (!first) continue;
      const entry = {
        words,
        text: spelling,
        entity: entity.id,
        name: entity.name,
        demonym: bare !== entity.name && isDemonym(bare),
      };
      names.set(
        first,
        [...(names.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  namesOf.set(entities, names);
  return names;
}

/** "UK" is also printed "U.K.". */
const spellings = (name: string): string[] =>
  /^\p{Lu}{2,4}$/u.test(name) ? [name, [...name].map((letter) => `${letter}.`).join('')] : [name];

const isByName = (printed: string, name: string): boolean =>
  printed === name || printed === printed.toUpperCase() || printed.includes(' ');

const isUpper = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toLowerCase();

/** "US" must not be read out of "us": short names in capitals are compared as printed. */
const printedAlike = (printed: string, name: string): boolean =>
  isUpper(printed[0]) && (name !== name.toUpperCase() || printed.startsWith(name[0]! + (name[1] ?? '')));

function countriesIn(text: string, tokens: readonly Token[], names: CountryNames): Referent[] {
  const found: Referent[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]!.word;
    const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
    const name = names.get(bare)?.find((candidate) => {
      const last = at + candidate.words.length;
      if (last > tokens.length) return false;
      if (!candidate.words.every((w, k) => sameOrPossessive(tokens[at + k]!.word, w))) return false;
      return printedAlike(text.slice(tokens[at]!.start, tokens[last - 1]!.end), candidate.text);
    });
    if (!name) continue;
    const to = at + name.words.length;
    const possessive = isPossessive(text, tokens[to - 1]!);
    found.push({
      from: at,
      to,
      entity: name.entity,
      kind: 'country',
      country: name.entity,
      attributive: possessive || name.demonym,
      byName: isByName(name.text, name.name),
    });
    at = to - 1;
  }
  return found;
}

const sameOrPossessive = (token: string, word: string): boolean => token === word || token === `${word}'s`;

/** "Italy's", "the Netherlands' ". */
const isPossessive = (text: string, token: Token): boolean =>
  token.word.endsWith("'s") || (token.word.endsWith('s') && /^['’]\s/.test(text.slice(token.end, token.end + 2)));

/** Longer "sentences" are tables and menus: nothing is read of them, which keeps the work linear in the page. */
const LONGEST_SENTENCE = 2000;

/** Views of all sentences of prose, in order. Linear in the length of the page. */
export function viewSentences(
  reading: Reading,
  entities: Map<string, EntityRule>,
  isDemonym: (name: string) => boolean,
): SentenceView[] {
  const names = countryNames(entities, isDemonym);
  const texts = new Map(reading.blocks.map((block) => [block.id, block.text]));
  const index = indexOf(reading);
  const prose = reading.sentences.filter(({ start, end }) => end - start <= LONGEST_SENTENCE);
  return prose.map((sentence) => {
    const text = texts.get(sentence.block) ?? '';
    const tokens = tokenize(text.slice(sentence.start, sentence.end)).map((token) => ({
      start: token.start + sentence.start,
      end: token.end + sentence.start,
      word: token.word,
    }));
    const named: Referent[] = [];
    for (const mention of index.mentionsIn(sentence)) {
      if (mention.end > sentence.end) continue;
      const entity = entities.get(mention.entity);
      const from = tokens.findIndex((token) => token.end > mention.start);
      if (!entity || from < 0) continue;
      let to = from;
      while (to < tokens.length && tokens[to]!.start < mention.end) to++;
      if (to === from) continue;
      named.push({
        from,
        to,
        entity: entity.id,
        kind: KINDS[entity.kind],
        country: entity.kind === 'country' ? entity.id : entity.kind === 'person' ? (entity.country ?? null) : null,
        attributive:
          isPossessive(text, tokens[to - 1]!) ||
          (entity.kind === 'country' && mention.surface !== entity.name && isDemonym(mention.surface)),
        byName: isByName(mention.surface, entity.name),
      });
    }
    const free = (r: Referent) => !named.some((n) => n.from < r.to && r.from < n.to);
    const referents = [...named, ...countriesIn(text, tokens, names).filter(free)].sort((a, b) => a.from - b.from);
    return { block: sentence.block, sentence, text, tokens, referents };
  });
}

/** The text between two neighbouring tokens: punctuation and blanks. */
export function gapBefore(view: SentenceView, token: number): string {
  const here = view.tokens[token];
  if (!here) return view.text.slice(view.tokens.at(-1)?.end ?? view.sentence.start, view.sentence.end);
  return view.text.slice(view.tokens[token - 1]?.end ?? view.sentence.start, here.start);
}

/** Printed with a capital. */
export const isCapital = (view: SentenceView, token: number): boolean => {
  const here = view.tokens[token];
  return here !== undefined && isUpper(view.text[here.start]);
};

export const referentAt = (view: SentenceView, token: number): Referent | undefined =>
  view.referents.find((r) => r.from <= token && token < r.to);

/** Where tokens `from` to `to` (exclusive) stand in the block. */
export const placeOf = (view: SentenceView, from: number, to: number) => ({
  block: view.block,
  start: view.tokens[from]!.start,
  end: view.tokens[to - 1]!.end,
});
