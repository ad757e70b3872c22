/** What searching needs to know of English. */
import type { Scales } from '../search-words.ts';

/** Written behind a number, with or without a space. */
export const ENGLISH_SCALES: Scales = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};
