/**
 * `npm run reproducible`: builds and packs the last commit in two clean directories, each with its own installed packages, and compares the
 * archives byte by byte. Ends with 1 where they differ, and names the files that do.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { hashOf } from './packages.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The archives of the last commit, made in a new directory with this in its name. */
function packed(extraName: string): Map<string, Buffer> {
  const home = mkdtempSync(join(tmpdir(), `second-source${extraName}-`));
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, home]);
    const run = (...command: string[]): void => {
      execFileSync('npm', command, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
    };
    run('ci', '--no-audit', '--no-fund', '--prefer-offline');
    run('run', '-s', 'zip');
    const out = join(home, 'out/zip');
    return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The files in which two archives differ. */
async function differing(a: Buffer, b: Buffer): Promise<string[]> {
  const [first, second] = await Promise.all([JSZip.loadAsync(a), JSZip.loadAsync(b)]);
  const names = [...new Set([...Object.keys(first.files), ...Object.keys(second.files)])].sort();
  const contents = await Promise.all(
    names.map((name) => Promise.all([first, second].map((zip) => zip.file(name)?.async('base64') ?? null))),
  );
  return names.filter((_, at) => contents[at]?.[0] !== contents[at]?.[1]);
}

const one = packed('');
const other = packed('-elsewhere');
for (const [file, content] of one) {
  const again = other.get(file);
  if (again?.equals(content)) {
    console.log(`same   ${hashOf(content)}  ${file}`);
    continue;
  }
  process.exitCode = 1;
  const which = again && file.endsWith('.zip') ? await differing(content, again) : [];
  console.log(`DIFFER ${file}${which.length > 0 ? `: ${which.join(', ')}` : ''}`);
}
