import { describe, expect, it } from 'vitest';
import {
  type Dismissal,
  dismissedIn,
  figureOf,
  joined,
  keyOf,
  keysOf,
  NOTHING_DISMISSED,
  nameOf,
  withoutDismissed,
} from '../../utils/dismissals.ts';
import { isDismissal } from '../../utils/extension/dismissal-check.ts';
import type { Against, Item, MentionItem, Report } from '../../utils/report.ts';
import { ENTITIES, FULL, item, pledging, range } from '../fixtures/reports.ts';

const source = (low: number | null, high: number | null, more: Partial<Against> = {}): Against => ({
  document: 'd',
  claim: `c${low}`,
  verdict: 'conflicts',
  surface: `${low}`,
  display: `${low}`,
  quantity: { bound: '=', hard: { low, high }, soft: { low, high }, unit: 'countries' },
  modality: 'reported',
  ...more,
});
const figure = (value: number, against: Against[], more: Partial<Item> = {}): Item =>
  item('f', {
    pack: 'islands',
    measure: 'ferries',
    label: 'Ferries',
    scope: { island: 'north', year: '2025' },
    quantity: range(value, value),
    display: String(value),
    verdict: 'conflicts',
    against,
    ...more,
  });
const on = (...items: Item[]): Report => ({ ...FULL, items, mentions: [] });
const kept = (...all: Dismissal[]) => new Map(all.map((one) => [keyOf(one), one]));
const isOff = (now: Item, then: Item): boolean => {
  const record = figureOf(then);
  return record !== null && dismissedIn(on(now), kept(record)).items.length === 1;
};

const then = figure(35, [source(26, 26)]);

describe('a dispute that was dismissed', () => {
  it.each<[string, Item, boolean]>([
    ['on the same page', then, true],
    [
      'on another page, said in other words and by another source',
      figure(35, [source(26, 26, { claim: 'x', display: 'twenty-six' })], {
        id: 'f7',
        surface: '35 boats',
        display: '35 boats',
      }),
      true,
    ],
    [
      'with its scope in another order',
      figure(35, [source(26, 26)], { scope: { year: '2025', island: 'north' } }),
      true,
    ],
    ['where a source says the other number less exactly', figure(35, [source(23.4, 28.6)]), true],
    [
      'beside a source of another time with another number',
      figure(35, [source(26, 26), source(40, 40, { far: true })]),
      true,
    ],
    ['where a source says yet another number', figure(35, [source(26, 26), source(40, 40)]), false],
    ['where all sources say another number now', figure(35, [source(40, 40)]), false],
    [
      'against the same number of something else',
      figure(
        35,
        [source(26, 26)].map((one) => ({ ...one, quantity: { ...one.quantity!, unit: 'leaders' } })),
      ),
      false,
    ],
    ['with another number on the page', figure(36, [source(26, 26)]), false],
    ['of another measure', figure(35, [source(26, 26)], { measure: 'buses' }), false],
    ['of another scope', figure(35, [source(26, 26)], { scope: { island: 'south', year: '2025' } }), false],
    ['of another pack with the same ids', figure(35, [source(26, 26)], { pack: 'lakes' }), false],
    ['that conflicts no longer', figure(35, [source(26, 26)], { verdict: 'agrees' }), false],
    ['without a measure', figure(35, [source(26, 26)], { measure: null }), false],
  ])('%s', (_, now, expected) => {
    expect(isOff(now, then)).toBe(expected);
  });

  const position = (value: string, against: string, more: Partial<Item> = {}) =>
    figure(0, [{ ...source(0, 0), quantity: undefined, value: against }], {
      kind: 'stance',
      quantity: undefined,
      value,
      mission: 'force',
      ...more,
    });
  it.each<[string, Item, boolean]>([
    ['a position against the same position', position('will', 'rules out'), true],
    ['against another position', position('will', 'undecided'), false],
    ['another position', position('open', 'rules out'), false],
    ['the same one on another mission', position('will', 'rules out', { mission: 'training' }), false],
    ['a list that is called whole', position('will', 'rules out', { only: true }), false],
  ])('of positions: %s', (_, now, expected) => {
    expect(isOff(now, position('will', 'rules out'))).toBe(expected);
  });

  it('takes open ends for what they may be', () => {
    const least = figure(10, [source(20, null)]);
    expect(isOff(figure(10, [source(40, 40)]), least)).toBe(true);
    expect(isOff(figure(10, [source(15, 15)]), least)).toBe(false);
  });

  it('keeps back nothing else of the page', () => {
    const others = [
      figure(35, [source(26, 26)], { id: 'other', measure: 'buses' }),
      figure(12, [], { id: 'fine', verdict: 'agrees' }),
    ];
    const report = on(then, ...others);
    const here = dismissedIn(report, kept(figureOf(then)!));
    expect(here).toEqual({ items: ['f'], names: [] });
    expect(withoutDismissed(report, here).items).toEqual(others);
    expect(withoutDismissed(report, NOTHING_DISMISSED)).toBe(report);
  });

  it('that was dismissed again beside another number stays so beside either', () => {
    const both = joined(figureOf(then)!, figureOf(figure(35, [source(40, 40)]))!);
    for (const now of [then, figure(35, [source(40, 40)]), figure(35, [source(26, 26), source(40, 40)])])
      expect(dismissedIn(on(now), kept(both)).items).toEqual(['f']);
    expect(joined(undefined, both)).toBe(both);
  });

  it('is found under the keys of a report, and they are few', () => {
    const report = on(then, { ...then, id: 'again' }, figure(1, [], { verdict: 'only here' }));
    expect(keysOf(report)).toEqual([keyOf(figureOf(then)!)]);
  });

  it('holds no address, title or text of the page', () => {
    const record = JSON.stringify(figureOf({ ...pledging, surface: 'SURFACE' }));
    expect(record).not.toMatch(/https?:|SURFACE/);
    expect(Object.keys(figureOf(pledging)!).sort()).toEqual(
      ['against', 'display', 'kind', 'measure', 'others', 'pack', 'says', 'scope', 'title'].sort(),
    );
  });
});

describe('a name that was dismissed', () => {
  const mention = (surface: string, more: Partial<MentionItem> = {}): MentionItem => ({
    block: 0,
    start: 0,
    end: surface.length,
    entity: 'emmanuel-macron',
    pack: 'p',
    surface,
    first: false,
    ...more,
  });
  const page = (...mentions: MentionItem[]): Report => ({ ...FULL, items: [], mentions, entities: ENTITIES });
  const off = (report: Report, one: MentionItem) => {
    const here = dismissedIn(report, kept(nameOf(one, report)));
    return withoutDismissed(report, here).mentions.map(({ surface, first }) => (first ? `${surface}!` : surface));
  };

  it('goes with all its places, however its letters are cased; other forms and names stay', () => {
    const report = page(
      mention('Macron', { first: true }),
      mention('MACRON'),
      mention('Emmanuel Macron'),
      mention('Meloni', { entity: 'giorgia-meloni', first: true }),
    );
    expect(off(report, mention('Macron'))).toEqual(['Emmanuel Macron!', 'Meloni!']);
  });

  it('leaves its mark to the next one of its section', () => {
    const report = page(
      mention('Macron', { first: true }),
      mention('Emmanuel Macron'),
      mention('Emmanuel Macron'),
      mention('Macron', { first: true }),
      mention('Macron'),
    );
    expect(off(report, mention('Macron'))).toEqual(['Emmanuel Macron!', 'Emmanuel Macron']);
    expect(off(report, mention('Emmanuel Macron'))).toEqual(['Macron!', 'Macron!', 'Macron']);
  });

  it('of a country leaves no mark: adjectives are never marked', () => {
    const report = {
      ...page(mention('Italy', { entity: 'italy', first: true }), mention('Italian', { entity: 'italy' })),
      entities: { italy: { ...ENTITIES['giorgia-meloni']!, id: 'italy', kind: 'country' } },
    };
    expect(off(report, mention('Italy', { entity: 'italy' }))).toEqual(['Italian']);
  });

  it('is of its pack and its entity', () => {
    const report = page(mention('Macron', { pack: 'q' }), mention('Macron', { entity: 'another' }));
    expect(off(report, mention('Macron'))).toEqual(['Macron', 'Macron']);
  });
});

describe('what counts as a record', () => {
  const good = figureOf(then)!;
  const name = nameOf({ block: 0, start: 0, end: 1, entity: 'e', surface: 'E', first: true }, FULL);
  it.each<[string, unknown, boolean]>([
    ['a figure', good, true],
    ['a name', name, true],
    ['as it comes back from JSON', JSON.parse(JSON.stringify(good)), true],
    ['nothing', null, false],
    ['another kind', { ...good, kind: 'page' }, false],
    ['no pack', { ...good, pack: undefined }, false],
    ['a scope that is no text', { ...good, scope: { island: 1 } }, false],
    ['a number that is none', { ...good, says: { low: Number.NaN, high: 1, unit: null } }, false],
    ['a text without end', { ...name, surface: 'x'.repeat(501) }, false],
    ['numbers without end', { ...good, against: Array.from({ length: 501 }, () => good.says) }, false],
  ])('%s', (_, value, expected) => {
    expect(isDismissal(value)).toBe(expected);
  });

  it('has a key that nothing in it can break out of', () => {
    const one = { ...name, entity: 'a","b', form: 'c' };
    const two = { ...name, entity: 'a', form: 'b","c' };
    expect(keyOf(one)).not.toBe(keyOf(two));
  });
});
