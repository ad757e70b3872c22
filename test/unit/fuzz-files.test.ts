/** Packs and backups that somebody broke, in any way: refused in words that name a place, or good; nothing else, nothing lost. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { BACKUP_FORMAT, readBackup } from '../../corpus/backup.ts';
import { openDatabase } from '../../corpus/database.ts';
import { checkPackValue, importPack } from '../../corpus/import-pack.ts';
import { Refused, readJsonFile } from '../../corpus/pack-file.ts';
import { validatePack } from '../../corpus/pack-validate.ts';
import { makeWords } from '../../utils/words/index.ts';
import { broken, fc, fuzzing, nastyText, nastyValue } from '../tools/fuzz.ts';
import { samplePack } from '../tools/sample-pack.ts';
import { row } from '../tools/trust-rows.ts';

const words = makeWords('en');
const withLock = <T>(work: () => Promise<T>): Promise<T> => work();
const file = (bytes: string | Uint8Array): Blob => new Blob([bytes as BlobPart]);

/** The reasons, or null where it was taken in. Anything but `Refused` is thrown on. */
const refusal = (work: Promise<unknown>): Promise<readonly string[] | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return error.problems;
    },
  );

const PACKS = 4_000;
const FILES = 3_000;
const BACKUPS = 2_000;

describe('fuzzing', () => {
  it(
    'packs: refused with what and where, or installed whole',
    row({ id: 'R24', what: 'malformed packs', browser: 'node' }, async (seen) => {
      expect(await refusal(validatePack({ ...samplePack(), entities: 7 }, { words }))).toHaveLength(1);
      expect(await refusal(validatePack(samplePack(), { words }))).toBeNull();
      seen.control('a good pack is taken, one with a number for its names is refused');
      const database = openDatabase(`fuzz-${Math.random()}`);
      await importPack(database, await checkPackValue(samplePack({ id: 'mine' }), { words }), {
        words,
        bundled: [],
        withLock,
      });
      const before = JSON.stringify([await database.packs.toArray(), await database.reports.toArray()]);
      let refused = 0;
      let taken = 0;
      const options = fuzzing('packs', PACKS);
      await fc.assert(
        fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: broken(samplePack) }, nastyValue), async (value) => {
          const problems = await refusal(
            checkPackValue(value, { words }).then(async (read) => {
              await importPack(database, read, { words, bundled: ['mine'], withLock });
              await database.packs.where('id').notEqual('mine').delete();
            }),
          );
          if (problems === null) taken++;
          else {
            refused++;
            expect(problems.length).toBeGreaterThan(0);
            for (const problem of problems) expect(problem.trim()).not.toBe('');
          }
          expect(({} as Record<string, unknown>).x).toBeUndefined();
          expect(await database.packs.get('mine')).toBeDefined();
        }),
        options,
      );
      const { dropUnusedEditions } = await import('../../corpus/install.ts');
      await dropUnusedEditions(database);
      expect(JSON.stringify([await database.packs.toArray(), await database.reports.toArray()])).toBe(before);
      expect(refused).toBeGreaterThan(0);
      seen.result(
        `${options.numRuns} packs: ${refused} refused in words, ${taken} good; the pack that was there is untouched (seed ${options.seed})`,
      );
    }),
    600_000,
  );

  it('files: any bytes are a value or are refused', async () => {
    const good = JSON.stringify(samplePack());
    const cut = fc
      .tuple(fc.nat(good.length), fc.nat(60), nastyText)
      .map(([at, length, put]) => good.slice(0, at) + put + good.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, fc.uint8Array({ maxLength: 200 }), fc.json()), async (bytes) => {
        await refusal(readJsonFile(file(bytes), { words }));
      }),
      fuzzing('files', FILES),
    );
  }, 600_000);

  it('backups: refused whole, or good', async () => {
    const good = () => ({
      backup: BACKUP_FORMAT,
      made: '2026-01-02',
      version: '1.0.0',
      settings: { 'sync:theme': 'dark' },
      packs: [{ enabled: true, file: samplePack({ id: 'mine' }) }],
      off: ['bundled'],
      own: { notes: ['one', 'two'] },
    });
    const database = openDatabase(`fuzz-${Math.random()}`);
    const parts = {
      settings: {
        read: async () => ({}),
        judge: (key: string, value: unknown) =>
          key !== 'sync:theme' ? ('unknown' as const) : value === 'dark' ? ('good' as const) : ('bad' as const),
        replace: async () => {},
      },
      own: [
        {
          name: 'notes',
          read: async () => [],
          problem: (entry: unknown) => (typeof entry === 'string' ? null : 'no text'),
          write: async () => async () => {},
          clear: async () => {},
        },
      ],
    };
    const read = (value: unknown) =>
      refusal(readBackup(file(JSON.stringify(value) ?? ''), database, parts, { words, bundled: ['bundled'] }));
    expect(await read(good())).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: broken(good) }, nastyValue), async (value) => {
        const problems = await read(value);
        if (problems) for (const problem of problems) expect(problem.trim()).not.toBe('');
      }),
      fuzzing('backups', BACKUPS),
    );
    expect(await database.packs.count()).toBe(0);
  }, 600_000);
});
