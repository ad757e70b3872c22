/**
 * Where dismissals lie: a key each in storage.local, so that two tabs never overwrite each other's and the reader finds those of
 * its page without waking the background. Never synced: what somebody doubted stays on the machine where they read it.
 */
import { browser } from 'wxt/browser';
import { type Dismissal, joined, keyOf } from '../dismissals.ts';
import { isDismissal } from './dismissal-check.ts';

const PREFIX = 'dismissed:';

/** Those that are kept under these keys, by key. */
export async function recallDismissals(keys: readonly string[]): Promise<Map<string, Dismissal>> {
  if (keys.length === 0) return new Map();
  return byKey(await browser.storage.local.get(keys.map((key) => PREFIX + key)));
}

/** All of them, in no order. */
export async function allDismissals(): Promise<Dismissal[]> {
  return [...byKey(await browser.storage.local.get(null)).values()];
}

/** Rejects where the browser has no room left. */
export async function keepDismissals(dismissals: readonly Dismissal[]): Promise<void> {
  const before = await recallDismissals(dismissals.map(keyOf));
  const entries = dismissals.map((one) => {
    const key = keyOf(one);
    return [PREFIX + key, joined(before.get(key), one)] as const;
  });
  if (entries.length > 0) await browser.storage.local.set(Object.fromEntries(entries));
}

/** Keeps or drops them. Rejects where the browser has no room left. */
export const setDismissed = (dismissals: readonly Dismissal[], dismissed: boolean): Promise<void> =>
  dismissed ? keepDismissals(dismissals) : dropDismissals(dismissals.map(keyOf));

export async function dropDismissals(keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await browser.storage.local.remove(keys.map((key) => PREFIX + key));
}

/** These are all afterwards. */
export async function replaceDismissals(dismissals: readonly Dismissal[]): Promise<void> {
  const kept = new Map(dismissals.map((one) => [keyOf(one), one] as const));
  await dropDismissals((await allDismissals()).map(keyOf).filter((key) => !kept.has(key)));
  if (kept.size > 0)
    await browser.storage.local.set(Object.fromEntries([...kept].map(([key, one]) => [PREFIX + key, one] as const)));
}

/** Calls back when any came or went, from whichever context. Returns a function that stops watching. */
export function watchDismissals(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Under its own key or not at all: a record that was bent in the storage keeps nothing back. */
function byKey(stored: Record<string, unknown>): Map<string, Dismissal> {
  const found = new Map<string, Dismissal>();
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(PREFIX) || !isDismissal(value)) continue;
    if (PREFIX + keyOf(value) === key) found.set(keyOf(value), value);
  }
  return found;
}
