import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPack } from '../../corpus/packs/check.ts';
import { PackError, readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { packJsonSchema, SCHEMA_FILE } from '../tools/json-schema.ts';
import { figureClaim, sampleDocument, samplePack, stanceClaim } from '../tools/sample-pack.ts';

it('has a JSON Schema in the repository that is up to date (npm run schema)', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(packJsonSchema()));
});

describe('a pack in a directory', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'pack-'));
    write('manifest.json', samplePack().manifest);
    write('entities/all.json', samplePack().entities);
    write('measures/all.json', samplePack().measures);
    for (const document of samplePack().documents) write(`documents/${document.id}.json`, document);
  });
  afterEach(() => rmSync(home, { recursive: true }));

  function write(file: string, value: unknown): void {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), typeof value === 'string' ? value : JSON.stringify(value));
  }
  function problems(): string[] {
    try {
      readPackDirectory(home);
    } catch (error) {
      if (error instanceof PackError) return error.problems;
      throw error;
    }
    return [];
  }

  it('is read whole, documents in the order of their files', () => {
    const pack = readPackDirectory(home);
    expect(pack.documents.map((document) => document.id)).toEqual(['doc-a', 'doc-b', 'doc-c']);
    expect(pack.entities).toEqual(samplePack().entities);
  });

  it('may be read with a few of its documents', () => {
    expect(readPackDirectory(home, { documents: ['doc-c'] }).documents.map((document) => document.id)).toEqual([
      'doc-c',
    ]);
  });

  it('names file, record, field and reason', () => {
    write('entities/more.json', [samplePack().entities[0], { ...samplePack().entities[1], kind: 'planet' }]);
    write('documents/doc-d.json', { ...sampleDocument('doc-d', []), url: 'javascript:alert(1)' });
    const found = problems();
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^entities\/more\.json \(record 2, “southland”\): kind: /);
    expect(found[1]).toMatch(/^documents\/doc-d\.json \(“doc-d”\): url: /);
  });

  it('names a file that is no JSON, and one that is missing', () => {
    write('documents/doc-d.json', '{ "id": ');
    rmSync(join(home, 'manifest.json'));
    expect(problems().map((line) => line.split(':')[0])).toEqual(['manifest.json', 'documents/doc-d.json']);
  });

  it('lets no field through that the format does not know', () => {
    write('documents/doc-d.json', { ...sampleDocument('doc-d', []), portrait: 'x.png' });
    expect(problems()[0]).toContain('portrait');
  });
});

describe('references in a pack', () => {
  const withClaim = (claim: ReturnType<typeof figureClaim>): Pack =>
    samplePack({ documents: [sampleDocument('doc-a', [claim])] });
  const first = samplePack().documents[0] as Pack['documents'][number];
  it.each<[string, Pack, string | null]>([
    ['all in order', samplePack(), null],
    ['two documents of one id', samplePack({ documents: [first, first] }), 'documents: “doc-b” twice'],
    [
      'an unknown entity in a document',
      samplePack({ documents: [sampleDocument('doc-a', [], ['atlantis'])] }),
      'no entity “atlantis”',
    ],
    ['an unknown measure', withClaim(figureClaim('a-1', 'trams', 1)), 'claim “a-1”: measure: no measure “trams”'],
    [
      'a figure in a measure of stances',
      withClaim(figureClaim('a-1', 'stance', 1)),
      '“stance” holds a stance, not a figure',
    ],
    [
      'an unknown country in a scope',
      withClaim(figureClaim('a-1', 'ferries-in-service', 1, { scope: { country: 'atlantis' } })),
      'scope.country',
    ],
    [
      'a stance of nobody',
      withClaim({ ...stanceClaim('a-1', 'northland', 'in'), scope: {} }),
      'a stance is a country’s',
    ],
  ])('%s', (_, pack, expected) => {
    const found = checkPack(pack);
    if (expected === null) expect(found).toEqual([]);
    else expect(found.join('\n')).toContain(expected);
  });
});
