/** What the panel's buttons do. */
import { browser } from 'wxt/browser';
import type { PanelEvents } from '../../components/panel/events.ts';
import { setDismissed } from '../../utils/extension/dismissals.ts';
import { ask, askTab } from '../../utils/extension/messages.ts';
import { settings } from '../../utils/extension/settings.ts';
import { ALL_SITES, requestSites, sitePattern } from '../../utils/extension/site-access.ts';
import { current, refresh, state, switchSite } from './model.ts';

export const events: PanelEvents = {
  onSwitchSite: (on) => void switchSite(on),
  onSwitchEverywhere: (on) => void settings.offEverywhere.set(!on).then(refresh),
  onAllowSite: () => {
    // The browser asks only in the first turn of the click. Where it hides the address, all sites are what can be asked for.
    const pattern = current.url ? sitePattern(current.url) : null;
    void requestSites(pattern ? [pattern] : ALL_SITES).then(refresh);
  },
  onReadAgain: () => void readAgain(),
  onRetryCorpus: () => {
    state.value = { view: 'loading' };
    void ask('reinstall-corpus', null).then(refresh, refresh);
  },
  onShowOnPage: (place) => {
    const { block, start, end } = place;
    if (current.tab !== null) void askTab(current.tab, 'show-place', { block, start, end }).catch(refresh);
  },
  onCopy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  // The reader of the page hears of it by watching, and tells of its new state.
  onDismiss: async (dismissals, dismissed) => {
    try {
      await setDismissed(dismissals, dismissed);
      return true;
    } catch {
      return false;
    }
  },
  onExport: async (request) => {
    try {
      return await (await import('./export.ts')).exportComparison(request);
    } catch {
      return null;
    }
  },
  onOpenSettings: () => void browser.runtime.openOptionsPage(),
};

async function readAgain(): Promise<void> {
  if (current.tab !== null) await askTab(current.tab, 'rescan', null).catch(() => {});
  await refresh();
}
