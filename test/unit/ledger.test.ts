/** Who stands where: order in time, weight of voices, sources that differ, copies, counts. All islands are invented. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedgers } from '../../corpus/ledger.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import { packProblems } from '../../corpus/packs/check.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import type { ClaimRow } from '../../corpus/source.ts';
import type { LedgerRow, Position } from '../../utils/ledger.ts';
import { makeWords } from '../../utils/words/index.ts';
import { fact, figure, ledgerOf, office, report } from '../fixtures/ledgers.ts';
import { fc } from '../tools/fuzz.ts';
import { openPackByName, PACK_DIRECTORY } from '../tools/packs.ts';
import { figureClaim, sampleDocument, samplePack, stanceClaim } from '../tools/sample-pack.ts';

const N = 'northland';

function rowOf(claims: readonly ClaimRow[], country = N): LedgerRow {
  const row = ledgerOf(claims).rows.find((one) => one.country === country);
  if (!row) throw new Error(`no row for ${country}`);
  return row;
}
const brief = (all: readonly Position[]) => all.map(({ value, asOf }) => `${value} ${asOf ?? '-'}`);

describe('where a country stands', () => {
  it.each<[kind: string, claims: ClaimRow[], expected: Partial<Record<'now' | 'also' | 'before' | 'ahead', string[]>>]>(
    [
      ['one claim', [office(N, 'ready', '2025-09-04')], { now: ['ready 2025-09-04'] }],
      [
        'the newest of several, whatever their order',
        [office(N, 'will-join', '2026-01-06'), office(N, 'undecided', '2025-09-04'), office(N, 'open', '2025-02-18')],
        { now: ['will-join 2026-01-06'], before: ['undecided 2025-09-04'] },
      ],
      [
        'the same said again is no change',
        [office(N, 'stays-out', '2025-03-12'), office(N, 'stays-out', '2026-01-06')],
        { now: ['stays-out 2026-01-06'] },
      ],
      [
        'back to an earlier position: before is what lay between',
        [office(N, 'open', '2025-02-18'), office(N, 'undecided', '2025-05-01'), office(N, 'open', '2025-09-28')],
        { now: ['open 2025-09-28'], before: ['undecided 2025-05-01'] },
      ],
      [
        'an office-holder outweighs a later report within the window, which is shown',
        [office(N, 'conditional', '2026-01-06'), report(N, 'undecided', '2026-01-08')],
        { now: ['conditional 2026-01-06'], also: ['undecided 2026-01-08'] },
      ],
      [
        'a report long after an office-holder spoke is the newest there is',
        [office(N, 'conditional', '2025-05-01'), report(N, 'undecided', '2026-01-08')],
        { now: ['undecided 2026-01-08'], before: ['conditional 2025-05-01'] },
      ],
      [
        'a report that says the same as the office-holder is no other report',
        [office(N, 'ready', '2026-01-06'), report(N, 'ready', '2026-01-07')],
        { now: ['ready 2026-01-06'] },
      ],
      [
        'a report from before the office-holder spoke is what it was',
        [report(N, 'ready', '2025-08-19'), office(N, 'will-join', '2026-01-06')],
        { now: ['will-join 2026-01-06'], before: ['ready 2025-08-19'] },
      ],
      [
        'an earlier report that an office-holder outweighed then never was the position',
        [office(N, 'open', '2025-03-16'), report(N, 'ready', '2025-03-23'), office(N, 'open', '2025-09-04')],
        { now: ['open 2025-09-04'] },
      ],
      [
        'two office-holders on one day: both, from yes to no',
        [office(N, 'open', '2025-03-10'), office(N, 'ready', '2025-03-10')],
        { now: ['ready 2025-03-10', 'open 2025-03-10'] },
      ],
      [
        'reports of neighbouring days without an office-holder: both',
        [report(N, 'ready', '2025-09-04'), report(N, 'open', '2025-09-05')],
        { now: ['ready 2025-09-04', 'open 2025-09-05'] },
      ],
      [
        'two days apart, the later one stands',
        [office(N, 'ready', '2025-09-04'), office(N, 'open', '2025-09-06')],
        { now: ['open 2025-09-06'], before: ['ready 2025-09-04'] },
      ],
      [
        'a month that holds the other’s day is the same time',
        [office(N, 'ready', '2026-01', {}, { date: '2026-01-08' }), office(N, 'open', '2026-01-06')],
        { now: ['ready 2026-01', 'open 2026-01-06'] },
      ],
      [
        'a month ends on the day its report was printed, so a later day is later',
        [office(N, 'ready', '2026-01', {}, { date: '2026-01-08' }), office(N, 'open', '2026-01-20')],
        { now: ['open 2026-01-20'], before: ['ready 2026-01'] },
      ],
      [
        'a claim without a date of its own has its document’s',
        [office(N, 'ready', undefined, {}, { date: '2025-09-05' }), office(N, 'open', '2025-02-01')],
        { now: ['ready 2025-09-05'], before: ['open 2025-02-01'] },
      ],
      [
        'no date at all: it decides nothing where others have one',
        [office(N, 'ready'), office(N, 'open', '2025-02-01')],
        { now: ['open 2025-02-01'] },
      ],
      ['nothing but undated ones', [office(N, 'ready')], { now: ['ready -'] }],
      [
        'what is expected is never the stance',
        [office(N, 'undecided', '2025-09-04'), report(N, 'will-join', '2025-10-01', { modality: 'expected' })],
        { now: ['undecided 2025-09-04'], ahead: ['will-join 2025-10-01'] },
      ],
      [
        'a plan older than the stance is no news',
        [report(N, 'will-join', '2025-05-01', { modality: 'proposed' }), office(N, 'undecided', '2025-09-04')],
        { now: ['undecided 2025-09-04'] },
      ],
      [
        'nothing but a draft',
        [report(N, 'will-join', '2025-05-01', { modality: 'draft' })],
        { now: [], ahead: ['will-join 2025-05-01'] },
      ],
      [
        'two positions before, of one time',
        [report(N, 'ready', '2025-09-04'), report(N, 'open', '2025-09-05'), office(N, 'will-join', '2026-01-06')],
        { now: ['will-join 2026-01-06'], before: ['ready 2025-09-04', 'open 2025-09-05'] },
      ],
    ],
  )('%s', (_kind, claims, expected) => {
    for (const order of [claims, [...claims].reverse()]) {
      const row = rowOf(order);
      const found = { now: brief(row.now), also: brief(row.also), before: brief(row.before), ahead: brief(row.ahead) };
      expect(found).toEqual({ now: [], also: [], before: [], ahead: [], ...expected });
    }
  });

  it.each<[kind: string, first: string, second: string, differs: boolean]>([
    ['a yes beside what is left open', 'ready', 'open', true],
    ['a yes beside a no', 'ready', 'stays-out', true],
    ['two wordings of a no', 'supports', 'stays-out', false],
    ['two wordings of a yes', 'will-join', 'ready', false],
  ])('one day, %s', (_kind, first, second, differs) => {
    const row = rowOf([office(N, first, '2025-03-10'), office(N, second, '2025-03-10')]);
    expect(row.now).toHaveLength(2);
    expect(row.differs).toBe(differs);
  });

  it('says since when it has been so, where it was another before', () => {
    const stayed = [
      office(N, 'undecided', '2025-02-18'),
      office(N, 'open', '2025-09-01'),
      office(N, 'open', '2025-09-28'),
    ];
    expect(rowOf(stayed).changed).toBe('2025-09-01');
    expect(rowOf(stayed.slice(1)).changed).toBeUndefined();
  });

  it('lets the strongest voice speak, with its terms and mission', () => {
    const [now] = rowOf([
      report(N, 'conditional', '2026-01-07', { detail: 'Seen in harbour papers' }),
      report(N, 'conditional', '2026-01-06', { saidBy: 'The Tide' }),
      office(N, 'conditional', '2026-01-06', { saidBy: 'Ada Lind', detail: 'After the thaw', mission: 'winter' }),
    ]).now;
    expect(now).toMatchObject({
      voice: 'office',
      saidBy: 'Ada Lind',
      terms: 'After the thaw',
      mission: 'the winter line',
      side: 'open',
      display: 'on conditions',
      sources: 3,
    });
  });

  it('tells a named other’s account from an office-holder’s word and from a bare report', () => {
    const voices = (claims: ClaimRow[]) => rowOf(claims).now.map(({ voice }) => voice);
    expect(voices([office(N, 'ready', '2025-01-01')])).toEqual(['office']);
    expect(voices([report(N, 'ready', '2025-01-01', { saidBy: 'The Tide' })])).toEqual(['named']);
    expect(voices([report(N, 'ready', '2025-01-01')])).toEqual(['report']);
  });
});

describe('an offer on another question', () => {
  const piers = (value: string, asOf: string, more = {}) => office(N, value, asOf, { mission: 'piers', ...more });
  it('stands beside the position and never is it', () => {
    const row = rowOf([
      office(N, 'stays-out', '2025-09-04'),
      piers('ready', '2026-01-06'),
      piers('open', '2025-01-01'),
    ]);
    expect([brief(row.now), brief(row.besides), brief(row.before)]).toEqual([
      ['stays-out 2025-09-04'],
      ['ready 2026-01-06'],
      [],
    ]);
    expect(row.timeline).toHaveLength(3);
    expect(ledgerOf([piers('will-join', '2026-01-06')]).rows[0]?.now).toEqual([]);
  });
  it('is none where it is only planned', () => {
    expect(rowOf([piers('ready', '2026-01-06', { modality: 'expected' })]).besides).toEqual([]);
  });
});

describe('copies of one origin', () => {
  const wire = { origin: 'Sea Wire' };
  it('count once, and all are shown', () => {
    const row = rowOf([
      report(N, 'ready', '2025-09-04', wire, { kind: 'wire-copy' }),
      report(N, 'ready', '2025-09-05', wire),
      report(N, 'ready', '2025-09-05', {}, { outlet: 'sea wire' }),
      report(N, 'ready', '2025-09-05', {}, { outlet: 'Mirror of the Wire', origin: 'Sea Wire' }),
      report(N, 'ready', '2025-09-05'),
    ]);
    expect(row.timeline).toHaveLength(5);
    expect(row.timeline.filter(({ isCopy }) => isCopy)).toHaveLength(3);
    expect(row.sources).toBe(2);
    expect(row.now[0]?.sources).toBe(2);
  });
  it('are none where an agency says another thing, or says it again weeks later', () => {
    const row = rowOf([
      report(N, 'ready', '2025-09-04', wire),
      report(N, 'open', '2025-09-04', wire),
      report(N, 'ready', '2025-10-04', wire),
      report(N, 'ready', '2025-10-04', { ...wire, modality: 'expected' }),
    ]);
    expect(row.timeline.filter(({ isCopy }) => isCopy)).toEqual([]);
    expect(row.sources).toBe(1);
  });
});

describe('a country’s timeline', () => {
  it('has every claim, newest first, undated last, each with its document and link', () => {
    const row = rowOf([
      office(
        N,
        'open',
        '2025-02-18',
        { fragment: { start: 'could join' } },
        { outlet: 'The Tide', url: 'https://tide.example/a' },
      ),
      fact(N, 'council', '2026-01-06'),
      report(N, 'ready', undefined, {}, { url: undefined }),
      figure('ships-offered', { country: N }, { value: 4, bound: '<=', unit: 'ships' }, '2025-06-01'),
    ]);
    expect(row.timeline.map(({ kind, asOf, display }) => [kind, asOf, display])).toEqual([
      ['fact', '2026-01-06', 'the council'],
      ['figure', '2025-06-01', '≤ 4 ships'],
      ['stance', '2025-02-18', 'open to joining'],
      ['stance', undefined, 'ready to join'],
    ]);
    expect(row.timeline[2]?.source).toMatchObject({
      outlet: 'The Tide',
      url: 'https://tide.example/a#:~:text=could%20join',
    });
    expect(row.timeline[3]?.source.url).toBeUndefined();
  });

  it('names the newest figures and facts, most exact, without parts and plans', () => {
    const ships = (value: number, asOf: string, more = {}, document = {}, scope = {}) =>
      figure('ships-offered', { country: N, ...scope }, { value, bound: '=', unit: 'ships' }, asOf, more, document);
    const row = rowOf([
      ships(2, '2025-03-01'),
      ships(4, '2026-01-06'),
      ships(4, '2026-01-07'),
      ships(9, '2026-01-07', { modality: 'proposed' }),
      ships(7, '2026-01-07', {}, {}, { stage: 'earlier' }),
    ]);
    const shown = (ids: string[]) => ids.map((id) => row.timeline.find((entry) => entry.id === id)?.display);
    expect(shown(row.figures)).toEqual(['4 ships']);
    expect(row.timeline).toHaveLength(5);
    const company = { id: 'one', outlet: 'The Tide' };
    const range = rowOf([
      figure(
        'ships-offered',
        { country: N },
        { low: 2, high: 9, bound: '=', unit: 'ships' },
        '2026-01-06',
        {},
        company,
      ),
      figure('ships-offered', { country: N }, { value: 5, bound: '=', unit: 'ships' }, '2026-01-06', {}, company),
    ]);
    expect(range.figures).toHaveLength(1);
    expect(range.timeline.find(({ id }) => id === range.figures[0])?.display).toBe('5 ships');
  });

  it('leaves a vague amount in the source’s words', () => {
    const row = rowOf([
      figure('ships-offered', { country: N }, { low: 3, high: 9, bound: '~', unit: 'ships' }, '2026-01-06', {
        surface: '“several” ships',
      }),
    ]);
    expect(row.timeline[0]?.display).toBe('“several” ships');
    expect(row.now).toEqual([]);
  });
});

describe('the count beside the names', () => {
  const joining = (value: number, bound: '=' | '>' | '~', more = {}, document = {}, event = '2025-09-04-harbour') =>
    figure('joining-islands', { event }, { value, bound, unit: 'islands' }, '2025-09-04', more, document);

  it('is null where nobody counted', () => {
    expect(ledgerOf([office(N, 'will-join', '2026-01-06')]).counts).toBeNull();
    expect(ledgerOf([joining(12, '=', { modality: 'expected' })]).counts).toBeNull();
  });

  it('names who says yes, and not where sources differ on it', () => {
    const { counts } = ledgerOf([
      joining(12, '='),
      office(N, 'will-join', '2026-01-06'),
      office('southland', 'ready', '2026-01-06'),
      office('ostmark', 'ready', '2026-01-06'),
      office('ostmark', 'open', '2026-01-06'),
      office('westering', 'stays-out', '2026-01-06'),
    ]);
    expect(counts?.named.map(({ value, countries }) => [value, countries])).toEqual([
      ['will-join', ['Northland']],
      ['ready', ['Southland']],
    ]);
    expect(counts?.note).toContain('never named');
  });

  it('has each origin once by its most exact figure, the most said first', () => {
    const { counts } = ledgerOf([
      joining(9, '>', {}, { id: 'a' }),
      joining(12, '=', { saidBy: 'Bo Marsh', wording: 'ships' }, { id: 'a' }),
      joining(12, '=', { origin: 'Sea Wire' }),
      joining(12, '~', { origin: 'Sea Wire' }),
      joining(9, '>'),
    ]);
    expect(counts?.reported.map(({ display, sources, lessExact }) => [display, sources, lessExact])).toEqual([
      ['12', 2, ['> 9', '≈ 12']],
      ['> 9', 1, []],
    ]);
    expect(counts?.reported[0]).toMatchObject({ speakers: ['Bo Marsh'], wordings: ['ships'] });
  });

  it('is of the last event, without earlier stages', () => {
    const { counts } = ledgerOf([
      joining(5, '=', {}, {}, '2025-03-01-harbour'),
      joining(12, '='),
      joining(7, '=', { scope: { event: '2025-09-04-harbour', stage: 'earlier' } }),
    ]);
    expect(counts?.reported.map(({ display }) => display)).toEqual(['12']);
    expect(counts?.scopeLabel).toBe('Harbour, 4 Sep 2025');
  });
});

describe('ledgers of packs', () => {
  const words = makeWords('en');
  const withLedger = (more: Partial<Pack['manifest']> = {}): Pack => {
    const pack = samplePack();
    return { ...pack, manifest: { ...pack.manifest, ledger: { stance: 'stance', yes: ['in'], no: [] }, ...more } };
  };

  it('are those of the packs that keep one, countries by name', async () => {
    expect(await readLedgers(memoryCorpus([samplePack()]), words)).toEqual([]);
    const [ledger] = await readLedgers(memoryCorpus([withLedger()]), words);
    expect(ledger?.rows.map(({ name }) => name)).toEqual(['Northland', 'Southland']);
    expect(ledger?.positions).toEqual([{ value: 'in', display: 'Takes part', side: 'yes' }]);
  });

  it('hold their own pack’s claims alone', async () => {
    const other = withLedger({ id: 'other' });
    other.documents = [sampleDocument('elsewhere', [stanceClaim('e-1', 'northland', 'in')])];
    const ledgers = await readLedgers(memoryCorpus([withLedger(), other]), words);
    expect(ledgers.map(({ rows }) => rows.map(({ country, timeline }) => [country, timeline.length]))).toEqual([
      [
        ['northland', 1],
        ['southland', 1],
      ],
      [['northland', 1]],
    ]);
  });

  it('say what is not known, with the documents that show it', async () => {
    const pack = withLedger({ unknowns: ['No timetable is public.', { text: 'Who pays?', documents: ['doc-a'] }] });
    const [ledger] = await readLedgers(memoryCorpus([pack]), words);
    expect(ledger?.unknowns.map(({ text, sources }) => [text, sources.map(({ document }) => document)])).toEqual([
      ['No timetable is public.', []],
      ['Who pays?', ['doc-a']],
    ]);
  });

  it('are checked against what the pack holds', () => {
    const pack = withLedger({
      unknowns: [{ text: 'Who pays?', documents: ['doc-a', 'doc-z'] }],
      ledger: {
        stance: 'stance',
        yes: ['in', 'out'],
        no: ['in'],
        apart: ['piers'],
        figures: [{ measure: 'stance' }],
        facts: [{ measure: 'nothing' }],
        reported: ['ferries-in-service'],
      },
    });
    const problems = (of: Pack) => packProblems(of).map(({ path, text }) => `${path.join('.')}: ${text}`);
    expect(problems(pack)).toEqual([
      'manifest.unknowns.0.documents.1: no document “doc-z”',
      'manifest.ledger.yes: “stance” has no value “out”',
      'manifest.ledger.no: “in” is a yes and a no',
      'manifest.ledger.apart: “stance” has no mission “piers”',
      'manifest.ledger.figures: “stance” holds a stance, not a figure',
      'manifest.ledger.facts: no measure “nothing”',
    ]);
    const noStance = withLedger({ ledger: { stance: 'ferries-ordered', yes: [], no: [] } });
    expect(problems(noStance)).toEqual(['manifest.ledger.stance: “ferries-ordered” holds a figure, not a stance']);
  });

  it('pass over claims of another kind under the stance’s name', async () => {
    const pack = withLedger();
    pack.documents = [sampleDocument('odd', [figureClaim('o-1', 'stance', 4, { scope: { country: 'northland' } })])];
    const [ledger] = await readLedgers(memoryCorpus([pack]), words);
    expect(ledger?.rows[0]?.now).toEqual([]);
  });
});

/** Read in the sources by hand: what each of these said last, and before. */
const BY_HAND: [country: string, now: string[], before: string[], by: string | undefined][] = [
  ['france', ['will-deploy'], ['ready-to-deploy', 'open'], 'Emmanuel Macron'],
  ['united-kingdom', ['will-deploy'], ['ready-to-deploy', 'open'], 'John Healey'],
  ['germany', ['conditional'], ['undecided'], 'Friedrich Merz'],
  ['italy', ['rules-out-troops'], [], 'Giorgia Meloni'],
  ['poland', ['rules-out-troops'], ['supports-without-troops'], undefined],
  ['spain', ['ready-to-deploy', 'open'], [], 'Pedro Sánchez'],
  ['ireland', ['open'], ['undecided'], 'Simon Harris'],
  ['turkey', ['conditional'], ['ready-to-deploy'], 'Turkish defence ministry'],
  // Aircraft, ships and training are no answer to the question of troops.
  ['belgium', ['ready-to-deploy'], ['open'], undefined],
  ['sweden', ['supports-without-troops'], ['open'], 'Ulf Kristersson'],
];
const isWide = existsSync(PACK_DIRECTORY) && readdirSync(join(PACK_DIRECTORY, 'documents')).length > 100;

describe('the bundled pack', () => {
  it.runIf(isWide).each(BY_HAND)('%s', async (country, now, before, by) => {
    const [ledger] = await readLedgers(openPackByName(), makeWords('en'));
    const row = ledger?.rows.find((one) => one.country === country);
    expect(row?.now.map(({ value }) => value)).toEqual(now);
    expect(row?.before.map(({ value }) => value)).toEqual(before);
    expect(row?.now[0]?.saidBy).toBe(by);
  });

  it('has the seeds’ own ledger: Germany was undecided and sets conditions now', async () => {
    const [ledger] = await readLedgers(openPackByName('seeds'), makeWords('en'));
    const germany = ledger?.rows.find(({ country }) => country === 'germany');
    expect(germany?.now.map(({ display, mission }) => [display, mission])).toEqual([
      ['on conditions', 'NATO territory beside Ukraine'],
    ]);
    expect(germany?.before.map(({ value, asOf }) => [value, asOf])).toEqual([['undecided', '2025-09-04']]);
    expect(ledger?.counts?.reported[0]).toMatchObject({ display: '26', sources: 4 });
    expect(ledger?.counts?.named[0]?.countries).toEqual(['France', 'United Kingdom']);
    for (const { text, sources } of ledger?.unknowns ?? [])
      expect([text.length > 10, sources.length >= 0]).toEqual([true, true]);
  });
});

describe('whatever is said of a country', () => {
  const values = ['will-join', 'ready', 'open', 'conditional', 'undecided', 'supports', 'stays-out', 'unheard-of'];
  const dates = fc.constantFrom(
    '2025',
    '2025-03',
    '2025-03-10',
    '2025-03-11',
    '2025-09-04',
    '2026-01',
    '2026-01-06',
    undefined,
  );
  const claim = fc
    .record({
      value: fc.constantFrom(...values),
      asOf: dates,
      isOffice: fc.boolean(),
      modality: fc.constantFrom('reported', 'reported', 'expected', 'draft'),
      origin: fc.constantFrom(undefined, 'Sea Wire', 'Ebb Agency'),
    })
    .map(({ value, asOf, isOffice, modality, origin }) =>
      (isOffice ? office : report)(N, value, asOf, { modality, origin } as never),
    );

  it('there is one answer in any order, nothing is lost, and nothing is both now and before', () => {
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 12 }), (claims) => {
        const row = rowOf(claims);
        expect(rowOf([...claims].reverse())).toEqual(row);
        expect(row.timeline).toHaveLength(claims.length);
        const isTold = claims.some(({ claim }) => claim.modality === 'reported');
        expect(row.now.length > 0).toBe(isTold);
        for (const other of [...row.before, ...row.also])
          expect(row.now.map(({ value }) => value)).not.toContain(other.value);
        for (const one of row.now) expect(one.sources).toBeGreaterThan(0);
        expect(row.changed === undefined).toBe(row.before.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});
