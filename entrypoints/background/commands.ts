/** Keys and the context menu. */
import { type Browser, browser } from 'wxt/browser';
import { loadBackgroundWords } from '../../utils/extension/background-words.ts';
import { askTab } from '../../utils/extension/messages.ts';
import { siteOff } from '../../utils/extension/settings.ts';
import { lookUpByKeys, lookUpSelection, MENU_LOOK_UP, makeLookUpMenu } from './look-up.ts';
import { showPanel, togglePanel } from './panel.ts';

const MENU_PANEL = 'open-panel';
const MENU_SITE = 'toggle-site';

type Tab = Browser.tabs.Tab;

/** Firefox and Chrome give the tab in which the keys were pressed; only old versions do not. */
export function runCommand(command: string, tab: Tab | undefined): void {
  if (!tab) return;
  if (command === 'toggle-panel') togglePanel(tab);
  if (command === 'next-mark') void nextMark(tab, 1);
  if (command === 'previous-mark') void nextMark(tab, -1);
  if (command === 'toggle-site') void toggleSite(tab);
  if (command === 'look-up') lookUpByKeys(tab);
}

/** The menus are kept by the browser: made at install, at update, and where another language is chosen. */
export async function makeMenus(): Promise<void> {
  const { words } = await loadBackgroundWords();
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({
      id: MENU_PANEL,
      title: words.t('menu.open-panel'),
      // Not on a selection, which has an entry of its own: two would be folded into a menu of their own.
      contexts: ['page', 'link', 'action'],
    });
    makeLookUpMenu(words.t('menu.look-up'));
    browser.contextMenus.create({ id: MENU_SITE, title: words.t('menu.toggle-site'), contexts: ['action'] });
  });
}

export function runMenu(info: { menuItemId: string | number; selectionText?: string }, tab: Tab | undefined): void {
  if (!tab) return;
  if (info.menuItemId === MENU_PANEL) showPanel(tab);
  if (info.menuItemId === MENU_LOOK_UP) lookUpSelection(info.selectionText, tab);
  if (info.menuItemId === MENU_SITE) void toggleSite(tab);
}

async function nextMark(tab: Tab, direction: 1 | -1): Promise<void> {
  if (tab.id === undefined) return;
  // A page without a reader has no marks.
  await askTab(tab.id, 'next-mark', { direction }).catch(() => {});
}

/** The address is known where the site is granted or the button was pressed; elsewhere there is nothing to turn off. */
async function toggleSite(tab: Tab): Promise<void> {
  const host = tab.url && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
  if (!host) return;
  const off = siteOff(host);
  await off.set(!(await off.get()));
}
