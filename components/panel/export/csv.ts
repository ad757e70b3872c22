/** A comparison as a table: RFC 4180, one line for this page and one for each source. Pure. */
import type { QuantityValue } from '../../../utils/report.ts';
import { dateOf, outletOf } from '../../parts/groups.ts';
import { safeHref } from '../../parts/link.ts';
import type { ExportRequest } from './request.ts';

/** Names of the columns, the same in every language of the interface: they are for programs too. */
export const COLUMNS = [
  'role',
  'outlet',
  'title',
  'date',
  'says',
  'value',
  'low',
  'high',
  'bound',
  'unit',
  'measure',
  'scope',
  'said_by',
  'as_of',
  'counted',
  'modality',
  'origin',
  'beside_page',
  'url',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

/** A spreadsheet runs a cell that begins with one of these, in half or full width; the apostrophe keeps it text. */
const RUNS = /^\s*[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One cell. Numbers are the program's own, and stay numbers; texts come from elsewhere. */
export function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  // A control character has no place in a table, and some end what a reader takes for a line.
  const text = value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ' ');
  const safe = RUNS.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const numbers = (q: QuantityValue | undefined): Row =>
  q ? { value: q.value, low: q.hard.low, high: q.hard.high, bound: q.bound, unit: q.unit } : {};

/** The file's text. The mark at its beginning tells spreadsheets that it is UTF-8: without it "≈" is two odd letters. */
export function comparisonCsv({ item, report, page }: Omit<ExportRequest, 'format' | 'words'>): string {
  const { date } = report.page;
  const here: Row = {
    role: 'page',
    outlet: page.host,
    title: page.title,
    date: date && (date.from === date.to ? date.from : `${date.from}/${date.to}`),
    says: item.surface,
    ...numbers(item.quantity),
    ...(item.quantity ? {} : { value: item.display }),
    measure: item.label ?? item.measure,
    scope: item.scopeLabel,
    said_by: item.speaker?.text,
    as_of: item.asOf,
    modality: item.modality,
    beside_page: item.verdict,
    url: safeHref(page.url),
  };
  const sources = item.against.map(
    (one): Row => ({
      role: 'source',
      outlet: outletOf(one, report.documents),
      title: report.documents[one.document]?.title,
      date: dateOf(one, report.documents),
      says: one.surface,
      ...numbers(one.quantity),
      ...(one.quantity ? {} : { value: one.display }),
      measure: item.label ?? item.measure,
      scope: item.scopeLabel,
      said_by: one.saidBy,
      as_of: one.asOf,
      counted: one.wording,
      modality: one.modality,
      origin: one.origin,
      beside_page: one.verdict,
      url: safeHref(one.url),
    }),
  );
  const lines = [here, ...sources].map((row) => COLUMNS.map((column) => cell(row[column])).join(','));
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
