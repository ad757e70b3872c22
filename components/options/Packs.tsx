/** The packs: which there are, whether they are used, and one more from a file. */
import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../utils/words/types.ts';
import { Switch } from '../parts/Switch.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { FileBox } from './FileBox.tsx';
import { PackDetails } from './PackDetails.tsx';
import { Preview } from './Preview.tsx';
import type { PacksEvents, PacksView, PackView } from './packs-view.ts';
import { Refusal, Working } from './progress.tsx';

interface PacksProps extends PacksView {
  words: Words;
  events: PacksEvents;
}

export function Packs(props: PacksProps) {
  const { words, packs, undo, notKept, events } = props;
  const { t } = words;
  const section = useKeptFocus<HTMLElement>([props.importing.at, undo?.id, packs.length]);
  const back = useRef<HTMLButtonElement>(null);
  // The row went, and its button with it.
  useEffect(() => {
    if (undo) back.current?.focus();
  }, [undo?.id]);
  return (
    <section class="options__section" aria-labelledby="packs" ref={section} tabIndex={-1}>
      <h2 id="packs">{t('packs.heading')}</h2>
      <p class="quiet">{t('packs.intro')}</p>
      {packs.length === 0 ? (
        <p class="quiet">{t('packs.none')}</p>
      ) : (
        <ul class="options__list packs__list">
          {packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} words={words} events={events} />
          ))}
        </ul>
      )}
      <div role="status">
        {undo && (
          <p class="packs__said">
            <span>{t('packs.removed', { title: undo.title })}</span>
            <button type="button" class="link" ref={back} onClick={() => events.onUndo(undo.id)}>
              {t('packs.undo')}
            </button>
          </p>
        )}
      </div>
      <h3>{t('packs.import')}</h3>
      {notKept === null ? <Import {...props} /> : <p>{t('packs.not-kept', { reason: notKept })}</p>}
    </section>
  );
}

function PackRow({ pack, words, events }: { pack: PackView; words: Words; events: PacksEvents }) {
  const { t } = words;
  const { id, title } = pack;
  const origin = pack.bundled
    ? t('packs.bundled')
    : pack.fingerprint === null
      ? t('packs.unsigned')
      : t('packs.signed', { fingerprint: pack.fingerprint });
  return (
    <li class="options__row packs__row" data-pack={id}>
      <div class="packs__what">
        <b>
          <bdi>{title}</bdi>
        </b>
        <span class="choice__hint">
          {t('packs.line', {
            sources: t('panel.sources', { n: pack.documents }),
            claims: t('packs.claims', { n: pack.claims }),
            date: words.date(pack.newest),
          })}
        </span>
        <span class="choice__hint">
          {t('packs.version', { version: pack.version })} · {origin}
        </span>
        {pack.details && <PackDetails {...pack} words={words} summary={t('packs.details')} />}
        {pack.damaged && <span class="packs__damaged">{t('packs.damaged')}</span>}
      </div>
      <div class="options__actions">
        <button
          type="button"
          class="link"
          aria-label={t('packs.export-label', { title })}
          onClick={() => events.onExport(id)}
        >
          {t('packs.export')}
        </button>
        {!pack.bundled && (
          <button
            type="button"
            class="link"
            aria-label={t('packs.remove-label', { title })}
            onClick={() => events.onRemove(id)}
          >
            {t('packs.remove')}
          </button>
        )}
        <Switch
          on={pack.enabled}
          label={t('packs.switch', { title })}
          onSwitch={(enabled) => events.onEnable(id, enabled)}
        />
      </div>
    </li>
  );
}

function Import({ importing, words, events }: PacksProps) {
  const { t } = words;
  switch (importing.at) {
    case 'working': {
      const key = `packs.${importing.step}` as const;
      return (
        <Working
          text={t(key, { file: importing.file })}
          done={importing.done}
          of={importing.of}
          words={words}
          onCancel={events.onCancel}
        />
      );
    }
    case 'refused':
      return (
        <Refusal
          text={t('packs.refused', { file: importing.file })}
          problems={importing.problems}
          words={words}
          onClose={events.onClose}
          onSave={events.onSaveProblems}
        />
      );
    case 'preview':
      return <Preview preview={importing.preview} words={words} events={events} />;
    case 'said':
      return (
        <>
          <p role="status" class="packs__said">
            {importing.text}
          </p>
          <FileBox words={words} label={t('packs.choose')} onFiles={events.onFiles} />
        </>
      );
    default:
      return <FileBox words={words} label={t('packs.choose')} onFiles={events.onFiles} />;
  }
}
