/** The languages that the interface speaks, and which of them is meant. */

export const LANGUAGES = ['en', 'uk', 'fr', 'de', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What somebody chose: a language, or whatever the browser's own interface is in. */
export type LanguageChoice = 'browser' | Language;

/** Each by its own name: whoever looks for theirs may not read the one that is shown. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  uk: 'Українська',
  fr: 'Français',
  de: 'Deutsch',
  pl: 'Polski',
};

export const isLanguage = (value: string): value is Language => (LANGUAGES as readonly string[]).includes(value);

/** The language to speak; `browserTag` is a BCP 47 tag such as "uk-UA". English where there is no table. */
export function languageFor(choice: LanguageChoice, browserTag: string): Language {
  if (choice !== 'browser') return choice;
  const base = browserTag.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return isLanguage(base) ? base : 'en';
}

/** Where the build puts the table of a language other than English, which is part of the code. */
export const tableFile = (language: Language): string => `words/${language}.json`;
