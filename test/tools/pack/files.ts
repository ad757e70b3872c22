/** Files of an author: written without losing what is there. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { fingerprint, type KeyFile, makeKeys } from '../../../corpus/signature.ts';

/** Only its owner may read a secret. */
const SECRET = 0o600;

const Keys = z.strictObject({
  algorithm: z.literal('Ed25519'),
  public: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  private: z.string().min(60),
});

/** Writes a new file with its folders; throws where there is one already. */
export function keepFile(path: string, content: string, mode?: number): void {
  if (existsSync(path)) throw new Error(`${path}: is there already, and stays as it is`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode });
}

export async function writeKeys(path: string): Promise<string> {
  const keys = await makeKeys();
  keepFile(path, `${JSON.stringify(keys, null, 2)}\n`, SECRET);
  return [
    `${path}: a new key, fingerprint ${await fingerprint(keys.public)}`,
    'Keep the file secret, and keep a copy of it: who has it can sign as you, and without it you cannot update your packs.',
  ].join('\n');
}

/** Throws with the file's name where it holds no key pair. */
export function readKeys(path: string): KeyFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
  const keys = Keys.safeParse(value);
  if (!keys.success) throw new Error(`${path}: is no key file; “pack keygen” makes one`);
  return keys.data;
}
