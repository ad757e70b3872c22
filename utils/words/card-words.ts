/** Words of the card alone, for the reader on pages: a fifth of the table. */
import { cardTexts } from './card.ts';
import { wordsFrom } from './format.ts';
import type { Language } from './languages.ts';
import type { Text, Words } from './types.ts';

export type CardKey = keyof typeof cardTexts;
export type CardWords = Words<CardKey>;

/** The card's texts in a language other than English, as they come to a page with its report. */
export interface CardTable {
  language: Language;
  texts: Readonly<Record<CardKey, Text>>;
}

/** As `makeWords`, with the texts that cards need: English, or those of `table`. */
export const makeCardWords = (table?: CardTable | null): CardWords =>
  table ? wordsFrom(table.language, table.texts) : wordsFrom('en', cardTexts);
