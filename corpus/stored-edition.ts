/** An edition out of the database as it went in: for export, comparison and the search index. */
import type { CorpusDatabase } from './database.ts';
import { type EntityPart, entityPart, MEASURES } from './edition.ts';
import { ofEdition } from './edition-rows.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';
import type { Pack } from './schema/pack.ts';

/** In the order of the pack; empty lists where there is no such edition. */
export async function readEdition(
  database: Pick<CorpusDatabase, 'parts' | 'reports'>,
  edition: string,
): Promise<Pick<Pack, 'entities' | 'measures' | 'documents'>> {
  const part = async (name: string) => (await database.parts.get([edition, name]))?.value;
  const entities: Entity[] = [];
  for (let n = 0; ; n++) {
    const one = (await part(entityPart(n))) as EntityPart | undefined;
    if (!one) break;
    entities.push(...one.entities);
  }
  const documents = await ofEdition(database.reports, edition).toArray();
  return {
    entities,
    measures: ((await part(MEASURES)) ?? []) as Measure[],
    documents: documents.map(({ document: { pack: _, ...head }, claims }) => ({ ...head, claims })),
  };
}
