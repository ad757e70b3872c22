/** Where the reader runs: registered anew whenever that may have changed, and brought into pages that are open already. */
import { browser } from 'wxt/browser';
import { registerReader, runReaderInOpenTabs } from '../../utils/extension/site-access.ts';

/** Install, update, start of the browser, a permission given or taken. */
export async function renewReader(): Promise<void> {
  await registerReader();
}

export async function renewReaderAndTabs(): Promise<void> {
  await runReaderInOpenTabs(await registerReader());
}

export async function showWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
