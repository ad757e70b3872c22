/** The *Pledges* view in all its states, for the gallery. */
import type { VNode } from 'preact';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import { EVERYTHING } from '../../components/panel/pledges/choose.ts';
import { Pledges, type PledgesProps } from '../../components/panel/pledges/Pledges.tsx';
import { FULL_LEDGER, ledgerOf } from '../fixtures/ledgers.ts';
import { words } from './gallery-words.ts';

const events = { onCopy: async () => true, onRetry: () => {} };

const STATES: Record<string, Omit<PledgesProps, 'words' | 'events'>> = {
  full: { state: { view: 'ledgers', ledgers: [FULL_LEDGER] } },
  open: {
    state: { view: 'ledgers', ledgers: [FULL_LEDGER] },
    choice: { ...EVERYTHING, text: 'northland' },
    open: 'northland',
  },
  'none-fit': { state: { view: 'ledgers', ledgers: [FULL_LEDGER] }, choice: { ...EVERYTHING, text: 'xyz' } },
  'two-packs': {
    state: {
      view: 'ledgers',
      ledgers: [{ ...ledgerOf([]), pack: { id: 'other', title: 'Another topic', newest: '2026-01-01' } }, FULL_LEDGER],
    },
  },
  none: { state: { view: 'ledgers', ledgers: [] } },
  loading: { state: { view: 'loading' } },
  preparing: { state: { view: 'preparing', done: 84, of: 210 } },
  failed: { state: { view: 'failed', reason: 'The background did not answer.' } },
};

/** `draw` for each state, inside a panel. */
export function pledgesStories(
  panel: Pick<PanelProps, 'events' | 'state'>,
): Record<string, { kind: 'panel'; draw(theme: 'light' | 'dark'): VNode }> {
  return Object.fromEntries(
    Object.entries(STATES).map(([name, props]) => [
      `panel-pledges-${name}`,
      {
        kind: 'panel' as const,
        draw: (theme) => (
          <Panel
            {...panel}
            host={null}
            words={words}
            theme={theme}
            tab="pledges"
            views={{ pledges: <Pledges {...props} words={words} events={events} /> }}
          />
        ),
      },
    ]),
  );
}
