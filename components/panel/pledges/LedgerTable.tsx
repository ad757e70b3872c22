import { useState } from 'preact/hooks';
import type { LedgerRow, Position } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { Sign, Tool } from '../../parts/Icon.tsx';
import { upperFirst } from '../../parts/text.ts';
import type { Sort } from './choose.ts';
import { aheadLines, alsoLine, beforeLine, besidesLine, recordLines, termsOf, whoSays } from './lines.ts';
import { StanceChip } from './Stance.tsx';
import { Timeline } from './Timeline.tsx';

/** Whose word, as of when, how many say so, and on which terms. */
function Now({
  one,
  alone,
  words,
  language,
}: { one: Position; alone: boolean } & Pick<TableProps, 'words' | 'language'>) {
  const { t } = words;
  const terms = termsOf(one, words);
  const meta = [
    whoSays(one, words),
    one.asOf ? words.date(one.asOf) : t('sources.unknown-date'),
    one.sources > 1 ? t('pledges.sources-say', { n: one.sources }) : null,
  ];
  return (
    <>
      {/* With several positions the chips alone would not say whose is whose. */}
      {!alone && (
        <p>
          <b>
            <bdi lang={language}>{upperFirst(one.display)}</bdi>
          </b>
        </p>
      )}
      <p class="quiet">
        <bdi>{meta.filter(Boolean).join(' · ')}</bdi>
      </p>
      {terms && (
        <p>
          <bdi lang={language}>{terms}</bdi>
        </p>
      )}
    </>
  );
}

interface RowProps extends Pick<TableProps, 'words' | 'language'> {
  row: LedgerRow;
  openAtFirst: boolean;
}

/** One country: its name and stance; who says so and what it was before; and, on demand, every report on it. */
function Country({ row, openAtFirst, words, language }: RowProps) {
  const { t } = words;
  const [open, setOpen] = useState(openAtFirst);
  const id = `timeline-${row.country}`;
  const lines = [
    ...recordLines(row, words),
    ...aheadLines(row, words),
    ...[besidesLine(row, words), beforeLine(row, words), alsoLine(row, words)].filter((line) => line !== null),
  ];
  return (
    <tbody class="ledger__country">
      <tr>
        <th scope="rowgroup">
          <button
            type="button"
            class="ledger__name"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Tool name="down" />
            <bdi lang={language}>{row.name}</bdi>
          </button>
        </th>
        <td class="ledger__stance">
          {row.now.map((one) => (
            <StanceChip key={one.value} {...one} language={language} />
          ))}
          {row.now.length === 0 && <span class="quiet">{t('pledges.no-stance')}</span>}
          {row.differs && (
            <span class="ledger__differ">
              <Sign name="fork" />
              {t('pledges.differ')}
            </span>
          )}
        </td>
      </tr>
      <tr>
        <td colSpan={2} class="ledger__details">
          {row.now.map((one) => (
            <Now key={one.value} one={one} alone={row.now.length === 1} words={words} language={language} />
          ))}
          {lines.map((line) => (
            <p class="quiet" key={line}>
              <bdi>{line}</bdi>
            </p>
          ))}
        </td>
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={2} class="ledger__timeline">
          {open && <Timeline row={row} words={words} language={language} />}
        </td>
      </tr>
    </tbody>
  );
}

interface TableProps {
  rows: readonly LedgerRow[];
  sort: Sort;
  /** The country that is open at first. */
  open?: string;
  words: Words;
  /** Of the pack's own words. */
  language?: string;
}

/** Countries and where they stand: a table for screen readers, too. */
export function LedgerTable({ rows, sort, open, words, language }: TableProps) {
  const { t } = words;
  return (
    <div class="ledger__frame">
      <table class="ledger">
        <caption class="sr">{t('pledges.table')}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={sort === 'country' ? 'ascending' : undefined}>
              {t('pledges.column-country')}
            </th>
            <th scope="col" aria-sort={sort === 'stance' ? 'ascending' : undefined}>
              {t('pledges.stance')}
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Country key={row.country} row={row} openAtFirst={row.country === open} words={words} language={language} />
        ))}
      </table>
    </div>
  );
}
