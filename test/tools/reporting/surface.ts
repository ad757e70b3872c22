/** The few words that are kept of a source: a number with what it counts, and the link to the passage. Pure. */
import type { Claim } from '../../../corpus/schema/document.ts';
import { SURFACE_WORDS } from '../../../corpus/schema/limits.ts';

/** Words of one end of a text fragment: as few as find the place. */
const FRAGMENT_WORDS = 4;
/** Words kept before the number when a surface is cut: the hedge ("more than"). */
const WORDS_BEFORE = 2;
const EDGE = /^[\s"“”„«»'‘’(),.;:]+|[\s"“”„«»'‘’(),.;:]+$/gu;

/** At most eight words, around the number where there is one. */
export function cutSurface(surface: string): string {
  const words = surface.trim().split(/\s+/);
  if (words.length <= SURFACE_WORDS) return words.join(' ');
  const number = Math.max(
    0,
    words.findIndex((word) => /\d/.test(word)),
  );
  const from = Math.min(Math.max(0, number - WORDS_BEFORE), words.length - SURFACE_WORDS);
  return words.slice(from, from + SURFACE_WORDS).join(' ');
}

/** First and last words of a printed surface, for the link that opens the source there. */
export function fragmentOf(surface: string): Claim['fragment'] {
  const words = surface.replace(EDGE, '').split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  if (words.length <= FRAGMENT_WORDS) return { start: words.join(' ') };
  const middle = Math.ceil(words.length / 2);
  const end = words.slice(middle).join(' ');
  return { start: words.slice(0, middle).join(' '), end };
}
