import type { Statement } from '../utils/language/types.ts';
import type { Item } from '../utils/report.ts';
import { type CompareContext, comparison } from './analyse-context.ts';
import { type Compared, makeAgainst, nearest, oncePerOrigin, oncePerSource, vote } from './analyse-sources.ts';
import { comparableClaims } from './comparable.ts';
import { explainVerdict } from './reasons.ts';
import { overallVerdict } from './verdict.ts';

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
