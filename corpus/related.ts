/** Related reporting: the sources nearest to what a page is about. Pure. */
import type { DateRange, Mention } from '../utils/language/types.ts';
import type { Item } from '../utils/report.ts';
import { daysApart, daysOf } from './comparable.ts';
import { type ClaimRow, type DocumentRow, rarity } from './source.ts';

/** A source that says something of a measure of this page tells more than one that names the same people. */
const SAME_MEASURE = 3;
/** Two shared names that few sources have count as much as one shared measure. */
const SAME_NAME = 1.5;
/** A source this many days away counts half as near. */
const HALF_DAYS = 45;
/** Weight of being of the same days, beside what is shared. */
const SAME_TIME = 2;
/** More would be a search result, not related reading. */
export const RELATED_MOST = 12;

/** Ids of documents, nearest first; the page's own article is left out, and so is what shares nothing with it. */
export function relatedDocuments(
  documents: readonly DocumentRow[],
  page: {
    items: readonly Item[];
    mentions: readonly Mention[];
    rows: readonly ClaimRow[];
    /** How many documents there are, and how many name each of the page's names. */
    counts: { documents: number; mentioning: ReadonlyMap<string, number> };
    pageDate: DateRange | null;
    own: ReadonlySet<string>;
  },
): string[] {
  const measures = new Set(page.items.flatMap((item) => (item.measure ? [item.measure] : [])));
  const said = new Map<string, Set<string>>();
  for (const { document, claim } of page.rows) {
    if (!measures.has(claim.measure)) continue;
    const known = said.get(document.id);
    if (known) known.add(claim.measure);
    else said.set(document.id, new Set([claim.measure]));
  }
  const names = new Set(page.mentions.map((m) => m.entity));
  const { documents: all, mentioning } = page.counts;

  const score = (document: DocumentRow): number => {
    const shared = document.entities
      .filter((entity) => names.has(entity))
      .reduce((sum, entity) => sum + rarity(mentioning.get(entity) ?? 0, all), 0);
    const about = SAME_MEASURE * (said.get(document.id)?.size ?? 0) + SAME_NAME * shared;
    if (about === 0) return 0;
    if (!page.pageDate || !document.date) return about;
    return about + SAME_TIME / (1 + daysApart(page.pageDate, daysOf(document.date)) / HALF_DAYS);
  };
  return documents
    .filter((document) => !page.own.has(document.id))
    .map((document) => ({ document, score: score(document) }))
    .filter((one) => one.score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.document.date ?? '').localeCompare(a.document.date ?? '') ||
        a.document.id.localeCompare(b.document.id),
    )
    .slice(0, RELATED_MOST)
    .map((one) => one.document.id);
}
