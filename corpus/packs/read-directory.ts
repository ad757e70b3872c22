/**
 * Reads a pack as it lies in the repository: `manifest.json`, `vocabulary.json`, `entities/*.json`, `measures/*.json`,
 * `documents/*.json`. For the build, the command line and the tests; runs in Node only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeWords } from '../../utils/words/index.ts';
import { issueText, type Schema, valueAt } from '../pack-problems.ts';
import { Document } from '../schema/document.ts';
import { Entity } from '../schema/entity.ts';
import { Measure, Vocabulary } from '../schema/measure.ts';
import { Manifest, type Pack } from '../schema/pack.ts';
import { checkPack } from './check.ts';

const words = makeWords();

/** What is wrong with a pack, one line for each: file, record, field, reason. */
export class PackError extends Error {
  readonly problems: string[];
  constructor(directory: string, problems: string[]) {
    super(`The pack ${basename(directory)} is not valid:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'PackError';
    this.problems = problems;
  }
}

export interface ReadOptions {
  /** Keep only these documents: a pack of a few sources, for tests. */
  documents?: readonly string[];
}

/** Throws `PackError` where a file is missing, is no JSON, or does not fit the schema. */
export function readPackDirectory(directory: string, options: ReadOptions = {}): Pack {
  const problems: string[] = [];
  const manifest = readRecord(join(directory, 'manifest.json'), 'manifest.json', Manifest, problems);
  const vocabulary = existsSync(join(directory, 'vocabulary.json'))
    ? readRecord(join(directory, 'vocabulary.json'), 'vocabulary.json', Vocabulary, problems)
    : {};
  const entities = readFolder(directory, 'entities', Entity, problems);
  const measures = readFolder(directory, 'measures', Measure, problems);
  const documents = readFolder(directory, 'documents', Document, problems);
  if (manifest === null || vocabulary === null || problems.length > 0) throw new PackError(directory, problems);
  const pack: Pack = { manifest, entities, vocabulary, measures, documents };
  problems.push(...checkPack(pack));
  if (problems.length > 0) throw new PackError(directory, problems);
  const wanted = options.documents;
  return wanted ? { ...pack, documents: pack.documents.filter((document) => wanted.includes(document.id)) } : pack;
}

/** A file holds one record or a list of them; the folder's records come in the order of the file names. */
function readFolder<T>(directory: string, folder: string, schema: Schema<T>, problems: string[]): T[] {
  const path = join(directory, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const records: T[] = [];
  for (const name of files) {
    const file = `${folder}/${name}`;
    const value = readJson(join(path, name), file, problems);
    if (value === undefined) continue;
    const list: unknown[] = Array.isArray(value) ? value : [value];
    for (const [at, entry] of list.entries()) {
      const parsed = parse(entry, schema, `${file}${recordName(entry, Array.isArray(value) ? at : null)}`, problems);
      if (parsed !== null) records.push(parsed);
    }
  }
  return records;
}

function readRecord<T>(path: string, file: string, schema: Schema<T>, problems: string[]): T | null {
  const value = readJson(path, file, problems);
  return value === undefined ? null : parse(value, schema, file, problems);
}

function readJson(path: string, file: string, problems: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function parse<T>(value: unknown, schema: Schema<T>, where: string, problems: string[]): T | null {
  const result = schema.safeParse(withoutSchema(value));
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    problems.push(`${where}: ${fieldName(path)}${issueText(issue, valueAt(value, path), words)}`);
  }
  return null;
}

/** " (record 3, “emmanuel-macron”)" */
function recordName(value: unknown, at: number | null): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
  const parts = [at === null ? null : `record ${at + 1}`, id === null ? null : `“${id}”`].filter(
    (part) => part !== null,
  );
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function fieldName(path: readonly (string | number)[]): string {
  return path.length > 0 ? `${path.join('.')}: ` : '';
}

/** A file may say which JSON Schema an editor should hold it to; that is no part of the record. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$schema')) return value;
  const { $schema: _, ...rest } = value as Record<string, unknown>;
  return rest;
}
