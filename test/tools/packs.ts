/** Packs of the repository for the command line and the tests. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryCorpus } from '../../corpus/memory.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Corpus } from '../../corpus/source.ts';

const PACKS = join(dirname(fileURLToPath(import.meta.url)), '../../corpus/packs');
const BUNDLED = 'coalition-of-the-willing';

/** Where the bundled pack lies. */
export const PACK_DIRECTORY = join(PACKS, BUNDLED);

/** The five reports that the corpus started from. */
export const SEEDS = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'] as const;

/** The bundled pack; "seeds" is that pack with the five seed documents alone. Throws where there is none of that name. */
export function openPackByName(name = BUNDLED): Corpus {
  if (name === 'seeds') return memoryCorpus([readPackDirectory(PACK_DIRECTORY, { documents: SEEDS })]);
  const directory = join(PACKS, name);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(directory)) throw new Error(`There is no pack "${name}"`);
  return memoryCorpus([readPackDirectory(directory)]);
}
