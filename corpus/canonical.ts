/**
 * A value as bytes, the same for everyone who holds the same value: keys in order, no blanks (RFC 8785, for what JSON can
 * hold). What is signed, and what tells two editions apart.
 */
import type { Pack } from './schema/pack.ts';
import type { Breath } from './slices.ts';

/** Signatures are of this one purpose: nobody can be made to sign a pack by signing something else. */
const PURPOSE = 'second-source pack, format 1\n';

/** One line of JSON with sorted keys. Fields that are undefined are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    const parts = Object.keys(fields)
      .filter((key) => fields[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const noBreath: Breath = async () => {};

/** What is signed of a pack: all of it, as it is kept after validation. */
export async function canonicalPack(pack: Pack, breath: Breath = noBreath): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const put = (text: string) => chunks.push(encoder.encode(text));
  // Documents are most of it: one at a time.
  put(`${PURPOSE}{"documents":[`);
  for (const [at, document] of pack.documents.entries()) {
    await breath();
    put(`${at === 0 ? '' : ','}${canonicalJson(document)}`);
  }
  put(`],"entities":${canonicalJson(pack.entities)},"manifest":${canonicalJson(pack.manifest)}`);
  put(`,"measures":${canonicalJson(pack.measures)},"vocabulary":${canonicalJson(pack.vocabulary)}}`);
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** SHA-256 in hex: another hash is another edition. */
export async function packHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
