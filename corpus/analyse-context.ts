/** What the comparison of an item needs beside the item. */
import type { Classified } from '../utils/language/measures/score.ts';
import type { MeasureRule } from '../utils/language/pack-rules.ts';
import type { DateRange, Modality, PlacedQuantity, Speaker } from '../utils/language/types.ts';
import type { Against } from '../utils/report.ts';
import type { ReportWords } from '../utils/words/background-words.ts';
import type { SurfaceReader } from './claim-quantity.ts';
import { type Comparison, daysOf } from './comparable.ts';
import type { ComparedStatement } from './compare-statements.ts';
import type { ClaimRow } from './source.ts';

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
  compareStatement(item: ComparedStatement, row: ClaimRow, rule: MeasureRule): Against['verdict'] | null;
  /** Reads the quantities in a claim's few words. */
  readSurface: SurfaceReader;
  words: ReportWords;
}

/** A figure of the page with what was found about it. */
export interface PageFigure {
  quantity: PlacedQuantity;
  classified: Classified | null;
  /** Where it is not clear what is counted: the same figure read as what it may count, likeliest first. */
  guesses: PageFigure[];
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

export const comparison = (
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
