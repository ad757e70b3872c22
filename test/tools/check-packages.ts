/**
 * The second half of `npm run check`: what the stores would refuse or warn of, licences, and that the version stands alike in package.json, manifests
 * and changelog. Ends with 1 where something is wrong, and names it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LICENCES_FILE } from '../../utils/extension/licences-file.ts';
import type { BundledPackage } from './build/bundled-packages.ts';
import { builtExtension } from './extension.ts';
import { changelogVersion } from './packages.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

interface LinterMessage {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

const read = (file: string): string => readFileSync(file, 'utf8');

/** Errors, warnings and notices of the linter that Firefox's store runs. */
function linted(directory: string): string[] {
  const linter = join(ROOT, 'node_modules/.bin/addons-linter');
  let printed: string;
  try {
    printed = execFileSync(linter, [directory, '--output', 'json'], { encoding: 'utf8', maxBuffer: 1e8 });
  } catch (error) {
    // It ends with 1 where it found an error, and prints what it found all the same.
    printed = (error as { stdout: string }).stdout;
  }
  const report = JSON.parse(printed) as Record<'errors' | 'warnings' | 'notices', LinterMessage[]>;
  return [...report.errors, ...report.warnings, ...report.notices].map(
    ({ code, message, file, line }) => `addons-linter: ${code} in ${file ?? 'the package'}:${line ?? '-'}: ${message}`,
  );
}

function versions(): string[] {
  const { version } = JSON.parse(read(join(ROOT, 'package.json'))) as { version: string };
  const said: [where: string, version: string | null][] = [
    ['CHANGELOG.md, first heading', changelogVersion(read(join(ROOT, 'CHANGELOG.md')))],
    ...(['chrome', 'firefox'] as const).map((name): [string, string] => [
      `manifest for ${name}`,
      (JSON.parse(read(join(builtExtension(name), 'manifest.json'))) as { version: string }).version,
    ]),
  ];
  return said
    .filter(([, other]) => other !== version)
    .map(([where, other]) => `version: package.json says ${version}, ${where} says ${other ?? 'none'}`);
}

/** Both builds list the same packages, and every package that we depend on is among them: a list of nothing would pass otherwise. */
function licences(): string[] {
  const { dependencies } = JSON.parse(read(join(ROOT, 'package.json'))) as { dependencies: Record<string, string> };
  return (['chrome', 'firefox'] as const).flatMap((name) => {
    const listed = JSON.parse(read(join(builtExtension(name), LICENCES_FILE))) as BundledPackage[];
    const names = new Set(listed.map((one) => one.name));
    return [
      ...Object.keys(dependencies)
        .filter((one) => !names.has(one))
        .map((one) => `licences for ${name}: ${one} is a dependency, and not listed`),
      ...listed.filter(({ text }) => text.trim() === '').map((one) => `licences for ${name}: ${one.name} has no text`),
    ];
  });
}

const faults = [...linted(builtExtension('firefox')), ...versions(), ...licences()];
for (const fault of faults) console.log(`WRONG ${fault}`);
if (faults.length === 0)
  console.log('kept: addons-linter without a word, versions alike, licences of all that is bundled');
else process.exitCode = 1;
