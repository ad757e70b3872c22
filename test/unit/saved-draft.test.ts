/** From an article to what is kept of it: the draft, the reader's choices, the claims, and whether they are what a pack's are. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, engineFor } from '../../corpus/engine.ts';
import { draftOf, MOST_DRAFT_ITEMS, savedId } from '../../corpus/saved-draft.ts';
import { fragmentOf } from '../../corpus/saved-fragment.ts';
import { firstChoices, missingScope, pageOf, problemsOfChoices } from '../../corpus/saved-page.ts';
import { shortSurface } from '../../corpus/saved-surface.ts';
import { MOST_SAVED_CLAIMS, problemsOf } from '../../corpus/schema/saved.ts';
import type { ArticleText, SaveChoices, SaveDraft } from '../../utils/extension/protocol.ts';
import { savedRequests } from '../../utils/extension/saved-schemas.ts';
import { makeWords } from '../../utils/words/index.ts';
import { fc } from '../tools/fuzz.ts';
import { openPackByName } from '../tools/packs.ts';

const words = makeWords('en');
const NOW = new Date('2026-11-22T18:00:00Z');

function article(paragraphs: readonly string[], more: Partial<ArticleText> = {}): ArticleText {
  return {
    url: 'https://courier.example/world/force',
    title: 'Allies agree outline of a force',
    outlet: 'The Example Courier',
    byline: 'Our desk',
    summary: 'What was agreed.',
    language: 'en',
    dates: [{ source: 'meta', value: '2025-09-05' }],
    cut: false,
    blocks: paragraphs.map((text, id) => ({ id, text, kind: 'paragraph', section: 0 })),
    ...more,
  };
}

const PARAGRAPHS = [
  'The Coalition of the Willing for Ukraine met in Paris on Thursday, and about 35 countries had committed to deploying troops, two officials said.',
  'The group itself counts more than 30 members, from Lisbon to Tokyo.',
  'Giorgia Meloni repeated that Italy will not send soldiers to Ukraine. Have 40 countries pledged troops? Nobody says so.',
  'The call lasted about 50 minutes. Lithuania offered up to 150 soldiers.',
];

let engine: Engine;
beforeAll(async () => {
  engine = engineFor(await openPackByName('seeds').rules());
});

const draft = (given = article(PARAGRAPHS)): SaveDraft =>
  draftOf(given, { engine, words, id: 'saved-0123456789abcdef', earlier: null });
const itemWith = (made: SaveDraft, text: string) => {
  const found = made.items.find((item) => item.words.includes(text));
  if (!found) throw new Error(`no item with ${text}`);
  return found;
};
const kept = (made: SaveDraft, choices: SaveChoices = firstChoices(made)) => pageOf(made, choices, NOW);

describe('a draft', () => {
  it('has figures with measure, scope and value, in the order of the page', () => {
    const made = draft();
    expect(itemWith(made, 'about 35 countries')).toMatchObject({
      kind: 'figure',
      measure: 'troop-pledging-countries',
      display: '≈ 35',
      unit: 'countries',
      said: true,
      before: expect.stringContaining('met in Paris on Thursday, and '),
    });
    expect(made.items.map((item) => item.words.slice(0, 8))).toEqual(
      [...made.items.map((item) => item.words.slice(0, 8))].sort(
        (a, b) => PARAGRAPHS.join('\n').indexOf(a) - PARAGRAPHS.join('\n').indexOf(b),
      ),
    );
    expect(made.names.map(({ entity }) => entity)).toEqual(expect.arrayContaining(['giorgia-meloni', 'italy']));
    expect(made.date).toBe('2025-09-05');
  });

  it('has stances with whose they are', () => {
    const stance = draft().items.find(({ kind }) => kind === 'stance');
    expect(stance).toMatchObject({ measure: 'stance', scope: { country: 'italy' }, value: 'rules-out-troops' });
  });

  it('does not tick what is asked, nor what has no measure', () => {
    const made = draft();
    const choices = firstChoices(made);
    const asked = itemWith(made, '40 countries');
    expect(asked.said).toBe(false);
    expect(choices.items[asked.id]?.keep).toBe(false);
    const bare = itemWith(made, '50 minutes');
    expect(bare.measure).toBeNull();
    expect(kept(made).document.claims.map(({ id }) => id)).not.toContain(bare.id);
  });

  it('reads no figures in a language that is not read, and keeps the text', () => {
    const made = draft(article(['Die 26 Staaten haben 150 Soldaten zugesagt.'], { language: 'de' }));
    expect(made).toMatchObject({ read: false, items: [], names: [] });
    expect(problemsOf(kept(made))).toEqual([]);
    expect(kept(made).blocks).toHaveLength(1);
  });

  it.each(['english', 'EN_us', '', 'e'])('takes “%s” for a page that does not say its language', (language) => {
    expect(draft(article(PARAGRAPHS, { language }))).toMatchObject({ read: true, language: 'en' });
  });

  it('lists no more than somebody looks through, and says so', () => {
    const made = draft(article([`Boats: ${Array.from({ length: 400 }, (_, i) => `${i + 21} boats`).join(', ')}.`]));
    expect(made.items).toHaveLength(MOST_DRAFT_ITEMS);
    expect(made.more).toBe(true);
    expect(MOST_DRAFT_ITEMS).toBeLessThanOrEqual(MOST_SAVED_CLAIMS);
  });
});

describe('an id', () => {
  it.each([
    ['tracking words', 'https://www.courier.example/a?utm_source=x', 'https://courier.example/a'],
    ['a place in the page', 'https://courier.example/a#:~:text=b', 'https://courier.example/a/'],
    ['another protocol', 'http://courier.example/a', 'https://courier.example/a'],
  ])('is the same with %s', async (_, one, other) => {
    expect(await savedId(one)).toBe(await savedId(other));
  });
  it('is another for another page, and none for what is not of the web', async () => {
    expect(await savedId('https://courier.example/a')).not.toBe(await savedId('https://courier.example/b'));
    expect(await savedId('https://courier.example/a?id=1')).not.toBe(await savedId('https://courier.example/a?id=2'));
    expect(await savedId('file:///home/a.html')).toBeNull();
    expect(await savedId('')).toBeNull();
  });
});

describe('choices', () => {
  const plain: SaveChoices = { title: 'A', outlet: 'B', date: '', items: {} };
  it.each([
    ['no title', { title: '  ' }, ['title']],
    ['a title as long as an article', { title: 'a'.repeat(301) }, ['title']],
    ['no outlet', { outlet: '' }, ['outlet']],
    ['a date in words', { date: '5 September' }, ['date']],
    ['a day that there is not', { date: '2025-02-30' }, ['date']],
    ['a month', { date: '2025-02' }, []],
    ['a year', { date: ' 2025 ' }, []],
    ['no date', { date: '' }, []],
  ])('%s', (_, change, problems) => {
    expect(problemsOfChoices({ ...plain, ...change })).toEqual(problems);
  });

  it('another measure takes its unit and what it asks for from around the figure', () => {
    const made = draft();
    const item = itemWith(made, 'up to 150 soldiers');
    const country = made.measures.find(({ requires }) => requires.includes('country'))!;
    const choices = firstChoices(made);
    choices.items[item.id] = { keep: true, measure: country.id };
    const claim = kept(made, choices).document.claims.find(({ id }) => id === item.id);
    expect(claim).toMatchObject({ measure: country.id, scope: { country: 'lithuania' } });
    expect(claim?.kind === 'figure' && claim.quantity).toMatchObject({ value: 150, bound: '<=' });
    expect(Object.keys(country.units)).toContain(claim?.kind === 'figure' ? claim.quantity.unit : '');
  });

  it('says what a measure asks for and the page does not say', () => {
    const made = draft();
    const country = made.measures.find(({ requires }) => requires.includes('country'))!;
    expect(missingScope(itemWith(made, '50 minutes'), country.id, made.measures)).toEqual(['country']);
    expect(missingScope(itemWith(made, 'up to 150 soldiers'), country.id, made.measures)).toEqual([]);
    expect(missingScope(itemWith(made, '50 minutes'), null, made.measures)).toEqual([]);
  });

  it('what is unticked, or has no measure any more, is no claim', () => {
    const made = draft();
    const all = kept(made).document.claims.length;
    const choices = firstChoices(made);
    const item = itemWith(made, 'about 35 countries');
    choices.items[item.id] = { keep: false, measure: item.measure };
    expect(kept(made, choices).document.claims).toHaveLength(all - 1);
    choices.items[item.id] = { keep: true, measure: null };
    expect(kept(made, choices).document.claims).toHaveLength(all - 1);
  });

  it('another date of the page is the date of what is said as of then', () => {
    const made = draft();
    const page = kept(made, { ...firstChoices(made), date: '2025-10-01' });
    expect(page.document.date).toBe('2025-10-01');
    expect(page.document.claims.every((claim) => claim.asOf !== '2025-09-05')).toBe(true);
  });
});

describe('what is kept', () => {
  it('is what a pack’s documents and claims are', () => {
    const page = kept(draft());
    expect(problemsOf(page)).toEqual([]);
    expect(savedRequests['save-page'].safeParse(page).success).toBe(true);
    expect(page.document.claims.length).toBeGreaterThan(2);
  });

  it('is named where it is not', () => {
    const page = kept(draft());
    expect(problemsOf({ ...page, document: { ...page.document, title: '' } }).join()).toContain('document.title');
    expect(problemsOf({ ...page, id: 'saved-other' }).join()).toMatch(/id of its document/);
  });

  const piece = fc.constantFrom(
    ...PARAGRAPHS,
    'some 30-odd leaders',
    'between 10,000 and 15,000 troops',
    'The 19th sanctions package',
    '€1.1bn',
    'several thousand French soldiers',
    'Emmanuel Macron said on 4 September 2025 that',
    'a call with Donald Trump by phone',
    '\u00a0\u200b\u202e',
    '1e400 countries',
    `${'very '.repeat(200)}long`,
    '🚢🚢 32 – 35',
    'كييف 26 دولة',
  );
  it('is valid whatever stands on the page and whatever is chosen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 60 })), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.boolean(),
        fc.constantFrom('', 'en', 'en-gb', 'english', 'de-', 'x', '🚢'),
        (texts, picks, dated, language) => {
          const lines = [PARAGRAPHS[0]!, texts.join(' '), ...texts].filter((text) => text.length > 0);
          const made = draft(article(lines, { language, dates: dated ? [{ source: 'meta', value: '2025-09' }] : [] }));
          const choices = firstChoices(made);
          made.items.forEach((item, i) => {
            const pick = picks[i];
            if (pick === undefined || item.kind !== 'figure') return;
            choices.items[item.id] = { keep: true, measure: made.measures[pick % made.measures.length]!.id };
          });
          const page = kept(made, choices);
          expect(problemsOf(page)).toEqual([]);
          expect(savedRequests['save-page'].safeParse(page).success).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the words of a passage', () => {
  it.each([
    ['a short sentence is quoted whole', 'Eleven boats went out.', { start: 'Eleven boats went out.' }],
    [
      'a long one by its ends',
      'Eleven boats went out on Sunday morning, and nine of them came back before the rain had reached the harbour wall.',
      { start: 'Eleven boats went out on Sunday', end: 'reached the harbour wall.' },
    ],
  ])('%s', (_, text, expected) => {
    expect(fragmentOf(text, { start: 0, end: text.length }, { start: 0, end: 12 })).toEqual(expected);
  });

  it('are words of the text, and short', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z,.]{1,90}$/), { minLength: 1, maxLength: 40 }), (list) => {
        const text = list.join(' ');
        const found = fragmentOf(text, { start: 0, end: text.length }, { start: 0, end: list[0]!.length });
        if (!found) return;
        expect(text.startsWith(found.start)).toBe(true);
        expect(found.start.length).toBeLessThanOrEqual(80);
        if (found.end) expect(text.endsWith(found.end)).toBe(true);
      }),
    );
  });

  it('a long figure keeps its number', () => {
    const text = 'at least some of the very many and much awaited 26 countries of the south';
    const at = text.indexOf('26');
    const short = shortSurface(text, { start: 0, end: text.length }, { start: at, end: at + 2 });
    expect(short).toBe('26 countries of the south');
  });
});
