/** What the database keeps of a pack, and how it is called: known also where the database's library is not loaded. */
import type { Vocabulary } from './schema/measure.ts';
import type { Manifest, PackSignature } from './schema/pack.ts';

export const DATABASE = 'second-source';
/** The newest version of `openDatabase`. */
export const DATABASE_VERSION = 3;

/**
 * One pack. Its rows lie under an edition ("id@hash"), so that a new version is written beside the one in use and the
 * switch is a single write.
 */
export interface PackRow {
  id: string;
  /** The edition that readers use; null until the first import is through. */
  ready: string | null;
  /** The edition that is being written, and how far; null when none is. */
  importing: { edition: string; done: number; of: number } | null;
  manifest: Manifest;
  /** Of the edition, in all tables: to notice what got lost. */
  rows: number;
  documents: number;
  /** Absent in rows that version 1 wrote: there were bundled packs only. */
  origin?: 'bundled' | 'imported';
  claims?: number;
  /** Classes of cues, as the pack has them; in rows of version 1 they are written out in the measures. */
  vocabulary?: Vocabulary;
  /** Off: kept, and not read. Absent is on. */
  enabled?: boolean;
  /** When the reader took it out (ms since 1970), who can take that back for a while; then its rows go. */
  removedAt?: number;
  /** How its file was signed. The key is pinned: an update has to be signed by it. Absent: not signed. */
  signature?: PackSignature;
}

/** Brought by the reader: not part of the build. */
export const isImported = (pack: PackRow): boolean => pack.origin === 'imported';

/** There, switched on, and not taken out. */
export const isInUse = (pack: PackRow): boolean =>
  pack.ready !== null && pack.enabled !== false && pack.removedAt === undefined;

/** The name under which the rows of a bundled pack's version lie; its hash is that of the file. */
export const editionOf = (pack: { id: string; hash: string }): string => `${pack.id}@${pack.hash.slice(0, 16)}`;
