/** What tests without a mouse share: going on by Tab to what has a name, and pressing it. */
import type { Page } from 'puppeteer-core';
import { pressKeys } from '../tools/chrome.ts';
import type { ExtensionBrowser, View } from '../tools/extension.ts';

/** What has focus: its role, its name as it is read, and where it is. */
export interface Focused {
  role: string;
  name: string;
  id: string;
}

/** A document with a keyboard. */
export interface Keyboard {
  press(...keys: string[]): Promise<void>;
  /** Null where nothing has focus: the document as a whole, or the browser around it. */
  focused(): Promise<Focused | null>;
}

/** More stops than any view has: whoever goes further goes round in a circle. */
const MOST_STOPS = 250;

export const nativePanel = (extension: ExtensionBrowser, panel: View): Keyboard => ({
  press: async (...keys) => {
    for (const key of keys) await extension.panelKey(key);
  },
  focused: () => panel.evaluate(focusedIn),
});

export const tab = (page: Page): Keyboard => ({
  press: async (...keys) => {
    for (const key of keys) await pressKeys(page, key);
  },
  focused: () => page.evaluate(`(${focusedIn})(document)`) as Promise<Focused | null>,
});

/** The page's keyboard, and what has focus in the card over it. */
export const cardOver = (extension: ExtensionBrowser, page: Page): Keyboard => ({
  ...tab(page),
  focused: () => extension.card(page).evaluate(focusedIn),
});

/** Runs in the document: it sees nothing of this file. */
function focusedIn(root: Document | ShadowRoot): Focused | null {
  const at = root.activeElement as HTMLElement | null;
  if (!at || at.localName === 'body' || at.localName === 'html') return null;
  const labels = [...((at as HTMLInputElement).labels ?? [])].map((one) => one.textContent ?? '');
  const by = at.getAttribute('aria-labelledby');
  const named = by ? (root.getElementById(by)?.textContent ?? '') : '';
  const name = at.getAttribute('aria-label') ?? (labels.join(' ') || named || (at.textContent ?? ''));
  return {
    role: at.getAttribute('role') ?? at.localName,
    name: name.replace(/\s+/g, ' ').trim(),
    id: at.id,
  };
}

/** Presses Tab until what has focus has this name, or is this; says what was passed. */
export async function tabTo(
  keys: Keyboard,
  wanted: string | RegExp | ((at: Focused) => boolean),
  by: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<string[]> {
  const isIt = (at: Focused) =>
    typeof wanted === 'string' ? at.name === wanted : wanted instanceof RegExp ? wanted.test(at.name) : wanted(at);
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await keys.press(by);
    const at = await keys.focused();
    if (at && isIt(at)) return passed;
    passed.push(at ? `${at.role} ${at.name}` : '-');
  }
  throw new Error(`No ${wanted} by ${by}; passed: ${passed.slice(0, 60).join(' | ')}`);
}
