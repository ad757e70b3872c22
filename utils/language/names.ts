/** The names of a pack on a page: the lexicon and the finder. */
export { findMentions } from './names/find.ts';
export { buildLexicon, type Lexicon } from './names/lexicon.ts';
export type { NameWords } from './names/words.ts';
