import type { Item } from '../../utils/report.ts';
import type { Key, Words } from '../../utils/words/types.ts';
import { FILTER_KINDS, type FilterKind, kindsIn, type PageFilter } from './filter.ts';

const KIND_WORDS = {
  conflicts: 'filter.conflicts',
  'second-look': 'filter.second-look',
  agrees: 'filter.agrees',
  'only-here': 'filter.only-here',
} as const satisfies Record<FilterKind, Key>;

interface FilterProps {
  filter: PageFilter;
  items: readonly Item[];
  /** How many entries are left. */
  left: number;
  words: Words;
  onFilter(filter: PageFilter): void;
}

/** A text and a verdict, over a page with many figures or names. */
export function Filter({ filter, items, left, words, onFilter }: FilterProps) {
  const { t } = words;
  const kindNamed = (value: string) => FILTER_KINDS.find((one) => one === value) ?? null;
  const isOn = filter.text.trim() !== '' || filter.kind !== null;
  return (
    <search class="section page-filter">
      <div class="controls">
        <label class="controls__wide">
          <span>{t('filter.text')}</span>
          <input
            type="search"
            value={filter.text}
            placeholder={t('filter.hint')}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('filter.kind')}</span>
          <select
            value={filter.kind ?? ''}
            onChange={(event) => onFilter({ ...filter, kind: kindNamed(event.currentTarget.value) })}
          >
            <option value="">{t('filter.all')}</option>
            {kindsIn(items).map(({ kind, n }) => (
              <option key={kind} value={kind}>
                {t(KIND_WORDS[kind])} ({n})
              </option>
            ))}
          </select>
        </label>
      </div>
      {isOn && (
        <p class="quiet section__note">
          {t('filter.left', { n: left })}{' '}
          <button type="button" class="link" onClick={() => onFilter({ text: '', kind: null })}>
            {t('filter.clear')}
          </button>
        </p>
      )}
    </search>
  );
}
