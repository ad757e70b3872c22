import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Focus } from '../../utils/extension/protocol.ts';
import type { Item } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { Tool } from '../parts/Icon.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { cite } from './citation.ts';
import type { CopyAs, ItemExtras } from './Details.tsx';
import type { PanelEvents } from './events.ts';
import type { ExportFormat } from './export/request.ts';
import { Head, summarise } from './Head.tsx';
import { itemElementId } from './Items.tsx';
import { LiveContext, useLiveRegion } from './live.tsx';
import { nameElementId } from './Names.tsx';
import { Notice, noticeText } from './Notice.tsx';
import { documentElementId } from './Related.tsx';
import type { PanelState } from './state.ts';
import { PANEL_TABS, type PanelTab, Tabs, tabElementId, viewElementId } from './Tabs.tsx';
import { ThisPage } from './ThisPage.tsx';

export interface PanelProps {
  state: PanelState;
  /** Host of the tab; null where there is none. */
  host: string | null;
  words: Words;
  events: PanelEvents;
  theme?: 'system' | 'light' | 'dark';
  /** What to bring into view: left by a card's "See all sources". A new object asks again. */
  focus?: Focus;
  tab?: PanelTab;
  /** What stands in the tabs beside *This page*; a tab that is not given is not drawn. */
  views?: Partial<Record<Exclude<PanelTab, 'page'>, ComponentChildren>>;
  onChooseTab?(tab: PanelTab): void;
  /** Over *This page*, whatever it shows. */
  bar?: ComponentChildren;
  /** What the reader's own pages say of an item. */
  beside?: ItemExtras;
}

/** What the live region says of a page's state: the counts, or the title of the notice. */
function spoken({ state, host, words, events }: PanelProps): string {
  if (state.view === 'report') {
    const summary = summarise(state, words);
    return summary ? [...summary.hot, ...summary.rest, summary.names].join(', ') : '';
  }
  return noticeText(state, host ?? '', words, events).title;
}

const elementIdOf = ({ item, entity, document }: Focus): string | null => {
  if (item) return itemElementId(item);
  if (entity) return nameElementId(entity);
  return document ? documentElementId(document) : null;
};

/** How far the sources reach, and what stands around the views. */
function Foot({ state, words, onOpenSettings }: Pick<PanelProps, 'state' | 'words'> & { onOpenSettings(): void }) {
  const { t } = words;
  const packs = state.view === 'report' ? state.report.packs : [];
  return (
    <footer class="panel__foot">
      <div>
        {packs.map((pack) => (
          <p key={pack.id}>{t('panel.reach-pack', { pack: pack.title, date: words.date(pack.newest) })}</p>
        ))}
        {state.view === 'report' && !state.report.page.date && <p>{t('panel.compared-undated')}</p>}
        <p>{t('panel.local')}</p>
      </div>
      <button
        type="button"
        class="tool"
        aria-label={t('panel.settings')}
        title={t('panel.settings')}
        onClick={onOpenSettings}
      >
        <Tool name="gear" />
      </button>
    </footer>
  );
}

/** The side panel: one view for one state, with head and foot around it. */
export function Panel(props: PanelProps) {
  const { state, host, words, events, theme = 'system', focus, tab = 'page', views = {} } = props;
  const tabs = PANEL_TABS.filter((each) => each === 'page' || views[each] !== undefined);
  const current = tabs.includes(tab) ? tab : 'page';
  const main = useRef<HTMLElement>(null);
  const root = useKeptFocus<HTMLDivElement>([state.view, current], main);
  const { live, region } = useLiveRegion((noted) => (current === 'page' ? spoken(props) : noted));
  const { say } = live;

  const ready = state.view === 'report' && current === 'page';
  useEffect(() => {
    const id = focus && ready ? elementIdOf(focus) : null;
    const element = id ? root.current?.ownerDocument.getElementById(id) : null;
    if (!element) return;
    element.scrollIntoView({ block: 'start' });
    element.focus({ preventScroll: true });
  }, [focus, ready]);

  const copy = async (item: Item, as: CopyAs) => {
    if (state.view !== 'report') return;
    const citation = cite(item, state.report, { title: state.title, host }, words);
    const copied = await events.onCopy(citation[as]);
    say(copied ? words.t('panel.copied') : words.t('panel.not-copied'));
  };

  const exportAs = async (item: Item, format: ExportFormat) => {
    if (state.view !== 'report') return;
    const page = { title: state.title, host };
    const name = await events.onExport({ format, item, report: state.report, page, words });
    say(name === null ? words.t('export.failed') : words.t('export.done', { name }));
  };

  const dismiss: PanelEvents['onDismiss'] = async (dismissals, dismissed) => {
    const kept = await events.onDismiss(dismissals, dismissed);
    if (!kept) say(words.t('panel.dismissed-failed'));
    return kept;
  };

  return (
    <div class="theme panel" data-theme={theme === 'system' ? undefined : theme} ref={root}>
      <Head state={state} host={host} words={words} onSwitchSite={(on) => events.onSwitchSite(on)}>
        <Tabs tabs={tabs} current={current} words={words} onChoose={(next) => props.onChooseTab?.(next)} />
      </Head>
      <main class="panel__main" ref={main} tabIndex={-1}>
        <div
          {...(tabs.length > 1 && {
            role: 'tabpanel',
            id: viewElementId(current),
            'aria-labelledby': tabElementId(current),
          })}
        >
          {current === 'page' && props.bar}
          {current !== 'page' ? (
            <LiveContext.Provider value={live}>{views[current]}</LiveContext.Provider>
          ) : state.view === 'report' ? (
            <ThisPage
              state={state}
              host={host}
              words={words}
              focus={focus}
              beside={props.beside}
              onShow={(item) => events.onShowOnPage(item)}
              onShowPlace={(place) => events.onShowOnPage(place)}
              onExport={(item, format) => void exportAs(item, format)}
              onCopy={(item, as) => void copy(item, as)}
              onDismiss={dismiss}
              onReadAgain={() => events.onReadAgain()}
              onAllowSite={() => events.onAllowSite()}
            />
          ) : (
            <Notice state={state} host={host} words={words} events={events} />
          )}
        </div>
      </main>
      <Foot state={state} words={words} onOpenSettings={() => events.onOpenSettings()} />
      {region}
    </div>
  );
}
