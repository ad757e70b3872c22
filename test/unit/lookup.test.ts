import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { installBundled } from '../../corpus/install.ts';
import { databaseCorpus } from '../../corpus/lookup.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import { openCorpus } from '../../corpus/open.ts';
import type { Corpus } from '../../corpus/source.ts';
import { samplePack } from '../tools/sample-pack.ts';

const withLock = <T>(work: () => Promise<T>): Promise<T> => work();
const pack = samplePack();
const index = [{ id: 'ferries', version: '1.0.0', file: 'packs/ferries.json', hash: 'aaaa', documents: 3, claims: 6 }];
const files = { index: async () => index, load: async () => pack };

let database: CorpusDatabase;
const corpora: Record<string, Corpus> = { memory: memoryCorpus([pack]) };
beforeAll(async () => {
  database = openDatabase(`lookup-${Math.random()}`);
  await installBundled(database, { bundled: index, load: files.load, withLock });
  corpora.database = databaseCorpus(database, () => ({ state: 'ready' }));
});
afterAll(() => database.delete());

describe.each(['memory', 'database'])('a corpus in the %s', (kind) => {
  const corpus = () => corpora[kind] as Corpus;
  const ids = async (rows: Promise<{ claim: { id: string } }[]>) => (await rows).map((row) => row.claim.id);

  it('gives rules in the order of the pack', async () => {
    const rules = await corpus().rules();
    expect(rules.entities.map((entity) => entity.id)).toEqual(['northland', 'southland', 'island-line']);
    expect(rules.measures.map((measure) => measure.id)).toEqual(['ferries-in-service', 'ferries-ordered', 'stance']);
    expect(rules.manifests[0]?.id).toBe('ferries');
    expect(await corpus().rules()).toBe(rules);
  });

  it.each([
    ['a measure', [{ measure: 'ferries-in-service' }], ['b-1', 'a-1', 'c-1']],
    [
      'two measures, in the order of documents',
      [{ measure: 'ferries-ordered' }, { measure: 'ferries-in-service' }],
      ['b-1', 'b-2', 'a-1', 'c-1'],
    ],
    ['a measure in a scope', [{ measure: 'ferries-in-service', scope: { country: 'northland' } }], ['b-1']],
    ['a measure of stances, which have no number', [{ measure: 'stance' }], ['b-3', 'c-2']],
    [
      'measures with and without numbers',
      [{ measure: 'stance' }, { measure: 'ferries-in-service' }],
      ['b-1', 'b-3', 'a-1', 'c-1', 'c-2'],
    ],
    ['a measure that nobody speaks of', [{ measure: 'trams' }], []],
    ['nothing', [], []],
  ])('finds the claims of %s', async (_, wanted, expected) => {
    expect(await ids(corpus().claimsFor(wanted))).toEqual(expected);
  });

  it('gives each claim with its document and pack', async () => {
    const [row] = await corpus().claimsFor([{ measure: 'ferries-ordered' }]);
    expect(row).toMatchObject({
      pack: 'ferries',
      document: { id: 'doc-b', outlet: 'The Harbour Post', pack: 'ferries' },
    });
    expect(row?.document).not.toHaveProperty('claims');
  });

  it('finds stances by country', async () => {
    expect(await ids(corpus().stancesOf(['northland', 'southland']))).toEqual(['b-3', 'c-2']);
    expect(await ids(corpus().stancesOf(['westland']))).toEqual([]);
    expect(await ids(corpus().stancesOf([]))).toEqual([]);
  });

  it('finds documents by id and by who is named', async () => {
    expect((await corpus().documents(['doc-c', 'doc-b', 'none'])).map((one) => one.id)).toEqual(['doc-b', 'doc-c']);
    expect((await corpus().documentsMentioning(['southland', 'island-line'])).map((one) => one.id)).toEqual([
      'doc-b',
      'doc-a',
    ]);
    expect(await corpus().documentsMentioning([])).toEqual([]);
  });

  it('counts who is named how often', async () => {
    const counts = await corpus().counts(['island-line', 'southland', 'nobody']);
    expect(counts.documents).toBe(3);
    expect(Object.fromEntries(counts.mentioning)).toEqual({ 'island-line': 2, southland: 1, nobody: 0 });
  });
});

describe('the corpus of a browser', () => {
  it('fills its database and answers', async () => {
    const states: string[] = [];
    const own = openDatabase(`open-${Math.random()}`);
    const opened = openCorpus({ files, database: own, withLock, changed: ({ state }) => states.push(state) });
    expect(opened.state().state).toBe('preparing');
    expect(await opened.corpus.claimsFor([{ measure: 'ferries-ordered' }])).toHaveLength(1);
    expect(states).toEqual(['preparing', 'ready']);
    await own.delete();
  });

  it('opens a closed connection again', async () => {
    const own = openDatabase(`closed-${Math.random()}`);
    const opened = openCorpus({ files, database: own, withLock });
    await opened.prepared();
    own.close();
    expect(await opened.corpus.claimsFor([{ measure: 'ferries-ordered' }])).toHaveLength(1);
    expect(opened.state().state).toBe('ready');
    await own.delete();
  });

  it('fills a database again that was deleted under it', async () => {
    const name = `evicted-${Math.random()}`;
    const own = openDatabase(name);
    const opened = openCorpus({ files, database: own, withLock });
    await opened.prepared();
    await Dexie.delete(name);
    expect((await opened.packs()).map(({ id }) => id)).toEqual(['ferries']);
    await Dexie.delete(name);
    expect(await opened.corpus.claimsFor([{ measure: 'ferries-ordered' }])).toHaveLength(1);
    expect(opened.state().state).toBe('ready');
    await own.delete();
  });

  it('makes a damaged database anew', async () => {
    const name = `damaged-${Math.random()}`;
    const own = openDatabase(name);
    const opened = openCorpus({ files, database: own, withLock });
    await opened.prepared();
    own.close();
    await loseStore(name, 'reports');
    expect(await opened.corpus.claimsFor([{ measure: 'ferries-ordered' }])).toHaveLength(1);
    expect(opened.state().state).toBe('ready');
    await own.delete();
  });

  it.each([
    ['as it was written', '[edition+document+id]'],
    ['that cannot be upgraded', '[edition+id]'],
  ])('goes on from a database of the first version %s', async (_, keyOfClaims) => {
    const name = `old-${Math.random()}`;
    const old = new Dexie(name);
    old.version(1).stores({
      packs: 'id',
      entities: '[edition+id], edition',
      measures: '[edition+id], edition',
      documents: '[edition+id], edition, *entities',
      claims: `${keyOfClaims}, [edition+measure], [edition+country], edition`,
    });
    await old.table('packs').put({ id: 'ferries', ready: 'ferries@old', importing: null, rows: 1, documents: 1 });
    old.close();
    const own = openDatabase(name);
    const opened = openCorpus({ files, database: own, withLock });
    expect(await opened.corpus.claimsFor([{ measure: 'ferries-ordered' }])).toHaveLength(1);
    expect(opened.state()).toEqual({ state: 'ready' });
    await own.delete();
  });

  it('serves from memory where the browser keeps no database, and says why', async () => {
    const own = openDatabase(`none-${Math.random()}`);
    own.on('ready', () => {
      throw Object.assign(new Error('A mutation operation was attempted'), { name: 'InvalidStateError' });
    });
    const opened = openCorpus({ files, database: own, withLock });
    expect(await opened.corpus.claimsFor([{ measure: 'ferries-ordered' }])).toHaveLength(1);
    expect(opened.state()).toMatchObject({ state: 'memory', reason: expect.stringContaining('mutation') });
  });

  it('is unavailable where even the bundled files cannot be read', async () => {
    const broken = { index: async () => Promise.reject(new Error('no such file')), load: files.load };
    const own = openDatabase(`broken-${Math.random()}`);
    const opened = openCorpus({ files: broken, database: own, withLock });
    expect(await opened.prepared()).toEqual({ state: 'unavailable', reason: 'Error: no such file' });
    await own.delete();
  });
});

/** What a half-failed deletion leaves: the database is there, one of its stores is not. */
async function loseStore(name: string, store: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 999);
    request.onupgradeneeded = () => request.result.deleteObjectStore(store);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
