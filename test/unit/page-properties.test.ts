import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { engineFor } from '../../corpus/engine.ts';
import { readPage } from '../../corpus/read-page.ts';
import { makeWords } from '../../utils/words/index.ts';
import { fc } from '../tools/fuzz.ts';
import { openPackByName } from '../tools/packs.ts';

const engine = engineFor(await openPackByName('seeds').rules());

/** Pieces that the pack's rules know, thrown together. */
const PIECES = [
  ...'26 thirty-five 10,000 two dozen several thousand €1.1bn 19th countries leaders troops members of the in by for and or not'.split(
    ' ',
  ),
  ...[
    'the Coalition of the Willing',
    'reassurance force',
    'Donald Trump',
    'Keir Starmer',
    'Italy',
    'Berlin',
    'Ukraine',
  ],
  ...[
    'pledged',
    'will not send',
    'could deploy',
    'joined',
    'attended',
    'by phone',
    'by video',
    'in person',
    'from Kyiv',
  ],
  ...[
    'on Thursday',
    'in Paris',
    'the meeting',
    'a call with',
    'signed',
    'denied that',
    'if',
    'whether',
    'from the initial',
  ],
  ...['or online', 'most on screens', 'the others', 'combined force of', 'Russian oil', 'paid', 'a year'],
  ...[',', '.', '?', ':', ';', '–', '(', ')', '“', '”', '•', '\u00a0', '\ud83d'],
];
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(' '));
const anything = fc.oneof({ weight: 3, arbitrary: soup }, fc.string({ unit: 'binary', maxLength: 120 }));

/** A first line puts the page on the topic, whatever follows. */
const TOPIC = 'The Coalition of the Willing for Ukraine met in Paris on Thursday.';

function read(...lines: string[]) {
  const blocks = [TOPIC, ...lines].map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 }));
  const dates = [{ source: 'meta' as const, value: '2025-09-05' }];
  return { blocks, page: readPage({ url: '', dates, language: 'en', title: '', blocks }, engine) };
}

describe('whatever the page', () => {
  it('figures, facts and stances lie in their paragraphs and slice to their words', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        const { blocks, page } = read(one, other);
        for (const { block, start, end, surface } of [...page.figures.map((f) => f.quantity), ...page.statements]) {
          const { text } = blocks[block]!;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          expect(text.slice(start, end)).toBe(surface);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('what a figure counts has a rule, a unit of it and a place in its order', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const { classified, quantity } of read(text).page.figures) {
          if (!classified) continue;
          const rule = engine.figureRules.byId.get(classified.measure);
          expect(rule).toBeDefined();
          expect(Object.keys(rule!.units)).toContain(classified.unit);
          expect(quantity.kind === 'ordinal').toBe(rule!.ordinal ?? false);
          for (const id of rule!.requires) if (id === 'country') expect(classified.scope.country).toBeTruthy();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('white space in front of a paragraph shifts all that is in it and changes nothing else', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(' ', '   ', '\u00a0 '), (text, space) => {
        const told = (line: string, by: number) =>
          read(line)
            .page.figures.filter(({ quantity }) => quantity.block === 1)
            .map(({ quantity, classified }) => [quantity.start - by, quantity.end - by, classified?.measure ?? null]);
        expect(told(space + text, space.length)).toEqual(told(text, 0));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the items of a report', () => {
  it('have ids of their own, figures as statements: cards, marks and what is dismissed go by them', async () => {
    const blocks = [
      TOPIC,
      'Donald Trump joined by phone, and 26 countries pledged troops.',
      'Italy will not send soldiers; 35 members and 30 leaders attended.',
    ].map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 }));
    const dates = [{ source: 'meta' as const, value: '2025-09-05' }];
    const page = { url: '', dates, language: 'en', title: '', blocks };
    const { items } = await analysePage(page, openPackByName('seeds'), { words: makeWords('en') });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['figure', 'fact', 'stance']));
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
