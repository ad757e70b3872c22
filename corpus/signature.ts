/** Ed25519 signatures of packs, through WebCrypto: in Chrome from 137, in Firefox from 129, in Node from 20. */
import { canonicalPack } from './canonical.ts';
import type { Pack, PackSignature } from './schema/pack.ts';

const ED25519 = 'Ed25519';
/** Letters and digits of a key's fingerprint that are shown: 80 bits, too many to make another key for. */
const FINGERPRINT_LENGTH = 20;
const FINGERPRINT_GROUP = 4;

/** An author's key pair as it lies in a file; the private part is PKCS #8. All in base64url. */
export interface KeyFile {
  algorithm: 'Ed25519';
  public: string;
  private: string;
}

export type SignatureCheck = 'good' | 'bad' | 'unsupported';

/** Whether `bytes` (of `canonicalPack`) were signed so. `unsupported`: this browser cannot tell. */
export async function verifySignature(
  bytes: Uint8Array<ArrayBuffer>,
  signature: PackSignature,
): Promise<SignatureCheck> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', fromBase64Url(signature.key), ED25519, true, ['verify']);
  } catch (error) {
    return error instanceof Error && error.name === 'NotSupportedError' ? 'unsupported' : 'bad';
  }
  const good = await crypto.subtle.verify(ED25519, key, fromBase64Url(signature.value), bytes);
  return good ? 'good' : 'bad';
}

export async function makeKeys(): Promise<KeyFile> {
  const pair = (await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify'])) as CryptoKeyPair;
  const [open, secret] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { algorithm: ED25519, public: toBase64Url(open), private: toBase64Url(secret) };
}

/** `pack` must have gone through the validation: what is signed is what readers will keep. */
export async function signPack(pack: Pack, keys: KeyFile): Promise<PackSignature> {
  const key = await crypto.subtle.importKey('pkcs8', fromBase64Url(keys.private), ED25519, false, ['sign']);
  const value = await crypto.subtle.sign(ED25519, key, await canonicalPack(pack));
  return { algorithm: ED25519, key: keys.public, value: toBase64Url(value) };
}

/** `ab12-cd34-…`: what two people compare who want to know whether they hold the same key. */
export async function fingerprint(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64Url(key)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.slice(0, FINGERPRINT_LENGTH).match(new RegExp(`.{${FINGERPRINT_GROUP}}`, 'g')) ?? []).join('-');
}

export function toBase64Url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws where a text is no base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
