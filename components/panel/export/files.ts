/** Names and types of exported files. Pure. */
import type { Item, Report } from '../../../utils/report.ts';
import type { ExportFormat } from './request.ts';

export const MIME: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Longer names are cut by some systems. */
const MOST_CHARACTERS = 60;

/** "second-source-coalition-members-2025-09-05.csv": letters, digits and dashes alone, whatever a pack calls its measure. */
export function fileName(item: Item, report: Report, format: ExportFormat): string {
  const words = [item.label ?? item.measure ?? 'comparison', item.scopeLabel ?? ''].join(' ');
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '');
  const day = report.page.date?.to;
  return `second-source-${[plain || 'comparison', day].filter(Boolean).join('-')}.${format}`;
}
