import type { Words } from '../../utils/words/types.ts';

/** Tells the browser and screen readers in which language a page of ours is, and what it is called. */
export function nameDocument(words: Words, title: string): void {
  document.documentElement.lang = words.locale;
  document.title = title;
}
