/** Firefox with the extension, driven over WebDriver BiDi; what lies in the browser's own windows through its system access. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from './browsers.ts';
import { cardViewBy, inTab, pageView } from './chrome.ts';
import type { ExtensionBrowser, OpenOptions, Spoken, View } from './extension.ts';
import { pressIn, selectText, until } from './extension.ts';
import { treeIn } from './firefox-tree.ts';
import { NEIGHBOUR_ID, NEIGHBOUR_UUID } from './neighbour.ts';
import { archive, filesBelow } from './packages.ts';

const GECKO_ID = 'second-source@second-source.example';
/** Any will do; known beforehand, so that the extension's own addresses are. */
const UUID = '8f4d2c1e-5a70-4b1e-9c3d-2f6b7a801234';
const SIDEBAR_WIDTH = 380;
/** Starts and loads on a busy machine. */
const DRIVER_MS = 120_000;
const EXTENSION = `WebExtensionPolicy.getByID('${GECKO_ID}').extension`;

export async function openFirefox(directory: string, options: OpenOptions): Promise<ExtensionBrowser> {
  const isFirst = !options.profile || !existsSync(join(options.profile, 'extensions.json'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless: options.headless ?? true,
    defaultViewport: null,
    timeout: DRIVER_MS,
    ...(options.profile && { userDataDir: options.profile }),
    args: ['-remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID, [NEIGHBOUR_ID]: NEIGHBOUR_UUID }),
      // A click that asks for a permission gets it without the prompt.
      'extensions.webextOptionalPermissionPrompts': false,
      // Installed for good without a signature, which this edition allows.
      ...(options.forGood ? { 'xpinstall.signatures.required': false } : {}),
      // "Never remember history": every window is a private one.
      ...(options.withoutHistory ? { 'browser.privatebrowsing.autostart': true } : {}),
      ...(options.proxy ? proxyPreferences(options.proxy) : {}),
      ...(options.colourScheme ? colourPreferences(options.colourScheme === 'dark') : {}),
    },
  });
  if (!options.forGood) await browser.installExtension(directory);
  else if (isFirst) await installForGood(browser, directory);
  if (options.withoutHistory) await allowPrivateWindows(browser);
  const extensionUrl = (path: string) => `moz-extension://${UUID}/${path}`;
  const errors: string[] = [];
  const privileged = <T>(code: string) => chromeEval<T>(browser, `async () => { ${code} }`);
  const context = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id;
  const send = async <T>(method: string, params: object): Promise<T> =>
    ((await connection(browser).send(method, params)) as { result: T }).result;

  const watch = (page: Page): Page => {
    page.setDefaultTimeout(DRIVER_MS);
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    return page;
  };
  const openOwnPage = async (path: string): Promise<Page> => {
    const page = watch(await browser.newPage());
    // `page.goto` never resolves on the extension's own addresses.
    await send('browsingContext.navigate', { context: context(page), url: extensionUrl(path), wait: 'complete' });
    return page;
  };
  let helper = await (options.forGood
    ? until('the extension', () => openOwnPage('options.html'))
    : openOwnPage('options.html'));
  // It comes in front whenever it comes: a page behind it is not read. Private windows are allowed too late for it.
  if (!options.withoutHistory && (isFirst || !options.forGood))
    await until('the welcome page', () =>
      privileged<boolean>(
        `return gBrowser.tabs.some((tab) => tab.linkedBrowser.currentURI.spec === '${extensionUrl('welcome.html')}');`,
      ),
    );

  if (options.privateWindows) {
    await allowPrivateWindows(browser);
    helper = await until('the extension to be back', () => openOwnPage('options.html'));
  }

  async function permit(how: 'request' | 'remove'): Promise<void> {
    await helper.bringToFront();
    await helper.evaluate(`(() => {
      const button = document.createElement('button');
      button.id = 'permit';
      button.style.cssText = 'position:fixed;inset:0;z-index:9';
      button.onclick = async () => {
        button.dataset.done = String(await browser.permissions.${how}({ origins: ['http://*/*', 'https://*/*'] }));
      };
      document.body.append(button);
    })()`);
    await helper.click('#permit');
    await until(`the permission to ${how}`, () =>
      helper.evaluate(() => document.querySelector<HTMLElement>('#permit')?.dataset.done),
    );
    await helper.evaluate(() => document.querySelector('#permit')?.remove());
  }

  async function pressButton(page: Page): Promise<void> {
    await page.bringToFront();
    await privileged(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      ExtensionParent.apiManager.global.browserActionFor(${EXTENSION}).triggerAction(window);
      return true;`);
  }

  const sidebarOpen = () => privileged<boolean>('return Boolean(SidebarController.isOpen);');

  return {
    name: 'firefox',
    extensionUrl,
    open: async (url) => {
      const page = watch(await browser.newPage());
      await page.goto(url, { waitUntil: 'load' });
      await page.bringToFront();
      return page;
    },
    openPrivate: async (url) => {
      await helper.evaluate(`browser.windows.create({ incognito: true, url: ${JSON.stringify(url)} }).then(() => {})`);
      return watch(
        await until('the private window', async () => (await browser.pages()).find((one) => one.url() === url)),
      );
    },
    openOwn: async (path) => {
      const page = await openOwnPage(path);
      await page.bringToFront();
      return { ...pageView(page), page };
    },
    grantAllSites: () => permit('request'),
    revokeAllSites: () => permit('remove'),
    pressButton,
    panelIsOpen: sidebarOpen,
    panel: async (page) => {
      await page.bringToFront();
      if (!(await sidebarOpen())) await pressButton(page);
      await until(
        'the sidebar',
        () => helper.evaluate(`browser.extension.getViews({ type: 'sidebar' }).length > 0`) as Promise<boolean>,
      );
      // The width it was last drawn to; a new profile's is narrower than anybody leaves it.
      await privileged(`document.getElementById('sidebar-box').style.width = '${SIDEBAR_WIDTH}px'; return true;`);
      return sidebarView(browser, helper);
    },
    focusPage: async (page) => {
      await page.bringToFront();
      await privileged('gBrowser.selectedBrowser.focus(); return true;');
    },
    panelKey: async (key) => {
      const panel = sidebarView(browser, helper);
      // Keys go to another process: it has had one when it has counted its end, or has lost the focus by it.
      await privileged(`
        const box = document.getElementById('sidebar');
        (box.contentDocument?.getElementById('webext-panels-browser') ?? box).focus();
        return true;`);
      const counted = () =>
        panel.evaluate((root) => {
          const view = (root as Document).defaultView as unknown as { keysUp?: number };
          if (view.keysUp === undefined) {
            view.keysUp = 0;
            root.addEventListener('keyup', () => (view.keysUp = (view.keysUp ?? 0) + 1), { capture: true });
          }
          return view.keysUp;
        });
      const before = await counted();
      await privileged(`
        const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        if (!tip.beginInputTransactionForTests(window)) throw new Error('no keys');
        const codes = { Shift: 'ShiftLeft' };
        const keys = ${JSON.stringify(key.split('+'))}.map((key) =>
          new KeyboardEvent('', { key: key === 'Space' ? ' ' : key, code: codes[key] ?? (key.length > 1 ? key : '') }));
        for (const key of keys) tip.keydown(key);
        for (const key of keys.reverse()) tip.keyup(key);
        return true;`);
      const last = key.split('+').length;
      await until(`${key} in the sidebar`, async () =>
        panel.evaluate((root, wanted) => {
          const document = root as Document;
          const { keysUp = 0 } = document.defaultView as unknown as { keysUp?: number };
          return keysUp >= wanted || !document.hasFocus();
        }, before + last),
      );
    },
    card: (page) => {
      const run = async <T>(code: string): Promise<T | null> => {
        const hosts = await send<{ result: { value?: { value: { shadowRoot?: { sharedId: string } | null } }[] } }>(
          'script.evaluate',
          {
            expression: `[...document.querySelectorAll('div[popover=manual]')]`,
            target: { context: context(page) },
            awaitPromise: false,
            serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1, maxObjectDepth: 2 },
          },
        );
        const root = (hosts.result.value ?? []).map((host) => host.value.shadowRoot).findLast(Boolean);
        if (!root) return null;
        const answer = await send<{ type: string; result?: Remote; exceptionDetails?: { text: string } }>(
          'script.callFunction',
          {
            functionDeclaration: code,
            this: { sharedId: root.sharedId },
            target: { context: context(page) },
            awaitPromise: true,
            serializationOptions: { maxObjectDepth: 8 },
          },
        );
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
        return plain(answer.result) as T;
      };
      return cardViewBy(page, run);
    },
    spokenCard: async (page) => {
      await page.bringToFront();
      return privileged<Spoken[]>(treeIn('gBrowser.selectedBrowser', 'dialog'));
    },
    spokenPage: async (page) => {
      await page.bringToFront();
      return privileged<Spoken[]>(treeIn('gBrowser.selectedBrowser', 'document'));
    },
    spokenPanel: () =>
      privileged<Spoken[]>(
        treeIn(
          "document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')",
          'document',
        ),
      ),
    command: async (page, name) => {
      await page.bringToFront();
      const key = { 'toggle-panel': 'S', 'next-mark': 'N', 'previous-mark': 'P', 'toggle-site': 'O', 'look-up': 'L' }[
        name
      ];
      const pressed = await privileged<boolean>(`
        const keys = [...document.querySelectorAll('[id^=ext-keyset-id-] key')];
        const key = keys.find((one) => one.getAttribute('key').toUpperCase() === '${key}');
        key?.doCommand();
        return Boolean(key);`);
      if (!pressed) throw new Error(`no keys for ${name}`);
    },
    contextMenu: async (page, id) => {
      await page.bringToFront();
      await page.mouse.click(30, 30, { button: 'right' });
      await until(`the menu with ${id}`, () =>
        privileged<boolean>(`
          const menu = document.getElementById('contentAreaContextMenu');
          const item = menu.state === 'open' && menu.querySelector('[id$="-menuitem-_${id}"]');
          if (item) menu.activateItem(item);
          return Boolean(item);`),
      );
    },
    selectionMenu: async (page, id, text) => {
      await page.bringToFront();
      const { x, y } = await selectText(page, text);
      await page.mouse.click(x, y, { button: 'right' });
      await until(`the menu with ${id}`, () =>
        privileged<boolean>(`
          const menu = document.getElementById('contentAreaContextMenu');
          const item = menu.state === 'open' && menu.querySelector('[id$="-menuitem-_${id}"]');
          if (item) menu.activateItem(item);
          return Boolean(item);`),
      );
    },
    addressBar: {
      suggestions: (text) =>
        privileged<string[]>(`
          const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
          return new Promise((answer) => {
            ExtensionSearchHandler.handleSearch(
              { keyword: 'ss', text: 'ss ' + ${JSON.stringify(text)}, inPrivateWindow: false },
              (found) => answer(found.map((one) => one.description)),
            );
          });`),
      enter: async (text) => {
        await privileged(`
          const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
          ExtensionSearchHandler.handleInputEntered('ss', 'ss ' + ${JSON.stringify(text)}, 'tab');
          return true;`);
      },
    },
    backgroundRuns: () => privileged<boolean>(`return ${EXTENSION}.backgroundState !== 'stopped';`),
    reload: async () => {
      await privileged(`
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID('${GECKO_ID}')).reload();
        return true;`);
      helper = await until('the extension to be back', () => openOwnPage('options.html'));
    },
    killBackground: async () => {
      await privileged(`await ${EXTENSION}.terminateBackground(); return true;`);
    },
    emulate: async (page, { print = false, forcedColours = false, zoom = 1 }) => {
      await page.bringToFront();
      await privileged(`
        const { browsingContext } = gBrowser.selectedBrowser;
        browsingContext.mediumOverride = '${print ? 'print' : ''}';
        browsingContext.forcedColorsOverride = '${forcedColours ? 'active' : 'none'}';
        gBrowser.selectedBrowser.fullZoom = ${zoom};
        return true;`);
    },
    badge: async (page) => {
      await page.bringToFront();
      return helper.evaluate(
        `browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => browser.action.getBadgeText({ tabId: tab.id }))`,
      ) as Promise<string>;
    },
    inExtension: (fn, ...args) => helper.evaluate(`(${fn})(...${JSON.stringify(args)})`) as never,
    inReader: async (page, fn, ...args) => {
      await page.bringToFront();
      const tab = `(await chrome.tabs.query({ active: true, currentWindow: true }))[0].id`;
      return helper.evaluate(`(async () => ${inTab(tab, fn, args)})()`) as never;
    },
    installBeside: async (other) => {
      await browser.installExtension(other);
      return `moz-extension://${NEIGHBOUR_UUID}/`;
    },
    takeErrors: async () => {
      const own = await privileged<string[]>(`
        const messages = Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError
          && !(one.flags & Ci.nsIScriptError.warningFlag) && String(one.sourceName).includes('${UUID}'));
        Services.console.reset();
        return messages.map((one) => one.errorMessage);`);
      // A page that is closed or left while it waits for an answer has nobody to be told of it.
      const left = /Promise (resolved|rejected) (after context unloaded|while context is inactive)/;
      return [...errors.splice(0), ...own].filter((text) => !left.test(text));
    },
    close: () => browser.close(),
  };
}

/** Everything through one proxy, this machine's own addresses too. */
function proxyPreferences(proxy: string): Record<string, string | number | boolean> {
  const [host = '', port = ''] = proxy.split(':');
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/** Pages follow the first, the sidebar the second. */
function colourPreferences(dark: boolean): Record<string, number> {
  return { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1, 'ui.systemUsesDarkTheme': dark ? 1 : 0 };
}

/** As from a file that the reader opens; what the driver installs is gone with the browser. */
async function installForGood(browser: Browser, directory: string): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'xpi-')), 'second-source.xpi');
  writeFileSync(file, await archive(filesBelow(directory)));
  const problem = await chromeEval<string>(
    browser,
    `async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
      file.initWithPath(${JSON.stringify(file)});
      const install = await AddonManager.getInstallForFile(file);
      return install.install().then(() => '', () => 'error ' + install.error);
    }`,
  );
  rmSync(dirname(file), { recursive: true, force: true });
  if (problem) throw new Error(`Firefox did not install the extension: ${problem}`);
}

/** As a click on "Run in private windows" does: with history off there are no others. */
async function allowPrivateWindows(browser: Browser): Promise<void> {
  await chromeEval(
    browser,
    `async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await ExtensionPermissions.add('${GECKO_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, ${EXTENSION});
      const addon = await AddonManager.getAddonByID('${GECKO_ID}');
      await addon.reload();
      return true;
    }`,
  );
}

/** The native sidebar is no context of the protocol; another page of the extension reaches its document. */
function sidebarView(browser: Browser, helper: Page): View {
  const inSidebar = (code: string) =>
    helper.evaluate(`(async () => {
      const view = browser.extension.getViews({ type: 'sidebar' })[0];
      if (!view) return null;
      const { document } = view;
      return (${code});
    })()`);
  const evaluate: View['evaluate'] = (fn, ...args) =>
    inSidebar(`(${fn})(document, ...${JSON.stringify(args)})`) as never;
  return {
    evaluate,
    text: async () => ((await inSidebar('document.body.innerText')) as string | null) ?? '',
    click: (selector) => pressIn({ evaluate }, selector),
    screenshot: async (file) => {
      const data = await chromeEval<string>(
        browser,
        `async () => {
        const box = document.getElementById('sidebar');
        const inner = box.contentDocument?.getElementById('webext-panels-browser') ?? box;
        const bitmap = await inner.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }`,
      );
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}

/** A value as BiDi writes it. */
interface Remote {
  type: string;
  value?: unknown;
}

function plain(remote: Remote | undefined): unknown {
  if (!remote || remote.type === 'null' || remote.type === 'undefined') return null;
  if (remote.type === 'array') return (remote.value as Remote[]).map(plain);
  if (remote.type === 'object')
    return Object.fromEntries(
      (remote.value as [string | Remote, Remote][]).map(([key, value]) => [
        typeof key === 'string' ? key : plain(key),
        plain(value),
      ]),
    );
  return remote.value;
}

interface Connection {
  send(method: string, params: object): Promise<unknown>;
}
const connection = (browser: Browser): Connection => (browser as unknown as { connection: Connection }).connection;

/** Runs in the browser's own window, with all its rights. */
async function chromeEval<T>(browser: Browser, code: string): Promise<T> {
  const tree = (await connection(browser).send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string; url: string }[] };
  };
  const window = tree.result.contexts.find((one) => one.url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('no browser window');
  const { result } = (await connection(browser).send('script.callFunction', {
    functionDeclaration: code,
    arguments: [],
    awaitPromise: true,
    target: { context: window.context },
    serializationOptions: { maxObjectDepth: 6 },
  })) as { result: { type: string; result?: Remote; exceptionDetails?: { text: string } } };
  if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
  return plain(result.result) as T;
}
