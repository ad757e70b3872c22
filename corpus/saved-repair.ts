/**
 * What the reader saved, where the disk was damaged: what still reads is kept, the rest is counted and told. Browsers throw a
 * damaged database away by themselves and give an empty one in its place, so how many pages there were stands elsewhere too.
 */
import type { SavedBlock, SavedLoss, SavedPage } from '../utils/extension/protocol.ts';
import { openSavedDatabase, type SavedDatabase, type SavedRow } from './saved-database.ts';

/** What is remembered beside the database. */
export interface SavedNote {
  /** How many pages there were when they were last changed; never more than there are. */
  held: number;
  /** Pages on their way past a database that is made anew. */
  rescued: readonly SavedPage[];
  /** What the reader must know and has not put aside yet. */
  loss: SavedLoss | null;
}

/** A place where damage to the database does not reach. */
export interface SavedMemory {
  read(): Promise<SavedNote>;
  write(change: Partial<SavedNote>): Promise<void>;
}

/** For who has nowhere to remember anything. */
export const NO_MEMORY: SavedMemory = {
  read: async () => ({ held: 0, rescued: [], loss: null }),
  write: async () => {},
};

/** A page that is kept is kept, also where nobody remembers how many there are. */
export const hold = (memory: SavedMemory, held: number): Promise<void> => memory.write({ held }).catch(() => {});

export const rowOf = ({ blocks: _, ...page }: SavedPage): SavedRow => ({
  ...page,
  measures: [...new Set(page.document.claims.map(({ measure }) => measure))],
});

export const pageOf = ({ measures: _, ...row }: SavedRow, blocks: SavedBlock[]): SavedPage => ({ ...row, blocks });

/**
 * Puts back what is on its way, compares what is there with what was, and remembers what is missing. Resolves to how many pages there
 * are. Call before they are changed.
 */
export async function lookThrough(database: SavedDatabase, memory: SavedMemory, now = new Date()): Promise<number> {
  const { pages, texts } = database;
  const { held, rescued, loss } = await memory.read();
  if (rescued.length > 0)
    await database.transaction('rw', [pages, texts], async () => {
      await pages.bulkPut(rescued.map(rowOf));
      await texts.bulkPut(rescued.map(({ id, blocks }) => ({ id, blocks })));
    });
  const there = await pages.count();
  const withoutText = rescued.filter(({ blocks }) => blocks.length === 0).length;
  const lost = Math.max(0, held - there) + withoutText;
  if (lost > 0 || rescued.length > 0) {
    const all = { at: now.toISOString(), lost: lost + (loss?.lost ?? 0), kept: there };
    await memory.write({ held: there, rescued: [], loss: all });
  } else if (there !== held) await hold(memory, there);
  return there;
}

/**
 * Makes a damaged database anew, with what could be read of the old one on its way into it. False where it is not damaged: every row
 * reads, or no other database works either (a full disk says the same as a damaged one, and deleting would lose what is whole).
 */
export async function makeAnewIfDamaged(database: SavedDatabase, memory: SavedMemory): Promise<boolean> {
  database.close({ disableAutoOpen: false });
  const { pages, broken } = await readable(database);
  if (!broken || !(await othersWork(database.name))) return false;
  await memory.write({ rescued: pages });
  await database.delete({ disableAutoOpen: false });
  return true;
}

/** Every page that reads, each asked for by itself. */
async function readable(database: SavedDatabase): Promise<{ pages: SavedPage[]; broken: boolean }> {
  const found: SavedPage[] = [];
  let broken = false;
  const read = <T>(work: () => PromiseLike<T>): Promise<T | undefined> =>
    Promise.resolve(work()).catch(() => {
      broken = true;
      return undefined;
    });
  for (const id of (await read(() => database.pages.toCollection().primaryKeys())) ?? []) {
    const row = await read(() => database.pages.get(id));
    const text = await read(() => database.texts.get(id));
    if (row) found.push(pageOf(row, text?.blocks ?? []));
  }
  return { pages: found, broken };
}

/** Whether a database beside this one can be made, written, read and deleted. */
async function othersWork(name: string): Promise<boolean> {
  const other = openSavedDatabase(`${name}-other`);
  try {
    await other.texts.put({ id: 'one', blocks: [] });
    return (await other.texts.count()) === 1;
  } catch {
    return false;
  } finally {
    await other.delete().catch(() => {});
  }
}
