/** Reading a whole page, as one file. */
export { engineFor } from '../../../corpus/engine.ts';
export { readPage } from '../../../corpus/read-page.ts';
