/** The first look at a page: where any spelling of any name stands, and which people are named in full. */
import type { EntityRule } from '../pack-rules.ts';
import type { Lexicon, NameEntry } from './lexicon.ts';
import { belongsToOther, lookBack, type Surroundings, titleFits } from './neighbours.ts';
import type { Casing, PageBlock, PageTokens } from './page.ts';
import { gapBefore } from './page.ts';
import { capitalsFit, matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { NameWords } from './words.ts';

export interface Candidate {
  entry: NameEntry;
  entity: EntityRule;
  /** First token, and the one after the last. */
  at: number;
  to: number;
  sentence: number;
  /** Of the first token, over the whole page. */
  position: number;
  /** Stricter of the flags of the spellings that meet here, where the text's spelling is none of them exactly. */
  needsContext: boolean;
  onlyWithName: boolean;
  /** For surnames. */
  around: Surroundings | null;
  /** A title before it, or a country's possessive, that are this person's: "Chancellor Merz", "Italy's Meloni". */
  titled: boolean;
  /** Part of another's name, denied, or a full name that is somebody else's. */
  rejected: boolean;
}

/** Shorter surnames set in capitals in running text are acronyms: "FICO", "DAN". */
const SHORTEST_CAPITALS = 5;
/** How far behind a name its denial or the bearer's calling may stand, in words. */
const WORDS_TO_DENIAL = 15;
const WORDS_TO_CALLING = 7;

function caseFits(entry: NameEntry, tokens: Token[], at: number, casing: Casing): boolean {
  const { value } = entry;
  if (value.exactCase) return entry.written.every((word, k) => tokens[at + k]!.word === word);
  if (value.anyCase) return true;
  if (!capitalsFit(tokens, at, entry)) return false;
  if (value.form !== 'surname' || entry.words.length > 1 || casing === 'caps') return true;
  const token = tokens[at]!;
  if (token.shape !== 'upper') return true;
  const { needsContext, onlyWithName } = value.alias;
  return token.word.length >= SHORTEST_CAPITALS && !needsContext && !onlyWithName;
}

interface Met {
  entry: NameEntry;
  to: number;
}

/** One spelling for each entity and length at a token: the one met exactly, else the strictest. Roles stay apart: dates differ. */
function mergeSpellings(met: Met[], page: PageBlock, at: number): Met[] {
  const out: Met[] = [];
  for (const one of met) {
    const twin = out.findIndex((other) => isTwin(one, other));
    if (twin < 0) out.push(one);
    else if (preference(one, page, at) > preference(out[twin]!, page, at)) out[twin] = one;
  }
  return out;
}

function isTwin(a: Met, b: Met): boolean {
  const [one, other] = [a.entry.value, b.entry.value];
  return a.to === b.to && one.entity === other.entity && one.form === other.form && one.form !== 'role';
}

/** The name has marks on its letters, and the text prints it without; a pack that wants that spelling too lists it. */
function isPlainer(entry: NameEntry, page: PageBlock, at: number, to: number): boolean {
  const marked = (text: string) => /[^\p{ASCII}]/u.test(text.normalize('NFC').replace(/[\s\p{P}\p{Cf}]/gu, ''));
  return marked(entry.text) && !marked(page.text.slice(page.tokens[at]!.start, page.tokens[to - 1]!.end));
}

function preference({ entry, to }: Met, page: PageBlock, at: number): number {
  const printed = page.text.slice(page.tokens[at]!.start, page.tokens[to - 1]!.end);
  if (printed.normalize('NFC') === entry.text.normalize('NFC')) return 3;
  return entry.value.alias.onlyWithName ? 2 : entry.value.alias.needsContext ? 1 : 0;
}

/** All candidates of a block by their first token, the longest first. */
export function scanBlock(pages: PageTokens, page: PageBlock, lexicon: Lexicon): Map<number, Candidate[]> {
  const out = new Map<number, Candidate[]>();
  const { tokens, text } = page;
  for (let at = 0; at < tokens.length; at++) {
    const entries = lexicon.names.get(tokens[at]!.lower);
    if (!entries) continue;
    const sentence = page.sentence[at]!;
    const found: Met[] = [];
    for (const entry of entries) {
      const to = matchAt(text, tokens, at, entry);
      if (
        to < 0 ||
        !caseFits(entry, tokens, at, pages.casing[sentence]!) ||
        /[@_]/.test(text[tokens[at]!.start - 1] ?? '')
      )
        continue;
      found.push({ entry, to });
    }
    const candidates = mergeSpellings(found, page, at).map(({ entry, to }): Candidate => {
      const { alias, entity, form } = entry.value;
      const plain = form === 'surname' && isPlainer(entry, page, at, to);
      return {
        entry,
        entity,
        at,
        to,
        sentence,
        position: page.offset + at,
        around: null,
        titled: false,
        // "Store" for Støre: at the start of a sentence rather the common word.
        rejected: plain && pages.firstToken[sentence] === at,
        needsContext: alias.needsContext === true,
        onlyWithName: alias.onlyWithName === true || plain,
      }; // prettier-ignore
    });
    if (candidates.length > 0) out.set(at, candidates);
  }
  return out;
}

/** Words of the longest phrase before a name. */
const MOST_BEFORE = 4;
const BETWEEN = /^[\s"'“‘«]+$/u;

/** The words right before `at`, with no sign but an opening quote between, end in one of the phrases: not “they thanked one another; Trump …”. */
function endsIn(page: PageBlock, at: number, phrases: readonly string[]): boolean {
  let from = at;
  while (from > 0 && at - from < MOST_BEFORE && BETWEEN.test(gapBefore(page, from) ?? '')) from--;
  const before = page.tokens
    .slice(from, at)
    .map((token) => token.lower)
    .join(' ');
  return phrases.some((phrase) => before === phrase || before.endsWith(` ${phrase}`));
}

/** Whether the text itself says that a full name is somebody else's: "Not that …", "…, no relation", "the chemist …". */
function isDenied(page: PageBlock, candidate: Candidate, distinctive: boolean, words: NameWords): boolean {
  const { tokens, text } = page;
  const { at, to, sentence } = candidate;
  if (endsIn(page, at, words.denialsBefore)) return true;
  let last = to;
  while (last < tokens.length && page.sentence[last] === sentence && last < to + WORDS_TO_DENIAL) last++;
  const behind = ` ${tokens
    .slice(to, last)
    .map((token) => token.lower)
    .join(' ')} `;
  if (words.denialsAfter.some((phrase) => behind.includes(` ${phrase} `))) return true;
  if (distinctive) return false;
  const gap = gapBefore(page, at);
  if (gap !== null && gap.trim() === '' && words.callings.has(tokens[at - 1]!.lower)) return true;
  const next = tokens[to];
  if (!next || !text.slice(tokens[to - 1]!.end, next.start).includes(',')) return false;
  if (words.callings.has(next.lower)) return true;
  if (!words.articles.has(next.lower)) return false;
  for (let i = to; i < last && i < to + WORDS_TO_CALLING; i++) {
    if (words.callings.has(tokens[i]!.lower)) return true;
    if (i > to && text.slice(tokens[i - 1]!.end, tokens[i]!.start).includes(',')) return false;
  }
  return false;
}

/** Where an entity is named in full or by its title, and where another bearer of its surname stands; positions over the page, ascending. */
export interface Bearers {
  own: number[];
  other: number[];
}

/** Judges the people of a block: fills `around` and `rejected`, and adds what it saw to `bearers`. */
export function judgePeople(
  pages: PageTokens,
  page: PageBlock,
  candidates: Map<number, Candidate[]>,
  bearers: Map<string, Bearers>,
  lexicon: Lexicon,
  words: NameWords,
): void {
  const note = (candidate: Candidate, side: keyof Bearers) => {
    let seen = bearers.get(candidate.entity.id);
    if (!seen) {
      seen = { own: [], other: [] };
      bearers.set(candidate.entity.id, seen);
    }
    seen[side].push(candidate.position);
  };
  /** Entity → the token after its last full name: the surname inside it is judged with it. */
  const covered = new Map<string, { to: number; rejected: boolean }>();
  for (const list of candidates.values()) {
    for (const candidate of list) {
      const { entity, at, to } = candidate;
      if (entity.kind !== 'person') continue;
      const { form } = candidate.entry.value;
      const cover = covered.get(entity.id);
      if (cover && at < cover.to) {
        candidate.rejected = candidate.rejected || cover.rejected;
        if (form === 'surname') candidate.around = lookBack(pages, page, at, entity.id, lexicon, words);
        continue;
      }
      if (form === 'full') {
        const distinctive = isDistinctive(entity);
        candidate.rejected =
          belongsToOther(pages, page, to - 1, distinctive, lexicon, words) ||
          isDenied(page, candidate, distinctive, words);
        note(candidate, candidate.rejected ? 'other' : 'own');
        covered.set(entity.id, { to, rejected: candidate.rejected });
      } else if (form === 'surname') {
        const around = lookBack(pages, page, at, entity.id, lexicon, words);
        candidate.around = around;
        if (around.kind === 'own') {
          candidate.rejected = endsIn(page, around.from, words.denialsBefore);
          note(candidate, candidate.rejected ? 'other' : 'own');
        } else if (around.kind === 'other' || belongsToOther(pages, page, to - 1, false, lexicon, words)) {
          candidate.rejected = true;
          if (around.kind !== 'other' || around.sure) note(candidate, 'other');
        } else if (titleFits(page, around, entity, lexicon, words)) {
          candidate.titled = true;
          note(candidate, 'own');
        }
      }
    }
  }
}

/** A surname that hardly anybody else in the news bears: one of its spellings stands alone without conditions. */
export const isDistinctive = (entity: EntityRule): boolean =>
  entity.aliases.some((alias) => !alias.needsContext && !alias.onlyWithName && !/\s/.test(alias.text));
