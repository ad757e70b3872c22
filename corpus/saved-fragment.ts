/** First and last words of a passage, by which a link finds it again on its page (text fragments). Pure. */
import type { Span } from '../utils/language/types.ts';

/** As the schema has it; browsers match whole words only. */
const LONGEST = 80;
/** So many words begin a passage that is too long to be quoted whole; fewer stand on a page twice. */
const FIRST_WORDS = 6;
const LAST_WORDS = 4;

export interface Fragment {
  start: string;
  end?: string;
}

/**
 * The sentence where it is short, else its first and last words; around the figure itself where the sentence is no help.
 * Undefined where there are no words.
 */
export function fragmentOf(text: string, sentence: Span, place: Span): Fragment | undefined {
  const whole = text.slice(sentence.start, Math.max(sentence.end, place.end)).trim();
  if (whole.length > 0 && whole.length <= LONGEST) return { start: whole };
  const words = whole.split(/\s+/);
  const start = within(words.slice(0, FIRST_WORDS), false);
  const end = within(words.slice(-LAST_WORDS), true);
  if (start && end && words.length > FIRST_WORDS + LAST_WORDS) return { start, end };
  const own = within(text.slice(place.start, place.end).trim().split(/\s+/), false);
  return own ? { start: own } : undefined;
}

/** As many of the words as are short enough together; from the end where that is what counts. */
function within(words: readonly string[], fromEnd: boolean): string {
  let kept = [...words];
  while (kept.join(' ').length > LONGEST) kept = fromEnd ? kept.slice(1) : kept.slice(0, -1);
  return kept.join(' ');
}
