import type { exportTexts } from '../export.ts';
import type { Translated } from '../types.ts';

export const exports: Translated<typeof exportTexts, 'pl'> = {
  'export.open': 'Eksportuj',
  'export.label': 'Eksportuj jako',
  'export.csv': 'Tabela (CSV)',
  'export.json': 'Dane (JSON)',
  'export.svg': 'Obraz (SVG)',
  'export.png': 'Obraz (PNG)',
  'export.done': 'Wyeksportowano jako {name}.',
  'export.failed': 'Przeglądarka nie mogła utworzyć pliku.',
  'export.more-sources': {
    one: 'i jeszcze {n} źródło',
    few: 'i jeszcze {n} źródła',
    many: 'i jeszcze {n} źródeł',
  },
};
