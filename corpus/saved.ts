/** The reader's own pages: kept, listed, searched, deleted. Nothing comes in here that the reader did not save. */
import type { SavedHead, SavedPage } from '../utils/extension/protocol.ts';
import { isClosed, isForbidden } from './database.ts';
import type { SavedDatabase, SavedRow } from './saved-database.ts';
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

/** Every method rejects with `SavedStoreError` where the browser does not do it. */
export function savedStore(database: SavedDatabase): SavedStore {
  const { pages, texts } = database;

  /** A connection that the browser closed is opened once more. */
  async function working<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work().catch((error: unknown) => {
        if (!isClosed(error)) throw error;
        database.close({ disableAutoOpen: false });
        return work();
      });
    } catch (error) {
      throw failure(error);
    }
  }
  const whole = async (id: string): Promise<SavedPage | null> => {
    const [row, text] = await Promise.all([pages.get(id), texts.get(id)]);
    return row && text ? pageOfRow(row, text.blocks) : null;
  };
  const inBoth = <T>(mode: 'r' | 'rw', work: () => Promise<T>) =>
    working(() => database.transaction(mode, [pages, texts], work));

  return {
    save: (page) =>
      inBoth('rw', async () => {
        const before = await whole(page.id);
        const { blocks, ...row } = page;
        await pages.put({ ...row, measures: [...new Set(page.document.claims.map(({ measure }) => measure))] });
        await texts.put({ id: page.id, blocks });
        return before;
      }),
    list: (words = '') =>
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
    count: () => working(() => pages.count()),
    head: (id) => working(async () => pages.get(id).then((row) => (row ? headOf(row) : null))),
    page: (id) => inBoth('r', () => whole(id)),
    delete: (id) =>
      inBoth('rw', async () => {
        const before = await whole(id);
        await Promise.all([pages.delete(id), texts.delete(id)]);
        return before;
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

function pageOfRow({ measures: _, ...row }: SavedRow, blocks: SavedPage['blocks']): SavedPage {
  return { ...row, blocks };
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
