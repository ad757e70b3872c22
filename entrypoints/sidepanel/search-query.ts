/** What is searched for: typed, or left by the background. Apart from the search itself, which is loaded when it is first used. */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { SEARCH_PARAMETER } from '../../utils/extension/query-text.ts';
import { takeQuery, watchQuery } from '../../utils/extension/search-query.ts';

export const query = signal('');
/** A new object puts the focus into the box. */
export const boxFocus = signal<object | undefined>(undefined);

/** Calls back when a search is asked for: by a menu, keys, the address bar, or this page's own address. */
export async function followQueries(show: () => void): Promise<void> {
  const ask = (text: string | null): void => {
    if (text === null) return;
    query.value = text;
    boxFocus.value = {};
    show();
  };
  ask(new URLSearchParams(location.search).get(SEARCH_PARAMETER));
  const take = async () => {
    const { id } = await browser.windows.getCurrent();
    if (id !== undefined) ask(await takeQuery(id));
  };
  watchQuery(() => void take());
  await take();
}
