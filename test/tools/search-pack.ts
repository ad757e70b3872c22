/** An invented pack for tests of the search: names in several scripts, numbers that are near each other, positions. */
import type { Claim, Document } from '../../corpus/schema/document.ts';
import type { Entity } from '../../corpus/schema/entity.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { figureClaim, sampleDocument, samplePack, stanceClaim } from './sample-pack.ts';

const person = (id: string, name: string, spellings: string[] = [], country = 'northland'): Entity => ({
  id,
  kind: 'person',
  name,
  aliases: spellings.map((text) => ({ text })),
  country,
});

const ferries = (id: string, value: number, surface: string, more: Partial<Claim> = {}): Claim =>
  figureClaim(id, 'ferries-in-service', value, { surface, ...more });

const report = (id: string, change: Partial<Document>): Document => ({ ...sampleDocument(id, []), ...change });

export const ENTITIES: Entity[] = [
  person('olena-shtyl', 'Olena Shtyl', ['Shtyl', 'Олена Штиль', 'Штиль', 'Olena Schtyl']),
  person('micheal-corran', 'Micheál Corran', ['Corran']),
  person('corran-bay-trust', 'Trust of the Corran Bay', [], 'southland'),
  person('elise-vauquelin', 'Élise Vauquelin', ['Madame Vauquelin'], 'southland'),
  {
    id: 'elysium-pier',
    kind: 'organisation',
    name: 'Pier of the Élysée',
    aliases: [{ text: 'l’Élysée' }],
    description: 'Where the boats of the palace lie.',
  },
];

export const DOCUMENTS: Document[] = [
  report('spring', {
    title: 'Ferry count rises along the coast',
    outlet: 'The Harbour Post',
    date: '2025-05-01',
    summary: 'Boats, crews and harbours after the winter.',
    entities: ['olena-shtyl', 'northland'],
    claims: [
      ferries('s26', 26, '26 ferries in service', { saidBy: 'Olena Shtyl', scope: { country: 'northland' } }),
      ferries('s28', 28, '28 ferries ready'),
      {
        ...stanceClaim('s-north', 'northland', 'in'),
        surface: 'will sail in any weather',
        saidBy: 'Olena Shtyl',
      } as Claim,
    ],
  }),
  report('summer', {
    title: 'Micheál Corran opens a pier',
    outlet: 'Island Courier',
    date: '2025-07-26',
    summary: 'A new pier, a brass band and no boat.',
    entities: ['micheal-corran', 'olena-shtyl', 'southland'],
    claims: [
      ferries('m2600', 2600, '2,600 passengers by ferry', { wording: 'passengers in one day' }),
      ferries('m15000', 15000, '15,000 tickets sold'),
      figureClaim('m-cost', 'ferries-ordered', 1_100_000_000, {
        surface: '€1.1bn for new ferries',
        quantity: { value: 1_100_000_000, bound: '=', unit: 'EUR' },
      } as Partial<Claim>),
      {
        ...stanceClaim('m-south', 'southland', 'out'),
        surface: 'no boat of ours',
        detail: 'Sailors stay ashore',
      } as Claim,
    ],
  }),
  report('autumn', {
    title: 'Harbours prepare',
    outlet: 'The Harbour Post',
    date: '2025-09',
    summary: 'Ferry crews of both shores trained together.',
    entities: ['southland', 'northland'],
    claims: [
      ferries('a26', 26, 'twenty-six ferries', {
        quantity: { value: 26, bound: '~', unit: 'ferries' },
      } as Partial<Claim>),
    ],
  }),
];

export function searchPack(): Pack {
  const pack = samplePack({ id: 'harbours', documents: DOCUMENTS });
  return {
    ...pack,
    entities: [...pack.entities, ...ENTITIES],
    measures: pack.measures.map((measure) =>
      measure.kind === 'stance'
        ? { ...measure, values: [...measure.values, { value: 'out', label: 'Stays in port', cues: ['stays in port'] }] }
        : measure,
    ),
  };
}
