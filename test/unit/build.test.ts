/** What the build does to libraries, and what it puts into archives. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { packageDirectory, packagesOf } from '../tools/build/bundled-packages.ts';
import { withoutHtmlSinks } from '../tools/build/html-sinks.ts';
import { archive, changelogVersion, hashOf } from '../tools/packages.ts';

const resolve = (name: string): string => createRequire(import.meta.url).resolve(name);
const assignments = (code: string): number => code.match(/\.innerHTML\s*=[^=]/g)?.length ?? 0;

describe('places where libraries make HTML of text', () => {
  it.each([
    ['preact', resolve('preact').replace(/\.js$/, '.mjs'), 1],
    ['Readability', resolve('@mozilla/readability/Readability.js'), 2],
  ])('are taken out of %s', (_, file, places) => {
    const code = readFileSync(file, 'utf8');
    expect(assignments(code)).toBe(places);
    expect(assignments(withoutHtmlSinks(code, file) ?? code)).toBe(0);
  });

  it.each([
    ['our own module', 'components/options/Options.tsx'],
    ['another library', 'node_modules/dexie/dist/dexie.mjs'],
    ['what the bundler makes beside a module', `${resolve('@mozilla/readability/Readability.js')}?commonjs-module`],
  ])('leaves %s as it is', (_, module) => expect(withoutHtmlSinks('a.innerHTML = b;', module)).toBeNull());

  it('refuses a version of a library in which they stand elsewhere, by name', () => {
    const file = resolve('@mozilla/readability/Readability.js');
    expect(() => withoutHtmlSinks('nothing here', file)).toThrow(/Readability\.js: .*once, and stands there 0 times/);
    const twice = 'page.innerHTML = pageCacheHtml;page.innerHTML = pageCacheHtml;';
    expect(() => withoutHtmlSinks(twice, file)).toThrow(/2 times/);
  });
});

describe('packages in the build', () => {
  it.each([
    ['/p/node_modules/dexie/dist/dexie.mjs', '/p/node_modules/dexie'],
    ['/p/node_modules/@preact/signals/dist/signals.mjs?v=1', '/p/node_modules/@preact/signals'],
    [
      '/p/node_modules/wxt/node_modules/@wxt-dev/browser/src/index.mjs',
      '/p/node_modules/wxt/node_modules/@wxt-dev/browser',
    ],
    ['\0/p/node_modules/zod/index.js?commonjs-module', '/p/node_modules/zod'],
    ['C:\\p\\node_modules\\zod\\index.js', 'C:/p/node_modules/zod'],
    ['/p/corpus/open.ts', null],
    ['\0vite/preload-helper.js', null],
  ])('%s is of %s', (module, directory) => expect(packageDirectory(module)).toBe(directory));

  it('are listed once each, with their licence’s text', () => {
    const file = resolve('@mozilla/readability/Readability.js');
    const listed = packagesOf([file, `${file}?commonjs-module`, 'corpus/open.ts']);
    expect(listed.map(({ name, licence }) => [name, licence])).toEqual([['@mozilla/readability', 'Apache-2.0']]);
    expect(listed[0]?.text).toContain('Apache License');
  });
});

describe('archives', () => {
  const files = [
    { path: 'b/two.txt', content: Buffer.from('two') },
    { path: 'a.txt', content: Buffer.from('one') },
  ];

  it('are the same bytes for the same files, in whatever order they are listed', async () => {
    const hash = hashOf(await archive(files));
    expect(hashOf(await archive([...files].reverse()))).toBe(hash);
    const other = [{ path: 'a.txt', content: Buffer.from('One') }, files[0]!];
    expect(hashOf(await archive(other))).not.toBe(hash);
  });
});

it.each([
  ['# Changelog\n\n## 0.1.0 (unreleased)\n\n## 0.0.9\n', '0.1.0'],
  ['# Changelog\n', null],
  ['## Unreleased\n', null],
])('reads the version of a changelog', (text, version) => expect(changelogVersion(text)).toBe(version));
