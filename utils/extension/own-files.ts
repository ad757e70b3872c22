/** Files of the extension itself, and nothing else: `connect-src 'self'` holds wherever this runs. */
import { browser } from 'wxt/browser';

/** @throws where the file is missing or no JSON. */
export async function readOwnJson(file: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(`/${file}` as '/'));
  return response.json();
}
