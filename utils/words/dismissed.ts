/** Texts of what was dismissed, in the side panel and in the settings, and of the filter over a long page. */
import type { Table } from './types.ts';

export const dismissedTexts = {
  'count.dismissed': { one: '{n} dismissed', other: '{n} dismissed' },
  'panel.copy-markdown': 'Copy as Markdown',
  'panel.dismissed': { one: '{n} dismissed', other: '{n} dismissed' },
  'panel.dismissed-figure': 'No longer shown as a conflict: {what}',
  'panel.dismissed-name': '“{form}”, not {name}',
  'panel.dismissed-failed': 'The browser had no room to keep this.',
  'panel.dismissed-hint': 'Kept on this computer alone. All that you dismissed is in the settings.',

  'filter.text': 'Find in this list',
  'filter.hint': 'Figure, name, word',
  'filter.kind': 'Show',
  'filter.all': 'All',
  'filter.conflicts': 'Conflicts',
  'filter.second-look': 'For a second look',
  'filter.agrees': 'Agrees',
  'filter.only-here': 'Only here',
  'filter.left': { one: '{n} entry', other: '{n} entries' },
  'filter.clear': 'Show all',

  'dismissed.heading': 'Dismissed',
  'dismissed.hint':
    'What you said is no conflict, or not who is meant. It stays on this computer, and says nothing of the page it was on.',
  'dismissed.none': 'Nothing so far.',
  'dismissed.figure': '{title}: {display} beside {others}',
  'dismissed.show-again': 'Show again',
  'dismissed.show-again-label': 'Show again: {what}',
  'dismissed.show-all': 'Show all again',
  'dismissed.shown-again': { one: '{n} entry is shown again.', other: '{n} entries are shown again.' },
} as const satisfies Table;
