/** A corpus over the rows of a database, by whatever they are read. Of packs only editions that are ready. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { combinedCorpus } from './combined.ts';
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

/** Packs are looked up with every question: another context may have changed them. */
export function rowsCorpus(rows: Rows, state: () => CorpusState): Corpus {
  /** Each keeps what it read of its edition. */
  const open = new Map<string, EditionCorpus>();

  function corpusOf(edition: string): EditionCorpus {
    const corpus = open.get(edition) ?? editionCorpus(rows.edition(edition));
    open.set(edition, corpus);
    return corpus;
  }

  async function opened(only?: string) {
    const packs = readyRows(await rows.packs());
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
