import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import '../../components/pages.css';
import { events, load, props, watch } from './model.ts';

function App() {
  return props.value ? <Options {...props.value} events={events} /> : null;
}

const app = document.getElementById('app');
if (app) render(<App />, app);
void load();
watch();
