/** What can be known of the tab beside the panel. */
import { type Browser, browser } from 'wxt/browser';
import type { SiteState } from '../../components/panel/state.ts';
import { askTab } from '../../utils/extension/messages.ts';
import type { ReaderState } from '../../utils/extension/protocol.ts';
import { settings, siteOff } from '../../utils/extension/settings.ts';
import { mayRead, mayReadAllSites, runReaderIn, sitePattern } from '../../utils/extension/site-access.ts';

type Tab = Browser.tabs.Tab;

export interface TabView {
  site: SiteState;
  /** Null where no reader answered (yet). */
  reader: ReaderState | null;
  /** Null where the browser keeps it from us. */
  url: string | null;
}

/** Asks the tab's reader, and where there is none, why. */
export async function lookAt(tab: Tab): Promise<TabView> {
  const url = tab.url ?? null;
  const host = url && sitePattern(url) ? new URL(url).hostname : null;
  const [reader, offEverywhere, offHere] = await Promise.all([
    askReader(tab),
    settings.offEverywhere.get(),
    host ? siteOff(host).get() : false,
  ]);
  const known = host ?? (reader?.state === 'ready' ? reader.host : null);
  if (reader && !(reader.state === 'off-topic' && isPdf(url))) {
    const once = host !== null && (await isOnce(url));
    return { site: { host: known, access: 'granted', offHere, offEverywhere, once }, reader, url };
  }
  const access = await accessTo(tab, url);
  return { site: { host: known, access, offHere, offEverywhere }, reader: null, url };
}

/** The button gave access to this page; who reads on request alone wants no more. */
async function isOnce(url: string | null): Promise<boolean> {
  return url !== null && !(await mayRead(url)) && (await settings.sitesMode.get()) !== 'on-click';
}

async function askReader(tab: Tab): Promise<ReaderState | null> {
  return tab.id === undefined ? null : askTab(tab.id, 'reader-state', null).catch(() => null);
}

/** For a tab without a reader. One that is granted and can run a reader gets it here: it was open before the grant. */
async function accessTo(tab: Tab, url: string | null): Promise<SiteState['access']> {
  // An address is hidden where nothing is granted, and always on the browser's own pages.
  if (url === null) return (await mayReadAllSites()) ? 'browser' : 'none';
  if (isPdf(url)) return 'pdf';
  if (!sitePattern(url)) return url.startsWith('file:') ? 'other' : 'browser';
  if (!(await mayRead(url))) return 'none';
  // While a page loads nothing can run in it yet; afterwards, only where the browser lets no extension in.
  if (tab.status === 'loading') return 'granted';
  return tab.id !== undefined && (await runReaderIn(tab.id)) ? 'granted' : 'other';
}

/** Viewers of PDFs are pages, but not ones with text for us. */
function isPdf(url: string | null): boolean {
  return url !== null && URL.canParse(url) && new URL(url).pathname.toLowerCase().endsWith('.pdf');
}

/** The tab in front of this panel's window. */
export async function tabInFront(): Promise<Tab | null> {
  const { id } = await browser.windows.getCurrent();
  const [tab] = await browser.tabs.query({
    active: true,
    ...(id === undefined ? { currentWindow: true } : { windowId: id }),
  });
  return tab ?? null;
}

/** Calls back whenever another tab or page may be in front; returns a function that stops. */
export function watchTabs(changed: () => void): () => void {
  const updated = (_id: number, change: { status?: string; url?: string }): void => {
    if (change.status || change.url) changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  browser.windows.onFocusChanged.addListener(changed);
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onUpdated.removeListener(updated);
    browser.windows.onFocusChanged.removeListener(changed);
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}
