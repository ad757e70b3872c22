import type { SavedComparison, SavedVerdict } from '../../../utils/extension/protocol.ts';
import type { Item, PairVerdict } from '../../../utils/report.ts';
import type { Words } from '../../../utils/words/types.ts';
import { toneOf } from '../../parts/Chip.tsx';
import { dateOf, outletOf } from '../../parts/groups.ts';
import { OpenLink } from '../../parts/Sources.tsx';

interface SavedSourcesProps {
  item: Item;
  comparison: SavedComparison;
  words: Words;
  onRead(id: string): void;
}

type Kind = 'conflicts' | 'strained' | 'changed' | 'fits';
const KIND: Record<PairVerdict, Kind> = {
  conflicts: 'conflicts',
  strained: 'strained',
  'changed since': 'changed',
  same: 'fits',
  fits: 'fits',
};
const ORDER: Kind[] = ['conflicts', 'strained', 'changed', 'fits'];

/** "1 conflicts, 2 fit": saved pages are counted by themselves. */
export function savedCounts({ against }: SavedVerdict, words: Words): string {
  const counted = against.filter((one) => !one.secondary);
  return ORDER.flatMap((kind) => {
    const n = counted.filter((one) => KIND[one.verdict] === kind).length;
    return n === 0 ? [] : [words.t(`saved.count.${kind}`, { n })];
  }).join(', ');
}

/** Beside an item's own chip: what saved pages say of it, in a few words. */
export function SavedHint({ item, comparison, words }: Omit<SavedSourcesProps, 'onRead'>) {
  const verdict = comparison.items[item.id];
  if (!verdict) return null;
  return (
    <span class={`saved-hint tone--${toneOf(verdict)}`}>
      {words.t('saved.says', { what: savedCounts(verdict, words) })}
    </span>
  );
}

/** Under an item: the reader's own saved pages that speak of the same, apart from the sources of packs. */
export function SavedSources({ item, comparison, words, onRead }: SavedSourcesProps) {
  const verdict = comparison.items[item.id];
  if (!verdict) return null;
  const { documents } = comparison;
  return (
    <div class="saved-sources">
      <p class="saved-sources__head">
        <b>{words.t('saved.yours')}</b> <span class="quiet">{savedCounts(verdict, words)}</span>
      </p>
      <ul class="sources" aria-label={words.t('saved.yours-label')}>
        {verdict.against.map((one) => {
          const date = dateOf(one, documents);
          const title = documents[one.document]?.title ?? '';
          return (
            <li class="sources__row" key={`${one.document} ${one.claim}`}>
              <bdi class={item.kind === 'figure' ? 'sources__figure' : 'sources__value'}>{one.display}</bdi>
              {item.kind === 'figure' && (
                <span class="sources__who">
                  <bdi>{words.t('sources.quote', { text: one.surface })}</bdi>
                </span>
              )}
              <OpenLink url={one.url} outlet={outletOf(one, documents)} words={words} />
              <span class="quiet sources__meta">
                <bdi>{outletOf(one, documents)}</bdi> · {date ? words.date(date) : words.t('sources.unknown-date')} ·{' '}
                {words.t(`pair.${one.verdict}`)}
                <br />
                <button
                  type="button"
                  class="link"
                  aria-label={words.t('saved.stored-text-of', { title })}
                  onClick={() => onRead(one.document)}
                >
                  {words.t('saved.stored-text')}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
