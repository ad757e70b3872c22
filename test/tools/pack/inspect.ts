/** What is in a pack, for people. */
import { fingerprint } from '../../../corpus/signature.ts';
import { makeWords } from '../../../utils/words/index.ts';
import type { NamedPack } from './read.ts';

const words = makeWords();

function countBy<T>(records: readonly T[], key: (record: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(key(record), (counts.get(key(record)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const lines = (counts: readonly [string, number][]): string[] =>
  counts.map(([name, n]) => `  ${String(n).padStart(6)}  ${name}`);

export async function inspection({ pack, signature, hash, bytes }: NamedPack): Promise<string> {
  const { manifest, documents, measures, entities } = pack;
  const claims = documents.flatMap((document) => document.claims);
  const labels = new Map(measures.map((measure) => [measure.id, `${measure.label} (${measure.id}, ${measure.kind})`]));
  const used = new Set(claims.map((claim) => claim.measure));
  const unused = measures.filter((measure) => !used.has(measure.id)).map((measure) => measure.id);
  return [
    `${manifest.title} ${manifest.version} (${manifest.id})`,
    manifest.description,
    `Selection: ${manifest.selection}`,
    `Newest source: ${words.date(manifest.newest)}`,
    `Signature: ${signature ? `Ed25519, key ${await fingerprint(signature.key)}` : 'none'}`,
    `Content: ${hash.slice(0, 16)}, ${Math.ceil(bytes / 1024)} kB`,
    `Anchors of the topic: ${
      entities
        .filter((one) => one.anchor)
        .map((one) => one.name)
        .join(', ') || 'none'
    }; ${manifest.topic.length} groups of phrases`,
    `Sources: ${documents.length}, ${documents.filter((one) => one.url === undefined).length} without an address, ${documents.filter((one) => one.claims.length === 0).length} without a claim`,
    ...lines(countBy(documents, (one) => one.kind)),
    `Claims: ${claims.length}`,
    ...lines(countBy(claims, (one) => labels.get(one.measure) ?? one.measure)),
    ...(unused.length > 0 ? [`Measures without a claim: ${unused.join(', ')}`] : []),
    `Names: ${entities.length}`,
    ...lines(countBy(entities, (one) => one.kind)),
  ].join('\n');
}
