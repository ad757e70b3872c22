/** Words of the whole interface, for the extension's own pages and the background. */
import { en } from './en.ts';
import { wordsFrom } from './format.ts';
import type { Language } from './languages.ts';
import type { FullTable, Words } from './types.ts';

/** English, or another language by the table that was loaded for it. Numbers and plurals follow the table's language. */
export const makeWords = (language: Language = 'en', table: FullTable = en): Words => wordsFrom(language, table);

export type { Words } from './types.ts';
