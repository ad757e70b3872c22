import type { PackDetails as Details, PackFacts, Tally } from '../../utils/extension/protocol.ts';
import type { Words } from '../../utils/words/types.ts';
import { upperFirst } from '../parts/text.ts';

/** Names of a list before the reader asks for all of them. */
const NAMES_SHOWN = 12;
const KINDS = ['news', 'wire-copy', 'official', 'state-media', 'rewrite'] as const;

interface PackDetailsProps {
  title: string;
  newest: string;
  documents: number;
  /** Null until they are there; the line above them does not wait. */
  details: Details | null;
  words: Words;
  /** Instead of the line with title and sources, where that stands above already. */
  summary?: string;
}

function kindLabel(kind: string, words: Words): string {
  const known = KINDS.find((one) => one === kind);
  return known ? words.t(`kind.${known}`) : kind;
}

/** "France" for "FR", "Ukrainian" for "uk", in the words of the interface; the code where the browser knows none. */
function nameOf(type: 'region' | 'language', code: string, words: Words): string {
  if (code === '') return words.t('pack.country-unknown');
  try {
    return new Intl.DisplayNames(words.locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "Ukraine 48 · United Kingdom 15 · …", the rest behind a button of the browser's own. */
function Counts({ all, label, words }: { all: readonly Tally[]; label(name: string): string; words: Words }) {
  const line = (part: readonly Tally[]) => (
    <ul class="pack__counts">
      {part.map(({ name, n }) => (
        <li key={name}>
          <bdi>{label(name)}</bdi> <span class="quiet">{words.amount(n)}</span>
        </li>
      ))}
    </ul>
  );
  const rest = all.slice(NAMES_SHOWN);
  return (
    <>
      {line(all.slice(0, NAMES_SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{words.t('panel.all-related', { n: rest.length })}</summary>
          {line(rest)}
        </details>
      )}
    </>
  );
}

function Facts({ facts, words }: { facts: PackFacts; words: Words }) {
  const { t } = words;
  const { figures, stances, facts: others } = facts.claims;
  const rows: [string, readonly Tally[], (name: string) => string][] = [
    [t('pack.kinds'), facts.kinds, (name) => upperFirst(kindLabel(name, words))],
    [t('pack.countries'), facts.countries, (name) => nameOf('region', name, words)],
    [t('pack.languages'), facts.languages, (name) => nameOf('language', name, words)],
    [t('pack.outlets', { n: facts.outlets.length }), facts.outlets, (name) => name],
  ];
  return (
    <>
      <h3>{t('pack.content')}</h3>
      <p>
        {t('pack.claims', { figures, stances, facts: others })}{' '}
        {facts.oldest &&
          facts.newest &&
          t('pack.span', { from: words.date(facts.oldest), to: words.date(facts.newest) })}{' '}
        {facts.copies > 0 && t('pack.copies', { n: facts.copies })}
      </p>
      {rows.map(([head, all, label]) => (
        <div class="pack__row" key={head}>
          <h4>{head}</h4>
          <Counts all={all} label={label} words={words} />
        </div>
      ))}
    </>
  );
}

/** One pack: how it was put together, what it is made of, what was corrected, what nobody knows. */
export function PackDetails({ title, newest, documents, details, words, summary }: PackDetailsProps) {
  const { t } = words;
  return (
    <details class="pack">
      <summary>
        {summary ??
          t('options.pack', { title, sources: t('panel.sources', { n: documents }), date: words.date(newest) })}
      </summary>
      {details && (
        <div class="pack__body">
          <p lang={details.language}>{details.description}</p>
          <h3>{t('pack.selection')}</h3>
          <p lang={details.language}>{details.selection}</p>
          {details.facts && <Facts facts={details.facts} words={words} />}
          {details.unknowns.length > 0 && (
            <>
              <h3>{t('pack.unknowns')}</h3>
              <ul class="pack__list" lang={details.language}>
                {details.unknowns.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
          <h3>{t('pack.corrections')}</h3>
          {details.corrections.length === 0 ? (
            <p class="quiet">{t('pack.no-corrections')}</p>
          ) : (
            <dl class="pack__list">
              {details.corrections.map(({ date, what }) => (
                <div key={`${date} ${what}`}>
                  <dt class="quiet">{words.date(date)}</dt>
                  <dd lang={details.language}>{what}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
    </details>
  );
}
