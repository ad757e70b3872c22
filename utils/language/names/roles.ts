/** Role phrases: "the French president" is whoever held the office on the page's date. */
import { gapBefore, type PageBlock } from './page.ts';
import type { Candidate } from './scan.ts';
import { isSpace } from './tokens.ts';
import type { PageView } from './view.ts';

/** The definite article right before the phrase. */
export function articleBefore(candidate: Candidate, page: PageBlock, view: PageView): boolean {
  const before = page.tokens[candidate.at - 1];
  return (
    before !== undefined &&
    isSpace(gapBefore(page, candidate.at) ?? '') &&
    view.options.words.definite.has(before.lower)
  );
}

/** "The French president": whoever held the office on the page's date, where that is one person, not named right beside. */
export function acceptsRole(
  candidate: Candidate,
  list: Candidate[],
  page: PageBlock,
  view: PageView,
  last: Candidate | null,
): boolean {
  const possessive = candidate.entry.text.includes("'");
  if (possessive ? !page.tokens[candidate.at]!.possessive : !articleBefore(candidate, page, view)) return false;
  const next = page.tokens[candidate.to];
  const behind = gapBefore(page, candidate.to);
  if (next && behind !== null && /^[\s,(]{1,3}$/.test(behind) && next.shape !== 'lower' && next.shape !== 'other')
    return false;
  const first = possessive ? candidate.at : candidate.at - 1;
  if (last && first === last.to && last.entity.kind === 'person') return false; // "Macron, the French president"
  const holders = list.filter((c) => c.entry.value.form === 'role' && c.to === candidate.to && heldThen(c, view));
  const ids = new Set(holders.map((c) => c.entity.id));
  if (ids.size > 1) for (const id of [...ids]) if (!view.bearers.get(id)?.own.length) ids.delete(id);
  return ids.size === 1 && ids.has(candidate.entity.id);
}

/** Held on the page's date; without a date, by somebody whom the page names in full. */
function heldThen(candidate: Candidate, view: PageView): boolean {
  const { from, to } = candidate.entry.value;
  const date = view.options.pageDate;
  if (!date) return (view.bearers.get(candidate.entity.id)?.own.length ?? 0) > 0;
  return (!from || from <= date.to) && (!to || to >= date.from);
}
