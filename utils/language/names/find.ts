/**
 * Finds the mentions of a pack's entities on a page. Spellings are looked up word by word; what a spelling means is decided
 * by what stands around it and by what else the page says. In doubt there is no mention.
 */
import type { Block, Mention } from '../types.ts';
import { hasAntiCue, hasRival, readCues } from './bearers.ts';
import type { Lexicon } from './lexicon.ts';
import { gapBefore, type PageBlock, readTokens } from './page.ts';
import { acceptsRole, articleBefore } from './roles.ts';
import { type Bearers, type Candidate, judgePeople, scanBlock } from './scan.ts';
import { isSpace } from './tokens.ts';
import { existed, type FindOptions, type PageView, viewPage } from './view.ts';

export type { FindOptions } from './view.ts';

/** So many of the pack's people in a sentence vouch for a rarer surname beside them: "Merz, Macron and Starmer". */
const COMPANIONS = 2;
/** Words from a capital to the verb of the list it stands in. */
const LONGEST_LIST = 12;

/** The mentions of the page in order, none overlapping another. Never throws; linear in the page and in the names on it. */
export function findMentions(blocks: readonly Block[], lexicon: Lexicon, options: FindOptions): Mention[] {
  const pages = readTokens(blocks, options.sentences, options.words.smallWords);
  const cues = readCues(pages, lexicon);
  const bearers = new Map<string, Bearers>();
  const found = pages.blocks.map((page) => {
    const candidates = scanBlock(pages, page, lexicon);
    judgePeople(pages, page, candidates, bearers, lexicon, options.words);
    return candidates;
  });
  const view = viewPage(pages, found, cues, bearers, lexicon, options);
  return pages.blocks.flatMap((page, i) => mentionsOf(page, found[i]!, view));
}

/** The block's mentions: at each token the longest candidate that is accepted. */
function mentionsOf(page: PageBlock, candidates: Map<number, Candidate[]>, view: PageView): Mention[] {
  const out: Mention[] = [];
  let free = 0; // first token that no mention has taken
  let last: Candidate | null = null;
  for (const [at, list] of candidates) {
    if (at < free) continue;
    const chosen = list.find((candidate) => accepts(candidate, list, page, view, last));
    if (!chosen) continue;
    const from = Math.max(firstTokenOf(chosen, page, view), free);
    const { start } = page.tokens[from]!;
    const { end } = page.tokens[chosen.to - 1]!;
    out.push({ block: page.block.id, entity: chosen.entity.id, start, end, surface: page.text.slice(start, end) });
    free = chosen.to;
    last = chosen;
    if (chosen.around) view.shown.add(chosen.entity.id);
  }
  return out;
}

function firstTokenOf(candidate: Candidate, page: PageBlock, view: PageView): number {
  if (candidate.around?.kind === 'own') return candidate.around.from;
  if (candidate.entry.value.form === 'role' && articleBefore(candidate, page, view)) return candidate.at - 1;
  return candidate.at;
}

function accepts(
  candidate: Candidate,
  list: Candidate[],
  page: PageBlock,
  view: PageView,
  last: Candidate | null,
): boolean {
  if (candidate.rejected) return false;
  const { form } = candidate.entry.value;
  if (form === 'role') return acceptsRole(candidate, list, page, view, last);
  if (form === 'full') return true;
  const hits = view.cues.get(candidate.entity.id);
  if (candidate.around?.kind === 'own') return true;
  if (hasAntiCue(hits, candidate.position, candidate.position + candidate.to - candidate.at)) return false;
  return form === 'surname' ? acceptsSurname(candidate, list, page, view) : acceptsName(candidate, page, view);
}

/** A surname alone: who else bears it here, what title it carries, and how rare it is. */
function acceptsSurname(candidate: Candidate, list: Candidate[], page: PageBlock, view: PageView): boolean {
  const { entity, position } = candidate;
  const seen = view.bearers.get(entity.id);
  const inFull = (seen?.own.length ?? 0) > 0;
  const { titled } = candidate;
  // "Montenegro" and the like: the other reading is a name of its own.
  const contested = list.some(
    (c) => c.entity !== entity && c.to === candidate.to && !c.needsContext && !c.onlyWithName,
  );
  if (contested && !titled) return lastBefore(seen?.own ?? [], position) >= 0 && doesSomething(candidate, page, view);
  const common = candidate.needsContext || candidate.onlyWithName;
  if (seen && seen.other.length > 0) {
    if (titled) return true;
    return inFull && (!common || lastBefore(seen.own, position) > lastBefore(seen.other, position));
  }
  if (inFull || titled) return true;
  if (candidate.onlyWithName || hasRival(view.cues.get(entity.id), candidate.sentence)) return false;
  if (!candidate.needsContext) return view.evident;
  if (view.shown.has(entity.id) || (view.people.get(candidate.sentence)?.size ?? 0) >= COMPANIONS) return true;
  // "Mr. Merz": told as a name that its readers know.
  const { courtesies } = view.options.words;
  if (view.anchored && candidate.around?.titles.length === 1 && courtesies.has(candidate.around.titles[0]!))
    return true;
  return (
    view.anchored && entity.country != null && view.countries.get(candidate.sentence)?.has(entity.country) === true
  );
}

/** The last of the ascending positions before `position`; -1 if there is none. */
function lastBefore(positions: number[], position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? positions[low - 1]! : -1;
}

/** A verb of speaking or deciding right behind the name. */
function doesSomething(candidate: Candidate, page: PageBlock, view: PageView): boolean {
  const next = page.tokens[candidate.to];
  const gap = gapBefore(page, candidate.to);
  return next !== undefined && gap !== null && isSpace(gap) && view.options.words.actorVerbs.has(next.lower);
}

function acceptsName(candidate: Candidate, page: PageBlock, view: PageView): boolean {
  const { entity } = candidate;
  if (!existed(candidate, view.options.pageDate)) return false;
  if (entity.contextCues && !view.resolved.has(candidate)) return false;
  if (!entity.contextCues && hasRival(view.cues.get(entity.id), candidate.sentence)) return false;
  if (candidate.onlyWithName) return view.named.has(entity.id);
  if (!candidate.needsContext) return true;
  return entity.kind === 'country' ? isActor(candidate, page, view) : view.anchored;
}

/** A capital that stands for its government: "Paris said", "Berlin's plan", "Paris and London want"; not "in Paris". */
function isActor(candidate: Candidate, page: PageBlock, view: PageView): boolean {
  const { words } = view.options;
  const before = page.tokens[candidate.at - 1];
  if (before && words.locatives.has(before.lower) && isSpace(gapBefore(page, candidate.at) ?? '')) return false;
  const name = page.tokens[candidate.to - 1]!;
  // "Berlin: the Bundeswehr would wait": a label of a list. A dateline has a dash, or capitals.
  if (name.shape === 'capital' && page.text[name.end] === ':') return true;
  if (name.possessive || doesSomething(candidate, page, view)) return true;
  // "Kyiv, Paris and London have": walk along the list to its verb.
  const end = Math.min(page.tokens.length, candidate.to + LONGEST_LIST);
  for (let i = candidate.to; i < end && page.sentence[i] === candidate.sentence; i++) {
    const token = page.tokens[i]!;
    if (view.lexicon.places.has(token.lower) && token.shape !== 'lower') continue;
    if (!words.conjunctions.has(token.lower)) {
      return (
        i > candidate.to && view.lexicon.places.has(page.tokens[i - 1]!.lower) && words.actorVerbs.has(token.lower)
      );
    }
  }
  return false;
}
