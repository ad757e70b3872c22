/** One of several: as radio buttons where a choice takes effect quietly, as buttons where the browser will ask. */
import { Diamond } from './Icon.tsx';

export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

interface ChoiceProps<T extends string> {
  options: readonly Option<T>[];
  value: T | null;
  onChoose(value: T): void;
}

/**
 * Buttons, of which one is pressed. Not radio buttons: those change with every arrow key, and each of these may make
 * the browser ask for a permission.
 */
export function ButtonChoice<T extends string>({
  options,
  value,
  onChoose,
  label,
}: ChoiceProps<T> & { label: string }) {
  return (
    <ul class="choice" aria-label={label}>
      {options.map((option) => (
        <li key={option.value}>
          <button
            type="button"
            class="choice__button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            <span class="choice__sign">{option.value === value && <Diamond />}</span>
            <span>
              <b>{option.label}</b>
              {option.hint && <span class="choice__hint">{option.hint}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Radio buttons in a group with a legend. */
export function RadioChoice<T extends string>(props: ChoiceProps<T> & { legend: string; name: string }) {
  const { options, value, onChoose, legend, name } = props;
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="radio">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span>
            {option.label}
            {option.hint && <span class="choice__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
