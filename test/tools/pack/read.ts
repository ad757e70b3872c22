/** A pack from its folder or its file, through the same checks as an import; and back into a file. */
import { existsSync, openAsBlob, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { checkPackValue, type ReadPack, readPackFile } from '../../../corpus/import-pack.ts';
import { readPackDirectory } from '../../../corpus/packs/read-directory.ts';
import type { Pack, PackSignature } from '../../../corpus/schema/pack.ts';
import { fingerprint, type KeyFile, signPack } from '../../../corpus/signature.ts';
import { makeWords } from '../../../utils/words/index.ts';

const words = makeWords();

export interface NamedPack extends ReadPack {
  /** "Ferries 1.0.0: 3 sources, 6 claims; not signed" */
  summary: string;
}

/** Throws `PackError` or `Refused` with every problem. */
export async function readPack(path: string): Promise<NamedPack> {
  if (!existsSync(path)) throw new Error(`${path}: there is no such file or folder`);
  const read = statSync(path).isDirectory()
    ? await checkPackValue(structuredClone(readPackDirectory(path)), { words })
    : await readPackFile(await openAsBlob(path), { words });
  return { ...read, summary: await summaryOf(read) };
}

async function summaryOf({ pack, signature, removed }: ReadPack): Promise<string> {
  const { title, version } = pack.manifest;
  const claims = pack.documents.reduce((sum, document) => sum + document.claims.length, 0);
  const parts = [
    `${words.t('panel.sources', { n: pack.documents.length })}, ${words.t('packs.claims', { n: claims })}`,
    signature ? words.t('packs.signed', { fingerprint: await fingerprint(signature.key) }) : words.t('packs.unsigned'),
  ];
  if (removed > 0) parts.push(words.t('packs.preview-removed', { n: removed }));
  return `${title} ${version}: ${parts.join('; ')}`;
}

export async function buildPack(directory: string, output: string): Promise<string> {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) throw new Error(`${directory}: is no folder`);
  const read = await readPack(directory);
  writePack(output, read.pack);
  return `${output}: ${read.summary}`;
}

/** Signs what the extension will keep; writes the pack as it was checked. */
export async function signFile(path: string, keys: KeyFile, output: string): Promise<string> {
  const { pack } = await readUnsigned(path);
  const signature = await signPack(pack, keys);
  writePack(output, pack, signature);
  return `${output}: signed with key ${await fingerprint(keys.public)}`;
}

/** A signature that does not fit any more (the file was edited) is what signing anew is for. */
async function readUnsigned(path: string): Promise<ReadPack> {
  if (!existsSync(path) || statSync(path).isDirectory()) throw new Error(`${path}: is no file; “pack build” makes one`);
  return readPackFile(await openAsBlob(path), { words, ignoreSignature: true });
}

function writePack(path: string, pack: Pack, signature?: PackSignature): void {
  const text = `${JSON.stringify({ ...pack, ...(signature && { signature }) })}\n`;
  writeFileSync(path, path.endsWith('.gz') ? gzipSync(text) : text);
}
