import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../corpus/database.ts';
import { makeEdition } from '../../corpus/edition.ts';
import { installedPacks, storedPack } from '../../corpus/installed.ts';
import { databaseCorpus } from '../../corpus/lookup.ts';
import { samplePack } from '../tools/sample-pack.ts';

const names: string[] = [];
afterEach(async () => {
  for (const name of names.splice(0)) await Dexie.delete(name);
});

/** A database as version 2 left it: whole documents and the parts that say where claims are, no blocks. */
async function ofVersion2(lose = 0): Promise<string> {
  const name = `upgrade-${Math.random()}`;
  names.push(name);
  const old = new Dexie(name);
  old.version(2).stores({ packs: 'id', parts: '[edition+name]', reports: '[edition+at]', indexes: 'edition' });
  const edition = 'ferries@aaaa';
  const { manifest, vocabulary, ...pack } = samplePack();
  const made = makeEdition({ manifest, vocabulary, ...pack });
  const parts = made.parts.filter((part) => !/^(heads|claims|stances) /.test(part.name));
  await old.table('parts').bulkAdd(parts.map((part) => ({ edition, ...part })));
  await old.table('reports').bulkAdd(made.documents.slice(lose).map((document) => ({ edition, ...document })));
  const row = { id: 'ferries', ready: edition, importing: null, manifest, vocabulary, documents: 3, claims: 6 };
  await old.table('packs').add({ ...row, origin: 'imported', rows: parts.length + made.documents.length });
  const stopped = { edition: 'trams@bbbb', done: 2, of: 9 };
  await old.table('packs').add({ ...row, id: 'trams', origin: 'imported', ready: null, importing: stopped });
  old.close();
  return name;
}

it('a pack that an older version kept is there as it was, and answers', async () => {
  const database = openDatabase(await ofVersion2());
  expect(await installedPacks(database, { check: true })).toMatchObject([{ id: 'ferries', damaged: false }]);
  expect((await storedPack(database, 'ferries'))?.pack).toEqual(samplePack());
  const corpus = databaseCorpus(database, () => ({ state: 'ready' }));
  const rows = await corpus.claimsNear([{ measures: ['ferries-in-service'], scope: {}, day: '2025-05-01' }], []);
  expect(rows.length).toBeGreaterThan(0);
  expect(await corpus.stancesOf(['northland'])).toMatchObject([{ claim: { id: 'b-3' }, document: { id: 'doc-b' } }]);
  database.close();
});

it('an import that was stopped under an older version is gone: its file is not here to go on from', async () => {
  const database = openDatabase(await ofVersion2());
  expect(await database.packs.toCollection().primaryKeys()).toEqual(['ferries']);
  database.close();
});

it('a pack of which documents were lost is still told to be damaged', async () => {
  const database = openDatabase(await ofVersion2(1));
  expect(await installedPacks(database, { check: true })).toMatchObject([{ id: 'ferries', damaged: true }]);
  database.close();
});
