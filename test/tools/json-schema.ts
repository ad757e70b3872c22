/** Writes the JSON Schemas of the pack format and of the command line's output from the Zod schemas. `npm run schema` */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import { AnalysisLine } from '../../corpus/schema/analysis.ts';
import { Pack } from '../../corpus/schema/pack.ts';

export const SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../corpus/pack.schema.json');

export const ANALYSIS_SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../corpus/analysis.schema.json');

/** Shape of a line that `npm run -s analyze -- --jsonl` prints. */
export function analysisJsonSchema(): string {
  const schema = { title: 'A line of the analysis', ...z.toJSONSchema(AnalysisLine, { reused: 'ref' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The file's content. Rules that JSON Schema cannot say ("low is not above high") are only in Zod and `corpus/packs/check.ts`. */
export function packJsonSchema(): string {
  const schema = { title: 'Second Source pack', ...z.toJSONSchema(Pack, { io: 'input', reused: 'ref' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(SCHEMA_FILE, packJsonSchema());
  writeFileSync(ANALYSIS_SCHEMA_FILE, analysisJsonSchema());
}
