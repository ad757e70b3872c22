/** Writes the JSON Schemas of the pack format and of the command line's output from the Zod schemas. `npm run schema` */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import { AnalysisLine } from '../../corpus/schema/analysis.ts';
import { ComparisonFile } from '../../corpus/schema/comparison.ts';
import { Document } from '../../corpus/schema/document.ts';
import { Entity } from '../../corpus/schema/entity.ts';
import { Measure, Vocabulary } from '../../corpus/schema/measure.ts';
import { Manifest, Pack } from '../../corpus/schema/pack.ts';

export const SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../corpus/pack.schema.json');

export const ANALYSIS_SCHEMA_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../corpus/analysis.schema.json');

export const COMPARISON_SCHEMA_FILE = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../corpus/comparison.schema.json',
);

/** Shape of the JSON file that the panel exports. */
export function comparisonJsonSchema(): string {
  const schema = { title: 'An exported comparison', ...z.toJSONSchema(ComparisonFile, { reused: 'ref' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

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

/** Of the single files of a pack's folder, for editors: a file holds one record or a list of them. */
export const PART_SCHEMAS = {
  manifest: Manifest,
  vocabulary: Vocabulary,
  entity: Entity,
  measure: Measure,
  document: Document,
};
export type Part = keyof typeof PART_SCHEMAS;

/** Where the parts' schemas lie in the repository. */
export const partSchemaFile = (part: Part): string =>
  join(dirname(fileURLToPath(import.meta.url)), '../../corpus/packs/schema', `${part}.schema.json`);

interface JsonSchema {
  type?: string;
  properties?: Record<string, unknown>;
  propertyNames?: unknown;
  $ref?: string;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  $defs?: Record<string, JsonSchema>;
}

export function partJsonSchema(part: Part): string {
  const record: JsonSchema = z.toJSONSchema(PART_SCHEMAS[part], { io: 'input', reused: 'ref' }) as JsonSchema;
  allowSchemaLine(record, record);
  const schema = { title: `A ${part} of a Second Source pack`, ...record };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The line by which an editor finds the schema is no field of the record. */
function allowSchemaLine(schema: JsonSchema, root: JsonSchema): void {
  if (schema.$ref) {
    const named = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (named) allowSchemaLine(named, root);
  }
  for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) allowSchemaLine(one, root);
  if (schema.type !== 'object') return;
  schema.properties = { $schema: { type: 'string' }, ...schema.properties };
  // A record's rule for its keys holds for this one, too, where there is one.
  if (schema.propertyNames) schema.propertyNames = { anyOf: [{ const: '$schema' }, schema.propertyNames] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(SCHEMA_FILE, packJsonSchema());
  writeFileSync(ANALYSIS_SCHEMA_FILE, analysisJsonSchema());
  writeFileSync(COMPARISON_SCHEMA_FILE, comparisonJsonSchema());
  for (const part of Object.keys(PART_SCHEMAS) as Part[]) writeFileSync(partSchemaFile(part), partJsonSchema(part));
}
