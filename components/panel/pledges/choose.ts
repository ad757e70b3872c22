/** Which countries the view shows, and in which order. Pure. */
import type { Ledger, LedgerRow } from '../../../utils/ledger.ts';
import { isLookedFor } from '../../parts/looked-for.ts';

export const SORTS = ['country', 'stance', 'changed'] as const;
export type Sort = (typeof SORTS)[number];

export interface Choice {
  /** The topic; null for the first that has a list. */
  pack: string | null;
  /** A value of the stance; null for all. */
  stance: string | null;
  text: string;
  sort: Sort;
}

export const EVERYTHING: Choice = { pack: null, stance: null, text: '', sort: 'country' };

/** Everything that a reader may look for in a row: names, people, outlets, terms. */
function textsOf(row: LedgerRow): (string | undefined)[] {
  const texts = row.timeline.flatMap((entry) => [
    entry.display,
    entry.saidBy,
    entry.terms,
    entry.mission,
    entry.origin,
    entry.source.outlet,
  ]);
  return [row.name, ...row.aliases, ...texts];
}

/** The rows that fit, in the chosen order; names decide among equals. */
export function chooseRows(
  { rows, positions }: Ledger,
  { stance, text, sort }: Omit<Choice, 'pack'>,
  locale: string,
): LedgerRow[] {
  const names = new Intl.Collator(locale);
  const rank = (row: LedgerRow): number => {
    const at = positions.findIndex(({ value }) => value === row.now[0]?.value);
    return at < 0 ? positions.length : at;
  };
  const order: Record<Sort, (a: LedgerRow, b: LedgerRow) => number> = {
    country: () => 0,
    stance: (a, b) => rank(a) - rank(b),
    changed: (a, b) => (b.changed ?? '').localeCompare(a.changed ?? ''),
  };
  return rows
    .filter(
      (row) => (stance === null || row.now.some(({ value }) => value === stance)) && isLookedFor(textsOf(row), text),
    )
    .sort((a, b) => order[sort](a, b) || names.compare(a.name, b.name));
}

/** Positions that some country holds now, with how many do: the others would be a filter to nothing. */
export function heldPositions({ rows, positions }: Ledger): { value: string; display: string; n: number }[] {
  return positions
    .map(({ value, display }) => ({
      value,
      display,
      n: rows.filter((row) => row.now.some((one) => one.value === value)).length,
    }))
    .filter(({ n }) => n > 0);
}
