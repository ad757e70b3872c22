/** Texts of the suggestions in the address bar: part of the search's, but spoken by the background. */
import type { Table } from './types.ts';

export const omniboxTexts = {
  'search.also-written': 'also written {spelling}',
  'search.omnibox': 'Search Second Source for “{query}”',
  'search.omnibox-hint': 'Search Second Source: a name, a figure, a report',
  'search.omnibox-measure': 'figures',
  'search.omnibox-name': 'name',
  'search.omnibox-report': 'report',
} as const satisfies Table;
