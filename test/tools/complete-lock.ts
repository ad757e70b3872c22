/**
 * Completes package-lock.json: `npm run lock`, after every `npm install`. Where a registry does not hold the binaries of
 * other platforms, npm leaves them out of the lock file, and `npm ci` then refuses that very file. An entry with version
 * and platform is all that a lock file says of a package that this machine does not install.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  packages: Record<string, LockedPackage>;
}

const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** The lock file with an entry for each optional dependency that has none. Only exact versions of platform packages. */
export function completeLock<T extends LockFile>(lock: T): T {
  const packages = { ...lock.packages };
  for (const [path, { optionalDependencies, dev }] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version) || isLocked(lock, path, name)) continue;
      packages[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platform };
    }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** By the parts of its name: "@rollup/rollup-linux-x64-musl". Null for what is no binary of a platform. */
function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'libc' | 'os'> | null {
  const parts = name.split(/[/-]/);
  const system = parts.find((part) => SYSTEMS.includes(part));
  const processor = parts.find((part) => PROCESSORS.includes(part));
  if (!system || !processor) return null;
  const libc = parts.some((part) => part.startsWith('musl')) ? 'musl' : 'glibc';
  return { cpu: [processor], ...(system === 'linux' && { libc: [libc] }), os: [system] };
}

/** As Node looks for it: in the package's own folder, then in those around it. */
function isLocked({ packages }: LockFile, path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = join(import.meta.dirname, '../../package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
}
