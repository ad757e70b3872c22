/** Packs of the repository for the command line and the tests. */
import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryCorpus } from '../../corpus/memory.ts';
import { bundlePacks } from '../../corpus/packs/bundle.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Corpus } from '../../corpus/source.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PACKS = join(ROOT, 'corpus/packs');
const BUNDLED = 'coalition-of-the-willing';

/** Where the bundled pack lies. */
export const PACK_DIRECTORY = join(PACKS, BUNDLED);

/** The five reports that the corpus started from. */
export const SEEDS = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'] as const;

/**
 * A copy of a built extension that holds the seed documents alone. The caller removes it.
 * Throws where there is no build.
 */
export function seedsBuild(built: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'second-source-seeds-'));
  cpSync(built, copy, { recursive: true });
  for (const { file, json } of bundlePacks(ROOT, { documents: SEEDS })) writeFileSync(join(copy, file), json);
  return copy;
}

/** What `--pack` knows by name. */
const packNames = (): string[] => [
  ...readdirSync(PACKS).filter((name) => existsSync(join(PACKS, name, 'manifest.json'))),
  'seeds',
];

/**
 * The bundled pack; "seeds" is that pack with the five seed documents alone; another pack by its folder: "./my-pack". Throws
 * where there is none of that name, and names those that there are.
 */
export function openPackByName(name = BUNDLED): Corpus {
  if (name.includes('/')) {
    if (!existsSync(join(name, 'manifest.json')))
      throw new Error(`There is no pack in ${name}: it has no manifest.json`);
    return memoryCorpus([readPackDirectory(name)]);
  }
  if (name === 'seeds') return memoryCorpus([readPackDirectory(PACK_DIRECTORY, { documents: SEEDS })]);
  const directory = join(PACKS, name);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(directory, 'manifest.json')))
    throw new Error(
      `There is no pack "${name}". There are: ${packNames().join(', ')}; or the folder of a pack (./my-pack)`,
    );
  return memoryCorpus([readPackDirectory(directory)]);
}
