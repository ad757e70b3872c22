/** From a page to the claims about what it says, in the database. Reads only editions that are ready. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { combinedCorpus } from './combined.ts';
import { type CorpusDatabase, isImported, isInUse, type PackRow } from './database.ts';
import { type EditionCorpus, editionCorpus } from './edition-corpus.ts';
import type { Corpus } from './source.ts';

interface ReadyPack extends PackRow {
  ready: string;
}

/** A pack that is being imported for the first time is not there yet; `state` says so to the reader. */
export function databaseCorpus(database: CorpusDatabase, state: () => CorpusState): Corpus {
  /** Each keeps what it read of its edition. */
  const open = new Map<string, EditionCorpus>();

  function corpusOf(edition: string): EditionCorpus {
    const corpus = open.get(edition) ?? openEdition(database, edition);
    open.set(edition, corpus);
    return corpus;
  }

  async function opened(only?: string) {
    const packs = await readyPacks(database);
    for (const edition of open.keys()) if (!packs.some(({ ready }) => ready === edition)) open.delete(edition);
    return packs
      .filter(({ id }) => only === undefined || id === only)
      .map(({ ready, manifest, documents, vocabulary = {} }) => ({
        edition: ready,
        manifest,
        vocabulary,
        documents,
        corpus: corpusOf(ready),
      }));
  }

  /** Each keeps its rules, so there is one for each pack. */
  const single = new Map<string, Corpus>();
  function packOf(id: string): Corpus {
    const corpus = single.get(id) ?? combinedCorpus(state, () => opened(id), packOf);
    single.set(id, corpus);
    return corpus;
  }
  return combinedCorpus(state, () => opened(), packOf);
}

/** One edition, whether its pack is in use or not. */
export const openEdition = (database: CorpusDatabase, edition: string): EditionCorpus =>
  editionCorpus({
    parts: async (names) => {
      const rows = await database.parts.bulkGet(names.map((name): [string, string] => [edition, name]));
      return rows.map((row) => row?.value);
    },
    documents: async (places) => {
      const rows = await database.reports.bulkGet(places.map((at): [string, number] => [edition, at]));
      return rows.filter((row) => row !== undefined);
    },
  });

/** Packs that are there and switched on, the bundled ones first. */
export async function readyPacks(database: CorpusDatabase): Promise<ReadyPack[]> {
  const rows = await database.packs.orderBy('id').toArray();
  return rows
    .filter((row): row is ReadyPack => isInUse(row) && row.ready !== null)
    .sort((a, b) => Number(isImported(a)) - Number(isImported(b)));
}
