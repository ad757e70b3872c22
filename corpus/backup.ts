/**
 * Everything that is the reader's own, in one file, and back: imported packs, which packs are off, settings, and whatever other
 * parts of the program keep for the reader (saved pages). A file is judged whole before anything is written.
 */
import type { Words } from '../utils/words/index.ts';
import { cleanValue } from './clean-text.ts';
import { type CorpusDatabase, isImported } from './database.ts';
import { checkPackValue, type ImportOptions, importPacks, judgePack, type ToImport } from './import-pack.ts';
import { storedPack } from './installed.ts';
import { type FileLike, Refused, readJsonFile } from './pack-file.ts';
import type { PackFile } from './schema/pack.ts';
import { breaths } from './slices.ts';

export const BACKUP_FORMAT = 1;

/** What the file holds. */
export interface BackupFile {
  backup: typeof BACKUP_FORMAT;
  /** YYYY-MM-DD. */
  made: string;
  /** Of the program that made it. */
  version: string;
  settings: Record<string, string | boolean>;
  packs: { enabled: boolean; file: PackFile }[];
  /** Bundled packs that are off. */
  off: string[];
  /** By the name of the part that keeps it. */
  own: Record<string, unknown[]>;
}

/** A part of the program that keeps something for the reader. */
export interface OwnData {
  name: string;
  read(): Promise<unknown[]>;
  /** What is wrong with an entry out of a file; null where it is as this part writes it. */
  problem(entry: unknown): string | null;
  /** All or, where it rejects, none. Gives the way back to what was there before. */
  write(entries: readonly unknown[]): Promise<() => Promise<void>>;
  clear(): Promise<void>;
}

/** The part that knows the settings. */
export interface SettingsPart {
  read(): Promise<BackupFile['settings']>;
  judge(key: string, value: unknown): 'good' | 'unknown' | 'bad';
  replace(settings: BackupFile['settings']): Promise<void>;
}

export interface Parts {
  settings: SettingsPart;
  own: readonly OwnData[];
}

/** A backup as the reader has it now. */
export async function makeBackup(
  database: CorpusDatabase,
  { settings, own }: Parts,
  { version, now = new Date() }: { version: string; now?: Date },
): Promise<BackupFile> {
  const rows = (await database.packs.toArray()).filter((row) => row.ready !== null && row.removedAt === undefined);
  const packs: BackupFile['packs'] = [];
  for (const row of rows.filter(isImported)) {
    const stored = await storedPack(database, row.id);
    if (!stored) continue;
    const { pack, signature } = stored;
    packs.push({ enabled: row.enabled !== false, file: { ...pack, ...(signature && { signature }) } });
  }
  const kept = await Promise.all(own.map(async (part) => [part.name, await part.read()] as const));
  return {
    backup: BACKUP_FORMAT,
    made: now.toISOString().slice(0, 10),
    version,
    settings: await settings.read(),
    packs,
    off: rows.filter((row) => !isImported(row) && row.enabled === false).map((row) => row.id),
    own: Object.fromEntries(kept),
  };
}

/** A backup that was read and may be restored here. */
export interface ReadBackup {
  made: string;
  settings: BackupFile['settings'];
  packs: ToImport[];
  off: string[];
  own: Record<string, unknown[]>;
  /** What is left out, and why. */
  notes: string[];
}

export interface ReadBackupOptions {
  words: Words;
  bundled: readonly string[];
  signal?: AbortSignal;
}

/** Throws `Refused` with every problem, or the signal's reason. Nothing is written. */
export async function readBackup(
  file: FileLike,
  database: CorpusDatabase,
  { settings, own }: Parts,
  { words, bundled, signal }: ReadBackupOptions,
): Promise<ReadBackup> {
  const value = await readJsonFile(file, { words, signal });
  const shape = await backupShape(value, words, signal);
  const problems: string[] = [];
  const notes: string[] = [];

  const good: BackupFile['settings'] = {};
  for (const [key, setting] of Object.entries(shape.settings)) {
    const judged = settings.judge(key, setting);
    if (judged === 'good') good[key] = setting as string | boolean;
    else if (judged === 'unknown') notes.push(words.t('data.unknown-setting', { key }));
    else problems.push(words.t('data.bad-setting', { key, got: JSON.stringify(setting) }));
  }
  const packs: ToImport[] = [];
  for (const [at, entry] of shape.packs.entries()) {
    const refused = (error: unknown): void => {
      if (!(error instanceof Refused)) throw error;
      for (const problem of error.problems) problems.push(words.t('data.pack', { at, problem }));
    };
    if (!isRecord(entry) || typeof entry.enabled !== 'boolean') {
      problems.push(words.t('data.bad-part', { where: `packs[${at}]` }));
      continue;
    }
    try {
      const read = await checkPackValue(entry.file, { words, signal });
      await judgePack(database, read, { words, bundled });
      packs.push({ read, enabled: entry.enabled });
    } catch (error) {
      refused(error);
    }
  }
  const ids = packs.map(({ read }) => read.pack.manifest.id);
  for (const id of ids.filter((one, at) => ids.indexOf(one) !== at)) problems.push(words.t('data.pack-twice', { id }));

  const entries: Record<string, unknown[]> = {};
  for (const [name, list] of Object.entries(shape.own)) {
    const part = own.find((one) => one.name === name);
    if (!part) {
      notes.push(words.t('data.unknown-part', { name }));
      continue;
    }
    for (const [at, entry] of list.entries()) {
      const problem = part.problem(entry);
      if (problem !== null) problems.push(words.t('problem.line', { where: `own.${name}[${at}]`, what: problem }));
    }
    entries[name] = list;
  }
  if (problems.length > 0) throw new Refused(problems);
  return { made: shape.made, settings: good, packs, off: shape.off, own: entries, notes };
}

interface Shape {
  made: string;
  settings: Record<string, unknown>;
  packs: unknown[];
  off: string[];
  own: Record<string, unknown[]>;
}

/** Is this a backup of this format at all? */
async function backupShape(value: unknown, words: Words, signal?: AbortSignal): Promise<Shape> {
  if (!isRecord(value)) throw new Refused([words.t('data.no-backup')]);
  if (isRecord(value.manifest)) throw new Refused([words.t('data.is-pack')]);
  if (typeof value.backup !== 'number') throw new Refused([words.t('data.no-backup')]);
  if (value.backup > BACKUP_FORMAT) throw new Refused([words.t('data.newer-backup')]);
  const { made, settings, packs, off, own } = value;
  const wrong = (where: string) => new Refused([words.t('data.bad-part', { where })]);
  if (value.backup !== BACKUP_FORMAT) throw wrong('backup');
  if (typeof made !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(made)) throw wrong('made');
  if (!isRecord(settings)) throw wrong('settings');
  if (!Array.isArray(packs)) throw wrong('packs');
  if (!Array.isArray(off) || !off.every((id) => typeof id === 'string')) throw wrong('off');
  if (!isRecord(own)) throw wrong('own');
  for (const [name, list] of Object.entries(own)) if (!Array.isArray(list)) throw wrong(`own.${name}`);
  // Packs clean themselves; what the reader saved keeps every character of its page.
  const breath = breaths(signal);
  const { problems } = await cleanValue(structuredClone({ settings, own, packs }), words, breath);
  if (problems.length > 0) throw new Refused(problems);
  return { made, settings, packs, off: off as string[], own: own as Record<string, unknown[]> };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Not everything could be put back after a restore that failed. */
export class HalfRestored extends Error {
  override name = 'HalfRestored';
}

/**
 * All of it or nothing: what was written is taken back where a later part cannot be. Packs come last, all by one last write, as
 * they are what disks run full of. Throws `Refused`, the signal's reason, or what a part throws; `HalfRestored`, with the
 * first reason in it, only where the way back failed too.
 */
export async function restoreBackup(
  database: CorpusDatabase,
  backup: ReadBackup,
  { settings, own }: Parts,
  options: ImportOptions,
): Promise<void> {
  const ways: (() => Promise<void>)[] = [];
  try {
    for (const part of own) {
      const entries = backup.own[part.name];
      if (entries && entries.length > 0) ways.push(await part.write(entries));
    }
    const before = await settings.read();
    ways.push(() => settings.replace(before));
    await settings.replace(backup.settings);
    ways.push(await switchBundled(database, (id) => !backup.off.includes(id)));
    if (backup.packs.length > 0) await importPacks(database, backup.packs, options);
  } catch (error) {
    const failed: string[] = [];
    for (const back of ways.reverse()) await back().catch((reason: unknown) => failed.push(reasonOf(reason)));
    if (failed.length > 0) throw new HalfRestored(`${reasonOf(error)} (${failed.join('; ')})`, { cause: error });
    throw error;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Turns the bundled packs on or off. Gives the way back. */
async function switchBundled(database: CorpusDatabase, isOn: (id: string) => boolean): Promise<() => Promise<void>> {
  const rows = (await database.packs.toArray()).filter((row) => !isImported(row));
  const set = async (wanted: (id: string) => boolean | undefined) => {
    await database.packs.toCollection().modify((row) => {
      if (!isImported(row)) row.enabled = wanted(row.id);
    });
  };
  const before = new Map(rows.map(({ id, enabled }) => [id, enabled] as const));
  await set(isOn);
  return () => set((id) => before.get(id));
}
