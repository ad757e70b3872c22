/** What the settings show of packs, of an import and of the reader's data. */

import type { PackDetails } from '../../utils/extension/protocol.ts';

export interface PackView {
  id: string;
  title: string;
  version: string;
  newest: string;
  documents: number;
  claims: number;
  bundled: boolean;
  enabled: boolean;
  /** Of the key it is signed by; null where it is not signed. */
  fingerprint: string | null;
  damaged: boolean;
  /** Null until they are there, and while the pack is off. */
  details: PackDetails | null;
}

/** Names of records that came, went or are others. */
export interface ChangesView {
  added: readonly string[];
  removed: readonly string[];
  changed: readonly string[];
}

export interface DiffView {
  version: 'newer' | 'same' | 'older';
  from: string;
  to: string;
  parts: readonly { what: 'documents' | 'claims' | 'measures' | 'entities'; changes: ChangesView }[];
  other: boolean;
}

/** A pack that was read and may be installed. */
export interface PreviewView {
  title: string;
  id: string;
  version: string;
  description: string;
  selection: string;
  /** Of title, description and selection. */
  language?: string;
  newest: string;
  documents: number;
  claims: number;
  /** Null for a new pack. */
  diff: DiffView | null;
  same: boolean;
  trust: 'unsigned' | 'pins' | 'pinned' | 'unchecked';
  fingerprint: string | null;
  /** Characters that were left out. */
  removed: number;
}

export type ImportView =
  | { at: 'idle' }
  | { at: 'working'; step: 'reading' | 'checking' | 'writing'; file: string; done: number; of: number }
  | { at: 'refused'; file: string; problems: readonly string[] }
  | { at: 'preview'; file: string; preview: PreviewView }
  /** A line that says how it went. */
  | { at: 'said'; text: string };

export interface PacksView {
  packs: readonly PackView[];
  importing: ImportView;
  /** The pack that was taken out last, while that can be undone. */
  undo: { id: string; title: string } | null;
  /** Why nothing can be imported here; null where it can. */
  notKept: string | null;
}

export interface PacksEvents {
  onFiles(files: readonly File[]): void;
  onImport(): void;
  onCancel(): void;
  /** Back to the box for a file. */
  onClose(): void;
  onSaveProblems(): void;
  onEnable(id: string, enabled: boolean): void;
  onExport(id: string): void;
  onRemove(id: string): void;
  onUndo(id: string): void;
}

/** What a backup holds. */
export interface BackupView {
  made: string;
  settings: number;
  packs: readonly string[];
  rows: number;
  /** What would be left out, and why. */
  notes: readonly string[];
}

export type DataState =
  | { at: 'idle' }
  | { at: 'working'; file: string }
  /** `isHalf`: and not everything is as it was before. */
  | { at: 'refused'; file: string; problems: readonly string[]; isHalf?: boolean }
  | { at: 'preview'; file: string; backup: BackupView }
  | { at: 'erase' }
  | { at: 'said'; text: string };

export interface DataEvents {
  onDismissLoss(): void;
  onBackup(): void;
  onRestoreFile(files: readonly File[]): void;
  onRestore(): void;
  onCancelData(): void;
  /** Asks first. */
  onErase(): void;
  onEraseNow(): void;
}
