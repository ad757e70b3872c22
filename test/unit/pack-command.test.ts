/** The command line for authors: from nothing to a signed file, and every way to call it wrongly. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PART_SCHEMAS, type Part, partJsonSchema, partSchemaFile } from '../tools/json-schema.ts';
import { runPack } from '../tools/pack.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'second-source-pack-'));
});
afterEach(() => rmSync(home, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runPack(
    args,
    (line) => said.push(line),
    (line) => complained.push(line),
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}
const at = (name: string): string => join(home, name);

describe('npm run pack', () => {
  it('leads from nothing to a signed file', async () => {
    expect((await run('new', at('my-topic'))).code).toBe(0);
    expect(await run('validate', at('my-topic'))).toMatchObject({
      code: 0,
      said: expect.stringContaining('2 sources, 2 claims; not signed'),
    });
    expect((await run('build', at('my-topic'), '-o', at('pack.json.gz'))).code).toBe(0);
    expect((await run('keygen', at('key.json'))).code).toBe(0);
    expect(statSync(at('key.json')).mode & 0o077).toBe(0);
    expect((await run('sign', at('pack.json.gz'), '--key', at('key.json'))).code).toBe(0);
    expect((await run('validate', at('pack.json.gz'))).said).toMatch(/signed, key [0-9a-f]{4}-/);
    const { said } = await run('inspect', at('pack.json.gz'));
    for (const part of [
      '(my-topic)',
      'Signature: Ed25519',
      'Claims: 2',
      'Ferries in service (ferries-in-service, figure)',
    ])
      expect(said).toContain(part);
  });

  it('names file, record and field of what is wrong', async () => {
    await run('new', at('my-topic'));
    const file = at('my-topic/documents/island-radio-2025-05-02.json');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('"kind": "news"', '"kind": "blog"'));
    const { code, complained } = await run('validate', at('my-topic'));
    expect(code).toBe(1);
    expect(complained).toContain(
      'documents/island-radio-2025-05-02.json (“island-radio-2025-05-02”): kind: has to be one of',
    );
    writeFileSync(file, good.replace('"ferries-in-service"', '"ferries"'));
    expect((await run('build', at('my-topic'), '-o', at('x.json'))).complained).toContain(
      'no measure “ferries”; add it',
    );
    expect(existsSync(at('x.json'))).toBe(false);
  });

  it('tells a signed file that was edited from a good one, and signs it anew', async () => {
    await run('new', at('my-topic'));
    await run('build', at('my-topic'), '-o', at('pack.json'));
    await run('keygen', at('key.json'));
    await run('sign', at('pack.json'), '--key', at('key.json'));
    writeFileSync(at('pack.json'), readFileSync(at('pack.json'), 'utf8').replace('Island Radio', 'Island TV'));
    expect(await run('validate', at('pack.json'))).toMatchObject({
      code: 1,
      complained: expect.stringContaining('changed after it was signed'),
    });
    await run('sign', at('pack.json'), '--key', at('key.json'));
    expect((await run('validate', at('pack.json'))).code).toBe(0);
  });

  it.each<[string, string[], number, RegExp]>([
    ['nothing', [], 2, /^usage/],
    ['an unknown command', ['publish', 'x'], 2, /no command “publish”/],
    ['no target', ['validate'], 2, /of what/],
    ['two targets', ['validate', 'a', 'b'], 2, /one at a time/],
    ['an unknown option', ['validate', 'a', '--force'], 2, /--force/],
    ['no output', ['build', 'a'], 2, /-o FILE/],
    ['no key', ['sign', 'a'], 2, /--key/],
    ['a file that is not there', ['validate', '/nowhere/pack.json'], 1, /no such file/],
    ['a name that is no id', ['new', '/tmp/My Topic'], 1, /lower-case/],
  ])('%s ends with its code and a reason', async (_, args, code, reason) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.complained).toMatch(reason);
  });

  it('never writes over what is there', async () => {
    await run('new', at('my-topic'));
    expect((await run('new', at('my-topic'))).complained).toContain('stays as it is');
    await run('keygen', at('key.json'));
    const before = readFileSync(at('key.json'), 'utf8');
    expect((await run('keygen', at('key.json'))).code).toBe(1);
    expect(readFileSync(at('key.json'), 'utf8')).toBe(before);
  });

  it.each(Object.keys(PART_SCHEMAS) as Part[])(
    'the schema of a %s for editors is up to date (npm run schema)',
    (part) => {
      expect(readFileSync(partSchemaFile(part), 'utf8')).toBe(partJsonSchema(part));
    },
  );
});
