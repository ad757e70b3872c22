/** The table as text: tab-separated for spreadsheets, and Markdown. One line a position, with date, source and address. Pure. */
import type { Ledger, LedgerRow, Position } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { safeHref } from '../../parts/link.ts';
import { upperFirst } from '../../parts/text.ts';
import { escapeMarkdown, markdownLink } from '../citation.ts';
import { aheadLines, alsoLine, beforeLine, besidesLine, recordLines, termsOf, whoSays } from './lines.ts';

interface Line {
  country: string;
  stance: string;
  asOf: string;
  by: string;
  terms: string;
  before: string;
  also: string;
  more: string;
  source: string;
  address: string | undefined;
}

function lineOf(row: LedgerRow, one: Position | undefined, words: Words): Line {
  return {
    country: row.name,
    stance: one ? upperFirst(one.display) : words.t('pledges.no-stance'),
    asOf: one?.asOf ? words.date(one.asOf) : '',
    by: one ? whoSays(one, words) : '',
    terms: one ? (termsOf(one, words) ?? '') : '',
    before: beforeLine(row, words) ?? '',
    also: [row.differs ? words.t('pledges.differ') : null, alsoLine(row, words)].filter(Boolean).join('. '),
    more: [...recordLines(row, words), ...aheadLines(row, words), besidesLine(row, words)].filter(Boolean).join('; '),
    source: one?.outlet ?? '',
    address: safeHref(one?.url),
  };
}

/** A country with several positions of one time has a line for each. */
function linesOf(rows: readonly LedgerRow[], words: Words): Line[] {
  return rows.flatMap((row) =>
    row.now.length > 0 ? row.now.map((one) => lineOf(row, one, words)) : [lineOf(row, undefined, words)],
  );
}

function heads({ t }: Words): string[] {
  return [
    t('pledges.column-country'),
    t('pledges.stance'),
    t('pledges.cell-as-of'),
    t('pledges.cell-by'),
    t('pledges.cell-terms'),
    t('pledges.cell-before'),
    t('pledges.cell-also'),
    t('pledges.cell-more'),
    t('pledges.cell-source'),
  ];
}

const cellsOf = (line: Line): string[] => [
  line.country,
  line.stance,
  line.asOf,
  line.by,
  line.terms,
  line.before,
  line.also,
  line.more,
  line.source,
];

const note = (ledger: Ledger, words: Words): string =>
  words.t('pledges.note', { pack: ledger.pack.title, date: words.date(ledger.pack.newest) });

/** A spreadsheet runs a cell that begins with one of these; the apostrophe keeps it text. */
const RUNS = /^[=+\-@]/;
const plainCell = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return RUNS.test(line) ? `'${line}` : line;
};

/** Tab-separated, with heads, a line for each position, and which pack it is from. */
export function tableText(ledger: Ledger, rows: readonly LedgerRow[], words: Words): string {
  const lines = linesOf(rows, words).map((line) => [...cellsOf(line), line.address ?? '']);
  const all = [[...heads(words), words.t('pledges.cell-address')], ...lines];
  return `${all.map((cells) => cells.map(plainCell).join('\t')).join('\n')}\n\n${note(ledger, words)}\n`;
}

/** A Markdown table whose sources are links. */
export function tableMarkdown(ledger: Ledger, rows: readonly LedgerRow[], words: Words): string {
  const cell = (text: string) => escapeMarkdown(text.replace(/\s+/g, ' ').trim());
  const lines = linesOf(rows, words).map((line) => [
    ...cellsOf(line).slice(0, -1).map(cell),
    markdownLink(line.source.replace(/\s+/g, ' '), line.address),
  ]);
  const head = heads(words);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [row(head.map(cell)), row(head.map(() => '---')), ...lines.map(row)];
  return `${table.join('\n')}\n\n${escapeMarkdown(note(ledger, words))}\n`;
}
