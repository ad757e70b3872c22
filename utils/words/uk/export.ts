import type { exportTexts } from '../export.ts';
import type { Translated } from '../types.ts';

export const exports: Translated<typeof exportTexts, 'uk'> = {
  'export.open': 'Експортувати',
  'export.label': 'Експортувати як',
  'export.csv': 'Таблиця (CSV)',
  'export.json': 'Дані (JSON)',
  'export.svg': 'Зображення (SVG)',
  'export.png': 'Зображення (PNG)',
  'export.done': 'Експортовано як {name}.',
  'export.failed': 'Браузер не зміг створити файл.',
  'export.more-sources': {
    one: 'і ще {n} джерело',
    few: 'і ще {n} джерела',
    many: 'і ще {n} джерел',
  },
};
