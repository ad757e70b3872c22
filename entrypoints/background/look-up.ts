/** "Look up in Second Source": a selection, by the context menu or by keys, becomes a search in the panel. */
import { type Browser, browser } from 'wxt/browser';
import { leaveQuery } from '../../utils/extension/search-query.ts';
import { openPanelNow } from './panel.ts';

type Tab = Browser.tabs.Tab;

export const MENU_LOOK_UP = 'look-up';

/** `%s` in the title is the selection, which the browser puts there. */
export function makeLookUpMenu(title: string): void {
  browser.contextMenus.create({
    id: MENU_LOOK_UP,
    title,
    contexts: ['selection'],
  });
}

/** Call in the first turn: only there the panel may be opened. */
export function lookUpSelection(text: string | undefined, tab: Tab): void {
  openPanelNow(tab.windowId, 'open');
  void leaveQuery({ text: text ?? '', window: tab.windowId });
}

/** Call in the first turn. A page that may not be read gives no selection: the search opens empty. */
export function lookUpByKeys(tab: Tab): void {
  openPanelNow(tab.windowId, 'open');
  void selectionOf(tab).then((text) => leaveQuery({ text, window: tab.windowId }));
}

/** The keys allow this one tab to be read, as the button does. What stands in fields is not asked for. */
async function selectionOf(tab: Tab): Promise<string> {
  if (tab.id === undefined) return '';
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      // Runs in the page: nothing of this file is there.
      func: () => String(getSelection() ?? '').slice(0, 2000),
    });
    return typeof frame?.result === 'string' ? frame.result : '';
  } catch {
    return '';
  }
}
