/** All settings at once, for a backup: read, judged where they come out of a file, written. */
import { browser } from 'wxt/browser';
import { LANGUAGES } from '../words/languages.ts';

/** `true`: any truth value; a list: one of these. Keys as `storage.defineItem` has them. */
const KNOWN: Record<string, true | readonly string[]> = {
  'local:sitesMode': ['ask', 'all', 'chosen', 'on-click'],
  'sync:offEverywhere': true,
  'sync:marks': ['all', 'figures', 'conflicts', 'none'],
  'sync:theme': ['system', 'light', 'dark'],
  'sync:language': ['browser', ...LANGUAGES],
};
/** One key for each host. */
const OFF_PREFIX = 'sync:siteOff:';
const HOST = /^[a-z0-9.:[\]-]{1,253}$/i;

/** What the reader chose, by key; defaults are not stored and so not here. */
export type Settings = Record<string, string | boolean>;

export type SettingJudgement = 'good' | 'unknown' | 'bad';

/** Whether this version has such a setting, and takes such a value. */
export function judgeSetting(key: string, value: unknown): SettingJudgement {
  if (key.startsWith(OFF_PREFIX))
    return HOST.test(key.slice(OFF_PREFIX.length)) && typeof value === 'boolean' ? 'good' : 'bad';
  const allowed = Object.hasOwn(KNOWN, key) ? KNOWN[key] : undefined;
  if (allowed === undefined) return 'unknown';
  const fits = allowed === true ? typeof value === 'boolean' : typeof value === 'string' && allowed.includes(value);
  return fits ? 'good' : 'bad';
}

const AREAS = ['local', 'sync'] as const;

export async function readSettings(): Promise<Settings> {
  const found: Settings = {};
  for (const area of AREAS)
    for (const [name, value] of Object.entries(await browser.storage[area].get(null)))
      if (judgeSetting(`${area}:${name}`, value) === 'good') found[`${area}:${name}`] = value as string | boolean;
  return found;
}

/** Settings are these afterwards, and the rest as they are out of the box. Only for judged ones. */
export async function replaceSettings(settings: Settings): Promise<void> {
  const before = Object.keys(await readSettings());
  for (const area of AREAS) {
    const names = (keys: readonly string[]) =>
      keys.filter((key) => key.startsWith(`${area}:`)).map((key) => key.slice(area.length + 1));
    const gone = names(before.filter((key) => !Object.hasOwn(settings, key)));
    if (gone.length > 0) await browser.storage[area].remove(gone);
    const kept = names(Object.keys(settings)).map((name) => [name, settings[`${area}:${name}`]] as const);
    if (kept.length > 0) await browser.storage[area].set(Object.fromEntries(kept));
  }
}
