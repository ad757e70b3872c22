/** At build time: which packages are in the built files, and their licences. Runs in Node only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which the extension carries code. */
export interface BundledPackage {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  /** The licence's whole text, with its notice where there is one. */
  text: string;
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
/** A package without a text of its own, and the one of the same project, under the same licence, that has it. */
const TEXT_ELSEWHERE: Record<string, string> = { '@wxt-dev/browser': 'wxt' };

/** The last `node_modules` counts: that is where the code is taken from. */
const PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\/(?!.*\/node_modules\/)/;

/** The directory of the package that a module's file belongs to; null for our own and for what a tool makes up. */
export function packageDirectory(module: string): string | null {
  const path = module.replace(/\\/g, '/').replace(/^\0/, '').replace(/\?.*$/, '');
  return PACKAGE.exec(path)?.[1] ?? null;
}

/** What the licence files in a directory say; empty without any. */
function licenceText(directory: string): string {
  const files = existsSync(directory) ? readdirSync(directory).filter((file) => LICENCE_FILE.test(file)) : [];
  return files
    .sort()
    .map((file) => readFileSync(join(directory, file), 'utf8').trim())
    .join('\n\n');
}

/** Name, version and licence of the package in `directory`. Throws where it says none: nothing without a licence ships. */
export function readPackage(directory: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const elsewhere = TEXT_ELSEWHERE[name];
  const text = licenceText(
    elsewhere ? directory.replace(/\/node_modules\/.*$/, `/node_modules/${elsewhere}`) : directory,
  );
  if (!license || text === '')
    throw new Error(`${name}@${version} is in the build and has no licence text in its package`);
  return { name, version, licence: license, text };
}

/** The packages of all these modules, by name. */
export function packagesOf(modules: Iterable<string>): BundledPackage[] {
  const directories = new Set([...modules].map(packageDirectory).filter((found) => found !== null));
  const packages = new Map([...directories].map(readPackage).map((one) => [`${one.name}@${one.version}`, one]));
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
