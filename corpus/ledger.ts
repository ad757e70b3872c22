/** Who promised what, by country: stances over time with their sources, for every pack that says what makes its ledger. */

import { readQuantities } from '../utils/language/quantities.ts';
import type { Ledger, LedgerRow } from '../utils/ledger.ts';
import type { Words } from '../utils/words/index.ts';
import { claimQuantity, type SurfaceReader } from './claim-quantity.ts';
import { moreExact } from './compare.ts';
import { packLanguage } from './document-info.ts';
import { type Engine, engineFor } from './engine.ts';
import { ledgerCounts } from './ledger-counts.ts';
import {
  countOrigins,
  daysBetween,
  type LedgerContext,
  type LedgerRules,
  sideOf,
  stanceMeasure,
  type Told,
  tell,
  valueKey,
} from './ledger-entries.ts';
import { newestPositions, standing } from './ledger-positions.ts';
import type { Manifest } from './schema/pack.ts';
import type { ClaimRow, Corpus } from './source.ts';

/** Figures of a country that were told within this many days of the newest belong to one offer. */
const ONE_OFFER_DAYS = 1;

/** The ledgers of the enabled packs that have one, in the order of the packs. */
export async function readLedgers(corpus: Corpus, words: Words): Promise<Ledger[]> {
  const ledgers = (await corpus.packs()).map(async (pack) => {
    // By its own rules: another pack's measure of stances may have the same name and other values.
    const rules = await pack.rules();
    const engine = engineFor(rules);
    return Promise.all(
      rules.manifests.flatMap((manifest) => {
        const { ledger } = manifest;
        return ledger ? [readLedger(manifest, ledger, { corpus: pack, engine, words })] : [];
      }),
    );
  });
  return (await Promise.all(ledgers)).flat();
}

async function readLedger(
  manifest: Manifest,
  rules: LedgerRules,
  { corpus, engine, words }: { corpus: Corpus; engine: Engine; words: Words },
): Promise<Ledger> {
  const measures = [...measuresByCountry(rules), ...(rules.reported ?? [])];
  const rows = await corpus.claimsFor(measures.map((measure) => ({ measure })));
  const shown = manifest.unknowns.flatMap((unknown) => (typeof unknown === 'string' ? [] : unknown.documents));
  const documents = await corpus.documents([...new Set(shown)]);
  const read = (surface: string) => readQuantities(surface, engine.language.quantities);
  return {
    ...makeLedger(manifest, rows, { rules, engine, read, words, language: packLanguage(manifest) }),
    unknowns: manifest.unknowns.map((unknown) =>
      typeof unknown === 'string'
        ? { text: unknown, sources: [] }
        : {
            text: unknown.text,
            sources: documents
              .filter(({ id }) => unknown.documents.includes(id))
              .map(({ id, outlet, kind, date, url }) => ({ document: id, outlet, kind, date, url })),
          },
    ),
  };
}

const measuresByCountry = ({ stance, figures = [], facts = [] }: LedgerRules): string[] => [
  stance,
  ...[...figures, ...facts].map(({ measure }) => measure),
];

/** Pure: the ledger of one pack from its claims. Claims of other measures are passed over. */
export function makeLedger(
  manifest: Pick<Manifest, 'id' | 'title' | 'newest'>,
  claims: readonly ClaimRow[],
  context: LedgerContext,
): Omit<Ledger, 'unknowns'> {
  const { rules, words } = context;
  const byCountry = measuresByCountry(rules);
  const perCountry = new Map<string, ClaimRow[]>();
  for (const row of claims) {
    const { country } = row.claim.scope;
    if (country === undefined || !byCountry.includes(row.claim.measure)) continue;
    const list = perCountry.get(country);
    if (list) list.push(row);
    else perCountry.set(country, [row]);
  }
  const collator = new Intl.Collator(words.locale);
  const rows = [...perCountry]
    .map(([country, own]) => ledgerRow(country, own, context))
    .sort((a, b) => collator.compare(a.name, b.name));
  return {
    pack: { id: manifest.id, title: manifest.title, newest: manifest.newest, language: context.language },
    positions: (stanceMeasure(context)?.values ?? []).map(({ value, label }) => ({
      value,
      display: label,
      side: sideOf(value, rules),
    })),
    counts: ledgerCounts(
      claims.filter(({ claim }) => rules.reported?.includes(claim.measure)),
      rows,
      context,
    ),
    rows,
  };
}

function ledgerRow(country: string, claims: readonly ClaimRow[], context: LedgerContext): LedgerRow {
  const { rules, engine } = context;
  const told = tell(claims, context);
  const stance = stanceMeasure(context);
  const entity = engine.entities.get(country);
  const order = stance?.values.map(({ value }) => value) ?? [];
  const stances = told.filter(({ row, entry }) => entry.kind === 'stance' && row.claim.measure === rules.stance);
  const isApart = ({ row: { claim } }: Told): boolean =>
    claim.kind === 'stance' && claim.mission !== undefined && Boolean(rules.apart?.includes(claim.mission));
  return {
    country,
    name: entity?.name ?? country,
    aliases: entity?.aliases.map(({ text }) => text) ?? [],
    ...standing(
      stances.filter((one) => !isApart(one)),
      order,
      stance?.windowDays,
    ),
    besides: newestPositions(stances.filter(isApart), order),
    figures: (rules.figures ?? []).flatMap(({ measure }) => newestOf(told, measure, context.read)),
    facts: (rules.facts ?? []).flatMap(({ measure }) => newestOf(told, measure, context.read)),
    timeline: told.map(({ entry }) => entry),
    sources: countOrigins(told),
  };
}

/** Entries of a measure's newest days, each value once, without parts and earlier stages (a scope beyond the country). */
function newestOf(told: readonly Told[], measure: string, read: SurfaceReader): string[] {
  const own = told.filter(
    ({ row, entry }) =>
      row.claim.measure === measure &&
      entry.modality === 'reported' &&
      Object.keys(row.claim.scope).every((key) => key === 'country'),
  );
  const [newest] = own;
  if (!newest) return [];
  const seen = new Set<string>();
  return own
    .filter((one) => daysBetween(newest, one) <= ONE_OFFER_DAYS)
    .filter((one, _, offer) => !offer.some((other) => isLessExact(one, other, read)))
    .filter(({ row }) => !seen.has(valueKey(row)) && Boolean(seen.add(valueKey(row))))
    .map(({ entry }) => entry.id);
}

/** One origin that gives a number and a range around it is heard by its number. */
const isLessExact = (one: Told, other: Told, read: SurfaceReader): boolean =>
  one.origin === other.origin &&
  one.row.claim.kind === 'figure' &&
  other.row.claim.kind === 'figure' &&
  moreExact(claimQuantity(other.row.claim, read), claimQuantity(one.row.claim, read));
