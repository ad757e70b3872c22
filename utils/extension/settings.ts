/** What the reader chose. One item per concern, and only what differs from the default is stored. */
import { browser } from 'wxt/browser';
import { LANGUAGES, type LanguageChoice } from '../words/languages.ts';
import { type Area, stored } from './stored.ts';

/** On which sites the extension may read: after the permission, the reader's wish. */
export type SitesMode = 'ask' | 'all' | 'chosen' | 'on-click';
/** `none`: badge and panel only; a page can see that text is highlighted. `figures`: no names; `conflicts`: only what the badge counts. */
export type MarksLevel = 'all' | 'figures' | 'conflicts' | 'none';
export type Theme = 'system' | 'light' | 'dark';

export interface Setting<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Returns a function that stops watching. */
  watch(changed: (value: T) => void): () => void;
}

/**
 * `sync` follows the reader to their other machines where the browser syncs; `local` stays. Of `values` the first is what holds
 * while nothing is stored, or something that is none of them: by another version, or by a hand.
 */
function setting<T extends string | boolean>(area: Area, key: string, values: readonly [T, ...T[]]): Setting<T> {
  const [fallback] = values;
  const item = stored<T>(area, key, fallback);
  const sound = (value: T): T => (values.includes(value) ? value : fallback);
  return {
    get: async () => sound(await item.getValue()),
    set: (value) => (value === fallback ? item.removeValue() : item.setValue(value)),
    watch: (changed) => item.watch((value) => changed(sound(value))),
  };
}

export const settings = {
  /** Permissions are this machine's, so this is too. */
  sitesMode: setting<SitesMode>('local', 'sitesMode', ['ask', 'all', 'chosen', 'on-click']),
  offEverywhere: setting<boolean>('sync', 'offEverywhere', [false, true]),
  marks: setting<MarksLevel>('sync', 'marks', ['all', 'figures', 'conflicts', 'none']),
  theme: setting<Theme>('sync', 'theme', ['system', 'light', 'dark']),
  language: setting<LanguageChoice>('sync', 'language', ['browser', ...LANGUAGES]),
};

/** A key for each site: two machines that each turn one off do not overwrite each other. */
const OFF_PREFIX = 'siteOff:';

/** Turned off for one host, for ever. */
export function siteOff(host: string): Setting<boolean> {
  return setting<boolean>('sync', `${OFF_PREFIX}${host}`, [false, true]);
}

/** Hosts that are turned off, in alphabetical order. */
export async function sitesOff(): Promise<string[]> {
  const all = await browser.storage.sync.get(null);
  return Object.keys(all)
    .filter((key) => key.startsWith(OFF_PREFIX))
    .map((key) => key.slice(OFF_PREFIX.length))
    .sort();
}

/** Whether the reader may work on this host, now. */
export async function isOn(host: string): Promise<boolean> {
  const [everywhere, here] = await Promise.all([settings.offEverywhere.get(), siteOff(host).get()]);
  return !everywhere && !here;
}

/** Calls back whenever `isOn(host)` may have changed; returns a function that stops. */
export function watchOn(host: string, changed: (on: boolean) => void): () => void {
  const look = () => void isOn(host).then(changed);
  const stops = [settings.offEverywhere.watch(look), siteOff(host).watch(look)];
  return () => {
    for (const stop of stops) stop();
  };
}
