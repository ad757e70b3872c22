/**
 * Which bearer of a name is meant: "coalition of the willing" is Iraq's, a climate club's or the one for Ukraine. The words
 * around decide, the nearer ones first.
 */
import type { CueKind, Lexicon } from './lexicon.ts';
import type { PageTokens } from './page.ts';
import { eachPhrase } from './phrases.ts';

interface Hit {
  /** Counted in tokens over the whole page. */
  position: number;
  sentence: number;
}

export type Hits = Record<CueKind, Hit[]>;

/** By entity, in the order of the page. */
export type Cues = ReadonlyMap<string, Hits>;

/** All cue words of the page, in one pass. */
export function readCues(pages: PageTokens, lexicon: Lexicon): Cues {
  const cues = new Map<string, Hits>();
  for (const page of pages.blocks) {
    eachPhrase(page.text, page.tokens, lexicon.cues, (at, { entity, kind }) => {
      let hits = cues.get(entity);
      if (!hits) {
        hits = { context: [], support: [], rival: [], anti: [] };
        cues.set(entity, hits);
      }
      hits[kind].push({ position: page.offset + at, sentence: page.sentence[at]! });
    });
  }
  return cues;
}

/** Index of the first hit at or after a sentence. */
function firstFrom(hits: Hit[], sentence: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

const countBetween = (hits: Hit[], from: number, to: number): number => firstFrom(hits, to + 1) - firstFrom(hits, from);

/** Distance in tokens from `position` to the nearest hit of the sentences from–to. */
function nearest(hits: Hit[], from: number, to: number, position: number): number {
  let low = firstFrom(hits, from);
  let high = firstFrom(hits, to + 1);
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  const after = low < end ? hits[low]!.position - position : Infinity;
  const before = low > 0 && hits[low - 1]!.sentence >= from ? position - hits[low - 1]!.position : Infinity;
  return Math.min(after, before);
}

/** The sentence itself, its neighbours, the paragraph's worth around. */
const REACHES = [0, 1, 3];

/** One such word ("deploy", "military") stands on pages about anything; two with a person do not, nor one in the sentence. */
const SUPPORT = 2;
const SUPPORT_DEFINITE = 1;

/** People of so many of the pack's countries, named in full, are no chance. */
const COMPANY = 2;

/** Without anybody named, so many of those words and so many countries: a fact sheet. */
const SUPPORT_ALONE = 3;
const NATIONS = 2;

/** Where both kinds stand beside the sentence, one that is so many times as frequent on the page is what the page is about. */
const FAR_MORE = 3;

/**
 * Whether the name at `position` (in `sentence`) is this entity's: by the nearest reach that holds any cue, and there by the
 * nearer of the two kinds; then by the count on the whole page. Between equals, as without either kind, `support` and one of the pack's
 * people do, or people of several of its countries: `people` is how many countries those named in full
 * act for, at least one where anybody is named; `nations` how many countries are. `definite`: "the" stands before the name,
 * as before what readers know; then one word of support will do beside a person.
 */
export function isBearer(
  hits: Hits | undefined,
  position: number,
  sentence: number,
  people: number,
  nations: number,
  definite = false,
): boolean {
  if (!hits) return people >= COMPANY;
  for (const reach of REACHES) {
    const from = sentence - reach;
    const to = sentence + reach;
    const own = countBetween(hits.context, from, to);
    const rival = countBetween(hits.rival, from, to);
    if (own === 0 && rival === 0) continue;
    if (own === 0 || rival === 0) return own > 0;
    if (reach > 0 && hits.context.length >= FAR_MORE * hits.rival.length) return true;
    return nearest(hits.context, from, to, position) < nearest(hits.rival, from, to, position);
  }
  // Far from either kind company decides between equals: "clubs" at the end of a page about ministers of six countries.
  if (hits.context.length > hits.rival.length) return true;
  if (hits.rival.length > hits.context.length) return false;
  return (
    people >= COMPANY ||
    (nations >= NATIONS && hits.support.length >= SUPPORT_ALONE) ||
    (people > 0 &&
      (hits.support.length >= (definite ? SUPPORT_DEFINITE : SUPPORT) ||
        countBetween(hits.support, sentence, sentence) > 0))
  );
}

/** Whether any rival cue of the entity stands within the paragraph around. */
export function hasRival(hits: Hits | undefined, sentence: number): boolean {
  const reach = REACHES.at(-1)!;
  return hits !== undefined && countBetween(hits.rival, sentence - reach, sentence + reach) > 0;
}

/** How far an anti-cue may stand from the name: "Brigitte", "First Lady", "Pharma". */
const BESIDE = 2;

/** Whether an anti-cue stands right before the tokens from–to (positions on the page), or right behind them. */
export function hasAntiCue(hits: Hits | undefined, from: number, to: number): boolean {
  if (!hits) return false;
  let low = 0;
  let high = hits.anti.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits.anti[middle]!.position < from - BESIDE) low = middle + 1;
    else high = middle;
  }
  return low < hits.anti.length && hits.anti[low]!.position <= to;
}
