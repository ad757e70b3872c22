/** What a schema found, in words for the author of a pack: which record, which field, what is wrong, what to do. */
import type { Words } from '../utils/words/index.ts';

/** The parts of a Zod schema and of its issues that are needed; Zod itself need not be here. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

export interface Issue {
  code?: string;
  path: readonly PropertyKey[];
  message: string;
  expected?: unknown;
  keys?: readonly string[];
  values?: readonly unknown[];
  origin?: string;
  maximum?: unknown;
  minimum?: unknown;
  /** Of a union: the issues of each of its members. */
  errors?: readonly (readonly Issue[])[];
}

interface Where {
  /** The value that `path` starts from. */
  root: unknown;
  /** To the record. */
  path: readonly (string | number)[];
  record: unknown;
  words: Words;
}

/** One line for each issue. */
export function issueLines(issues: readonly Issue[], { root, path, record, words }: Where): string[] {
  return issues.map((issue) => {
    const inner = issue.path.filter((part) => typeof part !== 'symbol');
    const where = placeOf(root, [...path, ...inner]);
    return words.t('problem.line', { where, what: issueText(issue, valueAt(record, inner), words) });
  });
}

/** `documents[12] “26 countries…” · claims[3].measure`: numbers count from 0, as in the file. */
export function placeOf(root: unknown, path: readonly (string | number)[]): string {
  const [list, at, ...rest] = path;
  if (list === undefined) return '{…}';
  if (typeof at !== 'number') return fieldPath(path);
  const name = recordName(valueAt(root, [list, at]));
  const record = `${list}[${at}]${name ? ` “${name}”` : ''}`;
  return rest.length > 0 ? `${record} · ${fieldPath(rest)}` : record;
}

/** `claims[3].quantity.low` */
const fieldPath = (path: readonly (string | number)[]): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');

const NAME_MOST = 60;

/** What a person would call it. */
function recordName(record: unknown): string {
  if (typeof record !== 'object' || record === null) return '';
  const fields = record as Record<string, unknown>;
  const name = [fields.title, fields.name, fields.label, fields.id].find(
    (one) => typeof one === 'string' && one !== '',
  );
  if (typeof name !== 'string') return '';
  return name.length > NAME_MOST ? `${name.slice(0, NAME_MOST)}…` : name;
}

/** What lies there; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}

/** What is wrong with `value`, without its place. */
export function issueText(issue: Issue, value: unknown, words: Words): string {
  const { t, list } = words;
  if (issue.code === 'unrecognized_keys')
    return t('problem.unknown-field', { fields: list((issue.keys ?? []).map(quoted)), n: issue.keys?.length ?? 1 });
  if (
    value === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  )
    return t('problem.missing');
  if (issue.code === 'invalid_type')
    return t('problem.type', { wanted: typeName(issue.expected, words), got: shown(value) });
  if (issue.code === 'invalid_value' && issue.values)
    return t('problem.one-of', { values: list(issue.values.map((one) => shown(one))), got: shown(value) });
  if (issue.code === 'too_big' && issue.origin === 'string')
    return t('problem.too-long', { most: String(issue.maximum), n: String(value).length });
  if (issue.code === 'too_small' && issue.origin === 'string') return t('problem.empty');
  return t('problem.other', { message: issue.message, got: shown(value) });
}

function typeName(expected: unknown, { t }: Words): string {
  if (expected === 'string') return t('problem.a-text');
  if (expected === 'number' || expected === 'int') return t('problem.a-number');
  if (expected === 'boolean') return t('problem.a-boolean');
  if (expected === 'array') return t('problem.a-list');
  return t('problem.an-object');
}

const quoted = (text: string): string => `“${text}”`;
const SHOWN_MOST = 50;

/** A value as a line can show it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = typeof value === 'string' ? quoted(value) : String(value);
  return text.length > SHOWN_MOST ? `${text.slice(0, SHOWN_MOST)}…` : text;
}
