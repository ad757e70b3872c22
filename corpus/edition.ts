/**
 * A pack as it is kept: its documents whole, one record each, and beside them parts that say where everything is, and blocks of
 * claims and of documents' heads in the order in which a page asks for them. Parts and blocks are what an index of the database
 * would be, in a hundredth of its records: a page's questions are answered from lists in memory and a few dozen blocks, where
 * the documents themselves would be a thousand records. Pure.
 */
import type { PackFacts } from '../utils/extension/protocol.ts';
import { claimDate } from './comparable.ts';
import { ageOf, exactValue, placeKey } from './near.ts';
import { canonicalUrl } from './own-article.ts';
import { packFacts } from './pack-facts.ts';
import type { Claim } from './schema/document.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';
import type { Pack } from './schema/pack.ts';
import { type DocumentRow, documentRow } from './source.ts';

/** A document with what it says; `at` is its place in the pack. */
export interface KeptDocument {
  at: number;
  document: DocumentRow;
  claims: Claim[];
}

/** Where the claims of a measure are: by place (`placeKey`), and in each the newest first. Parallel lists; blocks have the same order. */
export interface MeasurePart {
  /** Sorted, each once; the claims of place i are those from `starts[i]` to `starts[i + 1]`. */
  places: string[];
  starts: Int32Array;
  ages: Int32Array;
  /** The document's place in the pack, and the claim's place in the document. */
  documents: Int32Array;
  claims: Int32Array;
  /** The number, of a claim that says exactly one; else NaN. */
  values: Float64Array;
}

/** Which documents name each of some entities: of entity i those from `starts[i]` to `starts[i + 1]`. */
export interface EntityPart {
  entities: Entity[];
  starts: Int32Array;
  documents: Int32Array;
}

export interface HeadPart {
  /** Ids, by place in the pack. Entity number n is in part n / ENTITIES_IN_PART. */
  entities: string[];
  documents: string[];
  /** Hash of each document's address; 0 where there is none. */
  addresses: Int32Array;
  /** Names that put a page on the topic by themselves: with the manifest, all that it takes to tell whether a page is on it. */
  anchors: Entity[];
  /** Positions of countries, as a measure's claims with the country as their place. */
  stances: MeasurePart;
}

/** JSON texts, each parsed when it is first asked for: of claims (Claim), or of documents without them (DocumentRow). */
export type TextBlock = string[];

/** By name: "head", "facts", "titles" (string[]), "measures" (Measure[]), "entities 0" …, "measure <id>"; blocks: "heads 0" …, "claims 0 <id>" …, "stances 0" …. */
export interface KeptPart {
  name: string;
  value: HeadPart | PackFacts | Measure[] | EntityPart | MeasurePart | TextBlock;
}

export interface Edition {
  parts: KeptPart[];
  documents: KeptDocument[];
}

/** A record of some hundred kilobytes: one is read in a few milliseconds. */
export const ENTITIES_IN_PART = 1_000;

/** Some twenty kilobytes: what one figure is compared with lies in one or two blocks, and little else is read with it. */
export const TEXTS_IN_BLOCK = 64;

export const HEAD = 'head';
export const FACTS = 'facts';
/** Of all documents, in their order: for the address bar, which has no index. */
export const TITLES = 'titles';
export const MEASURES = 'measures';
export const entityPart = (n: number): string => `entities ${n}`;
export const measurePart = (measure: string): string => `measure ${measure}`;

/** Names of blocks, for the place of a text in its list. */
export type BlockOf = (at: number) => string;
const blockOf = (at: number): number => Math.floor(at / TEXTS_IN_BLOCK);
export const headBlock: BlockOf = (document) => `heads ${blockOf(document)}`;
/** Of the claims of a measure, in the order of its part. */
export const claimBlock =
  (measure: string): BlockOf =>
  (at) =>
    `claims ${blockOf(at)} ${measure}`;
/** Of the positions of countries, in the order of the head's `stances`. */
export const stanceBlock: BlockOf = (at) => `stances ${blockOf(at)}`;

/** 32 bits of a text: enough to find the few that may be equal. Never 0. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 1;
}

interface Placed {
  place: string;
  age: number;
  document: number;
  claim: number;
  value: number;
  text: string;
}

const inOrder = (a: Placed, b: Placed): number =>
  (a.place < b.place ? -1 : a.place > b.place ? 1 : 0) || a.age - b.age || a.document - b.document || a.claim - b.claim;

/** Claims that are in order. */
function partOf(claims: readonly Placed[]): MeasurePart {
  const places: string[] = [];
  const starts: number[] = [];
  claims.forEach(({ place }, i) => {
    if (place === places.at(-1)) return;
    places.push(place);
    starts.push(i);
  });
  return {
    places,
    starts: Int32Array.from([...starts, claims.length]),
    ages: Int32Array.from(claims, ({ age }) => age),
    documents: Int32Array.from(claims, ({ document }) => document),
    claims: Int32Array.from(claims, ({ claim }) => claim),
    values: Float64Array.from(claims, ({ value }) => value),
  };
}

function blocksOf(texts: readonly string[], name: BlockOf): KeptPart[] {
  const blocks: KeptPart[] = [];
  for (let at = 0; at < texts.length; at += TEXTS_IN_BLOCK)
    blocks.push({ name: name(at), value: texts.slice(at, at + TEXTS_IN_BLOCK) });
  return blocks;
}

const textsOf = (claims: readonly Placed[]): string[] => claims.map(({ text }) => text);

/** Everything that is kept of a pack, in a fixed order. */
export function makeEdition(pack: Pack): Edition {
  const measures = new Map(pack.measures.map((measure) => [measure.id, measure]));
  const byMeasure = new Map<string, Placed[]>(pack.measures.map(({ id }) => [id, []]));
  const stances: Placed[] = [];
  const naming = new Map<string, number[]>();
  const documents = pack.documents.map((source, at): KeptDocument => {
    const document = documentRow(pack.manifest.id, source);
    for (const id of new Set(source.entities)) {
      const list = naming.get(id);
      if (list) list.push(at);
      else naming.set(id, [at]);
    }
    source.claims.forEach((claim, i) => {
      const row = { pack: document.pack, claim, document };
      const age = ageOf(claimDate(row));
      const place = placeKey(claim.scope, measures.get(claim.measure));
      const placed: Placed = {
        place,
        age,
        document: at,
        claim: i,
        value: exactValue(row) ?? Number.NaN,
        text: JSON.stringify(claim),
      };
      byMeasure.get(claim.measure)?.push(placed);
      if (claim.kind === 'stance' && claim.scope.country) stances.push({ ...placed, place: claim.scope.country });
    });
    return { at, document, claims: source.claims };
  });
  for (const claims of [...byMeasure.values(), stances]) claims.sort(inOrder);
  const head: HeadPart = {
    entities: pack.entities.map(({ id }) => id),
    documents: pack.documents.map(({ id }) => id),
    addresses: Int32Array.from(pack.documents, ({ url }) => {
      const address = canonicalUrl(url);
      return address ? hashOf(address) : 0;
    }),
    anchors: pack.entities.filter(({ anchor }) => anchor),
    stances: partOf(stances),
  };
  const parts: KeptPart[] = [
    { name: HEAD, value: head },
    { name: FACTS, value: packFacts(pack.documents) },
    { name: TITLES, value: pack.documents.map(({ title }) => title) },
    { name: MEASURES, value: pack.measures },
  ];
  for (let n = 0; n * ENTITIES_IN_PART < pack.entities.length; n++) {
    const entities = pack.entities.slice(n * ENTITIES_IN_PART, (n + 1) * ENTITIES_IN_PART);
    const lists = entities.map(({ id }) => naming.get(id) ?? []);
    const starts = new Int32Array(lists.length + 1);
    lists.forEach((list, i) => {
      starts[i + 1] = starts[i]! + list.length;
    });
    parts.push({ name: entityPart(n), value: { entities, starts, documents: Int32Array.from(lists.flat()) } });
  }
  const heads = documents.map(({ document }) => JSON.stringify(document));
  parts.push(...blocksOf(heads, headBlock), ...blocksOf(textsOf(stances), stanceBlock));
  for (const [id, claims] of byMeasure)
    parts.push({ name: measurePart(id), value: partOf(claims) }, ...blocksOf(textsOf(claims), claimBlock(id)));
  return { parts, documents };
}
