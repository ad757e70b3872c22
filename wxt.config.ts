import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { bundlePacks } from './corpus/packs/bundle.ts';
import { findBrowser } from './test/tools/browsers.ts';
import { packagesOf } from './test/tools/build/bundled-packages.ts';
import { withoutHtmlSinks } from './test/tools/build/html-sinks.ts';
import { smallerScripts } from './test/tools/build/smaller.ts';
import { LICENCES_FILE } from './utils/extension/licences-file.ts';
import { localeFiles, messageName } from './utils/words/locales.ts';
import type { manifestTexts } from './utils/words/manifest.ts';

/** Nothing gets out of the extension's own pages or its background: only its own files can be fetched. */
const EXTENSION_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // Two policies, each for one address: the worker that imports packs (entrypoints/options/importer.ts), the rest of the background
  // (entrypoints/background/load-rest.ts). None that makes text into markup.
  'trusted-types importer rest',
].join('; ');

const GECKO_ID = 'second-source@second-source.example';
/** Custom Highlight API arrives in 140, the declaration of collected data in 140 and, on Android, 142: the linter of the store asks for that. */
const FIREFOX_MINIMUM = '142.0';
/** `caretPositionFromPoint` with shadow roots (128) and `sidePanel` are there; one round number above. */
const CHROME_MINIMUM = '130';

/** Both know all of it: nothing is written in older words, and patterns stay literals that the browser compiles when it needs them. */
const SCRIPT_TARGET = 'es2022';

/** A text that the browser takes from `_locales`. */
const message = (key: keyof typeof manifestTexts): string => `__MSG_${messageName(key)}__`;

/** `npm run dev` opens a browser where there is a display; elsewhere it builds and watches. */
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
const chromium = findBrowser('chrome');
const firefox = findBrowser('firefox');

/** Modules of libraries of which something stands in the built files. */
const bundledModules = new Set<string>();

const libraries: Plugin = {
  name: 'second-source-libraries',
  enforce: 'pre',
  transform(code, module) {
    const without = withoutHtmlSinks(code, module);
    return without === null ? null : { code: without, map: null };
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        for (const [module, { renderedLength }] of Object.entries(chunk.modules))
          if (renderedLength > 0) bundledModules.add(module);
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  webExt: {
    disabled: !hasDisplay,
    binaries: { ...(chromium && { chrome: chromium }), ...(firefox && { firefox }) },
    // The sandbox cannot start as root, which containers are.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  vite: () => ({
    plugins: [preact(), libraries, smallerScripts],
    build: { target: SCRIPT_TARGET, modulePreload: { polyfill: false } },
  }),
  hooks: {
    'build:publicAssets': (wxt, files) => {
      for (const { file, json } of [...bundlePacks(wxt.config.root), ...localeFiles()])
        files.push({ relativeDest: file, contents: json });
    },
    'build:done': (wxt) => {
      writeFileSync(join(wxt.config.outDir, LICENCES_FILE), JSON.stringify(packagesOf(bundledModules)));
    },
  },
  manifest: ({ browser }) => ({
    name: message('browser.name'),
    short_name: message('browser.name'),
    description: message('browser.description'),
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: EXTENSION_PAGES_POLICY },
    action: {
      default_title: message('browser.action'),
      ...(browser === 'firefox' ? { default_area: 'navbar' } : {}),
    },
    omnibox: { keyword: 'ss' },
    commands: {
      'toggle-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: message('command.toggle-panel') },
      'next-mark': { suggested_key: { default: 'Alt+Shift+N' }, description: message('command.next-mark') },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+P' }, description: message('command.previous-mark') },
      'look-up': { suggested_key: { default: 'Alt+Shift+L' }, description: message('command.look-up') },
      // Chrome takes four suggestions and refuses an extension with five: the panel has a switch for the site.
      'toggle-site': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+O' } } : {}),
        description: message('command.toggle-site'),
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: FIREFOX_MINIMUM,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: CHROME_MINIMUM }),
  }),
});
