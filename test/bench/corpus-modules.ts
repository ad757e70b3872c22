/** What the background's start consists of, as the bundler sees it: the modules that a page's first answer loads. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Parts that a page's first answer must not wait for, and how their modules are called. */
const APART: readonly [what: string, modules: RegExp][] = [
  ['search', /^corpus\/search\/|search-words/],
  ['the validator', /node_modules\/zod\/(?!.*mini)|^corpus\/(schema\/(?!limits)|pack-validate|packs\/)/],
  ['the database’s library', /node_modules\/dexie\//],
  ['installing and importing', /^corpus\/(install|import-pack|pack-file|backup|open)\.ts/],
  ['saved pages', /^corpus\/saved/],
  ['Readability', /node_modules\/@mozilla\/readability\//],
];

export interface StartModules {
  /** Those that leave something in the script, from the root of the repository. */
  modules: string[];
  /** Parts that should not be there, with their modules; nothing where all is well. */
  found: { what: string; modules: string[] }[];
  apart: string[];
}

export async function startModules(entry = 'entrypoints/background/index.ts'): Promise<StartModules> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome130',
    define: { 'import.meta.env.BROWSER': '"chrome"' },
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output!.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? file.replace(/^.*(?=node_modules\/)/, '') : [],
  );
  const found = APART.map(([what, pattern]) => ({ what, modules: modules.filter((file) => pattern.test(file)) }));
  return {
    modules: modules.sort(),
    found: found.filter((one) => one.modules.length > 0),
    apart: APART.map(([what]) => what),
  };
}
