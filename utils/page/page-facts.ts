/** What a page says about itself: its dates, title, language and address. Everything is capped: pages can be hostile. */
import type { PageText } from '../extension/protocol.ts';

export type DateCandidate = PageText['dates'][number];

/** Newspapers' JSON-LD is 2–20 kB; beyond this size only the first keys are looked for. */
const JSON_LIMIT = 100_000;
const SCRIPTS_LIMIT = 12;
/** Objects looked at in one JSON-LD text. */
const OBJECTS_LIMIT = 500;
const DATES_LIMIT = 12;
const VALUE_LIMIT = 60;
const TITLE_LIMIT = 300;
const URL_LIMIT = 2_000;

const ARTICLE_TYPE = /(?:Article|Report|Posting|NewsArticle)$/;

const META_NAMES = new Set(
  (
    'article:published_time og:article:published_time article:published og:published_time datepublished date pubdate publish-date ' +
    'publishdate publication_date publication-date dc.date dc.date.issued dcterms.date dcterms.created dcterms.issued ' +
    'parsely-pub-date sailthru.date cxenseparse:publishtime cxenseparse:recs:publishtime'
  ).split(' '),
);

/** Date candidates in the order of trust, as printed: who reads them decides what is a date. */
export function dateCandidates(document: Document): DateCandidate[] {
  const found: DateCandidate[] = [
    ...jsonLdDates(document).map((value) => ({ source: 'json-ld' as const, value })),
    ...metaDates(document).map((value) => ({ source: 'meta' as const, value })),
    ...timeDates(document).map((value) => ({ source: 'time' as const, value })),
  ];
  const path = dateOfPath(document.location.pathname);
  if (path) found.push({ source: 'url', value: path });
  return found.filter(({ value }) => value.length > 0 && value.length <= VALUE_LIMIT).slice(0, DATES_LIMIT);
}

/** The language that the page declares, lower case ("en-gb"), or "" where it declares none. */
export function declaredLanguage(document: Document): string {
  const given =
    document.documentElement.lang ||
    document.querySelector('article[lang], main[lang], body[lang]')?.getAttribute('lang') ||
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ||
    document.querySelector('meta[property="og:locale"]')?.getAttribute('content') ||
    '';
  return given.trim().replace('_', '-').toLowerCase().slice(0, 20);
}

export function pageTitle(document: Document): string {
  return (document.title || document.querySelector('h1')?.textContent || '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, TITLE_LIMIT);
}

/** The address without the fragment. */
export function pageAddress(location: Location | URL): string {
  return location.href.split('#', 1)[0]!.slice(0, URL_LIMIT);
}

function jsonLdDates(document: Document): string[] {
  const published: string[] = [];
  const modified: string[] = [];
  // By name first, here and below: the browser keeps such lists, while a selector has it look at every element.
  const scripts = [...document.getElementsByTagName('script')].filter(
    (script) => script.getAttribute('type')?.toLowerCase() === 'application/ld+json',
  );
  for (const script of scripts.slice(0, SCRIPTS_LIMIT)) {
    const found = datesOfJsonLd(script.textContent ?? '');
    published.push(...found.published);
    modified.push(...found.modified);
  }
  return [...published, ...modified];
}

/** Dates of the articles that one JSON-LD text describes. Never throws; long texts are searched, not parsed. */
export function datesOfJsonLd(text: string): { published: string[]; modified: string[] } {
  if (text.length > JSON_LIMIT) {
    const head = text.slice(0, JSON_LIMIT);
    return { published: valueAfter(head, '"datePublished"'), modified: valueAfter(head, '"dateModified"') };
  }
  const found = { published: [] as string[], modified: [] as string[] };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { published: valueAfter(text, '"datePublished"'), modified: valueAfter(text, '"dateModified"') };
  }
  const queue: unknown[] = [data];
  for (let seen = 0; seen < queue.length && seen < OBJECTS_LIMIT; seen += 1) {
    const value = queue[seen];
    if (Array.isArray(value)) queue.push(...value.slice(0, OBJECTS_LIMIT));
    else if (typeof value === 'object' && value !== null) readObject(value as Record<string, unknown>, queue, found);
  }
  return found;
}

function readObject(
  object: Record<string, unknown>,
  queue: unknown[],
  found: { published: string[]; modified: string[] },
): void {
  const types = [object['@type']].flat().filter((type) => typeof type === 'string');
  if (types.some((type) => ARTICLE_TYPE.test(type) || type === 'WebPage')) {
    if (typeof object.datePublished === 'string') found.published.push(object.datePublished);
    if (typeof object.dateModified === 'string') found.modified.push(object.dateModified);
  }
  // Lists of other articles hang under other keys ("itemListElement", "hasPart"): not this page's dates.
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) if (key in object) queue.push(object[key]);
}

/** The string that follows a key, by searching: for texts that are too long or too broken to parse. */
function valueAfter(text: string, key: string): string[] {
  const at = text.indexOf(key);
  if (at < 0) return [];
  const match = /^\s*:\s*"([^"\\]{4,60})"/.exec(text.slice(at + key.length, at + key.length + 100));
  return match?.[1] ? [match[1]] : [];
}

function metaDates(document: Document): string[] {
  const found: string[] = [];
  for (const meta of document.getElementsByTagName('meta')) {
    if (!meta.hasAttribute('content')) continue;
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
    if (META_NAMES.has(name.toLowerCase())) found.push((meta.getAttribute('content') ?? '').trim());
    if (found.length >= DATES_LIMIT) break;
  }
  return found;
}

/** `<time>` of the article, those marked as its date of publication first; times in furniture date other things. */
function timeDates(document: Document): string[] {
  if (document.getElementsByTagName('time').length === 0) return [];
  const marked = document.querySelector('time[itemprop="datePublished"], time[pubdate]');
  const first = document.querySelector('article time[datetime], main time[datetime], header time[datetime]');
  return [marked, first]
    .flatMap((time) => time?.getAttribute('datetime')?.trim() ?? [])
    .filter((v, i, all) => all.indexOf(v) === i);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** ISO date in a path like `/2025/09/05/`, `/2025-09-05-…`, `/2025/sep/05/`, `/20250905/`; null where there is none. */
export function dateOfPath(path: string): string | null {
  const match = /(?:^|[/_-])(20\d\d)([/_-]?)(0[1-9]|1[0-2]|[a-z]{3})\2(0[1-9]|[12]\d|3[01])(?![\d])/i.exec(
    path.slice(0, URL_LIMIT),
  );
  if (!match) return null;
  const [, year, separator, month, day] = match;
  const number = /\d/.test(month!) ? Number(month) : MONTHS.indexOf(month!.toLowerCase()) + 1;
  if (number === 0 || (separator === '' && !/\d/.test(month!))) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day}`;
}
