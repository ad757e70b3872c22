/** A corpus in memory: for browsers that give us no database, and for the command line and tests. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { ALIKE_MOST, exactValue, isAnswerable, nearestOf } from './near.ts';
import { canonicalUrl } from './own-article.ts';
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
  const measures = new Map(rules.measures.map((measure) => [measure.id, measure]));
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
    claimsNear: async (nearby, alike) => {
      const chosen = new Set<ClaimRow>();
      for (const one of nearby) {
        const measure = measures.get(one.measure);
        if (!isAnswerable(one, measure)) continue;
        const rows = claims.filter(({ claim }) => claim.measure === one.measure);
        for (const row of nearestOf(rows, one, measure)) chosen.add(row);
      }
      for (const { measure, value } of alike) {
        const same = claims.filter((row) => row.claim.measure === measure && exactValue(row) === value);
        for (const row of same.slice(0, ALIKE_MOST)) chosen.add(row);
      }
      return claims.filter((row) => chosen.has(row));
    },
    claimsOf: async (ids) => claims.filter(({ document }) => ids.includes(document.id)),
    documentsAt: async (address) => documents.filter(({ url }) => canonicalUrl(url) === address),
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
