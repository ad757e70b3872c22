import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntityCard } from '../../components/card/EntityCard.tsx';
import { ItemCard } from '../../components/card/ItemCard.tsx';
import { DismissedList } from '../../components/options/Dismissed.tsx';
import { Options } from '../../components/options/Options.tsx';
import { PackDetails } from '../../components/options/PackDetails.tsx';
import { Packs } from '../../components/options/Packs.tsx';
import type { PacksView, PreviewView } from '../../components/options/packs-view.ts';
import { cite } from '../../components/panel/citation.ts';
import type { PanelEvents } from '../../components/panel/events.ts';
import { countVerdicts, namesHere, orderItems } from '../../components/panel/order.ts';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import { type PanelState, panelState, type SiteState } from '../../components/panel/state.ts';
import { toneOf, verdictWord } from '../../components/parts/Chip.tsx';
import { splitAt } from '../../components/parts/Emphasis.tsx';
import { groupSources } from '../../components/parts/groups.ts';
import { safeHref } from '../../components/parts/link.ts';
import { SourceList } from '../../components/parts/Sources.tsx';
import { SAMPLE } from '../../components/welcome/sample.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { type Dismissal, type DismissedHere, figureOf, keyOf, NOTHING_DISMISSED } from '../../utils/dismissals.ts';
import type { CorpusState, PackDetails as Details, ReaderState } from '../../utils/extension/protocol.ts';
import type { Item, Verdict } from '../../utils/report.ts';
import { makeCardWords } from '../../utils/words/card-words.ts';
import { makeWords } from '../../utils/words/index.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import * as packs from '../fixtures/packs-view.ts';
import {
  crowded,
  DOCUMENTS,
  ENTITIES,
  FULL,
  forceSize,
  fuel,
  germany,
  item,
  MANY,
  members,
  onlyHere,
  PACK_DETAILS,
  phone,
  pledging,
  source,
  unmeasured,
  withItems,
} from '../fixtures/reports.ts';

const words = makeWords('en');
const { document, window } = parseHTML('<!doctype html><html><body></body></html>');
const before = { document: globalThis.document, window: globalThis.window };
Object.assign(globalThis, { document, window });
afterAll(() => Object.assign(globalThis, before));

/** linkedom draws nothing and so scrolls nothing. */
const scrolledTo = vi.fn();
window.HTMLElement.prototype.scrollIntoView = scrolledTo;

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

const draw = (node: VNode): HTMLElement => {
  act(() => render(node, root));
  return root;
};
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (name: string | RegExp): HTMLElement => {
  const matches = (one: Element) => {
    const label = one.getAttribute('aria-label') ?? text(one);
    return typeof name === 'string' ? label === name : name.test(label);
  };
  const found = [...root.querySelectorAll('button')].find(matches);
  if (!found) throw new Error(`no button ${name}`);
  return found as HTMLElement;
};
const fire = (element: Element | undefined, type: string) =>
  act(() => {
    element?.dispatchEvent(new window.Event(type, { bubbles: true }));
  });
const click = (name: string | RegExp) => fire(button(name), 'click');

/** Every control has a name, every link is safe: true of whatever is drawn. */
function checkControls(): void {
  for (const control of root.querySelectorAll('button, a'))
    expect(text(control) || control.getAttribute('aria-label'), control.outerHTML).toBeTruthy();
  for (const link of root.querySelectorAll('a')) {
    expect(link.getAttribute('href')).toMatch(/^https?:/);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  }
  for (const button of root.querySelectorAll('button')) expect(button.getAttribute('type')).toBe('button');
}

const cardEvents = () => ({ onClose: vi.fn(), onPin: vi.fn(), onSeeAll: vi.fn() });
const itemCard = (one: Item, more: Partial<Parameters<typeof ItemCard>[0]> = {}) => (
  <ItemCard
    item={one}
    documents={DOCUMENTS}
    words={makeCardWords()}
    pinned={false}
    shortcut="Alt+Shift+S"
    {...cardEvents()}
    {...more}
  />
);

describe('card of an item', () => {
  it.each<[string, Item, string[]]>([
    [
      'a conflict',
      pledging,
      [
        'Countries pledging troops',
        'Conflicts',
        'Novaya Gazeta Europe and 3 more',
        '4–5 Sep 2025',
        'Easily mixed up:',
        'membership',
      ],
    ],
    ['a wider figure', members, ['Coalition members', 'Less exact', 'changed since']],
    ['agreement', fuel, ['Agrees', '€1.1bn', 'White House']],
    ['sources that differ', forceSize, ['Sources differ', '25,000', '10,000–15,000', '1 more source']],
    ['a fact', phone, ['by video', 'by phone', 'This page', 'Paris, 4 Sep 2025']],
    ['a position', germany, ['Changed since', 'undecided', 'conditional']],
    ['nothing to compare with', onlyHere, ['Only here', 'No source here']],
  ])('says what there is to say of %s', (_name, one, expected) => {
    draw(itemCard(one));
    for (const part of expected) expect(text(root)).toContain(part);
    expect(text(root)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    checkControls();
  });

  it('is a dialog named by its title, left to right, and not modal', () => {
    draw(itemCard(pledging, { titleId: 'x' }));
    const dialog = root.querySelector('[role=dialog]');
    expect(dialog?.getAttribute('aria-labelledby')).toBe('x');
    expect(dialog?.getAttribute('dir')).toBe('ltr');
    expect(dialog?.hasAttribute('aria-modal')).toBe(false);
    expect(text(root.querySelector('#x'))).toBe('Countries pledging troops');
  });

  it('has a table twin with this page and every source', () => {
    draw(itemCard(pledging));
    const rows = [...root.querySelectorAll('tbody tr')].map(text);
    expect(rows).toHaveLength(1 + pledging.against.length);
    expect(rows[0]).toContain('about 35 countries');
    expect(rows[6]).toContain('24 or more');
    expect(root.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(
      'This page: ≈ 35. Other sources: 26 × 4, ≈ 26 and > 24.',
    );
  });

  it('never makes a link of an address that could run', () => {
    draw(itemCard(crowded));
    expect(text(root)).toContain('No link');
    checkControls();
  });

  it('sends its events', () => {
    const events = cardEvents();
    draw(itemCard(pledging, events));
    click('Keep open');
    click('Close');
    click('See all sources');
    expect(events.onPin).toHaveBeenCalledWith(true);
    expect(events.onClose).toHaveBeenCalledOnce();
    expect(events.onSeeAll).toHaveBeenCalledOnce();
  });

  it('names the keys where a click cannot open the panel', () => {
    draw(itemCard(pledging, { onSeeAll: undefined }));
    expect(text(root)).toContain('open the side panel with Alt+Shift+S');
    expect(() => button('See all sources')).toThrow();
  });

  it('stands a document that is missing from the report', () => {
    draw(itemCard(item('x', { against: [source('gone', '26', 'same', { asOf: undefined })] })));
    expect(text(root)).toContain('gone · no date');
  });
});

describe('card of a figure that many sources give', () => {
  const many = (more: Parameters<typeof source>[3][]) =>
    item('m', {
      ...crowded,
      against: more.map((one) => source('journal', '35', 'conflicts', one)),
    });

  it('says what was counted where all say so, and not where one of them does', () => {
    draw(itemCard(many([{ wording: 'states' }, { wording: 'states', document: 'novaya' }])));
    expect(text(root.querySelector('.sources'))).toContain('States');
    draw(itemCard(many([{ wording: 'states' }, { document: 'novaya' }, { document: 'elysee' }])));
    expect(text(root.querySelector('.sources'))).not.toContain('tates');
  });

  it('leaves to the panel what is of another time, and what a source says a second time', () => {
    draw(itemCard(many([{}, { display: '31', far: true }, { display: '≈ 35', secondary: true }])));
    expect(root.querySelectorAll('.sources__row')).toHaveLength(1);
    expect(text(root)).toContain('1 more source in the side panel');
    draw(itemCard(many([{ far: true }])));
    expect(root.querySelectorAll('.sources__row')).toHaveLength(1);
  });

  it('says in a word how a source stands, and in the panel how exactly', () => {
    const fits = source('novaya', '> 30', 'fits', { exactness: 'more exact' });
    const one = item('m', { ...crowded, against: [source('journal', '35', 'conflicts'), fits] });
    draw(itemCard(one));
    expect(text(root)).not.toContain('more exact');
    draw(<SourceList item={one} documents={DOCUMENTS} words={words} limit={5} roomy />);
    expect(text(root)).toContain('fits, this page is more exact');
  });

  it('names three descriptions of one count in the panel, the most said first, and counts the rest', () => {
    const said = ['a', 'b', 'c', 'd', 'e', 'b'].map((wording) => ({ wording, saidBy: wording }));
    draw(<SourceList item={many(said)} documents={DOCUMENTS} words={words} limit={5} roomy />);
    expect(text(root)).toContain('B / a / c, and 2 more descriptions');
  });

  it('tells how new the newest source is, and how far all reach', () => {
    draw(itemCard(item('m', { ...crowded, newest: '2025-09-08', reach: '2026-04-23' })));
    expect(text(root)).toContain('Newest source on this: 8 Sep 2025; of all: 23 Apr 2026');
    draw(itemCard(item('m', { ...crowded, newest: '2026-04', reach: '2026-04' })));
    expect(text(root)).toContain('Newest source on this: Apr 2026');
    expect(text(root)).not.toContain('of all');
    draw(itemCard(item('m', { ...crowded, against: [], reach: '2026-04-23' })));
    expect(text(root)).toContain('Newest of all sources: 23 Apr 2026');
  });
});

describe('card of a name', () => {
  it('says who, as of when, and where they stand', () => {
    draw(
      <EntityCard
        entity={ENTITIES['giorgia-meloni']!}
        surface="Meloni"
        documents={DOCUMENTS}
        words={words}
        pinned={false}
        {...cardEvents()}
      />,
    );
    for (const part of [
      'Giorgia Meloni',
      'Italy',
      'Prime minister of Italy.',
      'In 1 of 7 sources.',
      '4 Sep 2025',
      'No troops',
      'monitor',
    ])
      expect(text(root)).toContain(part);
    checkControls();
  });

  it('puts the newest position first', () => {
    draw(
      <EntityCard
        entity={ENTITIES['emmanuel-macron']!}
        surface="Macron"
        documents={DOCUMENTS}
        words={words}
        pinned
        {...cardEvents()}
      />,
    );
    expect([...root.querySelectorAll('time')].map(text)).toEqual(['Jan 2026', '4 Sep 2025']);
    expect(button('Keep open').getAttribute('aria-pressed')).toBe('true');
  });
});

const panelEvents = (): PanelEvents => ({
  onSwitchSite: vi.fn(),
  onSwitchEverywhere: vi.fn(),
  onAllowSite: vi.fn(),
  onReadAgain: vi.fn(),
  onRetryCorpus: vi.fn(),
  onShowOnPage: vi.fn(),
  onCopy: vi.fn(async () => true),
  onExport: vi.fn(async () => 'second-source.csv' as string | null),
  onDismiss: vi.fn(async () => true),
  onOpenSettings: vi.fn(),
});
const reported = (more: Partial<Extract<PanelState, { view: 'report' }>> = {}): PanelState => ({
  view: 'report',
  report: FULL,
  title: 'A page',
  stale: false,
  ...more,
});

describe('panel', () => {
  it.each<[string, PanelState, string[], string | null, keyof PanelEvents | null]>([
    ['loading', { view: 'loading' }, ['Loading'], null, null],
    ['scanning', { view: 'scanning' }, ['Reading the page'], null, null],
    ['preparing', { view: 'preparing', done: 3, of: 10 }, ['Preparing the sources', '3 of 10'], null, null],
    [
      'unavailable',
      { view: 'unavailable', reason: 'Quota.' },
      ['cannot be opened', 'Quota.', 'Free some space'],
      'Try again',
      'onRetryCorpus',
    ],
    [
      'off topic',
      { view: 'off-topic', topics: ['Topic A'] },
      ['Nothing found here', 'Topic A'],
      'Read again',
      'onReadAgain',
    ],
    ['site off', { view: 'off-site' }, ['Switched off on news.example'], 'Switch on for this site', 'onSwitchSite'],
    ['off everywhere', { view: 'off-everywhere' }, ['Switched off everywhere'], 'Switch on', 'onSwitchEverywhere'],
    ['no access', { view: 'no-access' }, ['No access to news.example'], 'Allow on this site', 'onAllowSite'],
    ['a browser page', { view: 'unsupported', why: 'browser' }, ['cannot be read', 'own pages'], null, null],
    ['a PDF', { view: 'unsupported', why: 'pdf' }, ['cannot be read', 'PDF'], null, null],
    ['another language', { view: 'unread-language', language: 'bg' }, ['Bulgarian'], null, null],
    [
      'a failure',
      { view: 'failed', reason: 'No answer.' },
      ['could not be compared', 'No answer.'],
      'Read again',
      'onReadAgain',
    ],
    ['a stale page', reported({ stale: true }), ['has changed since it was read'], 'Read again', 'onReadAgain'],
    [
      'a page read on request',
      reported({ once: true }),
      ['Other pages of news.example'],
      'Always read this site',
      'onAllowSite',
    ],
    ['memory only', reported({ memory: 'No storage.' }), ['nothing can be saved', 'No storage.'], null, null],
    ['no figures', reported({ report: withItems() }), ['No figure on this page', 'Names on this page'], null, null],
    [
      'a report',
      reported(),
      [
        '1 figure conflicts, sources differ on 1',
        '1 is less exact',
        '4 names known',
        'newest source 12 Jan 2026',
        '1 more figure',
      ],
      null,
      null,
    ],
  ])('%s', (_name, state, expected, action, event) => {
    const events = panelEvents();
    draw(<Panel state={state} host="news.example" words={words} events={events} />);
    for (const part of expected) expect(text(root).toLowerCase()).toContain(part.toLowerCase());
    expect(text(root)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    expect(root.querySelectorAll('h1')).toHaveLength(1);
    expect(root.querySelectorAll('main')).toHaveLength(1);
    expect(root.querySelectorAll('[role=status]')).toHaveLength(1);
    expect(text(root.querySelector('[role=status]'))).not.toBe('');
    checkControls();
    if (action && event) {
      click(action);
      expect(events[event]).toHaveBeenCalledOnce();
    }
  });

  it('does not name a page that the browser hides', () => {
    draw(<Panel state={{ view: 'no-access' }} host={null} words={words} events={panelEvents()} />);
    expect(text(root)).toContain('No access to this page');
    expect(text(root)).toContain('Allow all sites');
  });

  it('puts conflicts first and open, the rest closed', () => {
    draw(<Panel state={reported()} host="news.example" words={words} events={panelEvents()} />);
    const headings = [...root.querySelectorAll('h3')].map(text);
    expect(headings[0]).toBe('Countries pledging troops');
    expect(headings[1]).toBe('How Donald Trump took part');
    const lines = [...root.querySelectorAll('.line__button')];
    expect(lines.map((line) => line.getAttribute('aria-expanded'))).toEqual(['false', 'false', 'false', 'false']);
    expect(text(lines[0]!)).toContain('Germany: undecided');
  });

  it('opens a line to its sources', () => {
    draw(<Panel state={reported()} host="news.example" words={words} events={panelEvents()} />);
    click(/Coalition members/);
    expect(button(/Coalition members/).getAttribute('aria-expanded')).toBe('true');
    expect(text(root)).toContain('“35 coalition states”');
  });

  it('shows every source by itself with its own words', () => {
    draw(<Panel state={reported()} host="news.example" words={words} events={panelEvents()} />);
    click('Show 6 sources');
    expect(text(root)).toContain('“26 of the 35”');
    expect(text(root)).toContain('present on land, at sea or in the air');
  });

  it('goes through the mentions of a name', () => {
    const events = panelEvents();
    draw(<Panel state={reported()} host="news.example" words={words} events={events} />);
    click('Emmanuel Macron, 3 times');
    click('Show on page, 1 of 3');
    click('Show on page, 2 of 3');
    const shown = vi.mocked(events.onShowOnPage).mock.calls.map(([place]) => place.start);
    expect(shown).toEqual([0, 40]);
  });

  it('shows an item on the page and copies it with its sources', async () => {
    const events = panelEvents();
    draw(<Panel state={reported()} host="news.example" words={words} events={events} />);
    click('Show on page');
    expect(events.onShowOnPage).toHaveBeenCalledWith(pledging);
    click('Copy with sources');
    click('Copy as Markdown');
    const [[plain], [markdown]] = vi.mocked(events.onCopy).mock.calls as [[string], [string]];
    expect(plain).toContain('about 35 countries');
    expect(plain).not.toMatch(/\*\*|\]\(/);
    expect(markdown).toMatch(/^\*\*.*\*\*$/m);
    expect(markdown).toMatch(/\[[^\]]+\]\(https:/);
    await act(async () => {});
    expect(text(root.querySelector('[role=status]'))).toBe('Copied with its sources.');
  });

  it('exports a comparison: the kinds of files, what is asked for, and what it is called or that it failed', async () => {
    const events = panelEvents();
    draw(<Panel state={reported()} host="news.example" words={words} events={events} />);
    expect(button('Export').getAttribute('aria-expanded')).toBe('false');
    click('Export');
    expect(button('Export').getAttribute('aria-expanded')).toBe('true');
    const kinds = [...root.querySelectorAll('.export button')].map((one) => text(one));
    expect(kinds).toEqual(['Table (CSV)', 'Data (JSON)', 'Image (SVG)', 'Image (PNG)']);
    click('Image (PNG)');
    await act(async () => {});
    const [request] = vi.mocked(events.onExport).mock.calls[0] ?? [];
    expect(request).toMatchObject({ format: 'png', item: pledging, page: { host: 'news.example' } });
    expect(text(root.querySelector('[role=status]'))).toBe('Exported as second-source.csv.');
    expect(root.querySelector('.export')).toBeNull();
    vi.mocked(events.onExport).mockResolvedValueOnce(null);
    click('Export');
    click('Data (JSON)');
    await act(async () => {});
    expect(text(root.querySelector('[role=status]'))).toBe('The browser could not make the file.');
  });

  describe('with something dismissed', () => {
    const at = (dismissed: DismissedHere, events = panelEvents(), more: Partial<PanelProps> = {}) => {
      draw(<Panel state={reported({ dismissed })} host="h" words={words} events={events} {...more} />);
      return events;
    };
    const headings = () => [...root.querySelectorAll('h2')].map(text);
    const focused = () => root.querySelector('[data-focused]');
    const focus = window.HTMLElement.prototype.focus;
    beforeEach(() => {
      // linkedom keeps no focus.
      window.HTMLElement.prototype.focus = function (this: HTMLElement) {
        for (const one of root.querySelectorAll('[data-focused]')) one.removeAttribute('data-focused');
        this.setAttribute('data-focused', '');
      };
    });
    afterAll(() => {
      window.HTMLElement.prototype.focus = focus;
    });
    afterEach(() => {
      scrolledTo.mockClear();
    });
    const one: DismissedHere = { items: [pledging.id], names: [] };

    it('leaves one line with the way back where a conflict was, counts anew, and focus follows', () => {
      const events = at(NOTHING_DISMISSED);
      const before = text(root.querySelector('.summary'));
      click('Not a conflict');
      expect(events.onDismiss).toHaveBeenCalledWith([figureOf(pledging)], true);
      at(one, events);
      expect(text(root.querySelector('.summary'))).not.toBe(before);
      expect(text(root.querySelector('.summary'))).toContain('1 dismissed');
      expect(text(root.querySelector('[role=status]'))).toContain('1 dismissed');
      expect(text(root.querySelector('.block--dismissed'))).toContain('No longer shown as a conflict');
      expect(text(focused())).toBe('Undo');
      act(() => (focused() as HTMLElement).click());
      expect(events.onDismiss).toHaveBeenLastCalledWith([figureOf(pledging)], false);
      at(NOTHING_DISMISSED, events);
      expect(focused()?.id).toBe(`item-${pledging.id}`);
      expect(text(root.querySelector('.summary'))).toBe(before);
    });

    it('folds it to its number, and unfolds it with all that is known', () => {
      const events = at(one);
      expect(headings()).toContain('1 dismissed');
      expect(text(root)).not.toContain('Easily mixed up');
      expect(root.querySelector('.block--dismissed')).toBeNull();
      click('1 dismissed');
      click(/Countries pledging troops/);
      expect(text(root)).toContain('Easily mixed up');
      click('Undo');
      expect(events.onDismiss).toHaveBeenCalledWith([figureOf(pledging)], false);
    });

    it('is unfolded where a card asks for it', () => {
      at(one, panelEvents(), { focus: { item: pledging.id } });
      expect(button('1 dismissed').getAttribute('aria-expanded')).toBe('true');
    });

    it('takes all forms of a name at once, and keeps its line until the panel is drawn anew', () => {
      const events = at(NOTHING_DISMISSED);
      click('Giorgia Meloni, 1 time');
      click('Not this person');
      const [records] = vi.mocked(events.onDismiss).mock.calls[0] ?? [];
      expect(records?.map((record) => record.kind)).toEqual(['name']);
      at({ items: [], names: (records ?? []).map(keyOf) }, events);
      expect([...root.querySelectorAll('.name')].map(text).join()).not.toContain('Meloni');
      expect(text(root.querySelector('.block--dismissed'))).toContain('not Giorgia Meloni');
      click('1 dismissed');
      expect(text(root.querySelector('#dismissed'))).toContain('not Giorgia Meloni');
    });

    it('says so where the browser has no room for it', async () => {
      const events = { ...panelEvents(), onDismiss: vi.fn(async () => false) };
      at(NOTHING_DISMISSED, events);
      click('Not a conflict');
      await act(async () => {});
      expect(text(root.querySelector('[role=status]'))).toBe('The browser had no room to keep this.');
    });

    it('can dismiss nothing that does not conflict', () => {
      draw(
        <Panel
          state={{ ...reported(), report: withItems(fuel) } as PanelState}
          host="h"
          words={words}
          events={panelEvents()}
        />,
      );
      click(/Fuel|fuel/);
      expect([...root.querySelectorAll('button')].map(text)).not.toContain('Not a conflict');
    });
  });

  it('has a filter where there are many, and none where there are few', () => {
    draw(<Panel state={reported()} host="h" words={words} events={panelEvents()} />);
    expect(root.querySelector('input')).toBeNull();
    draw(
      <Panel
        state={{ ...reported(), report: withItems(...MANY) } as PanelState}
        host="h"
        words={words}
        events={panelEvents()}
      />,
    );
    const listed = () => [...root.querySelectorAll('main h3')].map(text);
    const all = listed().length;
    const input = root.querySelector('input') as HTMLInputElement;
    act(() => {
      input.value = 'pledg';
      fire(input, 'input');
    });
    expect(listed().length).toBeGreaterThan(0);
    expect(listed().every((title) => /pledging/.test(title))).toBe(true);
    click('Show all');
    expect(listed()).toHaveLength(all);
  });

  it('opens what a card asked for', () => {
    draw(
      <Panel
        state={reported()}
        host="h"
        words={words}
        events={panelEvents()}
        focus={{ item: 'i2', entity: 'giorgia-meloni' }}
      />,
    );
    expect(button(/Coalition members/).getAttribute('aria-expanded')).toBe('true');
    expect(button(/Giorgia Meloni/).getAttribute('aria-expanded')).toBe('true');
    expect(scrolledTo.mock.contexts).toEqual([button(/Coalition members/)]);
  });

  it('switches the site off', () => {
    const events = panelEvents();
    draw(<Panel state={reported()} host="news.example" words={words} events={events} />);
    click('Read along on news.example');
    expect(events.onSwitchSite).toHaveBeenCalledWith(false);
  });

  it('has no switch where it would do nothing', () => {
    draw(<Panel state={{ view: 'unsupported', why: 'browser' }} host={null} words={words} events={panelEvents()} />);
    expect(root.querySelector('[role=switch]')).toBeNull();
  });
});

describe('which state', () => {
  const site: SiteState = { host: 'news.example', access: 'granted', offHere: false, offEverywhere: false };
  const ready: CorpusState = { state: 'ready' };
  const report: ReaderState = {
    state: 'ready',
    report: FULL,
    dismissed: NOTHING_DISMISSED,
    stale: false,
    title: 't',
    host: 'h',
  };
  it.each<[string, Partial<SiteState>, CorpusState, ReaderState | null, PanelState['view']]>([
    ['everything is there', {}, ready, report, 'report'],
    ['the tab has not answered', {}, ready, null, 'loading'],
    [
      'the switch for all comes first',
      { offEverywhere: true, access: 'none' },
      { state: 'preparing', done: 0, of: 1 },
      null,
      'off-everywhere',
    ],
    ['a browser page cannot be switched', { access: 'browser', offHere: true }, ready, null, 'unsupported'],
    ['off on this site', { offHere: true, access: 'none' }, ready, null, 'off-site'],
    ['no access', { access: 'none' }, ready, null, 'no-access'],
    ['a damaged corpus', {}, { state: 'unavailable', reason: 'r' }, report, 'unavailable'],
    ['sources on their way', {}, { state: 'preparing', done: 0, of: 1 }, { state: 'scanning' }, 'preparing'],
    ['from memory', {}, { state: 'memory', reason: 'r' }, report, 'report'],
    ['not about a topic', {}, ready, { state: 'off-topic' }, 'off-topic'],
    ['switched on again, the page not yet', {}, ready, { state: 'off' }, 'scanning'],
    ['the reader is off, the site not known', { host: null }, ready, { state: 'off' }, 'off-site'],
    ['another language', {}, ready, { state: 'unread-language', language: 'bg' }, 'unread-language'],
    ['the analysis failed', {}, ready, { state: 'failed', reason: 'r' }, 'failed'],
    ['still reading', {}, ready, { state: 'scanning' }, 'scanning'],
  ])('%s', (_name, more, corpus, reader, view) => {
    expect(panelState({ ...site, ...more }, corpus, reader).view).toBe(view);
  });

  it('keeps the reason for serving from memory', () => {
    expect(panelState(site, { state: 'memory', reason: 'why' }, report)).toMatchObject({ memory: 'why' });
  });
});

describe('order and counts', () => {
  it('splits conflicts, others and what has no name', () => {
    const ordered = orderItems(FULL.items);
    expect(ordered.conflicts.map(({ id }) => id)).toEqual(['i1', 'i6']);
    expect(ordered.others.map(({ id }) => id)).toEqual(['i7', 'i2', 'i3', 'i8']);
    expect(ordered.unlisted).toBe(1);
    expect(countVerdicts(ordered).map(({ key, n }) => `${n} ${key}`)).toEqual([
      '1 conflicts',
      '1 sources differ',
      '1 less exact',
      '1 changed since',
      '1 agrees',
      '1 only here',
    ]);
    expect(orderItems([unmeasured])).toEqual({ conflicts: [], others: [], unlisted: 1 });
  });

  it('has each name once with its places', () => {
    expect(namesHere(FULL).map(({ id, mentions }) => [id, mentions.length])).toEqual([
      ['coalition-of-the-willing', 1],
      ['emmanuel-macron', 3],
      ['giorgia-meloni', 1],
      ['friedrich-merz', 1],
    ]);
  });
});

describe('grouping', () => {
  it('keeps another time apart, and last', () => {
    const groups = groupSources(
      [source('journal', '35', 'fits', { far: true }), source('novaya', '35', 'fits')],
      DOCUMENTS,
    );
    expect(groups.map(({ far }) => far)).toEqual([false, true]);
  });

  it('joins sources with the same figure and origin', () => {
    const groups = groupSources(pledging.against, DOCUMENTS);
    expect(groups.map(({ display, all }) => [display, all.length])).toEqual([
      ['26', 4],
      ['≈ 26', 1],
      ['> 24', 1],
    ]);
    expect(groups[0]?.outlets).toEqual(['Novaya Gazeta Europe', 'The Journal', 'Northern Dispatch', 'Élysée']);
  });

  it('keeps two origins of one figure apart, and joins them when there are more', () => {
    const say = (saidBy: string) => source('novaya', '26', 'same', { saidBy });
    expect(groupSources([say('A'), say('B')], DOCUMENTS)).toHaveLength(2);
    expect(groupSources([say('A'), say('B'), say('C')], DOCUMENTS)).toHaveLength(1);
    expect(groupSources([say('A'), say('B and C'), say('C')], DOCUMENTS)[0]?.speakers[0]).toBe('C');
  });

  it('puts other times last', () => {
    const groups = groupSources(
      [...Array.from({ length: 3 }, () => source('gazette', '30', 'changed since')), source('journal', '35', 'fits')],
      DOCUMENTS,
    );
    expect(groups.map(({ display }) => display)).toEqual(['35', '30']);
  });
});

describe('small parts', () => {
  it.each<[Verdict, Item['exactness'], string, string]>([
    ['conflicts', undefined, 'conflict', 'Conflicts'],
    ['sources differ', undefined, 'conflict', 'Sources differ'],
    ['strained', undefined, 'tension', 'Barely fits'],
    ['changed since', undefined, 'tension', 'Changed since'],
    ['agrees', undefined, 'agree', 'Agrees'],
    ['agrees', 'less exact', 'tension', 'Less exact'],
    ['agrees', 'more exact', 'agree', 'Agrees'],
    ['as last reported', undefined, 'agree', 'As last reported'],
    ['only here', undefined, 'other', 'Only here'],
  ])('%s, %s: %s, “%s”', (verdict, exactness, tone, word) => {
    expect(toneOf({ verdict, exactness })).toBe(tone);
    expect(verdictWord({ verdict, exactness }, words)).toBe(word);
  });

  it.each([
    ['https://example.org/a', true],
    ['http://example.org/a#:~:text=x', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['blob:https://example.org/x', false],
    ['//example.org', false],
    ['', false],
  ])('an address that may be a link: %s', (url, safe) => expect(safeHref(url)).toBe(safe ? url : undefined));

  it.each<[string, string[], string[]]>([
    ['This page says 35, others 26.', ['35', '26'], ['35', '26']],
    ['Of 350 and 35.', ['35'], ['35']],
    ['It grew to 3.5 and 35.5.', ['3', '35'], []],
    ['about 35 countries', ['35', 'about 35 countries'], ['about 35 countries']],
    ['nothing', ['26'], []],
  ])('bold in “%s”', (sentence, parts, bold) => {
    const pieces = splitAt(sentence, parts);
    expect(pieces.join('')).toBe(sentence);
    expect(pieces.filter((_, i) => i % 2)).toEqual(bold);
  });
});

describe('citation', () => {
  const page = { title: 'Allies [agree] (soon)', host: 'news.example', url: 'https://news.example/a_(b)' };

  it('has the page, each source with words, date and link, the verdict, and how far the pack reaches', () => {
    const { plain } = cite(pledging, FULL, page, words);
    const lines = plain.trimEnd().split('\n');
    expect(lines[0]).toBe('Countries pledging troops');
    expect(lines[1]).toBe(
      'This page: “about 35 countries” (Allies [agree] (soon), news.example, 8 Sep 2025, https://news.example/a_(b))',
    );
    expect(lines[2]).toBe(
      '- 26: Novaya Gazeta Europe, 5 Sep 2025: “26 countries”, Emmanuel Macron, after the meeting, troops for a force. https://example.org/novaya#:~:text=passage',
    );
    expect(lines).toHaveLength(2 + pledging.against.length + 2);
    expect(lines.at(-2)).toMatch(/^Conflicts: “About 35” reads as/);
    expect(lines.at(-1)).toContain('newest source 12 Jan 2026');
  });

  it('is Markdown that cannot be broken out of', () => {
    const { markdown } = cite(pledging, FULL, page, words);
    expect(markdown).toContain('[Allies \\[agree\\] (soon), news.example, 8 Sep 2025](https://news.example/a_%28b%29)');
    expect(markdown).toContain(
      '- 26: [Novaya Gazeta Europe, 5 Sep 2025](https://example.org/novaya#:~:text=passage): “26 countries”',
    );
    expect(markdown).toContain('\\> 24');
  });

  it('links nothing that could run, and says when there is no source', () => {
    expect(cite(crowded, FULL, page, words).markdown).not.toContain('javascript:');
    expect(cite(onlyHere, FULL, { title: 'T', host: null }, words).plain).toContain(
      'No source of the pack speaks of this.',
    );
  });

  it('says what was only expected or proposed', () => {
    expect(cite(forceSize, FULL, page, words).plain).toMatch(/between 10,000 and 15,000.*proposed/);
  });
});

describe('welcome and options', () => {
  it('offers three choices and an article to try', () => {
    const onChoose = vi.fn();
    draw(<Welcome words={words} mode={null} shortcuts={{ panel: 'Alt+Shift+S' }} onChoose={onChoose} />);
    for (const name of ['All sites', 'Sites I choose', 'Only when I click']) click(new RegExp(`^${name}`));
    expect(onChoose.mock.calls.flat()).toEqual(['all', 'chosen', 'on-click']);
    const article = root.querySelector('article');
    for (const paragraph of SAMPLE.paragraphs) expect(article?.textContent).toContain(paragraph);
    expect(article?.querySelector('time')?.getAttribute('datetime')).toBe('2025-09-08');
    expect(text(article)).toMatch(/about 35 countries had committed.*more than 30 members.*€1\.1bn/);
    expect(root.querySelector('figure [inert] [role=dialog]')).not.toBeNull();
    checkControls();
  });

  it('says when the choice is kept', () => {
    draw(<Welcome words={words} mode="all" shortcuts={{}} onChoose={vi.fn()} />);
    expect(button(/^All sites/).getAttribute('aria-pressed')).toBe('true');
    expect(text(root.querySelector('[role=status]'))).toBe('Saved.');
  });

  it('sends each setting at once', () => {
    const events = {
      onMode: vi.fn(),
      onOffEverywhere: vi.fn(),
      onSite: vi.fn(),
      onForgetSite: vi.fn(),
      onMarks: vi.fn(),
      onTheme: vi.fn(),
      onLicences: vi.fn(),
      onLanguage: vi.fn(),
      onDismissed: vi.fn(),
      ...packs.packEvents(() => vi.fn()),
      ...packs.dataEvents(() => vi.fn()),
    };
    draw(
      <Options
        words={words}
        theme="system"
        mode="all"
        offEverywhere={false}
        sites={[{ host: 'news.example', on: false }]}
        language="browser"
        marks="all"
        shortcuts={[{ what: 'Next mark', keys: '' }]}
        library={packs.PACKS}
        dismissals={[]}
        data={{ at: 'idle' }}
        loss={{ at: '2026-11-22T12:00:00.000Z', lost: 2, kept: 0 }}
        version="1.2.3"
        licences={null}
        events={events}
      />,
    );
    click('Read along at all');
    click('Read along on news.example');
    click('Forget news.example');
    click(/^Only when I click/);
    expect(root.textContent).toContain('On 22 Nov 2026 the browser’s store of your saved pages');
    click('Dismiss');
    expect(events.onDismissLoss).toHaveBeenCalledOnce();
    expect(events.onOffEverywhere).toHaveBeenCalledWith(true);
    expect(events.onSite).toHaveBeenCalledWith('news.example', true);
    expect(events.onForgetSite).toHaveBeenCalledWith('news.example');
    expect(events.onMode).toHaveBeenCalledWith('on-click');
    fire(root.querySelectorAll('input[name=marks]')[3], 'change');
    expect(events.onMarks).toHaveBeenCalledWith('none');
    const languages = root.querySelector('#language') ?? undefined;
    expect([...(languages?.querySelectorAll('option') ?? [])].map((one) => one.getAttribute('value'))).toEqual([
      'browser',
      ...LANGUAGES,
    ]);
    fire(languages, 'change');
    expect(events.onLanguage).toHaveBeenCalledOnce();
    for (const part of ['not set', '104 sources, 812 claims, newest of 4 May 2026', 'Version 1.2.3', 'no telemetry'])
      expect(text(root)).toContain(part);
    checkControls();
  });
});

describe('what was dismissed', () => {
  const figure = figureOf(pledging)!;
  const name = {
    kind: 'name',
    pack: 'p',
    entity: 'e',
    form: 'meloni',
    surface: 'Meloni',
    name: 'Giorgia Meloni',
  } as const;
  const list = (dismissals: Dismissal[], onDismissed = vi.fn()) => {
    draw(<DismissedList words={words} dismissals={dismissals} events={{ onDismissed }} />);
    return onDismissed;
  };

  it('is listed with both sides, and comes back one by one or all at once, with an undo', () => {
    const onDismissed = list([name, figure]);
    expect([...root.querySelectorAll('li')].map(text).map((line) => line.replace('Show again', '').trim())).toEqual([
      expect.stringMatching(/^Countries pledging troops.*: ≈ 35 beside .*26/),
      '“Meloni”, not Giorgia Meloni',
    ]);
    click('Show again: “Meloni”, not Giorgia Meloni');
    expect(onDismissed).toHaveBeenLastCalledWith([name], false);
    list([figure], onDismissed);
    expect(text(root.querySelector('[role=status]'))).toContain('1 entry is shown again.');
    click('Undo');
    expect(onDismissed).toHaveBeenLastCalledWith([name], true);
    list([name, figure], onDismissed);
    click('Show all again');
    expect(onDismissed).toHaveBeenLastCalledWith([name, figure], false);
  });

  it('says so where there is none', () => {
    list([]);
    expect(text(root)).toContain('Nothing so far.');
    expect(root.querySelectorAll('button')).toHaveLength(0);
  });
});

describe('what a pack is made of', () => {
  const drawDetails = (details: Details | null) =>
    draw(<PackDetails title="Pack" documents={210} newest="2026-01-12" details={details} words={words} />);

  it('is told with its counts, corrections and unknowns', () => {
    drawDetails(PACK_DETAILS);
    for (const part of [
      'Pack: 210 sources, newest of 12 Jan 2026',
      PACK_DETAILS.selection,
      '240 figures, 118 positions and 96 other facts. From 15 Feb 2025 to 12 Jan 2026. 31 sources print',
      'Wire copy 52',
      'State media 9',
      'Ukraine 52',
      'not known 12',
      'French 30',
      '40 outlets',
      'Show 28 more',
      'Which countries are the 26',
      'A proposal of an earlier month',
    ])
      expect(text(root)).toContain(part);
    const [shown, hidden] = [...root.querySelectorAll('.pack__row:last-of-type .pack__counts')];
    expect([shown?.children.length, hidden?.children.length]).toEqual([12, 28]);
  });

  it('is left out where nothing was counted, and says where nothing was corrected', () => {
    drawDetails({ ...PACK_DETAILS, facts: undefined, corrections: [] });
    expect(text(root)).toContain('None so far.');
    expect(text(root)).not.toContain('outlets');
    drawDetails(null);
    expect(text(root)).toBe('Pack: 210 sources, newest of 12 Jan 2026');
  });
});

describe('packs in the settings', () => {
  const library = (change: Partial<PacksView>) => {
    const events = packs.packEvents(() => vi.fn());
    draw(<Packs {...packs.PACKS} {...change} words={words} events={events} />);
    checkControls();
    expect(text(root)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    return events;
  };

  it('lists each with its size, its origin and what can be done with it', () => {
    const events = library({});
    for (const part of [
      '812 claims',
      'comes with Second Source',
      'key 3f2a-91c0',
      'not signed',
      'Parts of it were lost',
    ])
      expect(text(root)).toContain(part);
    expect(() => button('Remove Coalition of the Willing for Ukraine')).toThrow();
    click('Remove Climate finance pledges');
    click('Export Coalition of the Willing for Ukraine as a file');
    click('Use Climate finance pledges');
    expect(events.onRemove).toHaveBeenCalledWith('climate');
    expect(events.onExport).toHaveBeenCalledWith('coalition');
    expect(events.onEnable).toHaveBeenCalledWith('climate', false);
  });

  it('offers to take a removal back', () => {
    const events = library({ undo: { id: 'climate', title: 'Climate finance pledges' } });
    expect(text(root.querySelector('[role=status]'))).toContain('Climate finance pledges was removed.');
    click('Undo');
    expect(events.onUndo).toHaveBeenCalledWith('climate');
  });

  it('says why nothing can be imported where nothing is kept', () => {
    library({ notKept: 'InvalidStateError' });
    expect(text(root)).toContain('Packs cannot be imported here');
    expect(root.querySelector('input[type=file]')).toBeNull();
  });

  it('shows how far an import is, and stops it', () => {
    const events = library({ importing: { at: 'working', step: 'checking', file: 'a.json', done: 3, of: 8 } });
    const bar = root.querySelector('progress');
    expect([bar?.getAttribute('value'), bar?.getAttribute('max'), bar?.getAttribute('aria-label')]).toEqual([
      '3',
      '8',
      'Checking a.json',
    ]);
    click('Cancel');
    expect(events.onCancel).toHaveBeenCalledOnce();
  });

  it('announces every problem of a file', () => {
    const events = library({ importing: { at: 'refused', file: 'a.json', problems: packs.PROBLEMS } });
    const alert = root.querySelector('[role=alert]');
    for (const problem of packs.PROBLEMS) expect(text(alert)).toContain(problem);
    click('Save this list');
    click('Close');
    expect(events.onSaveProblems).toHaveBeenCalledOnce();
    expect(events.onClose).toHaveBeenCalledOnce();
  });

  it.each<[string, Partial<PreviewView>, string, string]>([
    ['a new pack', {}, 'Add pack', 'The key will be remembered'],
    ['an unsigned one', { trust: 'unsigned', fingerprint: null }, 'Add pack', 'nobody vouches'],
    ['one that this browser cannot check', { trust: 'unchecked', fingerprint: null }, 'Add pack', 'cannot check'],
    ['an update', packs.UPDATE, 'Update pack', 'From version 1.0.0 to 1.1.0'],
    [
      'an older version',
      { ...packs.UPDATE, diff: { ...packs.UPDATE.diff!, version: 'older' } },
      'Go back to this version',
      'An older version',
    ],
  ])('shows %s before anything is written', (_, change, action, expected) => {
    const events = library({ importing: { at: 'preview', file: 'a.json', preview: { ...packs.PREVIEW, ...change } } });
    expect(text(root)).toContain(expected);
    click(action);
    expect(events.onImport).toHaveBeenCalledOnce();
  });

  it('tells what an update changes, by number and by name', () => {
    library({ importing: { at: 'preview', file: 'a.json', preview: packs.UPDATE } });
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(text).join(' '));
    expect(rows).toEqual(['Sources 25 1 2', 'Claims 31 4 3', 'Names 1 0 0']);
    expect(text(root)).toContain('and 5 more');
    expect(text(root)).toContain('2 invisible characters');
  });

  it('has nothing to do where the very same is installed', () => {
    const events = library({
      importing: { at: 'preview', file: 'a.json', preview: { ...packs.UPDATE, same: true } },
    });
    expect(() => button('Update pack')).toThrow();
    click('Close');
    expect(events.onCancel).toHaveBeenCalledOnce();
  });
});

describe('style sheets', () => {
  const folder = join(import.meta.dirname, '../../components');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const card = ['tokens.css', 'parts/parts.css', 'scale/scale.css', 'card/card.css'];
  const pages = [
    'parts/controls.css',
    'panel/panel.css',
    'welcome/welcome.css',
    'options/options.css',
    'options/pack-details.css',
  ];

  it.each([...card, ...pages])('%s reads no property that is not ours, and loads nothing', (file) => {
    const css = read(file);
    const defined = new Set(
      [...card, ...pages].flatMap((one) => [...read(one).matchAll(/(--[a-z0-9-]+)\s*:/g)].map((m) => m[1])),
    );
    for (const [, name] of css.matchAll(/var\((--[a-z0-9-]+)/g)) expect(defined).toContain(name);
    expect(css).not.toMatch(/\d(rem|vmin|vmax)\b/);
    expect(css).not.toMatch(/url\(|@font-face|@import\s+url/);
  });

  it('sets every token of the card inside the card', () => {
    const tokens = new Set([...read('tokens.css').matchAll(/(--[a-z0-9-]+)\s*:/g)].map((m) => m[1]));
    const own = new Set([...read('parts/parts.css').matchAll(/(--[a-z0-9-]+)\s*:/g)].map((m) => m[1]));
    for (const file of card)
      for (const [, name] of read(file).matchAll(/var\((--[a-z0-9-]+)/g))
        expect(tokens.has(name) || own.has(name), name).toBe(true);
  });
});
