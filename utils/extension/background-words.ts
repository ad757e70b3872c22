/** The few words that the background needs for a page's first answer, the menus and the address bar. */
import { makeBackgroundWords } from '../words/background-words.ts';
import { spokenWords } from './spoken.ts';

export const { now: backgroundWords, load: loadBackgroundWords } = spokenWords(makeBackgroundWords);
