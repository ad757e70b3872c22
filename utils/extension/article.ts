/** Brings the article script into a tab and takes its result. Background only. */
import { browser } from 'wxt/browser';
import type { ArticleText, Refused } from './protocol.ts';
import { articleText } from './saved-schemas.ts';

const ARTICLE_FILE = '/article.js';

/** Pages of private windows are not asked, and nothing is opened for them that would leave a trace. */
export const isPrivate = async (tab: number): Promise<boolean> => (await browser.tabs.get(tab)).incognito;

/** The article of a tab, or why there is none. */
export async function articleIn(tab: number): Promise<{ ok: true; article: ArticleText } | Refused> {
  let result: unknown;
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, files: [ARTICLE_FILE] });
    result = frame?.result;
  } catch (error) {
    // Not granted here, or a page that the browser keeps extensions out of.
    return { ok: false, why: 'no-access', reason: error instanceof Error ? error.message : String(error) };
  }
  if (result === null || result === undefined) return { ok: false, why: 'no-text' };
  const parsed = articleText.safeParse(result);
  return parsed.success ? { ok: true, article: parsed.data } : { ok: false, why: 'failed' };
}
