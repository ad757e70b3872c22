/**
 * Brings a directory of reporting facts (`reporting.jsonl`) into the bundled pack's documents, one readable JSON file a report.
 * Can be run again: the same data gives the same files. What does not fit is refused with record and field, and counted.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packFacts } from '../../corpus/pack-facts.ts';
import { checkPack } from '../../corpus/packs/check.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Document } from '../../corpus/schema/document.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { PACK_DIRECTORY, SEEDS } from './packs.ts';
import { compareAll } from './reporting/against-each-other.ts';
import { conflictLines, conflicts, verdictTable } from './reporting/conflict-report.ts';
import { importLines } from './reporting/import-all.ts';
import { MENDS } from './reporting/mends.ts';
import { readableJson } from './reporting/readable-json.ts';
import { sayRefusal } from './reporting/refusal.ts';
import { packRules } from './reporting/rules.ts';

const USAGE = `usage: npx tsx test/tools/import-reporting.ts --from DIR [--out DIR] [--check]
--from   directory with reporting.jsonl
--out    directory for the documents: one JSON file a report, others in it are left alone
--check  compares every claim of the pack with the new documents against all others, and lists what conflicts`;

const SOURCE_FILE = 'reporting.jsonl';

/** Ends with a message on stderr: 2 where the call was at fault, 1 where the data was. */
function stop(message: string, code: 1 | 2): never {
  console.error(`import-reporting: ${message}`);
  process.exit(code);
}

/** The pack as it will be: the seeds and the imported documents, with the reach and the languages that its manifest has to state then. */
function packWith(pack: Pack, imported: readonly Document[]): Pack {
  const seeds = pack.documents.filter(({ id }) => (SEEDS as readonly string[]).includes(id));
  const documents = [...seeds, ...imported];
  const newest = documents.reduce((last, { date }) => (date && date > last ? date : last), '');
  const languages = packFacts(documents).languages.map(({ name }) => name);
  return { ...pack, manifest: { ...pack.manifest, newest, languages }, documents };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  if (!values.from || (!values.out && !values.check)) stop(USAGE, 2);
  const file = join(values.from, SOURCE_FILE);
  if (!existsSync(file)) stop(`${values.from} has no ${SOURCE_FILE}`, 2);

  const bundled = readPackDirectory(PACK_DIRECTORY, { documents: SEEDS });
  const { documents, refused } = importLines(readFileSync(file, 'utf8').split('\n'), packRules(bundled), MENDS, SEEDS);
  const pack = packWith(bundled, documents);
  const problems = checkPack(pack);
  if (problems.length > 0) stop(`the pack would not be valid:\n${problems.join('\n')}`, 1);

  const claims = documents.flatMap((document) => document.claims);
  const kinds = ['figure', 'stance', 'fact'].map((kind) => claims.filter((claim) => claim.kind === kind).length);
  console.log(`${documents.length} documents: ${kinds[0]} figures, ${kinds[1]} stances, ${kinds[2]} facts`);
  console.log(`${refused.length} refused`);
  for (const refusal of refused) console.log(`  ${sayRefusal(refusal)}`);
  const { newest, languages } = pack.manifest;
  if (newest !== bundled.manifest.newest || languages.join() !== bundled.manifest.languages.join())
    console.log(`manifest.json has to say then: newest ${newest}, languages ${languages.join(', ')}`);
  if (values.out) {
    mkdirSync(values.out, { recursive: true });
    for (const document of documents) writeFileSync(join(values.out, `${document.id}.json`), readableJson(document));
    console.log(`written to ${values.out}`);
  }
  if (values.check) {
    const compared = await compareAll(pack);
    console.log(['', ...verdictTable(compared), '', 'Conflicts', ...conflictLines(conflicts(compared))].join('\n'));
  }
}

main().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error), 1));
