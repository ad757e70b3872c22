/** The extension's own pages: the choice of sites, the sample article, the settings; and the panel where nothing can be read. */
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';

inBrowsers('own pages', {}, (bench) => {
  it('welcomes the reader after installing', async () => {
    const urls = await bench.extension.inExtension(async () => {
      const { runtime, tabs } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const found = await tabs.query({});
      return found.map((tab) => tab.url ?? '').filter((url) => url.startsWith(runtime.getURL('/')));
    });
    expect(urls.some((url) => url.endsWith('/welcome.html'))).toBe(true);
  });

  it('marks its sample article, with a card, before anything is allowed', async () => {
    const welcome = await bench.extension.openOwn('welcome.html');
    await until('marks', async () => (await marks(welcome.page)).includes(FIGURE));
    await hover(welcome.page, 'about 35 countries had');
    expect(await until('the card', () => bench.extension.card(welcome.page).text())).toContain(
      'Countries pledging troops',
    );
    await welcome.page.close();
  });

  it('says in the panel that a site is not allowed', async () => {
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    // The helper page of the driver is in another tab; a click on the button allows this one, so it is opened over that.
    const panel = await bench.extension.panel(page);
    await until('an answer for the tab', async () => (await panel.text()).length > 40);
    expect(await marks(page)).toBeDefined();
    await page.close();
  });

  it('reads a page after one click on the button, with no site allowed', async () => {
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    expect(await marks(page)).toEqual([]);
    await bench.extension.pressButton(page);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await page.close();
  });

  it('asks for all sites in the click that chooses them', async () => {
    if (bench.extension.name === 'chrome') {
      // Makes the request grantable without a prompt, then takes the permission back.
      await bench.extension.grantAllSites();
      await bench.extension.revokeAllSites();
    }
    const welcome = await bench.extension.openOwn('welcome.html');
    await welcome.page.evaluate(() => {
      const choice = [...document.querySelectorAll('button, [role=radio], label')].find((one) =>
        one.textContent?.startsWith('All sites'),
      );
      choice?.setAttribute('data-test', 'all');
    });
    await welcome.click('[data-test=all]');
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await page.close();
    await welcome.page.close();
  });

  it('takes marks off pages by the settings, and leaves badge and panel', async () => {
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    const options = await bench.extension.openOwn('options.html');
    await options.click('input[name=marks][value=none]');
    await until('the marks to go', async () => (await marks(page)).length === 0);
    await options.click('input[name=marks][value=figures]');
    await until('figures only', async () => {
      const drawn = await marks(page);
      return drawn.includes(FIGURE) && !drawn.includes('Giorgia Meloni');
    });
    expect(Number(await bench.extension.badge(page))).toBeGreaterThanOrEqual(1);
    await options.page.bringToFront();
    await options.click('input[name=marks][value=all]');
    await until('all marks', async () => (await marks(page)).includes('Giorgia Meloni'));
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
