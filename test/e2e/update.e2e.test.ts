/** Pages that are open while the extension is installed or replaced under them. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { row } from '../tools/trust-rows.ts';
import { addedElements, inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
const TABS = 5;
const UPDATED = 3;

inBrowsers('an update', {}, (bench) => {
  const pages: Page[] = [];
  const subject = (id: `R${number}`, what: string) => () => ({ id, what, browser: bench.extension.name });

  it(
    'finds tabs that were open before: each is read once somebody looks at it',
    row(subject('R5', 'tabs open at install'), async (seen) => {
      const { extension, server } = bench;
      for (let n = 0; n < TABS; n++) pages.push(await extension.open(`${server.url}/article.html`));
      for (const page of pages) expect(await marks(page)).toEqual([]);
      seen.control('before the sites are allowed no tab has marks');
      const loaded = server.requests.length;
      await extension.grantAllSites();
      for (const page of pages) {
        await page.bringToFront();
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        const added = await addedElements(page);
        expect(added.filter((name) => name === 'style')).toHaveLength(1);
      }
      expect(server.requests.slice(loaded).filter((path) => path.startsWith('/article'))).toEqual([]);
      seen.result(`${TABS} tabs marked when they are looked at, none loaded again`);
      for (const page of pages.splice(UPDATED)) await page.close();
    }),
  );

  it(
    'leaves each open page with one reader, that works',
    row(subject('R4', 'updated under open tabs'), async (seen) => {
      const { extension } = bench;
      const [first] = pages as [Page];
      await first.bringToFront();
      const before = await marks(first);
      await first.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('h1') as Element);
        CSS.highlights.set('planted', new Highlight(range));
      });
      expect((await marks(first)).length).toBe(before.length + 1);
      await first.evaluate(() => CSS.highlights.delete('planted'));
      seen.control('a mark too many is counted');
      await hover(first, FIGURE);
      await until('the card', () => extension.card(first).text());
      await extension.reload();
      for (const page of pages) {
        await page.bringToFront();
        await until('the new reader', async () => Number(await extension.badge(page)) > 0);
        await until('the marks of one reader', async () => {
          const now = await marks(page);
          return now.length === before.length && now.includes(FIGURE);
        });
        await page.mouse.move(2, 2);
        await hover(page, FIGURE);
        expect(await until('the card', () => extension.card(page).text())).toContain('Countries pledging troops');
        await until('one host and one style', async () => (await addedElements(page)).sort().join() === 'div,style');
      }
      expect(await extension.takeErrors()).toEqual([]);
      seen.result(`${UPDATED} tabs, one with a card open: one reader each afterwards, cards open, no error`);
    }),
  );

  it('reads new pages without being asked again', async () => {
    const page = await bench.extension.open(`${bench.server.url}/live-blog.html`);
    await until('marks', async () => (await marks(page)).length > 0);
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
