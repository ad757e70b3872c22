/** The article of a page: its own text, nothing of what stands around it, and the page untouched. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import type { ArticleText } from '../../utils/extension/protocol.ts';
import { inBrowsers } from './tools/harness.ts';

const PARAGRAPH =
  'Eleven boats went out on Sunday, and nine came back before the rain. The harbour master had warned them, but the wind was kind until noon, and people wanted to see the islands once more.';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Boats of the lake | The Lake Post</title>${head}<body>${body}</body></html>`;

const HIDDEN = page(
  `<main><article><h1>Boats of the lake</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH.replace('Eleven', 'Twelve')}</p>
  <p class="later">Only for subscribers: 77 boats were sunk, and ${PARAGRAPH}</p>
  <div class="box"><p>In a box without a box of its own, ${PARAGRAPH.replace('Eleven', 'Thirteen')}</p></div></article></main>`,
  '<style>.later { display: none } .box { display: contents }</style><meta property="og:site_name" content="The Lake Post"><meta name="author" content="A. Boatman">',
);
/** A framework that has drawn its page and watches what others do to it. */
const WATCHED =
  page(`<div id="root"><main><article><h1>Boats of the lake</h1><p>${PARAGRAPH}</p><p id="count">0 clicks</p>
  <noscript><img src="/pixel.png"></noscript><img id="lazy" data-src="/boat.png" src="/small.png"></article></main></div>
  <script>
    window.seen = []; let clicks = 0;
    new MutationObserver((list) => seen.push(...list.map((one) => one.type))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    class Boat extends HTMLElement { connectedCallback() { seen.push('connected') } }
    customElements.define('a-boat', Boat);
    window.click1 = () => { document.getElementById('count').firstChild.data = ++clicks + ' clicks' };
  </script><a-boat></a-boat>`);
const LONG = () =>
  page(`<main><article><h1>Boats of the lake</h1>${`<p>${PARAGRAPH}</p>`.repeat(6000)}</article></main>`);
const SHORT = page('<main><p>Nothing here.</p></main>');
const DIVS = page(`<div><h1>Boats of the lake</h1>${`<div>${PARAGRAPH}<br><br>${PARAGRAPH}</div>`.repeat(2)}</div>`);

let script = '';
beforeAll(async () => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./tools/article-in-page.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2023',
    write: false,
  });
  script = result.outputFiles[0]!.text;
});

async function extract(on: Page): Promise<ArticleText | null> {
  await on.evaluate(script);
  return on.evaluate(() =>
    (globalThis as unknown as { extractArticle(of: Document): Promise<ArticleText | null> }).extractArticle(document),
  );
}
const textOf = (article: ArticleText | null): string => article?.blocks.map(({ text }) => text).join('\n') ?? '';

inBrowsers(
  'the article of a page',
  {
    '/hidden.html': HIDDEN,
    '/watched.html': WATCHED,
    '/long.html': LONG(),
    '/short.html': SHORT,
    '/divs.html': DIVS,
  },
  (harness) => {
    it('is the article, with headings, lists and tables, and without the page’s furniture', async () => {
      const article = await extract(await harness.open('/article.html'));
      const text = textOf(article);
      expect(article).toMatchObject({
        title: 'Allies agree outline of a force for Ukraine',
        language: 'en-gb',
        cut: false,
        url: expect.stringMatching(/\/article\.html$/),
      });
      expect(article?.dates[0]).toEqual({ source: 'json-ld', value: '2025-09-05T07:40:00Z' });
      expect(article?.blocks[0]).toMatchObject({ kind: 'heading', text: article?.title });
      for (const own of ['about 35 countries', '26 countries have agreed', 'Ireland is open', 'some 150 soldiers'])
        expect(text).toContain(own);
      for (const foreign of ['to the Moon', '99 countries', 'in 12 charts', 'Home'])
        expect(text).not.toContain(foreign);
      expect(article?.blocks.map(({ id }) => id)).toEqual(article?.blocks.map((_, i) => i));
      expect(article?.blocks.some(({ kind }) => kind === 'item')).toBe(true);
    });

    it('is what can be seen: nothing that a style sheet hides, all that it shows', async () => {
      const article = await extract(await harness.open('/hidden.html'));
      expect(textOf(article)).toContain('Twelve boats');
      expect(textOf(article)).toContain('Thirteen boats');
      expect(textOf(article)).not.toContain('77 boats');
      expect(article).toMatchObject({ title: 'Boats of the lake', outlet: 'The Lake Post', byline: 'A. Boatman' });
    });

    it('is taken without a touch: no change, no component started twice, nothing fetched, and scripts go on', async () => {
      const on = await harness.open('/watched.html');
      const asked: string[] = [];
      on.on('request', (request) => asked.push(request.url()));
      const before = await on.evaluate(() => document.documentElement.outerHTML);
      const count = await on.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.length);
      const article = await extract(on);
      expect(textOf(article)).toContain('Eleven boats');
      await on.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      expect(await on.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      expect(await on.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.length)).toBe(count);
      expect(asked).toEqual([]);
      await on.evaluate(() => (globalThis as unknown as { click1(): void }).click1());
      expect(await on.evaluate(() => document.getElementById('count')?.textContent)).toBe('1 clicks');
      expect(await on.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.at(-1))).toBe('characterData');
    });

    it('of a megabyte is cut, at a word, and says so', async () => {
      const article = await extract(await harness.open('/long.html'));
      const length = textOf(article).length;
      expect(article?.cut).toBe(true);
      expect(length).toBeGreaterThan(190_000);
      expect(length).toBeLessThan(206_000);
      expect(PARAGRAPH).toContain(article!.blocks.at(-1)!.text);
    });

    it('of components is their text as it is drawn', async () => {
      const text = textOf(await extract(await harness.open('/shadow.html')));
      expect(text).toContain('26 countries have agreed');
      expect(text).not.toMatch(/99 countries|77 countries/);
    });

    it('written without paragraphs has them all the same', async () => {
      const article = await extract(await harness.open('/divs.html'));
      expect(article?.blocks.filter(({ text }) => text === PARAGRAPH)).toHaveLength(4);
    });

    it('after a change of page by script is the new one', async () => {
      const on = await harness.open('/spa.html?a=pledges');
      expect(textOf(await extract(on))).toContain('26 countries have agreed');
    });

    it('is none where there is no text', async () => {
      expect(await extract(await harness.open('/short.html'))).toBeNull();
    });
  },
);
