import { describe, expect, it } from 'vitest';
import { compose, type Piece, stretches } from '../../utils/page/compose.ts';
import { claimPage, whenSeen } from '../../utils/page/lifecycle.ts';
import { planMarks, styleOfItem } from '../../utils/page/mark-choice.ts';
import { markCss, randomName, toneFor, toneOfColor } from '../../utils/page/mark-styles.ts';
import type { Item, MentionItem, Report, Verdict } from '../../utils/report.ts';
import { fc } from '../tools/fuzz.ts';

const item = (verdict: Verdict, more: Partial<Item> = {}): Item => ({
  id: 'i',
  kind: 'figure',
  block: 0,
  start: 0,
  end: 5,
  surface: 'x',
  measure: 'm',
  label: 'M',
  scope: {},
  display: 'x',
  modality: 'reported',
  verdict,
  summary: '',
  reason: '',
  against: [],
  ...more,
});
const mention = (more: Partial<MentionItem> = {}): MentionItem => ({
  block: 0,
  start: 10,
  end: 15,
  entity: 'e',
  surface: 'E',
  first: true,
  ...more,
});
const report = (items: Item[], mentions: MentionItem[]): Report => ({
  onTopic: true,
  page: { date: null, language: 'en' },
  items,
  mentions,
  documents: {},
  related: [],
  packs: [],
  entities: { e: { id: 'e', kind: 'person', name: 'E', stances: [], sources: 1, sourcesOf: 1 } },
});

describe('what is marked', () => {
  it.each<[Verdict, string | null]>([
    ['conflicts', 'conflict'],
    ['sources differ', 'tension'],
    ['strained', 'tension'],
    ['changed since', 'tension'],
    ['agrees', 'agree'],
    ['as last reported', 'agree'],
    ['only here', null],
  ])('%s', (verdict, style) => {
    expect(styleOfItem(item(verdict))).toBe(style);
    expect(styleOfItem(item(verdict, { measure: null }))).toBeNull();
  });

  it('follows the level, names once in a section, in the order of the page', () => {
    const given = report(
      [item('agrees', { start: 20, end: 25 }), item('conflicts', { id: 'j', block: 1 })],
      [mention(), mention({ start: 30, end: 35, first: false }), mention({ block: 1, start: 8, entity: 'unknown' })],
    );
    expect(planMarks(given, 'all').map((plan) => plan.style)).toEqual(['name', 'agree', 'conflict']);
    expect(planMarks(given, 'figures').map((plan) => plan.style)).toEqual(['agree', 'conflict']);
    expect(planMarks(given, 'conflicts').map((plan) => plan.style)).toEqual(['conflict']);
    expect(planMarks(given, 'none')).toEqual([]);
    // Where sources differ the mark is a quiet one, and yet it is what the badge counts.
    const differing = report([item('sources differ'), item('strained', { id: 'j' })], [mention()]);
    expect(planMarks(differing, 'conflicts').map((plan) => plan.key)).toEqual(['i']);
  });
});

/** WCAG contrast of two sRGB colours. */
const contrast = (a: string, b: string): number => {
  const light = (hex: string) => {
    const [r, g, b2] = [1, 3, 5]
      .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b2!;
  };
  const [hi, lo] = [light(a), light(b)].sort((x, y) => y - x);
  return (hi! + 0.05) / (lo! + 0.05);
};

describe('how marks look', () => {
  it.each([
    ['rgb(20, 20, 20)', 'dark-text'],
    ['rgba(255, 255, 255, 0.87)', 'light-text'],
    ['rgb(230 230 230)', 'light-text'],
    ['color(srgb 0.9 0.9 0.95)', 'light-text'],
    ['color(display-p3 0.1 0.1 0.1)', 'dark-text'],
    ['oklch(0.93 0.02 90)', 'light-text'],
    ['oklch(30% 0.1 200)', 'dark-text'],
    ['lab(94 0 0)', 'light-text'],
    ['lch(20 10 50)', 'dark-text'],
    ['something-new(1 2)', 'dark-text'],
    ['', 'dark-text'],
  ])('%s is %s', (color, tone) => {
    expect(toneOfColor(color)).toBe(tone);
  });

  it.each([
    ['dark-text', ['#ffffff', '#f6f5f2', '#e8dcc0', '#fff8dc']],
    ['light-text', ['#000000', '#101418', '#1c2733', '#1d4ed8', '#a3182a', '#333333']],
  ] as const)('keeps 3:1 where %s is read', (tone, grounds) => {
    for (const style of ['conflict', 'tension', 'agree'] as const) {
      const line = /#\w{6}/.exec(markCss([{ style, tone, name: 'x' }], '*'))![0];
      for (const ground of grounds)
        expect(contrast(line, ground), `${style} ${line} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  const onGround = (hex: string | null) => () =>
    hex === null
      ? null
      : {
          r: Number.parseInt(hex.slice(1, 3), 16) / 255,
          g: Number.parseInt(hex.slice(3, 5), 16) / 255,
          b: Number.parseInt(hex.slice(5, 7), 16) / 255,
          a: 1,
        };

  it.each([
    ['dark on white', 'conflict', 'rgb(20, 20, 20)', '#ffffff', 'dark-text'],
    ['dark on sand', 'agree', 'rgb(20, 20, 20)', '#e8dcc0', 'dark-text'],
    ['amber would drown in orange', 'conflict', 'rgb(17, 17, 17)', '#ff7a00', 'own-colour'],
    ['light on red', 'conflict', 'rgb(255, 255, 255)', '#a3182a', 'light-text'],
    ['teal would drown in teal', 'agree', 'rgb(255, 255, 255)', '#12808f', 'own-colour'],
    ['on a picture', 'tension', 'rgb(255, 255, 255)', null, 'own-colour'],
    [
      'a ground on which nobody could read the text is not its ground',
      'agree',
      'rgb(255, 255, 255)',
      '#ffffff',
      'own-colour',
    ],
    ['letters filled by a gradient, on white', 'name', 'rgba(0, 0, 0, 0)', '#ffffff', 'dark-text'],
    ['letters filled by a gradient, on black', 'conflict', 'rgba(0, 0, 0, 0)', '#000000', 'light-text'],
    ['letters filled by a gradient, on a picture', 'name', 'rgba(0, 0, 0, 0)', null, 'dark-text'],
    ['a notation that nobody knows', 'name', 'something-new(1 2)', '#000000', 'dark-text'],
  ] as const)('%s', (_case, style, text, ground, tone) => {
    expect(toneFor(style, text, onGround(ground))).toBe(tone);
  });

  it('paints nothing in print, and in forced colours only system colours', () => {
    const css = markCss([{ style: 'conflict', tone: 'dark-text', name: 'x' }], ':root');
    expect(css.startsWith('@media not print{')).toBe(true);
    expect(css.split('@media screen and (forced-colors:active)')[1]).not.toMatch(/#|rgb/);
  });

  it('takes names that are identifiers and differ', () => {
    const names = Array.from({ length: 200 }, randomName);
    expect(new Set(names).size).toBe(200);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]+$/);
  });
});

/** As much of a text node as composing needs. */
const text = (data: string): Text => ({ data, isConnected: true }) as Text;
const within = { element: {} as Element, link: null, visible: null };
const piece = (data: string, more: Partial<Piece> = {}): Piece => ({
  node: text(data),
  edge: null,
  gap: false,
  within,
  ...more,
});
const edge = {} as Element;

describe('putting a block’s text together', () => {
  it.each<[string, Piece[], string]>([
    [
      'indented source',
      [piece('\n   The Coalition\n\t of  the '), piece('Willing \n')],
      'The Coalition of the Willing',
    ],
    ['a name in two elements', [piece('Zelen'), piece('sky', { edge })], 'Zelensky'],
    ['soft hyphens and other invisible characters', [piece('Zelen\u00adsky\u200b \u2066said\u2069')], 'Zelensky said'],
    ['a line break between words', [piece('Macron'), piece('Starmer', { gap: true })], 'Macron Starmer'],
    ['a picture before a full stop', [piece('agreed'), piece('.', { gap: true })], 'agreed.'],
    ['a line break beside a space', [piece('Macron '), piece(' Starmer', { gap: true })], 'Macron Starmer'],
    ['non-breaking and thin spaces', [piece('10\u00a0000\u2009km')], '10\u00a0000\u2009km'],
    ['nothing but space', [piece(' \n '), piece('\t')], ''],
  ])('%s', (_, pieces, expected) => {
    expect(compose(pieces, () => false).text).toBe(expected);
  });

  it('sets texts apart that style draws apart, but not a drop cap', () => {
    expect(compose([piece('desk'), piece('5 min', { edge })], () => true).text).toBe('desk 5 min');
    expect(compose([piece('T'), piece('wenty', { edge })], () => true).text).toBe('Twenty');
  });

  it('leads back to the same characters, from anywhere, in any text', () => {
    const data = fc.string({
      unit: fc.constantFrom('a', 'é', '2', ' ', '\n', '\t', '\u00ad', '\u200b', '\u00a0', '.', '𝒳'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ data, gap: fc.boolean(), apart: fc.boolean() }), { maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const made = compose(
            parts.map(({ data: d, gap, apart }) => piece(d, { gap, edge: apart ? edge : null })),
            () => true,
          );
          expect(made.text).toBe(made.text.replace(/^[ \n\t]+|[ \n\t]+$/g, ''));
          expect(made.text).not.toMatch(/ {2}|[\n\t\u00ad\u200b]/);
          if (made.text.length === 0) return;
          const [start, end] = [a % made.text.length, b % made.text.length].sort((x, y) => x - y) as [number, number];
          const found = stretches(made, start, end + 1)!;
          const there = found
            .map(({ node, from, to }) => node.data.slice(from, to))
            .join('')
            .replace(/[\n\t]/g, ' ');
          // Spaces of ours have no character of the page; all others have theirs.
          expect(there.replaceAll(' ', '')).toBe(made.text.slice(start, end + 1).replaceAll(' ', ''));
        },
      ),
    );
  });

  it('finds nothing where the page says something else by now, or for places that are none', () => {
    const node = text('26 countries') as Text & { data: string };
    const made = compose([piece(''), { node, edge: null, gap: false, within }], () => false);
    expect(stretches(made, 0, 2)).toHaveLength(1);
    for (const [start, end] of [
      [5, 5],
      [3, 2],
      [-1, 2],
      [0, 99],
      [Number.NaN, 3],
    ] as const)
      expect(stretches(made, start, end)).toBeNull();
    (node as { data: string }).data = '27 countries';
    expect(stretches(made, 0, 2)).toBeNull();
  });

  it('folds long texts, however they are made', () => {
    for (const unit of [' ', '\n', ' \n', '\u00ad', 'a ', ' a\u200b\n'])
      expect(compose([piece(unit.repeat(300_000))], () => false).text).not.toMatch(/ {2}|[\n\u00ad\u200b]/);
  });
});

describe('one reader for a page', () => {
  it('is the first, until it ends', () => {
    const scope = {};
    const first = new AbortController();
    const running = { alive: () => true, stop: () => first.abort() };
    expect(claimPage(running, first.signal, scope)).toBe(true);
    expect(claimPage({ ...running }, new AbortController().signal, scope)).toBe(false);
    first.abort();
    expect(claimPage({ ...running }, new AbortController().signal, scope)).toBe(true);
  });

  it('replaces one whose extension is gone, and stops it', () => {
    const scope = {};
    const first = new AbortController();
    claimPage({ alive: () => false, stop: () => first.abort() }, first.signal, scope);
    expect(claimPage({ alive: () => true, stop: () => {} }, new AbortController().signal, scope)).toBe(true);
    expect(first.signal.aborted).toBe(true);
    // The end of the first must not free the page under the second.
    expect(claimPage({ alive: () => true, stop: () => {} }, new AbortController().signal, scope)).toBe(false);
  });
});

describe('nothing before somebody looks', () => {
  class FakeDocument extends EventTarget {
    prerendering = true;
    visibilityState = 'hidden';
  }
  const turn = () => new Promise((done) => setTimeout(done, 0));

  it('waits for the end of prerendering, then for the page to be visible', async () => {
    const page = new FakeDocument();
    let seen = false;
    void whenSeen(page as unknown as Document, new AbortController().signal).then(() => {
      seen = true;
    });
    // On activation `visibilitychange` comes first.
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await turn();
    expect(seen).toBe(false);
    page.visibilityState = 'hidden';
    page.prerendering = false;
    page.dispatchEvent(new Event('prerenderingchange'));
    await turn();
    expect(seen).toBe(false);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await turn();
    expect(seen).toBe(true);
  });

  it('does not wait in a page that is seen, or in browsers that do not prerender', async () => {
    await whenSeen(
      Object.assign(new EventTarget(), { visibilityState: 'visible' }) as Document,
      new AbortController().signal,
    );
  });
});
