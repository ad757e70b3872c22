import type { Dismissal } from '../../utils/dismissals.ts';
import type { Place } from '../../utils/language/types.ts';
import type { Export } from './export/request.ts';

/** Everything a reader can do in the panel. */
export interface PanelEvents {
  onSwitchSite(on: boolean): void;
  onSwitchEverywhere(on: boolean): void;
  /** Ask the browser for this site; must reach it in the first turn of the click. */
  onAllowSite(): void;
  onReadAgain(): void;
  /** The remedy for a corpus that cannot be opened. */
  onRetryCorpus(): void;
  onShowOnPage(place: Place): void;
  /** Hands the reader a file of a comparison: its name, or null where it could not be made. */
  onExport: Export;
  /** Puts the text on the clipboard; false where the browser did not allow it. */
  onCopy(text: string): Promise<boolean>;
  /** Keeps these back, or shows them again; false where there is no room to keep it. Comes back as another state. */
  onDismiss(dismissals: readonly Dismissal[], dismissed: boolean): Promise<boolean>;
  onOpenSettings(): void;
}
