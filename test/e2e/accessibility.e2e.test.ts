/** axe-core over everything that readers see: panel, card, welcome, settings, in both themes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { type Bench, inBrowsers } from './tools.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const colourScheme of ['light', 'dark'] as const)
  inBrowsers(`accessibility, ${colourScheme}`, { colourScheme }, (bench) => {
    it.each(['welcome.html', 'options.html'])('%s', async (path) => {
      const view = await bench.extension.openOwn(path);
      await until('the page', async () => (await view.text()).length > 200);
      expect(await violations(view.page, 'document')).toEqual([]);
      await view.page.close();
    });

    it('the panel, with nothing to show and with a report', async () => {
      await bench.extension.grantAllSites();
      // The panel's document in a tab: it speaks of whichever tab is in front.
      const panel = await bench.extension.openOwn('sidepanel.html');
      await until('a notice', async () => (await panel.text()).length > 40);
      expect(await violations(panel.page, 'document')).toEqual([]);
      const article = await openArticle(bench);
      await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
      expect(await violations(panel.page, 'document')).toEqual([]);
      await article.close();
    });

    it('the card of a figure and of a name', async () => {
      const page = await openArticle(bench);
      for (const text of ['about 35 countries', 'Giorgia Meloni']) {
        await hover(page, text);
        await until('the card', () => bench.extension.card(page).text());
        // Contrast is judged only below the body; the closed root is opened to this test alone.
        await bench.extension.card(page).evaluate((root) => {
          const { host } = root as ShadowRoot;
          Object.defineProperty(host, 'shadowRoot', { configurable: true, get: () => root });
          return true;
        });
        expect(await violations(page, `document.querySelector('div[popover=manual]')`)).toEqual([]);
        await page.mouse.move(2, 2);
        await until('the card to go', async () => (await bench.extension.card(page).text()) === '');
      }
      await page.close();
    });
  });

async function openArticle(bench: Bench): Promise<Page> {
  const page = await bench.extension.open(`${bench.server.url}/article.html`);
  await until('the badge', async () => Number(await bench.extension.badge(page)) > 0);
  return page;
}

interface Found {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** What axe has to say against an element: rule, places, reason. */
async function violations(page: Page, element: string): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(${element}, { resultTypes: ['violations'] }).then((result) => JSON.stringify(result.violations))`,
  )) as string;
  return (JSON.parse(found) as Found[]).flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  );
}
