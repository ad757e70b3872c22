/**
 * Opening the side panel. Both browsers allow it only in the first turn of a handler, before any await; Firefox allows it
 * from its own buttons, keys and menus, never from a click in a page.
 */
import { browser } from 'wxt/browser';
import { askTab, type Sender, tabOf, tellPages } from '../../utils/extension/messages.ts';
import { leaveFocus } from '../../utils/extension/panel-focus.ts';
import type { Focus } from '../../utils/extension/protocol.ts';
import { runReaderIn } from '../../utils/extension/site-access.ts';

interface Tab {
  id?: number | undefined;
  windowId: number;
}

/** Button, keys: opens the panel, or closes it where it was open. Call in the first turn. */
export function togglePanel(tab: Tab): void {
  const at = Date.now();
  openPanelNow(tab.windowId, 'toggle');
  void readHere(tab).then((started) => {
    // A panel that was open and has something new to show stays.
    if (!started && import.meta.env.BROWSER !== 'firefox') tellPages('panel-toggled', { window: tab.windowId, at });
  });
}

/** Context menu. Call in the first turn. */
export function showPanel(tab: Tab): void {
  openPanelNow(tab.windowId, 'open');
  void readHere(tab);
}

/** From a card: opens the panel at an entry. `opened` is false where the browser does not let a page do that. */
export function openFromCard(focus: Focus, sender: Sender): { opened: boolean } {
  const tab = tabOf(sender);
  const window = sender.tab?.windowId;
  if (import.meta.env.BROWSER === 'firefox' || tab === null || window === undefined) return { opened: false };
  openPanelNow(window, 'open');
  const { item, entity, document } = focus;
  void leaveFocus({ item, entity, document, tab });
  return { opened: true };
}

/** Not in WXT's types: Firefox only. */
interface Sidebar {
  toggle(): Promise<void>;
  open(): Promise<void>;
}

export function openPanelNow(windowId: number, how: 'open' | 'toggle'): void {
  // Refused without a gesture (a shortcut dispatched by a test, a policy): there is nobody to tell.
  tryOpenPanel(windowId, how).catch(() => {});
}

/** Rejects where the browser does not take this for the reader's own wish. Call in the first turn. */
export function tryOpenPanel(windowId: number, how: 'open' | 'toggle' = 'open'): Promise<void> {
  return import.meta.env.BROWSER === 'firefox'
    ? (browser as unknown as { sidebarAction: Sidebar }).sidebarAction[how]()
    : browser.sidePanel.open({ windowId });
}

/** A click on the button allows this one tab to be read: for readers who granted no sites. True where a reader started. */
async function readHere(tab: Tab): Promise<boolean> {
  const id = tab.id;
  if (id === undefined) return false;
  const there = await askTab(id, 'reader-state', null).then(
    () => true,
    () => false,
  );
  return !there && runReaderIn(id);
}
