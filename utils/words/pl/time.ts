import type { timeTexts } from '../time.ts';
import type { Translated } from '../types.ts';

export const time: Translated<typeof timeTexts, 'pl'> = {
  'time.views': 'Sposób pokazania',
  'time.on-scale': 'Na skali',
  'time.over-time': 'W czasie',
  'time.caption': 'Wszystkie liczby według daty',
  'time.date': 'Data',
  'time.with-dates': '{what} ({dates})',
  'time.undated': '{what}, bez daty',
};
