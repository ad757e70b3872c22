import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/Panel.tsx';
import '../../components/pages.css';
import { makeWords } from '../../utils/words/index.ts';
import { events } from './events.ts';
import { focus, host, startModel, state, theme } from './model.ts';

const words = makeWords(browser.i18n.getUILanguage());

function App() {
  return (
    <Panel
      state={state.value}
      host={host.value}
      words={words}
      events={events}
      theme={theme.value}
      focus={focus.value}
    />
  );
}

const app = document.getElementById('app');
if (app) render(<App />, app);
void startModel();
