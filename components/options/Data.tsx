/** The reader's own data: a backup of it, back from a backup, and gone. */
import { useEffect, useRef } from 'preact/hooks';
import type { SavedLoss } from '../../utils/extension/protocol.ts';
import type { Words } from '../../utils/words/types.ts';
import { SavedLossNote } from '../parts/SavedLossNote.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { FileInput } from './FileBox.tsx';
import type { BackupView, DataEvents, DataState } from './packs-view.ts';
import { Refusal, Working } from './progress.tsx';

interface DataProps {
  words: Words;
  data: DataState;
  loss: SavedLoss | null;
  events: DataEvents;
}

export function Data({ words, data, loss, events }: DataProps) {
  const { t } = words;
  const input = useRef<HTMLInputElement>(null);
  const section = useKeptFocus<HTMLElement>([data.at, loss]);
  return (
    <section class="options__section" aria-labelledby="data" ref={section} tabIndex={-1}>
      <h2 id="data">{t('data.heading')}</h2>
      <p class="quiet">{t('data.intro')}</p>
      {loss && <SavedLossNote loss={loss} words={words} kind="card" onDismiss={events.onDismissLoss} />}
      <div class="data__actions">
        <button type="button" class="button" onClick={events.onBackup}>
          {t('data.backup')}
        </button>
        <button type="button" class="button button--quiet" onClick={() => input.current?.click()}>
          {t('data.restore')}
        </button>
        <button type="button" class="button button--quiet" onClick={events.onErase}>
          {t('data.erase')}
        </button>
      </div>
      <FileInput inputRef={input} label={t('data.restore')} onFiles={events.onRestoreFile} />
      <State words={words} data={data} events={events} />
    </section>
  );
}

function State({ words, data, events }: Omit<DataProps, 'loss'>) {
  const { t } = words;
  switch (data.at) {
    case 'working':
      return (
        <Working
          text={t('data.restoring', { file: data.file })}
          done={null}
          of={1}
          words={words}
          onCancel={events.onCancelData}
        />
      );
    case 'refused':
      return (
        <Refusal
          text={t(data.isHalf ? 'data.half-restored' : 'data.refused', { file: data.file })}
          problems={data.problems}
          words={words}
          onClose={events.onCancelData}
        />
      );
    case 'preview':
      return <Found backup={data.backup} words={words} events={events} />;
    case 'erase':
      return <EraseSure words={words} events={events} />;
    case 'said':
      return (
        <p role="status" class="packs__said">
          {data.text}
        </p>
      );
    default:
      return null;
  }
}

/** Asks before everything goes. Escape is *Cancel*. */
function EraseSure({ words, events }: Pick<DataProps, 'words' | 'events'>) {
  const { t } = words;
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div
      class="packs__card packs__card--refused"
      role="alertdialog"
      aria-label={t('data.erase-sure')}
      aria-describedby="erase-hint"
      onKeyDown={(event) => {
        if (event.key === 'Escape') events.onCancelData();
      }}
    >
      <p>
        <b>{t('data.erase-sure')}</b>
      </p>
      <p id="erase-hint">{t('data.erase-hint')}</p>
      <p class="options__actions">
        <button type="button" class="button" onClick={events.onEraseNow}>
          {t('data.erase-now')}
        </button>
        <button type="button" class="link" ref={cancel} onClick={events.onCancelData}>
          {t('packs.cancel')}
        </button>
      </p>
    </div>
  );
}

function Found({ backup, words, events }: { backup: BackupView; words: Words; events: DataEvents }) {
  const { t } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="packs__card">
      <h3 class="packs__title" ref={heading} tabIndex={-1}>
        {t('data.restore-found', { date: words.date(backup.made) })}
      </h3>
      <ul class="packs__notes">
        <li>{t('data.restore-settings', { n: backup.settings })}</li>
        <li>
          {t('data.restore-packs', { n: backup.packs.length })}
          {backup.packs.length > 0 && `: ${words.list(backup.packs)}`}
        </li>
        <li>{t('data.restore-rows', { n: backup.rows })}</li>
        {backup.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p>{t('data.restore-how')}</p>
      <p class="options__actions">
        <button type="button" class="button" onClick={events.onRestore}>
          {t('data.restore-now')}
        </button>
        <button type="button" class="link" onClick={events.onCancelData}>
          {t('packs.cancel')}
        </button>
      </p>
    </div>
  );
}
