/**
 * The journeys of a reader without a mouse: every press is a key, and where focus goes is followed. Commands (the next mark)
 * are dispatched in Chromium and in Firefox are the browser's own entries for their keys, as the driver's keys reach documents
 * only; the toolbar button, which opens the panel, is the browser's and is pressed through it for the same reason. The tests
 * of one browser build on each other.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until, type View } from '../tools/extension.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';
import { cardOver, type Keyboard, nativePanel, tab, tabTo } from './key-tools.ts';
import { giveFile, type Own, says } from './pack-tools.ts';
import { inBrowsers, marks, watchedWays } from './tools.ts';

/** More than the article has. */
const MOST_MARKS = 40;
const FIGURE = 'about 35 countries';
const FERRIES = `<!doctype html><html lang="en"><head><title>Ferries</title>
  <meta property="article:published_time" content="2025-05-02T10:00:00Z"></head><body><article>
  <h1>Ferries between the islands</h1>
  <p>Between the islands of Northland 20 ferries are in service this week, says the operator. Ferries to the other
  islands go on as before, and nobody expects that to change before the summer.</p></article></body></html>`;
const PACK = samplePack({
  documents: [sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', 14)], ['northland'])],
});

inBrowsers('by keyboard', { pages: { '/ferries.html': FERRIES } }, (bench) => {
  let page: Page;
  let panel: View;
  let inPanel: Keyboard;
  const cardText = () => bench.extension.card(page).text();
  const noCard = () => until('the card to go', async () => (await cardText()) === '');
  /** To the next mark; two may have the same card, so the one before is known by its root. */
  const toNextMark = async () => {
    const card = bench.extension.card(page);
    await card.evaluate((root) => Object.assign(root, { seen: true }) && null);
    await bench.extension.command(page, 'next-mark');
    await until('the next card', async () => {
      const isNew = await card.evaluate((root) => !('seen' in root));
      return isNew && (await card.text());
    });
  };
  const toConflict = async () => {
    for (let i = 0; i < MOST_MARKS; i++) {
      if (/Countries pledging troops[\s\S]*Not a conflict/.test(await cardText())) return;
      await toNextMark();
    }
    throw new Error('no card of a conflict');
  };
  const status = () => panel.evaluate((root) => root.querySelector('[role=status]')?.textContent ?? '');
  /** Back to the row of tabs, from wherever. */
  const toTabs = () => tabTo(inPanel, ({ role }) => role === 'tab', 'Shift+Tab');
  const hasMark = (text: string) => async () => (await marks(page)).includes(text);

  it('1: chooses where it reads along on the welcome page', async () => {
    // Makes the request grantable without a prompt, which nobody could press.
    await bench.extension.grantAllSites();
    await bench.extension.revokeAllSites();
    const welcome = await bench.extension.openOwn('welcome.html');
    await until('the choice', async () => (await welcome.text()).includes('Where may it read along?'));
    const keys = tab(welcome.page);
    await tabTo(keys, /^All sites/);
    await keys.press('Enter');
    await until('the choice to be kept', async () => (await welcome.text()).includes('Saved.'));
    expect((await keys.focused())?.name).toMatch(/^All sites/);
    await welcome.page.close();
  });

  it('2: reads a page, which gets no tab stop more', async () => {
    page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', hasMark(FIGURE));
    const keys = tab(page);
    const stops: string[] = [];
    for (let i = 0; i < 4; i++) {
      await keys.press('Tab');
      stops.push((await keys.focused())?.name ?? '');
    }
    expect(stops).toEqual([
      'Home',
      'World',
      'Europe',
      'About 40 countries had committed to sending parcels to the Moon',
    ]);
  });

  it('3: goes to marks, into the card, through it and back to where it was', async () => {
    const keys = tab(page);
    const inCard = cardOver(bench.extension, page);
    await keys.press('Shift+Tab', 'Shift+Tab');
    expect((await keys.focused())?.name).toBe('World');
    await toConflict();
    await keys.press('Tab');
    expect((await inCard.focused())?.name).toBe('Keep open');
    const passed = await tabTo(inCard, 'Not a conflict');
    expect(passed[0]).toBe('button Close');
    expect(passed.filter((stop) => /^a Open .* in a new tab$/.test(stop)).length).toBeGreaterThan(0);
    // Out at the end: the card closes, and the page goes on where it was left.
    await keys.press('Tab');
    await noCard();
    expect((await keys.focused())?.name).toBe('World');
    await bench.extension.command(page, 'previous-mark');
    await until('a card', cardText);
    await keys.press('Tab');
    expect((await inCard.focused())?.name).toBe('Keep open');
    await keys.press('Escape');
    await noCard();
    expect((await keys.focused())?.name).toBe('World');
  });

  it('4: walks the panel from end to end, and through its tabs by arrows', async () => {
    panel = await bench.extension.panel(page);
    inPanel = nativePanel(bench.extension, panel);
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
    // It comes a moment later, and is one of the stops.
    await until('the line over it', async () => (await panel.text()).includes('Save this page'));
    await tabTo(inPanel, 'This page');
    const forward = await tabTo(inPanel, 'Settings');
    expect(forward.length).toBeGreaterThan(20);
    // Nothing is a stop twice, nothing holds the focus, and the same way leads back.
    const back = await tabTo(inPanel, 'This page', 'Shift+Tab');
    expect(back.reverse()).toEqual(forward);
    const views = ['Pledges', 'Search', 'Saved', 'Draft', 'This page'];
    const found = ['.ledger__name', '.search__box', '.notice--empty', '#draft-text', '#heading-conflicts'];
    for (const [at, view] of views.entries()) {
      await inPanel.press('ArrowRight');
      expect((await inPanel.focused())?.name).toBe(view);
      await until(view, () => panel.evaluate((root, of) => root.querySelector(of) !== null, found[at] ?? ''));
      expect(await panel.evaluate((root) => root.querySelectorAll('[role=status], [aria-live]').length)).toBe(1);
    }
    await inPanel.press('End');
    expect((await inPanel.focused())?.name).toBe('Draft');
    await inPanel.press('Home');
    expect((await inPanel.focused())?.name).toBe('This page');
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
  });

  it('4: opens an entry and shows it on the page', async () => {
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const low = await page.evaluate(() => scrollY);
    await tabTo(inPanel, 'Show on page');
    await inPanel.press('Enter');
    await until('the passage', async () => (await page.evaluate(() => scrollY)) < low);
    await tabTo(inPanel, /members/);
    await inPanel.press('Enter');
    await until('the entry to open', () =>
      panel.evaluate((root) => (root as Document).activeElement?.getAttribute('aria-expanded') === 'true'),
    );
    await inPanel.press('Enter');
  });

  it('5: looks a name up', async () => {
    await toTabs();
    await inPanel.press('Home', 'ArrowRight', 'ArrowRight');
    await until('the box', () => panel.evaluate((root) => root.querySelector('.search__box input') !== null));
    await tabTo(inPanel, 'Search reports, figures and names');
    await inPanel.press(...'Meloni');
    await until('results', async () => /results? for “Meloni”/.test(await status()));
    await inPanel.press('ArrowDown');
    expect((await inPanel.focused())?.name).toMatch(/Giorgia Meloni/);
    await inPanel.press('Escape');
    expect((await inPanel.focused())?.role).toBe('input');
    await inPanel.press('Escape');
    await toTabs();
    await inPanel.press('Home');
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
  });

  it('6: opens a source at its passage, and copies with sources', async () => {
    const done = await watchedWays(panel);
    await tabTo(inPanel, /^Open .* in a new tab$/);
    await inPanel.press('Enter');
    expect(await done('opened')).toMatch(/^https:\/\/.*#:~:text=/);
    await tabTo(inPanel, 'Copy with sources');
    await inPanel.press('Enter');
    expect(await done('copied')).toMatch(/about 35 countries[\s\S]*https:/);
    await until('the panel to say so', async () => (await status()) === 'Copied with its sources.');
  });

  it('7: saves the page, and deletes it', async () => {
    await tabTo(inPanel, 'Save this page', 'Shift+Tab');
    await inPanel.press('Enter');
    await until('the preview', async () => (await panel.text()).includes('This is all that will be kept'));
    await tabTo(inPanel, 'Save');
    await inPanel.press('Enter');
    await until('the list', async () => (await panel.text()).includes('Saved as one of your own sources'));
    await until('the panel to say so', async () => (await status()).includes('Saved as one of your own sources'));
    await tabTo(inPanel, /^Delete /);
    await inPanel.press('Enter');
    await until('an empty list', async () => (await panel.text()).includes('Nothing saved yet'));
    expect(await inPanel.focused()).not.toBeNull();
    await toTabs();
    await inPanel.press('Home');
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
  });

  it('8: disagrees at the card and takes that back, with focus where it was', async () => {
    await bench.extension.focusPage(page);
    const inCard = cardOver(bench.extension, page);
    await toConflict();
    await tabTo(inCard, 'Not a conflict');
    await inCard.press('Enter');
    await until('the mark to go', async () => !(await marks(page)).includes(FIGURE));
    await until('the way back in its place', async () => (await inCard.focused())?.name === 'Undo');
    await inCard.press('Enter');
    await until('the mark to come back', hasMark(FIGURE));
    await inCard.press('Escape');
    await noCard();
  });

  it('9: brings another topic, and removes it', async () => {
    const options: Own = await bench.extension.openOwn('options.html');
    await says(options, 'comes with Second Source');
    await bench.extension.focusPage(options.page);
    const keys = tab(options.page);
    await tabTo(keys, 'Choose a file…');
    await options.evaluate((root) => {
      root.querySelector('.filebox input')?.addEventListener('click', (event) => {
        // The browser's own dialog would stay open.
        event.preventDefault();
        (root as Document).documentElement.dataset.asked = 'for a file';
      });
    });
    await keys.press('Enter');
    await until('the dialog to be asked for', () =>
      options.evaluate((root) => (root as Document).documentElement.dataset.asked ?? ''),
    );
    // The file itself: what the browser's own dialog gives is no matter of keys.
    await giveFile(options, 'ferries.json', JSON.stringify(PACK));
    await says(options, 'Add pack');
    await until('focus on the news', async () => (await keys.focused())?.name === 'Ferries');
    await tabTo(keys, 'Add pack');
    await keys.press('Enter');
    await says(options, 'Ferries was added.');
    expect(await keys.focused()).not.toBeNull();
    const ferries = await bench.extension.open(`${bench.server.url}/ferries.html`);
    await until('marks', async () => (await marks(ferries)).includes('20 ferries'));
    if (bench.extension.name === 'firefox') {
      // In a tab that was left and is come back to, the driver's keys move the focus and press nothing.
      await ferries.close();
      await options.page.close();
      return;
    }
    await bench.extension.focusPage(options.page);
    await tabTo(keys, 'Remove Ferries', 'Shift+Tab');
    await keys.press('Enter');
    await says(options, 'Ferries was removed.');
    await until('focus on the way back', async () => (await keys.focused())?.name === 'Undo');
    await ferries.close();
    await options.page.close();
  });

  it('10: turns it off for the site in the panel, and everywhere', async () => {
    await page.bringToFront();
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
    await tabTo(inPanel, 'Read along on 127.0.0.1', 'Shift+Tab');
    await inPanel.press('Space');
    await until('no marks', async () => (await marks(page)).length === 0);
    expect((await inPanel.focused())?.name).toBe('Read along on 127.0.0.1');
    // A press before the switch has followed would turn it off once more.
    await until('the switch', () => panel.evaluate(isOff));
    await inPanel.press('Space');
    await until('marks', hasMark(FIGURE));
    const options = await bench.extension.openOwn('options.html');
    await says(options, 'Read along at all');
    await bench.extension.focusPage(options.page);
    const keys = tab(options.page);
    await tabTo(keys, 'Read along at all');
    await keys.press('Space');
    await page.bringToFront();
    await until('no marks', async () => (await marks(page)).length === 0);
    await bench.extension.focusPage(options.page);
    await until('the switch', () => options.evaluate(isOff));
    await keys.press('Space');
    await page.bringToFront();
    await until('marks', hasMark(FIGURE));
    await options.page.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

/** The switch that has focus is off. */
const isOff = (root: Document | ShadowRoot): boolean => root.activeElement?.getAttribute('aria-checked') === 'false';
