/**
 * The journeys of a reader with a mouse, from beginning to end: pages and cards with the mouse itself, the panel and the settings by
 * presses where a mouse would reach. Each journey's corners have tests of their own. The tests of one browser build on each other.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { hover, pressByMouse, pressIn, until, type View } from '../tools/extension.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';
import { giveFile, press, says } from './pack-tools.ts';
import { inBrowsers, marks, pressNamed, watchedWays } from './tools.ts';

const FIGURE = 'about 35 countries';
const PERSON = 'Friedrich Merz';
const PACK = samplePack({
  documents: [sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', 14)], ['northland'])],
});

inBrowsers('by mouse', {}, (bench) => {
  let page: Page;
  let panel: View;
  const card = () => bench.extension.card(page);
  const hasMark = (text: string) => async () => (await marks(page)).includes(text);
  const noCard = () => until('the card to go', async () => (await card().text()) === '');
  const away = async () => {
    await page.mouse.move(2, 2);
    await noCard();
  };

  it('1: chooses where it reads along on the welcome page, and tries the sample there', async () => {
    // Makes the request grantable without a prompt, which nobody could press.
    await bench.extension.grantAllSites();
    await bench.extension.revokeAllSites();
    const welcome = await bench.extension.openOwn('welcome.html');
    await says(welcome, 'Where may it read along?');
    await pressByMouse(welcome, '.choice__button');
    await says(welcome, 'Saved.');
    await until('marks', async () => (await marks(welcome.page)).includes(FIGURE));
    // The picture above it shows the same words.
    await hover(welcome.page, FIGURE, 'met in Paris on Thursday');
    await until('the card', () => bench.extension.card(welcome.page).text());
    await welcome.page.close();
  });

  it('2: reads a page, and sees on the button how much conflicts', async () => {
    page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', hasMark(FIGURE));
    await until('the badge', async () => /^[1-9]/.test(await bench.extension.badge(page)));
  });

  it('3: rests on a figure and on a name, goes to the card and leaves it', async () => {
    await hover(page, FIGURE);
    await until('the card', async () => (await card().text()).includes('Countries pledging troops'));
    await away();
    await hover(page, PERSON);
    await until('the card', async () => (await card().text()).includes('Chancellor'));
    await away();
  });

  it('4: opens the panel, goes from an entry to its passage, and through the tabs', async () => {
    panel = await bench.extension.panel(page);
    await says(panel, 'Countries pledging troops');
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const low = await page.evaluate(() => scrollY);
    await press(panel, 'Show on page');
    await until('the passage', async () => (await page.evaluate(() => scrollY)) < low);
    for (const [tab, what] of [
      ['#tab-pledges', 'France'],
      ['#tab-saved', 'Nothing saved yet'],
      ['#tab-page', 'Countries pledging troops'],
    ] as const) {
      await panel.click(tab);
      await says(panel, what);
    }
  });

  it('5: looks a name up', async () => {
    await panel.click('#tab-search');
    await until('the box', () => panel.evaluate((root) => root.querySelector('.search__box input') !== null));
    await panel.evaluate((root) => {
      const box = root.querySelector<HTMLInputElement>('.search__box input');
      if (!box) return;
      box.value = 'Meloni';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await says(panel, 'Giorgia Meloni');
    await panel.click('#tab-page');
    await says(panel, 'Countries pledging troops');
  });

  it('6: opens a source at its passage, and copies with sources', async () => {
    const done = await watchedWays(panel);
    await pressIn(panel, 'article a[href]');
    expect(await done('opened')).toMatch(/^https:\/\/.*#:~:text=/);
    await press(panel, 'Copy with sources');
    expect(await done('copied')).toMatch(/about 35 countries[\s\S]*https:/);
    await says(panel, 'Copied with its sources.');
  });

  it('7: saves the page, finds it among the saved, and deletes it', async () => {
    await panel.click('.savebar__button');
    await says(panel, 'This is all that will be kept');
    await panel.click('button[type=submit]');
    await says(panel, 'Saved as one of your own sources');
    await until('the way to delete it', () =>
      panel.evaluate((root) => root.querySelector('button[aria-label^="Delete "]') !== null),
    );
    await panel.click('button[aria-label^="Delete "]');
    await says(panel, 'Undo');
    await panel.click('#tab-page');
    await says(panel, 'Countries pledging troops');
  });

  it('8: disagrees at the card, and takes that back', async () => {
    await page.bringToFront();
    await hover(page, FIGURE);
    await until('the card', async () => (await card().text()).includes('Not a conflict'));
    await pressNamed(card(), 'Not a conflict');
    await until('the mark to go', async () => !(await hasMark(FIGURE)()));
    await pressNamed(card(), 'Undo');
    await until('the mark to come back', hasMark(FIGURE));
    await away();
  });

  it('9: brings another topic, and removes it', async () => {
    const options = await bench.extension.openOwn('options.html');
    await says(options, 'comes with Second Source');
    // The browser's own dialog is the browser's; a file dropped on the page comes by mouse.
    await giveFile(options, 'ferries.json', JSON.stringify(PACK), 'drop');
    await says(options, 'Add pack');
    await press(options, 'Add pack');
    await says(options, 'Ferries was added.');
    await press(options, 'Remove Ferries');
    await says(options, 'Ferries was removed.');
    await options.page.close();
  });

  it('10: turns it off for the site and everywhere, and on again', async () => {
    await page.bringToFront();
    await says(panel, 'Countries pledging troops');
    await panel.click('[role=switch]');
    await until('no marks', async () => (await marks(page)).length === 0);
    await until('the switch', () =>
      panel.evaluate((root) => root.querySelector('[role=switch]')?.getAttribute('aria-checked') === 'false'),
    );
    await panel.click('[role=switch]');
    await until('marks', hasMark(FIGURE));
    const options = await bench.extension.openOwn('options.html');
    await says(options, 'Read along at all');
    await options.click('[role=switch]');
    await until('no marks', async () => (await marks(page)).length === 0);
    await options.click('[role=switch]');
    await page.bringToFront();
    await until('marks', hasMark(FIGURE));
    await options.page.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
