import { useEffect, useState } from 'preact/hooks';
import type { DocumentInfo, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { Sign } from '../parts/Icon.tsx';
import { safeHref } from '../parts/link.ts';

interface RelatedProps {
  report: Report;
  words: Words;
  /** Id of the document to show. */
  focus?: string;
}

/** Documents shown at first. */
const FIRST_RELATED = 5;

export const documentElementId = (id: string): string => `document-${id}`;

const KINDS = ['wire-copy', 'official', 'state-media', 'rewrite'] as const;

/** "wire report"; undefined for plain news. */
export function kindWord(kind: string, words: Words): string | undefined {
  const known = KINDS.find((one) => one === kind);
  return known && words.t(`kind.${known}`);
}

/** Of a title that the pack made up, its own language. */
export const titleLanguage = ({ titleIsOurs, language, sourceLanguage }: DocumentInfo): string | undefined =>
  (titleIsOurs ? undefined : sourceLanguage) ?? language;

/** Longer last words may be broken, the sign with them: it would be wider than its column. */
const MOST_KEPT = 16;

/** A title that leads somewhere: the sign stays with the last word. */
function TitleAway({ title, language }: { title: string; language: string | undefined }) {
  const [, first = '', last = ''] = /^(.*\s)?(\S*)$/su.exec(title) ?? [];
  const kept = last.length <= MOST_KEPT;
  return (
    <bdi lang={language}>
      {kept ? first : title}
      <span class="nowrap">
        {kept && last}
        {'\u00a0'}
        <Sign name="out" />
      </span>
    </bdi>
  );
}

function RelatedDocument({ document, words }: { document: DocumentInfo; words: Words }) {
  const href = safeHref(document.url);
  const kind = kindWord(document.kind, words);
  const language = titleLanguage(document);
  return (
    <li class="doc" id={documentElementId(document.id)} tabIndex={-1}>
      <p class="doc__meta quiet">
        <bdi>{document.outlet}</bdi>
        {document.date && <span>{words.date(document.date)}</span>}
        {kind && <span>{kind}</span>}
      </p>
      <h3>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            <TitleAway title={document.title} language={language} />
          </a>
        ) : (
          <bdi lang={language}>{document.title}</bdi>
        )}
      </h3>
      <p class="doc__summary" lang={document.language}>
        {document.summary}
      </p>
    </li>
  );
}

/** Reporting on the same matter, the nearest first. */
export function Related({ report, words, focus }: RelatedProps) {
  const documents = report.related.flatMap((id) => report.documents[id] ?? []);
  const focused = documents.findIndex((document) => document.id === focus);
  const [all, setAll] = useState(focused >= FIRST_RELATED);
  useEffect(() => {
    if (focused >= FIRST_RELATED) setAll(true);
  }, [focused]);
  const hidden = documents.length - FIRST_RELATED;
  return (
    <>
      <ul class="docs">
        {documents.slice(0, all ? documents.length : FIRST_RELATED).map((document) => (
          <RelatedDocument key={document.id} document={document} words={words} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.t('panel.fewer') : words.t('panel.all-related', { n: hidden })}
        </button>
      )}
    </>
  );
}
