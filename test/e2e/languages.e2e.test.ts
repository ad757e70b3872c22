/** The interface in another language: chosen in the settings, and at once in panel, cards, menus and the page itself. */
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { inBrowsers } from './tools.ts';

/** The languages that a screen reader takes the elements to be in. Runs in the page. */
const languagesOf = (root: Document | ShadowRoot, selector: string): string =>
  [...new Set([...root.querySelectorAll(selector)].map((one) => one.closest('[lang]')?.getAttribute('lang')))].join(
    ' ',
  );

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

    // What the pack says stays in its own language, and says so, as screen readers pronounce it by that (WCAG 3.1.2).
    for (const pack of ['.block__head h3 bdi', '.doc__summary', '.sources__meta bdi[lang]'])
      expect(await panel.evaluate(languagesOf, pack), pack).toBe('en');
    for (const own of ['.section h2', '.block .why', '.reach'])
      expect(await panel.evaluate(languagesOf, own), own).toBe('uk');

    await hover(page, 'about 35 countries');
    const card = await until('the card', () => bench.extension.card(page).text());
    expect(card).toContain('Суперечить');
    expect(card).toContain('джерел');
    expect(card).not.toMatch(/Conflicts|sources say/);
    expect(await bench.extension.card(page).evaluate(languagesOf, '.card__title bdi')).toBe('en');
    expect(await bench.extension.card(page).evaluate(languagesOf, '.card__summary')).toBe('uk');
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
