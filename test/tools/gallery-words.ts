/** The words that the gallery draws with: of the language that its script was built for. */
import { cardTable } from '../../utils/words/card-table.ts';
import { makeCardWords } from '../../utils/words/card-words.ts';
import { de } from '../../utils/words/de/index.ts';
import { en } from '../../utils/words/en.ts';
import { fr } from '../../utils/words/fr/index.ts';
import { makeWords } from '../../utils/words/index.ts';
import type { Language } from '../../utils/words/languages.ts';
import { pl } from '../../utils/words/pl/index.ts';
import { uk } from '../../utils/words/uk/index.ts';

/** Set by gallery.ts. */
declare const GALLERY_LANGUAGE: Language;

const TABLES = { en, de, fr, pl, uk };
const table = TABLES[GALLERY_LANGUAGE];

export const words = makeWords(GALLERY_LANGUAGE, table);
export const cardWords = makeCardWords(cardTable(GALLERY_LANGUAGE, table));
/** German amounts are the longest. */
export const germanWords = makeCardWords(cardTable('de', de));
