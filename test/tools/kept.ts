/** Whatever the extension keeps: asked of the browser, and read out of the files of its profile. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers.ts';
import { type ExtensionBrowser, until } from './extension.ts';

/** Settings, session memory, and every row of every database, as JSON. */
export function everythingKept(extension: ExtensionBrowser): Promise<string> {
  return extension.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const areas = [storage.local, storage.sync, storage.session];
    const kept: unknown[] = await Promise.all(areas.map((area) => area.get(null)));
    kept.push({ ...localStorage }, { ...sessionStorage });
    kept.push(await caches.keys().catch(() => []));
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []).sort();
    for (const name of names) {
      kept.push(name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          }),
        );
      database.close();
    }
    return JSON.stringify(kept);
  });
}

/** Between two looks of which nobody writes any more. */
const REST_MS = 500;

/** The same, once the packs and their words are there and nothing changes any more. */
export async function keptAtRest(extension: ExtensionBrowser): Promise<string> {
  let before = '';
  return until('storage at rest', async () => {
    const now = await everythingKept(extension);
    const isSame = now === before && now.includes('"gate":');
    before = now;
    if (!isSame) await new Promise((done) => setTimeout(done, REST_MS));
    return isSame ? now : null;
  });
}

/** Where a profile holds what extensions keep: databases, settings, sync, registered scripts. The browser's own history is elsewhere. */
const PLACES: Record<BrowserName, RegExp> = {
  chrome:
    /^Default\/(IndexedDB\/chrome-extension_|Local Extension Settings\/|Sync Extension Settings\/|Managed Extension Settings\/|Extension (State|Rules|Scripts)\/|Service Worker\/|File System\/|databases\/)/,
  firefox:
    /^(storage\/[a-z-]+\/moz-extension|storage-sync|browser-extension-data\/|extension-|extensions\.json|addonStartup)/,
};

/** Texts of a form that stand anywhere in those files, in one byte a character or two; and how many bytes were read. */
export function foundInProfile(
  profile: string,
  browser: BrowserName,
  form: RegExp,
): { found: string[]; bytes: number } {
  const found = new Set<string>();
  let bytes = 0;
  for (const file of filesOf(profile, '')) {
    if (!PLACES[browser].test(file)) continue;
    const content = readFileSync(join(profile, file));
    bytes += content.byteLength;
    const narrow = content.toString('latin1');
    for (const text of [narrow, narrow.replaceAll('\0', '')]) for (const hit of text.match(form) ?? []) found.add(hit);
  }
  return { found: [...found].sort(), bytes };
}

function filesOf(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => {
    const inside = folder ? `${folder}/${name}` : name;
    const stat = statSync(join(root, inside), { throwIfNoEntry: false });
    if (!stat) return [];
    return stat.isDirectory() ? filesOf(root, inside) : stat.isFile() ? [inside] : [];
  });
}
