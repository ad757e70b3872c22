/** The few words of a page that a claim keeps, as short as a pack's are. Pure. */
import type { Span } from '../utils/language/types.ts';
import { SURFACE_WORDS } from './schema/limits.ts';

/** As the schema has it. */
const SURFACE_CHARACTERS = 120;

/** The words at `span`, from `core` on where all of them are too many. Never empty where `core` is not. */
export function shortSurface(text: string, span: Span, core: Span): string {
  const whole = text.slice(span.start, span.end).trim();
  if (fits(whole)) return whole;
  const rest = text.slice(core.start, span.end).trim();
  const words = rest.split(/\s+/).slice(0, SURFACE_WORDS);
  while (words.length > 1 && words.join(' ').length > SURFACE_CHARACTERS) words.pop();
  return words.join(' ').slice(0, SURFACE_CHARACTERS);
}

const fits = (words: string): boolean =>
  words.length <= SURFACE_CHARACTERS && words.split(/\s+/).length <= SURFACE_WORDS;
