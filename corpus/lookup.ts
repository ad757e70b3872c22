/** From a page to the claims about what it says, in the database. Reads only editions that are ready. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import {
  type CorpusDatabase,
  isImported,
  isInUse,
  type PackRow,
  type StoredClaim,
  type StoredDocument,
} from './database.ts';
import { type EditionFacts, latestStances, nearClaims, nearestDocuments } from './lookup-near.ts';
import { type ClaimRow, type Corpus, firstById, isWanted, type Rules } from './source.ts';
import { measuresWithVocabulary } from './vocabulary.ts';

interface ReadyPack extends PackRow {
  ready: string;
}

/** A pack that is being imported for the first time is not there yet; `state` says so to the reader. `only`: of one pack. */
export function databaseCorpus(database: CorpusDatabase, state: () => CorpusState, only?: string): Corpus {
  /** Entities and measures are needed for every page and change only with an edition. */
  let kept: { editions: string; rules: Rules; facts: EditionFacts[] } | null = null;
  const read = async <T>(work: (packs: ReadyPack[]) => Promise<T>) => work(await readyPacks(database, only));
  /** Each keeps its rules, so there is one for each pack. */
  const single = new Map<string, Corpus>();
  const corpusOf = (id: string): Corpus => {
    const corpus = single.get(id) ?? databaseCorpus(database, state, id);
    single.set(id, corpus);
    return corpus;
  };

  async function rules(packs: ReadyPack[]): Promise<Rules> {
    const editions = packs.map((pack) => pack.ready).join();
    if (kept?.editions !== editions) kept = { editions, ...(await readRules(database, packs)) };
    return kept.rules;
  }

  /** Asks each pack, and gives what they answer in the order of packs and documents. */
  const claimsBy = (question: (facts: EditionFacts) => Promise<StoredClaim[]>) =>
    read(async (packs) => {
      await rules(packs);
      const found = await Promise.all((kept?.facts ?? []).map(question));
      return withDocuments(database, packs, found.flat());
    });
  const claimsWhere = (index: string, values: readonly string[]) =>
    claimsBy(({ edition }) =>
      database.claims
        .where(index)
        .anyOf(values.map((value) => [edition, value]))
        .toArray(),
    );
  /** By the index that every claim is in: `[edition+measure]` alone may lead to the one of exact figures, which leaves out the rest. */
  const claimsOfMeasures = (measures: readonly string[]) =>
    claimsBy(({ edition }) =>
      database.claims
        .where('[edition+measure+place+age]')
        .inAnyRange(
          measures.map((measure) => [
            [edition, measure],
            // A list sorts after every text, as the database has it.
            [edition, measure, []],
          ]),
        )
        .toArray(),
    );

  return {
    state,
    rules: () => read(rules),
    packs: () => read(async (packs) => packs.map((pack) => corpusOf(pack.id))),
    claimsFor: async (wanted) => {
      const measures = [...new Set(wanted.map((one) => one.measure))];
      return (await claimsOfMeasures(measures)).filter(({ claim }) => isWanted(claim, wanted));
    },
    claimsNear: (nearby, alike) => claimsBy((facts) => nearClaims(database, facts, nearby, alike)),
    claimsOf: (documents) => claimsWhere('[edition+document]', documents),
    documentsAt: (address) =>
      read(async (packs) => {
        const keys = packs.map((pack) => [pack.ready, address]);
        const rows = await database.documents.where('[edition+address]').anyOf(keys).toArray();
        return inOrder(packs, rows).map((row) => row.document);
      }),
    documents: (ids) =>
      read(async (packs) => {
        const keys = packs.flatMap((pack) => ids.map((id): [string, string] => [pack.ready, id]));
        const rows = (await database.documents.bulkGet(keys)).filter((row) => row !== undefined);
        return inOrder(packs, rows).map((row) => row.document);
      }),
    documentsMentioning: (entities) =>
      read(async (packs) => {
        await rules(packs);
        const found = await Promise.all(
          (kept?.facts ?? []).map((facts) => nearestDocuments(database, facts, entities)),
        );
        return inOrder(packs, found.flat()).map((row) => row.document);
      }),
    stancesOf: (countries) => claimsBy(({ edition }) => latestStances(database, edition, countries)),
    counts: (entities) =>
      read(async (packs) => {
        await rules(packs);
        const facts = kept?.facts ?? [];
        const naming = (id: string) => facts.reduce((sum, { named }) => sum + (named.get(id) ?? 0), 0);
        return {
          documents: packs.reduce((sum, pack) => sum + pack.documents, 0),
          mentioning: new Map(entities.map((id) => [id, naming(id)])),
        };
      }),
  };
}

/** Packs that are there and switched on, the bundled ones first. */
export async function readyPacks(database: CorpusDatabase, only?: string): Promise<ReadyPack[]> {
  const rows = await database.packs.orderBy('id').toArray();
  return rows
    .filter((row): row is ReadyPack => isInUse(row) && (only === undefined || row.id === only))
    .sort((a, b) => Number(isImported(a)) - Number(isImported(b)));
}

async function readRules(
  database: CorpusDatabase,
  packs: ReadyPack[],
): Promise<{ rules: Rules; facts: EditionFacts[] }> {
  const perPack = await Promise.all(
    packs.map(async ({ ready }) => ({
      entities: await database.entities.where({ edition: ready }).sortBy('at'),
      measures: await database.measures.where({ edition: ready }).sortBy('at'),
    })),
  );
  const rules = {
    manifests: packs.map((pack) => pack.manifest),
    entities: firstById(perPack.flatMap((rows) => rows.entities.map((row) => row.entity))),
    measures: firstById(
      perPack.flatMap((rows, at) =>
        measuresWithVocabulary({
          measures: rows.measures.map((row) => row.measure),
          vocabulary: packs[at]?.vocabulary ?? {},
        }),
      ),
    ),
  };
  const facts = packs.map(({ ready, documents }, i) => ({
    edition: ready,
    documents,
    measures: new Map(perPack[i]?.measures.map((row) => [row.id, row.measure])),
    named: new Map(perPack[i]?.entities.map((row) => [row.id, row.named])),
  }));
  return { rules, facts };
}

/** Rows of ready editions, by pack, then by the place of the document in it. */
function inOrder(packs: ReadyPack[], rows: StoredDocument[]): StoredDocument[] {
  const order = new Map(packs.map((pack, at) => [pack.ready, at]));
  return rows
    .filter((row) => order.has(row.edition))
    .sort((a, b) => (order.get(a.edition) ?? 0) - (order.get(b.edition) ?? 0) || a.at - b.at);
}

/** By pack, then by document, then by the place of the claim in it. */
async function withDocuments(database: CorpusDatabase, packs: ReadyPack[], rows: StoredClaim[]): Promise<ClaimRow[]> {
  const key = (edition: string, document: string) => `${edition} ${document}`;
  const claims = new Map<string, StoredClaim[]>();
  for (const row of rows) {
    const list = claims.get(key(row.edition, row.document));
    if (list) list.push(row);
    else claims.set(key(row.edition, row.document), [row]);
  }
  const keys = [...claims.values()].map(([first]): [string, string] => [first?.edition ?? '', first?.document ?? '']);
  const documents = (await database.documents.bulkGet(keys)).filter((row) => row !== undefined);
  return inOrder(packs, documents).flatMap(({ edition, id, document }) =>
    (claims.get(key(edition, id)) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ claim }) => ({ pack: document.pack, claim, document })),
  );
}
