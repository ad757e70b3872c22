import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { PanelEvents } from '../../components/panel/events.ts';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import type { PanelState } from '../../components/panel/state.ts';
import { type DismissedHere, figureOf, keyOf, NOTHING_DISMISSED } from '../../utils/dismissals.ts';
import { makeWords } from '../../utils/words/index.ts';
import { FULL, fuel, MANY, pledging, withItems } from '../fixtures/reports.ts';
import { drawnPage } from '../tools/drawn.ts';

const words = makeWords('en');
const drawn = drawnPage();
const { draw, text, button, fire, click, checkControls } = drawn;

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
    for (const part of expected) expect(text(drawn.root).toLowerCase()).toContain(part.toLowerCase());
    expect(text(drawn.root)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    expect(drawn.root.querySelectorAll('h1')).toHaveLength(1);
    expect(drawn.root.querySelectorAll('main')).toHaveLength(1);
    expect(drawn.root.querySelectorAll('[role=status]')).toHaveLength(1);
    expect(text(drawn.root.querySelector('[role=status]'))).not.toBe('');
    checkControls();
    if (action && event) {
      click(action);
      expect(events[event]).toHaveBeenCalledOnce();
    }
  });

  it('does not name a page that the browser hides', () => {
    draw(<Panel state={{ view: 'no-access' }} host={null} words={words} events={panelEvents()} />);
    expect(text(drawn.root)).toContain('No access to this page');
    expect(text(drawn.root)).toContain('Allow all sites');
  });

  it('puts conflicts first and open, the rest closed', () => {
    draw(<Panel state={reported()} host="news.example" words={words} events={panelEvents()} />);
    const headings = [...drawn.root.querySelectorAll('h3')].map(text);
    expect(headings[0]).toBe('Countries pledging troops');
    expect(headings[1]).toBe('How Donald Trump took part');
    const lines = [...drawn.root.querySelectorAll('.line__button')];
    expect(lines.map((line) => line.getAttribute('aria-expanded'))).toEqual(['false', 'false', 'false', 'false']);
    expect(text(lines[0]!)).toContain('Germany: undecided');
  });

  it('opens a line to its sources', () => {
    draw(<Panel state={reported()} host="news.example" words={words} events={panelEvents()} />);
    click(/Coalition members/);
    expect(button(/Coalition members/).getAttribute('aria-expanded')).toBe('true');
    expect(text(drawn.root)).toContain('“35 coalition states”');
  });

  it('shows every source by itself with its own words', () => {
    draw(<Panel state={reported()} host="news.example" words={words} events={panelEvents()} />);
    click('Show 6 sources');
    expect(text(drawn.root)).toContain('“26 of the 35”');
    expect(text(drawn.root)).toContain('present on land, at sea or in the air');
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
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('Copied with its sources.');
  });

  it('exports a comparison: the kinds of files, what is asked for, and what it is called or that it failed', async () => {
    const events = panelEvents();
    draw(<Panel state={reported()} host="news.example" words={words} events={events} />);
    expect(button('Export').getAttribute('aria-expanded')).toBe('false');
    click('Export');
    expect(button('Export').getAttribute('aria-expanded')).toBe('true');
    const kinds = [...drawn.root.querySelectorAll('.export button')].map((one) => text(one));
    expect(kinds).toEqual(['Table (CSV)', 'Data (JSON)', 'Image (SVG)', 'Image (PNG)']);
    click('Image (PNG)');
    await act(async () => {});
    const [request] = vi.mocked(events.onExport).mock.calls[0] ?? [];
    expect(request).toMatchObject({ format: 'png', item: pledging, page: { host: 'news.example' } });
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('Exported as second-source.csv.');
    expect(drawn.root.querySelector('.export')).toBeNull();
    vi.mocked(events.onExport).mockResolvedValueOnce(null);
    click('Export');
    click('Data (JSON)');
    await act(async () => {});
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('The browser could not make the file.');
  });

  describe('with something dismissed', () => {
    const at = (dismissed: DismissedHere, events = panelEvents(), more: Partial<PanelProps> = {}) => {
      draw(<Panel state={reported({ dismissed })} host="h" words={words} events={events} {...more} />);
      return events;
    };
    const headings = () => [...drawn.root.querySelectorAll('h2')].map(text);
    const one: DismissedHere = { items: [pledging.id], names: [] };

    it('leaves one line with the way back where a conflict was, counts anew, and focus follows', () => {
      const events = at(NOTHING_DISMISSED);
      const before = text(drawn.root.querySelector('.summary'));
      click('Not a conflict');
      expect(events.onDismiss).toHaveBeenCalledWith([figureOf(pledging)], true);
      at(one, events);
      expect(text(drawn.root.querySelector('.summary'))).not.toBe(before);
      expect(text(drawn.root.querySelector('.summary'))).toContain('1 dismissed');
      expect(text(drawn.root.querySelector('[role=status]'))).toContain('1 dismissed');
      expect(text(drawn.root.querySelector('.block--dismissed'))).toContain('No longer shown as a conflict');
      expect(text(drawn.focused)).toBe('Undo');
      act(() => (drawn.focused as HTMLElement).click());
      expect(events.onDismiss).toHaveBeenLastCalledWith([figureOf(pledging)], false);
      at(NOTHING_DISMISSED, events);
      expect(drawn.focused?.id).toBe(`item-${pledging.id}`);
      expect(text(drawn.root.querySelector('.summary'))).toBe(before);
    });

    it('folds it to its number, and unfolds it with all that is known', () => {
      const events = at(one);
      expect(headings()).toContain('1 dismissed');
      expect(text(drawn.root)).not.toContain('Easily mixed up');
      expect(drawn.root.querySelector('.block--dismissed')).toBeNull();
      click('1 dismissed');
      click(/Countries pledging troops/);
      expect(text(drawn.root)).toContain('Easily mixed up');
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
      expect([...drawn.root.querySelectorAll('.name')].map(text).join()).not.toContain('Meloni');
      expect(text(drawn.root.querySelector('.block--dismissed'))).toContain('not Giorgia Meloni');
      click('1 dismissed');
      expect(text(drawn.root.querySelector('#dismissed'))).toContain('not Giorgia Meloni');
    });

    it('says so where the browser has no room for it', async () => {
      const events = { ...panelEvents(), onDismiss: vi.fn(async () => false) };
      at(NOTHING_DISMISSED, events);
      click('Not a conflict');
      await act(async () => {});
      expect(text(drawn.root.querySelector('[role=status]'))).toBe('The browser had no room to keep this.');
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
      expect([...drawn.root.querySelectorAll('button')].map(text)).not.toContain('Not a conflict');
    });
  });

  it('has a filter where there are many, and none where there are few', () => {
    draw(<Panel state={reported()} host="h" words={words} events={panelEvents()} />);
    expect(drawn.root.querySelector('input')).toBeNull();
    draw(
      <Panel
        state={{ ...reported(), report: withItems(...MANY) } as PanelState}
        host="h"
        words={words}
        events={panelEvents()}
      />,
    );
    const listed = () => [...drawn.root.querySelectorAll('main h3')].map(text);
    const all = listed().length;
    const input = drawn.root.querySelector('input') as HTMLInputElement;
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
    expect(drawn.scrolledTo).toEqual([button(/Coalition members/)]);
  });

  it('switches the site off', () => {
    const events = panelEvents();
    draw(<Panel state={reported()} host="news.example" words={words} events={events} />);
    click('Read along on news.example');
    expect(events.onSwitchSite).toHaveBeenCalledWith(false);
  });

  it('has no switch where it would do nothing', () => {
    draw(<Panel state={{ view: 'unsupported', why: 'browser' }} host={null} words={words} events={panelEvents()} />);
    expect(drawn.root.querySelector('[role=switch]')).toBeNull();
  });
});
