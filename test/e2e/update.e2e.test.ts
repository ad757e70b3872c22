/** Pages that are open while the extension is replaced under them. */
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { addedElements, inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';

inBrowsers('an update', {}, (bench) => {
  it('leaves each open page with one reader, that works', async () => {
    await bench.extension.grantAllSites();
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    const before = await marks(page);
    await bench.extension.reload();
    await page.bringToFront();
    await until('the new reader', async () => Number(await bench.extension.badge(page)) > 0);
    await until('the marks of one reader', async () => {
      const now = await marks(page);
      return now.length === before.length && now.includes(FIGURE);
    });
    await hover(page, FIGURE);
    expect(await until('the card', () => bench.extension.card(page).text())).toContain('Countries pledging troops');
    const hosts = await addedElements(page);
    expect(hosts.filter((name) => name === 'div')).toHaveLength(1);
  });

  it('reads new pages without being asked again', async () => {
    const page = await bench.extension.open(`${bench.server.url}/live-blog.html`);
    await until('marks', async () => (await marks(page)).length > 0);
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
