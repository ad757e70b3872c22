import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Marked } from '../../components/panel/search/Marked.tsx';
import { SearchView, type SearchViewProps } from '../../components/panel/search/SearchView.tsx';
import { makeWords } from '../../utils/words/index.ts';
import { CHOICES, FOUND, NOTHING } from '../fixtures/search.ts';
import { drawnPage } from '../tools/drawn.ts';
import { InPanel } from './in-panel.tsx';

const drawn = drawnPage();
const { fire } = drawn;
const on = { onQuery: vi.fn(), onFilters: vi.fn(), onMore: vi.fn() };
beforeEach(() => vi.clearAllMocks());
const draw = (props: Partial<SearchViewProps> = {}): HTMLElement => {
  const all: SearchViewProps = {
    words: makeWords('en'),
    query: '',
    filters: {},
    choices: CHOICES,
    examples: ['Example Name'],
    answer: null,
    state: 'ready',
    ...on,
    ...props,
  };
  return drawn.draw(
    <InPanel>
      <SearchView {...all} />
    </InPanel>,
  );
};
const text = (selector: string): string[] =>
  [...drawn.root.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
const key = (element: Element | null, name: string, more: object = {}) =>
  fire(element, 'keydown', { key: name, ...more });
const box = () => drawn.root.querySelector('input[type=search]') as HTMLInputElement;
const button = (label: string) =>
  [...drawn.root.querySelectorAll('button')].find((one) => one.textContent?.trim() === label);

describe('results', () => {
  it('are grouped by kind with counts, their words marked', () => {
    draw({ answer: FOUND, query: FOUND.query });
    expect(text('.section h2')).toEqual(['Names 2', 'Figures 26', 'Positions 1', 'Reports 2']);
    expect(new Set(text('mark'))).toEqual(new Set(['Macron', 'Макрон', '26']));
    expect(text('[role=status]')).toEqual(['31 results for “macrn 26”']);
  });

  it('say outlet, date, speaker and scope of a figure, and open its source', () => {
    draw({ answer: FOUND });
    const figure = drawn.root.querySelector('.hit--figure');
    for (const part of [
      '26',
      'Countries pledging troops',
      '“26 countries had pledged”',
      'Emmanuel Macron',
      'Paris, 4 Sep 2025',
    ])
      expect(figure?.textContent).toContain(part);
    expect(figure?.querySelector('a')?.getAttribute('href')).toBe('https://example.com/a#:~:text=26');
    expect(drawn.root.querySelectorAll('.hit--figure')[1]?.textContent).toMatch(/saved by you.*expected/);
  });

  it('show who a name is, the first one at once', () => {
    draw({ answer: FOUND });
    const names = drawn.root.querySelectorAll('.hit--name');
    expect(names[0]?.textContent).toContain('also written Емманюель Макрон');
    expect([...names].map((one) => one.querySelectorAll('.card__summary').length > 0)).toEqual([true, false]);
    fire(names[1]?.querySelector('button'), 'click');
    expect(names[1]?.querySelectorAll('.card__summary').length).toBeGreaterThan(0);
  });

  it('offer more where there is more', () => {
    draw({ answer: FOUND });
    fire(button('Show 20 more'), 'click');
    expect(on.onMore).toHaveBeenCalledWith('figure');
    expect(button('Show 0 more')).toBeUndefined();
  });

  it('of one kind stand alone', () => {
    draw({ answer: FOUND, filters: { kind: 'stance' } });
    expect(text('.section h2')).toEqual(['Positions 1']);
  });

  it('have no link that runs something', () => {
    const [report] = FOUND.groups[3]!.results;
    const evil = { ...FOUND, groups: [{ kind: 'report' as const, count: 1, results: [report!] }] };
    if (report?.kind === 'report')
      evil.groups[0]!.results = [{ ...report, document: { ...report.document, url: 'javascript:alert(1)' } }];
    draw({ answer: evil });
    expect(drawn.root.querySelectorAll('.hit a')).toHaveLength(0);
  });
});

describe('keys', () => {
  // From result to result: in real browsers (search.e2e.test.ts), as linkedom hands bubbling events to the wrong element.
  it('lead from the box into the results', () => {
    draw({ answer: FOUND });
    const hits = [...drawn.root.querySelectorAll('[data-hit]')];
    expect(key(box(), 'ArrowDown').defaultPrevented).toBe(true);
    expect(drawn.focused).toBe(hits[0]?.querySelector('button'));
  });

  it('mean nothing in an empty list', () => {
    draw();
    expect(key(box(), 'ArrowDown').defaultPrevented).toBe(false);
  });

  it('clear the box with Escape', () => {
    draw({ query: 'macron' });
    expect(box().value).toBe('macron');
    expect(key(box(), 'Escape').defaultPrevented).toBe(true);
    expect(on.onQuery).toHaveBeenCalledWith('');
    expect(box().value).toBe('');
    expect(key(box(), 'Escape').defaultPrevented).toBe(false);
  });

  it('belong to the input method while a letter is composed', () => {
    draw({ answer: FOUND });
    fire(box(), 'compositionstart');
    box().value = 'マクロ';
    fire(box(), 'input');
    expect(on.onQuery).not.toHaveBeenCalled();
    expect(key(box(), 'ArrowDown').defaultPrevented).toBe(false);
    expect(key(box(), 'Escape').defaultPrevented).toBe(false);
    // What the search says meanwhile leaves the box alone.
    draw({ answer: FOUND, query: 'older' });
    expect(box().value).toBe('マクロ');
    fire(box(), 'compositionend');
    expect(on.onQuery).toHaveBeenCalledWith('マクロ');
  });
});

describe('the box', () => {
  it('tells each letter, and takes a query that comes from elsewhere with the focus', () => {
    draw();
    box().value = 'm';
    fire(box(), 'input');
    expect(on.onQuery).toHaveBeenLastCalledWith('m');
    draw({ query: 'looked up', focus: {} });
    expect(box().value).toBe('looked up');
    expect(drawn.focused).toBe(box());
  });
});

describe('filters', () => {
  it('are chosen by kind, and by kind again', () => {
    draw({ answer: FOUND });
    const kind = drawn.root.querySelector('button[aria-label="Figures, 26 results"]');
    fire(kind, 'click');
    expect(on.onFilters).toHaveBeenLastCalledWith({ kind: 'figure' });
    draw({ answer: FOUND, filters: { kind: 'figure', country: 'france' } });
    expect(drawn.root.querySelector('[aria-pressed=true]')?.textContent).toContain('Figures');
    fire(drawn.root.querySelector('button[aria-label="Figures, 26 results"]'), 'click');
    expect(on.onFilters).toHaveBeenLastCalledWith({ kind: undefined, country: 'france' });
  });

  it('are open where some are set, and cleared at once', () => {
    draw({ filters: { outlet: 'The Harbour Post', from: '2025-09-01' } });
    expect(drawn.root.querySelector('.filters__toggle')?.getAttribute('aria-expanded')).toBe('true');
    expect(drawn.root.querySelector('.filters__toggle')?.textContent).toContain('2 set');
    fire(button('Clear filters'), 'click');
    expect(on.onFilters).toHaveBeenCalledWith({});
  });

  it('without a value are not there', () => {
    draw({ filters: { outlet: 'The Harbour Post', country: 'france' } });
    const select = drawn.root.querySelectorAll('select')[0] as HTMLSelectElement;
    Object.defineProperty(select, 'value', { value: '', configurable: true });
    fire(select, 'change');
    expect(on.onFilters).toHaveBeenCalledWith({ country: 'france' });
  });
});

describe('without results', () => {
  it('says so, with what would be found', () => {
    draw({ answer: NOTHING, query: NOTHING.query, filters: { country: 'france' } });
    expect(text('.search__note h2')[0]).toMatch(/^Nothing found for “macron/);
    fire(button('starmer'), 'click');
    expect(on.onQuery).toHaveBeenCalledWith('starmer');
    fire(button('Search without filters'), 'click');
    expect(on.onFilters).toHaveBeenCalledWith({});
    expect(text('[role=status]')[0]).toMatch(/^Nothing found for/);
  });

  it('says that most of the words is all there is', () => {
    draw({ answer: { ...FOUND, partial: true } });
    expect(text('.search__note')).toContain('Nothing has all of these words. These have most of them:');
  });

  it.each<[string, Partial<SearchViewProps>, RegExp]>([
    ['nothing typed', {}, /as you type.*Example Name/],
    ['opening', { state: 'loading' }, /Opening the sources/],
    ['broken', { state: { failed: 'no room' } }, /cannot be searched.*no room/],
  ])('%s', (_, props, expected) => {
    draw(props);
    expect(drawn.root.textContent).toMatch(expected);
  });
});

it('marks are nodes, never HTML', () => {
  drawn.draw(<Marked text={'<b>Élysée</b> & élysée'} matched={new Set(['elysee', 'b'])} />);
  expect(drawn.root.textContent).toBe('<b>Élysée</b> & élysée');
  expect([...drawn.root.querySelectorAll('mark')].map((one) => one.textContent)).toEqual([
    'b',
    'Élysée',
    'b',
    'élysée',
  ]);
  expect(drawn.root.querySelectorAll('b')).toHaveLength(0);
});
