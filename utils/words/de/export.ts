import type { exportTexts } from '../export.ts';
import type { Translated } from '../types.ts';

export const exports: Translated<typeof exportTexts, 'de'> = {
  'export.open': 'Exportieren',
  'export.label': 'Exportieren als',
  'export.csv': 'Tabelle (CSV)',
  'export.json': 'Daten (JSON)',
  'export.svg': 'Bild (SVG)',
  'export.png': 'Bild (PNG)',
  'export.done': 'Als {name} exportiert.',
  'export.failed': 'Der Browser konnte die Datei nicht anlegen.',
  'export.more-sources': { one: 'und {n} weitere Quelle', other: 'und {n} weitere Quellen' },
};
