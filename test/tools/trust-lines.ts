/** The lines of the table of threats and faults. Pure. */
import type { RowRecord, Tried } from './trust-rows.ts';

/** How many there are of each kind: threats S1–S22, faults R1–R29. */
const HOW_MANY: Record<string, number> = { S: 22, R: 29 };
const NAMES: Record<RowRecord['browser'], string> = { chrome: 'Chromium', firefox: 'Firefox', node: 'built files' };

export function missingIds(rows: readonly RowRecord[], kinds: readonly string[]): string[] {
  const there = new Set<string>(rows.map((row) => row.id));
  return allIds(kinds).filter((id) => !there.has(id));
}

/** One line an id, in order; what both browsers say in the same words stands once. */
export function markdownTable(rows: readonly RowRecord[], kinds: readonly string[]): string {
  const lines = allIds(kinds).map((id) => {
    const own = rows.filter((row) => row.id === id);
    const first = own[0];
    if (!first) return `| ${id} | | | | **not run** |`;
    const browsers = once(own.filter((row) => row.outcome !== 'not there').map((row) => NAMES[row.browser]));
    const cells = [id, once(own.map((row) => row.what)).join('; '), browsers.join(', '), said(own, 'controls')];
    return `| ${[...cells, `${outcome(own)}: ${said(own, 'results')}`].map(cell).join(' | ')} |`;
  });
  return [
    '| | threat or fault | browsers | positive control | result |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    total(rows, kinds),
    '',
  ].join('\n');
}

function outcome(rows: readonly RowRecord[]): string {
  if (rows.some((row) => row.outcome === 'failed')) return '**failed**';
  return rows.some((row) => row.outcome === 'held') ? 'held' : 'not there';
}

/** What the rows say; where browsers say different things, each thing with its browser. */
function said(rows: readonly RowRecord[], what: 'controls' | 'results'): string {
  const words = new Map<string, string[]>();
  for (const row of rows)
    for (const one of row[what]) words.set(one, once([...(words.get(one) ?? []), NAMES[row.browser]]));
  const everybody = once(rows.map((row) => NAMES[row.browser])).length;
  return [...words]
    .map(([text, browsers]) => (browsers.length === everybody ? text : `${text} (${browsers.join(', ')})`))
    .join('; ');
}

function total(rows: readonly RowRecord[], kinds: readonly string[]): string {
  const missing = missingIds(rows, kinds);
  const failed = once(rows.filter((row) => row.outcome === 'failed').map((row) => row.id));
  const held = allIds(kinds).length - missing.length - failed.length;
  return `${held} of ${allIds(kinds).length} held${failed.length > 0 ? `, failed: ${failed.join(', ')}` : ''}${missing.length > 0 ? `, not run: ${missing.join(', ')}` : ''}.`;
}

/** Faults that are a load: what was carried is in their results. */
const LOADS = ['R1', 'R2', 'R13', 'R15', 'R16', 'R17', 'R20', 'R23', 'R26', 'R28'];

/** What was tried and held, in numbers: below the table. */
export function figures(rows: readonly RowRecord[], kinds: readonly string[], tried: readonly Tried[]): string {
  const names: Record<string, string> = { S: 'Threats held off', R: 'Faults survived' };
  const lines = kinds.map((kind) => {
    const own = rows.filter((row) => row.id.startsWith(kind) && row.outcome !== 'not there');
    const held = once(own.map((row) => row.id)).filter(
      (id) => !own.some((row) => row.id === id && row.outcome === 'failed'),
    );
    const where = once(own.map((row) => row.browser)).map(
      (browser) =>
        `${NAMES[browser]} ${once(own.filter((row) => row.browser === browser).map((row) => row.id)).length}`,
    );
    return `- ${names[kind]}: ${held.length} of ${HOW_MANY[kind]} (${where.join(', ')})`;
  });
  if (tried.length > 0) {
    const failed = tried.filter((one) => one.failed).map((one) => one.what);
    const sum = tried.reduce((all, { inputs }) => all + inputs, 0);
    lines.push(
      `- Bad inputs tried: ${count(sum)} (${tried.map((one) => `${one.what} ${count(one.inputs)}`).join(', ')}); ${failed.length > 0 ? `**failed**: ${failed.join(', ')}` : 'each refused in words or read, nothing thrown, nothing lost'}`,
    );
  }
  for (const id of kinds.includes('R') ? LOADS : []) {
    const own = rows.filter((row) => row.id === id && row.outcome === 'held');
    if (own[0]) lines.push(`- Load held: ${own[0].what} (${id}): ${said(own, 'results')}`);
  }
  return `${lines.join('\n')}\n`;
}

const count = (n: number): string => n.toLocaleString('en');

const allIds = (kinds: readonly string[]): string[] =>
  kinds.flatMap((kind) => Array.from({ length: HOW_MANY[kind] ?? 0 }, (_, index) => `${kind}${index + 1}`));

const once = <T>(values: readonly T[]): T[] => [...new Set(values)];

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
