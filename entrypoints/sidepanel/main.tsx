import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import { SaveBar } from '../../components/panel/saved/SaveBar.tsx';
import { SavedHint, SavedSources } from '../../components/panel/saved/SavedSources.tsx';
import { nameDocument } from '../../components/parts/document-language.ts';
import { lazyView } from '../../components/parts/lazy.tsx';
import '../../components/pages.css';
import { followWords } from '../../utils/extension/interface-words.ts';
import type { Words } from '../../utils/words/types.ts';
import { events } from './events.ts';
import { focus, host, startModel, state, tab, theme } from './model.ts';
import { PledgesTab } from './pledges.tsx';
import { comparison, lookBeside, saveBar, saveThisPage, wishFor } from './saved-beside.ts';
import { followQueries } from './search-query.ts';

/** Null until the language is known. */
const words = signal<Words | null>(null);

/** The views beside *This page*; each loads its own code and data when it is first shown. */
const SavedTab = lazyView(async () => (await import('./saved-tab.tsx')).SavedTab);
const SearchTab = lazyView(async () => (await import('./search.tsx')).SearchTab);
const DraftTab = lazyView(async () => (await import('./draft.tsx')).DraftTab);
const views = (words: Words): PanelProps['views'] => ({
  pledges: <PledgesTab words={words} />,
  search: <SearchTab words={words} />,
  saved: <SavedTab words={words} />,
  draft: <DraftTab words={words} />,
});

const readSaved = (id: string) => wishFor({ read: id });

/** What the reader's saved pages add to the view of a page. */
function own(words: Words): Pick<PanelProps, 'bar' | 'beside'> {
  const bar = saveBar.value;
  const saved = comparison.value;
  return {
    bar: bar && <SaveBar bar={bar} words={words} onSave={saveThisPage} onShow={readSaved} />,
    ...(saved && {
      beside: {
        hint: (item) => <SavedHint item={item} comparison={saved} words={words} />,
        under: (item) => <SavedSources item={item} comparison={saved} words={words} onRead={readSaved} />,
      },
    }),
  };
}

function App() {
  if (!words.value) return null;
  return (
    <Panel
      state={state.value}
      host={host.value}
      words={words.value}
      events={events}
      theme={theme.value}
      focus={focus.value}
      tab={tab.value}
      views={views(words.value)}
      {...own(words.value)}
      onChooseTab={(next) => {
        tab.value = next;
      }}
    />
  );
}

const app = document.getElementById('app');
if (app) render(<App />, app);
followWords((next) => {
  nameDocument(next, next.t('brand.name'));
  words.value = next;
});
void startModel();
effect(() => void lookBeside(state.value));
void followQueries(() => {
  tab.value = 'search';
});
