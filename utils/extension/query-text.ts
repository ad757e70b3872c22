/** A query on its way from a page or the address bar to the panel: cut to a sane length. Pure. */

/** A name or a sentence; more is no query. */
const MOST_CHARACTERS = 200;
/** Half of a character that was cut in two. */
const HALF = /\p{Surrogate}/gu;

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

/** The panel as a page in a tab, with a query: for browsers that let nothing open the panel itself. */
export const SEARCH_PARAMETER = 'search';
export const searchPage = (query: string): string =>
  `/sidepanel.html?${new URLSearchParams({ [SEARCH_PARAMETER]: cutQuery(query) })}`;
