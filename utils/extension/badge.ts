/** The number on the toolbar button: how many figures of the tab's page conflict. */
import { browser } from 'wxt/browser';

/** Amber asks for attention; the word beside it is in the panel. Dark text on it has a contrast of 8:1. */
const COLOUR = '#f5b301';
const TEXT_COLOUR = '#1c1600';

/** null or 0 clears it. A tab that is gone meanwhile is no error. */
export async function showConflicts(tab: number, conflicts: number | null): Promise<void> {
  const text = conflicts ? String(conflicts) : '';
  try {
    await browser.action.setBadgeText({ tabId: tab, text });
    if (!text) return;
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: COLOUR });
    await browser.action.setBadgeTextColor({ tabId: tab, color: TEXT_COLOUR });
  } catch {
    // The tab was closed while its page was analysed.
  }
}
