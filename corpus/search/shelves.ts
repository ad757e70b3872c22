/** What is searched: the ready packs of the database with their indexes; the bundled files where there is no database. */
import type { CorpusDatabase } from '../database.ts';
import { packLanguage } from '../document-info.ts';
import { type BundledPack, editionOf } from '../install.ts';
import { readyPacks } from '../lookup.ts';
import type { Pack } from '../schema/pack.ts';
import { buildIndexGently } from './build.ts';
import { openIndex } from './open-index.ts';
import type { Shelf } from './results.ts';
import { databaseRows, packRows } from './rows.ts';
import { indexFromJson, type SearchIndex } from './search-index.ts';
import { indexEdition, loadIndex } from './stored-indexes.ts';

/** The extension's own files. */
export interface BundledFiles {
  index(): Promise<BundledPack[]>;
  read(file: string): Promise<unknown>;
}

/**
 * One shelf for each ready pack; those of `before` whose edition is still in use stay as they are. An index that nobody
 * has is built here, and kept.
 */
export async function databaseShelves(
  database: CorpusDatabase,
  files: BundledFiles,
  before: readonly Shelf[] = [],
): Promise<Shelf[]> {
  const bundled = await files.index();
  return Promise.all(
    (await readyPacks(database)).map(async ({ ready: edition, manifest }) => {
      const known = before.find((shelf) => shelf.edition === edition);
      if (known) return known;
      const file = bundled.find((pack) => editionOf(pack) === edition)?.index;
      const index =
        (file ? await readIndex(files, file) : null) ??
        (await loadIndex(database, edition)) ??
        (await indexEdition(database, edition));
      return {
        edition,
        index: openIndex(index),
        rows: databaseRows(database, edition),
        language: packLanguage(manifest),
      };
    }),
  );
}

/** For browsers that give us no database. */
export async function memoryShelves(files: BundledFiles): Promise<Shelf[]> {
  return Promise.all(
    (await files.index()).map(async (bundled) => {
      const pack = (await files.read(bundled.file)) as Pack;
      const index = (bundled.index ? await readIndex(files, bundled.index) : null) ?? (await buildIndexGently(pack));
      return {
        edition: editionOf(bundled),
        index: openIndex(index),
        rows: packRows(pack),
        language: packLanguage(pack.manifest),
      };
    }),
  );
}

/** A file that is missing or damaged costs time, not the search. */
async function readIndex(files: BundledFiles, file: string): Promise<SearchIndex | null> {
  return files.read(file).then(indexFromJson, () => null);
}
