import type { Words } from '../../../utils/words/types.ts';
import { isoDay } from '../../parts/iso-day.ts';
import type { SaveBarState } from './events.ts';

interface SaveBarProps {
  bar: SaveBarState;
  words: Words;
  onSave(): void;
  /** Opens the stored copy. */
  onShow(id: string): void;
}

/** The line over *This page*: save it, or what became of that. */
export function SaveBar({ bar, words, onSave, onShow }: SaveBarProps) {
  const { t } = words;
  if (bar.state === 'private' || bar.state === 'no-database')
    return <p class="savebar savebar--off quiet">{t(bar.state === 'private' ? 'save.private' : 'save.no-database')}</p>;
  const isSaved = bar.state === 'saved';
  return (
    <div class="savebar">
      {isSaved && (
        <p class="quiet">
          {t('save.saved-on', { date: words.date(isoDay(bar.savedAt)) })}{' '}
          <button type="button" class="link" onClick={() => onShow(bar.id)}>
            {t('save.show')}
          </button>
        </p>
      )}
      <button type="button" class="savebar__button" onClick={onSave}>
        {t(isSaved ? 'save.again' : 'save.button')}
      </button>
    </div>
  );
}
