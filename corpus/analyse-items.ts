/** Compares what a page says with what the corpus holds: one item for every figure, fact and stance. Pure. */
import type { Classified } from '../utils/language/measures/score.ts';
import type { FigureMeasureRule, MeasureRule } from '../utils/language/pack-rules.ts';
import type { DateRange, Modality, PlacedQuantity, Speaker, Statement } from '../utils/language/types.ts';
import type { Against, Item, QuantityValue } from '../utils/report.ts';
import type { Words } from '../utils/words/index.ts';
import { claimQuantity, type SurfaceReader } from './claim-quantity.ts';
import { type Comparable, type Comparison, comparableClaims, daysOf } from './comparable.ts';
import { compareQuantities, moreExact } from './compare.ts';
import { displayQuantity } from './display.ts';
import { passageLink } from './passage-link.ts';
import { explainVerdict } from './reasons.ts';
import type { ClaimRow } from './source.ts';
import { overallVerdict, type SourceVote } from './verdict.ts';

/** Measures without a window of their own compare this far: memberships of such groups change within two months. */
export const DEFAULT_WINDOW_DAYS = 50;

/** Everything an item's comparison needs beside the item. */
export interface CompareContext {
  rows: readonly ClaimRow[];
  /** The rule of a measure; undefined where no enabled pack has it. */
  ruleOf(measure: string): MeasureRule | undefined;
  pageDate: DateRange | null;
  /** Labels: of measures' values, of scopes. */
  valueLabel(measure: string, value: string): string;
  scopeLabel(scope: Record<string, string>): string | undefined;
  compareStatement(item: Statement, row: ClaimRow, rule: MeasureRule): Against['verdict'] | null;
  /** Reads the quantities in a claim's few words. */
  readSurface: SurfaceReader;
  words: Words;
}

/** A figure of the page with what was found about it. */
export interface PageFigure {
  quantity: PlacedQuantity;
  classified: Classified | null;
  scope: Record<string, string>;
  /** The measure asks for an event, and none could be found. */
  noEvent: boolean;
  /** Asserted: neither asked nor denied. */
  said: boolean;
  speaker: Speaker | null;
  asOf: string | null;
  modality: Modality;
  /** The number with its hedge, as printed. */
  core: string;
}

const asFigureRule = (rule: MeasureRule | undefined): FigureMeasureRule | undefined =>
  rule?.kind === 'figure' ? rule : undefined;

const comparison = (
  rule: MeasureRule,
  at: { scope: Record<string, string>; unit: string | null; asOf: string | null; modality: Modality },
  pageDate: DateRange | null,
): Comparison => ({
  measure: rule.id,
  sameAs: rule.sameAs,
  requires: rule.requires,
  temporal: rule.temporal,
  windowDays: rule.windowDays ?? DEFAULT_WINDOW_DAYS,
  scope: at.scope,
  unit: at.unit,
  when: at.asOf ? daysOf(at.asOf) : pageDate,
  modality: at.modality,
});

type Compared = { against: Against; comparable: Comparable; quantity?: QuantityValue };

function makeAgainst(
  comparable: Comparable,
  verdict: Against['verdict'],
  rest: Pick<Against, 'display'> & Partial<Against>,
): Against {
  const { claim, document } = comparable.row;
  return {
    document: document.id,
    claim: claim.id,
    verdict: !comparable.inWindow && verdict === 'conflicts' ? 'changed since' : verdict,
    surface: claim.surface,
    surfaceIsOurs: claim.surfaceIsOurs,
    wording: claim.wording,
    saidBy: claim.saidBy,
    asOf: comparable.asOf || undefined,
    modality: claim.modality,
    origin: claim.origin,
    later: comparable.later || undefined,
    url: passageLink(document.url, claim.fragment),
    ...rest,
  };
}

const isAlike = (a: Compared, b: Compared) =>
  (a.against.verdict === 'conflicts') === (b.against.verdict === 'conflicts');

/** A source counts once, by its most exact claim of those nearest in time; its others are kept, marked `secondary`. */
function oncePerSource(compared: readonly Compared[]): { counted: Compared[]; all: Against[] } {
  const bySource = new Map<string, Compared[]>();
  for (const one of compared) {
    const list = bySource.get(one.against.document);
    if (list) list.push(one);
    else bySource.set(one.against.document, [one]);
  }
  const counted: Compared[] = [];
  const all: Against[] = [];
  for (const list of bySource.values()) {
    const near = list.some((c) => c.comparable.inWindow) ? list.filter((c) => c.comparable.inWindow) : list;
    const best = near.reduce((a, b) => {
      if (a.quantity && b.quantity) return moreExact(b.quantity, a.quantity) ? b : a;
      return b.comparable.asOf > a.comparable.asOf ? b : a;
    });
    counted.push(best);
    all.push(best.against);
    // A source's hedged wording is the same claim in fewer words: it is shown once, and only where its exact one comes out alike.
    for (const one of list)
      if (
        one !== best &&
        isAlike(one, best) &&
        !all.some((a) => a.document === one.against.document && a.display === one.against.display)
      )
        all.push({ ...one.against, secondary: true });
  }
  return { counted, all };
}

/** Those that the verdict rests on: of the same time where there are any, else all. */
function nearest(counted: readonly Compared[]): Against[] {
  const near = counted.filter((c) => c.comparable.inWindow);
  return (near.length ? near : counted).map((c) => c.against);
}

const vote = ({ against, comparable }: Compared): SourceVote => ({
  verdict: against.verdict === 'changed since' ? 'conflicts' : against.verdict,
  exactness: against.exactness,
  inWindow: comparable.inWindow && against.verdict !== 'changed since',
  asOf: comparable.asOf,
  later: comparable.later,
});

/** Sources of one origin are one voice: the first stands for all. */
function oncePerOrigin(counted: readonly Compared[]): Compared[] {
  const seen = new Set<string>();
  return counted.filter(({ against }) => {
    const origin = `${against.origin ?? against.document} ${against.verdict}`;
    return !seen.has(origin) && Boolean(seen.add(origin));
  });
}

function pageQuantity(quantity: PlacedQuantity, unit: string | null): QuantityValue {
  return {
    value: quantity.value,
    bound: quantity.bound,
    hard: quantity.hard,
    soft: quantity.soft,
    unit,
    precision: quantity.precision,
  };
}

/** "More than 30" as it stands inside a sentence; "US$2bn" as it is. */
const midSentence = (core: string) => (/^\p{Lu}\p{Ll}/u.test(core) ? core[0]!.toLowerCase() + core.slice(1) : core);

/** The item of one figure. `id` is its place in the report: "f3". */
export function figureItem(id: string, figure: PageFigure, context: CompareContext): Item {
  const { quantity, classified } = figure;
  const rule = asFigureRule(classified ? context.ruleOf(classified.measure) : undefined);
  const value = pageQuantity(quantity, classified?.unit ?? quantity.unit);
  const base = {
    id,
    kind: 'figure' as const,
    block: quantity.block,
    start: quantity.start,
    end: quantity.end,
    surface: quantity.surface,
    measure: rule?.id ?? null,
    label: rule?.label ?? null,
    scope: figure.scope,
    scopeLabel: context.scopeLabel(figure.scope),
    quantity: value,
    display: displayQuantity(value, context.words),
    speaker: figure.speaker ? { entity: figure.speaker.entity, text: figure.speaker.text } : undefined,
    asOf: figure.asOf ?? undefined,
    modality: figure.modality,
  };
  const compared: Compared[] = [];
  if (rule && !rule.identifies && figure.said)
    for (const comparable of comparableClaims(
      comparison(rule, { ...figure, unit: value.unit }, context.pageDate),
      context.rows,
    )) {
      const { claim } = comparable.row;
      if (claim.kind !== 'figure') continue;
      const theirs = claimQuantity(claim, context.readSurface);
      const { verdict, exactness } = compareQuantities(value, theirs);
      compared.push({
        comparable,
        quantity: theirs,
        against: makeAgainst(comparable, verdict, {
          exactness,
          quantity: theirs,
          display: displayQuantity(theirs, context.words),
        }),
      });
    }
  const { counted, all } = oncePerSource(compared);
  const overall = overallVerdict(oncePerOrigin(counted).map(vote));
  const item = { ...base, ...overall, against: all };
  const words = explainVerdict(
    {
      item,
      page: midSentence(figure.core),
      counted: nearest(counted),
      undated: context.pageDate === null && rule?.temporal === 'evolving' && counted.length > 0,
      noEvent: figure.noEvent,
      notSaid: !figure.said,
      identifies: rule?.identifies ?? false,
    },
    context.words,
  );
  return { ...item, ...words, mixUp: rule ? mixUp(value, figure, rule, context) : undefined };
}

/** What a figure may have been mixed up with: a claim of another measure that says the very number. */
function mixUp(
  value: QuantityValue,
  figure: PageFigure,
  rule: FigureMeasureRule,
  context: CompareContext,
): Item['mixUp'] {
  for (const other of rule.confusedWith) {
    const otherRule = asFigureRule(context.ruleOf(other));
    if (!otherRule) continue;
    for (const { claim, document } of context.rows) {
      if (claim.measure !== other || claim.kind !== 'figure' || claim.quantity.value === undefined) continue;
      if (claim.quantity.value !== value.value || claim.quantity.bound !== '=') continue;
      if (figure.scope.country !== claim.scope.country && claim.scope.country) continue;
      const display = displayQuantity(claimQuantity(claim, context.readSurface), context.words);
      const label = otherRule.label;
      return {
        measure: other,
        label,
        display,
        document: document.id,
        text: context.words.t('mixup.text', { value: display, label: midSentence(label), outlet: document.outlet }),
      };
    }
  }
  return undefined;
}

/** The item of one fact or stance. */
export function statementItem(id: string, statement: Statement, context: CompareContext): Item {
  const rule = context.ruleOf(statement.measure);
  const display = context.valueLabel(statement.measure, statement.value);
  const compared: Compared[] = [];
  if (rule)
    for (const comparable of comparableClaims(
      comparison(
        rule,
        { scope: statement.scope, unit: null, asOf: statement.asOf ?? null, modality: statement.modality },
        context.pageDate,
      ),
      context.rows,
    )) {
      const { claim } = comparable.row;
      if (claim.kind === 'figure') continue;
      const verdict = context.compareStatement(statement, comparable.row, rule);
      if (!verdict) continue;
      compared.push({
        comparable,
        against: makeAgainst(comparable, verdict, {
          value: claim.value,
          display: context.valueLabel(claim.measure, claim.value),
        }),
      });
    }
  const { counted, all } = oncePerSource(compared);
  const item = {
    id,
    kind: statement.kind,
    block: statement.block,
    start: statement.start,
    end: statement.end,
    surface: statement.surface,
    measure: statement.measure,
    label: rule?.label ?? null,
    scope: statement.scope,
    scopeLabel: context.scopeLabel(statement.scope),
    value: statement.value,
    mission: statement.mission,
    display,
    speaker: statement.speaker ? { entity: statement.speaker.entity, text: statement.speaker.text } : undefined,
    asOf: statement.asOf,
    modality: statement.modality,
    ...overallVerdict(oncePerOrigin(counted).map(vote)),
    against: all,
    explain: statement.because,
  };
  const words = explainVerdict(
    {
      item,
      page: display,
      counted: nearest(counted),
      undated: false,
      noEvent: false,
      notSaid: false,
      identifies: false,
    },
    context.words,
  );
  return { ...item, ...words };
}
