/**
 * For whoever edits the bundled pack: every claim of every document against all others, by the engine's own code.
 *   npx tsx test/tools/editor.ts            a table by measure, then each conflict once, with all that is known of both sides
 *   npx tsx test/tools/editor.ts MEASURE…   of these measures only
 * A conflict that is none (another thing counted, another event, another day) is mended in the data: reporting/mends.ts.
 */
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import { PACK_DIRECTORY } from './packs.ts';
import { compareAll } from './reporting/against-each-other.ts';
import { conflictLines, conflicts, verdictTable } from './reporting/conflict-report.ts';

const measures = process.argv.slice(2);
const compared = await compareAll(readPackDirectory(PACK_DIRECTORY));
const wanted = compared.filter(({ row }) => measures.length === 0 || measures.includes(row.claim.measure));
const found = conflicts(wanted);
console.log([...verdictTable(wanted), '', `${found.length} conflicts`, ...conflictLines(found)].join('\n'));
