/** The reader's own saved pages as one more shelf: found like any report, and marked as the reader's. */
import { SAVED_PACK } from '../saved.ts';
import type { Document } from '../schema/document.ts';
import type { Entity } from '../schema/entity.ts';
import { firstById } from '../source.ts';
import { buildIndex } from './build.ts';
import { openIndex } from './open-index.ts';
import type { Shelf } from './results.ts';
import { plainRows } from './rows.ts';

/**
 * Built anew whenever a page was saved or deleted: they are hundreds at most, which takes milliseconds. Names and measures
 * are those of the packs; null where nothing was saved.
 */
export async function ownShelf(documents: readonly Document[], packs: readonly Shelf[]): Promise<Shelf | null> {
  if (documents.length === 0) return null;
  const named = documents.flatMap((document) => [
    ...document.entities,
    ...document.claims.flatMap((claim) => Object.values(claim.scope)),
  ]);
  const parts = await Promise.all(
    packs.map(async ({ rows }) => ({ entities: await knownEntities(rows, named), measures: await rows.measures() })),
  );
  const pack = {
    id: SAVED_PACK,
    entities: firstById(parts.flatMap((part) => part.entities)),
    measures: firstById(parts.flatMap((part) => part.measures)),
    documents,
  };
  const index = openIndex(buildIndex({ ...pack, names: false }));
  return { edition: SAVED_PACK, index, rows: plainRows(pack), own: true };
}

/** Entities and their countries, by which results are filtered. */
async function knownEntities(rows: Shelf['rows'], ids: readonly string[]): Promise<Entity[]> {
  const found = await rows.entities([...new Set(ids)]);
  const countries = found.flatMap((entity) => entity.country ?? []);
  return firstById([...found, ...(await rows.entities([...new Set(countries)]))]);
}
