import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { type BundledPack, installBundled } from '../../corpus/install.ts';
import { databaseCorpus } from '../../corpus/lookup.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { makeWords } from '../../utils/words/index.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';

const withLock = <T>(work: () => Promise<T>): Promise<T> => work();
const bundled = (pack: Pack, hash: string): BundledPack => ({
  id: pack.manifest.id,
  version: pack.manifest.version,
  file: `packs/${pack.manifest.id}.json`,
  hash,
  documents: pack.documents.length,
  claims: 0,
});

describe('installing bundled packs', () => {
  let database: CorpusDatabase;
  beforeEach(() => {
    database = openDatabase(`test-${Math.random()}`);
  });
  afterEach(() => database.delete());

  const corpus = () => databaseCorpus(database, () => ({ state: 'ready' }));
  const install = (pack: Pack, hash: string, more: Partial<Parameters<typeof installBundled>[1]> = {}) =>
    installBundled(database, { bundled: [bundled(pack, hash)], load: async () => pack, withLock, ...more });
  const everything = async () => ({
    packs: await database.packs.toArray(),
    parts: await database.parts.toArray(),
    reports: await database.reports.toArray(),
  });

  it('writes a pack once', async () => {
    let loads = 0;
    const load = async () => {
      loads += 1;
      return samplePack();
    };
    expect(await install(samplePack(), 'aaaa', { load })).toBe(true);
    expect(await install(samplePack(), 'aaaa', { load })).toBe(false);
    expect(loads).toBe(1);
    expect(await database.reports.count()).toBe(3);
    expect(await database.packs.get('ferries')).toMatchObject({
      ready: 'ferries@aaaa',
      importing: null,
      documents: 3,
      claims: 6,
      rows: 16,
    });
  });

  it('goes on where it was stopped, wherever that was, and ends in the same state', async () => {
    await install(samplePack(), 'aaaa', { chunkRows: 2 });
    const clean = await everything();
    const rows = 16;
    for (let stopAt = 2; stopAt < rows; stopAt += 2) {
      await database.delete();
      await database.open();
      const stop = (done: number) => {
        if (done >= stopAt) throw new Error('killed');
      };
      await expect(install(samplePack(), 'aaaa', { chunkRows: 2, progress: stop })).rejects.toThrow('killed');
      expect(await corpus().rules()).toMatchObject({ manifests: [] });
      const seen: number[] = [];
      await install(samplePack(), 'aaaa', { chunkRows: 2, progress: (done) => seen.push(done) });
      expect(seen[0]).toBe(Math.min(stopAt + 2, rows));
      expect(await everything()).toEqual(clean);
    }
  });

  it('keeps the old edition readable until the new one is through, then drops it', async () => {
    await install(samplePack(), 'aaaa');
    const next = samplePack({
      version: '1.1.0',
      documents: [sampleDocument('doc-z', [figureClaim('z-1', 'ferries-in-service', 99)])],
    });
    const stop = () => {
      throw new Error('killed');
    };
    await expect(install(next, 'bbbb', { chunkRows: 3, progress: stop })).rejects.toThrow('killed');
    const reader = corpus();
    expect((await reader.rules()).manifests[0]?.version).toBe('1.0.0');
    expect((await reader.claimsFor([{ measure: 'ferries-in-service' }])).map((row) => row.claim.id)).toEqual([
      'b-1',
      'a-1',
      'c-1',
    ]);
    await install(next, 'bbbb', { chunkRows: 3 });
    expect((await reader.rules()).manifests[0]?.version).toBe('1.1.0');
    expect((await reader.claimsFor([{ measure: 'ferries-in-service' }])).map((row) => row.claim.id)).toEqual(['z-1']);
    expect(new Set((await database.reports.toArray()).map((row) => row.edition))).toEqual(new Set(['ferries@bbbb']));
  });

  it('answers a page whose pack is replaced while it is read from the new one, and fails where the rows are lost', async () => {
    await install(samplePack(), 'aaaa');
    const page = {
      url: 'https://news.example/ferries',
      dates: [{ source: 'json-ld' as const, value: '2025-05-02' }],
      language: 'en',
      title: 'Ferries',
      blocks: [{ id: 0, text: 'Island Line has 20 ferries in service.', kind: 'paragraph' as const, section: 0 }],
    };
    const next = sampleDocument('doc-z', [figureClaim('z-1', 'ferries-in-service', 20)], ['island-line']);
    let meanwhile = () => install(samplePack({ documents: [next] }), 'bbbb');
    const reader = corpus();
    const disturbed = {
      ...reader,
      packs: async () => {
        const packs = await reader.packs();
        await meanwhile();
        meanwhile = async () => false;
        return packs;
      },
    };
    const report = await analysePage(page, disturbed, { words: makeWords() });
    expect(report.items[0]?.against.map(({ claim }) => claim)).toEqual(['z-1']);

    await database.parts.clear();
    await expect(analysePage(page, corpus(), { words: makeWords() })).rejects.toThrow('lost');
  });

  it('starts anew when the half-written edition is not the wanted one any more', async () => {
    const stop = () => {
      throw new Error('killed');
    };
    await expect(install(samplePack(), 'aaaa', { chunkRows: 5, progress: stop })).rejects.toThrow('killed');
    await install(samplePack(), 'cccc', { chunkRows: 5 });
    expect(new Set((await database.parts.toArray()).map((row) => row.edition))).toEqual(new Set(['ferries@cccc']));
    expect(await database.reports.count()).toBe(3);
  });

  it('says how far it is, up to all', async () => {
    const seen: [number, number][] = [];
    await install(samplePack(), 'aaaa', { chunkRows: 4, progress: (done, of) => seen.push([done, of]) });
    expect(seen).toEqual([
      [4, 16],
      [8, 16],
      [12, 16],
      [16, 16],
    ]);
  });

  it('holds several packs', async () => {
    const ferries = samplePack();
    const trams = samplePack({ id: 'trams' });
    const packs = new Map([ferries, trams].map((pack) => [pack.manifest.id, pack]));
    await installBundled(database, {
      bundled: [bundled(ferries, 'aaaa'), bundled(trams, 'bbbb')],
      load: async (one) => packs.get(one.id) as Pack,
      withLock,
    });
    expect((await corpus().counts(['island-line'])).mentioning.get('island-line')).toBe(4);
    expect((await corpus().rules()).entities).toHaveLength(3);
  });
});
