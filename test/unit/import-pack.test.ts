import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../corpus/canonical.ts';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { checkPackValue, importPack, judgePack, type ReadPack, readPackFile } from '../../corpus/import-pack.ts';
import { installBundled } from '../../corpus/install.ts';
import {
  dropImported,
  enablePack,
  installedPacks,
  removePack,
  storedPack,
  tidy,
  UNDO_MS,
  undoRemove,
} from '../../corpus/installed.ts';
import { databaseCorpus } from '../../corpus/lookup.ts';
import { openCorpus } from '../../corpus/open.ts';
import { diffPacks } from '../../corpus/pack-diff.ts';
import { Refused } from '../../corpus/pack-file.ts';
import type { Pack, PackSignature } from '../../corpus/schema/pack.ts';
import { fingerprint, type KeyFile, makeKeys, signPack } from '../../corpus/signature.ts';
import { makeWords } from '../../utils/words/index.ts';
import { fc } from '../tools/fuzz.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';

const words = makeWords();
const withLock = <T>(work: () => Promise<T>): Promise<T> => work();
const BUNDLED = ['islands'];
const bundledPack = samplePack({ id: 'islands' });

let database: CorpusDatabase;
beforeEach(async () => {
  database = openDatabase(`test-${Math.random()}`);
  await installBundled(database, {
    bundled: [{ id: 'islands', version: '1.0.0', file: 'x', hash: 'aaaa', documents: 3, claims: 6 }],
    load: async () => bundledPack,
    withLock,
  });
});
afterEach(() => database.delete());

const corpus = () => databaseCorpus(database, () => ({ state: 'ready' }));
const read = (pack: Pack, signature?: PackSignature): Promise<ReadPack> =>
  checkPackValue(structuredClone({ ...pack, ...(signature && { signature }) }), { words });
const signed = async (pack: Pack, keys: KeyFile) => read(pack, await signPack(pack, keys));
const install = async (one: ReadPack, more: Partial<Parameters<typeof importPack>[2]> = {}) =>
  importPack(database, one, { words, bundled: BUNDLED, withLock, ...more });
const judge = (one: ReadPack) => judgePack(database, one, { words, bundled: BUNDLED });

/** Every row of every table. */
async function everything() {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}

async function reasons(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).problems.join('\n');
}

const idsOf = async (measure: string) =>
  (await corpus().claimsFor([{ measure }])).map((row) => `${row.pack} ${row.claim.id}`);

describe('a pack of the reader’s', () => {
  it('is there after the import, beside the bundled one', async () => {
    const seen: [number, number][] = [];
    await install(await read(samplePack()), { chunkRows: 4, progress: (done, of) => seen.push([done, of]) });
    expect(seen).toEqual([
      [4, 16],
      [8, 16],
      [12, 16],
      [16, 16],
    ]);
    expect(await installedPacks(database, { check: true })).toMatchObject([
      { id: 'islands', origin: 'bundled', enabled: true },
      { id: 'ferries', origin: 'imported', enabled: true, key: null, documents: 3, claims: 6, damaged: false },
    ]);
    expect(await idsOf('ferries-ordered')).toEqual(['islands b-2', 'ferries b-2']);
  });

  it('comes from a packed file as from a plain one', async () => {
    const text = JSON.stringify(samplePack());
    const [plain, packed] = await Promise.all(
      [text, new Uint8Array(gzipSync(text))].map((content) => readPackFile(new Blob([content]), { words })),
    );
    expect(packed?.hash).toBe(plain?.hash);
  });

  it('can be switched off, on, taken out, and had back for a while', async () => {
    await install(await read(samplePack()));
    await enablePack(database, 'ferries', false);
    expect(await idsOf('ferries-ordered')).toEqual(['islands b-2']);
    expect(await installedPacks(database)).toHaveLength(2);
    await enablePack(database, 'ferries', true);
    expect(await removePack(database, 'ferries')).toBe(true);
    expect(await idsOf('ferries-ordered')).toEqual(['islands b-2']);
    expect(await installedPacks(database)).toHaveLength(1);
    await tidy(database);
    expect(await undoRemove(database, 'ferries')).toBe(true);
    expect(await idsOf('ferries-ordered')).toEqual(['islands b-2', 'ferries b-2']);
  });

  it('leaves nothing once its removal is final', async () => {
    const before = await everything();
    await install(await read(samplePack()));
    await removePack(database, 'ferries');
    await tidy(database, Date.now() + UNDO_MS);
    expect(await undoRemove(database, 'ferries')).toBe(false);
    expect(await everything()).toEqual(before);
  });

  it('can be imported again at once after it was taken out', async () => {
    const keys = await makeKeys();
    await install(await signed(samplePack(), keys));
    await removePack(database, 'ferries');
    await install(await read(samplePack({ version: '2.0.0' })));
    expect(await installedPacks(database)).toMatchObject([{}, { id: 'ferries', version: '2.0.0', key: null }]);
  });

  it('stays off when it is updated', async () => {
    await install(await read(samplePack()));
    await enablePack(database, 'ferries', false);
    await install(await read(samplePack({ version: '1.1.0' })));
    expect(await installedPacks(database)).toMatchObject([{}, { version: '1.1.0', enabled: false }]);
  });

  it('says that parts of it were lost', async () => {
    await install(await read(samplePack()));
    await database.reports.where(':id').between(['ferries'], ['ferriet']).delete();
    expect((await installedPacks(database, { check: true }))[1]?.damaged).toBe(true);
    await install(await read(samplePack()));
    expect((await installedPacks(database, { check: true }))[1]?.damaged).toBe(false);
  });

  it('is not removed where it came with the build', async () => {
    expect(await removePack(database, 'islands')).toBe(false);
    expect(await installedPacks(database)).toHaveLength(1);
  });

  it('comes out as it went in, and its file can be imported again', async () => {
    const pack = { ...samplePack(), vocabulary: { boat: ['boat*', 'ferr*'] } };
    pack.measures = pack.measures.map((measure) => ({
      ...measure,
      ...(measure.kind === 'figure' && { antiCues: ['@boat'] }),
    }));
    const keys = await makeKeys();
    await install(await signed(pack, keys));
    const stored = await storedPack(database, 'ferries');
    expect(stored?.pack).toEqual(pack);
    expect(stored?.signature?.key).toBe(keys.public);
    const again = await read(stored?.pack as Pack, stored?.signature ?? undefined);
    expect((await judge(again)).same).toBe(true);
    // The engine gets the phrases, not the names of their classes.
    const [, ferries] = await corpus().packs();
    expect((await ferries?.rules())?.measures[0]?.antiCues).toEqual(['boat*', 'ferr*']);
  });
});

describe('all or nothing', () => {
  const update = samplePack({
    version: '1.1.0',
    documents: [sampleDocument('doc-z', [figureClaim('z-1', 'ferries-in-service', 99)])],
  });

  it.each([
    ['a new pack', false],
    ['an update', true],
  ])('%s that is cancelled at any point leaves the database as it was', async (_, isUpdate) => {
    if (isUpdate) await install(await read(samplePack()));
    const before = await everything();
    const rows = 9;
    const next = isUpdate ? samplePack({ version: '1.1.0' }) : samplePack();
    for (let at = 1; at <= rows; at++) {
      const stop = new AbortController();
      const progress = (done: number) => {
        if (done >= at) stop.abort();
      };
      await expect(install(await read(next), { chunkRows: 1, progress, signal: stop.signal })).rejects.toMatchObject({
        name: 'AbortError',
      });
      expect(await everything()).toEqual(before);
    }
  });

  it.each([
    ['a new pack', false],
    ['an update', true],
  ])('%s whose page dies anywhere is gone at the next start, and readers keep what they had', async (_, isUpdate) => {
    if (isUpdate) await install(await read(samplePack()));
    const before = await everything();
    const seen = await idsOf('ferries-in-service');
    for (let at = 1; at < 5; at++) {
      // A page that dies tidies nothing up: the lock's work just ends.
      const dying = new Promise<never>((_, reject) => {
        const progress = (done: number) => {
          if (done >= at) {
            database.close();
            reject(new Error('died'));
          }
        };
        void read(update)
          .then((one) => install(one, { chunkRows: 1, progress }))
          .catch(reject);
      });
      await expect(dying).rejects.toThrow();
      await database.open();
      expect((await database.packs.get('ferries'))?.importing).not.toBeNull();
      expect((await everything()).parts).not.toEqual(before.parts);
      expect(await idsOf('ferries-in-service')).toEqual(seen);
      await tidy(database);
      expect(await everything()).toEqual(before);
    }
  });

  it('says that the disk is full, and changes nothing', async () => {
    const before = await everything();
    expect(await reasons(read(samplePack()).then((one) => install(one, { room: async () => 100 })))).toContain(
      'the browser leaves',
    );
    const full = () => {
      throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    };
    expect(await reasons(read(samplePack()).then((one) => install(one, { chunkRows: 4, progress: full })))).toContain(
      'disk is full',
    );
    expect(await everything()).toEqual(before);
  });

  it('takes away before it writes what was left where not even that could be deleted', async () => {
    const before = await everything();
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    const stuck = vi.spyOn(database.packs, 'bulkDelete').mockRejectedValue(full);
    const refused = read(samplePack({ id: 'large' })).then((one) =>
      install(one, {
        chunkRows: 4,
        progress: () => {
          throw full;
        },
      }),
    );
    expect(await reasons(refused)).toContain('disk is full');
    expect(await installedPacks(database)).toHaveLength(1);
    expect(await everything()).not.toEqual(before);
    stuck.mockRestore();
    const seen: unknown[] = [];
    const other = await read(samplePack());
    await install(other, { progress: async () => void seen.push(await database.packs.get('large')) });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((row) => row === undefined)).toBe(true);
    await removePack(database, 'ferries');
    await tidy(database, Date.now() + UNDO_MS);
    expect(await everything()).toEqual(before);
  });

  it('an update drops the rows of the edition before', async () => {
    await install(await read(samplePack()));
    await install(await read(update));
    expect(await idsOf('ferries-in-service')).toEqual(['islands b-1', 'islands a-1', 'islands c-1', 'ferries z-1']);
    expect(await database.reports.count()).toBe(4);
  });
});

describe('a database that has to be made anew', () => {
  const open = () =>
    openCorpus({
      files: {
        index: async () => [{ id: 'islands', version: '1.0.0', file: 'x', hash: 'aaaa', documents: 3, claims: 6 }],
        load: async () => bundledPack,
      },
      database,
      withLock,
    });

  it('keeps what the reader brought: packs, keys and switches', async () => {
    const keys = await makeKeys();
    await install(await signed(samplePack(), keys));
    await install(await read(samplePack({ id: 'trams' })));
    await enablePack(database, 'trams', false);
    const before = await installedPacks(database);
    const opened = open();
    await opened.prepared();
    expect(await opened.reinstall()).toEqual({ state: 'ready' });
    database = openDatabase(database.name);
    expect(await installedPacks(database, { check: true })).toEqual(before);
    expect(await idsOf('ferries-ordered')).toEqual(['islands b-2', 'ferries b-2']);
  });

  it('leaves out a pack of which parts were lost', async () => {
    await install(await read(samplePack()));
    await database.reports.where('edition').startsWith('ferries').delete();
    const opened = open();
    await opened.reinstall();
    database = openDatabase(database.name);
    expect((await installedPacks(database)).map((pack) => pack.id)).toEqual(['islands']);
  });

  it('has nothing of the reader’s after all was erased', async () => {
    await install(await read(samplePack()));
    await dropImported(database);
    await open().reinstall();
    database = openDatabase(database.name);
    expect((await installedPacks(database)).map((pack) => pack.id)).toEqual(['islands']);
  });

  it('answers for the other packs where one cannot be read by this version', async () => {
    await install(await read(samplePack()));
    await database.packs.where('id').equals('ferries').modify({ vocabulary: {} });
    const [, ferries] = await corpus().packs();
    expect((await ferries?.rules())?.manifests[0]?.id).toBe('ferries');
    const pack = { ...samplePack({ id: 'trams' }), vocabulary: { boat: ['boat*'] } };
    pack.measures = pack.measures.map((one) => ({ ...one, ...(one.kind === 'figure' && { antiCues: ['@boat'] }) }));
    await install(await read(pack));
    await database.packs.where('id').equals('trams').modify({ vocabulary: {} });
    expect((await corpus().rules()).manifests.map(({ id }) => id)).toEqual(['islands', 'ferries', 'trams']);
    expect((await (await corpus().packs())[2]?.rules())?.measures).toEqual([]);
  });
});

describe('who a pack is from', () => {
  it('refuses the id of a bundled pack, signed or not', async () => {
    const keys = await makeKeys();
    for (const one of [await read(bundledPack), await signed(bundledPack, keys)])
      expect(await reasons(judge(one))).toContain('“islands” belongs to a pack that comes with Second Source');
  });

  it('remembers the first key, takes updates by it, and refuses others', async () => {
    const [author, stranger] = await Promise.all([makeKeys(), makeKeys()]);
    const first = await signed(samplePack(), author);
    expect(await judge(first)).toEqual({ diff: null, same: false, pins: true });
    await install(first);
    const next = samplePack({ version: '1.1.0' });
    expect(await judge(await signed(next, author))).toMatchObject({ pins: false, diff: { version: 'newer' } });
    const before = await everything();
    for (const bad of [await signed(next, stranger), await read(next)]) await reasons(install(bad));
    expect(await reasons(judge(await signed(next, stranger)))).toContain('signed by another key than “Ferries”');
    expect(await reasons(judge(await read(next)))).toContain('this file is not signed');
    expect(await everything()).toEqual(before);
    await install(await signed(next, author));
    expect((await installedPacks(database))[1]).toMatchObject({ version: '1.1.0', key: author.public });
  });

  it('takes a signature for a pack that had none, and holds it from then on', async () => {
    const keys = await makeKeys();
    await install(await read(samplePack()));
    const same = await signed(samplePack(), keys);
    expect(await judge(same)).toMatchObject({ pins: true, same: false });
    await install(same);
    expect(await reasons(judge(await read(samplePack())))).toContain('not signed');
  });

  it('refuses a pack in which any one thing was changed after signing', async () => {
    const pack = samplePack();
    const signature = await signPack(pack, await makeKeys());
    const changes: ((pack: Pack) => void)[] = [
      (p) => (p.manifest.title = 'Ferrys'),
      (p) => (p.manifest.version = '1.0.1'),
      (p) => p.entities.reverse(),
      (p) => (p.vocabulary.x = ['y']),
      (p) => (p.measures[0]!.label = 'Boats'),
      (p) => (p.documents[0]!.claims[0]!.surface = '13 ferries'),
      (p) => p.documents.pop(),
    ];
    for (const change of changes) {
      const other = structuredClone(pack);
      change(other);
      expect(await reasons(read(other, signature))).toContain('was changed after it was signed');
    }
    const flipped = { ...signature, value: `${signature.value[0] === 'A' ? 'B' : 'A'}${signature.value.slice(1)}` };
    expect(await reasons(read(pack, flipped))).toContain('was changed after it was signed');
    expect(await reasons(read(pack, { ...signature, value: 'short' }))).toContain('64 bytes');
    expect((await read(pack, signature)).signature).toEqual(signature);
  });

  it('gives a key a fingerprint that two people can compare', async () => {
    const keys = await makeKeys();
    expect(await fingerprint(keys.public)).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){4}$/);
    expect(await fingerprint(keys.public)).toBe(await fingerprint(keys.public));
  });

  it('says what an older version would undo', async () => {
    await install(await read(samplePack({ version: '2.0.0' })));
    expect((await judge(await read(samplePack({ version: '1.9.9' })))).diff).toMatchObject({ version: 'older' });
  });
});

describe('what an update changes', () => {
  it('is told by name', () => {
    const before = samplePack();
    const after = samplePack({ version: '1.0.10' });
    after.documents.shift();
    after.documents.push(sampleDocument('doc-new', [figureClaim('n-1', 'ferries-ordered', 7)]));
    after.documents[0]!.title = 'Ferries, mended';
    after.documents[0]!.claims[0]!.surface = '15 ferries';
    after.measures.pop();
    after.entities[0]!.aliases.push({ text: 'the North' });
    expect(diffPacks(before, after)).toEqual({
      version: 'newer',
      from: '1.0.0',
      to: '1.0.10',
      documents: {
        added: ['The Harbour Post: Ferries, part doc-new'],
        removed: ['The Harbour Post: Ferries, part doc-b'],
        changed: ['The Harbour Post: Ferries, mended'],
      },
      claims: {
        added: ['“7 ferries” (The Harbour Post)'],
        removed: [
          '“12 ferries” (The Harbour Post)',
          '“4 ferries” (The Harbour Post)',
          '“will not sail” (The Harbour Post)',
        ],
        changed: ['“15 ferries” (The Harbour Post)'],
      },
      measures: { added: [], removed: ['Position'], changed: [] },
      entities: { added: [], removed: [], changed: ['Northland'] },
      other: false,
    });
  });

  it('compares versions by their numbers', () => {
    const versions = ['1.2.3', '1.2.10', '1.10.0', '2.0.0'];
    for (let at = 1; at < versions.length; at++) {
      const [a, b] = [samplePack({ version: versions[at - 1] }), samplePack({ version: versions[at] })];
      expect([diffPacks(a, b).version, diffPacks(b, a).version, diffPacks(a, a).version]).toEqual([
        'newer',
        'older',
        'same',
      ]);
    }
  });

  it('writes the same value the same way, whatever its order', () => {
    expect(canonicalJson({ b: [1, { z: 1e21, y: undefined, x: 'é' }], a: null })).toBe(
      '{"a":null,"b":[1,{"x":"é","z":1e+21}]}',
    );
  });
});

describe('packs that somebody broke', () => {
  /** Any value that JSON can hold, put anywhere into a good pack. */
  const mutation = fc.record({
    at: fc.nat(),
    value: fc.jsonValue({ maxDepth: 3 }),
    how: fc.constantFrom('set', 'drop', 'twice', 'rename'),
  });

  it('are refused with a message or are good packs, and never anything else; the database stays as it is', async () => {
    const before = await everything();
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const value = structuredClone(samplePack()) as unknown;
        for (const { at, value: put, how } of mutations) mutate(value, at, put, how);
        try {
          const good = await checkPackValue(JSON.parse(JSON.stringify(value)), { words });
          await judge(good).catch((error: unknown) => {
            if (!(error instanceof Refused)) throw error;
          });
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
          expect((error as Refused).problems.length).toBeGreaterThan(0);
          for (const line of (error as Refused).problems) expect(line).not.toMatch(/undefined is|\[object|^$/);
        }
      }),
      { numRuns: 300 },
    );
    expect(await everything()).toEqual(before);
  }, 60_000);

  it('are refused also where the bytes are broken', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(samplePack()));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        async (flips) => {
          const broken = bytes.slice();
          for (const [at, byte] of flips) broken[at] = byte;
          await readPackFile(new Blob([broken]), { words }).catch((error: unknown) => {
            expect(error).toBeInstanceOf(Refused);
          });
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** Changes the `at`th field that is found, counted through the whole value. */
function mutate(root: unknown, at: number, value: unknown, how: string): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  const [node, key] = places[at % places.length] ?? [{}, ''];
  if (how === 'set') node[key] = value;
  else if (how === 'twice' && Array.isArray(node)) node.push(node[Number(key)]);
  else if (how === 'rename') {
    node[`${key}x`] = node[key];
    delete node[key];
  } else if (Array.isArray(node)) node.splice(Number(key), 1);
  else delete node[key];
}
