/** The reader's own pages: kept, listed, searched, deleted. Nothing comes in here that the reader did not save. */
import type { SavedHead, SavedPage } from '../utils/extension/protocol.ts';
import { isClosed, isForbidden, mayBeDamage } from './database.ts';
import type { SavedDatabase, SavedRow } from './saved-database.ts';
import { hold, lookThrough, makeAnewIfDamaged, NO_MEMORY, pageOf, rowOf, type SavedMemory } from './saved-repair.ts';
import { findWords, searchWords } from './saved-search.ts';
import type { ClaimRow } from './source.ts';

/** As the `pack` of claims and documents that are the reader's own. Packs' ids cannot begin with a colon. */
export const SAVED_PACK = ':saved';

export type StoreFailure = 'no-database' | 'full' | 'failed';

/** The browser would not keep, or give, what was asked for. */
export class SavedStoreError extends Error {
  override name = 'SavedStoreError';
  constructor(
    readonly why: StoreFailure,
    reason: string,
  ) {
    super(reason);
  }
}

export interface SavedStore {
  /** Resolves to the copy that it replaces, if there was one. */
  save(page: SavedPage): Promise<SavedPage | null>;
  /** Newest first; with words, those that hold all of them. */
  list(words?: string): Promise<SavedHead[]>;
  count(): Promise<number>;
  head(id: string): Promise<SavedHead | null>;
  page(id: string): Promise<SavedPage | null>;
  /** Resolves to what was deleted, for undoing. */
  delete(id: string): Promise<SavedPage | null>;
  /** Claims of these measures, each with its document. */
  claims(measures: readonly string[]): Promise<ClaimRow[]>;
}

/**
 * Every method rejects with `SavedStoreError` where the browser does not do it. What `memory` holds lets it notice that pages are
 * gone, and keep what still reads of a damaged database (saved-repair.ts).
 */
export function savedStore(database: SavedDatabase, memory: SavedMemory = NO_MEMORY): SavedStore {
  const { pages, texts } = database;
  /** What changes or counts pages goes one after the other: the number that is remembered must fit what is there. */
  let last: Promise<unknown> = Promise.resolve();
  let repairing: Promise<boolean> | null = null;

  /** For several who meet the same damage. */
  function makeAnew(): Promise<boolean> {
    repairing ??= makeAnewIfDamaged(database, memory).finally(() => {
      repairing = null;
    });
    return repairing;
  }

  /** A connection that the browser closed is opened once more; a damaged database is made anew. */
  async function working<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work().catch(async (error: unknown) => {
        if (isClosed(error)) database.close({ disableAutoOpen: false });
        else if (!mayBeDamage(error) || !(await makeAnew())) throw error;
        else await lookThrough(database, memory);
        return work();
      });
    } catch (error) {
      throw failure(error);
    }
  }
  const whole = async (id: string): Promise<SavedPage | null> => {
    const [row, text] = await Promise.all([pages.get(id), texts.get(id)]);
    return row && text ? pageOf(row, text.blocks) : null;
  };
  const inBoth = <T>(mode: 'r' | 'rw', work: () => Promise<T>) => database.transaction(mode, [pages, texts], work);

  /** In turn, after a look at whether all is there; `work` is told how many there are. */
  function inTurn<T>(work: (there: number) => Promise<T>): Promise<T> {
    const mine = last.then(() => working(async () => work(await lookThrough(database, memory))));
    last = mine.catch(() => {});
    return mine;
  }

  return {
    save: (page) =>
      inTurn(async () => {
        const { before, there } = await inBoth('rw', async () => {
          const before = await whole(page.id);
          await pages.put(rowOf(page));
          await texts.put({ id: page.id, blocks: page.blocks });
          return { before, there: await pages.count() };
        });
        await hold(memory, there);
        return before;
      }),
    list: (words = '') =>
      inTurn(() =>
        inBoth('r', async () => {
          const wanted = searchWords(words);
          const rows = await pages.orderBy('savedAt').reverse().toArray();
          if (wanted.length === 0) return rows.map((row) => headOf(row));
          const heads: SavedHead[] = [];
          // One text at a time: a hundred long pages are tens of megabytes.
          for (const row of rows) {
            const found = findWords(wanted, row, (await texts.get(row.id))?.blocks ?? []);
            if (found) heads.push({ ...headOf(row), ...(found.passage && { found: found.passage }) });
          }
          return heads;
        }),
      ),
    count: () => inTurn(async (there) => there),
    head: (id) => working(async () => pages.get(id).then((row) => (row ? headOf(row) : null))),
    page: (id) => working(() => inBoth('r', () => whole(id))),
    delete: (id) =>
      inTurn(async (there) => {
        // Remembered first: a worker that ends in between must not find a page missing that the reader deleted.
        if (await pages.get(id)) await hold(memory, there - 1);
        return inBoth('rw', async () => {
          const before = await whole(id);
          await Promise.all([pages.delete(id), texts.delete(id)]);
          return before;
        });
      }),
    claims: (measures) =>
      working(async () => {
        const rows = await pages.where('measures').anyOf(measures).distinct().toArray();
        return rows.flatMap(({ document: { claims, ...head } }) =>
          claims
            .filter(({ measure }) => measures.includes(measure))
            .map((claim) => ({ pack: SAVED_PACK, claim, document: { ...head, pack: SAVED_PACK } })),
        );
      }),
  };
}

function headOf({ id, savedAt, document }: SavedRow): SavedHead {
  const { title, outlet, url, date, claims } = document;
  return { id, savedAt, title, outlet, url, date, claims: claims.length };
}

function failure(error: unknown): SavedStoreError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (/QuotaExceeded|quota/i.test(reason)) return new SavedStoreError('full', reason);
  return new SavedStoreError(isForbidden(error) ? 'no-database' : 'failed', reason);
}
