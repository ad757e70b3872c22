/** The outcome of comparing all with all, for an editor to read: a table by measure, and each conflict once. Pure. */
import type { Verdict } from '../../../utils/report.ts';
import type { Compared } from './against-each-other.ts';

const VERDICTS: readonly Verdict[] = [
  'agrees',
  'strained',
  'conflicts',
  'sources differ',
  'changed since',
  'as last reported',
  'only here',
];

/** How many claims of each measure got which verdict. */
export function verdictTable(compared: readonly Compared[]): string[] {
  const counts = new Map<string, Map<Verdict, number>>();
  for (const { row, item } of compared) {
    const of = counts.get(row.claim.measure) ?? new Map<Verdict, number>();
    of.set(item.verdict, (of.get(item.verdict) ?? 0) + 1);
    counts.set(row.claim.measure, of);
  }
  const lines = [['measure', 'claims', ...VERDICTS]];
  for (const [measure, of] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
    lines.push([
      measure,
      String([...of.values()].reduce((a, b) => a + b, 0)),
      ...VERDICTS.map((verdict) => String(of.get(verdict) ?? '')),
    ]);
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) =>
    line.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  '),
  );
}

/** One pair of claims that conflict, whichever of them stands for the page. */
export interface Conflict {
  measure: string;
  scope: string;
  sides: [string, string];
}

/** Each pair once. */
export function conflicts(compared: readonly Compared[]): Conflict[] {
  const rows = new Map(compared.map(({ row }) => [`${row.document.id} ${row.claim.id}`, row]));
  const found = new Map<string, Conflict>();
  for (const { row, item } of compared)
    for (const against of item.against) {
      if (against.verdict !== 'conflicts') continue;
      const other = rows.get(`${against.document} ${against.claim}`);
      if (!other) continue;
      const pair = [row, other].map((side) => `${side.document.id} ${side.claim.id}`).sort();
      if (found.has(pair.join())) continue;
      found.set(pair.join(), {
        measure: row.claim.measure,
        scope: Object.values(row.claim.scope).join(' '),
        sides: [sideText(row, item.display), sideText(other, against.display)],
      });
    }
  return [...found.values()].sort((a, b) => `${a.measure} ${a.scope}`.localeCompare(`${b.measure} ${b.scope}`));
}

const sideText = ({ claim, document }: Compared['row'], display: string) =>
  [
    display,
    claim.surfaceIsOurs ? undefined : `“${claim.surface}”`,
    document.outlet,
    claim.asOf ?? document.date ?? 'no date',
    claim.saidBy,
    claim.wording,
    claim.modality === 'reported' ? undefined : claim.modality,
    claim.origin && `after ${claim.origin}`,
    document.kind === 'news' ? undefined : document.kind,
  ]
    .filter(Boolean)
    .join(' · ');

/** The conflicts under their measures and scopes. */
export function conflictLines(list: readonly Conflict[]): string[] {
  const lines: string[] = [];
  let head = '';
  for (const { measure, scope, sides } of list) {
    const here = [measure, scope].filter(Boolean).join(', ');
    if (here !== head) lines.push('', here);
    head = here;
    lines.push(`  ${sides[0]}`, `    against ${sides[1]}`);
  }
  return lines;
}
