/**
 * The index of one pack: words, and where they stand. Arrays of numbers instead of objects, because a pack may hold 100,000
 * claims: they are kept in the database as they are, and are ready to be asked without being parsed.
 */

/** Another number is another way of building: an index of another number is built anew. */
export const INDEX_VERSION = 1;

/** How kinds of entries are written in `kinds`. Facts are entries like figures. */
export const ENTRY_KINDS = ['report', 'figure', 'stance', 'name'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A posting is an entry's number above, and how much the word tells of it below. */
export const WEIGHT_BITS = 8;
export const MOST_WEIGHT = 255;

/** Terms that are no words begin with a sign that sorts before them: whole spellings of names, and countries to filter by. */
export const SPELLING = '"';
export const COUNTRY = '!';

/** Stands for "no document" and "no day". */
export const NO_DOCUMENT = 0xffffffff;

export interface SearchIndex {
  version: number;
  /** Sorted by code unit, one a line. */
  terms: string;
  /** Where each term's postings begin; one more than there are terms. */
  starts: Uint32Array;
  /** By term, then by entry. */
  postings: Uint32Array;
  /** For each entry its kind, how often it is spoken of (0–255), its document's number, and its id (lines). */
  kinds: Uint8Array;
  fame: Uint8Array;
  documents: Uint32Array;
  ids: string;
  /** For each document its id (lines), outlet (place in `outlets`), and first and last day as yyyymmdd (0: none). */
  documentIds: string;
  outletOf: Uint16Array;
  firstDay: Uint32Array;
  lastDay: Uint32Array;
  outlets: string[];
  countries: { id: string; name: string }[];
  /** A few names that most reports speak of: to try it on. */
  examples: string[];
}

const ARRAYS = {
  starts: Uint32Array,
  postings: Uint32Array,
  kinds: Uint8Array,
  fame: Uint8Array,
  documents: Uint32Array,
  outletOf: Uint16Array,
  firstDay: Uint32Array,
  lastDay: Uint32Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const ARRAY_NAMES = Object.keys(ARRAYS) as ArrayName[];

/** As a file of the extension: the arrays' bytes in base64. All machines that run browsers are little-endian. */
export function indexToJson(index: SearchIndex): string {
  const written = Object.fromEntries(ARRAY_NAMES.map((name) => [name, toBase64(index[name])]));
  return JSON.stringify({ ...index, ...written });
}

/** The index of a file; null where it is of another version or no index at all. */
export function indexFromJson(value: unknown): SearchIndex | null {
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  if (value.version !== INDEX_VERSION) return null;
  const record = value as Record<string, unknown>;
  const read: Partial<Record<ArrayName, unknown>> = {};
  for (const name of ARRAY_NAMES) {
    const bytes = typeof record[name] === 'string' ? fromBase64(record[name]) : null;
    if (!bytes || bytes.byteLength % ARRAYS[name].BYTES_PER_ELEMENT !== 0) return null;
    read[name] = new ARRAYS[name](bytes.buffer);
  }
  return { ...(value as unknown as SearchIndex), ...(read as Pick<SearchIndex, ArrayName>) };
}

/** Few enough for the arguments of one call. */
const CHUNK = 0x8000;

function toBase64(array: SearchIndex[ArrayName]): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
