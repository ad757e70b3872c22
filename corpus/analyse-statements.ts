import type { MeasureRule } from '../utils/language/pack-rules.ts';
import type { Statement } from '../utils/language/types.ts';
import type { Item } from '../utils/report.ts';
import { type CompareContext, comparison } from './analyse-context.ts';
import { type Compared, makeAgainst, nearest, oncePerOrigin, oncePerSource, vote } from './analyse-sources.ts';
import { comparableClaims } from './comparable.ts';
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

/** The item of one fact or stance. */
export function statementItem(id: string, statement: Statement, context: CompareContext): Item {
  const rule = context.ruleOf(statement.measure);
  const display = context.valueLabel(statement.measure, statement.value);
  const compared: Compared[] = [];
  if (rule)
    for (const comparable of comparableClaims(
      comparison(
        { ...rule, id: statement.measure },
        { scope: statement.scope, unit: null, asOf: statement.asOf ?? null, modality: statement.modality },
        context.pageDate,
      ),
      rowsFor(statement, rule, context),
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
