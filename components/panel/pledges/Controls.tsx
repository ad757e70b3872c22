import type { Ledger } from '../../../utils/ledger.ts';
import type { Key, Words } from '../../../utils/words/types.ts';
import { upperFirst } from '../../parts/text.ts';
import { type Choice, heldPositions, SORTS, type Sort } from './choose.ts';

const SORT_WORDS = {
  country: 'pledges.sort-country',
  stance: 'pledges.sort-stance',
  changed: 'pledges.sort-changed',
} as const satisfies Record<Sort, Key>;

interface ControlsProps {
  ledger: Ledger;
  choice: Choice;
  words: Words;
  onChoose(choice: Choice): void;
}

/** Text, stance and order. */
export function Controls({ ledger, choice, words, onChoose }: ControlsProps) {
  const { t } = words;
  const sortOf = (value: string): Sort => SORTS.find((one) => one === value) ?? 'country';
  return (
    <div class="controls">
      <label class="controls__wide">
        <span>{t('pledges.filter')}</span>
        <input
          type="search"
          value={choice.text}
          placeholder={t('pledges.filter-hint')}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onChoose({ ...choice, text: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{t('pledges.stance')}</span>
        <select
          value={choice.stance ?? ''}
          onChange={(event) => onChoose({ ...choice, stance: event.currentTarget.value || null })}
        >
          <option value="">{t('pledges.stance-all')}</option>
          {heldPositions(ledger).map(({ value, display, n }) => (
            <option key={value} value={value}>
              {upperFirst(display)} ({n})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('pledges.sort')}</span>
        <select
          value={choice.sort}
          onChange={(event) => onChoose({ ...choice, sort: sortOf(event.currentTarget.value) })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(SORT_WORDS[sort])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
