/**
 * `npm run zip`: the packages for the stores into `out/zip`: Chrome and Edge (the same bytes under two names), Firefox, the archive of sources
 * that Firefox's store asks for, and the list of what is bundled (SBOM, CycloneDX). Needs a build.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LICENCES_FILE } from '../../utils/extension/licences-file.ts';
import type { BundledPackage } from './build/bundled-packages.ts';
import { builtExtension } from './extension.ts';
import { archive, filesBelow, hashOf, trackedSources } from './packages.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OUT = join(ROOT, 'out/zip');

interface Component {
  name: string;
  group?: string;
  version: string;
  'bom-ref': string;
  /** npm says "optional" of what is installed for development; what ships is needed. */
  scope: string;
}

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { 'bom-ref': string; name: string; version: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/** What npm knows of all that is locked, less what is in no built file. Throws where a bundled package is not among it. */
function bill(bundled: readonly BundledPackage[]): Bom {
  // By the lock file: what is installed must be that, as `npm ci` sees to, and may hold other platforms' packages.
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const printed = execFileSync('npm', ['sbom', ...options], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  const bom = JSON.parse(printed) as Bom;
  // Made anew each time, and with the hour: without them the same sources give the same list.
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  // npm writes the directory's name there.
  bom.metadata.component.name = bom.metadata.component['bom-ref'].replace(/@[^@]*$/, '');
  const wanted = new Set(bundled.map(({ name, version }) => `${name}@${version}`));
  const nameOf = ({ group, name, version }: Component): string => `${group ? `${group}/` : ''}${name}@${version}`;
  const seen = new Set<string>();
  bom.components = bom.components.filter((one) => {
    const name = nameOf(one);
    if (!wanted.has(name) || seen.has(name)) return false;
    seen.add(name);
    one.scope = 'required';
    return true;
  });
  const missing = [...wanted].filter((name) => !seen.has(name));
  if (missing.length > 0) throw new Error(`bundled, and unknown to npm: ${missing.join(', ')}`);
  const kept = new Set([bom.metadata.component['bom-ref'], ...bom.components.map((one) => one['bom-ref'])]);
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: (dependsOn ?? []).filter((one) => kept.has(one)) }));
  return bom;
}

/** Null where the sources lie unpacked, without their history: a reviewer builds from such a directory. */
const versioned = (): string | null =>
  existsSync(join(ROOT, '.git'))
    ? execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' })
    : null;

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const chrome = await archive(filesBelow(builtExtension('chrome')));
  const directory = builtExtension('firefox');
  const bundled = JSON.parse(readFileSync(join(directory, LICENCES_FILE), 'utf8')) as BundledPackage[];
  const files: [name: string, content: Buffer][] = [
    ['chrome.zip', chrome],
    ['edge.zip', chrome],
    ['firefox.zip', await archive(filesBelow(directory))],
    ['sbom.cdx.json', Buffer.from(`${JSON.stringify(bill(bundled), null, 2)}\n`)],
  ];
  const changes = versioned();
  if (changes !== null) files.push(['sources.zip', await archive(trackedSources(ROOT))]);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const [name, content] of files) {
    const file = `second-source-${version}-${name}`;
    writeFileSync(join(OUT, file), content);
    console.log(`${hashOf(content)}  ${file}  ${(content.length / 1000).toFixed(1)} kB`);
  }
  if (changes === null) console.log('No history here: no archive of sources.');
  else if (changes !== '') console.log('The working tree has changes that no commit holds: not a release.');
}

await main();
