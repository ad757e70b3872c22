/**
 * `npm run -s pack`: for authors of packs. What it refuses, the extension would refuse, by the same code.
 * Ends with 0 where all is well, 1 where something is wrong with the pack, 2 where the call was wrong.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Refused } from '../../corpus/import-pack.ts';
import { PackError } from '../../corpus/packs/read-directory.ts';
import { readKeys, writeKeys } from './pack/files.ts';
import { inspection } from './pack/inspect.ts';
import { newPack } from './pack/new.ts';
import { buildPack, readPack, signFile } from './pack/read.ts';

const USAGE = `usage: npm run -s pack -- new DIR
       npm run -s pack -- validate DIR|FILE
       npm run -s pack -- build DIR -o FILE.json|FILE.json.gz
       npm run -s pack -- keygen KEYFILE
       npm run -s pack -- sign FILE --key KEYFILE
       npm run -s pack -- inspect DIR|FILE
DIR is a pack's folder, FILE a pack as one file. The guide: corpus/packs/README.md`;

/** The call was at fault. */
class Usage extends Error {}

type Print = (line: string) => void;

/** Runs one command; returns the exit code. */
export async function runPack(args: readonly string[], print: Print, complain: Print): Promise<number> {
  try {
    print(await run(args));
    return 0;
  } catch (error) {
    if (error instanceof Usage) {
      complain(error.message ? `pack: ${error.message}\n${USAGE}` : USAGE);
      return 2;
    }
    const problems = error instanceof Refused || error instanceof PackError ? error.problems : [messageOf(error)];
    for (const problem of problems) complain(problem);
    complain(problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
    return 1;
  }
}

async function run(args: readonly string[]): Promise<string> {
  const { positionals, values } = parse(args);
  const [command, target, ...more] = positionals;
  if (command === undefined) throw new Usage('');
  if (target === undefined) throw new Usage(`${command}: of what?`);
  if (more.length > 0) throw new Usage(`${command}: one at a time, not also ${more.join(' ')}`);
  switch (command) {
    case 'new':
      return newPack(target);
    case 'validate':
      return `${target}: ${(await readPack(target)).summary}`;
    case 'inspect':
      return inspection(await readPack(target));
    case 'build': {
      const { output } = values;
      if (output === undefined) throw new Usage('build: -o FILE says where to');
      return buildPack(target, output);
    }
    case 'keygen':
      return writeKeys(target);
    case 'sign': {
      if (values.key === undefined) throw new Usage('sign: --key KEYFILE says with which key (keygen makes one)');
      return signFile(target, readKeys(values.key), values.output ?? target);
    }
    default:
      throw new Usage(`there is no command “${command}”`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' }, key: { type: 'string' } },
    });
  } catch (error) {
    throw new Usage(messageOf(error));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await runPack(process.argv.slice(2), console.log, console.error);
