/** Text and metadata of pages, and what a page's text becomes: no input makes the language code throw or point beside its text. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { engineFor } from '../../corpus/engine.ts';
import { readPage } from '../../corpus/read-page.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import { resolvePageDate } from '../../utils/language/page-date.ts';
import { searchWords } from '../../utils/language/search-words.ts';
import { dateCandidates, dateOfPath, datesOfJsonLd, declaredLanguage, pageTitle } from '../../utils/page/page-facts.ts';
import { makeWords } from '../../utils/words/index.ts';
import { fc, fuzzing, nastyText, nastyValue } from '../tools/fuzz.ts';
import { openPackByName } from '../tools/packs.ts';
import { NEWS_FIGURES } from './fixtures/news-figures.ts';

const corpus = openPackByName();
const engine = engineFor(await corpus.rules());
const words = makeWords('en');

const PAGES = 3_000;
const REPORTS = 400;
const METADATA = 4_000;
const JSON_LD = 3_000;

const ON_TOPIC =
  'The Coalition of the Willing met in Paris, where Emmanuel Macron said that 26 countries would send troops. ';
const PIECES = [
  ...'26 countries|about 35|more than 30 leaders|Emmanuel Macron|Keir|Starmer|the Coalition of the Willing|Ukraine|troops|on Thursday'.split(
    '|',
  ),
  ...'5 September 2025|0/0/0000|-1|1,1,1,1|two hundred and|€1.1bn|half a million|“|”|"|(|)|,|.|;|—|\n|U.S.|%|will not send|said|by phone'.split(
    '|',
  ),
];
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, nastyText), { maxLength: 30 })
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));
/** Such as stand for somebody of another sentence. */
const OF_OTHERS =
  `He will not send troops to Ukraine.|Its soldiers will stay at home, whatever Ukraine asks.|They joined the leaders by phone.
  She took part by video, and so did he.|The prime minister ruled out sending troops to Ukraine.|The chancellor joined the leaders by phone.|By phone.
  His face filled the screen.|The leaders telephoned him.|Not so the others.|London puts it at 28.|Ten of them were there, the others by video.
  And the other nine?|Will they go? No.|They are open to sending troops to Ukraine.|It has not decided on troops for Ukraine.`.split(
    /\||\n\s*/,
  );
const SENTENCES = [...NEWS_FIGURES.flatMap(([, table]) => table.split(/(?<=[.?!]) /)), ...OF_OTHERS];
const NAMES = engine.entityList.filter(({ kind: of }) => of === 'person' || of === 'country').map(({ name }) => name);
/** Sentences in any order, without their beginnings or ends; and a name at the end of a long one, for what stands in a short one behind it. */
const told = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...SENTENCES), fc.nat(12), fc.nat(12)).map(([sentence, before, behind]) => {
        const tokens = sentence.split(' ');
        // Most are whole: a count beyond a few takes nothing off.
        return tokens.slice(before < 4 ? before : 0, behind < 4 ? tokens.length - behind : undefined).join(' ');
      }),
      fc
        .tuple(fc.nat(30), fc.constantFrom(...NAMES), fc.constantFrom(...OF_OTHERS))
        .map(([long, name, sentence]) => `Then ${'at last '.repeat(long)}came ${name}. ${sentence}`),
    ),
    { maxLength: 6 },
  )
  .map((all) => all.join(' '));
const kind = fc.constantFrom('paragraph', 'heading', 'item', 'cell', 'caption', 'quote') as fc.Arbitrary<
  PageText['blocks'][number]['kind']
>;
const date = fc.record({
  source: fc.constantFrom('json-ld', 'meta', 'time', 'url') as fc.Arbitrary<PageText['dates'][number]['source']>,
  value: fc.oneof(
    nastyText,
    fc.date({ noInvalidDate: true }).map((one) => one.toISOString()),
  ),
});
const page: fc.Arbitrary<PageText> = fc.record({
  url: nastyText,
  title: nastyText,
  language: fc.constantFrom('en', '', 'xx', '__proto__'),
  dates: fc.array(date, { maxLength: 4 }),
  blocks: fc.array(fc.tuple(fc.oneof(text, told), kind), { maxLength: 8 }).map((blocks) =>
    [[ON_TOPIC, 'paragraph'] as const, ...blocks].map(([words_, of], id) => ({
      id,
      text: words_,
      kind: of,
      section: 0,
    })),
  ),
});

/** Every place, wherever it hangs in a reading, lies within its block. */
function expectPlacesInside(value: unknown, blocks: PageText['blocks'], depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 6) return;
  const { block, start, end } = value as { block?: unknown; start?: unknown; end?: unknown };
  if (typeof block === 'number' && typeof start === 'number' && typeof end === 'number') {
    const { length } = blocks[block]?.text ?? '';
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(length);
  }
  for (const inner of Object.values(value)) expectPlacesInside(inner, blocks, depth + 1);
}

describe('fuzzing', () => {
  it('text of pages: read without a throw, every place inside its text', () => {
    fc.assert(
      fc.property(page, (one) => {
        expectPlacesInside(readPage(one, engine), one.blocks);
        for (const { text: words_ } of one.blocks) searchWords(words_);
      }),
      fuzzing('text of pages', PAGES),
    );
  }, 600_000);

  it('reports: made of any page, every place inside its text', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (one) => {
        const report = await analysePage(one, corpus, { words });
        expectPlacesInside([report.items, report.mentions], one.blocks);
      }),
      fuzzing('reports', REPORTS),
    );
  }, 600_000);

  it('metadata of pages: short candidates, and a date of this world or none', () => {
    const attribute = (value: string) =>
      value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, nastyText, nastyText, (title, meta, time, language, path) => {
        const { document } = parseHTML(
          `<!doctype html><html lang="${attribute(language)}"><head><title>${attribute(title)}</title>
          <meta property="article:published_time" content="${attribute(meta)}"></head><body><article>
          <time datetime="${attribute(time)}">then</time><h1>${attribute(title)}</h1></article></body></html>`,
        );
        Object.defineProperty(document, 'location', { value: { pathname: path }, configurable: true });
        const candidates = dateCandidates(document as unknown as Document);
        for (const { value } of candidates) expect(value.length).toBeLessThanOrEqual(60);
        expect(pageTitle(document as unknown as Document).length).toBeLessThanOrEqual(300);
        expect(declaredLanguage(document as unknown as Document).length).toBeLessThanOrEqual(20);
        dateOfPath(path);
        const resolved = resolvePageDate(candidates, [{ id: 0, text: meta, kind: 'paragraph', section: 0 }]);
        if (resolved) expect(JSON.stringify(resolved.range)).toMatch(/"(199\d|20\d\d)-\d\d-\d\d/);
      }),
      fuzzing('metadata of pages', METADATA),
    );
  }, 600_000);

  it('JSON-LD: of any shape, broken or a megabyte long', () => {
    const article = fc
      .tuple(nastyText, nastyValue, nastyValue)
      .map(([datePublished, graph, type]) => ({ '@type': ['NewsArticle', type], datePublished, '@graph': graph }));
    const json = fc.oneof(article, nastyValue).map((value) => JSON.stringify(value) ?? '');
    const cut = fc.tuple(json, fc.nat(200)).map(([whole, at]) => whole.slice(0, at));
    const long = fc
      .tuple(json, nastyText)
      .map(([whole, fill]) => whole + (fill || ' ').repeat(Math.ceil(1e6 / (fill.length || 1))));
    fc.assert(
      fc.property(fc.oneof({ weight: 20, arbitrary: json }, { weight: 20, arbitrary: cut }, long), (one) => {
        const { published, modified } = datesOfJsonLd(one);
        for (const value of [...published, ...modified]) expect(typeof value).toBe('string');
      }),
      fuzzing('JSON-LD', JSON_LD),
    );
  }, 600_000);
});
