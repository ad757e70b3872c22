/** Which of a page's many figures and names the panel lists. Pure. */
import { type Item, isConflict, type Report } from '../../utils/report.ts';
import { titleOf } from '../card/ItemCard.tsx';
import { isLookedFor } from '../parts/looked-for.ts';
import { namesHere, orderItems } from './order.ts';

/** What the verdicts come to for somebody who looks through a list. */
export const FILTER_KINDS = ['conflicts', 'second-look', 'agrees', 'only-here'] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

export interface PageFilter {
  text: string;
  /** Null for all. */
  kind: FilterKind | null;
}

export const NO_FILTER: PageFilter = { text: '', kind: null };

/** A list that fits a window or two is read faster than it is filtered. */
const MANY_ITEMS = 12;
const MANY_NAMES = 24;

export function kindOf({ verdict, exactness }: Pick<Item, 'verdict' | 'exactness'>): FilterKind {
  if (isConflict(verdict)) return 'conflicts';
  if (verdict === 'only here') return 'only-here';
  const isFirm = (verdict === 'agrees' || verdict === 'as last reported') && exactness !== 'less exact';
  return isFirm ? 'agrees' : 'second-look';
}

/** Whether this page has so much that a filter helps. */
export function needsFilter(report: Report): boolean {
  const { conflicts, others } = orderItems(report.items);
  return conflicts.length + others.length >= MANY_ITEMS || namesHere(report).length >= MANY_NAMES;
}

/** Kinds that occur, with how many there are of each: the others would be a filter to nothing. */
export function kindsIn(items: readonly Item[]): { kind: FilterKind; n: number }[] {
  return FILTER_KINDS.map((kind) => ({ kind, n: items.filter((item) => kindOf(item) === kind).length })).filter(
    ({ n }) => n > 0,
  );
}

export const fitsItem = (item: Item, { text, kind }: PageFilter): boolean =>
  (kind === null || kindOf(item) === kind) &&
  isLookedFor([titleOf(item), item.label ?? undefined, item.scopeLabel, item.display, item.surface], text);

/** Names follow the text alone: they have no verdict. */
export const fitsName = (names: readonly string[], { text, kind }: PageFilter): boolean =>
  kind === null && isLookedFor(names, text);
