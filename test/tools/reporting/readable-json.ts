/** JSON as the pack's documents are kept: a line for each field, short objects and lists of names on one line. Pure. */

/** Fields of claims in the order in which they are read. */
const CLAIM_ORDER = [
  'id',
  'kind',
  'measure',
  'scope',
  'surface',
  'surfaceIsOurs',
  'quantity',
  'value',
  'mission',
  'detail',
  'officeHolder',
  'saidBy',
  'asOf',
  'modality',
  'origin',
  'wording',
  'fragment',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return fields.length === 0
    ? '{}'
    : `{ ${fields.map(([key, field]) => `${JSON.stringify(key)}: ${oneLine(field)}`).join(', ')} }`;
}

function inOrder(record: Record<string, unknown>): [string, unknown][] {
  const place = (key: string) => {
    const at = CLAIM_ORDER.indexOf(key);
    return at < 0 ? CLAIM_ORDER.length : at;
  };
  return Object.entries(record).sort(([a], [b]) => place(a) - place(b));
}

function fieldLines(fields: readonly [string, unknown][], indent: string): string {
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${fieldValue(value, indent)}`)
    .join(',\n');
}

function fieldValue(value: unknown, indent: string): string {
  if (!Array.isArray(value) || !value.some(isObject)) return oneLine(value);
  const inner = `${indent}  `;
  const items = value.map((item) =>
    isObject(item) ? `${inner}{\n${fieldLines(inOrder(item), `${inner}  `)}\n${inner}}` : `${inner}${oneLine(item)}`,
  );
  return `[\n${items.join(',\n')}\n${indent}]`;
}

/** The document as a file, with a closing line break. */
export const readableJson = (document: object): string => `{\n${fieldLines(Object.entries(document), '  ')}\n}\n`;
