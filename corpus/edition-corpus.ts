/** Answers the questions of a page from one edition of a pack, wherever its parts and documents are kept. */
import {
  ENTITIES_IN_PART,
  type EntityPart,
  entityPart,
  HEAD,
  type HeadPart,
  hashOf,
  type KeptDocument,
  MEASURES,
  type MeasurePart,
  measurePart,
} from './edition.ts';
import {
  ALIKE_MOST,
  type Alike,
  ageOf,
  isAnswerable,
  NEAREST_MOST,
  type Nearby,
  placeKey,
  STANCES_MOST,
} from './near.ts';
import { canonicalUrl } from './own-article.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';
import { type ClaimRow, type DocumentRow, MENTIONING_MOST, rarity } from './source.ts';

export interface EditionStore {
  /** Undefined where there is no part of that name. */
  part(name: string): Promise<unknown>;
  /** In any order; those that are not there are left out. */
  documents(at: readonly number[]): Promise<KeptDocument[]>;
}

/** What one edition answers; documents and claims in the order of the pack. */
export interface EditionCorpus {
  rules(): Promise<{ entities: Entity[]; measures: Measure[] }>;
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
  documentsMentioning(entities: readonly string[]): Promise<DocumentRow[]>;
  mentioning(entities: readonly string[]): Promise<Map<string, number>>;
}

/** Documents of the last pages: the next page on the topic asks for most of them again. Some five megabytes. */
const DOCUMENTS_KEPT = 2_000;

/** A claim by its document's place in the pack and its own in the document. */
type Where = readonly [document: number, claim: number];

interface Facts {
  head: HeadPart;
  measures: Map<string, Measure>;
  /** Places in the pack. */
  entityAt: Map<string, number>;
  documentAt: Map<string, number>;
}

export function editionCorpus(store: EditionStore): EditionCorpus {
  let facts: Promise<Facts> | null = null;
  const entityParts = new Map<number, Promise<EntityPart>>();
  const measureParts = new Map<string, Promise<MeasurePart | null>>();
  const kept = new Map<number, KeptDocument>();

  const read = <T>(name: string): Promise<T> =>
    store.part(name).then((part) => {
      if (part === undefined) throw new Error(`The part "${name}" of a pack is lost`);
      return part as T;
    });

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

  async function documentsAt(places: Iterable<number>): Promise<KeptDocument[]> {
    const wanted = [...new Set(places)];
    const missing = wanted.filter((at) => !kept.has(at));
    for (const document of missing.length > 0 ? await store.documents(missing) : []) kept.set(document.at, document);
    const found = wanted.flatMap((at) => kept.get(at) ?? []).sort((a, b) => a.at - b.at);
    // The longest there go first; those of this answer come to the end.
    for (const document of found) {
      kept.delete(document.at);
      kept.set(document.at, document);
    }
    for (const at of kept.keys()) {
      if (kept.size <= DOCUMENTS_KEPT) break;
      kept.delete(at);
    }
    return found;
  }

  async function claimsAt(where: Iterable<Where>): Promise<ClaimRow[]> {
    const wanted = new Map<number, Set<number>>();
    for (const [document, claim] of where) {
      const set = wanted.get(document);
      if (set) set.add(claim);
      else wanted.set(document, new Set([claim]));
    }
    return (await documentsAt(wanted.keys())).flatMap(({ at, document, claims }) =>
      [...wanted.get(at)!]
        .sort((a, b) => a - b)
        .flatMap((i) => (claims[i] ? { pack: document.pack, claim: claims[i], document } : [])),
    );
  }

  const rowsOf = (documents: readonly KeptDocument[]): DocumentRow[] => documents.map(({ document }) => document);

  const placesOf = ({ documentAt }: Facts, ids: readonly string[]): number[] =>
    ids.flatMap((id) => documentAt.get(id) ?? []);

  return {
    rules: async () => {
      const { head, measures } = await known();
      const count = Math.ceil(head.entities.length / ENTITIES_IN_PART);
      const parts = await Promise.all(Array.from({ length: count }, (_, n) => entitiesIn(n)));
      return { entities: parts.flatMap(({ entities }) => entities), measures: [...measures.values()] };
    },
    measures: async () => [...(await known()).measures.values()],
    entities: async (ids) => (await Promise.all(ids.map(entityOf))).flatMap((found) => found?.entity ?? []),

    size: async () => (await known()).head.documents.length,

    claimsOfMeasures: async (measures) => {
      const parts = await Promise.all([...new Set(measures)].map(partOf));
      return claimsAt(parts.flatMap((part) => (part ? between(part, 0, part.ages.length) : [])));
    },

    claimsNear: async (nearby, alike) => {
      const { measures } = await known();
      const near = nearby.map(async (one) => {
        const measure = measures.get(one.measure);
        const part = isAnswerable(one, measure) ? await partOf(one.measure) : null;
        return part ? nearestIn(part, placeKey(one.scope, measure), one.day) : [];
      });
      const same = alike.map(async ({ measure, value }) => {
        const part = await partOf(measure);
        return part ? saying(part, value) : [];
      });
      return claimsAt((await Promise.all([...near, ...same])).flat());
    },

    claimsOf: async (ids) => {
      const documents = await documentsAt(placesOf(await known(), ids));
      return documents.flatMap(({ document, claims }) =>
        claims.map((claim) => ({ pack: document.pack, claim, document })),
      );
    },

    stancesOf: async (countries) => {
      const { stances } = (await known()).head;
      return claimsAt(
        countries.flatMap((country) => {
          const [from, to] = stretchOf(stances, country);
          return between(stances, from, Math.min(to, from + STANCES_MOST));
        }),
      );
    },

    documents: async (ids) => rowsOf(await documentsAt(placesOf(await known(), ids))),

    documentsAt: async (address) => {
      const { head } = await known();
      const hash = hashOf(address);
      const may = [...head.addresses.keys()].filter((at) => head.addresses[at] === hash);
      return rowsOf(await documentsAt(may)).filter(({ url }) => canonicalUrl(url) === address);
    },

    documentsMentioning: async (entities) => {
      const { head } = await known();
      const scores = new Map<number, number>();
      for (const found of await Promise.all([...new Set(entities)].map(entityOf))) {
        if (!found) continue;
        const { documents } = found;
        const weight = rarity(documents.length, head.documents.length);
        for (const at of documents) scores.set(at, (scores.get(at) ?? 0) + weight);
      }
      const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MENTIONING_MOST);
      return rowsOf(await documentsAt(best.map(([at]) => at)));
    },

    mentioning: async (entities) => {
      const found = await Promise.all(entities.map(entityOf));
      return new Map(entities.map((id, i) => [id, found[i]?.documents.length ?? 0]));
    },
  };
}

const between = ({ documents, claims }: MeasurePart, from: number, to: number): Where[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => [documents[from + i]!, claims[from + i]!] as const);

/** The first place from `from` to `to` that is not before what is looked for. */
function firstNot(from: number, to: number, isBefore: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From and to of a place's claims; nothing where there are none. */
function stretchOf({ places, starts }: MeasurePart, place: string): [from: number, to: number] {
  const at = firstNot(0, places.length, (i) => places[i]! < place);
  return places[at] === place ? [starts[at]!, starts[at + 1]!] : [0, 0];
}

/** The claims of a place nearest to a day; without a day the newest. */
function nearestIn(part: MeasurePart, place: string, day: string | null): Where[] {
  const [from, to] = stretchOf(part, place);
  const age = day === null ? (part.ages[from] ?? 0) : ageOf(day);
  // From the day on in both directions, a step at a time to where the next claim is nearer.
  let end = firstNot(from, to, (at) => part.ages[at]! < age);
  let start = end;
  while (end - start < NEAREST_MOST && (start > from || end < to)) {
    const later = start > from ? age - part.ages[start - 1]! : Number.POSITIVE_INFINITY;
    const earlier = end < to ? part.ages[end]! - age : Number.POSITIVE_INFINITY;
    if (earlier <= later) end++;
    else start--;
  }
  return between(part, start, end);
}

/** Claims that say exactly this number. */
function saying(part: MeasurePart, value: number): Where[] {
  const found: Where[] = [];
  for (let at = 0; at < part.values.length && found.length < ALIKE_MOST; at++)
    if (part.values[at] === value) found.push([part.documents[at]!, part.claims[at]!]);
  return found;
}
