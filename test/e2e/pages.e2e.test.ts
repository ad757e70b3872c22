/** The extension's own pages: the choice of sites, the sample article, the settings; and the panel where nothing can be read. */
import { expect, it } from 'vitest';
import { packFacts } from '../../corpus/pack-facts.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import { hover, pressByMouse, pressIn, until } from '../tools/extension.ts';
import { PACK_DIRECTORY } from '../tools/packs.ts';
import type { Own } from './pack-tools.ts';
import { inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';

inBrowsers('own pages', {}, (bench) => {
  it('welcomes the reader after installing', async () => {
    await until('the welcome page', () =>
      bench.extension.inExtension(() => {
        const { extension } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        const tabs = extension.getViews({ type: 'tab' }) as unknown as { location: Location }[];
        return tabs.some((tab) => tab.location.pathname === '/welcome.html');
      }),
    );
  });

  it('marks its sample article, with a card, before anything is allowed', async () => {
    const welcome = await bench.extension.openOwn('welcome.html');
    await until('marks', async () => (await marks(welcome.page)).includes(FIGURE));
    await hover(welcome.page, FIGURE, 'met in Paris on Thursday');
    expect(await until('the card', () => bench.extension.card(welcome.page).text())).toContain(
      'Countries pledging troops',
    );
    await welcome.page.close();
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
    await choose(welcome, 'All sites');
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await page.close();
    await welcome.page.close();
  });

  it('reads the sites that the reader chooses, and no others', async () => {
    const welcome = await bench.extension.openOwn('welcome.html');
    await choose(welcome, 'Sites I choose');
    await until('the permission to be gone', () =>
      bench.extension.inExtension(async () => {
        const { permissions } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        return !(await permissions.contains({ origins: ['http://*/*'] }));
      }),
    );
    await welcome.page.close();
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    // The button lets this one page be read, also where the panel is open already.
    await bench.extension.pressButton(page);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    const panel = await bench.extension.panel(page);
    await until('the report', async () => (await panel.text()).includes('Other pages of 127.0.0.1 are not read'));
    // A click in Firefox's sidebar cannot be made from outside, and the browser asks only in a click.
    if (bench.extension.name === 'chrome') {
      await pressIn(panel, 'button', 'Always read this site');
      await until('the site', async () => !(await panel.text()).includes('are not read'));
      const second = await bench.extension.open(`${bench.server.url}/live-blog.html`);
      await until('marks', async () => (await marks(second)).length > 0);
      const elsewhere = await bench.extension.open(
        `${bench.server.url.replace('127.0.0.1', 'localhost')}/article.html`,
      );
      await until('no access', async () => /No access to this page/.test(await panel.text()));
      expect(await marks(elsewhere)).toEqual([]);
      const options = await bench.extension.openOwn('options.html');
      await until('the site in the settings', async () => (await options.text()).includes('127.0.0.1'));
      for (const opened of [second, elsewhere, options.page]) await opened.close();
    }
    await page.close();
    const again = await bench.extension.openOwn('welcome.html');
    await choose(again, 'All sites');
    await again.page.close();
  });

  it('takes marks off pages by the settings, and leaves badge and panel', async () => {
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    const options = await bench.extension.openOwn('options.html');
    await choose(options, 'No marks');
    await until('the marks to go', async () => (await marks(page)).length === 0);
    await choose(options, 'Figures only');
    await until('figures only', async () => {
      const drawn = await marks(page);
      return drawn.includes(FIGURE) && !drawn.includes('Giorgia Meloni');
    });
    const badge = Number(await bench.extension.badge(page));
    expect(badge).toBeGreaterThanOrEqual(1);
    await options.page.bringToFront();
    await choose(options, 'Conflicts only');
    await until('as many marks as the badge says', async () => (await marks(page)).length === badge);
    expect(await marks(page)).toContain(FIGURE);
    await options.page.bringToFront();
    await choose(options, 'Names and figures');
    await until('all marks', async () => (await marks(page)).includes('Giorgia Meloni'));
  });

  it('tells in the settings what the pack is made of, as the build counted it', async () => {
    const pack = readPackDirectory(PACK_DIRECTORY);
    const options = await bench.extension.openOwn('options.html');
    await until('the pack', async () => (await options.text()).includes(pack.manifest.title));
    await options.click('.pack > summary');
    const text = await until('what it is made of', async () => {
      const now = await options.text();
      return now.includes(pack.manifest.selection) ? now : null;
    });
    const { claims, outlets } = packFacts(pack.documents);
    expect(text).toContain(`${pack.documents.length} sources`);
    expect(text).toContain(`${claims.figures} figures, ${claims.stances} positions and ${claims.facts} other facts`);
    expect(text).toContain(`${outlets.length} outlets`);
    expect(text).toContain(pack.manifest.corrections[0]?.what);
    await options.page.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

/** Presses the choice whose words begin so; the browser asks for permissions in a real press only. */
async function choose(view: Own, words: string): Promise<void> {
  await until(`the choice “${words}”`, () =>
    view.evaluate((root, wanted) => {
      for (const one of root.querySelectorAll('[data-test]')) one.removeAttribute('data-test');
      const found = [...root.querySelectorAll('label, button')].find((one) => one.textContent?.startsWith(wanted));
      found?.setAttribute('data-test', 'choice');
      return found !== undefined;
    }, words),
  );
  await pressByMouse(view, '[data-test=choice]');
}
