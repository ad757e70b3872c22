/** What *Check a draft* shows, and what can be done there. */
import type { Report } from '../../../utils/report.ts';
import type { Export } from '../export/request.ts';
import type { Paragraph } from './paragraphs.ts';

export type DraftState =
  | { view: 'blank' }
  /** Asked to check a text that is none. */
  | { view: 'empty' }
  | { view: 'preparing'; done: number; of: number }
  | { view: 'failed'; reason: string }
  /** `stale`: the text in the box or its date is another one by now. */
  | { view: 'checked'; report: Report; paragraphs: Paragraph[]; stale: boolean };

export interface DraftEvents {
  onText(text: string): void;
  /** ISO, or "" for none. */
  onDate(date: string): void;
  onCheck(): void;
  /** False where the browser did not allow it. */
  onExport: Export;
  onCopy(text: string): Promise<boolean>;
}
