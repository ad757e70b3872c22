/** From a page to the claims about what it says, in the database. Reads only editions that are ready. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import type { CorpusDatabase, PackRow } from './database.ts';
import { type EditionCorpus, type EditionStore, editionCorpus } from './edition-corpus.ts';
import { type ReadyPack, readyRows, rowsCorpus } from './rows-corpus.ts';
import type { Corpus } from './source.ts';

/** A pack that is being imported for the first time is not there yet; `state` says so to the reader. */
export const databaseCorpus = (database: CorpusDatabase, state: () => CorpusState): Corpus =>
  rowsCorpus({ packs: () => packRows(database), edition: (edition) => editionStore(database, edition) }, state);

/** One edition, whether its pack is in use or not. */
export const openEdition = (database: CorpusDatabase, edition: string): EditionCorpus =>
  editionCorpus(editionStore(database, edition));

const editionStore = (database: CorpusDatabase, edition: string): EditionStore => ({
  parts: async (names) => {
    const rows = await database.parts.bulkGet(names.map((name): [string, string] => [edition, name]));
    return rows.map((row) => row?.value);
  },
  documents: async (places) => {
    const rows = await database.reports.bulkGet(places.map((at): [string, number] => [edition, at]));
    return rows.filter((row) => row !== undefined);
  },
});

const packRows = (database: CorpusDatabase): Promise<PackRow[]> => database.packs.orderBy('id').toArray();

/** Packs that are there and switched on, the bundled ones first. */
export const readyPacks = async (database: CorpusDatabase): Promise<ReadyPack[]> => readyRows(await packRows(database));
