import type { FigureMeasureRule, MeasureRule } from '../utils/language/pack-rules.ts';
import type { Modality, PlacedQuantity } from '../utils/language/types.ts';
import type { Item, QuantityValue } from '../utils/report.ts';
import { type CompareContext, comparison, type PageFigure } from './analyse-context.ts';
import { type Compared, makeAgainst, nearest, oncePerOrigin, oncePerSource, vote } from './analyse-sources.ts';
import { claimQuantity } from './claim-quantity.ts';
import { claimDate, comparableClaims, daysApart, daysOf } from './comparable.ts';
import { compareQuantities } from './compare.ts';
import { displayQuantity } from './display.ts';
import { explainVerdict } from './reasons.ts';
import type { FigureClaim } from './schema/document.ts';
import type { ClaimRow } from './source.ts';
import { overallVerdict } from './verdict.ts';

const asFigureRule = (rule: MeasureRule | undefined): FigureMeasureRule | undefined =>
  rule?.kind === 'figure' ? rule : undefined;

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

/** What a figure of a measure stands beside: every comparable claim with its verdict. */
export function figureComparisons(
  rule: FigureMeasureRule,
  value: QuantityValue,
  at: { scope: Record<string, string>; asOf: string | null; modality: Modality },
  context: Pick<CompareContext, 'rows' | 'pageDate' | 'readSurface' | 'words'>,
): Compared[] {
  if (rule.identifies) return [];
  return comparableClaims(comparison(rule, { ...at, unit: value.unit }, context.pageDate), context.rows).flatMap(
    (comparable) => {
      const { claim } = comparable.row;
      if (claim.kind !== 'figure') return [];
      const quantity = claimQuantity(claim, context.readSurface);
      const { verdict, exactness } = compareQuantities(value, quantity);
      const display = displayQuantity(quantity, context.words);
      return [{ comparable, quantity, against: makeAgainst(comparable, verdict, { exactness, quantity, display }) }];
    },
  );
}

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
    explain: classified?.because,
    ...(rule?.temporal === 'evolving' && { evolving: true as const }),
    ...(!figure.said && { notSaid: true as const }),
  };
  const compared = rule && figure.said ? figureComparisons(rule, value, figure, context) : [];
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

/** What a figure may have been mixed up with: claims of another measure that say the very number. */
function mixUp(
  value: QuantityValue,
  figure: PageFigure,
  rule: FigureMeasureRule,
  context: CompareContext,
): Item['mixUp'] {
  const { words } = context;
  for (const other of rule.confusedWith) {
    const label = asFigureRule(context.ruleOf(other))?.label;
    const [first, ...more] = label === undefined ? [] : sayingTheSame(other, value, figure, context);
    if (!label || !first) continue;
    const display = displayQuantity(claimQuantity(first.claim, context.readSurface), words);
    const { id, outlet } = first.document;
    const n = new Set(more.map(({ document }) => document.outlet).filter((name) => name !== outlet)).size;
    const named = n > 0 ? words.t('sources.and-more', { outlet, n }) : outlet;
    return {
      measure: other,
      label,
      display,
      document: id,
      text: words.t('mixup.text', { value: display, label: midSentence(label), outlet: named }),
    };
  }
  return undefined;
}

type FigureRow = ClaimRow & { claim: FigureClaim };

/** Claims of a measure that say exactly this number of the same country, those nearest to the page in time first. */
function sayingTheSame(
  measure: string,
  value: QuantityValue,
  { scope }: PageFigure,
  { rows, pageDate }: CompareContext,
): FigureRow[] {
  const apart = (row: ClaimRow) => {
    const date = claimDate(row);
    return pageDate && date ? daysApart(pageDate, daysOf(date)) : Number.POSITIVE_INFINITY;
  };
  const isCopy = ({ claim, document }: ClaimRow) => Number(Boolean(claim.origin) || document.kind !== 'news');
  return rows
    .filter((row): row is FigureRow => {
      const { claim } = row;
      if (claim.measure !== measure || claim.kind !== 'figure' || claim.quantity.value === undefined) return false;
      if (claim.quantity.value !== value.value || claim.quantity.bound !== '=') return false;
      return !claim.scope.country || claim.scope.country === scope.country;
    })
    .sort((a, b) => (apart(a) === apart(b) ? isCopy(a) - isCopy(b) : apart(a) - apart(b)));
}
