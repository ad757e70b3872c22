/** Recognises a page that is one of the sources itself: a source never counts against itself. */
import type { ClaimRow, DocumentRow } from './source.ts';

/** Words of an address that say where a reader came from, not what the page is. */
const TRACKING = /^(utm_|fbclid|gclid|mc_|ref$|cmpid)/i;
/** So many of a source's own phrases, and this part of those looked for, are on no other page by chance. */
const PHRASES_NEEDED = 4;
const PART_NEEDED = 0.6;
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

/** Ids of documents that the page is, by address or by nearly the same text. `rows` are claims of the page's measures. */
export function ownDocuments(
  page: { url: string; text: string },
  documents: readonly DocumentRow[],
  rows: readonly ClaimRow[],
): Set<string> {
  const own = new Set<string>();
  const address = canonicalUrl(page.url);
  if (address) for (const document of documents) if (canonicalUrl(document.url) === address) own.add(document.id);
  const text = flat(page.text);
  const phrases = new Map<string, Set<string>>();
  for (const { document, claim } of rows) {
    if (claim.surfaceIsOurs || claim.surface.split(/\s+/).length < WORDS_OF_A_PHRASE) continue;
    const known = phrases.get(document.id);
    if (known) known.add(flat(claim.surface));
    else phrases.set(document.id, new Set([flat(claim.surface)]));
  }
  for (const [document, set] of phrases) {
    const found = [...set].filter((phrase) => text.includes(phrase)).length;
    if (found >= PHRASES_NEEDED && found >= PART_NEEDED * set.size) own.add(document);
  }
  return own;
}
