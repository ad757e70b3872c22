/** The *Search* tab: a box, filters, and results as one types. Arrow keys go from the box through the results and back. */
import { useRef } from 'preact/hooks';
import type { ResultKind, SearchAnswer, SearchChoices, SearchFilters } from '../../../utils/search-results.ts';
import type { Words } from '../../../utils/words/types.ts';
import { useNote } from '../live.tsx';
import { Filters } from './Filters.tsx';
import { Results } from './Results.tsx';
import { SearchBox } from './SearchBox.tsx';

export interface SearchViewProps {
  words: Words;
  query: string;
  filters: SearchFilters;
  choices: SearchChoices;
  /** To try it on. */
  examples: readonly string[];
  /** Null while nothing was asked. May be of the query before: typing is faster than reading. */
  answer: SearchAnswer | null;
  state: 'loading' | 'ready' | { failed: string };
  /** A new object puts the focus into the box. */
  focus?: object;
  onQuery(query: string): void;
  onFilters(filters: SearchFilters): void;
  onMore(kind: ResultKind): void;
}

const narrowed = ({ outlet, country, from, to, kind }: SearchFilters) =>
  Boolean(outlet || country || from || to || kind);

/** What a screen reader hears once typing rests. */
function spoken({ answer, state, words }: SearchViewProps): string {
  if (state === 'loading') return words.t('search.loading');
  if (typeof state === 'object') return words.t('search.failed');
  if (!answer) return '';
  if (answer.total === 0)
    return answer.query.trim() ? words.t('search.nothing-for', { query: answer.query }) : words.t('search.nothing');
  const n = answer.total;
  return answer.query.trim()
    ? words.t('search.results-for', { n, query: answer.query })
    : words.t('search.results', { n });
}

/** Buttons with queries to try. */
function Tries({ queries, onQuery }: { queries: readonly string[]; onQuery(query: string): void }) {
  return (
    <ul class="names tries">
      {queries.map((query) => (
        <li key={query}>
          <button type="button" class="name" onClick={() => onQuery(query)}>
            <bdi>{query}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Nothing(props: SearchViewProps & { answer: SearchAnswer }) {
  const { answer, filters, words, onQuery, onFilters } = props;
  const { t } = words;
  return (
    <section class="search__note">
      <h2>
        <bdi>{answer.query.trim() ? t('search.nothing-for', { query: answer.query }) : t('search.nothing')}</bdi>
      </h2>
      {answer.suggestions.length > 0 ? (
        <>
          <p class="quiet">{t('search.try')}</p>
          <Tries queries={answer.suggestions} onQuery={onQuery} />
        </>
      ) : (
        <p class="quiet">{t('search.other-words')}</p>
      )}
      {narrowed(filters) && (
        <button type="button" class="link" onClick={() => onFilters({})}>
          {t('search.without-filters')}
        </button>
      )}
    </section>
  );
}

function Empty({ examples, words, onQuery }: SearchViewProps) {
  return (
    <section class="search__note">
      <p class="quiet">{words.t('search.empty')}</p>
      {examples.length > 0 && (
        <>
          <p class="quiet">{words.t('search.examples')}</p>
          <Tries queries={examples} onQuery={onQuery} />
        </>
      )}
    </section>
  );
}

function Body(props: SearchViewProps) {
  const { answer, state, filters, words, onMore } = props;
  if (typeof state === 'object')
    return (
      <section class="search__note">
        <h2>{words.t('search.failed')}</h2>
        <p class="notice__reason">{words.t('state.reason', { reason: state.failed })}</p>
      </section>
    );
  if (!answer)
    return state === 'loading' ? <p class="search__note quiet">{words.t('search.loading')}</p> : <Empty {...props} />;
  const groups = answer.groups.filter((group) => !filters.kind || group.kind === filters.kind);
  if (groups.length === 0) return <Nothing {...props} answer={answer} />;
  return (
    <>
      {answer.partial && <p class="search__note quiet">{words.t('search.partial')}</p>}
      {groups.map((group) => (
        <Results key={group.kind} group={group} matched={answer.matched} words={words} onMore={onMore} />
      ))}
    </>
  );
}

export function SearchView(props: SearchViewProps) {
  const { answer, words } = props;
  useNote(spoken(props));
  const root = useRef<HTMLDivElement>(null);
  const hits = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  const box = () => root.current?.querySelector<HTMLElement>('input[type=search]');
  const goTo = (hit: HTMLElement | undefined): boolean => {
    const target = hit?.querySelector<HTMLElement>('[data-primary], a') ?? hit;
    target?.focus();
    return target !== undefined;
  };
  const keys = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const hit = target.closest<HTMLElement>('[data-hit]');
    if (!hit || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = hits();
    const at = all.indexOf(hit);
    const last = all.length - 1;
    if (event.key === 'ArrowDown') goTo(all[Math.min(last, at + 1)]);
    else if (event.key === 'ArrowUp' && at > 0) goTo(all[at - 1]);
    else if (event.key === 'ArrowUp' || event.key === 'Escape') box()?.focus();
    else if (event.key === 'Home') goTo(all[0]);
    else if (event.key === 'End') goTo(all[last]);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a shortcut; every result is reached with Tab, too.
    <div class="search" ref={root} onKeyDown={keys}>
      <div class="search__head">
        <SearchBox
          query={props.query}
          words={words}
          focus={props.focus}
          onQuery={props.onQuery}
          onLeave={() => goTo(hits()[0])}
        />
        <Filters
          filters={props.filters}
          choices={props.choices}
          answer={answer}
          words={words}
          onFilters={props.onFilters}
        />
      </div>
      <Body {...props} />
    </div>
  );
}
