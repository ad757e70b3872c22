import { useEffect, useState } from 'preact/hooks';
import type { Ledger, LedgerRow } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { Controls } from './Controls.tsx';
import { Counts, SourceLinks } from './Counts.tsx';
import { type Choice, chooseRows, EVERYTHING } from './choose.ts';
import { tableMarkdown, tableText } from './copy.ts';
import { LedgerTable } from './LedgerTable.tsx';
import type { PledgesEvents, PledgesState } from './state.ts';

export interface PledgesProps {
  state: PledgesState;
  words: Words;
  events: PledgesEvents;
  /** What is chosen at first. */
  choice?: Choice;
  /** The country whose timeline is open at first. */
  open?: string;
}

/** Long enough to read five words twice. */
const MESSAGE_MS = 5000;

/** Copies what is shown, and says whether that worked. */
function Copy({
  ledger,
  rows,
  words,
  events,
}: { ledger: Ledger; rows: LedgerRow[] } & Pick<PledgesProps, 'words' | 'events'>) {
  const { t } = words;
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(null), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const copy = async (text: string) => {
    const copied = await events.onCopy(text);
    setMessage(copied ? t('pledges.copied', { n: rows.length }) : t('panel.not-copied'));
  };
  return (
    <div class="actions">
      <button type="button" class="link" onClick={() => void copy(tableText(ledger, rows, words))}>
        {t('pledges.copy-table')}
      </button>
      <button type="button" class="link" onClick={() => void copy(tableMarkdown(ledger, rows, words))}>
        {t('pledges.copy-markdown')}
      </button>
      <span class="quiet pledges__message" role="status">
        {message}
      </span>
    </div>
  );
}

function Unknowns({ ledger, words }: { ledger: Ledger; words: Words }) {
  const { t } = words;
  if (ledger.unknowns.length === 0) return null;
  return (
    <section class="section" aria-labelledby="heading-unknowns">
      <h2 id="heading-unknowns">{t('pledges.unknowns')}</h2>
      <ul class="block">
        {ledger.unknowns.map(({ text, sources }) => (
          <li class="unknown" key={text}>
            <p>{text}</p>
            {sources.length > 0 && (
              <>
                <p class="quiet">{t('pledges.seen-in')}</p>
                <SourceLinks sources={sources} words={words} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the parts of the view need of its properties. */
type Shared = Pick<PledgesProps, 'words' | 'events' | 'open'> & { first: Choice };

function OneLedger({ ledger, words, events, first, open }: Shared & { ledger: Ledger }) {
  const { t } = words;
  const [choice, setChoice] = useState<Choice>(first);
  const rows = chooseRows(ledger, choice, words.locale);
  const of = ledger.rows.length;
  return (
    <>
      <section class="section" aria-labelledby="heading-pledges">
        <h2 id="heading-pledges">
          {t('pledges.heading')}
          <span class="section__count" aria-live="polite">
            {rows.length < of ? t('pledges.countries-of', { n: rows.length, of }) : t('pledges.countries', { n: of })}
          </span>
        </h2>
        {ledger.counts && <Counts counts={ledger.counts} words={words} />}
        {of === 0 ? (
          <p class="empty">{t('pledges.nothing')}</p>
        ) : (
          <>
            <Controls ledger={ledger} choice={choice} words={words} onChoose={setChoice} />
            {rows.length > 0 ? (
              <>
                <LedgerTable rows={rows} open={open} sort={choice.sort} words={words} />
                <Copy ledger={ledger} rows={rows} words={words} events={events} />
              </>
            ) : (
              <p class="empty">
                {t('pledges.none-fit')}{' '}
                <button type="button" class="link" onClick={() => setChoice({ ...EVERYTHING, sort: choice.sort })}>
                  {t('pledges.clear')}
                </button>
              </p>
            )}
          </>
        )}
      </section>
      <Unknowns ledger={ledger} words={words} />
    </>
  );
}

/** Several packs may keep a list: one is shown at a time. */
function Ledgers({ ledgers, ...shared }: Shared & { ledgers: Ledger[] }) {
  const { t } = shared.words;
  const [pack, setPack] = useState(ledgers[0]?.pack.id);
  const shown = ledgers.find((ledger) => ledger.pack.id === pack) ?? ledgers[0];
  if (!shown)
    return (
      <section class="notice">
        <h2>{t('pledges.empty.title')}</h2>
        <p>{t('pledges.empty.text')}</p>
      </section>
    );
  return (
    <>
      {ledgers.length > 1 && (
        <div class="section controls">
          <label class="controls__wide">
            <span>{t('pledges.pack')}</span>
            <select value={shown.pack.id} onChange={(event) => setPack(event.currentTarget.value)}>
              {ledgers.map((ledger) => (
                <option key={ledger.pack.id} value={ledger.pack.id}>
                  {ledger.pack.title}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <OneLedger key={shown.pack.id} ledger={shown} {...shared} />
    </>
  );
}

/** The *Pledges* tab: who promised what, by country, since when, and what nobody says. */
export function Pledges({ state, words, events, choice = EVERYTHING, open }: PledgesProps) {
  const { t } = words;
  switch (state.view) {
    case 'loading':
      return (
        <section class="notice" aria-busy="true">
          <h2>{t('pledges.loading')}</h2>
          <div class="skeleton" aria-hidden="true">
            <div class="skeleton__card" />
            <div class="skeleton__card skeleton__card--low" />
          </div>
        </section>
      );
    case 'preparing':
      return (
        <section class="notice">
          <h2>{t('state.preparing.title')}</h2>
          <p>{t('state.preparing.progress', { done: state.done, total: state.of })}</p>
        </section>
      );
    case 'failed':
      return (
        <section class="notice">
          <h2>{t('pledges.failed.title')}</h2>
          <p class="notice__reason">{t('state.reason', { reason: state.reason })}</p>
          <button type="button" class="button" onClick={() => events.onRetry()}>
            {t('action.try-again')}
          </button>
        </section>
      );
    case 'ledgers':
      return <Ledgers ledgers={state.ledgers} words={words} events={events} first={choice} open={open} />;
  }
}
