/** What version 2 of the database kept of packs, brought to version 3: a reader's own pack is nowhere else. */
import type { CorpusDatabase, PartRow } from './database.ts';
import { makeEdition } from './edition.ts';
import { readEdition } from './stored-edition.ts';

/** Packs that are there get the parts that their edition lacks; an import that was stopped starts from its beginning. */
export async function addBlocks({
  packs,
  ...tables
}: Pick<CorpusDatabase, 'packs' | 'parts' | 'reports'>): Promise<void> {
  for (const row of await packs.toArray()) {
    const edition = row.ready;
    if (edition === null) {
      await packs.delete(row.id);
      continue;
    }
    const made = makeEdition({
      manifest: row.manifest,
      vocabulary: row.vocabulary ?? {},
      ...(await readEdition(tables, edition)),
    });
    await tables.parts.bulkPut(made.parts.map((part): PartRow => ({ edition, ...part })));
    const missing = row.documents - made.documents.length;
    // A pack of which something was lost stays one that is told to be damaged.
    await packs.put({ ...row, importing: null, rows: made.parts.length + made.documents.length + missing });
  }
}
