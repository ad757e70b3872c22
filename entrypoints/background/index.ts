/** Every listener is registered in the first turn: the worker may have been started for just one of them. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { firstRequests } from '../../utils/extension/first-requests.ts';
import {
  answer,
  type Handlers,
  isExtensionPage,
  type RequestSchemas,
  type Sender,
  tabOf,
} from '../../utils/extension/messages.ts';
import type { MessageName } from '../../utils/extension/protocol.ts';
import { settings } from '../../utils/extension/settings.ts';
import { noteShortcut } from '../../utils/extension/shortcut.ts';
import { REST_NAMES, type RestName } from '../rest/place.ts';
import { analyse, noteChange } from './analyse.ts';
import { makeMenus, runCommand, runMenu } from './commands.ts';
import { keepRest, rest } from './load-rest.ts';
import { openSearch, startTyping, suggestWhile } from './omnibox.ts';
import { openFromCard, togglePanel } from './panel.ts';
import { bringCards, renewReader, renewReaderAndTabs, showWelcome } from './sites.ts';

/** Who may ask what: the extension's own pages; the reader, in a tab's own page (ours too: the sample article). */
const FROM_PAGES: readonly MessageName[] = REST_NAMES;
const FROM_READERS: readonly MessageName[] = [
  'prepare-packs',
  'analyse',
  'bring-cards',
  'reader-changed',
  'open-panel',
];

/** Passed on as they came: the rest parses what is for it. */
const restHandlers = Object.fromEntries(
  REST_NAMES.map((name) => [name, async (body: unknown) => (await rest()).answer(name, body)]),
) as Pick<Handlers, RestName>;
const restRequests = Object.fromEntries(
  REST_NAMES.map((name) => [name, { safeParse: (data: unknown) => ({ success: true as const, data }) }]),
) as Pick<RequestSchemas, RestName>;

export default defineBackground(() => {
  keepRest();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeMenus();
    void noteShortcut();
    void rest().then(({ prepare }) => prepare());
    void renewReaderAndTabs();
    if (reason === 'install') void showWelcome();
  });
  browser.runtime.onStartup.addListener(() => {
    void noteShortcut();
    void rest().then(({ prepare }) => prepare());
    void renewReader();
  });
  settings.language.watch(() => void makeMenus());
  browser.permissions.onAdded.addListener(() => void renewReaderAndTabs());
  browser.permissions.onRemoved.addListener(() => void renewReader());
  browser.action.onClicked.addListener((tab) => togglePanel(tab));
  browser.commands.onCommand.addListener((command, tab) => runCommand(command, tab));
  browser.omnibox.onInputStarted.addListener(startTyping);
  browser.omnibox.onInputChanged.addListener(suggestWhile);
  browser.omnibox.onInputEntered.addListener(openSearch);
  browser.contextMenus.onClicked.addListener((info, tab) => runMenu(info, tab));
  answer(
    {
      analyse,
      'bring-cards': bringCards,
      'reader-changed': noteChange,
      'open-panel': openFromCard,
      ...restHandlers,
    },
    { ...firstRequests, ...restRequests },
    trusts,
  );
});

function trusts(name: MessageName, sender: Sender): boolean {
  if (isExtensionPage(sender) && FROM_PAGES.includes(name)) return true;
  return tabOf(sender) !== null && FROM_READERS.includes(name);
}
