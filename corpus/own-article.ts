/** Recognises a page that is one of the sources itself: a source never counts against itself. */
import type { ClaimRow, DocumentRow } from './source.ts';

/** Words of an address that say where a reader came from, not what the page is. */
const TRACKING = /^(utm_|fbclid|gclid|mc_|ref$|cmpid)/i;
/** So many of a source's own phrases, and this part of those looked for, are on no other page by chance. */
const PHRASES_NEEDED = 4;
const PART_NEEDED = 0.6;
/** Of a source whose own page this is, at least so many are among the claims that its figures are compared with: half of those needed. */
const PHRASES_TO_LOOK = 2;
/** Shorter phrases ("26 countries") stand on every page on the topic. */
const WORDS_OF_A_PHRASE = 4;

/** Address without protocol, "www.", fragment, tracking words and closing slash; "" where it is none. */
export function canonicalUrl(address: string | undefined): string {
  if (!address) return '';
  try {
    const url = new URL(address);
    for (const key of [...url.searchParams.keys()]) if (TRACKING.test(key)) url.searchParams.delete(key);
    return `${url.hostname.replace(/^(www|amp|m)\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`.toLowerCase();
  } catch {
    return '';
  }
}

const flat = (text: string) =>
  text
    .toLowerCase()
    .replace(/[“”„«»"'’‘…]/g, '')
    .replace(/\s+/g, ' ');

const phraseOf = ({ claim }: ClaimRow): string | null =>
  claim.surfaceIsOurs || claim.surface.split(/\s+/).length < WORDS_OF_A_PHRASE ? null : flat(claim.surface);

/**
 * Whether a phrase stands in the text. Hundreds are asked for: those whose second and third word never follow each other
 * there (the first and last may have signs beside them) are not looked for at all.
 */
function finder(text: string): (phrase: string) => boolean {
  const whole = flat(text);
  const words = whole.split(' ');
  const pairs = new Set(words.map((word, i) => `${word} ${words[i + 1]}`));
  return (phrase) => {
    const [, second, third] = phrase.split(' ');
    return pairs.has(`${second} ${third}`) && whole.includes(phrase);
  };
}

/** The phrases of each document, by its id. */
function phrasesOf(rows: readonly ClaimRow[]): Map<string, Set<string>> {
  const phrases = new Map<string, Set<string>>();
  for (const row of rows) {
    const phrase = phraseOf(row);
    if (phrase === null) continue;
    const known = phrases.get(row.document.id);
    if (known) known.add(phrase);
    else phrases.set(row.document.id, new Set([phrase]));
  }
  return phrases;
}

/** Ids of documents that the page may be, by the claims nearest to what it says: a single phrase is on many a page on the topic. */
export function maybeOwn(text: string, rows: readonly ClaimRow[]): string[] {
  const isThere = finder(text);
  return [...phrasesOf(rows)]
    .filter(([, set]) => [...set].filter(isThere).length >= PHRASES_TO_LOOK)
    .map(([document]) => document);
}

/** Ids of documents that the page is, by address or by nearly the same text. `rows` are claims of the page's measures. */
export function ownDocuments(
  page: { url: string; text: string },
  documents: readonly DocumentRow[],
  rows: readonly ClaimRow[],
): Set<string> {
  const own = new Set<string>();
  const address = canonicalUrl(page.url);
  if (address) for (const document of documents) if (canonicalUrl(document.url) === address) own.add(document.id);
  const isThere = finder(page.text);
  for (const [document, set] of phrasesOf(rows)) {
    const found = [...set].filter(isThere).length;
    if (found >= PHRASES_NEEDED && found >= PART_NEEDED * set.size) own.add(document);
  }
  return own;
}
