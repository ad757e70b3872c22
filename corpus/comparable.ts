/** Which claims a page's figure may be compared with: same count, same unit, same scope, near enough in time. Pure. */
import type { DateRange, Modality } from '../utils/language/types.ts';
import type { ClaimRow } from './source.ts';

const DAY = 86_400_000;

/** A date known to the year, month or day as the days it may mean. */
export function daysOf(partial: string): DateRange {
  const [year, month, day] = partial.split('-');
  if (day) return { from: partial, to: partial };
  if (month) {
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return { from: `${partial}-01`, to: `${partial}-${String(last).padStart(2, '0')}` };
  }
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Days between two stretches of days; 0 where they overlap. */
export function daysApart(a: DateRange, b: DateRange): number {
  const gap = Math.max(Date.parse(a.from) - Date.parse(b.to), Date.parse(b.from) - Date.parse(a.to));
  return Math.max(0, Math.round(gap / DAY));
}

export interface Comparison {
  measure: string;
  sameAs: readonly string[];
  requires: readonly ('event' | 'country' | 'period')[];
  temporal: 'event' | 'evolving';
  windowDays: number;
  scope: Record<string, string>;
  /** Unit of the figure; null for facts and stances. */
  unit: string | null;
  /** As-of date of what the page says: its own, or the page's. */
  when: DateRange | null;
  modality: Modality;
}

export interface Comparable {
  row: ClaimRow;
  /** Its as-of date lies within the measure's window of the page's. */
  inWindow: boolean;
  later: boolean;
  asOf: string;
}

/** When what a claim says held: its own date, else its document's. */
export const claimDate = ({ claim, document }: ClaimRow): string | undefined => claim.asOf ?? document.date;

/** Scope keys of a claim that narrow it beyond what every claim of the measure must have (a group, an item). */
const narrower = (scope: Record<string, string>, requires: readonly string[]) =>
  Object.keys(scope).filter(
    (key) => !requires.includes(key) && key !== 'event' && key !== 'country' && key !== 'period',
  );

function sameScope(one: Comparison, claim: ClaimRow['claim']): boolean {
  for (const key of one.requires) if (!one.scope[key] || one.scope[key] !== claim.scope[key]) return false;
  for (const key of ['country', 'period', 'group'] as const)
    if ((one.scope[key] ?? null) !== (claim.scope[key] ?? null)) return false;
  return narrower(claim.scope, one.requires).every((key) => one.scope[key] === claim.scope[key]);
}

/** The comparable ones of `rows`. What was expected or proposed is compared with its like only. */
export function comparableClaims(one: Comparison, rows: readonly ClaimRow[]): Comparable[] {
  const found: Comparable[] = [];
  for (const row of rows) {
    const { claim } = row;
    if (claim.measure !== one.measure && !one.sameAs.includes(claim.measure)) continue;
    if (claim.kind === 'figure' && claim.quantity.unit !== one.unit) continue;
    if ((claim.modality === 'reported') !== (one.modality === 'reported')) continue;
    if (!sameScope(one, claim)) continue;
    const asOf = claimDate(row);
    const when = asOf ? daysOf(asOf) : null;
    const inWindow = one.temporal === 'event' || !one.when || !when || daysApart(one.when, when) <= one.windowDays;
    found.push({ row, inWindow, later: Boolean(one.when && when && when.from > one.when.to), asOf: asOf ?? '' });
  }
  return found;
}
