import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import { reachOf } from '../../corpus/reach.ts';
import type { Claim, Document } from '../../corpus/schema/document.ts';
import type { DocumentRow } from '../../corpus/source.ts';
import type { Item } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';
import { sampleDocument, samplePack, stanceClaim } from '../tools/sample-pack.ts';

const position = (value: string, more: Partial<Claim> = {}): Claim =>
  ({ ...stanceClaim('s', 'northland', value), ...more }) as Claim;

const told = (id: string, date: string, claim: Claim, outlet = 'The Harbour Post'): Document => ({
  ...sampleDocument(id, [claim], ['northland']),
  date,
  outlet,
});

/** The card of Northland on a page of the day, with these documents. */
async function northland(documents: Document[]) {
  const corpus = memoryCorpus([samplePack({ documents })]);
  const text = 'The ferries of the islands wait. Northland takes part, and Island Line sails with the ferries.';
  const report = await analysePage(
    {
      url: 'https://page.example/',
      dates: [{ source: 'meta', value: '2025-06-20' }],
      language: 'en',
      title: '',
      blocks: [{ id: 0, text, kind: 'paragraph', section: 0 }],
    },
    corpus,
    { words: makeWords('en') },
  );
  return report.entities.northland;
}

describe('the positions on a name’s card', () => {
  it('are one line where sources tell the same one after the other, and say how many do', async () => {
    const card = await northland([
      told('a', '2025-05-01', position('in', { saidBy: 'a spokesman' })),
      told('b', '2025-05-03', position('in', { saidBy: 'the minister', officeHolder: true })),
      told('c', '2025-05-04', position('in', { origin: 'Gull Wire' })),
      told('d', '2025-05-05', position('in', { origin: 'Gull Wire' })),
    ]);
    expect(card?.stances).toHaveLength(1);
    // The minister's own words, though the wire is newer; its two prints are one more source.
    expect(card?.stances[0]).toMatchObject({ value: 'in', asOf: '2025-05-03', saidBy: 'the minister', more: 2 });
  });

  it('are a line each where the position or the mission changed in between', async () => {
    const card = await northland([
      told('a', '2025-01-01', position('in')),
      told('b', '2025-03-01', position('out')),
      told('c', '2025-05-01', position('in')),
      told('d', '2025-05-02', position('in', { mission: 'islands' } as Partial<Claim>)),
    ]);
    expect(card?.stances.map(({ asOf, value, more }) => [asOf, value, more])).toEqual([
      ['2025-05-02', 'in', 0],
      ['2025-05-01', 'in', 0],
      ['2025-03-01', 'out', 0],
      ['2025-01-01', 'in', 0],
    ]);
  });

  it('leave out what the office-holder’s own words outdo', async () => {
    const card = await northland([
      told('a', '2025-05-01', position('in', { officeHolder: true })),
      told('b', '2025-05-02', position('out')),
    ]);
    expect(card?.stances.map(({ value }) => value)).toEqual(['in']);
  });

  it('leave out “not decided” beside a decision on one mission', async () => {
    const card = await northland([
      told('a', '2025-05-01', position('in', { officeHolder: true, mission: 'islands' } as Partial<Claim>)),
      told('b', '2025-05-02', position('undecided')),
      told('c', '2025-05-02', position('out')),
    ]);
    expect(card?.stances.map(({ value }) => value)).toEqual(['out', 'in']);
  });
});

describe('how far the sources reach', () => {
  const rows = new Map<string, DocumentRow>(
    [
      { id: 'a', pack: 'ferries', date: '2025-05-01' },
      { id: 'b', pack: 'ferries', date: '2025-05' },
      { id: 'c', pack: 'lighthouses', date: undefined },
    ].map((row) => [row.id, { ...sampleDocument(row.id, []), ...row } as DocumentRow]),
  );
  const packs = [
    { id: 'ferries', newest: '2025-06-01' },
    { id: 'lighthouses', newest: '2026-01-01' },
  ];
  const item = (documents: string[], measure: string | null = 'm') =>
    ({ measure, against: documents.map((document) => ({ document, asOf: '2024-01-01' })) }) as Pick<
      Item,
      'measure' | 'against'
    >;

  it.each([
    ['sources of one pack', ['a', 'b'], { newest: '2025-05-01', reach: '2025-06-01' }],
    ['a source without a date has its claim’s', ['c'], { newest: '2024-01-01', reach: '2026-01-01' }],
    ['no source, several packs', [], { newest: undefined, reach: undefined }],
  ])('%s', (_, documents, reach) => {
    expect(reachOf(item(documents), rows, packs)).toEqual(reach);
  });

  it('is the only pack’s where there is one, and nothing for what nobody counts', () => {
    expect(reachOf(item([]), rows, packs.slice(0, 1))).toEqual({ newest: undefined, reach: '2025-06-01' });
    expect(reachOf(item(['a'], null), rows, packs)).toEqual({});
  });
});
