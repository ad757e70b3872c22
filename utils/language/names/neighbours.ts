/** What stands right before and behind a surname: its own first name, a title, or the sign of another bearer. */
import { foldKey } from '../fold.ts';
import type { EntityRule } from '../pack-rules.ts';
import type { Lexicon } from './lexicon.ts';
import { gapBefore, type PageBlock, type PageTokens } from './page.ts';
import { isHyphen, isSpace, type Token } from './tokens.ts';
import type { NameWords } from './words.ts';

export interface Surroundings {
  /** `own`: the entity's first name; `other`: somebody or something else bears the name; `plain`: nothing of either. */
  kind: 'own' | 'other' | 'plain';
  /** An `other` that is sure enough to make the bare surname doubtful on the whole page. */
  sure: boolean;
  /** Index of the first token of the name, with its own first names. */
  from: number;
  /** Titles right before the name, folded and in lower case, first one first. */
  titles: string[];
  /** Index of the token before name and titles, where only white space stands between; else -1. */
  before: number;
}

/** First name, middle name, initial. */
const MOST_GIVEN = 3;
/** "Adml.", "Capt." */
const LONGEST_SHORT_TITLE = 4;
/** "Deputy Prime Minister", "NATO Secretary General". */
const MOST_TITLES = 4;

/** Only white space before the token, within its sentence; a full stop too behind an initial or a short title: "Gen. Kellogg". */
function adjacent(page: PageBlock, i: number): boolean {
  const gap = gapBefore(page, i);
  if (gap === null || page.sentence[i] !== page.sentence[i - 1]) return false;
  return isSpace(gap) || (/^\.\s?$/.test(gap) && page.tokens[i - 1]!.word.length <= LONGEST_SHORT_TITLE);
}

const isFirst = (pages: PageTokens, page: PageBlock, i: number): boolean => pages.firstToken[page.sentence[i]!] === i;

/** A capitalised word that is no part of a person's name. */
function isNoName(token: Token, first: boolean, lexicon: Lexicon, words: NameWords): boolean {
  if (token.possessive || words.notNames.has(token.lower) || lexicon.places.has(token.lower)) return true;
  if (lexicon.surnames.has(token.lower) && !lexicon.names.get(token.lower)?.every((e) => e.value.alias.onlyWithName))
    return true;
  if (token.shape === 'upper') return true;
  return first && words.openerEnding.test(token.lower);
}

/** Looks back from the surname at token `at`. */
export function lookBack(
  pages: PageTokens,
  page: PageBlock,
  at: number,
  entity: string,
  lexicon: Lexicon,
  words: NameWords,
): Surroundings {
  const { tokens } = page;
  const own = lexicon.givenNames.get(entity);
  const casing = pages.casing[page.sentence[at]!]!;
  const plain: Surroundings = { kind: 'plain', sure: false, from: at, titles: [], before: -1 };
  const hyphen = at > 0 && isHyphen(gapBefore(page, at) ?? '');
  if (hyphen) {
    const head = tokens[at - 1]!;
    const fits = head.shape === 'lower' || words.prefixes.has(head.lower) || isNoName(head, false, lexicon, words);
    return fits || casing !== 'normal' ? plain : { ...plain, kind: 'other', sure: true };
  }
  // Own first names first: they may stand two or three words back, with middle names between.
  for (let k = 1; k <= MOST_GIVEN && at - k >= 0 && adjacent(page, at - k + 1); k++) {
    const token = tokens[at - k]!;
    if (token.shape === 'lower' || token.possessive) break;
    const initial = token.word.length === 1 && /^\./.test(gapBefore(page, at - k + 1) ?? '');
    if (own?.has(token.lower)) return { ...plain, kind: 'own', from: at - k };
    if (initial && k === 1 && [...(own ?? [])].some((name) => name[0] === token.lower)) {
      return { ...plain, kind: 'own', from: at - 1 };
    }
  }
  const titles: string[] = [];
  let i = at - 1;
  while (i >= 0 && titles.length < MOST_TITLES && adjacent(page, i + 1) && words.titles.has(tokens[i]!.lower)) {
    if (tokens[i]!.possessive) break;
    titles.unshift(tokens[i]!.lower);
    i--;
  }
  const found: Surroundings = { ...plain, titles, before: i >= 0 && adjacent(page, i + 1) ? i : -1 };
  if (titles.some((title) => words.strangerTitles.has(title))) return { ...found, kind: 'other', sure: true };
  if (titles.length > 0 || found.before < 0) return found;
  const token = tokens[i]!;
  if (words.particles.has(token.lower)) return { ...found, kind: 'other', sure: true };
  if (token.shape === 'lower' || token.shape === 'other') return found;
  const other: Surroundings = { ...found, kind: 'other', sure: true };
  if (token.word.length === 1) return /^\./.test(gapBefore(page, at) ?? '') ? other : found;
  const given = words.givenNames.has(token.lower);
  const first = isFirst(pages, page, i);
  if (!given && isNoName(token, first, lexicon, words)) return found;
  if (casing !== 'normal') return given ? other : found;
  return { ...other, sure: given || !first };
}

/** Whether what follows the name (its last token is `last`) makes it the name of something or somebody else. */
export function belongsToOther(
  pages: PageTokens,
  page: PageBlock,
  last: number,
  full: boolean,
  lexicon: Lexicon,
  words: NameWords,
): boolean {
  const { tokens } = page;
  const next = tokens[last + 1];
  const gap = gapBefore(page, last + 1);
  if (!next || gap === null || tokens[last]!.possessive || next.start === tokens[last]!.end) return false;
  const hyphen = isHyphen(gap);
  if (!hyphen && !isSpace(gap)) return false;
  if (next.shape === 'lower' || next.shape === 'other') return false;
  if (words.generations.has(next.lower) || (!hyphen && words.institutions.has(next.lower))) return true;
  if (full || pages.casing[page.sentence[last]!] !== 'normal') return false;
  if (words.followers.has(next.lower)) return false;
  return !isNoName(next, false, lexicon, words);
}

/** The title before the name is one that the person has held, and no other country's; or their country's possessive stands there. */
export function titleFits(
  page: PageBlock,
  around: Surroundings,
  entity: EntityRule,
  lexicon: Lexicon,
  words: NameWords,
): boolean {
  const before = around.before >= 0 ? page.tokens[around.before] : undefined;
  const country = before && countryOf(before, lexicon);
  if (around.titles.length === 0)
    return before?.possessive === true && country !== undefined && country === entity.country;
  const held = (entity.roles ?? []).map((role) => foldKey(role.title));
  const titles = [around.titles.join(' '), around.titles.slice(-2).join(' '), ...around.titles];
  const wanted = titles.map((title) => words.titleRoles.get(title)).filter((role) => role !== undefined);
  if (!wanted.some((role) => held.some((title) => title.includes(role)))) return false;
  return country === undefined || !entity.country || country === entity.country;
}

/** The country that a word alone names: "Italy", "Italian". */
const countryOf = (token: Token, lexicon: Lexicon): string | undefined =>
  lexicon.names.get(token.lower)?.find((entry) => entry.words.length === 1 && entry.value.entity.kind === 'country')
    ?.value.entity.id;
