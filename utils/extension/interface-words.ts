/**
 * The words of the interface, in the language that was chosen. English is part of the code; any other is one file of the
 * extension, read when it is needed: Chrome's worker cannot import a module when it runs, but it can read a file.
 */
import { browser } from 'wxt/browser';
import { makeWords } from '../words/index.ts';
import { type Language, languageFor, tableFile } from '../words/languages.ts';
import type { FullTable, Words } from '../words/types.ts';
import { readOwnJson } from './own-files.ts';
import { settings } from './settings.ts';

interface Spoken {
  words: Words;
  /** Null for English. */
  table: FullTable | null;
}

let spoken: Spoken = { words: makeWords(), table: null };

/** What was loaded last; English before that. For code that runs after the page's first words are there. */
export const interfaceWords = (): Words => spoken.words;

/** What is to be spoken now. English where a table cannot be read: texts in another language are better than none. */
export async function loadWords(): Promise<Spoken> {
  const language = await chosenLanguage();
  if (language === spoken.words.locale) return spoken;
  if (language === 'en') spoken = { words: makeWords(), table: null };
  else {
    const table = (await readOwnJson(tableFile(language)).catch(() => null)) as FullTable | null;
    spoken = { words: table ? makeWords(language, table) : makeWords(), table };
  }
  return spoken;
}

/** Calls back with the words at once when they are there, and again whenever another language is chosen. */
export function followWords(changed: (words: Words) => void): void {
  const look = () => void loadWords().then(({ words }) => changed(words));
  settings.language.watch(look);
  look();
}

const chosenLanguage = async (): Promise<Language> =>
  languageFor(await settings.language.get(), browser.i18n.getUILanguage());
