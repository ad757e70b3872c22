/** Writes `corpus/pack.schema.json`, the pack format for other tools, from the Zod schemas. `npm run schema` */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import { Pack } from '../../corpus/schema/pack.ts';

export const SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../corpus/pack.schema.json');

/** The file's content. Rules that JSON Schema cannot say ("low is not above high") are only in Zod and `corpus/packs/check.ts`. */
export function packJsonSchema(): string {
  const schema = { title: 'Second Source pack', ...z.toJSONSchema(Pack, { io: 'input', reused: 'ref' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(SCHEMA_FILE, packJsonSchema());
}
