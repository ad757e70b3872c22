/** The *Search* tab in its states, for the gallery. */
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import { SearchView, type SearchViewProps } from '../../components/panel/search/SearchView.tsx';
import { CHOICES, FOUND, NOTHING } from '../fixtures/search.ts';
import { words } from './gallery-words.ts';

const nothing = () => {};

const base: SearchViewProps = {
  words,
  query: '',
  filters: {},
  choices: CHOICES,
  examples: ['Emmanuel Macron', 'Keir Starmer', 'Giorgia Meloni'],
  answer: null,
  state: 'ready',
  onQuery: nothing,
  onFilters: nothing,
  onMore: nothing,
};

const states: Record<string, Partial<SearchViewProps>> = {
  results: { query: FOUND.query, answer: FOUND },
  kind: { query: FOUND.query, answer: FOUND, filters: { kind: 'figure' } },
  partial: { query: 'macron 26 elephants', answer: { ...FOUND, partial: true, groups: FOUND.groups.slice(3) } },
  nothing: {
    query: NOTHING.query,
    answer: NOTHING,
    filters: { outlet: 'The Harbour Post', country: 'france', from: '2025-09-01', to: '2025-09-30' },
  },
  empty: {},
  loading: { state: 'loading' },
  failed: { state: { failed: 'The database could not be opened (QuotaExceededError).' } },
};

export function searchStories(panel: Pick<PanelProps, 'events' | 'state'>) {
  return Object.fromEntries(
    Object.entries(states).map(([name, props]) => [
      `panel-search-${name}`,
      {
        kind: 'panel' as const,
        draw: (theme: 'light' | 'dark') => (
          <Panel
            {...panel}
            host="example-courier.com"
            words={words}
            theme={theme}
            tab="search"
            views={{ search: <SearchView {...base} {...props} /> }}
          />
        ),
      },
    ]),
  );
}
