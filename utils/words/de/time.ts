import type { timeTexts } from '../time.ts';
import type { Translated } from '../types.ts';

export const time: Translated<typeof timeTexts, 'de'> = {
  'time.views': 'Darstellung',
  'time.on-scale': 'Auf einer Skala',
  'time.over-time': 'Im Zeitverlauf',
  'time.caption': 'Alle Zahlen nach Datum',
  'time.date': 'Datum',
  'time.with-dates': '{what} ({dates})',
  'time.undated': '{what}, ohne Datum',
};
