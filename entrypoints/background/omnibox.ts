/** The keyword `ss` in the address bar: suggestions as one types, Enter opens the search. */
import { type Browser, browser } from 'wxt/browser';
import type { Suggestion } from '../../corpus/suggest.ts';
import { backgroundWords, loadBackgroundWords } from '../../utils/extension/background-words.ts';
import { searchPage } from '../../utils/extension/query-text.ts';
import { leaveQuery } from '../../utils/extension/search-query.ts';
import { rest } from './load-rest.ts';
import { tryOpenPanel } from './panel.ts';

type Suggest = (suggestions: Browser.omnibox.SuggestResult[]) => void;

/** The panel opens in the first turn or not at all, and no event of the address bar says of which window it is. */
let window: number | undefined;
/** Answers to letters that others followed are dropped. */
let asked = 0;

export function startTyping(): void {
  void browser.windows.getLastFocused().then(({ id }) => {
    window = id;
  });
  void loadBackgroundWords().then(({ words }) =>
    browser.omnibox.setDefaultSuggestion({ description: describe(words.t('search.omnibox-hint')) }),
  );
}

export function suggestWhile(text: string, suggest: Suggest): void {
  const mine = ++asked;
  const query = text.trim();
  const words = backgroundWords();
  const title = query ? words.t('search.omnibox', { query }) : words.t('search.omnibox-hint');
  browser.omnibox.setDefaultSuggestion({ description: describe(title) });
  rest()
    .then(({ suggest: find }) => find(query))
    .then(
      (found) => {
        if (mine === asked) suggest(found.map(({ query: content, ...one }) => ({ content, description: line(one) })));
      },
      () => suggest([]),
    );
}

/** Call in the first turn. Where the browser does not open the panel for this, the search opens as a page. */
export function openSearch(text: string, disposition: string): void {
  const opening = window === undefined ? Promise.reject(new Error('no window')) : tryOpenPanel(window);
  const target = window;
  opening.then(
    () => leaveQuery({ text, window: target ?? -1 }),
    () => openPage(text, disposition),
  );
}

async function openPage(text: string, disposition: string): Promise<void> {
  const url = browser.runtime.getURL(searchPage(text) as '/');
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' });
}

function line({ kind, text, detail }: Omit<Suggestion, 'query'>): string {
  const words = backgroundWords();
  const about = [
    words.t(`search.omnibox-${kind}`),
    detail?.spelling && words.t('search.also-written', { spelling: detail.spelling }),
    detail?.outlet,
    detail?.date && words.date(detail.date),
  ].filter((part) => part !== undefined && part !== '');
  return describe(text, about.join(' · '));
}

/** Chrome takes XML, with a style for what stands aside; Firefox takes plain text. */
function describe(text: string, aside?: string): string {
  if (import.meta.env.BROWSER === 'firefox') return aside ? `${text} — ${aside}` : text;
  return aside ? `${escapeXml(text)} <dim>${escapeXml(aside)}</dim>` : escapeXml(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters that XML 1.0 cannot hold, as one of them makes Chrome refuse all suggestions. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escapeXml = (text: string): string => text.replace(NOT_XML, '').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
