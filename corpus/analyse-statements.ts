import type { MeasureRule } from '../utils/language/pack-rules.ts';
import type { Statement } from '../utils/language/types.ts';
import type { Item } from '../utils/report.ts';
import { type CompareContext, comparison } from './analyse-context.ts';
import { type Compared, makeAgainst, nearest, oncePerOrigin, oncePerSource, vote } from './analyse-sources.ts';
import { comparableClaims } from './comparable.ts';
import type { ComparedStatement } from './compare-statements.ts';
import { explainVerdict } from './reasons.ts';
import type { ClaimRow } from './source.ts';
import { overallVerdict } from './verdict.ts';

/** The rule's own claims, and those of sets that hold the person, read as said of them alone. */
function rowsFor(statement: Statement, rule: MeasureRule, context: CompareContext): readonly ClaimRow[] {
  const general = rule.kind === 'fact' && rule.variantOf ? context.ruleOf(rule.variantOf) : rule;
  const { subject } = statement;
  if (!subject || general?.kind !== 'fact' || !general.inSets) return context.rows;
  const sets = new Map(general.inSets.map(({ measure, value }) => [measure, value]));
  return context.rows.map((row) => {
    const { claim } = row;
    const value = sets.get(claim.measure);
    const isIn = claim.kind === 'fact' && value !== undefined && claim.value.split(',').includes(subject);
    return isIn ? { ...row, claim: { ...claim, measure: statement.measure, value } } : row;
  });
}

/** What a fact or stance stands beside: every comparable claim with its verdict. */
export function statementComparisons(
  rule: MeasureRule,
  statement: ComparedStatement,
  context: Pick<CompareContext, 'rows' | 'pageDate' | 'valueLabel' | 'compareStatement'>,
): Compared[] {
  const { scope, asOf = null, modality } = statement;
  return comparableClaims(
    comparison({ ...rule, id: statement.measure }, { scope, unit: null, asOf, modality }, context.pageDate),
    context.rows,
  ).flatMap((comparable) => {
    const { claim } = comparable.row;
    const verdict = claim.kind === 'figure' ? null : context.compareStatement(statement, comparable.row, rule);
    if (claim.kind === 'figure' || !verdict) return [];
    const { value } = claim;
    const against = makeAgainst(comparable, verdict, { value, display: context.valueLabel(claim.measure, value) });
    return [{ comparable, against }];
  });
}

/** The item of one fact or stance. */
export function statementItem(id: string, statement: Statement, context: CompareContext): Item {
  const rule = context.ruleOf(statement.measure);
  const display = context.valueLabel(statement.measure, statement.value);
  const compared = rule
    ? statementComparisons(rule, statement, { ...context, rows: rowsFor(statement, rule, context) })
    : [];
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
    ...(statement.only && { only: true as const }),
    ...(statement.officeHolder && { officeHolder: true as const }),
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
