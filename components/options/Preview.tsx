/** A pack before it is installed: what it is, whom it is from, what an update would change. */
import { useEffect, useRef } from 'preact/hooks';
import type { Key, Words } from '../../utils/words/types.ts';
import type { ChangesView, DiffView, PacksEvents, PreviewView } from './packs-view.ts';

interface PreviewProps {
  preview: PreviewView;
  words: Words;
  events: Pick<PacksEvents, 'onImport' | 'onCancel'>;
}

export function Preview({ preview, words, events }: PreviewProps) {
  const { t } = words;
  const { diff, same } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: the keyboard goes on where the news is.
  useEffect(() => heading.current?.focus(), []);
  const action: Key = !diff ? 'packs.add' : diff.version === 'older' ? 'packs.replace-older' : 'packs.replace';
  return (
    <div class="packs__card">
      <p class="quiet">{t(!diff ? 'packs.new' : same ? 'packs.same' : 'packs.update')}</p>
      <h4 class="packs__title" tabIndex={-1} ref={heading}>
        <bdi lang={preview.language}>{preview.title}</bdi>
      </h4>
      <p class="choice__hint">
        {t('packs.line', {
          sources: t('panel.sources', { n: preview.documents }),
          claims: t('packs.claims', { n: preview.claims }),
          date: words.date(preview.newest),
        })}
        {' · '}
        {t('packs.version', { version: preview.version })}
        {' · '}
        <bdi>{preview.id}</bdi>
      </p>
      <p lang={preview.language}>{preview.description}</p>
      {diff && !same && <Diff diff={diff} words={words} />}
      <details>
        <summary>{t('packs.preview-selection')}</summary>
        <p lang={preview.language}>{preview.selection}</p>
      </details>
      <ul class="packs__notes">
        <li>{trustText(preview, words)}</li>
        {preview.removed > 0 && <li>{t('packs.preview-removed', { n: preview.removed })}</li>}
        <li>{t('packs.preview-seen')}</li>
      </ul>
      <p class="options__actions">
        {same ? (
          <button type="button" class="button" onClick={events.onCancel}>
            {t('packs.close')}
          </button>
        ) : (
          <>
            <button type="button" class="button" onClick={events.onImport}>
              {t(action)}
            </button>
            <button type="button" class="link" onClick={events.onCancel}>
              {t('packs.cancel')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function trustText({ trust, fingerprint }: PreviewView, { t }: Words): string {
  if (trust === 'unsigned') return t('packs.preview-unsigned');
  if (trust === 'unchecked') return t('packs.preview-unchecked');
  return t(trust === 'pins' ? 'packs.preview-pins' : 'packs.preview-pinned', { fingerprint: fingerprint ?? '' });
}

function Diff({ diff, words }: { diff: DiffView; words: Words }) {
  const { t } = words;
  const { from, to } = diff;
  const version = {
    newer: t('packs.diff-version-newer', { from, to }),
    same: t('packs.diff-version-same', { to }),
    older: t('packs.diff-version-older', { from, to }),
  }[diff.version];
  const parts = diff.parts.filter(({ changes }) => countOf(changes) > 0);
  return (
    <div class="packs__diff">
      <p>
        <b>{version}</b>
      </p>
      {parts.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('packs.diff-what')}</th>
              <th scope="col">{t('packs.diff-added')}</th>
              <th scope="col">{t('packs.diff-removed')}</th>
              <th scope="col">{t('packs.diff-changed')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ what, changes }) => (
              <tr key={what}>
                <th scope="row">{t(`packs.diff-${what}`)}</th>
                <td>{words.amount(changes.added.length)}</td>
                <td>{words.amount(changes.removed.length)}</td>
                <td>{words.amount(changes.changed.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {diff.other && <p class="choice__hint">{t('packs.diff-other')}</p>}
      {parts.length > 0 && (
        <details>
          <summary>{t('packs.diff-show')}</summary>
          {parts.map(({ what, changes }) => (
            <Names key={what} what={t(`packs.diff-${what}`)} changes={changes} words={words} />
          ))}
        </details>
      )}
    </div>
  );
}

const countOf = ({ added, removed, changed }: ChangesView): number => added.length + removed.length + changed.length;

/** More would be the pack itself. */
const NAMES_SHOWN = 20;

function Names({ what, changes, words }: { what: string; changes: ChangesView; words: Words }) {
  const { t } = words;
  const kinds = [
    ['packs.diff-added', changes.added],
    ['packs.diff-removed', changes.removed],
    ['packs.diff-changed', changes.changed],
  ] as const;
  return (
    <>
      {kinds
        .filter(([, names]) => names.length > 0)
        .map(([key, names]) => (
          <div key={key}>
            <p class="packs__kind">
              {what}, {t(key)}
            </p>
            <ul class="packs__names">
              {names.slice(0, NAMES_SHOWN).map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
              {names.length > NAMES_SHOWN && <li>{t('packs.diff-more', { n: names.length - NAMES_SHOWN })}</li>}
            </ul>
          </div>
        ))}
    </>
  );
}
