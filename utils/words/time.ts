/** Texts of figures over time. */
import type { Table } from './types.ts';

export const timeTexts = {
  'time.views': 'How it is drawn',
  'time.on-scale': 'On a scale',
  'time.over-time': 'Over time',
  'time.caption': 'All figures by date',
  'time.date': 'Date',
  'time.with-dates': '{what} ({dates})',
  'time.undated': '{what}, no date',
} as const satisfies Table;
