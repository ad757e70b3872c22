/**
 * Whether a value is a pack, record by record: what the schemas say, what they cannot say (`packs/check.ts`), and how much there
 * may be. For files that somebody else made; the packs of the build are read by `packs/read-directory.ts` with the same rules.
 */
import type { Words } from '../utils/words/index.ts';
import { cleanValue } from './clean-text.ts';
import { Refused } from './pack-file.ts';
import {
  CLAIMS_MOST,
  DOCUMENT_CLAIMS_MOST,
  DOCUMENTS_MOST,
  ENTITIES_MOST,
  MEASURES_MOST,
  PROBLEMS_SHOWN,
} from './pack-limits.ts';
import { issueLines, placeOf, type Schema, shown } from './pack-problems.ts';
import { packProblems } from './packs/check.ts';
import { Document } from './schema/document.ts';
import { Entity } from './schema/entity.ts';
import { Measure, Vocabulary } from './schema/measure.ts';
import { Manifest, PACK_FORMAT, type Pack, PackSignature } from './schema/pack.ts';
import { breaths } from './slices.ts';

/** A pack that may be installed, and how its file says that it is signed: not verified yet. */
export interface ValidPack {
  pack: Pack;
  signature: PackSignature | null;
  /** Characters that could deceive a reader and were left out. */
  removed: number;
}

export interface ValidateOptions {
  words: Words;
  signal?: AbortSignal;
  /** Records that were looked at, of all. */
  progress?(done: number, of: number): void;
}

const FIELDS = ['manifest', 'entities', 'vocabulary', 'measures', 'documents', 'signature', '$schema'];

/** `value` is changed: it belongs to this pack afterwards. Throws `Refused` with every problem, or the signal's reason. */
export async function validatePack(value: unknown, options: ValidateOptions): Promise<ValidPack> {
  const { words, signal, progress } = options;
  const breath = breaths(signal);
  const { problems, removed } = await cleanValue(value, words, breath);
  if (problems.length > 0) throw refusal(problems, words);
  const shape = packShape(value, words);
  const total = shape.entities.length + shape.measures.length + shape.documents.length;
  let done = 0;

  const lines: string[] = [];
  const parse = <T>(schema: Schema<T>, part: unknown, path: (string | number)[]): T | null => {
    const parsed = schema.safeParse(part);
    if (parsed.success) return parsed.data;
    if (lines.length <= PROBLEMS_SHOWN)
      lines.push(...issueLines(parsed.error.issues, { root: value, path, record: part, words }));
    return null;
  };
  async function parseAll<T>(schema: Schema<T>, list: readonly unknown[], name: string): Promise<T[]> {
    const parsed: T[] = [];
    for (const [at, record] of list.entries()) {
      await breath();
      const one = parse(schema, record, [name, at]);
      if (one !== null) parsed.push(one);
      progress?.(++done, total);
    }
    return parsed;
  }

  const manifest = parse(Manifest, shape.manifest, ['manifest']);
  const vocabulary = parse(Vocabulary, shape.vocabulary, ['vocabulary']);
  const signature = shape.signature === undefined ? null : parse(PackSignature, shape.signature, ['signature']);
  const entities = await parseAll(Entity, shape.entities, 'entities');
  const measures = await parseAll(Measure, shape.measures, 'measures');
  const documents = await parseAll(Document, shape.documents, 'documents');
  if (lines.length > 0 || manifest === null || vocabulary === null) throw refusal(lines, words);
  const pack: Pack = { manifest, entities, vocabulary, measures, documents };
  for (const { path, text, remedy } of packProblems(pack)) {
    const what = remedy === undefined ? text : words.t('problem.with-remedy', { text, remedy });
    lines.push(words.t('problem.line', { where: placeOf(pack, path), what }));
  }
  if (lines.length > 0) throw refusal(lines, words);
  return { pack, signature, removed };
}

interface Shape {
  manifest: unknown;
  vocabulary: unknown;
  entities: unknown[];
  measures: unknown[];
  documents: unknown[];
  signature: unknown;
}

/** The parts, before any of them is looked into: is this a pack of this format at all, and is it of a size? */
function packShape(value: unknown, words: Words): Shape {
  const fail = (...lines: string[]) => new Refused(lines);
  if (!isRecord(value)) throw fail(words.t('file.no-pack'));
  if ('backup' in value) throw fail(words.t('file.is-backup'));
  if (!isRecord(value.manifest)) throw fail(words.t('file.no-pack'));
  const { format } = value.manifest;
  if (format !== PACK_FORMAT)
    throw fail(
      typeof format === 'number' && format > PACK_FORMAT
        ? words.t('file.newer-format', { format, known: PACK_FORMAT })
        : words.t('file.unknown-format', { format: shown(format), known: PACK_FORMAT }),
    );
  const unknown = Object.keys(value).filter((key) => !FIELDS.includes(key));
  if (unknown.length > 0) throw fail(...unknown.map((key) => words.t('file.unknown-part', { key })));
  const problems: string[] = [];
  const list = (name: string, most: number): unknown[] => {
    const part = value[name];
    if (!Array.isArray(part)) {
      problems.push(words.t('file.no-list', { name }));
      return [];
    }
    if (part.length > most) problems.push(words.t('file.too-many', { name, n: part.length, most }));
    return part;
  };
  const documents = list('documents', DOCUMENTS_MOST);
  const entities = list('entities', ENTITIES_MOST);
  const measures = list('measures', MEASURES_MOST);
  let claims = 0;
  documents.forEach((document, at) => {
    const n = isRecord(document) && Array.isArray(document.claims) ? document.claims.length : 0;
    claims += n;
    if (n > DOCUMENT_CLAIMS_MOST)
      problems.push(words.t('file.too-many', { name: `documents[${at}].claims`, n, most: DOCUMENT_CLAIMS_MOST }));
  });
  if (claims > CLAIMS_MOST) problems.push(words.t('file.too-many', { name: 'claims', n: claims, most: CLAIMS_MOST }));
  if (problems.length > 0) throw refusal(problems, words);
  return {
    manifest: value.manifest,
    vocabulary: value.vocabulary ?? {},
    entities,
    measures,
    documents,
    signature: value.signature,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first problems, and how many more there are. */
function refusal(lines: readonly string[], words: Words): Refused {
  const shown = lines.slice(0, PROBLEMS_SHOWN);
  const more = lines.length - shown.length;
  return new Refused(more > 0 ? [...shown, words.t('problem.more', { n: more })] : shown);
}
