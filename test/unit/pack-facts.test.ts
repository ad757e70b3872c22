import { describe, expect, it } from 'vitest';
import { packFacts } from '../../corpus/pack-facts.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Document } from '../../corpus/schema/document.ts';
import { PACK_DIRECTORY } from '../tools/packs.ts';
import { figureClaim, sampleDocument, stanceClaim } from '../tools/sample-pack.ts';

const report = (id: string, change: Partial<Document> = {}): Document => ({
  ...sampleDocument(id, [figureClaim('a', 'ferries-in-service', 12), stanceClaim('b', 'northland', 'in')]),
  ...change,
});

describe('what a pack is made of', () => {
  it('counts documents, claims, dates', () => {
    const facts = packFacts([report('a'), report('b', { date: '2025-06' }), report('c', { date: undefined })]);
    expect(facts).toMatchObject({
      documents: 3,
      claims: { figures: 3, stances: 3, facts: 0 },
      oldest: '2025-05-01',
      newest: '2025-06',
      undated: 1,
    });
  });

  it('counts who wrote a text, not who printed it, and one text of one day once', () => {
    const wire = { origin: 'Gull Wire', kind: 'wire-copy' as const, country: 'NO' };
    const facts = packFacts([
      report('a', { ...wire, outlet: 'Gull Wire (via The Pier)' }),
      report('b', { ...wire, outlet: 'Gull Wire (via The Mole)' }),
      report('c', { ...wire, date: '2025-06-01' }),
      report('d', { country: 'IS', language: 'is' }),
    ]);
    expect(facts.copies).toBe(3);
    expect(facts.outlets).toEqual([
      { name: 'Gull Wire', n: 2 },
      { name: 'The Harbour Post', n: 1 },
    ]);
    expect(facts.kinds).toEqual([
      { name: 'wire-copy', n: 2 },
      { name: 'news', n: 1 },
    ]);
    expect(facts.countries).toEqual([
      { name: 'NO', n: 2 },
      { name: 'IS', n: 1 },
    ]);
    expect(facts.languages).toEqual([
      { name: 'en', n: 2 },
      { name: 'is', n: 1 },
    ]);
  });

  it('of an empty pack is nothing', () => {
    expect(packFacts([])).toMatchObject({ documents: 0, copies: 0, undated: 0, outlets: [], kinds: [] });
    expect(packFacts([]).newest).toBeUndefined();
  });

  it('fits the bundled pack: every source has a kind and a language, and the newest is the manifest’s', () => {
    const pack = readPackDirectory(PACK_DIRECTORY);
    const facts = packFacts(pack.documents);
    const sum = (list: readonly { n: number }[]) => list.reduce((all, { n }) => all + n, 0);
    expect(facts.newest).toBe(pack.manifest.newest);
    expect(facts.languages.map(({ name }) => name)).toEqual(pack.manifest.languages);
    for (const list of [facts.kinds, facts.outlets, facts.countries, facts.languages])
      expect(sum(list)).toBe(sum(facts.kinds));
    expect(sum(facts.kinds)).toBeLessThanOrEqual(facts.documents);
  });
});
