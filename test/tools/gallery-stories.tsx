/** What the gallery draws: every component in every state. Runs in the browser; `gallery.ts` takes the pictures. */
import { render, type VNode } from 'preact';
import { EntityCard } from '../../components/card/EntityCard.tsx';
import { ItemCard } from '../../components/card/ItemCard.tsx';
import { PackDetails } from '../../components/options/PackDetails.tsx';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import type { PanelState } from '../../components/panel/state.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import type { Item } from '../../utils/report.ts';
import * as fixtures from '../fixtures/reports.ts';
import { SCALES } from '../fixtures/scales.ts';
import { draftStories } from './gallery-draft.tsx';
import { outlines, room } from './gallery-measures.ts';
import { optionsStories } from './gallery-options.tsx';
import { pledgesStories } from './gallery-pledges.tsx';
import { savedStories } from './gallery-saved.tsx';
import { searchStories } from './gallery-search.tsx';
import { cardWords, germanWords, words } from './gallery-words.ts';

export type Theme = 'light' | 'dark';

interface Story {
  kind: 'card' | 'panel' | 'page';
  draw(theme: Theme, id: string): VNode;
}

const nothing = () => {};

const itemCard =
  (item: Item, more: Partial<Parameters<typeof ItemCard>[0]> = {}) =>
  (theme: Theme, id: string) => (
    <ItemCard
      item={item}
      documents={fixtures.DOCUMENTS}
      words={cardWords}
      pinned={false}
      shortcut="Alt+Shift+S"
      theme={theme}
      titleId={id}
      onClose={nothing}
      onPin={nothing}
      onSeeAll={nothing}
      onDismiss={nothing}
      {...more}
    />
  );

const entityCard =
  (name: string, more: Partial<Parameters<typeof EntityCard>[0]> = {}) =>
  (theme: Theme, id: string) => (
    <EntityCard
      entity={fixtures.ENTITIES[name]!}
      surface={fixtures.ENTITIES[name]!.name}
      onDismiss={nothing}
      documents={fixtures.DOCUMENTS}
      words={cardWords}
      pinned={false}
      shortcut="Alt+Shift+S"
      theme={theme}
      titleId={id}
      onClose={nothing}
      onPin={nothing}
      onSeeAll={nothing}
      {...more}
    />
  );

const events: PanelProps['events'] = {
  onSwitchSite: nothing,
  onSwitchEverywhere: nothing,
  onAllowSite: nothing,
  onReadAgain: nothing,
  onRetryCorpus: nothing,
  onShowOnPage: nothing,
  onCopy: async () => true,
  onExport: async () => 'second-source.csv',
  onDismiss: async () => true,
  onOpenSettings: nothing,
};

const panel =
  (state: PanelState, more: Partial<PanelProps> = {}) =>
  (theme: Theme) => (
    <Panel state={state} host="example-courier.com" words={words} events={events} theme={theme} {...more} />
  );

const report = (items: Item[], more: Partial<Extract<PanelState, { view: 'report' }>> = {}): PanelState => ({
  view: 'report',
  report: fixtures.withItems(...items),
  title: 'Allies agree outline of a force',
  stale: false,
  ...more,
});

const states: Record<string, [PanelState, Partial<PanelProps>?]> = {
  full: [report(fixtures.FULL.items)],
  open: [
    report([fixtures.forceSize, fixtures.members, fixtures.crowded]),
    { focus: { item: 'i2', entity: 'emmanuel-macron' } },
  ],
  // Opened as by a card of the one that was dismissed.
  dismissed: [
    report(fixtures.FULL.items, { dismissed: fixtures.SOME_DISMISSED }),
    { focus: { item: fixtures.pledging.id } },
  ],
  'dismissed-folded': [report([fixtures.pledging, fixtures.fuel], { dismissed: fixtures.SOME_DISMISSED })],
  many: [report(fixtures.MANY)],
  'stale-memory': [report([fixtures.fuel], { stale: true, memory: 'The browser keeps no history in this window.' })],
  'no-figures': [report([])],
  loading: [{ view: 'loading' }],
  scanning: [{ view: 'scanning' }],
  preparing: [{ view: 'preparing', done: 84, of: 210 }],
  unavailable: [{ view: 'unavailable', reason: 'The database could not be opened (QuotaExceededError).' }],
  'off-topic': [{ view: 'off-topic', topics: ['Coalition of the Willing for Ukraine'] }],
  'off-site': [{ view: 'off-site' }],
  'off-everywhere': [{ view: 'off-everywhere' }],
  'no-access': [{ view: 'no-access' }],
  'no-access-hidden': [{ view: 'no-access' }, { host: null }],
  once: [report([fixtures.fuel], { once: true })],
  browser: [{ view: 'unsupported', why: 'browser' }, { host: null }],
  pdf: [{ view: 'unsupported', why: 'pdf' }],
  language: [{ view: 'unread-language', language: 'bg' }],
  failed: [{ view: 'failed', reason: 'The background did not answer.' }],
};

const panelStories = Object.fromEntries(
  Object.entries(states).map(([name, [state, more]]) => [
    `panel-${name}`,
    { kind: 'panel' as const, draw: panel(state, more) },
  ]),
);

/** In English, and in German, whose amounts are the longest. */
const scaleStories = Object.fromEntries(
  Object.entries(SCALES).flatMap(([name, one]) => [
    [`card-scale-${name}`, { kind: 'card' as const, draw: itemCard(one) }],
    [`card-scale-${name}-de`, { kind: 'card' as const, draw: itemCard(one, { words: germanWords }) }],
  ]),
);

export const stories: Record<string, Story> = {
  'card-conflicts': { kind: 'card', draw: itemCard(fixtures.pledging) },
  'card-less-exact': { kind: 'card', draw: itemCard(fixtures.members) },
  'card-agrees': { kind: 'card', draw: itemCard(fixtures.fuel) },
  'card-differ': { kind: 'card', draw: itemCard(fixtures.forceSize) },
  'card-wide-spread': { kind: 'card', draw: itemCard(fixtures.wideSpread) },
  'card-fact': { kind: 'card', draw: itemCard(fixtures.phone, { pinned: true }) },
  'card-stance': { kind: 'card', draw: itemCard(fixtures.germany) },
  'card-only-here': { kind: 'card', draw: itemCard(fixtures.onlyHere, { onSeeAll: undefined }) },
  'card-crowded': { kind: 'card', draw: itemCard(fixtures.crowded) },
  'card-dismissed': { kind: 'card', draw: itemCard(fixtures.pledging, { dismissed: true }) },
  'card-conflict-firefox': { kind: 'card', draw: itemCard(fixtures.pledging, { onSeeAll: undefined }) },
  'card-name-dismissed': { kind: 'card', draw: entityCard('giorgia-meloni', { dismissed: true }) },
  'card-sheet': { kind: 'card', draw: itemCard(fixtures.pledging, { form: 'sheet' }) },
  'card-name': { kind: 'card', draw: entityCard('giorgia-meloni') },
  'card-name-positions': { kind: 'card', draw: entityCard('emmanuel-macron') },
  'card-coalition': { kind: 'card', draw: entityCard('coalition-of-the-willing') },
  ...scaleStories,
  'panel-scales': { kind: 'panel', draw: panel(report(Object.values(SCALES))) },
  ...panelStories,
  ...pledgesStories({ events, state: { view: 'off-topic', topics: [] } }),
  ...savedStories,
  ...searchStories({ events, state: { view: 'off-topic', topics: [] } }),
  'panel-over-time': {
    kind: 'panel',
    draw: (theme) => (
      <div ref={showOverTime}>{panel(report([{ ...fixtures.changing, verdict: 'sources differ' }]))(theme)}</div>
    ),
  },
  ...draftStories({ events, state: { view: 'off-topic', topics: [] } }),
  'page-welcome': {
    kind: 'page',
    draw: (theme) => (
      <Welcome
        words={words}
        theme={theme}
        mode={null}
        shortcuts={{ panel: 'Alt+Shift+S', nextMark: 'Alt+Shift+N' }}
        onChoose={nothing}
      />
    ),
  },
  'page-pack-details': {
    kind: 'page',
    draw: (theme) => (
      <div class="theme options" data-theme={theme} ref={openDetails}>
        <main class="options__main">
          <h1>Settings</h1>
          <section class="options__section">
            <h2>Packs</h2>
            <PackDetails
              title="Coalition of the Willing for Ukraine"
              documents={210}
              newest="2026-01-12"
              details={fixtures.PACK_DETAILS}
              words={words}
            />
          </section>
        </main>
      </div>
    ),
  },
  ...optionsStories,
};

/** As after a press of the second view's button. */
function showOverTime(element: HTMLElement | null): void {
  setTimeout(() => element?.querySelector<HTMLButtonElement>('.views button:last-of-type')?.click(), 5);
}

/** As after a click on its line. */
function openDetails(element: HTMLElement | null): void {
  element?.querySelector('details')?.setAttribute('open', '');
}

declare global {
  interface Window {
    galleryNames: string[];
    galleryShow(names: string[], theme: Theme, width: number | null, cardCss: string): void;
    galleryRoom: typeof room;
    galleryOutlines: typeof outlines;
  }
}

/** Cards stand in a shadow root of their own, as on a page; the rest in the document. */
function place(name: string, theme: Theme, width: number | null, cardCss: string): HTMLElement {
  const story = stories[name];
  const cell = document.createElement('div');
  cell.className = 'cell';
  cell.dataset.story = name;
  if (!story) return cell;
  if (story.kind === 'card') {
    const host = document.createElement('div');
    cell.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    // As the reader's host (utils/page/card-host.ts), but in the flow and without the top layer.
    style.textContent = `:host{all:initial!important;direction:ltr!important;display:block!important}\n${cardCss}`;
    root.append(style);
    const inside = document.createElement('div');
    root.append(inside);
    render(story.draw(theme, `title-${name}`), inside);
  } else {
    if (width) cell.style.width = `${width}px`;
    render(story.draw(theme, `title-${name}`), cell);
  }
  return cell;
}

window.galleryNames = Object.keys(stories);
window.galleryRoom = room;
window.galleryOutlines = outlines;
window.galleryShow = (names, theme, width, cardCss) => {
  document.documentElement.dataset.gallery = theme;
  // Cards need a landmark around them; panels and pages bring their own.
  const stage = document.createElement(names.every((name) => stories[name]?.kind === 'card') ? 'main' : 'div');
  stage.className = 'stage';
  for (const name of names) stage.append(place(name, theme, width, cardCss));
  document.body.replaceChildren(stage);
};
