/** What the *Saved* tab shows, and what the reader can do there. */
import type {
  ChoiceProblem,
  DraftItem,
  Refused,
  SaveChoices,
  SaveDraft,
  SavedHead,
  SavedPage,
} from '../../../utils/extension/protocol.ts';

/** What the line over *This page* says of saving it. */
export type SaveBarState =
  | { state: 'ready' }
  | { state: 'saved'; id: string; savedAt: string }
  | { state: 'private' }
  | { state: 'no-database' };

export type SavedListState =
  | { state: 'loading' }
  | { state: 'refused'; refused: Refused }
  /** `all`: how many there are, found or not. */
  | { state: 'ready'; pages: SavedHead[]; all: number };

export type SavedState =
  | { mode: 'list' }
  /** The article is being taken out of the page. */
  | { mode: 'reading' }
  | { mode: 'refused'; refused: Refused }
  | {
      mode: 'preview';
      draft: SaveDraft;
      choices: SaveChoices;
      problems: readonly ChoiceProblem[];
      /** Why the last try was refused. */
      refused?: Refused;
      busy: boolean;
    }
  /** Null: it was deleted meanwhile. */
  | { mode: 'text'; page: SavedPage | null; labels: Record<string, string> };

/** A line over the tab: what was just done, with the way back where there is one. It stays until the reader does something else. */
export interface SavedNotice {
  text: string;
  undo?(): void;
}

export type ExportFormat = 'json' | 'markdown';

export interface SavedEvents {
  onSearch(words: string): void;
  onRead(id: string): void;
  onDelete(id: string): void;
  onExport(format: ExportFormat): void;
  /** Back to the list; a preview is given up. */
  onBack(): void;
  onChange(choices: SaveChoices): void;
  onSave(): void;
  onRetry(): void;
  onDismissNotice(): void;
  onDismissLoss(): void;
  /** What the chosen measure asks for and the page does not say. */
  missing(item: DraftItem): readonly string[];
  /** The link that opens a page at a passage. */
  passage(page: SavedPage, claim: string): string;
}
