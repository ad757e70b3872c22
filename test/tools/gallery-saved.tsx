/** Stories of the reader's own pages: the line over the page, the preview, the tab, and what stands under a figure. */
import type { VNode } from 'preact';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import type {
  SaveBarState,
  SavedEvents,
  SavedListState,
  SavedNotice,
  SavedState,
} from '../../components/panel/saved/events.ts';
import { SaveBar } from '../../components/panel/saved/SaveBar.tsx';
import { SavedHint, SavedSources } from '../../components/panel/saved/SavedSources.tsx';
import { SavedView } from '../../components/panel/saved/SavedView.tsx';
import type { PanelState } from '../../components/panel/state.ts';
import { firstChoices } from '../../corpus/saved-page.ts';
import type { SavedLoss } from '../../utils/extension/protocol.ts';
import * as fixtures from '../fixtures/reports.ts';
import * as saved from '../fixtures/saved.ts';
import { words } from './gallery-words.ts';

const nothing = () => {};

const savedEvents: SavedEvents = {
  onSearch: nothing,
  onRead: nothing,
  onDelete: nothing,
  onExport: nothing,
  onBack: nothing,
  onChange: nothing,
  onSave: nothing,
  onRetry: nothing,
  onDismissNotice: nothing,
  onDismissLoss: nothing,
  missing: (item) => (item.measure === null ? ['country'] : []),
  passage: (page) => page.document.url,
};

const ready: SavedListState = { state: 'ready', pages: saved.HEADS, all: 2 };
const preview = (more: Partial<Extract<SavedState, { mode: 'preview' }>> = {}): SavedState => ({
  mode: 'preview',
  draft: saved.DRAFT,
  choices: firstChoices(saved.DRAFT),
  problems: [],
  busy: false,
  ...more,
});
const choices = firstChoices(saved.DRAFT);

const tabs: Record<string, [SavedState, SavedListState?, SavedNotice?, SavedLoss?]> = {
  loss: [{ mode: 'list' }, ready, undefined, { at: '2026-11-22T18:00:00.000Z', lost: 3, kept: 2 }],
  list: [{ mode: 'list' }, ready],
  deleted: [
    { mode: 'list' },
    { state: 'ready', pages: saved.HEADS.slice(1), all: 2 },
    { text: words.t('saved.deleted', { title: 'Allies agree outline of a force' }), undo: nothing },
  ],
  empty: [{ mode: 'list' }, { state: 'ready', pages: [], all: 0 }],
  'no-match': [{ mode: 'list' }, { state: 'ready', pages: [], all: 2 }],
  'no-database': [
    { mode: 'list' },
    { state: 'refused', refused: { ok: false, why: 'no-database', reason: 'InvalidStateError' } },
  ],
  private: [{ mode: 'refused', refused: { ok: false, why: 'private' } }],
  full: [preview({ refused: { ok: false, why: 'full', reason: 'QuotaExceededError' } })],
  reading: [{ mode: 'reading' }],
  preview: [preview()],
  'preview-problems': [
    preview({
      draft: {
        ...saved.DRAFT,
        cut: true,
        more: true,
        read: false,
        names: [],
        earlier: { savedAt: '2026-11-20T09:30:00.000Z' },
      },
      choices: {
        ...choices,
        title: '',
        date: '5 September',
        items: { ...choices.items, f1: { keep: true, measure: 'troops-by-country' } },
      },
      problems: ['title', 'date'],
    }),
  ],
  text: [{ mode: 'text', page: saved.PAGE, labels: { 'troop-pledging-countries': 'Countries pledging troops' } }],
};

const panelEvents: PanelProps['events'] = {
  onSwitchSite: nothing,
  onSwitchEverywhere: nothing,
  onAllowSite: nothing,
  onReadAgain: nothing,
  onRetryCorpus: nothing,
  onShowOnPage: nothing,
  onCopy: async () => true,
  onExport: async () => null,
  onDismiss: async () => true,
  onOpenSettings: nothing,
};

interface Story {
  kind: 'panel';
  draw(theme: 'light' | 'dark', id: string): VNode;
}

const panel =
  (state: PanelState, more: Partial<PanelProps>): Story['draw'] =>
  (theme) => (
    <Panel state={state} host="example-courier.com" words={words} events={panelEvents} theme={theme} {...more} />
  );

const report: PanelState = {
  view: 'report',
  report: fixtures.withItems(fixtures.pledging, fixtures.members, fixtures.fuel),
  title: 'Allies agree outline of a force',
  stale: false,
};
const comparison = saved.comparisonFor(fixtures.pledging.id, fixtures.members.id);
const bar = (state: SaveBarState) => <SaveBar bar={state} words={words} onSave={nothing} onShow={nothing} />;
const beside: PanelProps['beside'] = {
  hint: (item) => <SavedHint item={item} comparison={comparison} words={words} />,
  under: (item) => <SavedSources item={item} comparison={comparison} words={words} onRead={nothing} />,
};

export const savedStories: Record<string, Story> = {
  ...Object.fromEntries(
    Object.entries(tabs).map(([name, [state, list = ready, notice = null, loss = null]]) => [
      `panel-saved-${name}`,
      {
        kind: 'panel' as const,
        draw: panel(report, {
          tab: 'saved',
          views: {
            saved: (
              <SavedView state={state} list={list} notice={notice} loss={loss} words={words} events={savedEvents} />
            ),
          },
        }),
      },
    ]),
  ),
  'panel-saved-beside': {
    kind: 'panel',
    draw: panel(report, {
      bar: bar({ state: 'saved', id: 'saved-1', savedAt: '2026-11-22T18:00:00.000Z' }),
      beside,
      focus: { item: fixtures.members.id },
      views: { saved: <p /> },
    }),
  },
  'panel-saved-bar': {
    kind: 'panel',
    draw: panel({ view: 'off-topic', topics: [] }, { bar: bar({ state: 'ready' }), views: { saved: <p /> } }),
  },
  'panel-saved-bar-private': {
    kind: 'panel',
    draw: panel({ view: 'off-topic', topics: [] }, { bar: bar({ state: 'private' }), views: { saved: <p /> } }),
  },
};
