/**
 * The journeys of a reader who does not see the screen: what is there, and what is said, is read from the browsers' own
 * accessibility trees, and every press is a key. `announced.e2e.test.ts` walks the card of a conflict node by node; here is each
 * journey from beginning to end. The tests of one browser build on each other.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Spoken, until, type View } from '../tools/extension.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';
import { cardOver, type Keyboard, nativePanel, tab, tabTo } from './key-tools.ts';
import { giveFile, says } from './pack-tools.ts';
import { inBrowsers, marks } from './tools.ts';

type Tree = () => Promise<Spoken[]>;

/** More than the article has. */
const MOST_MARKS = 40;
const FIGURE = 'about 35 countries';
const CONFLICT = 'Countries pledging troops';
const PACK = samplePack({
  documents: [sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', 14)], ['northland'])],
});

const named = (nodes: readonly Spoken[], role: string): string[] =>
  nodes.filter((one) => one.role === role).map(({ name }) => name);

/** What the live regions hold, in their order. */
function said(nodes: readonly Spoken[]): string {
  const texts: string[] = [];
  let region: Spoken | null = null;
  for (const node of nodes) {
    if (region && node.depth <= region.depth) region = null;
    if (node.role === 'status') region = node;
    else if (region && node.role === 'text') texts.push(node.name);
  }
  return texts.join(' ');
}

/** Something is said, or there: trees follow what is drawn a moment later. */
const hears = (tree: Tree, what: string | RegExp): Promise<boolean> =>
  until(`“${what}” to be said`, async () => {
    const text = said(await tree());
    return typeof what === 'string' ? text.includes(what) : what.test(text);
  });
const finds = (tree: Tree, role: string, name: RegExp): Promise<Spoken> =>
  until(`a ${role} called ${name}`, async () => (await tree()).find((one) => one.role === role && name.test(one.name)));

/** By keys to what the tree calls so, which then has the focus there too. */
async function reach(keys: Keyboard, tree: Tree, role: string, name: RegExp, by: 'Tab' | 'Shift+Tab' = 'Tab') {
  await finds(tree, role, name);
  await tabTo(keys, name, by);
  await until(`focus in the tree on ${name}`, async () =>
    (await tree()).some((one) => one.focused && one.role === role && name.test(one.name)),
  );
}

inBrowsers('by ear', {}, (bench) => {
  let page: Page;
  let silent: string[];
  let panel: View;
  let inPanel: Keyboard;
  const ofCard: Tree = () => bench.extension.spokenCard(page);
  const ofPage: Tree = () => bench.extension.spokenPage(page);
  const ofPanel: Tree = () => bench.extension.spokenPanel();
  const texts = async () => named(await ofPage(), 'text');
  /** From mark to mark, until a card says this of itself. */
  const toCard = async (wanted: RegExp) => {
    for (let i = 0; i < MOST_MARKS; i++) {
      const card = bench.extension.card(page);
      await card.evaluate((root) => Object.assign(root, { before: true }) && null);
      await bench.extension.command(page, 'next-mark');
      const what = await until('what the next card is', async () => {
        const written = await card.evaluate((root) =>
          'before' in root ? '' : (root.querySelector('[role=status]')?.textContent ?? ''),
        );
        return written && said(await ofCard()) === written ? written : '';
      });
      if (wanted.test(what)) return what;
    }
    throw new Error(`no card says ${wanted}`);
  };
  const noCard = () => until('the card to go', async () => (await ofCard()).length === 0);

  it('1: hears what the welcome page offers, chooses, and hears that it is kept', async () => {
    await bench.extension.grantAllSites();
    await bench.extension.revokeAllSites();
    page = await bench.extension.open(`${bench.server.url}/article.html`);
    silent = await until('the page', async () => {
      const all = await texts();
      return all.some((one) => one.includes(FIGURE)) ? all : null;
    });
    const welcome = await bench.extension.openOwn('welcome.html');
    const tree: Tree = () => bench.extension.spokenPage(welcome.page);
    await finds(tree, 'button', /^Only when I click/);
    const nodes = await tree();
    expect(named(nodes, 'heading')).toEqual([
      'Read the news with the second source beside it',
      'Where may it read along?',
      'Try it on this article',
      'Allies agree the outline of a force for Ukraine',
      'What it never does',
    ]);
    // The one picture, in words.
    expect(named(nodes, 'image')[0]).toMatch(/about 35 countries.+card.+conflicts/);
    expect(said(nodes)).toBe('');
    await reach(tab(welcome.page), tree, 'button', /^All sites/);
    await tab(welcome.page).press('Enter');
    await hears(tree, 'Saved.');
    expect((await finds(tree, 'button', /^All sites/)).on).toBe(true);
    expect((await finds(tree, 'button', /^Only when I click/)).on).toBe(false);
    await welcome.page.close();
  });

  it('2: hears the page as it was: marks are nothing to stumble over', async () => {
    await page.bringToFront();
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    expect(await texts()).toEqual(silent);
    expect(said(await ofPage())).toBe('');
  });

  it('3: hears who a name is and where they stand, and what a figure is beside others', async () => {
    const what = await toCard(/^Friedrich Merz/);
    const nodes = await ofCard();
    expect(nodes[0]).toMatchObject({ role: 'dialog', name: 'Friedrich Merz' });
    expect(named(nodes, 'heading')[0]).toBe('Friedrich Merz');
    expect(named(nodes, 'button')).toEqual(expect.arrayContaining(['Keep open', 'Close', 'Not this person']));
    expect(named(nodes, 'text').join(' ')).toMatch(/chancellor/i);
    expect(what).toMatch(/chancellor/i);
    await toCard(new RegExp(`^${CONFLICT}.*Conflicts`));
    const figure = await ofCard();
    expect(said(figure)).toMatch(/This page says about 35\b/);
    expect(named(figure, 'table')).toEqual(['All figures on the scale']);
    expect(named(figure, 'columnheader').slice(0, 2)).toEqual(['Source', 'Says']);
    expect(named(figure, 'rowheader')[0]).toBe('This page');
    expect(named(figure, 'rowheader').length).toBeGreaterThan(3);
  });

  it('6: hears who says it at the card, and where a link leads', async () => {
    const links = named(await ofCard(), 'link');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^Open .+ in a new tab$/);
    await reach(cardOver(bench.extension, page), ofCard, 'link', /^Open .+ in a new tab$/);
    await cardOver(bench.extension, page).press('Escape');
    await noCard();
  });

  it('4: hears the panel by its landmarks and headings, conflicts first, and shows an entry on the page', async () => {
    panel = await bench.extension.panel(page);
    inPanel = nativePanel(bench.extension, panel);
    await finds(ofPanel, 'article', new RegExp(CONFLICT));
    const nodes = await ofPanel();
    expect(nodes[0]).toMatchObject({ role: 'document', name: 'Second Source' });
    expect(named(nodes, 'tab')).toEqual(['This page', 'Pledges', 'Search', 'Saved', 'Draft']);
    expect(named(nodes, 'tabpanel')).toEqual(['This page']);
    expect(named(nodes, 'region').slice(0, 2)).toEqual(['Where sources say otherwise', 'Also compared']);
    const headings = named(nodes, 'heading');
    expect(headings.indexOf(CONFLICT)).toBe(headings.indexOf('Where sources say otherwise') + 1);
    expect(nodes.filter(({ role, name }) => /^(button|link|tab|switch)$/.test(role) && name === '')).toEqual([]);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const low = await page.evaluate(() => scrollY);
    await reach(inPanel, ofPanel, 'button', /^Show on page$/);
    await inPanel.press('Enter');
    await until('the passage', async () => (await page.evaluate(() => scrollY)) < low);
  });

  it('5: looks a name up, and hears how much there is', async () => {
    await reach(inPanel, ofPanel, 'tab', /^This page$/, 'Shift+Tab');
    await inPanel.press('ArrowRight', 'ArrowRight');
    await until('the tab', async () =>
      (await ofPanel()).some(({ role, name, focused }) => role === 'tab' && name === 'Search' && focused),
    );
    await tabTo(inPanel, 'Search reports, figures and names');
    await inPanel.press(...'Meloni');
    await hears(ofPanel, /\d+ results? for “Meloni”/);
    await inPanel.press('ArrowDown');
    await until('the first result', async () =>
      (await ofPanel()).some(({ name, focused }) => focused && /Giorgia Meloni/.test(name)),
    );
    await inPanel.press('Escape', 'Escape');
    await reach(inPanel, ofPanel, 'tab', /^Search$/, 'Shift+Tab');
    await inPanel.press('Home');
    await finds(ofPanel, 'article', new RegExp(CONFLICT));
  });

  it('6: copies with sources, and hears that it is done', async () => {
    await panel.evaluate((root) => {
      const { navigator } = (root as Document).defaultView as Window;
      navigator.clipboard.writeText = async () => {};
    });
    await reach(inPanel, ofPanel, 'button', /^Copy with sources$/);
    await inPanel.press('Enter');
    await hears(ofPanel, 'Copied with its sources.');
  });

  it('7: saves the page, hears so, and deletes it', async () => {
    await reach(inPanel, ofPanel, 'button', /^Save this page$/, 'Shift+Tab');
    await inPanel.press('Enter');
    await reach(inPanel, ofPanel, 'button', /^Save$/);
    await inPanel.press('Enter');
    await hears(ofPanel, 'Saved as one of your own sources');
    await reach(inPanel, ofPanel, 'button', /^Delete /);
    await inPanel.press('Enter');
    await finds(ofPanel, 'button', /^Undo$/);
    await reach(inPanel, ofPanel, 'tab', /^Saved$/, 'Shift+Tab');
    await inPanel.press('Home');
    await finds(ofPanel, 'article', new RegExp(CONFLICT));
  });

  it('8: disagrees about a name, hears so, and takes it back', async () => {
    await bench.extension.focusPage(page);
    await toCard(/^Friedrich Merz/);
    const inCard = cardOver(bench.extension, page);
    await reach(inCard, ofCard, 'button', /^Not this person$/);
    await inCard.press('Enter');
    await until('the way back', async () => (await ofCard()).some(({ name, focused }) => focused && name === 'Undo'));
    await hears(ofCard, /.+/);
    await inCard.press('Enter');
    await until('the button again', async () =>
      (await ofCard()).some(({ name, focused }) => focused && name === 'Not this person'),
    );
    await inCard.press('Escape');
    await noCard();
  });

  it('9: brings another topic, hears what it is and that it is there, and removes it', async () => {
    const options = await bench.extension.openOwn('options.html');
    const tree: Tree = () => bench.extension.spokenPage(options.page);
    await says(options, 'comes with Second Source');
    await finds(tree, 'button', /^Choose a file…$/);
    // What the browser's own dialog gives is no matter of ours.
    await giveFile(options, 'ferries.json', JSON.stringify(PACK));
    await finds(tree, 'button', /^Add pack$/);
    await until('focus on what it is', async () =>
      (await tree()).some(({ name, focused }) => focused && name === 'Ferries'),
    );
    await bench.extension.focusPage(options.page);
    await reach(tab(options.page), tree, 'button', /^Add pack$/);
    await tab(options.page).press('Enter');
    await hears(tree, 'Ferries was added.');
    expect((await finds(tree, 'switch', /^Use Ferries$/)).on).toBe(true);
    await reach(tab(options.page), tree, 'button', /^Remove Ferries$/);
    await tab(options.page).press('Enter');
    await hears(tree, 'Ferries was removed.');
    await options.page.close();
  });

  it('10: turns it off for the site and hears that it is off', async () => {
    await page.bringToFront();
    await finds(ofPanel, 'article', new RegExp(CONFLICT));
    await reach(inPanel, ofPanel, 'switch', /^Read along on 127\.0\.0\.1$/, 'Shift+Tab');
    expect((await finds(ofPanel, 'switch', /^Read along/)).on).toBe(true);
    await inPanel.press('Space');
    await until('the switch to be off', async () => (await ofPanel()).some(({ role, on }) => role === 'switch' && !on));
    await until('no marks', async () => (await marks(page)).length === 0);
    await inPanel.press('Space');
    await until('the switch to be on', async () => (await ofPanel()).some(({ role, on }) => role === 'switch' && on));
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    const options = await bench.extension.openOwn('options.html');
    const tree: Tree = () => bench.extension.spokenPage(options.page);
    await bench.extension.focusPage(options.page);
    await reach(tab(options.page), tree, 'switch', /^Read along at all/);
    await tab(options.page).press('Space');
    await until('it to be off', async () =>
      (await tree()).some(({ role, name, on }) => role === 'switch' && /at all/.test(name) && !on),
    );
    await options.page.close();
    await until('no marks', async () => (await marks(page)).length === 0);
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
