import { describe, expect, it, vi } from 'vitest';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import type { SavedEvents, SavedListState, SavedState } from '../../components/panel/saved/events.ts';
import { SaveBar } from '../../components/panel/saved/SaveBar.tsx';
import { SavedHint, SavedSources, savedCounts } from '../../components/panel/saved/SavedSources.tsx';
import { SavedView } from '../../components/panel/saved/SavedView.tsx';
import { isoDay } from '../../components/parts/iso-day.ts';
import { firstChoices, missingScope } from '../../corpus/saved-page.ts';
import type { DraftItem, SaveChoices, SavedPage, SaveRefusal } from '../../utils/extension/protocol.ts';
import { makeWords } from '../../utils/words/index.ts';
import { members, pledging, withItems } from '../fixtures/reports.ts';
import { comparisonFor, DRAFT, HEADS, PAGE } from '../fixtures/saved.ts';
import { drawnPage } from '../tools/drawn.ts';

const words = makeWords('en');
const drawn = drawnPage();
const { draw, text: textOf, fire } = drawn;
/** By the words on it: several have a longer name for screen readers. */
const press = (text: string) =>
  fire(
    [...drawn.root.querySelectorAll('button')].find((one) => textOf(one) === text),
    'click',
  );

const spies = () => ({
  onSearch: vi.fn(),
  onRead: vi.fn(),
  onDelete: vi.fn(),
  onExport: vi.fn(),
  onBack: vi.fn(),
  onChange: vi.fn<(choices: SaveChoices) => void>(),
  onSave: vi.fn(),
  onRetry: vi.fn(),
  onDismissNotice: vi.fn(),
  onDismissLoss: vi.fn(),
});
const eventsWith = (given: Pick<Partial<SavedEvents>, 'passage'> = {}) => ({
  ...spies(),
  missing: (item: DraftItem) => missingScope(item, item.measure, DRAFT.measures),
  passage: (page: SavedPage) => page.document.url,
  ...given,
});
const LIST: SavedListState = { state: 'ready', pages: HEADS, all: 2 };
const view = (state: SavedState, events: SavedEvents = eventsWith(), list = LIST, notice = null) =>
  draw(<SavedView state={state} list={list} notice={notice} loss={null} words={words} events={events} />);
const preview = (more: Partial<Extract<SavedState, { mode: 'preview' }>> = {}): SavedState => ({
  mode: 'preview',
  draft: DRAFT,
  choices: firstChoices(DRAFT),
  problems: [],
  busy: false,
  ...more,
});

describe('the line over the page', () => {
  const bar = (state: Parameters<typeof SaveBar>[0]['bar'], onSave = vi.fn(), onShow = vi.fn()) => {
    draw(<SaveBar bar={state} words={words} onSave={onSave} onShow={onShow} />);
    return { onSave, onShow };
  };
  it('saves', () => {
    const { onSave } = bar({ state: 'ready' });
    press('Save this page');
    expect(onSave).toHaveBeenCalledOnce();
  });
  it('says when the page was saved, and shows the copy', () => {
    const { onShow } = bar({ state: 'saved', id: 'saved-1', savedAt: '2026-11-22T12:00:00.000Z' });
    expect(textOf(drawn.root)).toContain('Saved on 22 Nov 2026.');
    press('Show');
    expect(onShow).toHaveBeenCalledWith('saved-1');
  });
  it.each([
    ['private', /Private window/],
    ['no-database', /cannot be saved/],
  ] as const)('offers nothing where nothing can be kept: %s', (state, says) => {
    bar({ state });
    expect(textOf(drawn.root)).toMatch(says);
    expect(drawn.root.querySelectorAll('button')).toHaveLength(0);
  });
});

describe('the preview', () => {
  it('shows all that would be kept: fields, text, names, figures with their words', () => {
    view(preview());
    expect([...drawn.root.querySelectorAll('input[type=text]')].map((one) => (one as HTMLInputElement).value)).toEqual([
      DRAFT.title,
      DRAFT.outlet,
      DRAFT.date,
    ]);
    const text = textOf(drawn.root);
    for (const shown of [DRAFT.url, DRAFT.byline, 'Text, 45 words', 'two officials who followed', 'Emmanuel Macron 3'])
      expect(text).toContain(shown);
    expect([...drawn.root.querySelectorAll('.claim mark')].map(textOf)).toEqual([
      'about 35 countries',
      'open to sending peacekeepers',
      'an hour',
    ]);
    expect(textOf(drawn.root.querySelector('details:last-of-type summary'))).toBe('1 figure without a measure');
    const boxes = [...drawn.root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map((box) => box.hasAttribute('checked'))).toEqual([true, true, false]);
    expect(boxes.map((box) => box.hasAttribute('disabled'))).toEqual([false, false, true]);
  });

  it('a figure can be unticked, or get another measure, or none', () => {
    const events = eventsWith();
    view(preview(), events);
    const box = drawn.root.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    box.checked = false;
    fire(box, 'change');
    expect(events.onChange.mock.lastCall?.[0].items.f0).toEqual({ keep: false, measure: 'troop-pledging-countries' });
    expect(events.onChange.mock.lastCall?.[0].items.ss0).toEqual(firstChoices(DRAFT).items.ss0);
    const select = drawn.root.querySelector('select')!;
    expect([...select.querySelectorAll('option')].map(textOf)).toEqual([
      'none: not compared',
      ...DRAFT.measures.map(({ label }) => label),
    ]);
  });

  it('names what is amiss beside its field, and why saving was refused', () => {
    view(preview({ problems: ['title', 'date'], refused: { ok: false, why: 'full' } }));
    const bad = [...drawn.root.querySelectorAll('[aria-invalid=true]')].map((one) => one.getAttribute('name'));
    expect(bad).toEqual(['title', 'date']);
    for (const one of drawn.root.querySelectorAll('[aria-invalid=true]'))
      expect(textOf(document.getElementById(one.getAttribute('aria-describedby') ?? ''))).not.toBe('');
    expect(textOf(drawn.root.querySelector('[role=alert]'))).toContain('nothing was saved and nothing was lost');
  });

  it.each([
    ['a text that was cut', { cut: true }, /is left out/],
    ['a language that is not read', { read: false }, /kept as text alone/],
    [
      'a copy that it replaces',
      { earlier: { savedAt: '2026-11-20T12:00:00.000Z' } },
      /replaces the copy of 20 Nov 2026/,
    ],
    ['more than is listed', { more: true }, /Only the first/],
    ['no names', { names: [] }, /No name that the sources know/],
    ['nothing to compare', { items: [] }, /kept all the same/],
  ])('says so of %s', (_, change, says) => {
    view(preview({ draft: { ...DRAFT, ...change } }));
    expect(textOf(drawn.root)).toMatch(says);
  });

  it('is saved once, or given up', () => {
    const events = eventsWith();
    view(preview(), events);
    fire(drawn.root.querySelector('form')!, 'submit');
    expect(events.onSave).toHaveBeenCalledOnce();
    press('Cancel');
    expect(events.onBack).toHaveBeenCalledOnce();
    view(preview({ busy: true }), events);
    expect(drawn.root.querySelector('button[type=submit]')?.hasAttribute('disabled')).toBe(true);
  });
});

describe('the tab', () => {
  it('lists pages with what is known of them, and does what its buttons say', () => {
    const events = eventsWith();
    view({ mode: 'list' }, events);
    expect([...drawn.root.querySelectorAll('.saved-row h3')].map(textOf)).toEqual(HEADS.map(({ title }) => title));
    expect(textOf(drawn.root.querySelector('.saved-row mark'))).toBe('zwölf');
    press('Read');
    expect(events.onRead).toHaveBeenCalledWith('saved-1');
    press('Delete');
    expect(events.onDelete).toHaveBeenCalledWith('saved-1');
    press('JSON');
    press('Markdown');
    expect(events.onExport.mock.calls).toEqual([['json'], ['markdown']]);
    for (const link of drawn.root.querySelectorAll('a')) expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });
  it('says that there is nothing yet, or nothing with these words', () => {
    view({ mode: 'list' }, eventsWith(), { state: 'ready', pages: [], all: 0 });
    expect(textOf(drawn.root)).toContain('Nothing saved yet');
    view({ mode: 'list' }, eventsWith(), { state: 'ready', pages: [], all: 3 });
    expect(textOf(drawn.root)).toContain('No saved page holds all of these words');
  });
  it.each<SaveRefusal>(['private', 'no-database', 'full', 'no-access', 'no-text', 'preparing', 'failed'])(
    'says why not: %s',
    (why) => {
      view({ mode: 'refused', refused: { ok: false, why, reason: 'the browser’s words' } });
      expect(textOf(drawn.root.querySelector('h2')).length).toBeGreaterThan(5);
      expect(textOf(drawn.root.querySelector('[role=alert]'))).toContain('the browser’s words');
      const mayHelp = ['full', 'preparing', 'failed'].includes(why);
      expect(/Try again/.test(textOf(drawn.root.querySelector('.button')))).toBe(mayHelp);
    },
  );
  it('a stored text opens its page at each passage', () => {
    view(
      { mode: 'text', page: PAGE, labels: { 'troop-pledging-countries': 'Countries pledging troops' } },
      eventsWith({ passage: (page, claim) => `${page.document.url}#${claim}` }),
    );
    const links = [...drawn.root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([PAGE.document.url, `${PAGE.document.url}#f0`]);
    expect(textOf(drawn.root.querySelector('.every'))).toContain('Countries pledging troops');
    expect(textOf(drawn.root.querySelector('.stored'))).toContain('Ireland is open');
    view({ mode: 'text', page: null, labels: {} });
    expect(textOf(drawn.root)).toContain('not saved any more');
  });
  it('tells of pages that were lost, also where nothing is left, until it is put aside', () => {
    const events = eventsWith();
    const tell = (lost: number, kept: number, list: SavedListState = LIST) => {
      const loss = { at: '2026-11-22T12:00:00.000Z', lost, kept };
      const state: SavedState = { mode: 'list' };
      draw(<SavedView state={state} list={list} notice={null} loss={loss} words={words} events={events} />);
      return textOf(drawn.root.querySelector('.saved-loss p'));
    };
    expect(tell(3, 2)).toBe(
      'On 22 Nov 2026 the browser’s store of your saved pages was found damaged or gone. 3 pages could not be read any more, or only without their text. 2 pages are here. What a backup holds comes back in the settings, under “Your data”.',
    );
    const told = tell(1, 0, { state: 'ready', pages: [], all: 0 });
    expect(told).toContain('1 page could not be read');
    expect(told).not.toContain('here.');
    expect(tell(0, 2)).toMatch(/gone\. Everything in it could be read and was kept\. 2 pages are here\.$/);
    press('Dismiss');
    expect(events.onDismissLoss).toHaveBeenCalledOnce();
  });
  it('does not run what an address holds', () => {
    const page = { ...PAGE, document: { ...PAGE.document, url: 'javascript:alert(1)', claims: [] } };
    view({ mode: 'text', page, labels: {} });
    expect(drawn.root.querySelectorAll('a')).toHaveLength(0);
  });
});

describe('beside an item', () => {
  const comparison = comparisonFor(pledging.id, members.id);
  it('saved pages are counted by themselves', () => {
    expect(savedCounts(comparison.items[pledging.id]!, words)).toBe('1 conflicts, 1 fits');
    const verdict = comparison.items[members.id]!;
    const twice = { ...verdict, against: [...verdict.against, { ...verdict.against[0]!, secondary: true }] };
    expect(savedCounts(twice, words)).toBe('1 fits');
  });
  it('they stand under the item, and change neither its verdict nor the summary', () => {
    const onRead = vi.fn();
    const props: PanelProps = {
      state: { view: 'report', report: withItems(pledging, members), title: 'A', stale: false },
      host: 'a.example',
      words,
      events: {} as PanelProps['events'],
    };
    draw(<Panel {...props} />);
    const chips = [...drawn.root.querySelectorAll('.chip')].map(textOf);
    const summary = textOf(drawn.root.querySelector('.summary'));
    draw(
      <Panel
        {...props}
        beside={{
          hint: (item) => <SavedHint item={item} comparison={comparison} words={words} />,
          under: (item) => <SavedSources item={item} comparison={comparison} words={words} onRead={onRead} />,
        }}
      />,
    );
    expect([...drawn.root.querySelectorAll('.chip')].map(textOf)).toEqual(chips);
    expect(textOf(drawn.root.querySelector('.summary'))).toBe(summary);
    expect(textOf(drawn.root.querySelector('.saved-sources'))).toMatch(
      /Your saved pages 1 conflicts, 1 fits.*The Example Courier/,
    );
    expect(textOf(drawn.root.querySelector('.saved-hint'))).toBe('Saved: 1 fits');
    press('Stored text');
    expect(onRead).toHaveBeenCalledWith('saved-1');
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2026-11-22T12:00:00.000Z', '2026-11-22'],
    ['yesterday', 'yesterday'],
  ])('%s', (instant, day) => {
    expect(isoDay(instant)).toBe(day);
  });
});
