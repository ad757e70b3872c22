import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import '../../components/pages.css';
import { makeWords } from '../../utils/words/index.ts';
import { events } from './events.ts';
import { focus, host, startModel, state, tab, theme } from './model.ts';
import { PledgesTab } from './pledges.tsx';

const words = makeWords(browser.i18n.getUILanguage());

/** The views beside *This page*; each loads its own code and data when it is first shown. */
const views: PanelProps['views'] = { pledges: <PledgesTab words={words} /> };

function App() {
  return (
    <Panel
      state={state.value}
      host={host.value}
      words={words}
      events={events}
      theme={theme.value}
      focus={focus.value}
      tab={tab.value}
      views={views}
      onChooseTab={(next) => {
        tab.value = next;
      }}
    />
  );
}

const app = document.getElementById('app');
if (app) render(<App />, app);
void startModel();
