/** What the built files say, before any browser starts. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../tools/browsers.ts';
import { builtExtension } from '../tools/extension.ts';

/** Runs on pages, on every one that was granted: what it weighs, everybody pays. */
const READER_LIMIT_BYTES = 80_000;
/** Runs on a page only when its reader saves it. */
const ARTICLE_LIMIT_BYTES = 100_000;

describe.each<BrowserName>(['chrome', 'firefox'])('the build for %s', (name) => {
  const directory = builtExtension(name);
  const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;

  it('asks for nothing at install that warns', () => {
    const silent = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'sidePanel'];
    expect((manifest.permissions as string[]).filter((one) => !silent.includes(one))).toEqual([]);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
  });

  it('can be found by no page: no public files, no scripts in the manifest, nobody to connect to', () => {
    for (const key of ['web_accessible_resources', 'content_scripts', 'externally_connectable'])
      expect(manifest[key]).toBeUndefined();
  });

  it('lets nothing out of its own pages', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(/trusted-types ([^;]*)/.exec(policy)?.[1]).toBe('importer rest');
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each(['reader.js', 'card.js'])('has a %s that can neither send nor write HTML', (file) => {
    const code = read(file);
    const banned =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|outerHTML|insertAdjacentHTML|createContextualFragment|new Image\b|\bimport\(|\beval\(|new Function|postMessage|moz-extension:|chrome-extension:/;
    expect(banned.exec(code)?.[0]).toBeUndefined();
    expect(statSync(join(directory, file)).size).toBeLessThan(READER_LIMIT_BYTES);
  });

  it('makes no policy of trusted types that its own rules refuse', () => {
    const scripts = filesOf(directory).filter((file) => file.endsWith('.js'));
    const made = scripts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/createPolicy\((["'`])(.+?)\1/g)].map((match) => match[2]),
    );
    expect([...new Set(made)].sort()).toEqual(['importer', 'rest']);
  });

  it('sets HTML nowhere: the libraries’ own places are taken out by the build', () => {
    const scripts = filesOf(directory).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(4);
    const sink = /(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\b/;
    expect(sink.test('a.innerHTML=b')).toBe(true);
    for (const file of scripts) expect(sink.exec(readFileSync(file, 'utf8'))?.[0], file).toBeUndefined();
  });

  it('lists the licences of what is built in', () => {
    const listed = JSON.parse(read('licences.json')) as { name: string; licence: string; text: string }[];
    expect(listed.map((one) => one.name)).toEqual(expect.arrayContaining(['dexie', 'preact', 'zod']));
    for (const { name, licence, text } of listed) expect([licence, text].join(' ').length, name).toBeGreaterThan(200);
  });

  it('has an article script that can send nothing, beside the reader and no part of it', () => {
    const code = read('article.js');
    const banned =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|new Image\b|\bimport\(|\beval\(|new Function|postMessage|\bbrowser\.|chrome\.|moz-extension:|chrome-extension:/;
    expect(banned.exec(code)?.[0]).toBeUndefined();
    expect(statSync(join(directory, 'article.js')).size).toBeLessThan(ARTICLE_LIMIT_BYTES);
    expect(read('reader.js')).not.toContain('readability');
  });

  it('carries its packs, and no address of a machine or registry', () => {
    const { packs } = JSON.parse(read('packs/index.json')) as {
      packs: { id: string; file: string; documents: number }[];
    };
    expect(packs.map((pack) => pack.id)).toEqual(['coalition-of-the-willing']);
    for (const pack of packs)
      expect((JSON.parse(read(pack.file)) as { documents: unknown[] }).documents).toHaveLength(pack.documents);
    for (const file of filesOf(directory).filter((one) => /\.(js|html|css|json)$/.test(one)))
      expect(
        /\/work\/|\/home\/|\/tmp\/|localhost:\d|:\/\/[^\s"'`]*registry/.exec(readFileSync(file, 'utf8'))?.[0],
        file,
      ).toBeUndefined();
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
