import type { exportTexts } from '../export.ts';
import type { Translated } from '../types.ts';

export const exports: Translated<typeof exportTexts, 'fr'> = {
  'export.open': 'Exporter',
  'export.label': 'Exporter en',
  'export.csv': 'Tableau (CSV)',
  'export.json': 'Données (JSON)',
  'export.svg': 'Image (SVG)',
  'export.png': 'Image (PNG)',
  'export.done': 'Exporté : {name}.',
  'export.failed': 'Le navigateur n’a pas pu créer le fichier.',
  'export.more-sources': { one: 'et {n} source de plus', other: 'et {n} sources de plus' },
};
