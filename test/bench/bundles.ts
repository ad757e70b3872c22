/** Each reader as it would be shipped: one minified file. Sizes are taken from it, and it is what runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

export interface Bundle {
  /** What to import. */
  url: string;
  /** Bytes, minified, and the same compressed. */
  minified: number;
  gzipped: number;
  /** Minified bytes of each part, largest first: a package, or a folder of ours. */
  parts: [name: string, bytes: number][];
}

/** "wink-nlp", "utils/language/names". */
function partOf(file: string): string {
  const package_ = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file);
  if (package_) return package_[1]!;
  return file.replace(/^(?:.*\/)?(utils\/language\/(?:[a-z]+(?=[/.]))?).*$/, '$1').replace(/\/$/, '');
}

const directory = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

/** Bundles a module of this folder. */
export async function bundle(module: string): Promise<Bundle> {
  const result = await build({
    entryPoints: [join(HERE, module)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'chrome120',
    // Neutral has none of its own; the "browser" file of the recognizers cannot be imported.
    mainFields: ['module', 'main'],
    conditions: ['import', 'module'],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const [output] = result.outputFiles;
  const path = join(directory, `${module.replaceAll('/', '-')}.mjs`);
  writeFileSync(path, output!.contents);
  const parts = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(Object.values(result.metafile.outputs)[0]!.inputs)) {
    const part = partOf(file);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return {
    url: pathToFileURL(path).href,
    minified: output!.contents.length,
    gzipped: gzipSync(output!.contents, { level: 9 }).length,
    parts: [...parts].sort((a, b) => b[1] - a[1]),
  };
}
