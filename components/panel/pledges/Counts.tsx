import { useState } from 'preact/hooks';
import type { LedgerCounts, LedgerSource, ReportedCount } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { OpenLink } from '../../parts/Sources.tsx';
import { upperFirst } from '../../parts/text.ts';

/** Outlet and date of each document, with its link. */
export function SourceLinks({ sources, words }: { sources: readonly LedgerSource[]; words: Words }) {
  return (
    <ul class="every">
      {sources.map(({ document, outlet, date, url }) => (
        <li class="every__row" key={document}>
          <span>
            <bdi>{outlet}</bdi>
            <span class="quiet"> · {date ? words.date(date) : words.t('sources.unknown-date')}</span>
          </span>
          <OpenLink url={url} outlet={outlet} words={words} />
        </li>
      ))}
    </ul>
  );
}

function Reported({
  count,
  label,
  words,
  language,
}: { count: ReportedCount; label: string } & Omit<CountsProps, 'counts'>) {
  const { t } = words;
  const [open, setOpen] = useState(false);
  const details = [
    t('pledges.counted-sources', { n: count.sources, dates: words.dates(count.dates) }),
    count.speakers.length > 0 && t('pledges.counted-by', { who: words.list(count.speakers) }),
    count.lessExact.length > 0 && t('pledges.counted-as', { figures: words.list(count.lessExact) }),
  ];
  return (
    <>
      <dt>
        <bdi class="count__figure">{count.display}</bdi>
        <span class="quiet">{t('pledges.counted')}</span>
      </dt>
      <dd>
        <p>
          <bdi lang={language}>{label}</bdi>
        </p>
        <p class="quiet">
          <bdi>{details.filter(Boolean).join(' ')}</bdi>
        </p>
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('panel.fewer') : t('pledges.show-counted', { n: count.documents.length })}
        </button>
        {open && (
          <>
            {count.wordings.length > 0 && (
              <>
                <p class="quiet">{t('pledges.counted-what')}</p>
                <ul class="count__wordings">
                  {count.wordings.map((wording) => (
                    <li key={wording}>
                      <bdi lang={language}>{upperFirst(wording)}</bdi>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <SourceLinks sources={count.documents} words={words} />
          </>
        )}
      </dd>
    </>
  );
}

interface CountsProps {
  counts: LedgerCounts;
  words: Words;
  /** Of the pack's own words. */
  language?: string;
}

/** The countries that sources name beside the number that was reported, and why the two are not one count. */
export function Counts({ counts, words, language }: CountsProps) {
  const { t } = words;
  const label = [counts.label, counts.scopeLabel].filter(Boolean).join(' · ');
  return (
    <section class="block count" aria-labelledby="heading-counts">
      <h3 class="sr" id="heading-counts">
        {t('pledges.counts')}
      </h3>
      <dl class="count__list">
        {counts.named.map(({ value, display, countries }) => (
          <div key={value} class="count__row">
            <dt>
              <bdi class="count__figure">{words.amount(countries.length)}</bdi>
              <span class="quiet">{t('pledges.named')}</span>
            </dt>
            <dd>
              <p>
                <bdi lang={language}>{upperFirst(display)}</bdi>
              </p>
              <p class="quiet">
                <bdi lang={countries.length > 0 ? language : undefined}>
                  {countries.length > 0 ? words.list(countries) : t('pledges.named-none')}
                </bdi>
              </p>
            </dd>
          </div>
        ))}
        {counts.differing.length > 0 && (
          <div class="count__row">
            <dt>
              <bdi class="count__figure">{words.amount(counts.differing.length)}</bdi>
              <span class="quiet">{t('pledges.named')}</span>
            </dt>
            <dd>
              <p>{t('pledges.differ')}</p>
              <p class="quiet">
                <bdi lang={language}>{words.list(counts.differing)}</bdi>
              </p>
            </dd>
          </div>
        )}
        {counts.reported.map((count) => (
          <div key={count.display} class="count__row">
            <Reported count={count} label={label} words={words} language={language} />
          </div>
        ))}
      </dl>
      {counts.note && (
        <p class="why" lang={language}>
          {counts.note}
        </p>
      )}
    </section>
  );
}
