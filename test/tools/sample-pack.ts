/** A small invented pack for tests: a fleet that nobody has, on a topic that is not the bundled one. */
import type { Claim, Document } from '../../corpus/schema/document.ts';
import type { Pack } from '../../corpus/schema/pack.ts';

export function figureClaim(id: string, measure: string, value: number, more: Partial<Claim> = {}): Claim {
  return {
    id,
    kind: 'figure',
    measure,
    scope: {},
    surface: `${value} ferries`,
    modality: 'reported',
    quantity: { value, bound: '=', unit: 'ferries' },
    ...more,
  } as Claim;
}

export function stanceClaim(id: string, country: string, value: string): Claim {
  return {
    id,
    kind: 'stance',
    measure: 'stance',
    scope: { country },
    surface: 'will not sail',
    modality: 'reported',
    value,
  };
}

export function sampleDocument(id: string, claims: Claim[], entities: string[] = []): Document {
  return {
    id,
    outlet: 'The Harbour Post',
    title: `Ferries, part ${id}`,
    date: '2025-05-01',
    language: 'en',
    kind: 'news',
    summary: 'A report on ferries.',
    entities,
    claims,
  };
}

/** Two measures, three entities, three documents; `version` and `documents` may be others. */
export function samplePack(change: { id?: string; version?: string; documents?: Document[] } = {}): Pack {
  const measure = {
    kind: 'figure' as const,
    definition: 'Ferries in service.',
    units: { ferries: ['ferry'] },
    select: [{ all: [['in service']], reach: 'sentence' as const }],
    antiCues: [],
    temporal: 'evolving' as const,
    windowDays: 30,
    requires: [],
    sameAs: [],
    confusedWith: [],
  };
  return {
    manifest: {
      format: 1,
      id: change.id ?? 'ferries',
      version: change.version ?? '1.0.0',
      title: 'Ferries',
      description: 'Ferries of the islands.',
      languages: ['en'],
      selection: 'All that there are.',
      newest: '2025-05-01',
      topic: [{ all: [['ferries'], ['islands']] }],
      corrections: [],
      unknowns: [],
    },
    vocabulary: {},
    entities: [
      { id: 'northland', kind: 'country', name: 'Northland', aliases: [{ text: 'Northland' }] },
      { id: 'southland', kind: 'country', name: 'Southland', aliases: [{ text: 'Southland' }] },
      {
        id: 'island-line',
        kind: 'organisation',
        name: 'Island Line',
        aliases: [{ text: 'the Line', needsContext: true }],
        anchor: true,
      },
    ],
    measures: [
      { ...measure, id: 'ferries-in-service', label: 'Ferries in service' },
      { ...measure, id: 'ferries-ordered', label: 'Ferries ordered' },
      {
        id: 'stance',
        kind: 'stance',
        label: 'Position',
        definition: 'Whether a country takes part.',
        antiCues: [],
        temporal: 'evolving',
        requires: ['country'],
        sameAs: [],
        confusedWith: [],
        values: [{ value: 'in', label: 'Takes part', cues: ['takes part'] }],
        missions: [],
        objects: ['ferries'],
        cues: ['sail'],
      },
    ],
    documents: change.documents ?? [
      sampleDocument(
        'doc-b',
        [
          figureClaim('b-1', 'ferries-in-service', 12, { scope: { country: 'northland' } }),
          figureClaim('b-2', 'ferries-ordered', 4),
          stanceClaim('b-3', 'northland', 'in'),
        ],
        ['northland', 'island-line'],
      ),
      sampleDocument(
        'doc-a',
        [figureClaim('a-1', 'ferries-in-service', 14, { scope: { country: 'southland' } })],
        ['southland', 'island-line'],
      ),
      sampleDocument('doc-c', [figureClaim('c-1', 'ferries-in-service', 26), stanceClaim('c-2', 'southland', 'in')]),
    ],
  };
}
