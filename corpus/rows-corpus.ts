/** A corpus over the rows of a database, by whatever they are read. Of packs only editions that are ready. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { combinedCorpus, type OpenEdition, singleEditions } from './combined.ts';
import { type EditionCorpus, type EditionStore, editionCorpus } from './edition-corpus.ts';
import { isImported, isInUse, type PackRow } from './pack-row.ts';
import type { Corpus } from './source.ts';

export interface Rows {
  /** All packs, by their ids. */
  packs(): Promise<PackRow[]>;
  edition(edition: string): EditionStore;
}

export interface ReadyPack extends PackRow {
  ready: string;
}

/** Packs that are there and switched on, the bundled ones first. */
export const readyRows = (rows: readonly PackRow[]): ReadyPack[] =>
  rows
    .filter((row): row is ReadyPack => isInUse(row) && row.ready !== null)
    .sort((a, b) => Number(isImported(a)) - Number(isImported(b)));

/** Packs are looked up with every question, as another context may have changed them; those of `packs()` stay as they were then. */
export function rowsCorpus(rows: Rows, state: () => CorpusState): Corpus {
  /** Each keeps what it read of its edition. */
  const open = new Map<string, EditionCorpus>();

  function corpusOf(edition: string): EditionCorpus {
    const corpus = open.get(edition) ?? editionCorpus(rows.edition(edition));
    open.set(edition, corpus);
    return corpus;
  }

  async function opened(): Promise<OpenEdition[]> {
    const packs = readyRows(await rows.packs());
    for (const edition of open.keys()) if (!packs.some(({ ready }) => ready === edition)) open.delete(edition);
    return packs.map(({ ready, manifest, documents, vocabulary = {} }) => ({
      edition: ready,
      manifest,
      vocabulary,
      documents,
      corpus: corpusOf(ready),
    }));
  }
  return combinedCorpus(state, opened, singleEditions(state));
}
