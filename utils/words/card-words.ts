/** Words of the card alone, for the reader on pages: a fifth of the table. */
import { cardTexts } from './card.ts';
import { wordsFrom } from './format.ts';
import type { Words } from './types.ts';

export type CardKey = keyof typeof cardTexts;
export type CardWords = Words<CardKey>;

/** As `makeWords`, with the texts that cards need. */
export const makeCardWords = (): CardWords => wordsFrom('en', cardTexts);
