/** Every listener is registered in the first turn: the worker may have been started for just one of them. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer, isExtensionPage, type Sender, tabOf } from '../../utils/extension/messages.ts';
import type { MessageName } from '../../utils/extension/protocol.ts';
import { savedRequests } from '../../utils/extension/saved-schemas.ts';
import { backgroundRequests } from '../../utils/extension/schemas.ts';
import { settings } from '../../utils/extension/settings.ts';
import { noteShortcut } from '../../utils/extension/shortcut.ts';
import { analyse, checkDraft, noteChange } from './analyse.ts';
import { makeMenus, runCommand, runMenu } from './commands.ts';
import { corpusHere, corpusState, packDetails, prepareCorpus, renewPacks } from './corpus.ts';
import { answerLedger } from './ledger.ts';
import { openSearch, startTyping, suggestWhile } from './omnibox.ts';
import { openFromCard, togglePanel } from './panel.ts';
import { savedHandlers } from './saved.ts';
import { bringCards, renewReader, renewReaderAndTabs, showWelcome } from './sites.ts';

/** Who may ask what: the extension's own pages; the reader, in a tab's own page (ours too: the sample article). */
const FROM_PAGES: readonly MessageName[] = [
  'check-draft',
  'corpus-state',
  'ledger',
  'pack-details',
  'packs-changed',
  'reinstall-corpus',
  ...(Object.keys(savedHandlers) as MessageName[]),
];
const FROM_READERS: readonly MessageName[] = [
  'prepare-packs',
  'analyse',
  'bring-cards',
  'reader-changed',
  'open-panel',
];

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeMenus();
    void noteShortcut();
    void prepareCorpus();
    void renewReaderAndTabs();
    if (reason === 'install') void showWelcome();
  });
  browser.runtime.onStartup.addListener(() => {
    void noteShortcut();
    void prepareCorpus();
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
      'check-draft': checkDraft,
      'bring-cards': bringCards,
      'reader-changed': noteChange,
      'open-panel': openFromCard,
      'corpus-state': corpusState,
      'packs-changed': renewPacks,
      'prepare-packs': renewPacks,
      ledger: answerLedger,
      'pack-details': packDetails,
      'reinstall-corpus': async () => {
        const corpus = await corpusHere().reinstall();
        await prepareCorpus();
        return { corpus };
      },
      ...savedHandlers,
    },
    { ...backgroundRequests, ...savedRequests },
    trusts,
  );
});

function trusts(name: MessageName, sender: Sender): boolean {
  if (isExtensionPage(sender) && FROM_PAGES.includes(name)) return true;
  return tabOf(sender) !== null && FROM_READERS.includes(name);
}
