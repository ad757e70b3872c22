import { effect } from '@preact/signals';
import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import { nameDocument } from '../../components/parts/document-language.ts';
import '../../components/pages.css';
import { data, loss, watchLoss } from './data.ts';
import { licences } from './licences.ts';
import { events, load, props, watch } from './model.ts';
import { library, loadPacks, tidyUp } from './packs.ts';

function App() {
  return props.value ? (
    <Options
      {...props.value}
      library={library.value}
      data={data.value}
      loss={loss.value}
      licences={licences.value}
      events={events}
    />
  ) : null;
}

const app = document.getElementById('app');
if (app) render(<App />, app);
effect(() => {
  const words = props.value?.words;
  if (words) nameDocument(words, words.t('page.options'));
});
void load();
void loadPacks();
tidyUp();
watchLoss();
watch();

// A file that is dropped beside the box must not take the place of this page.
for (const name of ['dragover', 'drop'] as const)
  window.addEventListener(name, (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
