/**
 * The built extension in a real browser, for tests and the demo: one interface, a driver for each browser. Everything works
 * on the production build: no test manifest, no test hooks in shipped code.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from './browsers.ts';
import { openChrome } from './chrome.ts';
import { openFirefox } from './firefox.ts';
import { seedsBuild } from './packs.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A document that page scripts do not see: the side panel, a page of the extension, the card's closed root. */
export interface View {
  /** Runs in the document with `root` as its root: the document itself, or the card's shadow root. Null while there is none. */
  evaluate<A extends (string | number | boolean)[], T>(
    fn: (root: Document | ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T>;
  /** Text as drawn, lines for blocks; "" while there is none. */
  text(): Promise<string>;
  /**
   * Presses the first element that fits, once a mouse would reach it. In the card with the mouse itself, as cards heed nothing else;
   * elsewhere in one turn with that look (`pressWhereItIs`).
   */
  click(selector: string): Promise<void>;
  screenshot(file: string): Promise<void>;
}

/** What can be handed to a function that runs elsewhere. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A node of the browser's accessibility tree: its ARIA role and its name; a text is a `text` of that name. */
export interface Spoken {
  role: string;
  name: string;
  focused: boolean;
  /** A switch that is on, a choice that is made. */
  on: boolean;
  /** How far below the first node. */
  depth: number;
}

export type CommandName = 'toggle-panel' | 'next-mark' | 'previous-mark' | 'toggle-site' | 'look-up';

export interface ExtensionBrowser {
  name: BrowserName;
  extensionUrl(path: string): string;
  /** A new tab in front. */
  open(url: string): Promise<Page>;
  /** One of the extension's own pages in a new tab. */
  openOwn(path: string): Promise<View & { page: Page }>;
  /** A page in a private window, where `privateWindows` is set. */
  openPrivate(url: string): Promise<Page>;
  /** Allows the extension to read all sites, as a click of the reader would. */
  grantAllSites(): Promise<void>;
  revokeAllSites(): Promise<void>;
  /** The native side panel; opened with the toolbar button over this page where it is not open yet. */
  panel(page: Page): Promise<View>;
  panelIsOpen(): Promise<boolean>;
  /**
   * Presses a key in the native side panel, as a hand would: `Tab`, `Shift+Tab`, `Enter`, a letter. When this is done, so is
   * what the browser makes of the key.
   */
  panelKey(key: string): Promise<void>;
  /** Brings a page in front and the keyboard out of the panel into it, as F6 does. */
  focusPage(page: Page): Promise<void>;
  /** Presses the toolbar button, whatever it does. */
  pressButton(page: Page): Promise<void>;
  /** The card over this page; its text is "" while none is shown. */
  card(page: Page): View;
  /** The card as the browser tells assistive technology of it, from top to bottom; empty while it tells of none. */
  spokenCard(page: Page): Promise<Spoken[]>;
  /** The same of a whole document: of a page in a tab, which is brought in front, and of the native side panel. */
  spokenPage(page: Page): Promise<Spoken[]>;
  spokenPanel(): Promise<Spoken[]>;
  /**
   * Runs a command of the manifest as its keys would. In Chromium it is dispatched, as keys that the driver presses reach
   * pages only; in Firefox it is the browser's own entry for these keys.
   */
  command(page: Page, name: CommandName): Promise<void>;
  /** Chooses an entry of the context menu that the page's text has, by the entry's id. */
  contextMenu(page: Page, id: string): Promise<void>;
  /** Chooses an entry of the context menu over a text of the page, which is selected first. */
  selectionMenu(page: Page, id: string, text: string): Promise<void>;
  /** What the address bar suggests after the extension's keyword, and Enter there. */
  addressBar: { suggestions(text: string): Promise<string[]>; enter(text: string): Promise<void> };
  /** Loads the same build again under open pages, as an update does. Its own pages are closed by that. */
  reload(): Promise<void>;
  killBackground(): Promise<void>;
  /** Whether the worker or event page is running now; asking does not wake it. */
  backgroundRuns(): Promise<boolean>;
  /** How the page in this tab is shown; what is not said is as usual. */
  emulate(page: Page, how: { print?: boolean; forcedColours?: boolean; zoom?: number }): Promise<void>;
  badge(page: Page): Promise<string>;
  /** Runs in the extension's own world (its storage, its permissions); what goes in and comes out is JSON. */
  inExtension<T, A extends Json[] = []>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Runs where the reader of this page runs: its world, in its page. */
  inReader<T, A extends Json[] = []>(page: Page, fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Installs another extension (`neighbour.ts`) beside ours; answers where its files lie, with a slash at the end. */
  installBeside(directory: string): Promise<string>;
  /** Errors of pages and of the extension since the last call. */
  takeErrors(): Promise<string[]>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Firefox: history off, so that extensions have no IndexedDB. */
  withoutHistory?: boolean;
  /** A window to look at, where there is a display. */
  headless?: boolean;
  colourScheme?: 'light' | 'dark';
  /** With the five seed documents alone in place of the bundled packs. */
  seeds?: boolean;
  /** A folder that keeps what the browser keeps, for another start; without it each start is a new one. */
  profile?: string;
  /** Allowed in private windows too. */
  privateWindows?: boolean;
  /** With `profile`: installed once and for good, so that the browser itself brings it back at the next start. */
  forGood?: boolean;
  /** More arguments for Chromium. */
  chromeArgs?: string[];
  /** `127.0.0.1:port`: all that leaves the browser goes there, also what is meant for this machine. */
  proxy?: string;
}

/** Where `npm run build` leaves the extension; throws where it did not run. */
export function builtExtension(name: BrowserName): string {
  const directory = join(ROOT, '.output', name === 'chrome' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(directory, 'manifest.json'))) throw new Error(`No build in ${directory}: run npm run build`);
  return directory;
}

export async function openExtension(name: BrowserName, options: OpenOptions = {}): Promise<ExtensionBrowser> {
  const built = builtExtension(name);
  const directory = options.seeds ? seedsBuild(built) : built;
  const forget = () => options.seeds && rmSync(directory, { recursive: true, force: true });
  try {
    const extension = await (name === 'chrome' ? openChrome(directory, options) : openFirefox(directory, options));
    const close = extension.close.bind(extension);
    return Object.assign(extension, { close: () => close().finally(forget) });
  } catch (error) {
    forget();
    throw error;
  }
}

/**
 * Where a text of the page is drawn (its first line), once `after` was said, scrolled to; open shadow roots are searched too.
 * No named functions in what runs in the page: tsx marks them with a helper that pages do not have.
 */
export function whereIs(page: Page, text: string, after = ''): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (wanted, before) => {
      const nodes: Text[] = [];
      const waiting: Node[] = [document.body];
      while (waiting.length > 0) {
        const node = waiting.pop();
        if (node instanceof Text) nodes.push(node);
        if (!node || node instanceof HTMLScriptElement || node instanceof HTMLStyleElement) continue;
        const inner = [...node.childNodes, ...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [])];
        waiting.push(...inner.reverse());
      }
      const all = nodes.map((node) => node.data).join('');
      const start = all.indexOf(wanted, Math.max(0, all.indexOf(before)));
      if (start < 0) throw new Error(`The page does not say "${wanted}"`);
      const range = document.createRange();
      let passed = 0;
      for (const node of nodes) {
        const end = passed + node.length;
        if (start >= passed && start < end) {
          range.setStart(node, start - passed);
          node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        }
        if (start + wanted.length > passed && start + wanted.length <= end)
          range.setEnd(node, start + wanted.length - passed);
        passed = end;
      }
      const rect = range.getClientRects()[0];
      if (!rect) throw new Error(`"${wanted}" is not drawn`);
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    },
    text,
    after,
  );
}

/** A page that still moves after so many looks moves for ever. */
const LOOKS = 20;

/**
 * Moves the mouse onto a text of the page, as a hand would: from beside it, and after it where it moved away meanwhile. A
 * native side panel narrows the page some time after it has opened, on a busy machine a second later.
 */
export async function hover(page: Page, text: string, after = ''): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    const place = await whereIs(page, text, after);
    await page.mouse.move(place.x - 40, place.y + 60);
    await page.mouse.move(place.x, place.y, { steps: 5 });
    await nextFrames(page);
    const now = await whereIs(page, text, after);
    if (now.x === place.x && now.y === place.y) return;
  }
  throw new Error(`"${text}" does not come to rest`);
}

/** Where something is drawn once it has stopped moving: `place` is asked until two looks in a row agree. */
export async function atRest<T extends { x: number; y: number }>(page: Page, place: () => Promise<T>): Promise<T> {
  let before = await place();
  for (let look = 0; look < LOOKS; look++) {
    await nextFrames(page);
    const now = await place();
    if (now.x === before.x && now.y === before.y) return now;
    before = now;
  }
  throw new Error('It does not come to rest');
}

/**
 * Runs in a view: presses the first element of `selector` that is called `name` ("": whatever it is called). The look whether a mouse
 * would reach it and the press are one turn: nothing can move away in between, and no frame has to be drawn for it. Says "pressed", or
 * why not yet.
 */
function pressWhereItIs(root: Document | ShadowRoot, selector: string, name: string): string {
  const element = [...root.querySelectorAll<HTMLElement>(selector)].find(
    (one) =>
      name === '' ||
      (one.getAttribute('aria-label') ?? (one.querySelector('b') ?? one).textContent ?? '').trim() === name,
  );
  if (!element) return 'not there';
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = element.getClientRects()[0];
  if (!box?.width || !box.height) return 'not drawn';
  const above = element.ownerDocument.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (!above || !element.contains(above)) return `under ${above?.outerHTML.slice(0, 200)}`;
  // What a mouse button does that goes down.
  element.focus({ preventScroll: true });
  element.click();
  return 'pressed';
}

/** `pressWhereItIs`, as soon as it can be. */
export async function pressIn(view: Pick<View, 'evaluate'>, selector: string, name = ''): Promise<void> {
  await until(`a press of ${name || selector}`, async () => {
    const said = await view.evaluate(pressWhereItIs, selector, name);
    if (said !== 'pressed') throw new Error(String(said));
    return true;
  });
}

/** Presses with the mouse itself, for what browsers do only then (giving permissions), once the element has stopped moving. */
export async function pressByMouse(view: View & { page: Page }, selector: string): Promise<void> {
  const { page } = view;
  await page.bringToFront();
  const place = () =>
    until(`${selector} on the page`, () =>
      view.evaluate((root, wanted) => {
        const element = root.querySelector(wanted);
        element?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = element?.getClientRects()[0];
        return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }, selector),
    );
  const { x, y } = await atRest(page, place);
  await page.mouse.click(x, y);
}

/** Layout and scroll events of what happened until now are through afterwards. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  );
}

/** What takes a second on an idle machine takes many where others build and test beside it. Costs nothing where all is well. */
const PATIENCE_MS = 60_000;

/** Asks again until the answer is not null, undefined, false or "". Throws with `what` after a time that no healthy run needs. */
export async function until<T>(
  what: string,
  question: () => Promise<T>,
  patience = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  let last: unknown = null;
  for (;;) {
    try {
      const answer = await question();
      if (answer) return answer as NonNullable<T>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(
        `Waited in vain for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Selects a text of the page, within one node; says where it is drawn. */
export function selectText(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`The page does not say "${wanted}"`);
  }, text);
}
