/** A file from the reader: by the button, or dropped on the box. */
import { useRef, useState } from 'preact/hooks';
import type { Words } from '../../utils/words/types.ts';

interface FileBoxProps {
  words: Words;
  label: string;
  onFiles(files: readonly File[]): void;
}

const ACCEPTED = '.json,.gz,application/json,application/gzip';

export function FileBox({ words, label, onFiles }: FileBoxProps) {
  const { t } = words;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // Dropping is a second way to do what the button does: keyboards and screen readers need the button only.
    <fieldset
      aria-label={label}
      class={over ? 'filebox filebox--over' : 'filebox'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <div class="filebox__line">
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {label}
        </button>
        <span class="quiet">{over ? t('packs.drop-now') : t('packs.drop')}</span>
      </div>
      <p class="choice__hint">{t('packs.drop-hint')}</p>
      <FileInput inputRef={input} label={label} onFiles={onFiles} />
    </fieldset>
  );
}

interface FileInputProps {
  inputRef: { current: HTMLInputElement | null };
  label: string;
  onFiles(files: readonly File[]): void;
}

/** The browser's own picker, opened by a button of ours. */
export function FileInput({ inputRef, label, onFiles }: FileInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      class="filebox__input"
      accept={ACCEPTED}
      aria-label={label}
      tabIndex={-1}
      onChange={(event) => {
        const { files } = event.currentTarget;
        const picked = [...(files ?? [])];
        // The same file picked again is a change, too: it may have been mended.
        event.currentTarget.value = '';
        if (picked.length > 0) onFiles(picked);
      }}
    />
  );
}
