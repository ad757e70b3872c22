import type { timeTexts } from '../time.ts';
import type { Translated } from '../types.ts';

export const time: Translated<typeof timeTexts, 'uk'> = {
  'time.views': 'Як це показано',
  'time.on-scale': 'На шкалі',
  'time.over-time': 'У часі',
  'time.caption': 'Усі числа за датами',
  'time.date': 'Дата',
  'time.with-dates': '{what} ({dates})',
  'time.undated': '{what}, без дати',
};
