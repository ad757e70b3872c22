import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BackupFile,
  makeBackup,
  type OwnData,
  type Parts,
  readBackup,
  restoreBackup,
} from '../../corpus/backup.ts';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { checkPackValue, importPack } from '../../corpus/import-pack.ts';
import { installBundled } from '../../corpus/install.ts';
import { enablePack, installedPacks } from '../../corpus/installed.ts';
import { Refused } from '../../corpus/pack-file.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { makeKeys, signPack } from '../../corpus/signature.ts';
import { judgeSetting } from '../../utils/extension/settings-backup.ts';
import { makeWords } from '../../utils/words/index.ts';
import { fc } from '../tools/fuzz.ts';
import { samplePack } from '../tools/sample-pack.ts';

const words = makeWords();
const withLock = <T>(work: () => Promise<T>): Promise<T> => work();
const bundled = ['islands'];
const options = { words, bundled, withLock };

/** A browser profile: a database with the bundled pack, settings, and notes of its reader's. */
interface Profile extends Parts {
  database: CorpusDatabase;
  kept: { settings: BackupFile['settings']; notes: string[] };
}

const profiles: Profile[] = [];
async function profile(): Promise<Profile> {
  const database = openDatabase(`test-${Math.random()}`);
  await installBundled(database, {
    bundled: [{ id: 'islands', version: '1.0.0', file: 'x', hash: 'aaaa', documents: 3, claims: 6 }],
    load: async () => samplePack({ id: 'islands' }),
    withLock,
  });
  const kept: Profile['kept'] = { settings: {}, notes: [] };
  const notes: OwnData = {
    name: 'notes',
    read: async () => [...kept.notes],
    problem: (entry) => (typeof entry === 'string' ? null : 'is no note'),
    write: async (entries) => {
      const before = kept.notes;
      kept.notes = [...new Set([...kept.notes, ...(entries as string[])])];
      return async () => {
        kept.notes = before;
      };
    },
    clear: async () => {
      kept.notes = [];
    },
  };
  const made: Profile = {
    database,
    kept,
    own: [notes],
    settings: {
      read: async () => ({ ...kept.settings }),
      judge: judgeSetting,
      replace: async (settings) => {
        kept.settings = settings;
      },
    },
  };
  profiles.push(made);
  return made;
}

let mine: Profile;
beforeEach(async () => {
  mine = await profile();
});
afterEach(async () => {
  for (const one of profiles.splice(0)) await one.database.delete();
});

async function fill(one: Profile): Promise<void> {
  const keys = await makeKeys();
  const signed = samplePack({ version: '1.2.0' });
  for (const value of [{ ...signed, signature: await signPack(signed, keys) }, samplePack({ id: 'trams' })])
    await importPack(one.database, await checkPackValue(structuredClone(value), { words }), options);
  await enablePack(one.database, 'trams', false);
  await enablePack(one.database, 'islands', false);
  one.kept.settings = { 'sync:marks': 'figures', 'sync:siteOff:news.example': true, 'local:sitesMode': 'chosen' };
  one.kept.notes = ['first', 'second \u202E kept as it was'];
}

const file = (value: unknown) => new Blob([typeof value === 'string' ? value : JSON.stringify(value)]);
const backupOf = (one: Profile) =>
  makeBackup(one.database, one, { version: '0.1.0', now: new Date('2026-05-04T12:00Z') });
const restore = async (one: Profile, value: unknown) => {
  const read = await readBackup(file(value), one.database, one, options);
  await restoreBackup(one.database, read, one, options);
  return read;
};
const state = async (one: Profile) => ({ packs: await installedPacks(one.database), ...one.kept });
async function rows(one: Profile) {
  return Promise.all(one.database.tables.map((table) => table.toArray()));
}
async function problems(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).problems.join('\n');
}

describe('a backup', () => {
  it('gives a fresh profile the same state: packs, keys, switches, settings, what the reader keeps', async () => {
    await fill(mine);
    const fresh = await profile();
    await restore(fresh, JSON.parse(JSON.stringify(await backupOf(mine))));
    expect(await state(fresh)).toEqual(await state(mine));
    expect((await state(fresh)).packs.map(({ id, enabled, key }) => [id, enabled, key !== null])).toEqual([
      ['islands', false, false],
      ['ferries', true, true],
      ['trams', false, false],
    ]);
    expect(JSON.stringify(await backupOf(fresh))).toBe(JSON.stringify(await backupOf(mine)));
  });

  it('adds to what is there, and settings are replaced', async () => {
    await fill(mine);
    const other = await profile();
    await importPack(other.database, await checkPackValue(samplePack({ id: 'buses' }), { words }), options);
    other.kept.notes = ['own'];
    other.kept.settings = { 'sync:theme': 'dark' };
    await restore(other, await backupOf(mine));
    expect((await state(other)).packs.map((pack) => pack.id).sort()).toEqual(['buses', 'ferries', 'islands', 'trams']);
    expect(other.kept.notes).toEqual(['own', ...mine.kept.notes]);
    expect(other.kept.settings).toEqual(mine.kept.settings);
  });

  it('leaves out what this version does not know, and says so', async () => {
    const backup = await backupOf(mine);
    backup.settings['sync:portraits'] = true;
    backup.own.postcards = [1];
    const read = await restore(mine, backup);
    expect(read.notes.join()).toMatch(/portraits.*postcards/);
    expect(mine.kept.settings).toEqual({});
  });

  it.each<[string, (backup: BackupFile & Record<string, unknown>) => unknown, RegExp]>([
    ['a pack', () => samplePack(), /This is a pack/],
    ['something else', () => ({ a: 1 }), /no backup/],
    ['a list', () => [], /no backup/],
    ['half of it', (b) => JSON.stringify(b).slice(0, -40), /ends in the middle/],
    ['a newer one', (b) => ({ ...b, backup: 2 }), /newer version/],
    ['no date', (b) => ({ ...b, made: 'yesterday' }), /^made: /],
    ['no settings', (b) => ({ ...b, settings: [] }), /^settings: /],
    [
      'a value that a setting does not take',
      (b) => ({ ...b, settings: { 'sync:marks': 'loud' } }),
      /settings\.sync:marks/,
    ],
    ['a site that is none', (b) => ({ ...b, settings: { 'sync:siteOff:a b': true } }), /siteOff:a b/],
    ['a note that is none', (b) => ({ ...b, own: { notes: [3] } }), /own\.notes\[0\]: is no note/],
    ['notes as an object', (b) => ({ ...b, own: { notes: {} } }), /^own\.notes: /],
    ['a pack that is none', (b) => ({ ...b, packs: [{ enabled: true, file: 3 }] }), /packs\[0\]: This is no pack/],
    ['a pack without its switch', (b) => ({ ...b, packs: [{ file: samplePack() }] }), /packs\[0\]: is not as/],
    [
      'the id of a bundled pack',
      (b) => ({ ...b, packs: [{ enabled: true, file: samplePack({ id: 'islands' }) }] }),
      /comes with/,
    ],
    [
      'one id twice',
      (b) => ({ ...b, packs: [1, 2].map(() => ({ enabled: true, file: samplePack() })) }),
      /“ferries” twice/,
    ],
    [
      'a pack that was changed after signing',
      (b) => JSON.stringify(b).replace('Takes part', 'Takes no part'),
      /changed after it was signed/,
    ],
    [
      '__proto__ in the settings',
      (b) => JSON.stringify(b).replace('"settings":{', '"settings":{"__proto__":{"x":1},'),
      /__proto__/,
    ],
  ])('that is %s is refused, and nothing changes', async (_, bend, expected) => {
    await fill(mine);
    const bad = bend((await backupOf(mine)) as BackupFile & Record<string, unknown>);
    const fresh = await profile();
    const before = [await rows(fresh), structuredClone(fresh.kept)];
    expect(await problems(restore(fresh, bad))).toMatch(expected);
    expect([await rows(fresh), fresh.kept]).toEqual(before);
  });

  it('whose second pack cannot be written leaves the first out, too', async () => {
    await fill(mine);
    const fresh = await profile();
    const before = await rows(fresh);
    const read = await readBackup(file(await backupOf(mine)), fresh.database, fresh, options);
    const stop = new AbortController();
    let done = 0;
    const progress = () => {
      if (++done === 2) stop.abort();
    };
    await expect(
      restoreBackup(fresh.database, read, fresh, { ...options, progress, signal: stop.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(await rows(fresh)).toEqual(before);
    expect(fresh.kept.notes).toEqual([]);
  });

  it('that cannot be restored whole leaves everything as it was: packs, switches, settings, notes', async () => {
    await fill(mine);
    const fresh = await profile();
    fresh.kept.notes = ['own'];
    fresh.kept.settings = { 'sync:theme': 'dark' };
    const before = [await rows(fresh), structuredClone(fresh.kept)];
    const read = await readBackup(file(await backupOf(mine)), fresh.database, fresh, options);
    const noRoom = async () => {
      throw new Error('no room');
    };
    let calls = 0;
    const noRoomAtFirst: Parts['settings']['replace'] = (settings) =>
      calls++ === 0 ? noRoom() : fresh.settings.replace(settings);
    const failing: [string, Parts][] = [
      ['a part of the reader’s', { ...fresh, own: [...fresh.own, { ...fresh.own[0]!, write: noRoom }] }],
      ['the settings', { ...fresh, settings: { ...fresh.settings, replace: noRoomAtFirst } }],
    ];
    for (const [what, parts] of failing) {
      await expect(restoreBackup(fresh.database, read, parts, options), what).rejects.toThrow();
      expect([await rows(fresh), fresh.kept], what).toEqual(before);
    }
    const full = { ...options, room: async () => 0 };
    await expect(restoreBackup(fresh.database, read, fresh, full)).rejects.toBeInstanceOf(Refused);
    expect([await rows(fresh), fresh.kept]).toEqual(before);
  });

  it('says so where not even that is possible', async () => {
    await fill(mine);
    const fresh = await profile();
    const read = await readBackup(file(await backupOf(mine)), fresh.database, fresh, options);
    const stuck: OwnData = {
      ...fresh.own[0]!,
      write: async () => async () => {
        throw new Error('disk gone');
      },
    };
    const replace = async () => {
      throw new Error('no room');
    };
    await expect(
      restoreBackup(fresh.database, read, { own: [stuck], settings: { ...fresh.settings, replace } }, options),
    ).rejects.toMatchObject({
      name: 'HalfRestored',
      message: expect.stringMatching(/^no room \(no room; disk gone\)$/),
    });
  });

  it('is refused where a pack of it is signed by another key than the one that is here', async () => {
    await fill(mine);
    const other = await profile();
    const pack: Pack = samplePack();
    const signature = await signPack(pack, await makeKeys());
    await importPack(other.database, await checkPackValue({ ...pack, signature }, { words }), options);
    expect(await problems(restore(other, await backupOf(mine)))).toContain('another key');
  });

  it('that somebody broke is refused with a message or is a good one, and never anything else', async () => {
    await fill(mine);
    const text = JSON.stringify(await backupOf(mine));
    const fresh = await profile();
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 2), fc.nat(40), fc.string({ maxLength: 8 }), async (at, cut, put) => {
        const broken = text.slice(0, at) + put + text.slice(at + cut);
        await readBackup(file(broken), fresh.database, fresh, options).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Refused);
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
