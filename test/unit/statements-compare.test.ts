import { describe, expect, test } from 'vitest';
import { daysOf } from '../../corpus/comparable.ts';
import { compareFacts, compareStances, compareStatement, strongestStances } from '../../corpus/compare-statements.ts';
import type { ClaimRow } from '../../corpus/source.ts';
import type { FactMeasureRule, MeasureRule, StanceMeasureRule } from '../../utils/language/pack-rules.ts';
import type { PairVerdict } from '../../utils/report.ts';
import { measures, seedDocument, statementsOf } from './statements-pack.ts';

const rule = (id: string): MeasureRule => {
  const found = measures.find((measure) => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
};
const fact = (id: string) => rule(id) as FactMeasureRule;
const stance = rule('stance') as StanceMeasureRule;

describe('facts', () => {
  const ROWS: [string, string, string, string, PairVerdict | null][] = [
    ['the same', 'participation-mode', 'phone', 'phone', 'same'],
    ['siblings', 'participation-mode', 'phone', 'video', 'conflicts'],
    ['narrower in wider', 'participation-mode', 'video', 'call', 'fits'],
    ['wider over two steps', 'participation-mode', 'remote', 'phone', 'fits'],
    ['in the room or from afar', 'participation-mode', 'in-person', 'remote', 'conflicts'],
    ['in the room or on screen', 'participation-mode', 'in-person', 'video', 'conflicts'],
    ['took part, no more', 'participation-mode', 'took-part', 'in-person', 'fits'],
    ['a value nobody knows', 'participation-mode', 'by-pigeon', 'phone', null],
    ['the same set', 'signatories', 'france,ukraine', 'france,ukraine', 'same'],
    ['some of the set', 'signatories', 'france,ukraine', 'france,ukraine,united-kingdom', 'fits'],
    ['one more than the set', 'signatories', 'france,germany,ukraine', 'france,ukraine', 'conflicts'],
    ['another in the set', 'signatories', 'france,germany', 'france,ukraine', 'conflicts'],
    ['another chair', 'co-chairs', 'emmanuel-macron,friedrich-merz', 'emmanuel-macron,keir-starmer', 'conflicts'],
    ['a month and its day', 'coalition-launch-date', '2025-03', '2025-03-02', 'fits'],
    ['another month', 'coalition-launch-date', '2025-02-17', '2025-03-02', 'conflicts'],
    ['may both be true', 'pledge', 'sanctions', 'fortifications', null],
    ['lists of guests are never whole', 'in-person-attendance', 'mark-rutte', 'keir-starmer', null],
    ['sooner or later', 'us-backstop-timing', 'coming-days', 'coming-weeks', 'conflicts'],
    ['all from afar is not both', 'meeting-format', 'remote', 'hybrid', 'conflicts'],
  ];
  test.each(ROWS)('%s', (_, measure, a, b, expected) => {
    const of = (value: string) => ({ value, modality: 'reported' as const });
    expect(compareFacts(of(a), of(b), fact(measure))).toBe(expected);
  });

  test('a set that is called whole conflicts with a larger one', () => {
    const some = { value: 'france,ukraine', modality: 'reported' as const };
    const all = { value: 'france,ukraine,united-kingdom', modality: 'reported' as const };
    expect(compareFacts(some, all, fact('signatories'))).toBe('fits');
    expect(compareFacts({ ...some, only: true }, all, fact('signatories'))).toBe('conflicts');
    expect(compareFacts({ ...all, only: true }, all, fact('signatories'))).toBe('same');
  });

  test.each(['expected', 'proposed', 'draft'] as const)('what is %s conflicts with nothing', (modality) => {
    const happened = { value: 'video', modality: 'reported' as const };
    expect(compareFacts({ value: 'phone', modality }, happened, fact('participation-mode'))).toBeNull();
    expect(compareFacts(happened, { value: 'phone', modality }, fact('participation-mode'))).toBeNull();
  });
});

describe('stances', () => {
  const ROWS: [string, string, string, PairVerdict][] = [
    ['the same', 'undecided', 'undecided', 'same'],
    ['two ways of yes', 'will-deploy', 'ready-to-deploy', 'fits'],
    ['two ways of no', 'supports-without-troops', 'rules-out-troops', 'fits'],
    ['two ways of perhaps', 'open', 'conditional', 'fits'],
    ['yes and no', 'will-deploy', 'rules-out-troops', 'conflicts'],
    ['yes and no, softly', 'ready-to-deploy', 'supports-without-troops', 'conflicts'],
    ['no and yes', 'rules-out-troops', 'ready-to-deploy', 'conflicts'],
    ['no and not decided', 'rules-out-troops', 'undecided', 'conflicts'],
    ['not decided and no', 'undecided', 'rules-out-troops', 'conflicts'],
    ['ready to and open to', 'ready-to-deploy', 'open', 'fits'],
    ['a will and open to', 'open', 'will-deploy', 'strained'],
    ['ready to and on conditions', 'ready-to-deploy', 'conditional', 'strained'],
    ['yes and not decided', 'will-deploy', 'undecided', 'strained'],
    ['perhaps and no', 'open', 'rules-out-troops', 'conflicts'],
    ['perhaps and no, softly', 'open', 'supports-without-troops', 'strained'],
    ['on conditions and no', 'conditional', 'rules-out-troops', 'strained'],
  ];
  const dates = { a: daysOf('2025-09-05'), b: daysOf('2025-09-04') };
  test.each(ROWS)('%s', (_, a, b, expected) => {
    const of = (value: string) => ({ value, modality: 'reported' as const });
    expect(compareStances(of(a), of(b), dates, stance)).toBe(expected);
  });

  const yes = { value: 'will-deploy', modality: 'reported' as const };
  const no = { value: 'rules-out-troops', modality: 'reported' as const };
  const MISSIONS: [string, string | undefined, string | undefined, PairVerdict | null][] = [
    ['neither says which', undefined, undefined, 'conflicts'],
    ['the same mission', 'peacekeeping', 'peacekeeping', 'conflicts'],
    ['one does not say which', undefined, 'reassurance-force', 'conflicts'],
    ['one says only peacekeeping', undefined, 'peacekeeping', 'conflicts'],
    ['two missions', 'reassurance-force', 'peacekeeping', null],
    ['beside Ukraine is not in it', undefined, 'neighbouring-nato', null],
    ['another task', undefined, 'other', null],
  ];
  test.each(MISSIONS)('missions: %s', (_, a, b, expected) => {
    expect(compareStances({ ...no, mission: a }, { ...yes, mission: b }, dates, stance)).toBe(expected);
  });

  const TIMES: [string, string, string, boolean, PairVerdict][] = [
    ['a month apart', '2025-10-04', '2025-09-04', false, 'conflicts'],
    ['beyond the window', '2025-12-04', '2025-09-04', false, 'changed since'],
    ['known to the month only', '2025-09', '2025-09-04', false, 'conflicts'],
    ['both office-holders, weeks apart', '2025-09-24', '2025-09-04', true, 'changed since'],
    ['both office-holders, the same week', '2025-09-08', '2025-09-04', true, 'conflicts'],
  ];
  test.each(TIMES)('time: %s', (_, a, b, officeHolder, expected) => {
    const when = { a: daysOf(a), b: daysOf(b) };
    expect(compareStances({ ...no, officeHolder }, { ...yes, officeHolder }, when, stance)).toBe(expected);
  });

  const CHANGES: [string, string, string | undefined, string, string | undefined, PairVerdict | null][] = [
    [
      'not decided, then next door',
      'undecided',
      'reassurance-force',
      'conditional',
      'neighbouring-nato',
      'changed since',
    ],
    ['next door, before it not decided', 'conditional', 'neighbouring-nato', 'undecided', undefined, 'changed since'],
    ['open, then on conditions', 'open', undefined, 'conditional', undefined, 'changed since'],
    ['two ways of yes', 'will-deploy', undefined, 'ready-to-deploy', undefined, 'fits'],
    ['two ways of no', 'rules-out-troops', undefined, 'supports-without-troops', undefined, 'fits'],
    ['the same', 'undecided', undefined, 'undecided', undefined, 'same'],
    [
      'two missions of which each has its stance',
      'open',
      'peacekeeping',
      'rules-out-troops',
      'reassurance-force',
      null,
    ],
  ];
  test.each(CHANGES)('beyond the window: %s', (_, a, missionA, b, missionB, expected) => {
    const when = { a: daysOf('2025-09-04'), b: daysOf('2026-01-06') };
    const [one, other] = [
      { value: a, modality: 'reported' as const, mission: missionA },
      { value: b, modality: 'reported' as const, mission: missionB },
    ];
    expect(compareStances(one, other, when, stance)).toBe(expected);
  });

  test('within the window who has not decided on one mission says nothing of another', () => {
    const undecided = { value: 'undecided', modality: 'reported' as const, mission: 'reassurance-force' };
    expect(compareStances(undecided, { ...no, mission: 'peacekeeping' }, dates, stance)).toBeNull();
  });

  test('a date that nobody knows does not excuse a conflict', () => {
    expect(compareStances(no, yes, { a: null, b: null }, stance)).toBe('conflicts');
  });

  test('what is proposed conflicts with nothing', () => {
    expect(compareStances({ ...no, modality: 'proposed' }, yes, dates, stance)).toBeNull();
  });
});

describe('with the seeds', () => {
  const rows: ClaimRow[] = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'].flatMap((id) => {
    const { claims, ...head } = seedDocument(id);
    return claims.map((claim) => ({ pack: 'test', claim, document: { ...head, pack: 'test' } }));
  });
  const against = (text: string, date: string) =>
    statementsOf(text, date).flatMap((statement) =>
      rows
        .filter(
          ({ claim }) =>
            claim.measure === statement.measure &&
            claim.scope.country === statement.scope.country &&
            claim.scope.event === statement.scope.event,
        )
        .map((row) => `${row.document.id} ${compareStatement(statement, row, rule(statement.measure), daysOf(date))}`),
    );

  test('Trump by phone: two reports agree, two differ', () => {
    expect(against('Donald Trump joined the Coalition of the Willing in Paris by phone.', '2025-09-05').sort()).toEqual(
      ['seed-000 same', 'seed-001 conflicts', 'seed-003 same', 'seed-004 conflicts'],
    );
  });

  test('Italy with troops, where a report has it without', () => {
    expect(against('Italy will send troops to Ukraine.', '2025-09-06')).toEqual(['seed-004 conflicts']);
    expect(against('Italy will send troops to Ukraine.', '2026-06-06')).toEqual(['seed-004 changed since']);
    expect(against('Italy will send no troops to Ukraine.', '2025-09-06')).toEqual(['seed-004 same']);
  });

  test('an office-holder’s words outdo a report of the same days', () => {
    const german = rows.filter(({ claim }) => claim.kind === 'stance' && claim.scope.country === 'germany');
    const [report] = german.filter(({ claim }) => claim.id === 'a0de2-germany-later');
    const otherwise = {
      ...report!,
      claim: { ...report!.claim, id: 'otherwise', value: 'will-deploy' } as ClaimRow['claim'],
    };
    const kept = strongestStances([...german, otherwise]).map(({ claim }) => claim.id);
    expect(kept).toContain('e4de-germany-undecided');
    expect(kept).not.toContain('otherwise');
    // A report that says the same is one more source.
    expect(kept).toContain('a0de2-germany-later');
    expect(kept).toContain('c2de-germany-neighbouring');
    expect(kept).toContain('a0de3-germany-training');
  });
});
