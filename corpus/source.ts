/** What the analysis asks of a corpus, wherever it is kept: IndexedDB, the bundled files in memory, or a directory. */
import type { CorpusState, PackFacts } from '../utils/extension/protocol.ts';
import type { GateData } from '../utils/language/gate.ts';
import type { Alike, Nearby } from './near.ts';
import type { Claim, Document } from './schema/document.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';
import type { Manifest } from './schema/pack.ts';

/** A document without its claims, and the pack that it comes from. */
export type DocumentRow = Omit<Document, 'claims'> & { pack: string };

/** One claim with the document that makes it. */
export interface ClaimRow {
  pack: string;
  claim: Claim;
  document: DocumentRow;
}

/** What the packs say of their topics. Cues are written out: no `@class` of the vocabulary is left in them. */
export interface Rules {
  manifests: Manifest[];
  entities: Entity[];
  measures: Measure[];
}

/** Documents that name the same people as a page: more would be no choice. */
export const MENTIONING_MOST = 100;

/** How much it tells that two texts share a name: less the more of the documents have it. */
export const rarity = (named: number, documents: number): number => Math.log(1 + documents / Math.max(1, named));

/** A measure and, where given, scope values that a claim must have. */
export interface Wanted {
  measure: string;
  scope?: Record<string, string>;
}

export interface Corpus {
  state(): CorpusState;
  /**
   * Of all packs together, the first of each id: for lists. What a page says is compared pack by pack (`packs`), as one
   * pack's measure may have the name of another's and count something else.
   * The same object until something changes, so that callers can keep what they made of it.
   */
  rules(): Promise<Rules>;
  /** The words without which a page is on no pack's topic. Cheap: asked before any names are read. */
  gate(): Promise<GateData>;
  /** What a pack is made of; null where it is not there. */
  facts(pack: string): Promise<PackFacts | null>;
  /**
   * One corpus for each enabled pack, in a fixed order: its own rules, documents and claims, nothing of another's. Each is of the
   * edition that is in use now and the same object for as long as that is; once another has taken its place, it may fail.
   */
  packs(): Promise<Corpus[]>;
  /** All claims of the measures: for lists of one measure. For a page see `claimsNear`. */
  claimsFor(wanted: readonly Wanted[]): Promise<ClaimRow[]>;
  /** What a page is compared with: of each measure and scope the claims nearest in time, a bounded number (near.ts). */
  claimsNear(nearby: readonly Nearby[], alike: readonly Alike[]): Promise<ClaimRow[]>;
  /** All claims of some documents. */
  claimsOf(documents: readonly string[]): Promise<ClaimRow[]>;
  documents(ids: readonly string[]): Promise<DocumentRow[]>;
  /** Documents that name at least one of the entities; where there are many, those that share most with the page. */
  documentsMentioning(entities: readonly string[]): Promise<DocumentRow[]>;
  /** Documents whose titles have words that begin with these, folded: the latest few of each pack. */
  titled(words: readonly string[], most: number): Promise<DocumentRow[]>;
  /** The sources that lie at the address: the page itself. */
  documentsAt(address: string): Promise<DocumentRow[]>;
  /** The latest positions of each country. */
  stancesOf(countries: readonly string[]): Promise<ClaimRow[]>;
  /** How many documents there are, and how many of them mention each of the entities. */
  counts(entities: readonly string[]): Promise<{ documents: number; mentioning: Map<string, number> }>;
}

export function documentRow(pack: string, document: Document): DocumentRow {
  const { claims: _, ...head } = document;
  return { ...head, pack };
}

/** The first of each id: packs that share an entity or a measure do not double it. */
export function firstById<T extends { id: string }>(rows: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, row);
  return [...seen.values()];
}

export function isWanted(claim: Claim, wanted: readonly Wanted[]): boolean {
  return wanted.some(
    (one) =>
      one.measure === claim.measure &&
      Object.entries(one.scope ?? {}).every(([key, value]) => claim.scope[key] === value),
  );
}
