/** Answers the questions of a page from one edition of a pack, wherever its parts and documents are kept. */
import type { PackFacts } from '../utils/extension/protocol.ts';
import { fold } from '../utils/language/fold.ts';
import {
  claimBlock,
  ENTITIES_IN_PART,
  type EntityPart,
  entityPart,
  FACTS,
  HEAD,
  type HeadPart,
  hashOf,
  headBlock,
  type KeptDocument,
  MEASURES,
  type MeasurePart,
  measurePart,
  stanceBlock,
  TEXTS_IN_BLOCK,
  type TextBlock,
  TITLES,
} from './edition.ts';
import { highest } from './highest.ts';
import { type Alike, isAnswerable, type Nearby, placeKey, STANCES_MOST } from './near.ts';
import { canonicalUrl } from './own-article.ts';
import type { Claim } from './schema/document.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';
import { type ClaimRow, type DocumentRow, MENTIONING_MOST, rarity } from './source.ts';
import { dropOldest, textBlocks } from './text-blocks.ts';
import { between, maySay, nearestIn, saying, stretchOf, type Where } from './where.ts';

export interface EditionStore {
  /** As asked, undefined where there is no part of that name. */
  parts(names: readonly string[]): Promise<unknown[]>;
  /** Whole, in the order asked for; those that are not there are left out. */
  documents(at: readonly number[]): Promise<KeptDocument[]>;
}

/** What one edition answers; documents and claims in the order of the pack. */
export interface EditionCorpus {
  rules(): Promise<{ entities: Entity[]; measures: Measure[] }>;
  /** Entities that put a page on the topic by their names alone. */
  anchors(): Promise<Entity[]>;
  /** What the pack is made of. */
  facts(): Promise<PackFacts>;
  measures(): Promise<Measure[]>;
  entities(ids: readonly string[]): Promise<Entity[]>;
  /** How many documents the edition has. */
  size(): Promise<number>;
  claimsOfMeasures(measures: readonly string[]): Promise<ClaimRow[]>;
  claimsNear(nearby: readonly Nearby[], alike: readonly Alike[]): Promise<ClaimRow[]>;
  claimsOf(documents: readonly string[]): Promise<ClaimRow[]>;
  stancesOf(countries: readonly string[]): Promise<ClaimRow[]>;
  documents(ids: readonly string[]): Promise<DocumentRow[]>;
  documentsAt(address: string): Promise<DocumentRow[]>;
  /** Documents whose titles have words that begin with these, the latest of the pack first. */
  titled(words: readonly string[], most: number): Promise<DocumentRow[]>;
  documentsMentioning(entities: readonly string[]): Promise<DocumentRow[]>;
  mentioning(entities: readonly string[]): Promise<Map<string, number>>;
}

/** Blocks of the last pages, some five megabytes of each: the next page on the topic asks for most of them again. */
const CLAIM_BLOCKS_KEPT = 250;
const HEAD_BLOCKS_KEPT = 200;
/** Every page names some of the same countries: the latest positions of fifty or more, two megabytes at most. */
const STANCE_BLOCKS_KEPT = 100;
/** Documents that a page may be itself: whole, and few. Kept, so that no page waits for an import that writes documents. */
const DOCUMENTS_KEPT = 200;

interface Facts {
  head: HeadPart;
  measures: Map<string, Measure>;
  /** Places in the pack. */
  entityAt: Map<string, number>;
  documentAt: Map<string, number>;
}

/** " words of a text ", folded: a word's beginning is found as " word". */
const searchable = (text: string): string =>
  ` ${fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

export function editionCorpus(store: EditionStore): EditionCorpus {
  let facts: Promise<Facts> | null = null;
  const entityParts = new Map<number, Promise<EntityPart>>();
  const measureParts = new Map<string, Promise<MeasurePart | null>>();
  const whole = new Map<number, KeptDocument>();
  let titles: Promise<string[]> | null = null;

  const readAll = async (names: readonly string[]): Promise<unknown[]> => {
    const parts = await store.parts(names);
    const lost = names.find((_, i) => parts[i] === undefined);
    if (lost !== undefined) throw new Error(`The part "${lost}" of a pack is lost`);
    return parts;
  };
  const read = async <T>(name: string): Promise<T> => (await readAll([name]))[0] as T;
  const readBlocks = async (names: readonly string[]) => (await readAll(names)) as TextBlock[];
  const claimTexts = textBlocks<Claim>(readBlocks, CLAIM_BLOCKS_KEPT);
  const headTexts = textBlocks<DocumentRow>(readBlocks, HEAD_BLOCKS_KEPT);
  const stanceTexts = textBlocks<Claim>(readBlocks, STANCE_BLOCKS_KEPT);

  async function readFacts(): Promise<Facts> {
    const [head, measures] = await Promise.all([read<HeadPart>(HEAD), read<Measure[]>(MEASURES)]);
    return {
      head,
      measures: new Map(measures.map((measure) => [measure.id, measure])),
      entityAt: new Map(head.entities.map((id, at) => [id, at])),
      documentAt: new Map(head.documents.map((id, at) => [id, at])),
    };
  }

  /** Read once; a failure is asked for again the next time. */
  function known(): Promise<Facts> {
    facts ??= readFacts().catch((error: unknown) => {
      facts = null;
      throw error;
    });
    return facts;
  }

  function entitiesIn(n: number): Promise<EntityPart> {
    let part = entityParts.get(n);
    if (!part) {
      part = read<EntityPart>(entityPart(n));
      part.catch(() => entityParts.delete(n));
      entityParts.set(n, part);
    }
    return part;
  }

  /** An entity, and the places of the documents that name it; null where there is none of that id. */
  async function entityOf(id: string): Promise<{ entity: Entity; documents: Int32Array } | null> {
    const place = (await known()).entityAt.get(id);
    if (place === undefined) return null;
    const { entities, starts, documents } = await entitiesIn(Math.floor(place / ENTITIES_IN_PART));
    const at = place % ENTITIES_IN_PART;
    return { entity: entities[at]!, documents: documents.subarray(starts[at], starts[at + 1]) };
  }

  async function partOf(measure: string): Promise<MeasurePart | null> {
    if (!(await known()).measures.has(measure)) return null;
    let part = measureParts.get(measure);
    if (!part) {
      part = read<MeasurePart>(measurePart(measure));
      part.catch(() => measureParts.delete(measure));
      measureParts.set(measure, part);
    }
    return part;
  }

  /** Whole, in the order of the pack. */
  async function wholeAt(places: Iterable<number>): Promise<KeptDocument[]> {
    const wanted = [...new Set(places)].sort((a, b) => a - b);
    const missing = wanted.filter((at) => !whole.has(at));
    const found = new Map(wanted.map((at) => [at, whole.get(at)]));
    for (const document of missing.length > 0 ? await store.documents(missing) : []) found.set(document.at, document);
    const documents = [...found.values()].filter((one) => one !== undefined);
    for (const one of documents) {
      whole.delete(one.at);
      whole.set(one.at, one);
    }
    dropOldest(whole, DOCUMENTS_KEPT);
    return documents;
  }

  /** Heads of documents by their places in the pack, in its order. */
  async function headsAt(places: Iterable<number>): Promise<Map<number, DocumentRow>> {
    const wanted = [...new Set(places)].sort((a, b) => a - b);
    const blocks = await headTexts(wanted.map(headBlock));
    return new Map(wanted.map((at) => [at, blocks.get(headBlock(at))!(at % TEXTS_IN_BLOCK)]));
  }

  const rowsAt = async (places: Iterable<number>): Promise<DocumentRow[]> => [...(await headsAt(places)).values()];

  /** Each once, in the order of documents. */
  async function claimsAt(found: readonly Where[], texts = claimTexts): Promise<ClaimRow[]> {
    const sorted = [...found].sort((a, b) => a.document - b.document || a.claim - b.claim);
    const wanted = sorted.filter(
      ({ document, claim }, i) => document !== sorted[i - 1]?.document || claim !== sorted[i - 1]?.claim,
    );
    const [blocks, heads] = await Promise.all([
      texts(wanted.map(({ block }) => block)),
      headsAt(wanted.map(({ document }) => document)),
    ]);
    return wanted.map(({ document: place, block, at }) => {
      const document = heads.get(place)!;
      return { pack: document.pack, claim: blocks.get(block)!(at % TEXTS_IN_BLOCK), document };
    });
  }

  const placesOf = ({ documentAt }: Facts, ids: readonly string[]): number[] =>
    ids.flatMap((id) => documentAt.get(id) ?? []);

  return {
    rules: async () => {
      const { head, measures } = await known();
      const count = Math.ceil(head.entities.length / ENTITIES_IN_PART);
      const parts = await Promise.all(Array.from({ length: count }, (_, n) => entitiesIn(n)));
      return { entities: parts.flatMap(({ entities }) => entities), measures: [...measures.values()] };
    },
    anchors: async () => (await known()).head.anchors,
    facts: () => read<PackFacts>(FACTS),
    measures: async () => [...(await known()).measures.values()],
    entities: async (ids) => (await Promise.all(ids.map(entityOf))).flatMap((found) => found?.entity ?? []),

    size: async () => (await known()).head.documents.length,

    claimsOfMeasures: async (measures) => {
      const found = [...new Set(measures)].map(async (measure) => {
        const part = await partOf(measure);
        return part ? between(part, claimBlock(measure), 0, part.ages.length) : [];
      });
      return claimsAt((await Promise.all(found)).flat());
    },

    claimsNear: async (nearby, alike) => {
      const { measures } = await known();
      const near = nearby.map(async ({ measures: ids, scope, day, onlySaying }) => {
        const found = ids.map(async (id) => {
          const measure = measures.get(id);
          const part = isAnswerable({ scope }, measure) ? await partOf(id) : null;
          return part && { id, part, stretch: nearestIn(part, placeKey(scope, measure), day) };
        });
        const stretches = (await Promise.all(found)).filter((one) => one !== null);
        const isWanted =
          onlySaying === undefined || stretches.some(({ part, stretch }) => maySay(part, stretch, onlySaying));
        return isWanted ? stretches.flatMap(({ id, part, stretch }) => between(part, claimBlock(id), ...stretch)) : [];
      });
      const same = alike.map(async (one) => {
        const part = await partOf(one.measure);
        return part ? saying(part, claimBlock(one.measure), one) : [];
      });
      return claimsAt((await Promise.all([...near, ...same])).flat());
    },

    claimsOf: async (ids) => {
      const documents = await wholeAt(placesOf(await known(), ids));
      return documents.flatMap(({ document, claims }) =>
        claims.map((claim) => ({ pack: document.pack, claim, document })),
      );
    },

    stancesOf: async (countries) => {
      const { stances } = (await known()).head;
      return claimsAt(
        countries.flatMap((country) => {
          const [from, to] = stretchOf(stances, country);
          return between(stances, stanceBlock, from, Math.min(to, from + STANCES_MOST));
        }),
        stanceTexts,
      );
    },

    documents: async (ids) => rowsAt(placesOf(await known(), ids)),

    documentsAt: async (address) => {
      const { head } = await known();
      const hash = hashOf(address);
      const may: number[] = [];
      for (let at = head.addresses.indexOf(hash); at >= 0; at = head.addresses.indexOf(hash, at + 1)) may.push(at);
      return (await rowsAt(may)).filter(({ url }) => canonicalUrl(url) === address);
    },

    titled: async (words, most) => {
      titles ??= read<string[]>(TITLES).then((all) => all.map(searchable));
      const all = await titles.catch((error: unknown) => {
        titles = null;
        throw error;
      });
      const wanted = words.map((word) => searchable(word).trimEnd());
      const found: number[] = [];
      for (let at = all.length - 1; at >= 0 && found.length < most; at--)
        if (wanted.every((word) => all[at]!.includes(word))) found.push(at);
      return rowsAt(found);
    },

    documentsMentioning: async (entities) => {
      const { head } = await known();
      const scores = new Float64Array(head.documents.length);
      for (const found of await Promise.all([...new Set(entities)].map(entityOf))) {
        if (!found) continue;
        const { documents } = found;
        const weight = rarity(documents.length, head.documents.length);
        for (const at of documents) scores[at]! += weight;
      }
      return rowsAt(highest(scores, MENTIONING_MOST));
    },

    mentioning: async (entities) => {
      const found = await Promise.all(entities.map(entityOf));
      return new Map(entities.map((id, i) => [id, found[i]?.documents.length ?? 0]));
    },
  };
}
