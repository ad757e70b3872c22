import { describe, expect, it } from 'vitest';
import { type Comparison, comparableClaims, daysApart, daysOf } from '../../corpus/comparable.ts';
import type { ClaimRow } from '../../corpus/source.ts';
import { overallVerdict, type SourceVote } from '../../corpus/verdict.ts';

const vote = (verdict: SourceVote['verdict'], rest: Partial<SourceVote> = {}): SourceVote => ({
  verdict,
  inWindow: true,
  asOf: '2025-09-04',
  later: false,
  ...rest,
});
const before = { inWindow: false, asOf: '2025-03-01' };
const after = { inWindow: false, asOf: '2026-01-08', later: true };

describe('one verdict from many sources', () => {
  it.each([
    ['all fit', [vote('same'), vote('fits')], 'agrees'],
    ['none fits, one conflicts', [vote('conflicts'), vote('conflicts')], 'conflicts'],
    ['some fit, others conflict', [vote('same'), vote('conflicts')], 'sources differ'],
    ['none fits, one is only strained', [vote('conflicts'), vote('strained')], 'conflicts'],
    ['only strained', [vote('strained')], 'strained'],
    ['one fits, one is strained', [vote('fits'), vote('strained')], 'strained'],
    ['nothing to compare', [], 'only here'],
    ['fits the last report, long before', [vote('same', before)], 'as last reported'],
    ['conflicts with an older report only', [vote('conflicts', before)], 'changed since'],
    ['conflicts with a later report only', [vote('conflicts', after)], 'changed since'],
    ['fits the older, but a later one conflicts', [vote('same', before), vote('conflicts', after)], 'changed since'],
    ['in its own week it agrees; what came later does not count', [vote('same'), vote('conflicts', after)], 'agrees'],
  ] as const)('%s', (_, votes, verdict) => {
    expect(overallVerdict(votes).verdict).toBe(verdict);
  });

  it('is less exact only where every source is more exact', () => {
    expect(overallVerdict([vote('fits', { exactness: 'less exact' })]).exactness).toBe('less exact');
    expect(overallVerdict([vote('fits', { exactness: 'less exact' }), vote('same')]).exactness).toBeUndefined();
  });
});

const row = (claim: Partial<ClaimRow['claim']> & { quantity?: unknown }, date?: string): ClaimRow =>
  ({
    pack: 'p',
    document: {
      id: 'd',
      outlet: 'O',
      title: 'T',
      language: 'en',
      kind: 'news',
      summary: 's',
      entities: [],
      pack: 'p',
      date,
    },
    claim: {
      id: 'c',
      kind: 'figure',
      measure: 'members',
      scope: {},
      surface: '35 states',
      modality: 'reported',
      quantity: { value: 35, bound: '=', unit: 'countries' },
      ...claim,
    },
  }) as ClaimRow;

const page: Comparison = {
  measure: 'members',
  sameAs: [],
  requires: [],
  temporal: 'evolving',
  windowDays: 50,
  scope: {},
  unit: 'countries',
  when: { from: '2025-09-20', to: '2025-09-20' },
  modality: 'reported',
};

describe('what may be compared', () => {
  it.each([
    ['the same count, within the window', page, row({ asOf: '2025-09-04' }), { inWindow: true, later: false }],
    [
      'known to the month, which reaches into the window',
      page,
      row({ asOf: '2025-08' }),
      { inWindow: true, later: false },
    ],
    ['four months later', page, row({ asOf: '2026-01' }), { inWindow: false, later: true }],
    [
      'undated page: all, in the window',
      { ...page, when: null },
      row({ asOf: '2024-01-01' }),
      { inWindow: true, later: false },
    ],
    ['leaders are not countries', { ...page, unit: 'leaders' }, row({ asOf: '2025-09-04' }), null],
    ['another measure', { ...page, measure: 'pledgers' }, row({}), null],
    [
      'another wording of the same count',
      { ...page, measure: 'pledgers', sameAs: ['members'] },
      row({ asOf: '2025-09-04' }),
      { inWindow: true, later: false },
    ],
    ['what was expected is not what happened', page, row({ modality: 'expected', asOf: '2025-09-04' }), null],
    [
      'a measure of an event, and the page names none',
      { ...page, requires: ['event'], temporal: 'event' },
      row({ scope: { event: 'paris' } }),
      null,
    ],
    [
      'another event',
      { ...page, requires: ['event'], temporal: 'event', scope: { event: 'kyiv' } },
      row({ scope: { event: 'paris' } }),
      null,
    ],
    [
      'the same event, whenever the page was written',
      { ...page, requires: ['event'], temporal: 'event', scope: { event: 'paris' } },
      row({ scope: { event: 'paris' }, asOf: '2024-01-01' }),
      { inWindow: true, later: false },
    ],
    ['one country’s, and the page’s of all', page, row({ scope: { country: 'france' } }), null],
    ['a part of the group only', page, row({ scope: { group: 'european' } }), null],
  ] as const)('%s', (_, comparison, claim, expected) => {
    const [found] = comparableClaims(comparison as Comparison, [claim]);
    if (expected === null) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it.each([
    ['2025', { from: '2025-01-01', to: '2025-12-31' }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
    ['2025-09-04', { from: '2025-09-04', to: '2025-09-04' }],
  ])('%s as days', (partial, days) => expect(daysOf(partial)).toEqual(days));

  it('counts the days between two stretches', () => {
    expect(daysApart(daysOf('2025-09-04'), daysOf('2025-09-20'))).toBe(16);
    expect(daysApart(daysOf('2025-09'), daysOf('2025-09-20'))).toBe(0);
  });
});
