/** What tests do with packs in the settings: give a file, press what is asked, look into the tables. */
import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, pressIn, until, type View } from '../tools/extension.ts';

/** A page of the extension in a tab. */
export type Own = View & { page: Page };

/** The box stands there only while no file is being read or asked about. */
const boxIsThere = (options: Own) =>
  until('the box for a file', () => options.evaluate((root) => root.querySelector('.filebox input') !== null));

/** Gives the settings a file, as the picker would: `bytes` are sent as base64. */
export async function giveFile(
  options: Own,
  name: string,
  content: string | Uint8Array,
  how: 'pick' | 'drop' = 'pick',
) {
  const base64 = Buffer.from(content).toString('base64');
  await boxIsThere(options);
  await options.evaluate(
    (root, fileName, data, way) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      if (way === 'drop') {
        const box = root.querySelector('.filebox');
        for (const type of ['dragover', 'drop'])
          box?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
        return;
      }
      const input = root.querySelector<HTMLInputElement>('.filebox input');
      if (!input) throw new Error('no input');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    base64,
    how,
  );
}

/** Gives the settings a plain file of so many blanks: made in the page, as sending that much would take minutes. */
export async function giveLargeFile(options: Own, name: string, bytes: number): Promise<void> {
  await boxIsThere(options);
  await options.evaluate(
    (root, fileName, size) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(size).fill(32)], fileName));
      const input = root.querySelector<HTMLInputElement>('.filebox input');
      if (!input) throw new Error('no input');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    bytes,
  );
}

/** Presses the button of these words. */
export const press = (view: View, name: string): Promise<void> => pressIn(view, 'button', name);

export const says = (view: View, words: string) => until(`“${words}”`, async () => (await view.text()).includes(words));

/** Every row of every table, as text; or its hash, which is much faster to hand over where only changes matter. */
const readRows = (extension: ExtensionBrowser, hashed: boolean): Promise<string> =>
  extension.inExtension(async (asHash) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('second-source');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve(request.result);
    });
    const names = [...database.objectStoreNames];
    const reading = database.transaction(names);
    const found = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown[]>((resolve, reject) => {
            const all = reading.objectStore(name).getAll();
            all.onsuccess = () => resolve(all.result);
            all.onerror = () => reject(all.error);
          }),
      ),
    );
    database.close();
    const text = JSON.stringify(found);
    if (!asHash) return text;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].join();
  }, hashed);

export const rows = (extension: ExtensionBrowser): Promise<string> => readRows(extension, false);
export const rowsHash = (extension: ExtensionBrowser): Promise<string> => readRows(extension, true);

/** Gives the settings a pack and agrees to what they say of it. */
export async function importPack(options: Own, name: string, pack: object, action = 'Add pack'): Promise<void> {
  await giveFile(options, name, JSON.stringify(pack));
  await press(options, action);
}
