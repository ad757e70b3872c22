/** Tables of phrases, found from their first word on or, for what stands before a number, from their last word back. */
import { at, glued, type Token } from './tokens.ts';

interface Entry<T> {
  /** Words and marks; "." is a token of its own ("approx ."). */
  parts: string[];
  value: T;
}

export interface PhraseTable<T> {
  byFirst: ReadonlyMap<string, Entry<T>[]>;
  byLast: ReadonlyMap<string, Entry<T>[]>;
}

const longestFirst = <T>(map: Map<string, Entry<T>[]>): Map<string, Entry<T>[]> => {
  for (const list of map.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  return map;
};

/** Compiles phrases. Words are parted by spaces; a full stop and a slash are parts ("sq. m" is "sq", ".", "m"). */
export function phraseTable<T>(entries: Iterable<readonly [string, T]>): PhraseTable<T> {
  const byFirst = new Map<string, Entry<T>[]>();
  const byLast = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of entries) {
    const parts = phrase
      .replaceAll(/[./]/g, ' $& ')
      .split(' ')
      .filter((part) => part !== '');
    const entry = { parts, value };
    const first = parts[0]!;
    const last = parts.at(-1)!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
    byLast.set(last, [...(byLast.get(last) ?? []), entry]);
  }
  return { byFirst: longestFirst(byFirst), byLast: longestFirst(byLast) };
}

const joins = (tokens: readonly Token[], i: number): boolean =>
  at(tokens, i).text === '-' && glued(tokens, i) && glued(tokens, i + 1);

/** The longest phrase that begins at token `i`, with the index after it; hyphens count as spaces. */
export function phraseFrom<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  i: number,
): { value: T; next: number } | null {
  const entries = table.byFirst.get(at(tokens, i).text);
  if (!entries) return null;
  for (const { parts, value } of entries) {
    let k = i;
    let p = 0;
    while (p < parts.length) {
      if (p > 0 && joins(tokens, k)) k++;
      if (at(tokens, k).text !== parts[p]) break;
      p++;
      k++;
    }
    if (p === parts.length) return { value, next: k };
  }
  return null;
}

/** The longest phrase that ends with token `i` and begins no earlier than `floor`, with the index of its first token. */
export function phraseUpTo<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  i: number,
  floor: number,
): { value: T; first: number } | null {
  const entries = i < floor ? undefined : table.byLast.get(at(tokens, i).text);
  if (!entries) return null;
  for (const { parts, value } of entries) {
    let k = i;
    let p = parts.length - 1;
    while (p >= 0) {
      if (p < parts.length - 1 && joins(tokens, k)) k--;
      if (k < floor || at(tokens, k).text !== parts[p]) break;
      p--;
      k--;
    }
    if (p < 0) return { value, first: k + 1 };
  }
  return null;
}
