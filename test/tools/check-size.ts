/**
 * `npm run check`: what the built extension weighs, against its budgets, and what is in each part. Ends with 1 where a budget is
 * not kept. Needs `npm run build`; sizes are those of the build, contents those of the sources bundled alike.
 *
 * `--no-growth`, for every run of the tests: a part that is over its budget already must at least not outgrow its ceiling.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { builtExtension } from './extension.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const KB = 1000;
/** Shown of what is in a part; the rest is one line. */
const LARGEST = 18;
/** What an archive adds to each file: two headers and its name twice, about. */
const ARCHIVE_ENTRY_BYTES = 150;

interface Part {
  name: string;
  /** kB, compressed. */
  budget: number;
  /** kB, compressed: for a part that does not keep its budget yet. Lower it with every kB that goes. */
  ceiling?: number;
  /** Of the build: loaded together. */
  files: string[];
  /** Where its sources begin. */
  entry: string;
}

const compressed = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** The scripts and styles that a page of the extension loads at once: those it names, and what they import. */
function filesOfPage(directory: string, page: string): string[] {
  const html = readFileSync(join(directory, page), 'utf8');
  const found = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(directory, file), 'utf8');
    for (const [, path] of code.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) {
      const imported = posix.join(posix.dirname(file), path!);
      if (!found.includes(imported)) found.push(imported);
    }
  }
  return found;
}

/** `file.css?inline`, as the build tool knows it. */
const inlineCss: Plugin = {
  name: 'inline-css',
  setup(bundler) {
    bundler.onResolve({ filter: /\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-css',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'inline-css' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** "preact", "corpus/search", "utils/page". */
function groupOf(file: string): string {
  const package_ = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file);
  if (package_) return package_[1]!;
  return dirname(file.replace(/^inline-css:/, '').replace(`${ROOT}/`, ''));
}

/** Minified bytes of the entry by package or folder, largest first; what is loaded on demand is not in it. */
async function contentsOf(entry: string): Promise<[group: string, bytes: number][]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, entry)],
    absWorkingDir: ROOT,
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'chrome130',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.env.BROWSER': '"chrome"' },
    plugins: [inlineCss],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const outputs = Object.entries(metafile.outputs);
  const loaded = outputs.filter(([, output]) => output.entryPoint === entry).map(([name]) => name);
  for (const name of loaded)
    for (const { path, kind } of metafile.outputs[name]!.imports)
      if (kind === 'import-statement' && !loaded.includes(path)) loaded.push(path);
  const groups = new Map<string, number>();
  for (const name of loaded)
    for (const [file, { bytesInOutput }] of Object.entries(metafile.outputs[name]!.inputs)) {
      const group = groupOf(file);
      groups.set(group, (groups.get(group) ?? 0) + bytesInOutput);
    }
  return [...groups].filter(([, bytes]) => bytes > 0).sort((a, b) => b[1] - a[1]);
}

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile());

const NO_GROWTH = process.argv.includes('--no-growth');

const kilobytes = (bytes: number): string => (bytes / KB).toFixed(1).padStart(7);

function judge(name: string, bytes: number, budget: number, ceiling = budget): boolean {
  const kept = bytes <= budget * KB;
  const held = ceiling > budget ? `, ceiling ${ceiling} kB` : '';
  console.log(`${kept ? 'kept' : 'OVER'} ${kilobytes(bytes)} of ${budget} kB  ${name}${held}`);
  return bytes <= (NO_GROWTH ? ceiling : budget) * KB;
}

async function main(): Promise<void> {
  const directory = builtExtension('chrome');
  const parts: Part[] = [
    { name: 'reader, on every page', budget: 25, files: ['reader.js'], entry: 'entrypoints/reader/index.ts' },
    { name: 'cards, on pages of a topic', budget: 20, files: ['card.js'], entry: 'entrypoints/card/index.ts' },
    {
      name: 'background',
      budget: 80,
      ceiling: 103,
      files: ['background.js'],
      entry: 'entrypoints/background/index.ts',
    },
    {
      name: 'panel, when it opens',
      budget: 70,
      files: filesOfPage(directory, 'sidepanel.html'),
      entry: 'entrypoints/sidepanel/main.tsx',
    },
  ];
  let kept = true;
  for (const { name, budget, ceiling, files, entry } of parts) {
    const bytes = files.reduce((sum, file) => sum + compressed(join(directory, file)), 0);
    kept = judge(name, bytes, budget, ceiling) && kept;
    const contents = await contentsOf(entry);
    for (const [group, size] of contents.slice(0, LARGEST)) console.log(`     ${kilobytes(size)}  ${group}`);
    const rest = contents.slice(LARGEST).reduce((sum, [, size]) => sum + size, 0);
    if (rest > 0) console.log(`     ${kilobytes(rest)}  ${contents.length - LARGEST} more`);
  }
  const all = filesBelow(directory);
  const archive = all.reduce(
    (sum, file) => sum + deflateRawSync(readFileSync(file), { level: 9 }).length + ARCHIVE_ENTRY_BYTES,
    0,
  );
  kept = judge(`whole package, ${all.length} files`, archive, 1500) && kept;
  console.log('(budgets: compressed; contents: minified, before compression)');
  if (!kept) process.exitCode = 1;
}

await main();
