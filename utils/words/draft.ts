/** Texts of *Check a draft*, and what it says where a report of a page says "this page". */
import type { Table } from './types.ts';

export const draftTexts = {
  'draft.heading': 'Check a draft',
  'draft.lead': 'Paste your text: it is compared as a page would be. It stays in this panel until you close it.',
  'draft.text': 'Your text',
  'draft.date': 'Date of the text',
  'draft.date-hint': 'Without a date it is compared with sources of all dates.',
  'draft.check': 'Check',
  'draft.checking': 'Comparing',
  'draft.empty': 'There is no text yet. Paste one into the box first.',
  'draft.too-long':
    'This text has {length} characters; {most} can be checked at once. Check it in parts: nothing has been cut.',
  'draft.off-topic': 'This text does not name a topic that the sources cover. Add the sentence that names it.',
  'draft.failed': 'The text could not be compared',
  'draft.passages': 'Your text, marked',
  'draft.mark': '{text}: {verdict}',

  // Instead of what is said of pages
  'draft.says.this-draft': 'This draft',
  'draft.says.scale-label': 'this draft',
  'draft.says.scale-summary': 'This draft: {page}. Other sources: {others}.',
  'draft.says.scale-alone': 'This draft: {page}. No other source.',
  'draft.says.compared': 'Beside this draft',
  'draft.says.less-exact': 'fits, this draft is less exact',
  'draft.says.more-exact': 'fits, this draft is more exact',
  'draft.says.agrees': {
    one: 'This draft says {page}. So does {count} source.',
    other: 'This draft says {page}. So do {count} sources.',
  },
  'draft.says.fits': {
    one: 'This draft says {page}. {first} source fits.',
    other: 'This draft says {page}. {first} sources fit.',
  },
  'draft.says.others': {
    one: 'This draft says {page}. {first} of {total} sources says {other}.',
    other: 'This draft says {page}. {first} of {total} sources say {other}.',
  },
  'draft.says.all-others': {
    one: 'This draft says {page}. {first} source says {other}.',
    other: 'This draft says {page}. {first} sources say {other}.',
  },
  'draft.says.last-reported': 'This draft says {page}, as last reported in {date}.',
  'draft.says.only-here': 'This draft says {page}.',
  'draft.says.not-said': 'The draft asks or denies this, so it is compared with nothing.',
  'draft.says.undated': 'This draft has no date, so it is compared with sources of all dates.',
  'draft.says.self': 'Elsewhere this draft says {other}.',
  'draft.says.contradicts': 'Elsewhere, this draft says {what}.',
  'draft.says.show': 'Show in the text',
  'draft.says.show-nth': 'Show in the text, {k} of {n}',
  'draft.says.no-figures': 'No figure in this draft that the sources speak of.',
  'draft.says.names': 'Names in this draft',
  'draft.says.stale': 'The text or its date has changed since it was checked.',
  'draft.says.again': 'Check again',
} as const satisfies Table;
