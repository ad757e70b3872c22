/**
 * Words in the language that was chosen. English is part of the code; any other is one file of the extension, read when it is
 * needed: Chrome's worker cannot import a module when it runs, but it can read a file.
 */
import { browser } from 'wxt/browser';
import { type Language, languageFor, tableFile } from '../words/languages.ts';
import type { FullTable } from '../words/types.ts';
import { readOwnJson } from './own-files.ts';
import { settings } from './settings.ts';

interface Spoken<W> {
  words: W;
  /** Null for English. */
  table: FullTable | null;
}

interface SpokenWords<W> {
  /** What was loaded last; English before that. For code that runs after the first words are there. */
  now(): W;
  /** What is to be spoken now. English where a table cannot be read: texts in another language are better than none. */
  load(): Promise<Spoken<W>>;
}

/** `make` gives English where it is given nothing: all texts, or those that a part of the extension speaks. */
export function spokenWords<W extends { locale: Language }>(
  make: (language?: Language, table?: FullTable) => W,
): SpokenWords<W> {
  let spoken: Spoken<W> = { words: make(), table: null };

  async function load(): Promise<Spoken<W>> {
    const language = languageFor(await settings.language.get(), browser.i18n.getUILanguage());
    if (language === spoken.words.locale) return spoken;
    if (language === 'en') spoken = { words: make(), table: null };
    else {
      const table = (await readOwnJson(tableFile(language)).catch(() => null)) as FullTable | null;
      spoken = { words: table ? make(language, table) : make(), table };
    }
    return spoken;
  }

  return { now: () => spoken.words, load };
}
