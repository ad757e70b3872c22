/** The count of pledging countries as reported, beside the countries that the sources name. Pure. */
import type { LedgerCounts, LedgerRow, ReportedCount } from '../utils/ledger.ts';
import { claimQuantity } from './claim-quantity.ts';
import { claimDate } from './comparable.ts';
import { moreExact } from './compare.ts';
import { displayQuantity } from './display.ts';
import { type LedgerContext, originsOf, sourceOf } from './ledger-entries.ts';
import type { ClaimRow } from './source.ts';

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];

/** Scope keys that a claim of the measure must have; others narrow it to a stage or a part. */
function isWhole({ claim }: ClaimRow, { engine }: LedgerContext): boolean {
  const required: readonly string[] = engine.ruleOf(claim.measure)?.requires ?? [];
  return Object.keys(claim.scope).every((key) => required.includes(key));
}

/** Claims of the event that was counted last; those without an event where there is none. */
function ofLastEvent(rows: readonly ClaimRow[], { engine }: LedgerContext): ClaimRow[] {
  const day = (event: string | undefined) => (event ? (engine.entities.get(event)?.event?.from ?? '') : '');
  const events = distinct(rows.map(({ claim }) => claim.scope.event)).sort((a, b) => day(b).localeCompare(day(a)));
  return rows.filter(({ claim }) => claim.scope.event === events[0]);
}

/** Each origin once, by its most exact figure: "more than two dozen" and "26" in one report are one count. */
function oncePerOrigin(rows: readonly ClaimRow[], { read }: LedgerContext): ClaimRow[] {
  const originOf = originsOf(rows);
  const best = new Map<string, ClaimRow>();
  for (const row of rows) {
    const kept = best.get(originOf(row));
    const isBetter =
      row.claim.kind === 'figure' &&
      kept?.claim.kind === 'figure' &&
      moreExact(claimQuantity(row.claim, read), claimQuantity(kept.claim, read));
    if (!kept || isBetter) best.set(originOf(row), row);
  }
  return [...best.values()];
}

/** Each speaker once, the one most heard first; "A and B" says nothing new where both are heard by themselves. */
function speakersOf(rows: readonly ClaimRow[]): string[] {
  const heard = rows.flatMap(({ claim }) => claim.saidBy ?? []);
  const names = distinct(heard);
  const times = (name: string) => heard.filter((one) => one === name).length;
  return names
    .filter((name) => names.filter((other) => other !== name && name.includes(other)).length < 2)
    .sort((a, b) => times(b) - times(a));
}

function reportedCounts(rows: readonly ClaimRow[], context: LedgerContext): ReportedCount[] {
  const display = ({ claim }: ClaimRow) =>
    claim.kind === 'figure' ? displayQuantity(claimQuantity(claim, context.read), context.words) : '';
  const originOf = originsOf(rows);
  const counted = oncePerOrigin(rows, context);
  return distinct(counted.map(display))
    .map((shown) => {
      const same = counted.filter((row) => display(row) === shown);
      const origins = new Set(same.map(originOf));
      return {
        display: shown,
        sources: same.length,
        lessExact: distinct(rows.filter((row) => origins.has(originOf(row))).map(display)).filter(
          (one) => one !== shown,
        ),
        speakers: speakersOf(same),
        wordings: distinct(same.map(({ claim }) => claim.wording)),
        dates: distinct(same.map(claimDate)).sort(),
        documents: same.map((row) => sourceOf(row)),
      };
    })
    .sort((a, b) => b.sources - a.sources);
}

/**
 * @param rows claims of the measures that count pledging countries.
 * Null where the pack names no such measure, or holds no claim of one.
 */
export function ledgerCounts(
  rows: readonly ClaimRow[],
  countries: readonly LedgerRow[],
  context: LedgerContext,
): LedgerCounts | null {
  const { rules, engine, words } = context;
  const usable = rows.filter(
    (row) => row.claim.kind === 'figure' && row.claim.modality === 'reported' && isWhole(row, context),
  );
  const counted = ofLastEvent(usable, context);
  const [first] = counted;
  if (!first) return null;
  return {
    named: rules.yes.map((value) => ({
      value,
      display: engine.valueLabel(rules.stance, value),
      countries: countries.filter(({ now }) => now.length === 1 && now[0]?.value === value).map(({ name }) => name),
    })),
    differing: countries
      .filter(({ now, differs }) => differs && now.some(({ side }) => side === 'yes'))
      .map(({ name }) => name),
    label: distinct((rules.reported ?? []).map((id) => engine.ruleOf(id)?.label)).join(' · '),
    scopeLabel: engine.scopeLabel(
      Object.fromEntries(Object.entries(first.claim.scope).filter(([key]) => key === 'event')),
      words,
    ),
    reported: reportedCounts(counted, context),
    note: rules.note,
  };
}
