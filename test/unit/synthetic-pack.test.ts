import { describe, expect, test } from 'vitest';
import { checkPack } from '../../corpus/packs/check.ts';
import { Pack } from '../../corpus/schema/pack.ts';
import { SMALL, syntheticPack } from '../tools/synthetic-pack.ts';

describe('synthetic packs', () => {
  const pack = syntheticPack(SMALL);

  test('are valid packs, as a pack of the repository has to be', () => {
    expect(Pack.safeParse(pack).error?.issues ?? []).toEqual([]);
    expect(checkPack(pack)).toEqual([]);
  });

  test('have as many documents, claims and names as was asked for', () => {
    const claims = pack.documents.reduce((sum, document) => sum + document.claims.length, 0);
    expect([pack.documents.length, claims, pack.entities.length]).toEqual([SMALL.documents, SMALL.claims, SMALL.names]);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(syntheticPack(SMALL)).toEqual(pack);
    expect(syntheticPack({ ...SMALL, seed: 2 }).documents[0]).not.toEqual(pack.documents[0]);
  });

  test('have a few names that are everywhere and many that are hardly anywhere', () => {
    const counts = new Map<string, number>();
    for (const { entities } of pack.documents) for (const id of entities) counts.set(id, (counts.get(id) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(SMALL.documents / 3);
    expect(sorted.at(-1)).toBe(1);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(SMALL.documents / 20);
  });
});
