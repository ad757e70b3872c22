/** Texts of the *Pledges* view: who promised what, by country. */
import type { Table } from './types.ts';

export const pledgeTexts = {
  'pledges.heading': 'Who promised what',
  'pledges.countries': { one: '{n} country', other: '{n} countries' },
  'pledges.countries-of': '{n} of {of} countries',
  'pledges.pack': 'Topic',

  // The count beside the names
  'pledges.counts': 'Named and counted',
  'pledges.named': 'named here',
  'pledges.named-none': 'No country',
  'pledges.counted': 'reported',
  'pledges.counted-sources': { one: '{n} source, {dates}.', other: '{n} sources, {dates}.' },
  'pledges.counted-by': 'Said by {who}.',
  'pledges.counted-as': 'Also told less exactly: {figures}.',
  'pledges.counted-what': 'What was counted, in the sources’ words',
  'pledges.show-counted': { one: 'Show the source', other: 'Show all {n} sources' },

  // Filter and sort
  'pledges.filter': 'Filter',
  'pledges.filter-hint': 'Country, person, outlet …',
  'pledges.stance': 'Stance',
  'pledges.stance-all': 'All stances',
  'pledges.sort': 'Sort by',
  'pledges.sort-country': 'Country',
  'pledges.sort-stance': 'Stance',
  'pledges.sort-changed': 'Newest change',
  'pledges.none-fit': 'No country fits.',
  'pledges.clear': 'Clear the filter',

  // The table
  'pledges.table': 'Where each country stands, by the newest source on it',
  'pledges.column-country': 'Country',
  'pledges.no-stance': 'No position known',
  'pledges.by-named': 'According to {who}',
  'pledges.by-report': 'Reported by {outlet}',
  'pledges.sources-say': { one: '{n} source', other: '{n} sources' },
  'pledges.differ': 'Sources differ',
  'pledges.mission': 'For {mission}. {terms}',
  'pledges.mission-alone': 'For {mission}',
  'pledges.was': 'Was: {what}',
  'pledges.was-reported': 'Was, by report: {what}',
  'pledges.earlier': 'Earlier: {what}',
  'pledges.earlier-reported': 'Earlier, by report: {what}',
  'pledges.also': 'Otherwise reported: {what}',
  'pledges.position-by': '{position}, {date} ({who})',
  'pledges.besides': 'Besides: {what}',
  'pledges.figure': '{label}: {figure}',
  'pledges.figure-terms': '{label}: {figure}. {terms}',
  'pledges.fact': '{label}: {value}, {date}',
  'pledges.ahead': '{modality}: {what}',

  // A country's timeline
  'pledges.timeline': 'Every report on {country}, newest first',
  'pledges.timeline-count': { one: '{n} statement', other: '{n} statements' },
  'pledges.timeline-origins': { one: 'from {n} source', other: 'from {n} sources' },
  'pledges.copy-of': 'repeats {origin}, counted once',
  'pledges.printed': 'printed {date}',

  // Copying
  'pledges.copy-table': 'Copy table',
  'pledges.copy-markdown': 'Copy as Markdown',
  'pledges.copied': { one: 'Copied {n} country with its sources.', other: 'Copied {n} countries with their sources.' },
  'pledges.cell-as-of': 'As of',
  'pledges.cell-by': 'Said by',
  'pledges.cell-terms': 'Terms',
  'pledges.cell-before': 'Before',
  'pledges.cell-also': 'Otherwise reported',
  'pledges.cell-more': 'Also on record',
  'pledges.cell-source': 'Source',
  'pledges.cell-address': 'Address',
  'pledges.note': 'Second Source, pack “{pack}”, newest source {date}.',

  // What no source tells
  'pledges.unknowns': 'What no source tells',
  'pledges.seen-in': 'Seen in:',

  // States
  'pledges.loading': 'Loading',
  'pledges.empty.title': 'No pledges here',
  'pledges.empty.text': 'None of the topics that are switched on keeps a list of pledges.',
  'pledges.nothing': 'The sources of this topic name no position of any country yet.',
  'pledges.failed.title': 'The pledges could not be loaded',
} as const satisfies Table;
