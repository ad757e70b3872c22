/** The panel's state, kept in step with the tab in front. Nothing is kept of a page once another is in front. */
import { signal } from '@preact/signals';
import { type PanelState, panelState } from '../../components/panel/state.ts';
import type { PanelTab } from '../../components/panel/Tabs.tsx';
import { answer, ask } from '../../utils/extension/messages.ts';
import { takeFocus, watchFocus } from '../../utils/extension/panel-focus.ts';
import { panelRequests } from '../../utils/extension/panel-requests.ts';
import type { CorpusState, Focus, PackLine } from '../../utils/extension/protocol.ts';
import { settings, siteOff, type Theme } from '../../utils/extension/settings.ts';
import { lookAt, type TabView, tabInFront, watchTabs } from './tab.ts';

/** While something is on its way, so often is it asked for: a page off the topic sends no word when it is done. */
const ASK_AGAIN_MS = 400;
/** After that long nothing is on its way any more; a change of the tab starts anew. */
const PATIENCE_MS = 60_000;
const UNDERWAY: readonly PanelState['view'][] = ['loading', 'scanning', 'preparing'];

export const state = signal<PanelState>({ view: 'loading' });
export const host = signal<string | null>(null);
export const theme = signal<Theme>('system');
export const tab = signal<PanelTab>('page');
export const focus = signal<Focus | undefined>(undefined);
/** The tab that `state` speaks of. */
export const current: { tab: number | null; url: string | null } = { tab: null, url: null };

let generation = 0;

/** Looks at the tab in front, and again as long as something is on its way. */
export async function refresh(): Promise<void> {
  const mine = ++generation;
  const end = Date.now() + PATIENCE_MS;
  do {
    const tab = await tabInFront();
    if (mine !== generation) return;
    if (tab?.id !== current.tab) state.value = { view: 'loading' };
    const [view, { corpus, packs }] = await Promise.all([tab ? lookAt(tab) : NO_TAB, askCorpus()]);
    if (mine !== generation) return;
    current.tab = tab?.id ?? null;
    current.url = view.url;
    host.value = view.site.host;
    state.value = panelState(
      view.site,
      corpus,
      view.reader,
      packs.map((pack) => pack.title),
    );
    await takeFocusFor(current.tab);
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  } while (mine === generation && UNDERWAY.includes(state.value.view) && Date.now() < end);
}

const NO_TAB: TabView = {
  site: { host: null, access: 'browser', offHere: false, offEverywhere: false },
  reader: null,
  url: null,
};

async function askCorpus(): Promise<{ corpus: CorpusState; packs: PackLine[] }> {
  try {
    return await ask('corpus-state', null);
  } catch (error) {
    return {
      corpus: { state: 'unavailable', reason: error instanceof Error ? error.message : String(error) },
      packs: [],
    };
  }
}

async function takeFocusFor(inFront: number | null): Promise<void> {
  if (state.value.view !== 'report') return;
  const left = await takeFocus();
  if (left?.tab !== inFront) return;
  tab.value = 'page';
  focus.value = { item: left.item, entity: left.entity, document: left.document };
}

/** Starts following tabs, settings and messages. */
export async function startModel(): Promise<void> {
  const again = (): void => void refresh();
  watchTabs(again);
  watchFocus(again);
  settings.offEverywhere.watch(again);
  settings.theme.watch((value) => {
    theme.value = value;
  });
  answer(
    {
      'tab-changed': ({ tab }) => {
        if (tab === current.tab) again();
        return { noted: true };
      },
      'panel-toggled': (request) => {
        void closeIfToggled(request.window, request.at);
        return { noted: true };
      },
    },
    panelRequests,
  );
  theme.value = await settings.theme.get();
  await refresh();
}

async function closeIfToggled(window: number, at: number): Promise<void> {
  const tab = await tabInFront();
  // A panel that this very press opened started after it.
  if (tab?.windowId === window && performance.timeOrigin < at) globalThis.close();
}

/** Turns the site in front off or on. The switch says so at once: the page follows later, and a second press means the other way. */
export async function switchSite(on: boolean): Promise<void> {
  generation += 1;
  state.value = { view: on ? 'scanning' : 'off-site' };
  if (host.value) await siteOff(host.value).set(!on);
  await refresh();
}
