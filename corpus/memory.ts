/** A corpus in memory: for browsers that give us no database, and for the command line and tests. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { combinedCorpus, type OpenEdition, singleEditions } from './combined.ts';
import { type KeptPart, makeEdition } from './edition.ts';
import { editionCorpus } from './edition-corpus.ts';
import type { Pack } from './schema/pack.ts';
import type { Corpus } from './source.ts';

/** Packs as they were read; `state` tells the reader why nothing is kept. */
export function memoryCorpus(packs: readonly Pack[], state: CorpusState = { state: 'ready' }): Corpus {
  const editions = packs.map(openInMemory);
  return combinedCorpus(
    () => state,
    async () => editions,
    singleEditions(() => state),
  );
}

function openInMemory(pack: Pack): OpenEdition {
  const { parts, documents } = makeEdition(pack);
  const byName = new Map<string, KeptPart['value']>(parts.map(({ name, value }) => [name, value]));
  return {
    edition: pack.manifest.id,
    manifest: pack.manifest,
    vocabulary: pack.vocabulary,
    documents: documents.length,
    corpus: editionCorpus({
      parts: async (names) => names.map((name) => byName.get(name)),
      documents: async (places) => places.flatMap((at) => documents[at] ?? []),
    }),
  };
}
