/** What browsers do with pages: they are left and come back, are loaded ahead, are no pages at all; and the ways to the extension without the panel. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { atRest, hover, until, whereIs } from '../tools/extension.ts';
import { notThere, row } from '../tools/trust-rows.ts';
import { times } from '../tools/whole.ts';
import { pause } from './fault-tools.ts';
import { addedElements, inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
/** A background that nobody wakes for so long has been told all. */
const REST_MS = 700;

/** A PDF of one empty page, as small as they come. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** Has the article loaded ahead and leads to it. */
const AHEAD = `<!doctype html><html lang="en"><title>Recipes</title><main><h1>Recipes</h1><p>Bread, soup, and what to do with old apples.</p>
<script type="speculationrules">{"prerender":[{"source":"list","urls":["/article.html"]}]}</script>
<a id="there" href="/article.html">On to the article</a></main></html>`;

inBrowsers(
  'lifecycle',
  {
    pages: {
      '/paper.pdf': { body: PDF, headers: { 'content-type': 'application/pdf' } },
      '/ahead.html': AHEAD,
    },
  },
  (bench) => {
    let page: Page;
    /** `page.url()` and navigation of the driver do not follow the back/forward cache. */
    const goThere = (there: Page, code: string): Promise<unknown> => there.evaluate(code).catch(() => null);
    const at = (there: Page, path: string): Promise<unknown> =>
      until(path, async () => (await there.evaluate(() => location.pathname)) === path);

    it('marks a page that the reader comes back to, with a card and its number on the button', async () => {
      await bench.extension.grantAllSites();
      page = await bench.extension.open(`${bench.server.url}/article.html`);
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      const conflicts = await until('the badge', () => bench.extension.badge(page));
      await page.evaluate(() =>
        addEventListener('pageshow', (event) => Object.assign(window, { back: event.persisted })),
      );
      await goThere(page, `setTimeout(() => { location.href = '/off-topic.html' }, 0)`);
      await at(page, '/off-topic.html');
      await until('an empty badge', async () => (await bench.extension.badge(page)) === '');
      await goThere(page, 'setTimeout(() => history.back(), 0)');
      await at(page, '/article.html');
      // Only a page out of the cache still knows what was set on it.
      expect(await page.evaluate(() => (window as unknown as { back?: boolean }).back)).toBe(true);
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      await until('the badge again', async () => (await bench.extension.badge(page)) === conflicts);
      await hover(page, FIGURE);
      await until('the card', () => bench.extension.card(page).text());
      expect((await addedElements(page)).filter((name) => name === 'div')).toHaveLength(1);
    });

    it(
      'is as it was after many ways back and forth',
      row(
        () => ({ id: 'R13', what: 'back/forward cache', browser: bench.extension.name }),
        async (seen) => {
          const before = await marks(page);
          const ways = times('ways through the back/forward cache', 4, 20);
          for (let way = 0; way < ways; way++) {
            await page.evaluate(() => Object.assign(window, { back: false }));
            await goThere(page, `setTimeout(() => { location.href = '/off-topic.html' }, 0)`);
            await at(page, '/off-topic.html');
            await goThere(page, 'setTimeout(() => history.back(), 0)');
            await at(page, '/article.html');
            expect(await page.evaluate(() => (window as unknown as { back?: boolean }).back)).toBe(true);
            await until('marks', async () => (await marks(page)).includes(FIGURE));
            // All is said that the page had to say: nobody waits for an answer as it is left again.
            await until('the badge', () => bench.extension.badge(page));
          }
          seen.control('each time the page came out of the cache: what was set on it before is still there');
          await until('the badge', () => bench.extension.badge(page));
          expect(await marks(page)).toEqual(before);
          await page.mouse.move(2, 2);
          await hover(page, FIGURE);
          await until('the card', () => bench.extension.card(page).text());
          expect((await addedElements(page)).filter((name) => name === 'div')).toHaveLength(1);
          seen.result(`${ways} ways, the same ${before.length} marks, one card`);
        },
      ),
    );

    it('follows a switch that was turned while the page was in the cache', async () => {
      await goThere(page, `setTimeout(() => { location.href = '/off-topic.html' }, 0)`);
      await at(page, '/off-topic.html');
      await bench.extension.command(page, 'toggle-site');
      await until('the switch', () =>
        bench.extension.inExtension(async () => {
          const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
          return Object.keys(await storage.sync.get(null)).some((key) => key.startsWith('siteOff:'));
        }),
      );
      await goThere(page, 'setTimeout(() => history.back(), 0)');
      await at(page, '/article.html');
      await until('no marks', async () => (await marks(page)).length === 0);
      expect(await addedElements(page)).toEqual([]);
    });

    it('is turned on again by the keys for the site', async () => {
      await bench.extension.command(page, 'toggle-site');
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      await page.close();
    });

    it('does nothing in a page that is loaded ahead, until somebody looks at it', async () => {
      const ahead = { id: 'R14', what: 'prerendered pages', browser: bench.extension.name } as const;
      if (bench.extension.name === 'firefox') return notThere(ahead, 'Firefox loads no page ahead');
      await row(ahead, async (seen) => {
        // What the tests before left (a tab closed, a switch kept) is told to the background, and wakes it, a moment late on a busy machine.
        await until('the background to rest', async () => {
          await bench.extension.killBackground();
          await pause(REST_MS);
          return !(await bench.extension.backgroundRuns());
        });
        const asked = bench.server.requests.length;
        const before = await bench.extension.open(`${bench.server.url}/ahead.html`);
        await until('the article loaded ahead', async () =>
          bench.server.requests.slice(asked).some((path) => path.startsWith('/article.html')),
        );
        // As long as the reader would take for it.
        await new Promise((done) => setTimeout(done, 1_500));
        expect(await bench.extension.badge(before)).toBe('');
        expect(await bench.extension.backgroundRuns()).toBe(false);
        await before.click('#there');
        // Through the extension: where the tab takes more than 100 ms to take on the other page's frame, the driver has lost the tab
        // for good (puppeteer 24, TIME_FOR_WAITING_FOR_SWAP).
        const [title, activation] = await until('the article', () =>
          bench.extension.inReader(before, (): [string, number] | null => {
            const [navigation] = performance.getEntriesByType('navigation');
            if (location.pathname !== '/article.html') return null;
            return [document.title, (navigation as unknown as { activationStart: number }).activationStart];
          }),
        );
        expect(title).toMatch(/^Allies agree/);
        expect(activation).toBeGreaterThan(0);
        await until('marks', () =>
          bench.extension.inReader(
            before,
            (figure) =>
              [...CSS.highlights.values()].some((one) => [...one].some((range) => range.toString() === figure)),
            FIGURE,
          ),
        );
        expect(Number(await until('the badge', () => bench.extension.badge(before)))).toBeGreaterThanOrEqual(1);
        expect(await bench.extension.backgroundRuns()).toBe(true);
        seen.control('the page was loaded ahead (it has a start of its activation), and asks once it is looked at');
        seen.result('no question until then: the background, which was stopped, was not woken');
        await before.close();
      })();
    });

    it('says so on a PDF', async () => {
      const paper = await bench.extension.open(`${bench.server.url}/article.html`);
      const panel = await bench.extension.panel(paper);
      await goThere(paper, `setTimeout(() => { location.href = '/paper.pdf' }, 0)`);
      await until('the state for PDFs', async () => /PDF/.test(await panel.text()));
      await paper.close();
    });

    it('is turned off and on for the site, and opens the panel, by the context menu', async () => {
      const article = await bench.extension.open(`${bench.server.url}/article.html`);
      await until('marks', async () => (await marks(article)).includes(FIGURE));
      if (bench.extension.name === 'chrome') {
        // Without a real click Chromium refuses to open the panel; the entry of the button's menu needs none.
        await bench.extension.contextMenu(article, 'toggle-site');
        await until('no marks', async () => (await marks(article)).length === 0);
        await bench.extension.contextMenu(article, 'toggle-site');
        await until('marks again', async () => (await marks(article)).includes(FIGURE));
      } else {
        if (await bench.extension.panelIsOpen()) await bench.extension.pressButton(article);
        await until('the panel to close', async () => !(await bench.extension.panelIsOpen()));
        await bench.extension.contextMenu(article, 'open-panel');
        await until('the panel', () => bench.extension.panelIsOpen());
      }
      await article.close();
    });

    it('shows a card at a tap, and takes it away at a tap beside it', async () => {
      const article = await bench.extension.open(`${bench.server.url}/article.html`);
      await until('marks', async () => (await marks(article)).includes(FIGURE));
      const { x, y } = await atRest(article, () => whereIs(article, FIGURE));
      await article.touchscreen.tap(x, y);
      expect(await until('the card', () => bench.extension.card(article).text())).toContain(
        'Countries pledging troops',
      );
      await article.touchscreen.tap(5, 5);
      await until('the card to go', async () => (await bench.extension.card(article).text()) === '');
      await article.close();
    });

    it('leaves no error anywhere', async () => {
      const errors = await bench.extension.takeErrors();
      expect(errors).toEqual([]);
    });
  },
);
