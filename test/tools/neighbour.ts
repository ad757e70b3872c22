/**
 * A second extension, as it may stand beside ours: with a file that every page can fetch (so that a probe for such files has
 * something to find), and a script that opens closed shadow roots, which extensions may, and writes into them when asked to.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from './browsers.ts';

export const NEIGHBOUR_ID = 'neighbour@second-source.example';
/** Any will do; known beforehand, so that its addresses are. */
export const NEIGHBOUR_UUID = '1d6f0a52-7b3c-4e89-a1d4-90c2b5e37f68';
export const PUBLIC_FILE = 'public.txt';

/** On a page's `ask-neighbour` event: what the root of our card says, and a word written into it. */
const SCRIPT = `
document.addEventListener('ask-neighbour', (event) => {
  const host = document.querySelector('div[popover=manual]');
  const open = (element) => globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.openOrClosedShadowRoot ?? null;
  const root = host && open(host);
  const text = root ? root.textContent : null;
  const heading = root && root.querySelector('h2');
  if (heading && event.detail === 'write') heading.firstElementChild.firstChild.data = 'Written by a neighbour';
  document.documentElement.dataset.neighbour = JSON.stringify({ reached: Boolean(heading), length: text ? text.length : 0 });
});`;

/** Writes it into a new folder; the caller removes that. */
export function makeNeighbour(browser: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'neighbour-'));
  const manifest = {
    manifest_version: 3,
    name: 'Neighbour',
    version: '1.0',
    content_scripts: [{ matches: ['http://*/*'], js: ['script.js'], run_at: 'document_end' }],
    host_permissions: ['http://*/*'],
    web_accessible_resources: [{ resources: [PUBLIC_FILE], matches: ['<all_urls>'] }],
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: { id: NEIGHBOUR_ID } } } : {}),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'script.js'), SCRIPT);
  writeFileSync(join(folder, PUBLIC_FILE), 'anybody may read this');
  return folder;
}
