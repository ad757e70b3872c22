/** Saved pages on a damaged disk: what reads is kept, what is lost is told, and nothing is deleted that could be whole. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SavedStore, savedStore } from '../../corpus/saved.ts';
import { openSavedDatabase, type SavedDatabase } from '../../corpus/saved-database.ts';
import type { SavedMemory, SavedNote } from '../../corpus/saved-repair.ts';
import type { SavedPage } from '../../utils/extension/protocol.ts';
import { lossIn } from '../../utils/extension/saved-loss.ts';
import { PAGE } from '../fixtures/saved.ts';

const page = (id: string): SavedPage => ({
  ...PAGE,
  id,
  savedAt: `2026-11-2${id.at(-1)}T10:00:00.000Z`,
  document: { ...PAGE.document, id, title: `Title ${id}` },
});
const THREE = [page('saved-1'), page('saved-2'), page('saved-3')];

/** A memory as the browser's storage is one. `writes` are its changes, in order. */
function memoryOf(note: SavedNote = { held: 0, rescued: [], loss: null }): SavedMemory & {
  note: SavedNote;
  writes: Partial<SavedNote>[];
} {
  const memory = {
    note,
    writes: [] as Partial<SavedNote>[],
    read: async () => structuredClone(memory.note),
    write: async (change: Partial<SavedNote>) => {
      memory.writes.push(structuredClone(change));
      memory.note = { ...memory.note, ...structuredClone(change) };
    },
  };
  return memory;
}

/** Reads of these fail as on a damaged disk, until the database is deleted. */
interface Damage {
  error?: Error;
  /** Rows, as "pages/saved-2". */
  rows?: string[];
  keys?: boolean;
  writes?: boolean;
}
const UNKNOWN = () => new DOMException('Internal error.', 'UnknownError');

function damaged(name: string, { error = UNKNOWN(), rows = [], keys = false, writes = false }: Damage): SavedDatabase {
  const database = open(name);
  let isBad = true;
  const deleteIt = database.delete.bind(database);
  database.delete = (options) => {
    isBad = false;
    return deleteIt(options);
  };
  const bad = <T>(is: boolean, work: () => Promise<T>): Promise<T> => (isBad && is ? Promise.reject(error) : work());
  database.use({
    stack: 'dbcore',
    create: (core) => ({
      ...core,
      table: (table) => {
        const inner = core.table(table);
        const any = rows.some((row) => row.startsWith(`${table}/`));
        return {
          ...inner,
          get: (request) => bad(keys || rows.includes(`${table}/${request.key}`), () => inner.get(request)),
          getMany: (request) => bad(keys || any, () => inner.getMany(request)),
          query: (request) => bad(keys || (any && !!request.values), () => inner.query(request)),
          openCursor: (request) => bad(keys || (any && !!request.values), () => inner.openCursor(request)),
          count: (request) => bad(keys, () => inner.count(request)),
          mutate: (request) => bad(writes, () => inner.mutate(request)),
        };
      },
    }),
  });
  return database;
}

/** Closed after each test, so that what it made can be deleted. */
const open = (of = name): SavedDatabase => {
  const database = openSavedDatabase(of);
  all.push(database);
  return database;
};

let name: string;
let all: SavedDatabase[] = [];
let memory: ReturnType<typeof memoryOf>;
beforeEach(async () => {
  name = `saved-${Math.random()}`;
  memory = memoryOf();
  const database = openSavedDatabase(name);
  const store = savedStore(database, memory);
  for (const one of THREE) await store.save(one);
  database.close();
  memory.writes.length = 0;
});
afterEach(() => {
  for (const database of all) database.close();
  all = [];
  return Dexie.delete(name);
});

const idsOf = async (store: SavedStore) => (await store.list()).map(({ id }) => id).sort();
/** All that is in the database, by whoever looks. */
async function raw(): Promise<{ pages: string[]; texts: string[] }> {
  const database = openSavedDatabase(name);
  const [pages, texts] = await Promise.all([
    database.pages.toCollection().primaryKeys(),
    database.texts.toCollection().primaryKeys(),
  ]);
  database.close();
  return { pages, texts };
}

describe('how many pages are saved', () => {
  it('is remembered, and no more', () => expect(memory.note).toEqual({ held: 3, rescued: [], loss: null }));

  it('goes with what is saved and deleted, whoever asks at once', async () => {
    const store = savedStore(open(), memory);
    await Promise.all([
      store.delete('saved-1'),
      store.save(page('saved-4')),
      store.list(),
      store.delete('saved-2'),
      store.delete('saved-2'),
      store.save(page('saved-4')),
    ]);
    expect(memory.note).toEqual({ held: 2, rescued: [], loss: null });
    await store.delete('saved-3');
    await store.delete('saved-4');
    expect(memory.note).toEqual({ held: 0, rescued: [], loss: null });
  });

  it.each([
    ['a page was saved, and the worker ended', 2],
    ['nothing was remembered yet', 0],
  ])('is learnt where %s', async (_, held) => {
    memory.note = { ...memory.note, held };
    expect(await savedStore(open(), memory).count()).toBe(3);
    expect(memory.note).toEqual({ held: 3, rescued: [], loss: null });
  });

  it('is lowered before a page goes: a worker that ends in between finds none missing', async () => {
    const broken = savedStore(damaged(name, { error: new Error('ended'), writes: true }), memory);
    await expect(broken.delete('saved-1')).rejects.toThrow('ended');
    expect(memory.note.held).toBe(2);
    expect(await savedStore(open(), memory).count()).toBe(3);
    expect(memory.note).toEqual({ held: 3, rescued: [], loss: null });
  });

  it('does not hold up saving where it cannot be written', async () => {
    memory.write = () => Promise.reject(new Error('no storage'));
    const store = savedStore(open(), memory);
    expect(await store.save(page('saved-4'))).toBeNull();
    expect(await store.count()).toBe(4);
  });
});

describe('a database that the browser threw away', () => {
  it('is told, with how many pages there were, once', async () => {
    await Dexie.delete(name);
    const store = savedStore(open(), memory);
    expect(await store.list()).toEqual([]);
    expect(memory.note).toEqual({ held: 0, rescued: [], loss: { at: expect.any(String), lost: 3, kept: 0 } });
    expect(lossIn(memory.note.loss)).toEqual(memory.note.loss);
    memory.note = { ...memory.note, loss: null };
    await store.save(page('saved-4'));
    expect(await store.count()).toBe(1);
    expect(memory.note).toEqual({ held: 1, rescued: [], loss: null });
  });

  it('is told also where the next thing is to save a page', async () => {
    await Dexie.delete(name);
    await savedStore(open(), memory).save(page('saved-4'));
    expect(memory.note.loss).toMatchObject({ lost: 3, kept: 0 });
    expect(memory.note.held).toBe(1);
  });

  it('twice is one message with both', async () => {
    await Dexie.delete(name);
    const database = open();
    await savedStore(database, memory).save(page('saved-4'));
    database.close();
    await Dexie.delete(name);
    expect(await savedStore(open(), memory).count()).toBe(0);
    expect(memory.note.loss).toMatchObject({ lost: 4, kept: 0 });
  });

  it('tells nothing where nothing was saved', async () => {
    await Dexie.delete(name);
    memory.note = { ...memory.note, held: 0 };
    expect(await savedStore(open(), memory).count()).toBe(0);
    expect(memory.note).toEqual({ held: 0, rescued: [], loss: null });
    expect(memory.writes).toEqual([]);
  });
});

describe('a damaged database', () => {
  it.each<[string, Damage, string[], Partial<SavedNote['loss']>]>([
    ['one page', { rows: ['pages/saved-2'] }, ['saved-1', 'saved-3'], { lost: 1, kept: 2 }],
    [
      'two pages, said in Chromium’s words',
      { rows: ['pages/saved-2', 'pages/saved-3'], error: new DOMException('Data lost', 'NotReadableError') },
      ['saved-1'],
      { lost: 2, kept: 1 },
    ],
    ['every page', { rows: THREE.map(({ id }) => `pages/${id}`) }, [], { lost: 3, kept: 0 }],
    ['all of it', { keys: true }, [], { lost: 3, kept: 0 }],
  ])('keeps what reads: %s does not', async (_, damage, kept, loss) => {
    const store = savedStore(damaged(name, damage), memory);
    expect(await idsOf(store)).toEqual(kept);
    expect(await raw()).toEqual({ pages: kept, texts: kept });
    for (const id of kept) expect(await store.page(id)).toEqual(THREE.find((one) => one.id === id));
    expect(memory.note).toMatchObject({ held: kept.length, rescued: [], loss });
    // Works again, and the message stays until it is put aside.
    await store.save(page('saved-4'));
    expect(memory.note).toMatchObject({ held: kept.length + 1, rescued: [], loss });
  });

  it('keeps a page whose text is gone, and counts it', async () => {
    const store = savedStore(damaged(name, { rows: ['texts/saved-2'] }), memory);
    expect((await store.page('saved-2'))?.document).toEqual(THREE[1]!.document);
    expect((await store.page('saved-2'))?.blocks).toEqual([]);
    expect(await idsOf(store)).toEqual(['saved-1', 'saved-2', 'saved-3']);
    expect(memory.note).toMatchObject({ held: 3, rescued: [], loss: { lost: 1, kept: 3 } });
  });

  it('is noticed by who compares a page too, and by several at once', async () => {
    const store = savedStore(damaged(name, { rows: ['pages/saved-2'] }), memory);
    const [claims, heads, one] = await Promise.all([
      store.claims(['troop-pledging-countries']),
      store.list(),
      store.page('saved-1'),
    ]);
    expect(claims).toHaveLength(2);
    expect(heads).toHaveLength(2);
    expect(one).toEqual(THREE[0]);
    expect(memory.note).toMatchObject({ held: 2, rescued: [], loss: { lost: 1, kept: 2 } });
  });

  it('is given up only when what reads lies elsewhere, and a worker that ends then goes on from there', async () => {
    const database = damaged(name, { rows: ['pages/saved-2'] });
    database.delete = () => Dexie.Promise.reject(new Error('the worker ended'));
    await expect(savedStore(database, memory).list()).rejects.toThrow('the worker ended');
    expect(memory.note.rescued.map(({ id }) => id)).toEqual(['saved-1', 'saved-3']);
    expect(memory.note.loss).toBeNull();
    await Dexie.delete(name);
    expect(await idsOf(savedStore(open(), memory))).toEqual(['saved-1', 'saved-3']);
    expect(memory.note).toMatchObject({ held: 2, rescued: [], loss: { lost: 1, kept: 2 } });
  });
});

describe('nothing is deleted', () => {
  const untouched = async () => {
    expect(await raw()).toEqual({ pages: THREE.map(({ id }) => id), texts: THREE.map(({ id }) => id) });
    expect(memory.note).toEqual({ held: 3, rescued: [], loss: null });
  };

  it('where every row reads, as when the disk is full', async () => {
    const store = savedStore(damaged(name, { writes: true }), memory);
    await expect(store.save(page('saved-4'))).rejects.toThrow('Internal error.');
    await untouched();
  });

  it('where no other database works either', async () => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (asked: string, version?: number) => {
      if (asked !== name) throw UNKNOWN();
      return open(asked, version);
    };
    try {
      await expect(savedStore(damaged(name, { keys: true }), memory).list()).rejects.toThrow('Internal error.');
    } finally {
      indexedDB.open = open;
    }
    await untouched();
  });

  it('where what reads can be kept nowhere meanwhile', async () => {
    memory.write = () => Promise.reject(new Error('no storage'));
    await expect(savedStore(damaged(name, { rows: ['pages/saved-2'] }), memory).list()).rejects.toThrow();
    await untouched();
  });

  it.each([
    ['a database of a later version', new DOMException('newer', 'VersionError')],
    ['a mistake of ours', new TypeError('undefined is no function')],
    ['a full quota', new DOMException('disk', 'QuotaExceededError')],
  ])('for %s', async (_, error) => {
    await expect(savedStore(damaged(name, { error, keys: true }), memory).list()).rejects.toThrow();
    await untouched();
  });
});

describe('what is stored of a loss', () => {
  const good = { at: '2026-11-22T18:00:00.000Z', lost: 3, kept: 2 };
  it.each<[string, unknown, boolean]>([
    ['as we wrote it', good, true],
    ['nothing', null, false],
    ['a text', 'lost', false],
    ['no date', { ...good, at: 'yesterday' }, false],
    ['no number', { ...good, lost: '3' }, false],
    ['less than none', { ...good, kept: -1 }, false],
    ['half a page', { ...good, lost: 0.5 }, false],
  ])('%s', (_, value, isGood) => expect(lossIn(value)).toEqual(isGood ? good : null));
});
