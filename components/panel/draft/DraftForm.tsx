import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../../utils/words/types.ts';
import type { DraftEvents } from './state.ts';

interface DraftFormProps {
  text: string;
  date: string;
  busy: boolean;
  /** What is wrong with the text, in words. */
  problem: string | null;
  words: Words;
  events: Pick<DraftEvents, 'onText' | 'onDate' | 'onCheck'>;
}

const PROBLEM = 'draft-problem';

/**
 * The box, the date and the button. What stands in the box is the box's own: setting it while somebody composes a letter
 * would break the letter. No spelling check, no suggestions and no memory of forms: some browsers send or keep a text for them.
 */
export function DraftForm({ text, date, busy, problem, words, events }: DraftFormProps) {
  const { t } = words;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (box.current && box.current.value !== text) box.current.value = text;
  }, [text]);
  return (
    <form
      class="draft__form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        events.onCheck();
      }}
    >
      <label for="draft-text">{t('draft.text')}</label>
      <textarea
        id="draft-text"
        ref={box}
        rows={8}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        {...{ writingsuggestions: 'false' }}
        aria-invalid={problem !== null}
        aria-describedby={problem ? PROBLEM : undefined}
        onInput={(event) => events.onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          events.onCheck();
        }}
      />
      {problem && (
        <p id={PROBLEM} class="draft__problem">
          {problem}
        </p>
      )}
      <div class="draft__row">
        <label for="draft-date">{t('draft.date')}</label>
        <input
          id="draft-date"
          type="date"
          autocomplete="off"
          value={date}
          aria-describedby={date ? undefined : 'draft-undated'}
          onInput={(event) => events.onDate(event.currentTarget.value)}
        />
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? t('draft.checking') : t('draft.check')}
        </button>
      </div>
      {!date && (
        <p id="draft-undated" class="quiet">
          {t('draft.date-hint')}
        </p>
      )}
    </form>
  );
}
