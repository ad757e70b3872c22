/** From install to card and panel, as a reader meets it. The tests of one browser build on each other. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { atRest, hover, until } from '../tools/extension.ts';
import { row } from '../tools/trust-rows.ts';
import { addedElements, inBrowsers, marks, ownHtml, pressNamed } from './tools.ts';

/** More than the reader takes for a short page. */
const READING_MS = 1_500;

const FIGURE = 'about 35 countries';

inBrowsers('reading', {}, (bench) => {
  let page: Page;
  let untouched: string;

  it('does nothing on any page before it is allowed to', async () => {
    page = await bench.extension.open(`${bench.server.url}/article.html`);
    untouched = await page.evaluate(() => document.documentElement.outerHTML);
    const scripts = await bench.extension.inExtension(async () => {
      const { scripting } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      return (await scripting.getRegisteredContentScripts()).length;
    });
    expect(scripts).toBe(0);
    expect(await marks(page)).toEqual([]);
  });

  it('reads the page that is open already, once all sites are allowed', async () => {
    await bench.extension.grantAllSites();
    await page.bringToFront();
    await until('marks', async () => (await marks(page)).length > 0);
    expect(await marks(page)).toEqual(expect.arrayContaining([FIGURE, 'Coalition of the Willing', 'Emmanuel Macron']));
  });

  it('marks no furniture, no comment, no teaser', async () => {
    const drawn = (await marks(page)).join('\n');
    for (const text of ['4 min read', '99 countries', '40 countries', '12 charts']) expect(drawn).not.toContain(text);
  });

  it('changes nothing in the page', async () => {
    expect(await ownHtml(page)).toBe(untouched);
    for (const name of await addedElements(page)) expect(['style', 'div']).toContain(name);
  });

  it('counts the conflicts on the button', async () => {
    const badge = await until('the badge', () => bench.extension.badge(page));
    expect(Number(badge)).toBeGreaterThanOrEqual(1);
  });

  it('shows a card where the mouse rests on a figure, and takes it away', async () => {
    await hover(page, FIGURE);
    const text = await until('the card', () => bench.extension.card(page).text());
    expect(text).toContain('Countries pledging troops');
    expect(text).toContain('Conflicts');
    expect(text).toContain('26');
    await page.mouse.move(2, 2);
    await until('the card to go', async () => (await bench.extension.card(page).text()) === '');
  });

  it('shows a card for a name', async () => {
    await hover(page, 'Giorgia Meloni');
    const text = await until('the card', () => bench.extension.card(page).text());
    expect(text).toContain('Giorgia Meloni');
    expect(text).toContain('Italy');
    await page.mouse.move(2, 2);
    await until('the card to go', async () => (await bench.extension.card(page).text()) === '');
  });

  it('goes from mark to mark by keys, and Escape closes', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await bench.extension.command(page, 'next-mark');
    const first = await until('a card', () => bench.extension.card(page).text());
    await bench.extension.command(page, 'next-mark');
    await until('another card', async () => {
      const text = await bench.extension.card(page).text();
      return text !== '' && text !== first;
    });
    await bench.extension.command(page, 'previous-mark');
    await until('the first card again', async () => (await bench.extension.card(page).text()) === first);
    await page.keyboard.press('Escape');
    await until('the card to go', async () => (await bench.extension.card(page).text()) === '');
  });

  it('lists the page in the native side panel, conflicts first', async () => {
    const panel = await bench.extension.panel(page);
    const text = await until('the report', async () => {
      const now = await panel.text();
      return now.includes('Countries pledging troops') ? now : null;
    });
    expect(text).toContain('127.0.0.1');
    const headings = await panel.evaluate((root) =>
      [...root.querySelectorAll('h2')].map((one) => one.textContent ?? ''),
    );
    expect(headings.length).toBeGreaterThanOrEqual(3);
    const chips = await panel.evaluate((root) =>
      [...root.querySelectorAll('main h3')].map((one) => one.closest('article')?.textContent ?? ''),
    );
    expect(chips[0]).toMatch(/Conflicts|Sources differ/);
  });

  it('scrolls the page to a figure from the panel', async () => {
    const panel = await bench.extension.panel(page);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const place = () => page.evaluate(() => ({ x: scrollX, y: scrollY }));
    const { y: below } = await atRest(page, place);
    expect(below).toBeGreaterThan(0);
    await panel.evaluate((root) => {
      const button = [...root.querySelectorAll('button')].find((one) => one.textContent?.includes('Show on page'));
      button?.click();
    });
    await until('the way up', async () => (await place()).y < below);
    // Scrolling is smooth, and what comes next must find the page at rest.
    await atRest(page, place);
  });

  it('opens the panel at the entry from the card, or says how', async () => {
    await hover(page, FIGURE);
    const text = await until('the card', () => bench.extension.card(page).text());
    if (bench.extension.name === 'firefox') {
      expect(text).toContain('Alt+Shift+S');
      return;
    }
    const panel = await bench.extension.panel(page);
    await pressNamed(bench.extension.card(page), 'See all sources');
    await until('focus on the entry', () =>
      panel.evaluate(
        (root) => (root as Document).activeElement?.textContent?.includes('Countries pledging troops') ?? false,
      ),
    );
  });

  it('is turned off and on for the site in the panel', async () => {
    await page.bringToFront();
    const panel = await bench.extension.panel(page);
    await until('the panel', async () => (await panel.text()).includes('127.0.0.1'));
    await panel.click('[role=switch]');
    await until('the marks to go', async () => (await marks(page)).length === 0);
    expect(await addedElements(page)).toEqual([]);
    await until('the panel to say so', async () => !(await panel.text()).includes('Countries pledging troops'));
    await panel.click('[role=switch]');
    await until('the marks to come back', async () => (await marks(page)).includes(FIGURE));
  });

  it(
    'closes the panel with the button that opened it',
    row(
      () => ({ id: 'R27', what: 'opening the side panel', browser: bench.extension.name }),
      async (seen) => {
        await bench.extension.panel(page);
        await bench.extension.pressButton(page);
        await until('the panel to close', async () => !(await bench.extension.panelIsOpen()));
        seen.control('a panel that is closed is seen as closed');
        await bench.extension.pressButton(page);
        await until('the panel to open', () => bench.extension.panelIsOpen());
        await until('the report', async () => (await (await bench.extension.panel(page)).text()).includes(FIGURE));
        await bench.extension.pressButton(page);
        await until('the panel to close again', async () => !(await bench.extension.panelIsOpen()));
        seen.result('opened and closed by the button in one press each, with the report of the page');
      },
    ),
  );

  it('works on after the worker was killed: cards, panel, new pages', async () => {
    await bench.extension.killBackground();
    await until('its death', async () => !(await bench.extension.backgroundRuns()));
    await hover(page, FIGURE);
    expect(await until('the card', () => bench.extension.card(page).text())).toContain('Conflicts');
    expect(await bench.extension.backgroundRuns()).toBe(false);
    const other = await bench.extension.open(`${bench.server.url}/live-blog.html`);
    await until('marks', async () => (await marks(other)).length > 0);
    await other.close();
  });

  it('leaves a page about something else alone: no message, no change', async () => {
    expect(await bench.extension.panelIsOpen()).toBe(false);
    await bench.extension.killBackground();
    await until('its death', async () => !(await bench.extension.backgroundRuns()));
    const other = await bench.extension.open(`${bench.server.url}/off-topic.html`);
    const before = await other.evaluate(() => document.documentElement.outerHTML);
    // Asking the reader would wake the event page itself (Firefox): so it gets its time first, and is asked then.
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
    expect(await bench.extension.backgroundRuns()).toBe(false);
    await until('the reader to be done', () => readerSays(bench.extension.inExtension, 'off-topic'));
    expect(await other.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await marks(other)).toEqual([]);
    expect(await bench.extension.badge(other)).toBe('');
    await other.close();
  });

  it('follows an application that turns its pages itself', async () => {
    const spa = await bench.extension.open(`${bench.server.url}/spa.html`);
    await until('marks', async () => (await marks(spa)).includes(FIGURE));
    await spa.click('[data-go=soup]');
    await until('the marks to go', async () => (await marks(spa)).length === 0);
    await spa.click('[data-go=pledges]');
    await until('marks of the other article', async () => (await marks(spa)).includes('Giorgia Meloni'));
    await spa.close();
  });

  it('reads what is added while scrolling, also where that first puts the page on the topic', async () => {
    const feed = await bench.extension.open(`${bench.server.url}/infinite-scroll.html`);
    await until('all articles', () =>
      feed.evaluate(async () => {
        // Up and down: the page adds one each time its end comes into view.
        scrollTo(0, 0);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        scrollTo(0, document.body.scrollHeight);
        return document.querySelectorAll('article').length === 4;
      }),
    );
    await until('the late figure', async () => (await marks(feed)).includes(FIGURE));
    await feed.close();
  });

  it('reads open shadow roots, and a card opens there', async () => {
    const shadow = await bench.extension.open(`${bench.server.url}/shadow.html`);
    const drawn = await until('marks', async () => {
      const all = await marks(shadow);
      return all.some((text) => text.includes('26 countries')) ? all : null;
    });
    expect(drawn).toContain('Emmanuel Macron');
    expect(drawn.join()).not.toContain('77');
    await hover(shadow, 'Emmanuel Macron');
    expect(await until('the card', () => bench.extension.card(shadow).text())).toContain('Emmanuel Macron');
    await shadow.close();
  });

  it('asks no server for anything, and leaves no error anywhere', async () => {
    const pages = /^\/(article|live-blog|off-topic|spa|infinite-scroll|shadow)\.html|^\/favicon\.ico$/;
    expect(bench.server.requests.filter((path) => !pages.test(path))).toEqual([]);
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

/** Whether the reader of the tab in front is in this state. */
function readerSays(inExtension: <T>(fn: () => T | Promise<T>) => Promise<T>, state: string): Promise<boolean> {
  return inExtension(async () => {
    const { tabs } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const reply = await tabs.sendMessage(tab?.id ?? -1, { 'second-source': 'reader-state', body: null });
    return reply?.value?.state as string;
  }).then((said) => said === state);
}
