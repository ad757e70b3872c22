/** The *Pledges* tab: its code and its data are fetched when it is first shown. */
import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Choice } from '../../components/panel/pledges/choose.ts';
import type { PledgesProps } from '../../components/panel/pledges/Pledges.tsx';
import type { PledgesEvents, PledgesState } from '../../components/panel/pledges/state.ts';
import { ask } from '../../utils/extension/messages.ts';
import type { LedgerAnswer } from '../../utils/extension/protocol.ts';
import type { Words } from '../../utils/words/types.ts';

/** While the packs are being written, so often is it asked how far they are. */
const ASK_AGAIN_MS = 400;

const state = signal<PledgesState>({ view: 'loading' });
/** Null until its code is there. */
const view = signal<FunctionComponent<PledgesProps> | null>(null);

/** The filter as it was left: back in the tab, it is there again. */
let choice: Choice | undefined;

const events: PledgesEvents = {
  onCopy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  onRetry: () => {
    state.value = { view: 'loading' };
    void load();
  },
  onChoose: (next) => {
    choice = next;
  },
};

/** The reader may turn to another tab while this waits. */
let generation = 0;

async function load(): Promise<void> {
  const mine = ++generation;
  for (;;) {
    const next = await Promise.all([ask('ledger', null), loadView()]).then(([answer]) => stateFrom(answer), failed);
    if (mine !== generation) return;
    state.value = next;
    if (next.view !== 'preparing') return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    if (mine !== generation) return;
  }
}

async function loadView(): Promise<void> {
  view.value ??= (await import('../../components/panel/pledges/Pledges.tsx')).Pledges;
}

function stateFrom(answer: LedgerAnswer): PledgesState {
  if (answer.ok) return { view: 'ledgers', ledgers: answer.ledgers };
  const { corpus, reason } = answer;
  return corpus.state === 'preparing'
    ? { view: 'preparing', done: corpus.done, of: corpus.of }
    : { view: 'failed', reason };
}

const failed = (error: unknown): PledgesState => ({
  view: 'failed',
  reason: error instanceof Error ? error.message : String(error),
});

/** Asks anew each time it is shown, as packs may have come or gone meanwhile, and in another language. */
export function PledgesTab({ words }: { words: Words }) {
  useEffect(() => {
    void load();
    return () => {
      generation++;
    };
  }, [words]);
  const View = view.value;
  if (View) return <View state={state.value} words={words} events={events} choice={choice} />;
  return (
    <section class="notice" aria-busy={state.value.view !== 'failed'}>
      <h2>{state.value.view === 'failed' ? words.t('pledges.failed.title') : words.t('pledges.loading')}</h2>
      {state.value.view === 'failed' && (
        <button type="button" class="button" onClick={events.onRetry}>
          {words.t('action.try-again')}
        </button>
      )}
    </section>
  );
}
