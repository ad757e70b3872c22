/** What a whole page says, against which each candidate is judged. */
import type { DateRange, Sentence } from '../types.ts';
import { type Cues, isBearer } from './bearers.ts';
import type { Lexicon } from './lexicon.ts';
import type { PageTokens } from './page.ts';
import type { Bearers, Candidate } from './scan.ts';
import type { NameWords } from './words.ts';

export interface FindOptions {
  pageDate: DateRange | null;
  /** The sentences of the same blocks (`splitSentences`). */
  sentences: readonly Sentence[];
  /** The page's language. */
  words: NameWords;
  /** Something else shows that the page is on the topic: its address, a selection by the reader. */
  onTopicHint?: boolean;
}

export interface PageView {
  pages: PageTokens;
  lexicon: Lexicon;
  options: FindOptions;
  cues: Cues;
  bearers: Map<string, Bearers>;
  /** Candidates of coalitions, forces and agreements that are the pack's own. */
  resolved: Set<Candidate>;
  /** Ids of entities other than people that are named without condition. */
  named: Set<string>;
  /** Sentence → countries named in it, also by their capitals. */
  countries: Map<number, Set<string>>;
  /** Sentence → people in it who are sure without help from the page: named in full, with a title, or distinctive. */
  people: Map<number, Set<string>>;
  /** People of whom a bare surname has been accepted: it holds for the rest of the page. */
  shown: Set<string>;
  /** An anchor of the topic is named, or enough of its context. */
  anchored: boolean;
  /** Something shows that the page is about the pack's world at all. */
  evident: boolean;
}

/** So many people of the pack, even by their surnames, make a bare distinctive one safe. */
const PEOPLE_FOR_EVIDENCE = 2;
/** So many of the topic's weaker words do the same: "troops", "ceasefire". */
const SUPPORT_FOR_EVIDENCE = 2;
/** So many context words of an anchor (Ukraine, Kyiv …) put a page near the topic without naming the anchor. */
const CONTEXT_FOR_ANCHOR = 2;

/** Puts together what the page says. `found` are the candidates of its blocks, already judged for people. */
export function viewPage(
  pages: PageTokens,
  found: Map<number, Candidate[]>[],
  cues: Cues,
  bearers: Map<string, Bearers>,
  lexicon: Lexicon,
  options: FindOptions,
): PageView {
  const all = found.flatMap((map) => [...map.values()].flat());
  const people = [...bearers.values()].filter((seen) => seen.own.length > 0).length;
  const anyone = all.some((c) => c.around?.kind === 'plain' && !c.rejected && !c.needsContext && !c.onlyWithName);
  // Ministers of one government are together on every page about its politics: company is people of several countries.
  const countriesNamed = new Set<string>();
  const bodies = new Set<string>();
  for (const [id, seen] of bearers) {
    if (seen.own.length === 0) continue;
    const country = lexicon.entities.get(id)?.country;
    if (country) countriesNamed.add(country);
    else bodies.add(id);
  }
  const company = Math.max(countriesNamed.size, anyone || people > 0 ? 1 : 0);
  // Who speaks for a body of states is company too, beside a name that "the" tells to be known.
  const withBodies = countriesNamed.size > 0 ? company + bodies.size : company;
  const nations = new Set(all.filter((c) => c.entity.kind === 'country' && !c.needsContext).map((c) => c.entity.id));
  const resolved = new Set<Candidate>();
  const named = new Set<string>();
  const countries = new Map<number, Set<string>>();
  const inSentence = new Map<number, Set<string>>();
  for (const candidate of all) {
    const { entity } = candidate;
    if (entity.kind === 'person') {
      if (isSure(candidate)) addTo(inSentence, candidate.sentence, entity.id);
      continue;
    }
    if (entity.contextCues && existed(candidate, options.pageDate)) {
      const hits = cues.get(entity.id);
      const distinct = candidate.entry.value.alias.distinct === true && !hits?.rival.length;
      const definite = isDefinite(candidate, pages, options.words);
      if (
        distinct ||
        isBearer(hits, candidate.position, candidate.sentence, definite ? withBodies : company, nations.size, definite)
      )
        resolved.add(candidate);
    }
    const clear = !candidate.needsContext && !candidate.onlyWithName;
    if (clear && (!entity.contextCues || resolved.has(candidate))) named.add(entity.id);
    if (entity.kind === 'country') addTo(countries, candidate.sentence, entity.id);
  }
  const context = Math.max(0, ...[...lexicon.anchors].map((id) => cues.get(id)?.context.length ?? 0));
  const anchored =
    options.onTopicHint === true || [...lexicon.anchors].some((id) => named.has(id)) || context >= CONTEXT_FOR_ANCHOR;
  const sure = new Set([...inSentence.values()].flatMap((ids) => [...ids]));
  const support = Math.max(0, ...[...lexicon.anchors].map((id) => cues.get(id)?.support.length ?? 0));
  const evident = anchored || context > 0 || sure.size >= PEOPLE_FOR_EVIDENCE || support >= SUPPORT_FOR_EVIDENCE;
  const shown = new Set<string>();
  return {
    pages,
    lexicon,
    options,
    cues,
    bearers,
    resolved,
    named,
    countries,
    people: inSentence,
    shown,
    anchored,
    evident,
  };
}

/** "The" stands right before the name, which ends where it seems to. */
function isDefinite({ at, to, sentence }: Candidate, pages: PageTokens, words: NameWords): boolean {
  const tokens = pages.blocks[pages.blockOf[sentence]!]?.tokens;
  return words.definite.has(tokens?.[at - 1]?.lower ?? '') && !words.carriers.has(tokens?.[to]?.lower ?? '');
}

function addTo(map: Map<number, Set<string>>, key: number, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

/** A person who needs nothing from the rest of the page. */
function isSure(candidate: Candidate): boolean {
  if (candidate.rejected) return false;
  const { form } = candidate.entry.value;
  if (form === 'full' || candidate.around?.kind === 'own' || candidate.titled) return true;
  return form === 'surname' && !candidate.needsContext && !candidate.onlyWithName;
}

/** The entity existed on the page's date. */
export const existed = ({ entity }: Candidate, date: DateRange | null): boolean =>
  !entity.since || !date || date.to >= entity.since;
