import { useId, useState } from 'preact/hooks';
import {
  RESULT_KINDS,
  type ResultKind,
  type SearchAnswer,
  type SearchChoices,
  type SearchFilters,
} from '../../../utils/search-results.ts';
import type { Words } from '../../../utils/words/types.ts';
import { Tool } from '../../parts/Icon.tsx';

interface FiltersProps {
  filters: SearchFilters;
  choices: SearchChoices;
  answer: SearchAnswer | null;
  words: Words;
  onFilters(filters: SearchFilters): void;
}

/** Filters beside the kind, which has its own row. */
const setFilters = ({ outlet, country, from, to }: SearchFilters): number =>
  [outlet, country, from, to].filter(Boolean).length;

/** All, or one kind, each with how many there are. */
function Kinds({ filters, answer, words, onFilters }: Omit<FiltersProps, 'choices'>) {
  const count = (kind: ResultKind) => answer?.groups.find((group) => group.kind === kind)?.count ?? 0;
  const choose = (kind: ResultKind | undefined) => onFilters({ ...filters, kind });
  return (
    <fieldset class="kinds">
      <legend class="sr">{words.t('search.kinds')}</legend>
      <button type="button" class="kind" aria-pressed={!filters.kind} onClick={() => choose(undefined)}>
        {words.t('search.all')}
      </button>
      {RESULT_KINDS.map((kind) => {
        const label = words.t(`search.kind.${kind}`);
        return (
          <button
            key={kind}
            type="button"
            class="kind"
            aria-pressed={filters.kind === kind}
            aria-label={answer ? words.t('search.kind-count', { kind: label, n: count(kind) }) : label}
            onClick={() => choose(filters.kind === kind ? undefined : kind)}
          >
            {label} {answer && <i>{words.amount(count(kind))}</i>}
          </button>
        );
      })}
    </fieldset>
  );
}

interface SelectProps {
  label: string;
  any: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose(value: string): void;
}

function Select({ label, any, value, options, onChoose }: SelectProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

function Day({ label, value, onChoose }: { label: string; value: string; onChoose(value: string): void }) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChoose(event.currentTarget.value)} />
    </p>
  );
}

/** Kinds in a row, and the rest behind a button. */
export function Filters(props: FiltersProps) {
  const { filters, choices, words, onFilters } = props;
  const { t } = words;
  const n = setFilters(filters);
  const [open, setOpen] = useState(n > 0);
  const id = useId();
  const set = (change: SearchFilters) => {
    const next = { ...filters, ...change };
    // What is not set is not there.
    onFilters(Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as SearchFilters);
  };
  return (
    <div class="filters">
      <div class="filters__row">
        <Kinds {...props} />
        <button
          type="button"
          class="filters__toggle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {n > 0 ? t('search.filters-set', { n }) : t('search.filters')}
          <Tool name="down" />
        </button>
      </div>
      <div id={id} class="filters__fields" hidden={!open}>
        <Select
          label={t('search.outlet')}
          any={t('search.any-outlet')}
          value={filters.outlet ?? ''}
          options={choices.outlets.map((outlet) => ({ value: outlet, label: outlet }))}
          onChoose={(outlet) => set({ outlet })}
        />
        <Select
          label={t('search.country')}
          any={t('search.any-country')}
          value={filters.country ?? ''}
          options={choices.countries.map((country) => ({ value: country.id, label: country.name }))}
          onChoose={(country) => set({ country })}
        />
        <Day label={t('search.from')} value={filters.from ?? ''} onChoose={(from) => set({ from })} />
        <Day label={t('search.to')} value={filters.to ?? ''} onChoose={(to) => set({ to })} />
        {n > 0 && (
          <button type="button" class="link" onClick={() => onFilters(filters.kind ? { kind: filters.kind } : {})}>
            {t('search.clear-filters')}
          </button>
        )}
      </div>
    </div>
  );
}
