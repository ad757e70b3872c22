/** All words of the interface, for the extension's own pages and for what the background loads on demand. */
import { makeWords } from '../words/index.ts';
import type { Words } from '../words/types.ts';
import { settings } from './settings.ts';
import { spokenWords } from './spoken.ts';

export const { now: interfaceWords, load: loadWords } = spokenWords<Words>(makeWords);

/** Calls back with the words at once when they are there, and again whenever another language is chosen. */
export function followWords(changed: (words: Words) => void): void {
  const look = () => void loadWords().then(({ words }) => changed(words));
  settings.language.watch(look);
  look();
}
