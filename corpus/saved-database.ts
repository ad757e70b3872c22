/**
 * The reader's own pages, in a database of their own: the remedy for a damaged corpus is to delete it and install the
 * bundled packs again (open.ts), and what the reader saved must outlive that. Opened in the background only.
 */
import Dexie, { type EntityTable } from 'dexie';
import type { SavedBlock, SavedPage } from '../utils/extension/protocol.ts';

const NAME = 'second-source-saved';

/** A page without its text, which lists and comparisons do not need. */
export interface SavedRow extends Omit<SavedPage, 'blocks'> {
  /** Of its claims; indexed one by one. */
  measures: string[];
}

export interface SavedText {
  id: string;
  blocks: SavedBlock[];
}

export interface SavedDatabase extends Dexie {
  pages: EntityTable<SavedRow, 'id'>;
  texts: EntityTable<SavedText, 'id'>;
}

/** Old versions stay in this list for ever: an upgrade starts from any of them. */
export function openSavedDatabase(name: string = NAME): SavedDatabase {
  const database = new Dexie(name) as SavedDatabase;
  database.version(1).stores({ pages: 'id, savedAt, *measures', texts: 'id' });
  return database;
}
