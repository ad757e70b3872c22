/** The reader's own pages in a database: kept, replaced, found, deleted, and what a browser that keeps nothing says. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SavedStore, SavedStoreError, savedStore } from '../../corpus/saved.ts';
import { openSavedDatabase, type SavedDatabase } from '../../corpus/saved-database.ts';
import { exportJson, exportMarkdown } from '../../corpus/saved-export.ts';
import { problemsOf } from '../../corpus/schema/saved.ts';
import type { SavedPage } from '../../utils/extension/protocol.ts';
import { PAGE } from '../fixtures/saved.ts';

const page = (id: string, savedAt: string, more: Partial<SavedPage['document']> = {}): SavedPage => ({
  ...PAGE,
  id,
  savedAt,
  document: { ...PAGE.document, id, title: `Title ${id}`, ...more },
});
const A = page('saved-a', '2026-11-20T10:00:00.000Z');
const B = page('saved-b', '2026-11-21T10:00:00.000Z', { outlet: 'Harbour Post', claims: [] });

let database: SavedDatabase;
let store: SavedStore;
beforeEach(() => {
  database = openSavedDatabase(`saved-${Math.random()}`);
  store = savedStore(database);
});
afterEach(() => database.delete());

const ids = async (words?: string) => (await store.list(words)).map(({ id }) => id);

describe('saved pages', () => {
  it('are kept whole, newest first', async () => {
    expect(await store.save(A)).toBeNull();
    expect(await store.save(B)).toBeNull();
    expect(await ids()).toEqual(['saved-b', 'saved-a']);
    expect(await store.page('saved-a')).toEqual(A);
    expect(await store.count()).toBe(2);
    expect(await store.head('saved-a')).toEqual({
      id: 'saved-a',
      savedAt: A.savedAt,
      title: 'Title saved-a',
      outlet: A.document.outlet,
      url: A.document.url,
      date: '2025-09-05',
      claims: 1,
    });
    expect(await store.page('saved-c')).toBeNull();
    expect(await store.head('saved-c')).toBeNull();
  });

  it('are replaced by a later copy, which can be taken back', async () => {
    await store.save(A);
    const later = { ...A, savedAt: '2026-11-22T10:00:00.000Z', blocks: [{ kind: 'paragraph' as const, text: 'New.' }] };
    const replaced = await store.save(later);
    expect(replaced).toEqual(A);
    expect(await store.count()).toBe(1);
    await store.save(replaced!);
    expect(await store.page('saved-a')).toEqual(A);
  });

  it('are deleted without a rest, and come back as they were', async () => {
    await store.save(A);
    const deleted = await store.delete('saved-a');
    expect(deleted).toEqual(A);
    expect(await Promise.all(database.tables.map((table) => table.count()))).toEqual([0, 0]);
    expect(await store.claims(['troop-pledging-countries'])).toEqual([]);
    expect(await store.delete('saved-a')).toBeNull();
    await store.save(deleted!);
    expect(await store.page('saved-a')).toEqual(A);
  });

  it('give the claims of the measures that are asked for', async () => {
    await store.save(A);
    await store.save(B);
    const rows = await store.claims(['troop-pledging-countries', 'other']);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ claim: { id: 'f0' }, document: { id: 'saved-a', outlet: A.document.outlet } });
    expect(await store.claims(['other'])).toEqual([]);
    expect(await store.claims([])).toEqual([]);
  });
});

describe('the search', () => {
  beforeEach(async () => {
    await store.save(A);
    await store.save({ ...B, blocks: [{ kind: 'paragraph', text: 'Am Élysée fuhren zwölf Fähren vorbei.' }] });
  });
  it.each([
    ['a word of the text', 'peacekeepers', ['saved-a']],
    ['without diacritics', 'elysee zwolf', ['saved-b']],
    ['with other diacritics and case', 'ÉLYSÉE', ['saved-b']],
    ['of the outlet', 'harbour', ['saved-b']],
    ['words of title and text', 'title countries', ['saved-a']],
    ['one word missing', 'zwolf countries', []],
    ['of all', 'title', ['saved-b', 'saved-a']],
    ['nothing', '  ', ['saved-b', 'saved-a']],
    ['signs alone', '?!', ['saved-b', 'saved-a']],
  ])('%s', async (_, query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });
  it('shows where the words stand, as the page prints them', async () => {
    const [found] = await store.list('zwolf');
    expect(found?.found).toEqual({ before: 'Am Élysée fuhren ', words: 'zwölf', after: ' Fähren vorbei.' });
    expect((await store.list('harbour'))[0]?.found).toBeUndefined();
  });
});

describe('a browser that does not do it', () => {
  const failing = (error: Error): SavedStore => {
    const broken = openSavedDatabase(`broken-${Math.random()}`);
    broken.use({
      stack: 'dbcore',
      create: (core) => ({
        ...core,
        table: (name) => ({
          ...core.table(name),
          mutate: () => Promise.reject(error),
          count: () => Promise.reject(error),
        }),
      }),
    });
    return savedStore(broken);
  };
  it.each([
    ['has no room', new DOMException('disk', 'QuotaExceededError'), 'full'],
    ['keeps nothing', new DOMException('no mutations', 'InvalidStateError'), 'no-database'],
    ['has none', Object.assign(new Error('no indexedDB'), { name: 'MissingAPIError' }), 'no-database'],
    ['fails in another way', new Error('odd'), 'failed'],
  ])('%s', async (_, error, why) => {
    const broken = failing(error);
    const caught = await broken.save(A).catch((one: unknown) => one);
    expect(caught).toBeInstanceOf(SavedStoreError);
    expect((caught as SavedStoreError).why).toBe(why);
    expect(await broken.page('saved-a')).toBeNull();
  });

  it('opens a connection again that was closed', async () => {
    await store.save(A);
    database.close({ disableAutoOpen: true });
    expect(await store.count()).toBe(1);
  });
});

describe('an export', () => {
  it('in JSON is all that is kept', () => {
    const file = JSON.parse(exportJson([A, B], new Date('2026-11-22T18:00:00Z')).join('')) as { pages: SavedPage[] };
    expect(file).toMatchObject({
      kind: 'second-source-saved-pages',
      format: 1,
      exportedAt: '2026-11-22T18:00:00.000Z',
    });
    expect(file.pages).toEqual([A, B]);
    expect(file.pages.flatMap(problemsOf)).toEqual([]);
    expect(JSON.parse(exportJson([], new Date(0)).join(''))).toMatchObject({ pages: [] });
  });

  it('in Markdown reads as text, whatever the text is', () => {
    const hostile = page('saved-c', A.savedAt, { title: '[x](javascript:1) <b>', url: 'https://a.example/(1)' });
    const [text] = exportMarkdown(
      [{ ...hostile, blocks: [{ kind: 'paragraph', text: '# no heading\n- <img> *no*' }] }],
      {},
    );
    expect(text).toContain('\\[x\\](javascript:1) \\<b\\>');
    expect(text).toContain('https://a.example/%281%29');
    expect(text).toContain('\\# no heading');
    expect(text).toContain('\\<img\\> \\*no\\*');
    const [named] = exportMarkdown([A], { 'troop-pledging-countries': 'Countries pledging troops' });
    expect(named).toContain(
      '- Countries pledging troops: [“about 35 countries”](https://example-courier.com/world/allies#:~:text=',
    );
  });
});
