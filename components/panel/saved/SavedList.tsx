import { useEffect, useState } from 'preact/hooks';
import type { SavedHead } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';
import { Brand } from '../../parts/Brand.tsx';
import { isoDay } from '../../parts/iso-day.ts';
import { safeHref } from '../../parts/link.ts';
import type { SavedEvents, SavedListState } from './events.ts';
import { Refusal } from './Refusal.tsx';

interface SavedListProps {
  list: SavedListState;
  words: Words;
  events: SavedEvents;
}

/** Rows drawn before the reader asks for more. */
const FIRST_ROWS = 50;
/** A pause in typing, after which the pages are searched. */
const TYPING_MS = 150;

function Row({ head, words, events }: { head: SavedHead } & Omit<SavedListProps, 'list'>) {
  const { t } = words;
  const { id, title, outlet, url, date, savedAt, claims, found } = head;
  const href = safeHref(url);
  const facts = [
    outlet,
    date ? words.date(date) : t('sources.unknown-date'),
    t('saved.on', { date: words.date(isoDay(savedAt)) }),
    ...(claims > 0 ? [t('saved.figures', { n: claims })] : []),
  ];
  return (
    <li class="doc saved-row">
      <p class="quiet">
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {found && (
        <p class="doc__summary">
          <bdi>
            {found.before}
            <mark>{found.words}</mark>
            {found.after}
          </bdi>
        </p>
      )}
      <div class="actions saved-row__actions">
        <button type="button" class="link" aria-label={t('saved.read-of', { title })} onClick={() => events.onRead(id)}>
          {t('saved.read')}
        </button>
        {href && (
          <a class="link" href={href} target="_blank" rel="noopener noreferrer">
            {t('saved.open-page')}
          </a>
        )}
        <button
          type="button"
          class="link"
          aria-label={t('saved.delete-of', { title })}
          onClick={() => events.onDelete(id)}
        >
          {t('saved.delete')}
        </button>
      </div>
    </li>
  );
}

function Search({ words, onSearch }: { words: Words; onSearch(text: string): void }) {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      type="search"
      class="saved-search"
      aria-label={words.t('saved.search')}
      placeholder={words.t('saved.search')}
      value={text}
      maxLength={200}
      autocomplete="off"
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

/** How many there are, or how many of them were found. */
export const savedCount = ({ pages, all }: Extract<SavedListState, { state: 'ready' }>, { t }: Words): string =>
  pages.length === all ? t('saved.count', { n: all }) : t('saved.found', { n: pages.length, all });

/** All saved pages, newest first, with search and export. */
export function SavedList({ list, words, events }: SavedListProps) {
  const [rows, setRows] = useState(FIRST_ROWS);
  const { t } = words;
  if (list.state === 'loading') return <p class="section quiet">{t('state.loading.title')}</p>;
  if (list.state === 'refused') return <Refusal refused={list.refused} words={words} onRetry={events.onRetry} />;
  const { pages, all } = list;
  if (all === 0)
    return (
      <section class="notice notice--empty">
        <Brand size={36} />
        <h2>{t('saved.empty.title')}</h2>
        <p>{t('saved.empty.text')}</p>
      </section>
    );
  const hidden = pages.length - rows;
  return (
    <section class="section saved-list" aria-labelledby="heading-saved">
      <h2 id="heading-saved">
        {t('saved.title')} <span class="section__count">{savedCount(list, words)}</span>
      </h2>
      <Search words={words} onSearch={events.onSearch} />
      {pages.length === 0 && <p class="empty">{t('saved.nothing-found')}</p>}
      <ul class="docs">
        {pages.slice(0, rows).map((head) => (
          <Row key={head.id} head={head} words={words} events={events} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setRows(rows + FIRST_ROWS)}>
          {t('saved.more', { n: Math.min(hidden, FIRST_ROWS) })}
        </button>
      )}
      <p class="saved-export quiet">
        {t('saved.export')}{' '}
        <button type="button" class="link" onClick={() => events.onExport('json')}>
          {t('saved.export.json')}
        </button>{' '}
        <button type="button" class="link" onClick={() => events.onExport('markdown')}>
          {t('saved.export.markdown')}
        </button>
      </p>
    </section>
  );
}
