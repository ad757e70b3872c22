import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../../utils/words/types.ts';
import { Tool } from '../../parts/Icon.tsx';

interface SearchBoxProps {
  query: string;
  words: Words;
  /** A new object asks for the focus again. */
  focus?: object;
  onQuery(query: string): void;
  /** The way into the list. */
  onLeave(): boolean;
}

/** What stands in the box is the box's own: setting it while somebody composes a letter would break the letter. */
export function SearchBox({ query, words, focus, onQuery, onLeave }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  // In the turn that drew: a turn later another letter may stand in the box.
  useLayoutEffect(() => {
    if (input.current && !composing.current && input.current.value !== query) input.current.value = query;
  }, [query]);
  useEffect(() => {
    if (!focus) return;
    input.current?.focus();
    input.current?.select?.();
  }, [focus]);

  const keys = (event: KeyboardEvent) => {
    // Keys of an input method belong to it.
    if (event.isComposing || composing.current) return;
    if (event.key === 'ArrowDown' && onLeave()) event.preventDefault();
    if (event.key === 'Escape' && input.current?.value) {
      event.preventDefault();
      input.current.value = '';
      onQuery('');
    }
  };
  return (
    <search class="search__box">
      <Tool name="search" />
      <input
        ref={input}
        type="search"
        aria-label={words.t('search.label')}
        placeholder={words.t('search.placeholder')}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        maxLength={MOST_CHARACTERS}
        onInput={(event) => {
          if (!composing.current) onQuery(event.currentTarget.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={keys}
      />
    </search>
  );
}

/** As many as a search reads. */
const MOST_CHARACTERS = 200;
