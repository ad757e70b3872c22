import type { LedgerEntry, LedgerRow } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { OpenLink } from '../../parts/Sources.tsx';
import { upperFirst } from '../../parts/text.ts';
import { kindWord } from '../Related.tsx';
import { termsOf, whoSays } from './lines.ts';
import { StanceChip } from './Stance.tsx';

/** Where it was printed, and what it repeats. */
function Provenance({ entry, words }: { entry: LedgerEntry; words: Words }) {
  const { t } = words;
  const { source, asOf, origin } = entry;
  const printed = source.date && source.date !== asOf ? t('pledges.printed', { date: words.date(source.date) }) : null;
  const parts = [
    kindWord(source.kind, words),
    printed,
    entry.isCopy
      ? t('pledges.copy-of', { origin: origin ?? source.outlet })
      : origin && origin !== source.outlet
        ? t('sources.via', { origin })
        : null,
  ];
  return <bdi class="quiet">{[source.outlet, ...parts].filter(Boolean).join(' · ')}</bdi>;
}

/** The source's few words; those that hold a quotation already are left as they are. */
const quoted = (surface: string, { t }: Words): string =>
  /[“”"«»]/.test(surface) ? surface : t('sources.quote', { text: surface });

function Entry({ entry, words, language }: { entry: LedgerEntry } & Omit<TimelineProps, 'row'>) {
  const { t } = words;
  // Where nobody is named, the source's line below says whose report it is.
  const who = entry.saidBy && whoSays({ ...entry, outlet: entry.source.outlet }, words);
  const said = [who, termsOf(entry, words)].filter(Boolean).join(': ');
  return (
    <li class="timeline__entry">
      <p class="timeline__head">
        <span class="timeline__date">{entry.asOf ? words.date(entry.asOf) : t('sources.unknown-date')}</span>
        {entry.kind === 'stance' ? (
          <StanceChip display={entry.display} side={entry.side ?? 'open'} language={language} />
        ) : (
          <span>
            <span class="quiet" lang={language}>
              {entry.label}:
            </span>{' '}
            <bdi lang={entry.kind === 'fact' ? language : undefined}>{entry.display}</bdi>
          </span>
        )}
        {entry.modality !== 'reported' && <span class="quiet">{t(`modality.${entry.modality}`)}</span>}
      </p>
      {said && (
        <p>
          <bdi>{said}</bdi>
        </p>
      )}
      {!entry.surfaceIsOurs && (
        <p>
          <bdi lang={entry.source.sourceLanguage ?? language}>{quoted(entry.surface, words)}</bdi>
        </p>
      )}
      <p class="timeline__source">
        <Provenance entry={entry} words={words} />
        <OpenLink url={entry.source.url} outlet={entry.source.outlet} words={words} />
      </p>
    </li>
  );
}

interface TimelineProps {
  row: LedgerRow;
  words: Words;
  /** Of the pack's own words. */
  language?: string;
}

/** Every dated claim on a country, newest first, each with its source. */
export function Timeline({ row, words, language }: TimelineProps) {
  const { t } = words;
  return (
    <>
      <p class="quiet">
        {upperFirst(t('pledges.timeline-count', { n: row.timeline.length }))}{' '}
        {t('pledges.timeline-origins', { n: row.sources })}
      </p>
      <ol class="timeline" aria-label={t('pledges.timeline', { country: row.name })}>
        {row.timeline.map((entry) => (
          <Entry key={entry.id} entry={entry} words={words} language={language} />
        ))}
      </ol>
    </>
  );
}
