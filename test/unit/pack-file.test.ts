/** Files that somebody else made: what is refused, where the message points, and that nothing is taken in by them. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkPackValue, readPackFile } from '../../corpus/import-pack.ts';
import { DepthGauge } from '../../corpus/json-depth.ts';
import { type FileLike, Refused, readJsonFile } from '../../corpus/pack-file.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { makeWords } from '../../utils/words/index.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';

const words = makeWords();
const encoder = new TextEncoder();

/** A file whose bytes come in chunks of `chunk`, as the disk gives them. */
function file(content: string | Uint8Array, chunk = 1 << 16): FileLike {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return {
    size: bytes.byteLength,
    stream: () => {
      let at = 0;
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.byteLength) return controller.close();
          controller.enqueue(bytes.slice(at, at + chunk));
          at += chunk;
        },
      });
    },
  };
}

async function problems(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).problems;
}

const small = { file: 4096, unpacked: 8192, depth: 12 };
const text = (pack: object) => JSON.stringify(pack);

describe('the bytes of a file', () => {
  it.each([
    ['plain', encoder.encode('{"a":"é€😀"}'), 1 << 16],
    ['plain, cut inside its letters', encoder.encode('{"a":"é€😀"}'), 1],
    ['packed', new Uint8Array(gzipSync('{"a":"é€😀"}')), 1 << 16],
    ['packed, in single bytes', new Uint8Array(gzipSync('{"a":"é€😀"}')), 1],
    ['with a byte order mark', encoder.encode('\uFEFF{"a":"é€😀"}'), 3],
  ])('%s', async (_, bytes, chunk) => {
    expect(await readJsonFile(file(bytes, chunk), { words })).toEqual({ a: 'é€😀' });
  });

  it.each<[string, Uint8Array | string, RegExp]>([
    ['nothing', '', /empty/],
    ['blanks', ' \n ', /empty/],
    ['no JSON', 'a pack', /no JSON/],
    ['half of it', text(samplePack()).slice(0, 900), /ends in the middle/],
    ['half of a text', '{"a": "b', /ends in the middle/],
    ['half of a packed file', new Uint8Array(gzipSync(text(samplePack()))).slice(0, 300), /damaged/],
    ['a packed file with a wrong byte', damaged(), /damaged|no JSON|not in UTF-8/],
    ['Latin-1', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), /UTF-8/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), /UTF-8/],
    ['cut inside a letter', new Uint8Array([0x22, 0xc3]), /UTF-8/],
    ['more bytes than allowed', `[${'"x",'.repeat(2000)}1]`, /larger than/],
    ['a bomb', new Uint8Array(gzipSync('0'.repeat(3_000_000))), /unpacks to more/],
    ['lists in lists', `${'['.repeat(13)}${']'.repeat(13)}`, /more than 12 deep/],
  ])('refuses %s', async (_, bytes, expected) => {
    expect((await problems(readJsonFile(file(bytes), { words, limits: small }))).join('\n')).toMatch(expected);
  });

  it('believes the stream, not the size that a file says it has', async () => {
    const lying = { ...file(`[${'"x",'.repeat(2000)}1]`), size: 10 };
    expect((await problems(readJsonFile(lying, { words, limits: small })))[0]).toMatch(/larger than/);
  });

  it('leaves a deep file before it was read to its end', async () => {
    let given = 0;
    const endless: FileLike = {
      size: 1000,
      stream: () =>
        new ReadableStream({
          pull(controller) {
            given++;
            controller.enqueue(encoder.encode('['.repeat(100)));
          },
        }),
    };
    await problems(readJsonFile(endless, { words }));
    expect(given).toBeLessThan(5);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const progress = (done: number) => {
      if (done > 200) stop.abort();
    };
    const reading = readJsonFile(file(text(samplePack()), 100), { words, signal: stop.signal, progress });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not take brackets in texts for lists', () => {
    const gauge = new DepthGauge(2);
    expect(gauge.add('{"a": "[[[[\\"[[[", "b"')).toBe(true);
    expect(gauge.add(': ["\\\\"]}')).toBe(true);
    expect(gauge.isOpen).toBe(false);
  });
});

function damaged(): Uint8Array {
  const bytes = new Uint8Array(gzipSync(text(samplePack())));
  bytes[100] = (bytes[100] ?? 0) ^ 0xff;
  return bytes;
}

/** A pack as a plain value that may be bent. */
// biome-ignore lint/suspicious/noExplicitAny: bent in ways that no type allows
type Bent = any;
const bent = (bend: (pack: Bent) => void): Bent => {
  const pack = structuredClone(samplePack()) as Bent;
  bend(pack);
  return pack;
};

describe('what is in a file', () => {
  it.each<[string, unknown, string]>([
    ['a list', [1, 2], 'This is no pack'],
    ['null', null, 'This is no pack'],
    ['a text', 'pack', 'This is no pack'],
    ['something else', { name: 'x', version: '1' }, 'This is no pack'],
    ['a backup', { backup: 1 }, 'Restore it under'],
    ['a later format', bent((p) => (p.manifest.format = 2)), 'Update Second Source'],
    ['no format', bent((p) => delete p.manifest.format), 'manifest.format: nothing is no format'],
    ['an unknown part', bent((p) => (p.scripts = [])), 'a part “scripts”'],
    ['no documents', bent((p) => delete p.documents), 'documents: has to be a list'],
    ['measures as an object', bent((p) => (p.measures = {})), 'measures: has to be a list'],
    [
      'an unknown measure',
      bent((p) => (p.documents[1].claims[0].measure = 'trams')),
      'documents[1] “Ferries, part doc-a” · claims[0].measure: no measure “trams”; add it to measures or correct the id',
    ],
    [
      'an unknown entity',
      bent((p) => p.documents[0].entities.push('atlantis')),
      'documents[0] “Ferries, part doc-b” · entities[2]: no entity “atlantis”; add it to entities or correct the id',
    ],
    [
      'a missing field',
      bent((p) => delete p.documents[2].outlet),
      'documents[2] “Ferries, part doc-c” · outlet: is missing',
    ],
    [
      'a field of another type',
      bent((p) => (p.documents[0].claims[1].quantity.value = '4')),
      'documents[0] “Ferries, part doc-b” · claims[1].quantity.value: has to be a number, not “4”',
    ],
    [
      'a field too much',
      bent((p) => (p.entities[0].portrait = 'x.png')),
      'entities[0] “Northland”: no field “portrait”',
    ],
    [
      'a kind that there is not',
      bent((p) => (p.entities[2].kind = 'ship')),
      'entities[2] “Island Line” · kind: has to be one of',
    ],
    [
      'a long text',
      bent((p) => (p.manifest.title = 'x'.repeat(200))),
      'manifest.title: 200 characters, and 120 are the most',
    ],
    ['an empty text', bent((p) => (p.manifest.title = '  ')), 'manifest.title: is empty'],
    [
      'a script for an address',
      bent((p) => (p.documents[0].url = 'javascript:alert(1)')),
      'an address is http or https',
    ],
    ['a file for an address', bent((p) => (p.documents[0].url = 'file:///etc/passwd')), 'an address is http or https'],
    [
      'an address with a name before it',
      bent((p) => (p.documents[0].url = 'https://bbc.co.uk@evil.example/')),
      'no name or password',
    ],
    [
      'a document twice',
      bent((p) => p.documents.push(p.documents[0])),
      'documents: “doc-b” twice; give one of them another id',
    ],
    ['a claim twice', bent((p) => p.documents[0].claims.push(p.documents[0].claims[0])), '· claims: “b-1” twice'],
    ['an entity twice', bent((p) => p.entities.push(p.entities[0])), 'entities: “northland” twice'],
    ['a measure twice', bent((p) => p.measures.push(p.measures[0])), 'measures: “ferries-in-service” twice'],
    ['a longer reach than it has', bent((p) => (p.manifest.newest = '2026-01-01')), 'manifest.newest: 2026-01-01, but'],
    [
      'an unknown class',
      bent((p) => (p.measures[0].antiCues = ['@boats'])),
      'no class “@boats”|The vocabulary has no class "@boats"',
    ],
    ['classes in a circle', bent((p) => (p.vocabulary = { a: ['@b'], b: ['@a'] })), 'vocabulary.a: “@a” names itself'],
    [
      'classes that double',
      bent((p) => {
        p.vocabulary = Object.fromEntries(
          [...'abcdefghijklmnopqrstuvwxyz'].map((name, at, all) => [
            name,
            at === 25 ? ['x', 'y'] : [`@${all[at + 1]}`, `@${all[at + 1]}`],
          ]),
        );
      }),
      'stands for more than 20000 phrases',
    ],
    [
      'a pattern that takes for ever',
      bent((p) => (p.measures[2].values[0].cues = ['a _9 _9 _9 _9 _9 _9 _9 b'])),
      'measures[2] “Position” · values[0].cues[0]: “a _9',
    ],
    ['a prefix of one letter', bent((p) => (p.measures[0].select[0].all = [['a*']])), 'too short for a prefix'],
  ])('refuses %s', async (_, value, expected) => {
    const found = (await problems(checkPackValue(structuredClone(value), { words }))).join('\n');
    expect(
      expected.split('|').some((one) => found.includes(one)),
      found,
    ).toBe(true);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s, wherever it stands', async (key) => {
    const places: [string, (pack: string) => string][] = [
      ['{…}', (pack) => pack.replace('{', `{"${key}": {"polluted": true},`)],
      ['manifest', (pack) => pack.replace('"manifest":{', `"manifest":{"${key}": {"polluted": true},`)],
      ['documents[0].claims[0].scope', (pack) => pack.replace('"scope":{', `"scope":{"${key}": "x",`)],
    ];
    for (const [where, put] of places) {
      const found = await problems(readPackFile(file(put(text(samplePack()))), { words }));
      expect(found[0]).toBe(`${where}: the name “${key}” is not allowed for a field, anywhere in a file. Remove it.`);
    }
    const escaped = text(samplePack()).replace('{', `{"\\u005f${key.slice(1)}": {},`);
    if (key.startsWith('_')) expect(await problems(readPackFile(file(escaped), { words }))).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('names every problem, up to fifty, and counts the rest', async () => {
    const pack = bent((p) => {
      p.documents = Array.from({ length: 80 }, (_, i) => ({ ...sampleDocument(`d-${i}`, []), outlet: '' }));
    });
    const found = await problems(checkPackValue(pack, { words }));
    expect(found).toHaveLength(51);
    expect(found[0]).toContain('documents[0]');
  });

  it('leaves characters out that make a text read as another, and keeps the marks of other scripts', async () => {
    const pack = bent((p) => {
      p.documents[0].title = 'Ferries \u202Egnp.exe\u202C \u0007for\u200F all\uD800';
    });
    const read = await checkPackValue(pack, { words });
    expect(read.pack.documents[0]?.title).toBe('Ferries gnp.exe for\u200F all\uFFFD');
    expect(read.removed).toBe(3);
  });

  it('refuses what hides in the name of a field', async () => {
    const pack = bent((p) => (p.documents[0].claims[0].scope = { 'coun\u202Etry': 'northland' }));
    expect((await problems(checkPackValue(pack, { words })))[0]).toContain('cannot be seen');
  });

  it('refuses too many records before it looks into any', async () => {
    const claims = Array.from({ length: 2_001 }, (_, i) => figureClaim(`c-${i}`, 'ferries-in-service', i));
    const found = await problems(checkPackValue(samplePack({ documents: [sampleDocument('d', claims)] }), { words }));
    expect(found).toEqual(['documents[0].claims: 2,001 entries, and 2,000 are the most.']);
  });

  it('takes a good pack as it is, whatever the order of its fields', async () => {
    const pack = samplePack();
    const turned = JSON.parse(
      text({ ...Object.fromEntries(Object.entries(pack).reverse()), $schema: '../pack.schema.json' }),
    ) as Pack;
    const [one, other] = await Promise.all([
      checkPackValue(structuredClone(pack), { words }),
      checkPackValue(turned, { words }),
    ]);
    expect(one.pack).toEqual(pack);
    expect(other.hash).toBe(one.hash);
    expect(one.removed).toBe(0);
  });

  it('stops between two records when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(checkPackValue(samplePack(), { words, signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
