/** Every claim of a pack in the place of a page's figure, against the claims of all other documents, by the engine's own code. */
import type { CompareContext, PageFigure } from '../../../corpus/analyse-context.ts';
import { figureItem } from '../../../corpus/analyse-figures.ts';
import { statementItem } from '../../../corpus/analyse-statements.ts';
import { claimQuantity } from '../../../corpus/claim-quantity.ts';
import { claimDate, daysOf } from '../../../corpus/comparable.ts';
import { compareStatement, strongestStances } from '../../../corpus/compare-statements.ts';
import { engineFor } from '../../../corpus/engine.ts';
import { memoryCorpus } from '../../../corpus/memory.ts';
import type { Pack } from '../../../corpus/schema/pack.ts';
import type { ClaimRow } from '../../../corpus/source.ts';
import { readQuantities } from '../../../utils/language/quantities.ts';
import type { Item } from '../../../utils/report.ts';
import { makeWords } from '../../../utils/words/index.ts';

export interface Compared {
  row: ClaimRow;
  item: Item;
}

/** Scope keys that pages have too; by all others a claim is compared with its like only. */
const PAGE_KEYS = ['event', 'country', 'period'];

function sameNarrower(a: ClaimRow, b: ClaimRow): boolean {
  const narrow = ({ claim }: ClaimRow) =>
    JSON.stringify(
      Object.entries(claim.scope)
        .filter(([key]) => !PAGE_KEYS.includes(key))
        .sort(),
    );
  return narrow(a) === narrow(b);
}

/** One item for each claim, as a page with these very words would get it. */
export async function compareAll(pack: Pack): Promise<Compared[]> {
  const corpus = memoryCorpus([pack]);
  const engine = engineFor(await corpus.rules());
  const rows = await corpus.claimsFor(pack.measures.map(({ id }) => ({ measure: id })));
  const words = makeWords('en');
  return rows.map((row, i) => {
    const { claim, document } = row;
    const date = claimDate(row);
    const others = rows.filter((other) => other.document.id !== document.id && sameNarrower(row, other));
    const context: CompareContext = {
      rows: strongestStances(others),
      ruleOf: engine.ruleOf,
      pageDate: date ? daysOf(date) : null,
      valueLabel: (measure, value) => engine.valueLabel(measure, value),
      scopeLabel: (scope) => engine.scopeLabel(scope, words),
      compareStatement: (statement, other, rule) =>
        compareStatement(statement, other, rule, date ? daysOf(date) : null),
      readSurface: (surface) => readQuantities(surface, engine.language.quantities),
      words,
    };
    const place = { block: 0, start: 0, end: claim.surface.length };
    if (claim.kind === 'figure') return { row, item: figureItem(`f${i}`, pageFigure(row, claim, context), context) };
    return {
      row,
      item: statementItem(`s${i}`, { ...claim, ...place, asOf: date, speaker: undefined, because: [] }, context),
    };
  });
}

function pageFigure(
  row: ClaimRow,
  claim: Extract<ClaimRow['claim'], { kind: 'figure' }>,
  context: CompareContext,
): PageFigure {
  const quantity = claimQuantity(claim, context.readSurface);
  const { value, bound, hard, soft, unit, precision } = quantity;
  return {
    quantity: {
      ...{ value, bound, hard, soft, precision: precision ?? 0, unit },
      ...{ block: 0, start: 0, end: claim.surface.length, core: { start: 0, end: claim.surface.length } },
      surface: claim.surface,
      kind: 'cardinal',
      noun: null,
    },
    classified: {
      measure: claim.measure,
      unit: claim.quantity.unit,
      scope: claim.scope,
      score: 1,
      hint: 1,
      because: [],
    },
    guesses: [],
    scope: claim.scope,
    noEvent: false,
    said: true,
    speaker: null,
    asOf: claimDate(row) ?? null,
    modality: claim.modality,
    core: claim.surface,
  };
}
