/**
 * Merges the rows that tests left in `out/trust/` (trust-rows.ts) into `out/trust/table.md`, and prints it:
 * `trust-table.ts [S] [R]`: the threats, the faults, or both. A threat or fault without a row is listed as not run. Exits with 1
 * where one of the asked for failed or did not run.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures, markdownTable, missingIds } from './trust-lines.ts';
import { ROWS_FOLDER, readRows, readTried } from './trust-rows.ts';

const asked = process.argv.slice(2).filter((one) => one === 'S' || one === 'R');
const kinds = asked.length > 0 ? asked : ['S', 'R'];
const rows = readRows().filter((one) => kinds.includes(one.id.charAt(0)));
const table = `${markdownTable(rows, kinds)}\n${figures(rows, kinds, readTried())}`;
writeFileSync(join(ROWS_FOLDER, 'table.md'), table);
console.log(table);
if (rows.some((one) => one.outcome === 'failed') || missingIds(rows, kinds).length > 0) process.exitCode = 1;
