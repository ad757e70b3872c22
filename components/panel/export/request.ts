/** A comparison that a reader wants as a file. */
import type { Item, Report } from '../../../utils/report.ts';
import type { Words } from '../../../utils/words/types.ts';
import type { CitedPage } from '../citation.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'svg', 'png'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  format: ExportFormat;
  item: Item;
  report: Report;
  page: CitedPage;
  words: Words;
}

/** Makes the file and hands it to the browser: its name, or null where that could not be done. */
export type Export = (request: ExportRequest) => Promise<string | null>;
