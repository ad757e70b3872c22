import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { nameDocument } from '../../components/parts/document-language.ts';
import { type SitesMode, Welcome } from '../../components/welcome/Welcome.tsx';
import '../../components/pages.css';
import { followWords } from '../../utils/extension/interface-words.ts';
import { settings, type Theme } from '../../utils/extension/settings.ts';
import { chooseSites, sitesChoice } from '../../utils/extension/site-access.ts';
import type { Words } from '../../utils/words/types.ts';
import { offerCards } from '../card/offer.ts';
import { runOnPage } from '../reader/session.ts';

/** Null until the language is known. */
const words = signal<Words | null>(null);
const mode = signal<SitesMode | null>(null);
const theme = signal<Theme>('system');
const shortcuts = signal<{ panel?: string; nextMark?: string }>({});

async function load(): Promise<void> {
  const choice = await sitesChoice();
  mode.value = choice === 'ask' ? null : choice;
  theme.value = await settings.theme.get();
  const commands = await browser.commands.getAll();
  const keys = (name: string) => commands.find((command) => command.name === name)?.shortcut || undefined;
  shortcuts.value = { panel: keys('toggle-panel'), nextMark: keys('next-mark') };
}

function App() {
  if (!words.value) return null;
  return (
    <Welcome
      words={words.value}
      theme={theme.value}
      mode={mode.value}
      shortcuts={shortcuts.value}
      // In the first turn of the click, or the browser does not ask.
      onChoose={(wanted) => void chooseSites(wanted).then(load)}
    />
  );
}

const app = document.getElementById('app');
if (app) render(<App />, app);
void load();
offerCards();
let isRead = false;
followWords((next) => {
  nameDocument(next, next.t('page.welcome'));
  words.value = next;
  // The sample article is read by the very reader that runs on pages, once it is drawn; here it needs no permission.
  if (!isRead) void runOnPage(new AbortController().signal);
  isRead = true;
});
