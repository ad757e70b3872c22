import { useId, useState } from 'preact/hooks';
import type {
  ClaimResult,
  NameResult,
  ReportResult,
  ResultGroup,
  ResultKind,
  SearchResult,
} from '../../../utils/search-results.ts';
import type { Words } from '../../../utils/words/types.ts';
import { EntityFacts } from '../../card/EntityCard.tsx';
import { Sign, Tool } from '../../parts/Icon.tsx';
import { safeHref } from '../../parts/link.ts';
import { OpenLink } from '../../parts/Sources.tsx';
import { upperFirst } from '../../parts/text.ts';
import { kindWord, titleLanguage } from '../Related.tsx';
import { Marked } from './Marked.tsx';

/** Positions shown for a name. */
const STANCES = 8;
/** How many more are asked for at once. */
export const MORE_RESULTS = 20;

interface Drawn {
  matched: ReadonlySet<string>;
  words: Words;
}

/** Parts of a line with points between them; what is not there is left out. */
function Meta({ parts, matched }: { parts: readonly (string | undefined)[] } & Pick<Drawn, 'matched'>) {
  const there = parts.filter((part): part is string => Boolean(part));
  return (
    <p class="hit__meta quiet">
      {there.map((part) => (
        <span key={part}>
          <Marked text={part} matched={matched} />
        </span>
      ))}
    </p>
  );
}

const ownWord = (result: SearchResult, words: Words) => (result.own ? words.t('search.own') : undefined);

function Name({ result, open: openAtFirst, matched, words }: { result: NameResult; open: boolean } & Drawn) {
  const [open, setOpen] = useState(openAtFirst);
  const id = useId();
  const { entity, spelling, documents } = result;
  const country = entity.country && entity.country.name !== entity.name ? entity.country.name : undefined;
  return (
    <>
      <h3>
        <button
          type="button"
          class="line__button"
          data-primary
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span class="line__text">
            <span class="line__what hit__name">
              <Marked text={entity.name} matched={matched} language={entity.language} />
              {spelling && (
                <span class="quiet">
                  {' '}
                  <Marked text={words.t('search.also-written', { spelling })} matched={matched} />
                </span>
              )}
            </span>
            {country && (
              <bdi class="chip chip--plain chip--other" lang={entity.language}>
                {country}
              </bdi>
            )}
          </span>
          <Tool name="down" />
        </button>
      </h3>
      <div id={id} hidden={!open} class="hit__facts">
        {open && <EntityFacts entity={entity} documents={documents} words={words} limit={STANCES} />}
      </div>
    </>
  );
}

/** A figure with what it counts; of a position the country with what it says. */
function ClaimLine({ result, matched, words }: { result: ClaimResult } & Drawn) {
  const { display, label, surface, surfaceIsOurs, detail, saidBy, scope, outlet, date, url } = result;
  const { language, sourceLanguage = language } = result;
  const modality = result.modality === 'reported' ? undefined : words.t(`modality.${result.modality}`);
  return (
    <>
      <div class="hit__head">
        <h3>
          {result.isNumber ? (
            <>
              <span class="line__figure">
                <Marked text={display} matched={matched} />
              </span>{' '}
              <Marked text={label} matched={matched} language={language} />
            </>
          ) : (
            <>
              <Marked text={label} matched={matched} language={language} />:{' '}
              <b>
                <Marked text={upperFirst(display)} matched={matched} language={language} />
              </b>
            </>
          )}
        </h3>
        <OpenLink url={url} outlet={outlet} words={words} />
      </div>
      <p class="hit__quote">
        <Marked
          text={surfaceIsOurs ? surface : words.t('sources.quote', { text: surface })}
          matched={matched}
          language={surfaceIsOurs ? language : sourceLanguage}
        />
        {detail && (
          <span class="quiet">
            {' '}
            <Marked text={upperFirst(detail)} matched={matched} language={language} />
          </span>
        )}
      </p>
      <Meta
        parts={[
          ownWord(result, words),
          saidBy && upperFirst(saidBy),
          outlet,
          date ? words.date(date) : words.t('sources.unknown-date'),
          scope,
          modality,
        ]}
        matched={matched}
      />
    </>
  );
}

function Report({ result, matched, words }: { result: ReportResult } & Drawn) {
  const { document } = result;
  const href = safeHref(document.url);
  const title = <Marked text={document.title} matched={matched} language={titleLanguage(document)} />;
  return (
    <>
      <Meta
        parts={[
          ownWord(result, words),
          document.outlet,
          document.date && words.date(document.date),
          kindWord(document.kind, words),
        ]}
        matched={matched}
      />
      <h3>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer" data-primary>
            {title}
            <span class="nowrap">
              {'\u00a0'}
              <Sign name="out" />
            </span>
          </a>
        ) : (
          title
        )}
      </h3>
      <p class="doc__summary">
        <Marked text={document.summary} matched={matched} language={document.language} />
      </p>
    </>
  );
}

function Result({ result, first, ...drawn }: { result: SearchResult; first: boolean } & Drawn) {
  switch (result.kind) {
    case 'name':
      return <Name result={result} open={first} {...drawn} />;
    case 'report':
      return <Report result={result} {...drawn} />;
    default:
      return <ClaimLine result={result} {...drawn} />;
  }
}

interface ResultsProps extends Drawn {
  group: ResultGroup;
  onMore(kind: ResultKind): void;
}

/** One kind with its count; the best first, more on request. */
export function Results({ group, matched, words, onMore }: ResultsProps) {
  const heading = `heading-results-${group.kind}`;
  const hidden = group.count - group.results.length;
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 id={heading}>
        {words.t(`search.kind.${group.kind}`)} <span class="section__count">{words.amount(group.count)}</span>
      </h2>
      <ul class="block block--lines hits">
        {group.results.map((result, at) => (
          <li
            key={`${result.key} ${result.kind === 'name' && at === 0}`}
            class={`hit hit--${result.kind}`}
            tabIndex={-1}
            data-hit
          >
            <Result result={result} first={at === 0} matched={matched} words={words} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => onMore(group.kind)}>
          {words.t('search.more', { n: Math.min(hidden, MORE_RESULTS) })}
        </button>
      )}
    </section>
  );
}
