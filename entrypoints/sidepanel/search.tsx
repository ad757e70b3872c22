/** The *Search* tab with everything behind it: a file of its own, loaded when the tab is first shown. */
import { SearchView } from '../../components/panel/search/SearchView.tsx';
import type { Words } from '../../utils/words/types.ts';
import {
  answer,
  choices,
  examples,
  filters,
  opened,
  setFilters,
  setQuery,
  showMore,
  startSearch,
} from './search-model.ts';
import { boxFocus, query } from './search-query.ts';

void startSearch();

export function SearchTab({ words }: { words: Words }) {
  return (
    <SearchView
      words={words}
      query={query.value}
      filters={filters.value}
      choices={choices()}
      examples={examples()}
      answer={answer.value}
      state={opened.value}
      focus={boxFocus.value}
      onQuery={setQuery}
      onFilters={setFilters}
      onMore={showMore}
    />
  );
}
