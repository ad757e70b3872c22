/**
 * Goes through a value that came out of a file, before any schema does: names of keys that reach into prototypes are refused,
 * and characters that a text can deceive with are taken out.
 */
import type { Words } from '../utils/words/index.ts';
import type { Breath } from './slices.ts';

/** Keys that mean something else than a field, somewhere: Zod's strict objects let an own `__proto__` through. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Turns of direction that reach beyond their own word (a text may be made to read as another), and control characters.
 * Marks for single characters (U+200E, U+200F, joiners) belong to Arabic, Hebrew and Persian, and stay.
 */
const DECEIVING =
  /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFF9-\uFFFB]/gu;
/** Half a character: what is left where a text was cut by its code units. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

export interface Cleaned {
  /** Problems that nobody can mend for the author: forbidden keys. */
  problems: string[];
  /** How many characters were taken out. */
  removed: number;
}

/** Cleans in place: `value` comes out of `JSON.parse` and belongs to nobody else. Not recursive: the depth was watched, the breadth is large. */
export async function cleanValue(value: unknown, words: Words, breath: Breath): Promise<Cleaned> {
  const found: Cleaned = { problems: [], removed: 0 };
  const waiting: { at: string; node: object }[] = [];
  const clean = (text: string): string => {
    const cleaned = text.replace(DECEIVING, '').replace(LONE_SURROGATE, '\uFFFD');
    found.removed += text.length - cleaned.length;
    return cleaned;
  };
  if (typeof value === 'object' && value !== null) waiting.push({ at: '', node: value });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    await breath();
    const { at, node } = next;
    const fields = node as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      const path = Array.isArray(node) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`;
      if (FORBIDDEN_KEYS.has(key)) {
        found.problems.push(words.t('file.forbidden-key', { where: at || '{…}', key }));
        continue;
      }
      if (clean(key) !== key) found.problems.push(words.t('file.hidden-in-key', { where: at || '{…}' }));
      const field = fields[key];
      if (typeof field === 'string') {
        const cleaned = clean(field);
        if (cleaned !== field) fields[key] = cleaned;
      } else if (typeof field === 'object' && field !== null) waiting.push({ at: path, node: field });
    }
  }
  return found;
}
