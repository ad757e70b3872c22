/** What we take in from others to build with: nothing that may change unseen, nothing that runs at install without being known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { row } from '../tools/trust-rows.ts';

interface Locked {
  integrity?: string;
  optional?: boolean;
  os?: string[];
  hasInstallScript?: boolean;
  link?: boolean;
}
interface Lock {
  packages: Record<string, Locked>;
}

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));

/** They fetch their own binary where none came as a package, or do nothing; nothing of them is shipped. */
const KNOWN_SCRIPTS = ['esbuild', 'spawn-sync'];

/** What is wrong with a lock file, by package. Binaries of other machines are named by version alone (npm run lock). */
function wrongIn({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, one]) => {
    if (path === '' || one.link) return [];
    const name = path.replace(/^.*node_modules\//, '');
    const wrong: string[] = [];
    if (!one.integrity?.startsWith('sha512-') && !(one.optional && one.os)) wrong.push(`${name}: no hash`);
    if (one.hasInstallScript && !KNOWN_SCRIPTS.includes(name)) wrong.push(`${name}: runs at install`);
    return wrong;
  });
}

const inexact = (versions: Record<string, string>): string[] =>
  Object.entries(versions).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name}@${version}`],
  );

it(
  'S19 takes nothing in that is not pinned by its hash',
  row({ id: 'S19', what: 'a package that we build with is swapped', browser: 'node' }, async (seen) => {
    const lock = read('package-lock.json') as Lock;
    const { dependencies, devDependencies, scripts } = read('package.json') as Record<string, Record<string, string>>;
    const count = Object.keys(lock.packages).length;
    expect(count).toBeGreaterThan(300);
    expect(wrongIn(lock)).toEqual([]);
    expect([...inexact(dependencies ?? {}), ...inexact(devDependencies ?? {})]).toEqual([]);
    expect(Object.keys(dependencies ?? {}).length).toBeLessThan(10);
    expect(Object.keys(scripts ?? {}).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
    expect(scripts?.reproducible).toBeDefined();
    seen.result(
      `${count} packages, ${Object.keys(dependencies ?? {}).length} of them shipped, each by its exact version and hash; two that run at install, both known; npm run reproducible compares two clean builds`,
    );
    const planted = { packages: { ...lock.packages, 'node_modules/planted': { hasInstallScript: true } } };
    expect(wrongIn(planted)).toEqual(['planted: no hash', 'planted: runs at install']);
    expect(inexact({ planted: '^1.0.0' })).toEqual(['planted@^1.0.0']);
    seen.control('a planted package without a hash, with a script and a loose version is named');
  }),
);
