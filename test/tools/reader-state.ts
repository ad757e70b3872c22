/** Asks the reader of a page as the side panel does. */
import type { Page } from 'puppeteer-core';
import type { ReaderState } from '../../utils/extension/protocol.ts';
import { type ExtensionBrowser, until } from './extension.ts';

/** What the reader of the page in front says, once it is done. */
export async function readerState(extension: ExtensionBrowser, page: Page): Promise<ReaderState> {
  await page.bringToFront();
  return until('the reader', async () => {
    // As text: Firefox's driver gives an object that stands in several places once, and undefined in the others.
    const text = await extension.inExtension<string | null>(async () => {
      const api = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      const reply = await api.tabs.sendMessage(tab?.id ?? -1, { 'second-source': 'reader-state', body: null });
      return reply?.ok ? JSON.stringify(reply.value) : null;
    });
    const state = text ? (JSON.parse(text) as ReaderState) : null;
    return state && state.state !== 'scanning' ? state : null;
  });
}
