/** Blocks of JSON texts, read together and kept for a while; a text is parsed when it is first asked for, and once. */
import type { TextBlock } from './edition.ts';

/** The value of the text at a place of the block. */
export type OpenBlock<T> = (at: number) => T;

function openBlock<T>(texts: TextBlock): OpenBlock<T> {
  const values: T[] = [];
  return (at) => {
    values[at] ??= JSON.parse(texts[at]!) as T;
    return values[at];
  };
}

/**
 * Blocks by their names; those that are not kept are read with one call of `read`. The longest unused go first once there are
 * more than `most`; what one call asks for is given whole, however much that is.
 */
export function textBlocks<T>(
  read: (names: readonly string[]) => Promise<TextBlock[]>,
  most: number,
): (names: Iterable<string>) => Promise<ReadonlyMap<string, OpenBlock<T>>> {
  const kept = new Map<string, OpenBlock<T>>();
  return async (names) => {
    const wanted = new Map<string, OpenBlock<T> | undefined>();
    for (const name of names) wanted.set(name, kept.get(name));
    const missing = [...wanted.keys()].filter((name) => wanted.get(name) === undefined);
    const texts = missing.length > 0 ? await read(missing) : [];
    missing.forEach((name, i) => {
      wanted.set(name, openBlock(texts[i]!));
    });
    const found = wanted as Map<string, OpenBlock<T>>;
    // To the end: the last to go.
    for (const [name, block] of found) {
      kept.delete(name);
      kept.set(name, block);
    }
    dropOldest(kept, most);
    return found;
  };
}

/** Leaves the `most` entries that were put in last. */
export function dropOldest<K>(kept: Map<K, unknown>, most: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(key);
  }
}
