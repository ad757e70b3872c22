import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { checkPack } from '../../corpus/packs/check.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import { type Claim, Document } from '../../corpus/schema/document.ts';
import { SURFACE_WORDS } from '../../corpus/schema/limits.ts';
import { PACK_DIRECTORY, SEEDS } from '../tools/packs.ts';
import { compareAll } from '../tools/reporting/against-each-other.ts';
import type { Mend } from '../tools/reporting/apply-mends.ts';
import { conflictLines, conflicts, verdictTable } from '../tools/reporting/conflict-report.ts';
import { convertRecord } from '../tools/reporting/document.ts';
import { importLines } from '../tools/reporting/import-all.ts';
import { MENDS } from '../tools/reporting/mends.ts';
import { readableJson } from '../tools/reporting/readable-json.ts';
import { sayRefusal } from '../tools/reporting/refusal.ts';
import { packRules } from '../tools/reporting/rules.ts';

const bundled = readPackDirectory(PACK_DIRECTORY, { documents: SEEDS });
const rules = packRules(bundled);

/** A report of our own making. */
const report = (change: object = {}) => ({
  id: 'harbour-post-2025-09-04-ferry',
  outlet: 'Harbour Post',
  url: 'https://example.org/ferry',
  publishedAt: '2025-09-05',
  publishedAtBasis: 'stated',
  language: 'en',
  title: null,
  headlineOwn: 'Harbour paper on the Paris meeting',
  summary: 'What a harbour paper makes of it.',
  event: '2025-09-04-paris',
  figures: [],
  stances: [],
  facts: [],
  entities: ['ukraine'],
  sourceKind: 'news',
  ...change,
});
const figure = (change: object = {}) => ({
  measure: 'coalition-members',
  scope: {},
  value: 35,
  low: null,
  high: null,
  bound: 'exactly',
  unit: 'countries',
  surface: 'all 35 of them',
  saidBy: null,
  asOf: '2025-09-04',
  ...change,
});
const stance = (change: object = {}) => ({
  country: 'france',
  stance: 'ready-to-deploy',
  detail: null,
  saidBy: null,
  asOf: '2025-09-04',
  ...change,
});
const fact = (change: object = {}) => ({ measure: 'meeting-format', value: 'hybrid', asOf: '2025-09-04', ...change });

const convert = (value: object, mends: readonly Mend[] = []) => {
  const { document, refused } = convertRecord(value, 1, rules, mends);
  return { document, claim: document?.claims[0] as Claim | undefined, refused: refused.map(sayRefusal) };
};
const figureOf = (change: object, of: object = {}) => convert(report({ figures: [figure(change)], ...of }));
const stanceOf = (change: object, of: object = {}) => convert(report({ stances: [stance(change)], ...of }));
const factOf = (change: object, of: object = {}) => convert(report({ facts: [fact(change)], ...of }));
/** A count of participants: of an event, and in several units. */
const PARTICIPANTS = { measure: 'summit-participants', scope: { event: '2025-09-04-paris' } };

describe('a report', () => {
  it('becomes a document of its kind, with our title where the source’s is not known', () => {
    const { document } = convert(report({ sourceKind: 'aggregator-or-rewrite', publishedAtBasis: 'url' }));
    expect(document).toMatchObject({
      id: 'harbour-post-2025-09-04-ferry',
      title: 'Harbour paper on the Paris meeting',
      titleIsOurs: true,
      date: '2025-09-05',
      dateBasis: 'from the address',
      kind: 'rewrite',
      event: '2025-09-04-paris',
    });
    expect(convert(report({ title: 'Ferries' })).document).toMatchObject({ title: 'Ferries', titleIsOurs: undefined });
  });

  it('has the month of its id where no day is known, and says so', () => {
    const { document } = convert(report({ publishedAt: null, note: 'month only' }));
    expect(document).toMatchObject({ date: '2025-09', dateBasis: 'month only' });
  });

  it('numbers claims that say a thing twice, so that ids are unique', () => {
    const { document } = convert(
      report({ figures: [figure(), figure({ value: 31 })], stances: [stance(), stance({ country: 'germany' })] }),
    );
    expect(document?.claims.map((claim) => claim.id)).toEqual([
      'coalition-members',
      'coalition-members-2',
      'stance-france',
      'stance-germany',
    ]);
  });

  it('is written with a line for each field and read back the same', () => {
    const { document } = convert(report({ figures: [figure()], facts: [fact()] }));
    const json = readableJson(document!);
    expect(Document.parse(JSON.parse(json))).toEqual(document);
    expect(json).toContain('\n      "quantity": { "value": 35, "bound": "=", "unit": "countries" },\n');
  });
});

describe('figures', () => {
  test.each([
    ['exactly', 30, { value: 30, bound: '=' }],
    ['about', 30, { value: 30, bound: '~' }],
    ['nearly', 30, { value: 30, bound: '~' }],
    ['more-than', 30, { value: 30, bound: '>' }],
    ['at-least', 30, { value: 30, bound: '>=' }],
    ['less-than', 30, { value: 30, bound: '<' }],
    ['at-most', 30, { value: 30, bound: '<=' }],
  ])('%s', (bound, value, quantity) => {
    expect(figureOf({ bound, value }).claim).toMatchObject({ quantity: { ...quantity, unit: 'countries' } });
  });

  it('keep both ends of a range, and the open end of a vague amount', () => {
    expect(figureOf({ bound: 'range', value: null, low: 20, high: 30 }).claim).toMatchObject({
      quantity: { low: 20, high: 30, bound: '=' },
    });
    expect(figureOf({ bound: 'dozens', value: null, low: 24 }).claim).toMatchObject({
      quantity: { low: 24, high: null, bound: '~' },
    });
  });

  it('count delegations as countries and say so', () => {
    expect(figureOf({ ...PARTICIPANTS, unit: 'delegations' }).claim).toMatchObject({
      quantity: { unit: 'countries' },
      wording: 'delegations',
    });
  });

  it('keep a few words around the number, and the link to them', () => {
    const { claim } = figureOf({ surface: 'so it was that in the end some 35 of them all took to the boats' });
    expect(claim?.surface).toBe('end some 35 of them all took to');
    expect(claim?.fragment).toEqual({ start: 'end some 35 of', end: 'them all took to' });
    expect(figureOf({ surface: '“35 ferries”' }).claim?.fragment).toEqual({ start: '35 ferries' });
  });

  it('keep narrower scopes, and name periods as ids are written', () => {
    const claim = figureOf({
      measure: 'aid-pledged',
      unit: 'EUR',
      scope: { country: 'spain', item: 'ferries', period: '2024..2025-02' },
    }).claim;
    expect(claim?.scope).toEqual({ country: 'spain', period: '2024-to-2025-02', item: 'ferries' });
    expect(claim?.id).toBe('aid-pledged-spain-ferries');
  });

  it('leave the Union out where the measure is the Union’s own', () => {
    const assets = { measure: 'frozen-russian-assets', unit: 'EUR', scope: { country: 'european-union' } };
    expect(figureOf(assets).claim?.scope).toEqual({});
  });

  it('of two countries together are of the whole force', () => {
    const both = { unit: 'troops', value: 15000, scope: { country: 'united-kingdom+france' } };
    for (const measure of ['troops-offered', 'force-size-total'])
      expect(figureOf({ ...both, measure }).claim).toMatchObject({ measure: 'force-size-total', scope: {} });
  });

  test.each([
    ['The Times sources', 'Harbour Post', 'The Times'],
    ['CREA, as reported', 'Harbour Post', 'CREA'],
    ['Downing Street', 'AP (via Harbour Post)', 'AP'],
    [null, 'Harbour Post (AFP)', 'AFP'],
    [null, 'RNZ (cache mirror)', undefined],
    ['Emmanuel Macron', 'Harbour Post', undefined],
  ])('said by %s in %s come from %s', (saidBy, outlet, origin) => {
    expect(figureOf({ saidBy }, { outlet }).claim?.origin).toBe(origin);
  });

  test.each([
    ['Expected beforehand; boats are counted too', 'expected', 'boats are counted too'],
    ['Announced beforehand', 'expected', undefined],
    ['Earlier proposal of the harbour master', 'proposed', 'earlier proposal of the harbour master'],
    ['Would be added by this package', 'draft', 'would be added by this package'],
    ['Other reports say 31', 'reported', undefined],
    ['Macron’s own count of ferries', 'reported', 'Macron’s own count of ferries'],
    ['Rounded', 'reported', undefined],
    ['Ferries only', 'reported', 'ferries only'],
  ])('with the note “%s” are %s', (note, modality, wording) => {
    const { claim } = figureOf({ note });
    expect([claim?.modality, claim?.wording]).toEqual([modality, wording]);
  });

  it('of an event that had not begun are expected', () => {
    expect(figureOf(PARTICIPANTS, { publishedAt: '2025-09-03' }).claim?.modality).toBe('expected');
    expect(figureOf(PARTICIPANTS, { publishedAt: '2025-09-04' }).claim?.modality).toBe('reported');
    expect(figureOf({}, { publishedAt: '2025-09-03' }).claim?.modality).toBe('reported');
  });
});

describe('facts', () => {
  it('take the event of their day, else that of the report', () => {
    expect(factOf({}).claim?.scope).toEqual({ event: '2025-09-04-paris' });
    expect(factOf({ asOf: '2025-03-27' }).claim?.scope).toEqual({ event: '2025-03-27-paris' });
    expect(factOf({ asOf: '2025-09-20' }).claim?.scope).toEqual({ event: '2025-09-04-paris' });
    expect(factOf({}, { event: null }).claim?.scope).toEqual({ event: '2025-09-04-paris' });
  });

  it('are sets of ids in alphabetical order, in our words', () => {
    expect(factOf({ measure: 'signatories', value: 'uk+france+us' }).claim).toMatchObject({
      value: 'france,united-kingdom,united-states',
      surface: 'France, United Kingdom, United States',
      surfaceIsOurs: true,
    });
    expect(factOf({ measure: 'co-chairs', value: 'starmer+macron' }).claim).toMatchObject({
      value: 'emmanuel-macron,keir-starmer',
    });
  });

  it('find the country or the package that the measure needs in the note', () => {
    expect(factOf({ measure: 'approval-required', value: 'cabinet', note: 'New Zealand' }).claim).toMatchObject({
      scope: { country: 'new-zealand' },
      wording: undefined,
    });
    expect(
      factOf({ measure: 'sanctions-package-status', value: 'adopted', note: '21st package, at night' }).claim,
    ).toMatchObject({ scope: { period: 'package-21' }, wording: '21st package, at night' });
  });

  it('know the pack’s name of a value', () => {
    expect(factOf({ measure: 'trump-participation-mode', value: 'call-unspecified' }).claim).toMatchObject({
      value: 'call',
      surface: 'on a call',
    });
  });
});

describe('stances', () => {
  it('are marked where a named office-holder of the country speaks', () => {
    const held = (change: object) => stanceOf(change).claim;
    expect(held({ saidBy: 'Emmanuel Macron' })).toMatchObject({ officeHolder: true });
    for (const change of [
      { saidBy: 'Keir Starmer' },
      { saidBy: 'The Times' },
      { saidBy: null },
      { saidBy: 'Friedrich Merz', country: 'germany', asOf: '2025-02-20' },
    ])
      expect(held(change)).toMatchObject({ officeHolder: undefined });
  });

  test.each([
    ['Ready for peacekeepers, after all', 'peacekeeping'],
    ['Boats on neighbouring NATO territory', 'neighbouring-nato'],
    ['Ready, once the guns are silent', undefined],
  ])('“%s” is the mission %s', (detail, mission) => {
    expect(stanceOf({ detail }).claim).toMatchObject({ detail, mission, surface: 'ready to send troops' });
  });
});

describe('what does not fit is refused with record and field', () => {
  const name = 'harbour-post-2025-09-04-ferry';
  test.each([
    ['a unit of another measure', figureOf({ unit: 'ferries' }), /^NAME: figures\[0\]\.unit: “ferries” is no unit of/],
    ['a bound', figureOf({ bound: 'hardly' }), /^NAME: figures\[0\]\.bound: no bound “hardly”/],
    ['a missing number', figureOf({ value: null }), /^NAME: figures\[0\]\.value: “exactly” without a number/],
    ['a measure', figureOf({ measure: 'ferries' }), /^NAME: figures\[0\]\.measure: the pack has no measure “ferries”/],
    ['a fact as a figure', figureOf({ measure: 'co-chairs' }), /^NAME: figures\[0\]\.measure: .*holds a fact/],
    [
      'an event that is missing',
      figureOf({ ...PARTICIPANTS, scope: {}, asOf: '2025-09-20' }, { event: null }),
      /^NAME: figures\[0\]\.scope\.event: “summit-participants” needs one/,
    ],
    [
      'two countries where nothing counts them together',
      figureOf({ measure: 'aid-pledged', unit: 'EUR', scope: { country: 'spain+france' } }),
      /^NAME: figures\[0\]\.scope\.country: “spain\+france” is no entity/,
    ],
    ['a field of another shape', figureOf({ surface: 7 }), /^NAME: figures\[0\]\.surface: /],
    [
      'a person whom the pack does not know',
      factOf({ measure: 'co-chairs', value: 'ahab' }),
      /^NAME: facts\[0\]\.value: “ahab”/,
    ],
    ['a value', factOf({ value: 'by-ferry' }), /^NAME: facts\[0\]\.value: “meeting-format” has no value “by-ferry”/],
    ['a position', stanceOf({ stance: 'seasick' }), /^NAME: stances\[0\]\.stance: no position “seasick”/],
    [
      'a country',
      stanceOf({ country: 'atlantis' }),
      /^NAME: stances\[0\]\.country: the pack has no country “atlantis”/,
    ],
    ['an entity', convert(report({ entities: ['atlantis'] })), /^NAME: entities: the pack has no entity “atlantis”/],
  ])('%s', (_, { document, refused }, message) => {
    expect(refused).toHaveLength(1);
    expect(refused[0]!.replace(name, 'NAME')).toMatch(message);
    expect(document?.claims).toEqual([]);
  });

  test.each([
    ['an address', { url: 'ftp://example.org' }, /^NAME: url: /],
    ['an event', { event: 'the-regatta' }, /^NAME: event: the pack has no event “the-regatta”/],
    ['an unknown field', { tide: 'high' }, /^NAME: : Unrecognized key/],
  ])('%s of the report', (_, change, message) => {
    const { refused } = convert(report(change));
    expect(refused.map((line) => line.replace(name, 'NAME'))).toEqual([expect.stringMatching(message)]);
  });

  it('a line that is no JSON, and an id that is taken', () => {
    const line = JSON.stringify(report());
    const { documents, refused } = importLines([line, '{', '', line], rules, [], []);
    expect(documents).toHaveLength(1);
    expect(refused.map(sayRefusal)).toEqual([`line 2: : is not JSON`, `${name}: id: another document has it`]);
    expect(importLines([line], rules, [], [name]).documents).toEqual([]);
  });
});

describe('a mend', () => {
  const mend: Mend = {
    record: 'harbour-post-2025-09-04-ferry',
    list: 'figures',
    where: { measure: 'coalition-members' },
    set: { bound: 'about', modality: 'draft', scope: { stage: 'earlier', group: null } },
    why: 'because',
  };

  it('changes the items that it names and no other', () => {
    const { document } = convert(report({ figures: [figure({ scope: { group: 'small' } })], facts: [fact()] }), [mend]);
    expect(document?.claims[0]).toMatchObject({
      quantity: { bound: '~' },
      modality: 'draft',
      scope: { stage: 'earlier' },
    });
    expect(document?.claims[1]).toMatchObject({ modality: 'reported' });
  });

  it('that finds no item or no record is refused, so that the table cannot rot', () => {
    expect(convert(report(), [mend]).refused).toEqual([
      expect.stringMatching(/^harbour-post.*: figures: the mend “because”/),
    ]);
    expect(importLines([], rules, [mend], []).refused.map(sayRefusal)).toEqual([
      expect.stringMatching(/^harbour-post.*: mends: there is a mend for it/),
    ]);
  });
});

describe('all against all', () => {
  const pack = (figures: object[]) => ({
    ...bundled,
    documents: figures.map((one, i) => {
      const { document } = convert(report({ id: `paper-${i}`, outlet: `Paper ${i}`, figures: [figure(one)] }));
      return document!;
    }),
  });

  it('finds what conflicts, names both sides once, and keeps narrower counts apart', async () => {
    const compared = await compareAll(pack([{ value: 35 }, { value: 31 }, { value: 12, scope: { group: 'small' } }]));
    expect(compared.map(({ item }) => item.verdict)).toEqual(['conflicts', 'conflicts', 'only here']);
    const found = conflicts(compared);
    expect(found).toHaveLength(1);
    expect(conflictLines(found).join('\n')).toMatch(/35 · “all 35 of them” · Paper 0.*\n.*against 31 · .* · Paper 1/);
    expect(verdictTable(compared)[1]).toMatch(/^coalition-members\s+3\s+2\s+1$/);
  });
});

/** The real data lies beside the repository where it is there at all. */
const DATA = new URL('../../../shared/reporting/reporting.jsonl', import.meta.url).pathname;

describe.runIf(existsSync(DATA))('the reporting data', () => {
  const imported = existsSync(DATA)
    ? importLines(readFileSync(DATA, 'utf8').split('\n'), rules, MENDS, SEEDS)
    : { documents: [], refused: [] };
  const documents = [...bundled.documents, ...imported.documents];
  const newest = documents.reduce((last, { date }) => (date && date > last ? date : last), '');
  const pack = { ...bundled, manifest: { ...bundled.manifest, newest }, documents };

  it('makes a valid pack beside the seeds, with every line a document', () => {
    expect(checkPack(pack)).toEqual([]);
    expect(imported.documents).toHaveLength(readFileSync(DATA, 'utf8').trim().split('\n').length);
    for (const document of imported.documents) expect(Document.safeParse(document).error).toBeUndefined();
  });

  it('refuses the two figures that no measure counts, and nothing else', () => {
    expect(imported.refused.map(({ record, field }) => `${record}: ${field}`)).toEqual([
      'unn-2025-03-15-spoke-at-meeting: figures[0].unit',
      'reuters-baird-2025-10-10-energy-ties: figures[2].scope.country',
    ]);
  });

  it('keeps few words of each source, and says where they are ours', () => {
    for (const claim of imported.documents.flatMap((document) => document.claims)) {
      expect(claim.surface.split(' ').length).toBeLessThanOrEqual(SURFACE_WORDS);
      expect([claim.id, claim.surfaceIsOurs === true]).toEqual([claim.id, claim.kind !== 'figure']);
    }
  });

  describe('against each other', async () => {
    const found = conflicts(await compareAll(pack));
    const of = (measure: string, scope = '') => found.filter((c) => c.measure === measure && c.scope.startsWith(scope));

    test.each([
      ['coalition-members', ''],
      ['summit-participants', '2025-03-11-paris-chiefs'],
      ['summit-participants', '2025-03-15-virtual'],
      ['summit-participants', '2025-04-10-brussels'],
      ['summit-participants', '2025-09-04-paris'],
      ['summit-participants', '2026-01-06-paris'],
      ['trump-participation-mode', '2025-09-04-paris'],
      ['witkoff-attendance-minutes', '2025-09-04-paris'],
      ['us-first-participation', ''],
      ['aid-pledged', 'spain'],
      ['co-chairs', '2025-08-17-virtual'],
      ['co-chairs', '2025-11-25-virtual'],
    ])('the real disagreement on %s %s is there to see', (measure, scope) => {
      expect(of(measure, scope)).not.toEqual([]);
    });

    test.each([
      ['a number that names a package', 'sanctions-package-number'],
      ['an update: three injured, then eight', 'aid-workers-injured'],
      ['£2.2bn and £2.26bn', 'ukraine-loan'],
      ['one count in two wordings', 'troop-pledging-countries'],
      ['the eleven of an earlier stage', 'guarantee-giving-countries'],
      ['an earlier proposal', 'troops-offered'],
      ['positions of one day, told differently', 'stance'],
    ])('%s is no conflict', (_, measure) => {
      expect(of(measure)).toEqual([]);
    });
  });
});
