import type { Place } from '../../utils/language/types.ts';
import type { Citation } from './citation.ts';
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
  /** Puts the citation on the clipboard; false where the browser did not allow it. */
  onCopy(citation: Citation): Promise<boolean>;
  /** Hands the reader a file of a comparison: its name, or null where it could not be made. */
  onExport: Export;
  onOpenSettings(): void;
}
