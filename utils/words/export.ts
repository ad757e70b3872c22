/** Texts of exporting a comparison. */
import type { Table } from './types.ts';

export const exportTexts = {
  'export.open': 'Export',
  'export.label': 'Export as',
  'export.csv': 'Table (CSV)',
  'export.json': 'Data (JSON)',
  'export.svg': 'Image (SVG)',
  'export.png': 'Image (PNG)',
  'export.done': 'Exported as {name}.',
  'export.failed': 'The browser could not make the file.',
  'export.more-sources': { one: 'and {n} more source', other: 'and {n} more sources' },
} as const satisfies Table;
