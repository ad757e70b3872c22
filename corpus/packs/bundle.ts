/** At build time: every pack's directory becomes one JSON file of the extension. Runs in Node only. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex } from '../search/build.ts';
import { indexToJson } from '../search/search-index.ts';
import { type ReadOptions, readPackDirectory } from './read-directory.ts';

/** Where the packs lie in the built extension, and the list of them that the installer reads. */
const FOLDER = 'packs';

/** One file for the extension's output. */
export interface BundledFile {
  file: string;
  json: string;
}

/**
 * Reads and validates `corpus/packs/*` below `root`; throws with file, record and field where a pack is not valid.
 * `options` keep some documents only.
 */
export function bundlePacks(root: string, options: ReadOptions = {}): BundledFile[] {
  const home = join(root, 'corpus/packs');
  const ids = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(home, entry.name, 'manifest.json')))
    .map((entry) => entry.name)
    .sort();
  const packs = ids.map((id) => {
    const pack = readPackDirectory(join(home, id), options);
    const json = JSON.stringify(pack);
    const hash = createHash('sha256').update(json).digest('hex');
    const claims = pack.documents.reduce((sum, document) => sum + document.claims.length, 0);
    return {
      id,
      json,
      index: indexToJson(buildIndex(pack)),
      line: {
        id,
        version: pack.manifest.version,
        file: `${FOLDER}/${id}.json`,
        index: `${FOLDER}/${id}.index.json`,
        hash,
        documents: pack.documents.length,
        claims,
      },
    };
  });
  const index = JSON.stringify({ packs: packs.map((pack) => pack.line) });
  return [
    { file: `${FOLDER}/index.json`, json: index },
    ...packs.flatMap((pack) => [
      { file: pack.line.file, json: pack.json },
      { file: pack.line.index, json: pack.index },
    ]),
  ];
}
