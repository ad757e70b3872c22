/** The *Draft* tab: a file of its own, loaded when the tab is first shown. The text lives in this page's memory alone. */
import { signal } from '@preact/signals';
import { DraftView } from '../../components/panel/draft/DraftView.tsx';
import { MOST_CHARACTERS, paragraphsOf, withPlainLines } from '../../components/panel/draft/paragraphs.ts';
import type { DraftEvents, DraftState } from '../../components/panel/draft/state.ts';
import { ask } from '../../utils/extension/messages.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import type { Words } from '../../utils/words/types.ts';
import { events as panelEvents } from './events.ts';

/** While the packs are being written, so often is it asked how far they are. */
const ASK_AGAIN_MS = 400;

/** Today where the reader is: `toISOString` would give the day in Greenwich. */
function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const text = signal('');
const date = signal(today());
const state = signal<DraftState>({ view: 'blank' });
const busy = signal(false);
/** What the report on show speaks of. */
let checked = { text: '', date: '' };
/** An answer to an earlier press is none to this one. */
let generation = 0;

/** The report stays while the reader writes on, and says that it is of an earlier text. */
function noteChange(): void {
  const now = state.value;
  if (now.view === 'checked')
    state.value = { ...now, stale: text.value !== checked.text || date.value !== checked.date };
  else if (now.view === 'empty') state.value = { view: 'blank' };
}

async function check(): Promise<void> {
  const mine = ++generation;
  const asked = { text: text.value, date: date.value };
  // The view says so already.
  if (asked.text.length > MOST_CHARACTERS) return;
  if (asked.text.trim() === '') {
    busy.value = false;
    state.value = { view: 'empty' };
    return;
  }
  busy.value = true;
  const paragraphs = paragraphsOf(withPlainLines(asked.text));
  const blocks = paragraphs.map(({ from: _, ...block }) => block);
  for (;;) {
    const next = await ask('check-draft', { date: asked.date || null, blocks }).then(
      (answer): DraftState => {
        if (answer.ok) return { view: 'checked', report: answer.report, paragraphs, stale: false };
        const { corpus, reason } = answer;
        if (corpus.state === 'preparing') return { view: 'preparing', done: corpus.done, of: corpus.of };
        return { view: 'failed', reason };
      },
      (error: unknown): DraftState => ({
        view: 'failed',
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
    if (mine !== generation) return;
    checked = asked;
    state.value = next;
    if (next.view === 'checked') noteChange();
    if (next.view !== 'preparing') {
      busy.value = false;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    if (mine !== generation) return;
  }
}

const events: DraftEvents = {
  onText: (next) => {
    text.value = next;
    noteChange();
  },
  onDate: (next) => {
    date.value = next;
    noteChange();
  },
  onCheck: () => void check(),
  onCopy: panelEvents.onCopy,
  onExport: panelEvents.onExport,
};

export function DraftTab({ words }: { words: Words }) {
  return (
    <DraftView
      state={state.value}
      text={text.value}
      date={date.value}
      busy={busy.value}
      words={draftWords(words)}
      events={events}
    />
  );
}
