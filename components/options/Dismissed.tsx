/** What the person reading dismissed on pages, each with the way back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Dismissal, keyOf } from '../../utils/dismissals.ts';
import type { Words } from '../../utils/words/types.ts';

export interface DismissedEvents {
  /** Shows these again (false), or takes that back (true). */
  onDismissed(dismissals: readonly Dismissal[], dismissed: boolean): void;
}

interface DismissedProps {
  words: Words;
  dismissals: readonly Dismissal[];
  events: DismissedEvents;
}

function inWords(one: Dismissal, { t, list }: Words): string {
  return one.kind === 'figure'
    ? t('dismissed.figure', { title: one.title, display: one.display, others: list(one.others) })
    : t('panel.dismissed-name', { form: one.surface, name: one.name });
}

export function DismissedList({ words, dismissals, events }: DismissedProps) {
  const { t } = words;
  const [restored, setRestored] = useState<readonly Dismissal[]>([]);
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes with its row.
  useEffect(() => {
    if (restored.length > 0) undo.current?.focus();
  }, [restored]);
  const showAgain = (these: readonly Dismissal[]) => {
    setRestored(these);
    events.onDismissed(these, false);
  };
  const takeBack = () => {
    events.onDismissed(restored, true);
    setRestored([]);
  };
  const lines = dismissals
    .map((one) => ({ one, key: keyOf(one), what: inWords(one, words) }))
    .sort((a, b) => a.one.kind.localeCompare(b.one.kind) || a.what.localeCompare(b.what, words.locale));
  return (
    <section class="options__section" aria-labelledby="dismissed">
      <h2 id="dismissed">{t('dismissed.heading')}</h2>
      <p class="quiet">{t('dismissed.hint')}</p>
      {lines.length === 0 ? (
        <p>{t('dismissed.none')}</p>
      ) : (
        <ul class="options__list dismissed__list">
          {lines.map(({ one, key, what }) => (
            <li key={key} class="options__row">
              <bdi class="options__host">{what}</bdi>
              <button
                type="button"
                class="link"
                aria-label={t('dismissed.show-again-label', { what })}
                onClick={() => showAgain([one])}
              >
                {t('dismissed.show-again')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 1 && (
        <button type="button" class="button button--quiet" onClick={() => showAgain(dismissals)}>
          {t('dismissed.show-all')}
        </button>
      )}
      <p role="status" class={restored.length > 0 ? 'packs__said' : 'sr'}>
        {restored.length > 0 && (
          <>
            {t('dismissed.shown-again', { n: restored.length })}
            <button type="button" class="link" ref={undo} onClick={takeBack}>
              {t('dismiss.undo')}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
