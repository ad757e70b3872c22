import { useContext, useState } from 'preact/hooks';
import type { Ledger, LedgerRow } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { LiveContext, Noted, useNote } from '../live.tsx';
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

/** Copies what is shown, and says whether that worked. */
function Copy({
  ledger,
  rows,
  words,
  events,
}: { ledger: Ledger; rows: LedgerRow[] } & Pick<PledgesProps, 'words' | 'events'>) {
  const { t } = words;
  const { say } = useContext(LiveContext);
  const copy = async (text: string) => {
    const copied = await events.onCopy(text);
    say(copied ? t('pledges.copied', { n: rows.length }) : t('panel.not-copied'));
  };
  return (
    <div class="actions pledges__copy">
      <button type="button" class="link" onClick={() => void copy(tableText(ledger, rows, words))}>
        {t('pledges.copy-table')}
      </button>
      <button type="button" class="link" onClick={() => void copy(tableMarkdown(ledger, rows, words))}>
        {t('pledges.copy-markdown')}
      </button>
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
            <p lang={ledger.pack.language}>{text}</p>
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

interface OneLedgerProps extends Pick<PledgesProps, 'words' | 'events' | 'open'> {
  ledger: Ledger;
  choice: Choice;
  onChoose(choice: Choice): void;
}

function OneLedger({ ledger, words, events, choice, open, onChoose }: OneLedgerProps) {
  const { t } = words;
  const rows = chooseRows(ledger, choice, words.locale);
  const of = ledger.rows.length;
  const count =
    rows.length < of ? t('pledges.countries-of', { n: rows.length, of }) : t('pledges.countries', { n: of });
  useNote(count);
  return (
    <>
      <section class="section" aria-labelledby="heading-pledges">
        <h2 id="heading-pledges">
          {t('pledges.heading')}
          <span class="section__count">{count}</span>
        </h2>
        {ledger.counts && <Counts counts={ledger.counts} words={words} language={ledger.pack.language} />}
        {of === 0 ? (
          <p class="empty">{t('pledges.nothing')}</p>
        ) : (
          <>
            <Controls ledger={ledger} choice={choice} words={words} onChoose={onChoose} />
            {rows.length > 0 ? (
              <>
                <LedgerTable rows={rows} open={open} sort={choice.sort} words={words} language={ledger.pack.language} />
                <Copy ledger={ledger} rows={rows} words={words} events={events} />
                <p class="quiet">
                  {t('panel.reach-pack', { pack: ledger.pack.title, date: words.date(ledger.pack.newest) })}
                </p>
              </>
            ) : (
              <p class="empty">
                {t('pledges.none-fit')}{' '}
                <button type="button" class="link" onClick={() => onChoose({ ...choice, text: '', stance: null })}>
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
function Ledgers({ ledgers, words, events, choice: first = EVERYTHING, open }: PledgesProps & { ledgers: Ledger[] }) {
  const { t } = words;
  const [choice, setChoice] = useState<Choice>(first);
  const choose = (next: Choice) => {
    setChoice(next);
    events.onChoose?.(next);
  };
  const shown = ledgers.find(({ pack }) => pack.id === choice.pack) ?? ledgers[0];
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
            <select
              value={shown.pack.id}
              onChange={(event) => choose({ ...EVERYTHING, pack: event.currentTarget.value })}
            >
              {ledgers.map((ledger) => (
                <option key={ledger.pack.id} value={ledger.pack.id}>
                  {ledger.pack.title}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <OneLedger
        key={shown.pack.id}
        ledger={shown}
        choice={choice}
        words={words}
        events={events}
        open={open}
        onChoose={choose}
      />
    </>
  );
}

/** The *Pledges* tab: who promised what, by country, since when, and what nobody says. */
export function Pledges(props: PledgesProps) {
  const { state, words, events } = props;
  const { t } = words;
  switch (state.view) {
    case 'loading':
      return (
        <section class="notice" aria-busy="true">
          <Noted text={t('pledges.loading')} />
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
          <Noted text={t('state.preparing.title')} />
          <h2>{t('state.preparing.title')}</h2>
          <p>{t('state.preparing.progress', { done: state.done, total: state.of })}</p>
        </section>
      );
    case 'failed':
      return (
        <section class="notice">
          <Noted text={t('pledges.failed.title')} />
          <h2>{t('pledges.failed.title')}</h2>
          <p class="notice__reason">{t('state.reason', { reason: state.reason })}</p>
          <button type="button" class="button" onClick={() => events.onRetry()}>
            {t('action.try-again')}
          </button>
        </section>
      );
    case 'ledgers':
      return <Ledgers {...props} ledgers={state.ledgers} />;
  }
}
