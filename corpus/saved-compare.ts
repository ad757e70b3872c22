/**
 * The items of a page beside the reader's saved pages. Apart from the report: what the reader saved is shown in the panel
 * only, and never sent to a page.
 */
import type { ComparedItem, SavedComparison, SavedVerdict } from '../utils/extension/protocol.ts';
import { readQuantities } from '../utils/language/quantities.ts';
import type { DateRange } from '../utils/language/types.ts';
import type { Words } from '../utils/words/index.ts';
import { figureComparisons } from './analyse-figures.ts';
import { type Compared, oncePerOrigin, oncePerSource, vote } from './analyse-sources.ts';
import { statementComparisons } from './analyse-statements.ts';
import { compareStatement, strongestStances } from './compare-statements.ts';
import { documentInfo } from './document-info.ts';
import type { Engine } from './engine.ts';
import { ownDocuments } from './own-article.ts';
import type { ClaimRow } from './source.ts';
import { overallVerdict } from './verdict.ts';

/** The page beside the panel. */
export interface ComparedPage {
  url: string | null;
  date: DateRange | null;
  items: readonly ComparedItem[];
}

/** Measures whose saved claims the comparison needs. */
export function measuresOf(items: readonly ComparedItem[], engine: Engine): string[] {
  const ids = items.flatMap(({ measure }) => (measure ? [measure, ...(engine.ruleOf(measure)?.sameAs ?? [])] : []));
  return [...new Set(ids)];
}

/** Pure. Items that no saved page speaks of are left out; so is the page itself, where it is a saved one. */
export function compareSaved(
  page: ComparedPage,
  claims: readonly ClaimRow[],
  engine: Engine,
  words: Words,
): SavedComparison {
  const documents = new Map(claims.map(({ document }) => [document.id, document]));
  const own = ownDocuments(
    { url: page.url ?? '', text: page.items.map(({ surface }) => surface).join('\n') },
    [...documents.values()],
    claims,
  );
  const context = {
    rows: strongestStances(claims.filter(({ document }) => !own.has(document.id))),
    pageDate: page.date,
    words,
    readSurface: (surface: string) => readQuantities(surface, engine.language.quantities),
    valueLabel: engine.valueLabel,
    compareStatement: (...[statement, row, rule]: Parameters<typeof compareStatement>) =>
      compareStatement(statement, row, rule, page.date),
  };
  const compared = (item: ComparedItem): Compared[] => {
    const rule = item.measure === null || item.notSaid ? undefined : engine.ruleOf(item.measure);
    if (!rule) return [];
    const { scope, modality } = item;
    if (rule.kind === 'figure')
      return item.quantity
        ? figureComparisons(rule, item.quantity, { scope, modality, asOf: item.asOf ?? null }, context)
        : [];
    return statementComparisons(rule, { ...item, measure: item.measure!, value: item.value ?? '' }, context);
  };
  const items: Record<string, SavedVerdict> = {};
  const named = new Set<string>();
  for (const item of page.items) {
    const { counted, all } = oncePerSource(compared(item));
    if (all.length === 0) continue;
    items[item.id] = { ...overallVerdict(oncePerOrigin(counted).map(vote)), against: all };
    for (const { document } of all) named.add(document);
  }
  return {
    items,
    documents: Object.fromEntries(
      [...documents.values()].filter(({ id }) => named.has(id)).map((row) => [row.id, documentInfo(row)]),
    ),
  };
}
