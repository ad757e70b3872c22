/** A file at work, and a file that was refused. */
import type { Words } from '../../utils/words/types.ts';

interface WorkingProps {
  text: string;
  /** Null where nobody knows how far it is. */
  done: number | null;
  of: number;
  words: Words;
  onCancel(): void;
}

export function Working({ text, done, of, words, onCancel }: WorkingProps) {
  return (
    <div class="packs__card">
      {/* Said once for each step; the numbers are the bar's. */}
      <p role="status">
        <bdi>{text}</bdi>
      </p>
      <progress class="packs__bar" aria-label={text} max={of} value={done ?? undefined} />
      <p>
        <button type="button" class="link" onClick={onCancel}>
          {words.t('packs.cancel')}
        </button>
      </p>
    </div>
  );
}

interface RefusalProps {
  text: string;
  problems: readonly string[];
  words: Words;
  onClose(): void;
  onSave?(): void;
}

/** A list that short needs no file. */
const SHORT_LIST = 3;

export function Refusal({ text, problems, words, onClose, onSave }: RefusalProps) {
  const { t } = words;
  return (
    <div class="packs__card packs__card--refused">
      <div role="alert">
        <p>
          <b>{text}</b>
        </p>
        {/* Scrolls, so the keyboard has to reach it. */}
        <ul class="packs__problems" tabIndex={problems.length > SHORT_LIST ? 0 : undefined} aria-label={text}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
      <p class="options__actions">
        <button type="button" class="button" onClick={onClose}>
          {t('packs.close')}
        </button>
        {onSave && problems.length > SHORT_LIST && (
          <button type="button" class="link" onClick={onSave}>
            {t('packs.save-problems')}
          </button>
        )}
      </p>
    </div>
  );
}
