/** The interface in another language: chosen in the settings, and at once in panel, cards, menus and the page itself. */
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { inBrowsers } from './tools.ts';

inBrowsers('languages', {}, (bench) => {
  it('changes with the choice in the settings, without a reload, in every page that is open', async () => {
    await bench.extension.grantAllSites();
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('the badge', async () => Number(await bench.extension.badge(page)) > 0);
    const panel = await bench.extension.openOwn('sidepanel.html');
    await page.bringToFront();
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
    expect(await panel.text()).toContain('Copy with sources');

    const options = await bench.extension.openOwn('options.html');
    await until('the settings', async () => (await options.text()).includes('Language'));
    await options.page.select('#language', 'uk');
    await until('the settings in Ukrainian', async () => (await options.text()).includes('Позначки на сторінках'));
    expect(await options.page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'uk',
      'Налаштування Second Source',
    ]);
    await page.bringToFront();
    await until('the panel in Ukrainian', async () => (await panel.text()).includes('Копіювати з джерелами'));
    // The report is made anew, with its sentences.
    await until('the report in Ukrainian', async () => /ка(же|жуть): /.test(await panel.text()));
    expect(await panel.text()).not.toMatch(/Copy with sources|sources? from .* says?/);

    await hover(page, 'about 35 countries');
    const card = await until('the card', () => bench.extension.card(page).text());
    expect(card).toContain('Суперечить');
    expect(card).toContain('джерел');
    expect(card).not.toMatch(/Conflicts|sources say/);
    await page.mouse.move(2, 2);
    await until('the card to go', async () => (await bench.extension.card(page).text()) === '');

    await options.page.bringToFront();
    await options.page.select('#language', 'de');
    await until('the settings in German', async () => (await options.text()).includes('Markierungen auf Seiten'));
    await options.page.select('#language', 'browser');
    await until('the settings as the browser', async () => (await options.text()).includes('Marks on pages'));
    await until('no setting left', () =>
      bench.extension.inExtension(async () => {
        const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        return !Object.keys(await storage.sync.get(null)).includes('language');
      }),
    );
  });
});
