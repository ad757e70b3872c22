import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type SitesMode, Welcome } from '../../components/welcome/Welcome.tsx';
import '../../components/pages.css';
import { settings, type Theme } from '../../utils/extension/settings.ts';
import { chooseSites, sitesChoice } from '../../utils/extension/site-access.ts';
import { makeWords } from '../../utils/words/index.ts';
import { offerCards } from '../card/offer.ts';
import { runOnPage } from '../reader/session.ts';

const words = makeWords(browser.i18n.getUILanguage());
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
  return (
    <Welcome
      words={words}
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
// The sample article is read by the very reader that runs on pages; here it needs no permission.
void runOnPage(new AbortController().signal);
