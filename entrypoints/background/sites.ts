/** Where the reader runs: registered anew whenever that may have changed, and brought into pages that are open already. */
import { browser } from 'wxt/browser';
import { type Sender, tabOf } from '../../utils/extension/messages.ts';
import { bringCardsInto, registerReader, runReaderInOpenTabs } from '../../utils/extension/site-access.ts';

/** Install, update, start of the browser, a permission given or taken. */
export async function renewReader(): Promise<void> {
  await registerReader();
}

export async function renewReaderAndTabs(): Promise<void> {
  await runReaderInOpenTabs(await registerReader());
}

/** To the page that asks: it has just been found to be on a topic. */
export async function bringCards(_: null, sender: Sender): Promise<{ brought: boolean }> {
  const tab = tabOf(sender);
  return { brought: tab !== null && (await bringCardsInto(tab)) };
}

export async function showWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
