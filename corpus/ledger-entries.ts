/** Claims as entries of a country's timeline: when, whose word, and which are copies of one origin. Pure. */
import { fold } from '../utils/language/fold.ts';
import type { DateRange } from '../utils/language/types.ts';
import type { LedgerEntry, LedgerSource, Side, Voice } from '../utils/ledger.ts';
import type { Words } from '../utils/words/index.ts';
import { claimQuantity, type SurfaceReader } from './claim-quantity.ts';
import { claimDate, daysApart, daysOf } from './comparable.ts';
import { displayQuantity } from './display.ts';
import { documentInfo } from './document-info.ts';
import type { Engine } from './engine.ts';
import { passageLink } from './passage-link.ts';
import type { FigureClaim } from './schema/document.ts';
import type { Measure } from './schema/measure.ts';
import type { Manifest } from './schema/pack.ts';
import type { ClaimRow } from './source.ts';

type StanceMeasure = Extract<Measure, { kind: 'stance' }>;

export type LedgerRules = NonNullable<Manifest['ledger']>;

/** What reading the claims of one pack's ledger needs. */
export interface LedgerContext {
  rules: LedgerRules;
  engine: Engine;
  read: SurfaceReader;
  words: Words;
  /** Of the pack's own words. */
  language?: string;
}

/** The ledger's measure with its labels; undefined for a pack that lost it. */
export function stanceMeasure({ engine, rules }: Pick<LedgerContext, 'engine' | 'rules'>): StanceMeasure | undefined {
  const found = engine.measures.find(({ id }) => id === rules.stance);
  return found?.kind === 'stance' ? found : undefined;
}

/** A claim with its entry, its days and its origin. */
export interface Told {
  row: ClaimRow;
  entry: LedgerEntry;
  /** The days that its date may mean; null where it has none. */
  when: DateRange | null;
  /** Claims with one key have their word from one place. */
  origin: string;
}

/** A report of one origin is still the same report when another paper prints it this much later. */
const COPY_DAYS = 3;

/** Documents of another kind come first among equals: what is nearer to whoever said it. */
const KINDS = ['official', 'news', 'wire-copy', 'state-media', 'rewrite'];

export const sideOf = (value: string, rules: LedgerRules): Side =>
  rules.yes.includes(value) ? 'yes' : rules.no.includes(value) ? 'no' : 'open';

/** `language`: of the pack's own words. */
export function sourceOf({ claim, document }: ClaimRow, language?: string): LedgerSource {
  const { id, outlet, kind, date, url, sourceLanguage } = documentInfo(document, language);
  return { document: id, outlet, kind, date, url: passageLink(url, claim.fragment), sourceLanguage };
}

/** Nothing is as of a day after it was printed: "January", printed on the 8th, ends on the 8th. */
function daysTold(row: ClaimRow): DateRange | null {
  const asOf = claimDate(row);
  if (!asOf) return null;
  const days = daysOf(asOf);
  const printed = row.document.date ? daysOf(row.document.date).to : days.to;
  return printed >= days.from && printed < days.to ? { from: days.from, to: printed } : days;
}

function voiceOf({ claim }: ClaimRow): Voice {
  if (claim.kind === 'stance' && claim.officeHolder) return 'office';
  return claim.saidBy ? 'named' : 'report';
}

/** "fewer than 7,500 troops" in short; a vague amount stays in the source's words: its limits are our reading of it. */
function figureDisplay(claim: FigureClaim, context: LedgerContext): string {
  const { unit, bound, value } = claim.quantity;
  if (value === undefined && bound === '~') return claim.surface;
  const display = displayQuantity(claimQuantity(claim, context.read), context.words);
  // Money and shares carry their sign; what is counted in things says which.
  return /^[A-Z]{3}$|^percent/.test(unit) ? display : `${display} ${unit.replaceAll('-', ' ')}`;
}

/** Claims of one measure with one key say the same, in whichever words. */
export function valueKey({ claim }: ClaimRow): string {
  if (claim.kind !== 'figure') return `${claim.measure} ${claim.value}`;
  const { value, low, high, bound, unit } = claim.quantity;
  return [claim.measure, bound, unit, value ?? `${low} ${high}`].join(' ');
}

function entryOf(row: ClaimRow, context: LedgerContext): LedgerEntry {
  const { claim, document } = row;
  const { engine, rules } = context;
  const base = {
    id: `${document.id}/${claim.id}`,
    surface: claim.surface,
    surfaceIsOurs: claim.surfaceIsOurs,
    saidBy: claim.saidBy,
    voice: voiceOf(row),
    asOf: claimDate(row),
    modality: claim.modality,
    origin: originOf(row),
    source: sourceOf(row, context.language),
  };
  if (claim.kind === 'stance') {
    const mission = stanceMeasure(context)?.missions.find((one) => one.mission === claim.mission)?.label;
    return {
      ...base,
      kind: 'stance',
      value: claim.value,
      display: engine.valueLabel(claim.measure, claim.value),
      side: sideOf(claim.value, rules),
      mission: mission ?? claim.mission,
      terms: claim.detail ?? claim.wording,
    };
  }
  const listed = [...(rules.figures ?? []), ...(rules.facts ?? [])].find(({ measure }) => measure === claim.measure);
  return {
    ...base,
    kind: claim.kind,
    label: listed?.label ?? engine.measures.find(({ id }) => id === claim.measure)?.label ?? claim.measure,
    value: claim.kind === 'fact' ? claim.value : undefined,
    display: claim.kind === 'fact' ? engine.valueLabel(claim.measure, claim.value) : figureDisplay(claim, context),
    terms: claim.wording,
  };
}

/** What a claim rests on, else whose text its document prints. */
const originOf = ({ claim, document }: ClaimRow): string | undefined => claim.origin ?? document.origin;

/** Where each claim's word is from: the origin it names, or its own outlet where others name that as theirs. */
export function originsOf(rows: readonly ClaimRow[]): (row: ClaimRow) => string {
  const key = (name: string) => fold(name).toLowerCase();
  const named = new Set(rows.flatMap((row) => originOf(row) ?? []).map(key));
  return (row) => {
    const { document } = row;
    const origin = originOf(row);
    if (origin) return key(origin);
    const outlet = key(document.outlet);
    return named.has(outlet) ? outlet : `document ${document.id}`;
  };
}

const VOICES: Voice[] = ['office', 'named', 'report'];

/** Newest first, then the nearest to the country's own voice; undated last. */
export function newestFirst(a: Told, b: Told): number {
  if (!a.when || !b.when) return Number(!a.when) - Number(!b.when) || byWeight(a, b);
  return b.when.to.localeCompare(a.when.to) || b.when.from.localeCompare(a.when.from) || byWeight(a, b);
}

/** The more an entry has the country's own word, and the less it is retold, the earlier it comes. */
export function byWeight(a: Told, b: Told): number {
  return (
    VOICES.indexOf(a.entry.voice) - VOICES.indexOf(b.entry.voice) ||
    KINDS.indexOf(a.entry.source.kind) - KINDS.indexOf(b.entry.source.kind) ||
    a.entry.id.localeCompare(b.entry.id)
  );
}

/** Days between two claims; 0 where either has no date, as nothing sets them apart. */
export const daysBetween = (a: Told, b: Told): number => (a.when && b.when ? daysApart(a.when, b.when) : 0);

/** Entries newest first; of several that repeat one origin within days, all but the strongest are marked as copies. */
export function tell(rows: readonly ClaimRow[], context: LedgerContext): Told[] {
  const originKey = originsOf(rows);
  const told = rows
    .map((row) => ({ row, entry: entryOf(row, context), when: daysTold(row), origin: originKey(row) }))
    .sort(newestFirst);
  const originals: Told[] = [];
  for (const one of [...told].sort(byWeight)) {
    if (originals.some((other) => isCopy(one, other))) one.entry.isCopy = true;
    else originals.push(one);
  }
  return told;
}

const isCopy = (a: Told, b: Told): boolean =>
  a.origin === b.origin &&
  valueKey(a.row) === valueKey(b.row) &&
  a.entry.modality === b.entry.modality &&
  daysBetween(a, b) <= COPY_DAYS;

export const countOrigins = (told: readonly Told[]): number => new Set(told.map((one) => one.origin)).size;
