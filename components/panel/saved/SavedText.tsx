import type { SavedPage } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';
import { isoDay } from '../../parts/iso-day.ts';
import { OpenLink } from '../../parts/Sources.tsx';
import type { SavedEvents } from './events.ts';
import { Stored } from './Stored.tsx';

interface SavedTextProps {
  page: SavedPage | null;
  /** What its measures are called. */
  labels: Readonly<Record<string, string>>;
  words: Words;
  events: Pick<SavedEvents, 'onBack' | 'onDelete' | 'passage'>;
}

/** One saved page: what it is compared by, each at its passage, and its text. */
export function SavedText({ page, labels, words, events }: SavedTextProps) {
  const { t } = words;
  const back = (
    <button type="button" class="link" onClick={() => events.onBack()}>
      {t('saved.back')}
    </button>
  );
  if (!page)
    return (
      <section class="section">
        {back}
        <p class="empty">{t('saved.gone')}</p>
      </section>
    );
  const { document, blocks, byline, savedAt, cut } = page;
  const facts = [
    document.outlet,
    ...(byline ? [byline] : []),
    document.date ? words.date(document.date) : t('sources.unknown-date'),
    t('saved.on', { date: words.date(isoDay(savedAt)) }),
  ];
  return (
    <article class="section saved-text" aria-labelledby="heading-saved-text">
      {back}
      <h2 id="heading-saved-text">
        <bdi>{document.title}</bdi>
      </h2>
      <p class="quiet">
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      <div class="actions saved-row__actions">
        <OpenLink url={document.url} outlet={document.outlet} words={words} />
        <button
          type="button"
          class="link"
          aria-label={t('saved.delete-of', { title: document.title })}
          onClick={() => events.onDelete(page.id)}
        >
          {t('saved.delete')}
        </button>
      </div>
      {document.claims.length > 0 && (
        <>
          <h3>{t('saved.claims')}</h3>
          <ul class="every">
            {document.claims.map((claim) => (
              <li key={claim.id} class="every__row">
                <span>
                  <bdi>{t('sources.quote', { text: claim.surface })}</bdi>
                  <br />
                  <bdi class="quiet">{labels[claim.measure] ?? claim.measure}</bdi>
                </span>
                <OpenLink url={events.passage(page, claim.id)} outlet={document.outlet} words={words} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('saved.stored')}</h3>
      {cut && (
        <p class="preview__note">{t('saved.is-cut', { n: blocks.reduce((sum, { text }) => sum + text.length, 0) })}</p>
      )}
      <Stored blocks={blocks} language={document.language} />
    </article>
  );
}
