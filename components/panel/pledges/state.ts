/** What the *Pledges* view shows: one state at a time. */
import type { Ledger } from '../../../utils/ledger.ts';
import type { Choice } from './choose.ts';

export type PledgesState =
  | { view: 'loading' }
  | { view: 'preparing'; done: number; of: number }
  | { view: 'failed'; reason: string }
  | { view: 'ledgers'; ledgers: Ledger[] };

export interface PledgesEvents {
  /** Puts the text on the clipboard; false where the browser did not allow it. */
  onCopy(text: string): Promise<boolean>;
  onRetry(): void;
  /** For whoever shows the view again as it was left. */
  onChoose?(choice: Choice): void;
}
