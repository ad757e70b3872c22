import type { timeTexts } from '../time.ts';
import type { Translated } from '../types.ts';

export const time: Translated<typeof timeTexts, 'fr'> = {
  'time.views': 'Mode d’affichage',
  'time.on-scale': 'Sur une échelle',
  'time.over-time': 'Dans le temps',
  'time.caption': 'Tous les chiffres par date',
  'time.date': 'Date',
  'time.with-dates': '{what} ({dates})',
  'time.undated': '{what}, sans date',
};
