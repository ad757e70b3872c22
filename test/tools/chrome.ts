/** Chromium with the extension, driven over the DevTools protocol. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type CDPSession, type KeyInput, type Page, type SerializedAXNode } from 'puppeteer-core';
import { ensureBrowser } from './browsers.ts';
import type { ExtensionBrowser, Json, OpenOptions, Spoken, View } from './extension.ts';
import { atRest, pressIn, selectText, until } from './extension.ts';

/** In the functions that run in the extension's pages and worker. */
declare const chrome: typeof import('wxt/browser').browser;

const ALL = '*://*/*';
/** Starts, loads and waits of the driver on a busy machine. */
const DRIVER_MS = 120_000;

export async function openChrome(directory: string, options: OpenOptions): Promise<ExtensionBrowser> {
  const isFirst = !options.profile || !existsSync(join(options.profile, 'Default'));
  const isThere = options.forGood && options.profile && !isFirst;
  if (isThere) keepInstalled(join(options.profile!, 'Default', 'Preferences'));
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chrome'),
    headless: options.headless ?? true,
    pipe: true,
    // What is there for good comes back by itself.
    enableExtensions: isThere ? true : [directory],
    defaultViewport: null,
    timeout: DRIVER_MS,
    ...(options.profile && { userDataDir: options.profile }),
    args: [
      ...(options.proxy ? [`--proxy-server=${options.proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      '--window-size=1280,900',
      ...(options.colourScheme === 'dark' ? ['--force-dark-mode'] : []),
      // The sandbox cannot start as root, which containers are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.chromeArgs ?? []),
    ],
  });
  const id = await until('the extension', async () => [...(await browser.extensions()).keys()][0]);
  if (options.forGood && isFirst)
    await changeOnPageOfExtensions(await browser.newPage(), { profile: { inDeveloperMode: true } });
  const errors: string[] = [];
  const watched = new WeakSet<Page>();
  const watch = (page: Page): Page => {
    if (watched.has(page)) return page;
    watched.add(page);
    page.setDefaultTimeout(DRIVER_MS);
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    return page;
  };
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  const newPage = async (url: string) => {
    const page = watch(await browser.newPage());
    await page.goto(url, { waitUntil: 'load' });
    return page;
  };
  let helper = await newPage(extensionUrl('options.html'));
  // It comes in front whenever it comes: a page behind it is not read, and the mouse waits there for a frame that is never drawn.
  if (isFirst)
    await browser.waitForTarget((one) => one.url().startsWith(extensionUrl('welcome.html')), { timeout: DRIVER_MS });

  if (options.privateWindows) {
    await changeOnPageOfExtensions(await browser.newPage(), { profile: { inDeveloperMode: true } });
    // Reloads the extension, which closes its pages.
    await changeOnPageOfExtensions(await browser.newPage(), { extension: { extensionId: id, incognitoAccess: true } });
    helper = await until('the extension to be back', () => newPage(extensionUrl('options.html')));
  }

  async function extension() {
    const found = (await browser.extensions()).get(id);
    if (!found) throw new Error('the extension is gone');
    return found;
  }

  async function worker() {
    const target = await browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(extensionUrl('')),
      { timeout: DRIVER_MS },
    );
    const found = await target.worker();
    if (!found) throw new Error('no worker');
    return found;
  }

  const panelTarget = () => browser.targets().find((one) => one.url().startsWith(extensionUrl('sidepanel.html')));

  async function activeTab(page: Page) {
    await page.bringToFront();
    return helper.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]);
  }

  async function permit(how: 'request' | 'remove'): Promise<void> {
    await helper.bringToFront();
    await helper.evaluate(
      (what, origins) => {
        const button = document.createElement('button');
        button.id = 'permit';
        button.textContent = what;
        button.style.cssText = 'position:fixed;inset:0;z-index:9';
        button.onclick = async () => {
          const done = await (what === 'request'
            ? chrome.permissions.request({ origins })
            : chrome.permissions.remove({ origins }));
          button.dataset.done = String(done);
        };
        document.body.append(button);
      },
      how,
      ['http://*/*', 'https://*/*'],
    );
    await helper.click('#permit');
    await until(`the permission to ${how}`, () =>
      helper.evaluate(() => document.querySelector<HTMLElement>('#permit')?.dataset.done),
    );
    await helper.evaluate(() => document.querySelector('#permit')?.remove());
  }

  return {
    name: 'chrome',
    extensionUrl,
    open: newPage,
    openPrivate: async (url) => {
      await helper.evaluate((address) => chrome.windows.create({ incognito: true, url: address }).then(() => {}), url);
      const target = await browser.waitForTarget((one) => one.url() === url, { timeout: DRIVER_MS });
      return watch((await target.page())!);
    },
    openOwn: async (path) => {
      const page = await newPage(extensionUrl(path));
      return { ...pageView(page), page };
    },
    grantAllSites: async () => {
      // Marks the hosts as grantable, so that the request in the click needs no prompt (which nobody could press).
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        (extensionId, pattern) =>
          (
            chrome as unknown as { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } }
          ).developerPrivate.addHostPermission(extensionId, pattern),
        id,
        ALL,
      );
      await page.close();
      await permit('request');
    },
    revokeAllSites: () => permit('remove'),
    pressButton: async (page) => {
      await page.bringToFront();
      await (await extension()).triggerAction(page);
    },
    panel: async (page) => {
      await page.bringToFront();
      if (!panelTarget()) {
        const before = await page.evaluate(() => innerWidth);
        await (await extension()).triggerAction(page);
        // It slides in: what is measured on the page before that is elsewhere afterwards.
        await until('the page beside the panel', async () => (await page.evaluate(() => innerWidth)) < before);
        await atRest(page, () => page.evaluate(() => ({ x: innerWidth, y: innerHeight })));
      }
      return pageView(watch(await (await until('the side panel', async () => panelTarget())).asPage()));
    },
    panelIsOpen: async () => panelTarget() !== undefined,
    focusPage: (page) => page.bringToFront(),
    panelKey: async (key) => {
      const panel = await panelTarget()?.asPage();
      if (!panel) throw new Error('no side panel');
      await pressKeys(panel, key);
    },
    spokenCard: async (page) => {
      const tree = await page.accessibility.snapshot({ interestingOnly: false });
      const card = tree && find(tree, (node) => node.role === 'dialog');
      return card ? spokenBy(card) : [];
    },
    spokenPage: spokenIn,
    spokenPanel: async () => {
      const panel = await panelTarget()?.asPage();
      return panel ? spokenIn(panel) : [];
    },
    card: (page) => cardView(page),
    command: async (page, name) => {
      const tab = await activeTab(page);
      // Wakes a stopped worker.
      await helper.evaluate(() => chrome.runtime.sendMessage({ 'second-source': 'corpus-state', body: null }));
      await (await worker()).evaluate(
        (command, active) =>
          (chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void }).dispatch(
            command,
            active,
          ),
        name,
        tab as never,
      );
    },
    contextMenu: async (page, id) => {
      const tab = await activeTab(page);
      await helper.evaluate(() => chrome.runtime.sendMessage({ 'second-source': 'corpus-state', body: null }));
      // The native menu cannot be reached; the handler gets what it would get, but no gesture.
      await (await worker()).evaluate(
        (menuItemId, active) =>
          (chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: unknown): void }).dispatch(
            { menuItemId },
            active,
          ),
        id,
        tab as never,
      );
    },
    selectionMenu: async (page, id, text) => {
      const tab = await activeTab(page);
      await selectText(page, text);
      await helper.evaluate(() => chrome.runtime.sendMessage({ 'second-source': 'corpus-state', body: null }));
      await (await worker()).evaluate(
        (menuItemId, selectionText, active) =>
          (chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: unknown): void }).dispatch(
            { menuItemId, selectionText },
            active,
          ),
        id,
        text,
        tab as never,
      );
    },
    addressBar: {
      // The address bar cannot be reached; the handlers get what they would get, but no gesture.
      suggestions: async (text) => {
        await helper.evaluate(() => chrome.runtime.sendMessage({ 'second-source': 'corpus-state', body: null }));
        return (await worker()).evaluate(async (typed) => {
          type Dispatched = { dispatch(...values: unknown[]): void };
          const { onInputStarted, onInputChanged } = chrome.omnibox;
          (onInputStarted as unknown as Dispatched).dispatch();
          const found = await new Promise<{ description: string }[]>((answer) =>
            (onInputChanged as unknown as Dispatched).dispatch(typed, answer),
          );
          return found.map(({ description }) => description);
        }, text);
      },
      enter: async (text) => {
        await (await worker()).evaluate(
          (typed) =>
            (chrome.omnibox.onInputEntered as unknown as { dispatch(...values: unknown[]): void }).dispatch(
              typed,
              'newForegroundTab',
            ),
          text,
        );
      },
    },
    backgroundRuns: async () =>
      browser.targets().some((one) => one.type() === 'service_worker' && one.url().startsWith(extensionUrl(''))),
    reload: async () => {
      // `runtime.reload()` would leave it switched off, as the browser is not in developer mode.
      await browser.installExtension(directory);
      helper = await until('the extension to be back', () => newPage(extensionUrl('options.html')));
    },
    killBackground: async () => {
      const running = browser
        .targets()
        .find((one) => one.type() === 'service_worker' && one.url().startsWith(extensionUrl('')));
      if (!running) return;
      // One that ends by itself meanwhile is no error, whatever the driver says of it: gone is gone.
      const failed = await running
        .worker()
        .then((worker) => worker?.close())
        .then(() => null, String);
      await until(`the end of the worker (${failed ?? 'closed'})`, async () => !browser.targets().includes(running));
    },
    emulate: async (page, { print = false, forcedColours = false, zoom = 1 }) => {
      const tab = await activeTab(page);
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        media: print ? 'print' : '',
        features: [{ name: 'forced-colors', value: forcedColours ? 'active' : '' }],
      });
      await helper.evaluate((id, factor) => chrome.tabs.setZoom(id, factor), tab?.id ?? -1, zoom);
    },
    badge: async (page) => {
      const tab = await activeTab(page);
      return helper.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab?.id ?? -1);
    },
    inExtension: (fn, ...args) => helper.evaluate(fn as never, ...args) as never,
    inReader: async (page, fn, ...args) => {
      const tab = await activeTab(page);
      return helper.evaluate(inTab(String(tab?.id ?? -1), fn, args)) as never;
    },
    installBeside: async (other) => `chrome-extension://${await browser.installExtension(other)}/`,
    takeErrors: async () => errors.splice(0),
    close: () => browser.close(),
  };
}

/** In `creation_flags`: loaded by the driver, and thrown away at the next start. */
const BY_DRIVER = 1 << 15;

/** What the driver installed is from then on as if it had been chosen on the page of extensions. */
function keepInstalled(preferences: string): void {
  const all = JSON.parse(readFileSync(preferences, 'utf8')) as {
    extensions: { settings: Record<string, { creation_flags?: number }> };
  };
  for (const one of Object.values(all.extensions.settings)) if (one.creation_flags) one.creation_flags &= ~BY_DRIVER;
  writeFileSync(preferences, JSON.stringify(all));
}

/** As switches there do. Chromium keeps what was installed from a folder, and brings it back, for developers only. */
async function changeOnPageOfExtensions(
  page: Page,
  change: { profile?: { inDeveloperMode: boolean }; extension?: { extensionId: string; incognitoAccess: boolean } },
): Promise<void> {
  await page.goto('chrome://extensions');
  await page.evaluate(async ({ profile, extension }) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: Record<
        'updateProfileConfiguration' | 'updateExtensionConfiguration',
        (to: object) => Promise<void>
      >;
    };
    if (profile) await developerPrivate.updateProfileConfiguration(profile);
    if (extension) await developerPrivate.updateExtensionConfiguration(extension);
  }, change);
  await page.close();
}

function find(node: SerializedAXNode, isIt: (node: SerializedAXNode) => boolean): SerializedAXNode | null {
  if (isIt(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, isIt);
    if (found) return found;
  }
  return null;
}

/** Chromium's own names of roles, where ARIA's differ. */
const ROLES: Readonly<Record<string, string>> = { StaticText: 'text', RootWebArea: 'document' };

async function spokenIn(page: Page): Promise<Spoken[]> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  return tree ? spokenBy(tree) : [];
}

/** A node and all under it, in order; closed roots are part of the tree. */
function spokenBy(node: SerializedAXNode, depth = 0): Spoken[] {
  if (node.role === 'InlineTextBox') return [];
  const role = ROLES[node.role] ?? node.role;
  const { name = '', focused = false, checked, pressed } = node;
  const on = checked === true || pressed === true;
  const under = (node.children ?? []).flatMap((child) => spokenBy(child, depth + 1));
  return [{ role, name, focused, on, depth }, ...under];
}

/** `Shift+Tab`: holds the first, presses the last. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  const held = keys.split('+').map((key) => (key === 'Space' ? ' ' : key)) as KeyInput[];
  const last = held.pop() as KeyInput;
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of held.reverse()) await page.keyboard.up(key);
}

/** Code for a page of the extension: runs `fn` in the reader's world of a tab. */
export const inTab = (tab: string, fn: unknown, args: readonly Json[]): string =>
  `chrome.scripting.executeScript({ target: { tabId: ${tab} }, func: ${fn}, args: ${JSON.stringify(args)} }).then(([one]) => one.result)`;

/** A page of the extension; shared with Firefox. */
export function pageView(page: Page): View {
  const evaluate: View['evaluate'] = (fn, ...args) =>
    page.evaluate(`(${fn})(document, ...${JSON.stringify(args)})`) as never;
  return {
    evaluate,
    text: () => page.evaluate(() => document.body.innerText),
    click: (selector) => pressIn({ evaluate }, selector),
    screenshot: async (file) => {
      await page.screenshot({ path: file as `${string}.png` });
    },
  };
}

/** Closed shadow roots are reached through the DOM domain, which pierces them. */
function cardView(page: Page): View {
  const inRoot = async <T>(session: CDPSession, code: string): Promise<T | null> => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found = closedRoots(root).at(-1);
    if (found === undefined) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: found });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: code,
      objectId: object.objectId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  const run = async <T>(code: string): Promise<T | null> => {
    const session = await page.createCDPSession();
    try {
      return await inRoot<T>(session, code);
    } finally {
      await session.detach();
    }
  };
  return cardViewBy(page, run);
}

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  attributes?: string[];
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
}

/** Roots of hosts like ours: a `div` with a `popover` attribute. */
function closedRoots(node: DomNode): number[] {
  const own =
    node.nodeName === 'DIV' && node.attributes?.includes('popover')
      ? (node.shadowRoots ?? []).filter((root) => root.shadowRootType === 'closed').map((root) => root.backendNodeId)
      : [];
  return [...own, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(closedRoots)];
}

/** What is drawn of the card: not what its live region says to screen readers alone. */
const DRAWN_TEXT = `(() => {
  const text = [...this.children].filter((one) => one.localName !== 'style').map((one) => one.innerText).join('\\n');
  const said = this.querySelector('[role=status].sr')?.textContent;
  return said ? text.replace(said, '').replace(/\\n{3,}/g, '\\n\\n') : text;
})()`;

/** The card by way of a function that runs code with the closed root as `this`; shared with Firefox. */
export function cardViewBy(page: Page, run: <T>(code: string) => Promise<T | null>): View {
  const shown = `this.host.matches(':popover-open') && this.host.getClientRects().length > 0`;
  return {
    evaluate: (fn, ...args) => run(`function () { return (${fn})(this, ...${JSON.stringify(args)}); }`) as never,
    text: async () => (await run<string>(`function () { return ${shown} ? ${DRAWN_TEXT} : ''; }`)) ?? '',
    click: async (selector) => {
      const place = () =>
        until(`${selector} in the card`, () =>
          run<{ x: number; y: number }>(
            `function () { const box = this.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect(); return box && box.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null; }`,
          ),
        );
      const { x, y } = await atRest(page, place);
      await page.mouse.click(x, y);
    },
    screenshot: async (file) => {
      await page.screenshot({ path: file as `${string}.png` });
    },
  };
}
