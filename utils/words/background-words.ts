/** The words that the background itself speaks: sentences of a report, menus, the address bar. A quarter of the table. */
import { wordsFrom } from './format.ts';
import type { Language } from './languages.ts';
import { menuTexts } from './manifest.ts';
import { omniboxTexts } from './omnibox.ts';
import { quoteTexts } from './quotes.ts';
import { reasonTexts } from './reasons.ts';
import type { FullTable, Words } from './types.ts';

const backgroundTexts = { ...reasonTexts, ...quoteTexts, ...menuTexts, ...omniboxTexts };

/** What the sentences of a report are made of. */
export type ReportWords = Words<keyof typeof reasonTexts | keyof typeof quoteTexts>;
type BackgroundKey = keyof typeof backgroundTexts;

/** As `makeWords`, with the texts that the background needs. */
export const makeBackgroundWords = (language: Language = 'en', table?: FullTable): Words<BackgroundKey> =>
  wordsFrom<BackgroundKey>(language, table ?? backgroundTexts);
