/** What is shown of a document, and in which languages: screen readers pronounce each text by its own (WCAG 2.2, 3.1.2). Pure. */
import type { DocumentInfo } from '../utils/report.ts';
import type { Manifest } from './schema/pack.ts';
import type { DocumentRow } from './source.ts';

/** The language that a pack's own words are in: the first it lists. */
export const packLanguage = ({ languages }: Pick<Manifest, 'languages'>): string | undefined => languages[0];

/** `language` is that of our words on it; absent where nobody says it, as for the reader's own pages. */
export function documentInfo(row: DocumentRow, language?: string): DocumentInfo {
  const { id, outlet, title, titleIsOurs, url, date, kind, summary } = row;
  return {
    id,
    outlet,
    title,
    titleIsOurs,
    url,
    date,
    kind,
    summary,
    language,
    sourceLanguage: row.language === language ? undefined : row.language,
  };
}
