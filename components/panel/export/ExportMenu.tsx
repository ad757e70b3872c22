import { useId, useRef, useState } from 'preact/hooks';
import type { Item } from '../../../utils/report.ts';
import type { Words } from '../../../utils/words/types.ts';
import { layoutScale } from '../../scale/layout.ts';
import { EXPORT_FORMATS, type ExportFormat } from './request.ts';

interface ExportMenuProps {
  item: Item;
  words: Words;
  onExport(format: ExportFormat): void;
}

/** What an item can be exported as: an image only where there is a scale to draw. */
const formatsOf = (item: Item): readonly ExportFormat[] =>
  layoutScale(item) ? EXPORT_FORMATS : EXPORT_FORMATS.filter((format) => format === 'csv' || format === 'json');

/** A button that shows the kinds of files; Escape puts them away. */
export function ExportMenu({ item, words, onExport }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        class="link"
        ref={button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {words.t('export.open')}
      </button>
      {open && (
        <ul
          id={id}
          class="export"
          aria-label={words.t('export.label')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            close();
          }}
        >
          {formatsOf(item).map((format) => (
            <li key={format}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  onExport(format);
                  close();
                }}
              >
                {words.t(`export.${format}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
