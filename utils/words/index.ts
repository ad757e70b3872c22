/** Words of the whole interface, for the extension's own pages and the background. */
import { en } from './en.ts';
import { wordsFrom } from './format.ts';
import type { Words } from './types.ts';

/** A language that the interface speaks: its table and the tag its numbers and months follow. */
const LANGUAGES = { en } as const;

const hasLanguage = (tag: string): tag is keyof typeof LANGUAGES => Object.hasOwn(LANGUAGES, tag);

/**
 * Texts and formats for the reader's language (a BCP 47 tag), English where there is no table.
 * Numbers and plurals follow the table's language, so that no sentence mixes two.
 */
export function makeWords(locale = 'en'): Words {
  const tag = locale.split('-')[0]?.toLowerCase() ?? 'en';
  const language = hasLanguage(tag) ? tag : 'en';
  return wordsFrom(language, LANGUAGES[language]);
}

export type { Words } from './types.ts';
