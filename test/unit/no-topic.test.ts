/** The engine knows no topic: names of the bundled pack's world stand in packs, samples, tests and comments only. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPackByName } from '../tools/packs.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** The article to try it on, on the welcome page, and its picture are texts about the topic. */
const SAMPLES = /^components\/welcome\/|^corpus\/packs\/[^/]+\//;
/** Words and first names of English that some entity happens to bear, too. */
const PLAIN_WORDS = new Set([
  'graham',
  'dan',
  'harris',
  'store',
  'turkey',
  'us',
  'eu',
  'uk',
  'nz',
  'american',
  'british',
  'english',
  'the us',
]);

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Code without comments; strings stay. */
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

describe('the engine', async () => {
  const { entities } = await openPackByName().rules();
  const names = entities
    .filter((entity) => entity.kind === 'person' || entity.kind === 'coalition' || entity.kind === 'force')
    .flatMap((entity) => [entity.name, ...entity.aliases.map((alias) => alias.text)])
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 3 && !PLAIN_WORDS.has(name) && /^[a-z]/.test(name));
  const code = ['utils', 'corpus', 'components', 'entrypoints'].flatMap(files).filter((file) => !SAMPLES.test(file));

  it('finds names where there are some (or this test shows nothing)', () => {
    expect(names.length).toBeGreaterThan(200);
    expect(code.length).toBeGreaterThan(100);
    expect(withoutComments("const who = 'Emmanuel Macron'; // Macron").toLowerCase()).toContain('macron');
  });

  it.each(code)('%s has none', (file) => {
    const text = withoutComments(readFileSync(join(ROOT, file), 'utf8')).toLowerCase();
    const found = names.filter((name) => {
      const at = text.indexOf(name);
      return at >= 0 && !/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + name.length] ?? ' ');
    });
    expect(found, relative(ROOT, file)).toEqual([]);
  });
});
