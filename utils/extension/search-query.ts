/**
 * What the panel should search for, left for it by the background: the panel may not be there yet when it is asked for.
 * It lies in the session's memory until the panel takes it, which is at once.
 */
import { storage } from '@wxt-dev/storage';

/** A name or a sentence; more is no query. */
const MOST_CHARACTERS = 200;
/** Half of a character that was cut in two. */
const HALF = /\p{Surrogate}/gu;

export interface LeftQuery {
  /** "" opens an empty search. */
  text: string;
  /** Of the panel that is meant. */
  window: number;
}

const item = storage.defineItem<LeftQuery | null>('session:searchQuery', { fallback: null });

/** Words with single spaces between, cut at the end of a word to a length that can be searched for. */
export function cutQuery(selection: string): string {
  // Only the beginning is looked at: a selection may be the whole page.
  const text = selection
    .slice(0, 10 * MOST_CHARACTERS)
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= MOST_CHARACTERS) return text;
  const cut = text.slice(0, MOST_CHARACTERS + 1);
  const space = cut.lastIndexOf(' ');
  return (space > 0 ? cut.slice(0, space) : cut.slice(0, MOST_CHARACTERS)).replace(HALF, '');
}

export const leaveQuery = ({ text, window }: LeftQuery): Promise<void> =>
  item.setValue({ text: cutQuery(text), window });

/** Takes what was left for this window; null where nothing was. */
export async function takeQuery(window: number): Promise<string | null> {
  const left = await item.getValue();
  if (left?.window !== window) return null;
  await item.removeValue();
  return left.text;
}

/** Returns a function that stops watching. */
export const watchQuery = (left: () => void): (() => void) => item.watch((query) => query && left());

/** The panel as a page in a tab, with a query: for browsers that let nothing open the panel itself. */
export const SEARCH_PARAMETER = 'search';
export const searchPage = (query: string): string =>
  `/sidepanel.html?${new URLSearchParams({ [SEARCH_PARAMETER]: cutQuery(query) })}`;
