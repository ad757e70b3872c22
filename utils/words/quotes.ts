/** Texts of the card that reports are worded with too. Apart from the card's: the background carries only these of them. */
import type { Table } from './types.ts';

export const quoteTexts = {
  'sources.and-more': '{outlet} and {n} more',
  'sources.quote': '“{text}”',
} as const satisfies Table;
