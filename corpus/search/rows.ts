/** Where the texts of results come from: the database, or packs in memory. An index holds numbers and ids alone. */
import type { CorpusDatabase } from '../database.ts';
import { openEdition } from '../lookup.ts';
import type { Claim } from '../schema/document.ts';
import type { Entity } from '../schema/entity.ts';
import type { Measure } from '../schema/measure.ts';
import type { Pack } from '../schema/pack.ts';
import { type ClaimRow, type DocumentRow, documentRow } from '../source.ts';
import { measuresWithVocabulary } from '../vocabulary.ts';
import type { Searchable } from './entries.ts';

/** The rows of one edition. Ids that are not there are left out of the answers. */
export interface Rows {
  documents(ids: readonly string[]): Promise<DocumentRow[]>;
  /** By document and id. */
  claims(keys: readonly (readonly [document: string, id: string])[]): Promise<{ document: string; claim: Claim }[]>;
  entities(ids: readonly string[]): Promise<Entity[]>;
  /** The same list each time. */
  measures(): Promise<readonly Measure[]>;
  stancesOf(country: string): Promise<ClaimRow[]>;
  /** How many documents there are, and how many speak of each of the entities. */
  counts(entities: readonly string[]): Promise<{ documents: number; mentioning: Map<string, number> }>;
}

const isThere = <T>(row: T | undefined): row is T => row !== undefined;

/** Rows of one edition in the database. */
export function databaseRows(database: CorpusDatabase, edition: string): Rows {
  const corpus = openEdition(database, edition);
  let measures: Promise<Measure[]> | null = null;
  return {
    documents: corpus.documents,
    claims: async (keys) => {
      const wanted = new Set(keys.map((key) => key.join(' ')));
      const rows = await corpus.claimsOf([...new Set(keys.map(([document]) => document))]);
      return rows
        .map(({ document, claim }) => ({ document: document.id, claim }))
        .filter(({ document, claim }) => wanted.has(`${document} ${claim.id}`));
    },
    entities: corpus.entities,
    measures: () => {
      measures ??= corpus.measures();
      return measures;
    },
    stancesOf: (country) => corpus.stancesOf([country]),
    counts: async (ids) => ({ documents: await corpus.size(), mentioning: await corpus.mentioning(ids) }),
  };
}

/** For browsers that give us no database. */
export const packRows = (pack: Pack): Rows =>
  plainRows({ ...pack, id: pack.manifest.id, measures: measuresWithVocabulary(pack) });

/** Rows of what lies in memory. */
export function plainRows(pack: Searchable & { id: string }): Rows {
  const documents = new Map(pack.documents.map((document) => [document.id, document]));
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const { measures } = pack;
  const head = (id: string): DocumentRow | undefined => {
    const document = documents.get(id);
    return document && documentRow(pack.id, document);
  };
  return {
    documents: async (ids) => ids.map(head).filter(isThere),
    claims: async (keys) =>
      keys.flatMap(([document, id]) => {
        const claim = documents.get(document)?.claims.find((one) => one.id === id);
        return claim ? [{ document, claim }] : [];
      }),
    entities: async (ids) => ids.map((id) => entities.get(id)).filter(isThere),
    measures: async () => measures,
    stancesOf: async (country) =>
      pack.documents.flatMap((document) =>
        document.claims
          .filter((claim) => claim.kind === 'stance' && claim.scope.country === country)
          .map((claim) => ({ pack: pack.id, claim, document: documentRow(pack.id, document) })),
      ),
    counts: async (ids) => ({
      documents: pack.documents.length,
      mentioning: new Map(
        ids.map((id) => [id, pack.documents.filter((document) => document.entities.includes(id)).length]),
      ),
    }),
  };
}
