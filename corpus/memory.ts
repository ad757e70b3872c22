/** A corpus in memory: for browsers that give us no database, and for the command line and tests. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import type { Pack } from './schema/pack.ts';
import {
  type ClaimRow,
  type Corpus,
  type DocumentRow,
  documentRow,
  firstById,
  isWanted,
  type Rules,
} from './source.ts';
import { measuresWithVocabulary } from './vocabulary.ts';

/** Packs as they were read; `state` tells the reader why nothing is kept. */
export function memoryCorpus(packs: readonly Pack[], state: CorpusState = { state: 'ready' }): Corpus {
  const rules: Rules = {
    manifests: packs.map((pack) => pack.manifest),
    entities: firstById(packs.flatMap((pack) => pack.entities)),
    measures: firstById(packs.flatMap(measuresWithVocabulary)),
  };
  const documents: DocumentRow[] = [];
  const claims: ClaimRow[] = [];
  for (const pack of packs)
    for (const source of pack.documents) {
      const document = documentRow(pack.manifest.id, source);
      documents.push(document);
      for (const claim of source.claims) claims.push({ pack: pack.manifest.id, claim, document });
    }
  const each = packs.length > 1 ? packs.map((pack) => memoryCorpus([pack], state)) : [];
  const corpus: Corpus = {
    state: () => state,
    rules: async () => rules,
    packs: async () => each,
    claimsFor: async (wanted) => claims.filter(({ claim }) => isWanted(claim, wanted)),
    documents: async (ids) => documents.filter((document) => ids.includes(document.id)),
    documentsMentioning: async (entities) =>
      documents.filter((document) => document.entities.some((id) => entities.includes(id))),
    stancesOf: async (countries) =>
      claims.filter(({ claim }) => claim.kind === 'stance' && countries.includes(claim.scope.country ?? '')),
    counts: async (entities) => ({
      documents: documents.length,
      mentioning: new Map(
        entities.map((id) => [id, documents.filter((document) => document.entities.includes(id)).length]),
      ),
    }),
  };
  if (packs.length === 1) each.push(corpus);
  return corpus;
}
