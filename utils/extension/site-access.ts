/**
 * On which sites the reader script runs: those that the reader of the page granted. The script is registered for exactly
 * them, so there is no warning at install and nothing runs anywhere before a choice.
 */
import { browser } from 'wxt/browser';
import { type SitesMode, settings } from './settings.ts';

export const ALL_SITES = ['http://*/*', 'https://*/*'];
const READER_ID = 'reader';
const READER_FILE = '/reader.js';
const CARDS_FILE = '/card.js';

/** Origin pattern of an address: "https://news.example/*"; null where extensions never run. */
export function sitePattern(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  // Match patterns know no ports: one stands for them all.
  return `${parsed.protocol}//${parsed.hostname}/*`;
}

/** Must be called in the first turn of a click. False where the reader says no. */
export const requestSites = (origins: string[] = ALL_SITES): Promise<boolean> =>
  browser.permissions.request({ origins });

export const revokeSites = (origins: string[] = ALL_SITES): Promise<boolean> => browser.permissions.remove({ origins });

export async function mayReadAllSites(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

export async function mayRead(url: string): Promise<boolean> {
  const pattern = sitePattern(url);
  return pattern !== null && browser.permissions.contains({ origins: [pattern] });
}

/** The web origins that are granted, as match patterns. */
export async function grantedSites(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return (origins ?? []).filter((origin) => origin.startsWith('http') || origin.startsWith('*')).sort();
}

/** Makes the registration match what is granted. Browsers drop it on update: call at install, update and start-up too. */
export async function registerReader(): Promise<string[]> {
  const matches = await grantedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [READER_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [READER_ID] });
    return [];
  }
  const script = {
    id: READER_ID,
    matches,
    js: [READER_FILE],
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  } as const;
  const change = { ...script, js: [...script.js] };
  if (registered.length > 0) await browser.scripting.updateContentScripts([change]);
  else await browser.scripting.registerContentScripts([change]);
  return matches;
}

/** Runs the reader in one tab; its start guard makes a second run harmless. False where extensions cannot run. */
export async function runReaderIn(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [READER_FILE] });
    return true;
  } catch {
    return false;
  }
}

/** Brings the script for cards into the page of a tab. False where the page is gone. */
export async function bringCardsInto(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [CARDS_FILE] });
    return true;
  } catch {
    return false;
  }
}

/** Pages that were open before the grant get the reader too; the browser does that only for pages opened after it. */
export async function runReaderInOpenTabs(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? false : runReaderIn(tab.id))));
}

/**
 * The reader's choice of sites, with the permissions that go with it. Call in the first turn of a click. Resolves to the
 * choice that holds afterwards: a refused permission changes nothing.
 */
export async function chooseSites(mode: Exclude<SitesMode, 'ask'>): Promise<SitesMode> {
  if (mode === 'all') {
    if (!(await requestSites())) return settings.sitesMode.get();
  } else {
    const granted = await grantedSites();
    const given =
      mode === 'chosen'
        ? granted.filter((origin) => ALL_SITES.includes(origin) || origin.startsWith('*://*/'))
        : granted;
    if (given.length > 0) await revokeSites(given);
  }
  await settings.sitesMode.set(mode);
  return mode;
}

/** The choice as it holds now: permissions can be given and taken in the browser's own settings too. */
export async function sitesChoice(): Promise<SitesMode> {
  const [mode, all] = await Promise.all([settings.sitesMode.get(), mayReadAllSites()]);
  if (all) return 'all';
  return mode === 'all' ? 'ask' : mode;
}

/** Hosts that are granted one by one. */
export async function grantedHosts(): Promise<string[]> {
  const hosts = (await grantedSites()).map((origin) => /^[a-z*]+:\/\/([^/*]+)\//.exec(origin)?.[1]);
  return [...new Set(hosts.filter((host) => host !== undefined))];
}

/** Takes back what was granted for one host. */
export async function revokeHost(host: string): Promise<void> {
  const origins = (await grantedSites()).filter((origin) => origin.includes(`://${host}/`));
  if (origins.length > 0) await revokeSites(origins);
}
