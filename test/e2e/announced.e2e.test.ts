/**
 * The card as assistive technology gets it: read from the browsers' own accessibility trees, closed root and all. And what WCAG
 * asks of content that comes by hovering or focus (1.4.13): it stays, the pointer can go to it, Escape takes it away.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { atRest, hover, type Spoken, until, whereIs } from '../tools/extension.ts';
import { RUNS_WHOLE } from '../tools/whole.ts';
import { pause } from './fault-tools.ts';
import { inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
/** As long as somebody takes who reads slowly, or by a screen magnifier. */
const STAYS_MS = RUNS_WHOLE ? 30_000 : 1_500;
const LOOK_MS = 500;
/** More than the article has. */
const MOST_MARKS = 40;

inBrowsers('announced', {}, (bench) => {
  let page: Page;
  const card = () => bench.extension.card(page);
  const tree = () => bench.extension.spokenCard(page);
  const noCard = () => until('the card to go', async () => (await card().text()) === '');
  /** What the card's live region holds. */
  const said = async () => {
    const nodes = await tree();
    const at = nodes.findIndex(({ role }) => role === 'status');
    return at >= 0 && nodes[at + 1]?.role === 'text' ? (nodes[at + 1]?.name ?? '') : '';
  };
  const focusOn = (name: string | RegExp) =>
    until(`focus on ${name}`, async () => {
      const at = (await tree()).find(({ focused, role }) => focused && role !== 'dialog');
      return at && (typeof name === 'string' ? at.name === name : name.test(at.name)) ? at : null;
    });
  /** The card is the same one, and shown, for as long as that. */
  const staysOpen = async () => {
    await card().evaluate((root) => Object.assign(root, { seen: true }) && null);
    for (const end = Date.now() + STAYS_MS; Date.now() < end; await pause(LOOK_MS)) {
      expect(await card().text()).toContain('Countries pledging troops');
      expect(await card().evaluate((root) => 'seen' in root)).toBe(true);
    }
  };
  const toConflict = async () => {
    for (let i = 0; i < MOST_MARKS; i++) {
      await card().evaluate((root) => Object.assign(root, { before: true }) && null);
      await bench.extension.command(page, 'next-mark');
      const what = await until('what the next card is', async () => {
        const written = await card().evaluate((root) =>
          'before' in root ? '' : (root.querySelector('[role=status]')?.textContent ?? ''),
        );
        // Firefox tells its tree to the browser's window a moment later.
        return written && (await said()) === written ? written : '';
      });
      if (what.startsWith('Countries pledging troops') && what.includes('Conflicts')) return;
    }
    throw new Error('no card of a conflict');
  };

  it('says by itself what a card shows that came by a key, and nothing of one that came by hovering', async () => {
    await bench.extension.grantAllSites();
    page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await hover(page, FIGURE);
    await until('the card in the tree', async () => (await tree()).length > 0);
    expect(await said()).toBe('');
    await page.keyboard.press('Escape');
    await noCard();
    await page.mouse.move(2, 2);
    await toConflict();
    expect(await said()).toMatch(/^Countries pledging troops\. (.+\. )?Conflicts\. This page says about 35\b/);
  });

  it('is a dialog with a name, a heading, buttons and links by their names, and the scale as a table', async () => {
    const nodes = await tree();
    const named = (role: Spoken['role']) => nodes.filter((one) => one.role === role).map(({ name }) => name);
    expect(nodes[0]).toMatchObject({ role: 'dialog', name: 'Countries pledging troops' });
    expect(named('heading')[0]).toBe('Countries pledging troops');
    expect(nodes.some(({ role, name }) => role === 'text' && name === 'Conflicts')).toBe(true);
    expect(named('button')).toEqual(expect.arrayContaining(['Keep open', 'Close', 'Not a conflict']));
    expect(named('link').length).toBeGreaterThan(0);
    for (const name of named('link')) expect(name).toMatch(/^Open .+ in a new tab$/);
    expect(named('list')).toContain('What sources say');
    expect(named('table')).toHaveLength(1);
    expect(named('status')).toHaveLength(1);
    // Nothing that can be pressed is without a name.
    expect(nodes.filter(({ role, name }) => /^(button|link)$/.test(role) && name === '')).toEqual([]);
  });

  it('is walked in the order in which it is read, and says what was dismissed', async () => {
    const order = (await tree()).filter(({ role }) => /^(button|link)$/.test(role)).map(({ name }) => name);
    const walked: string[] = [];
    let last = -1;
    // A body that scrolls is a stop too, as keys scroll only what they can reach.
    for (let i = 0; i <= order.length && walked.length < order.length; i++) {
      await page.keyboard.press('Tab');
      const at = await until('focus to go on', async () => {
        const nodes = await tree();
        const place = nodes.findIndex(({ focused }, n) => focused && n > 0);
        return place > 0 && place !== last ? { place, ...(nodes[place] as Spoken) } : null;
      });
      last = at.place;
      if (/^(button|link)$/.test(at.role)) walked.push(at.name);
    }
    expect(walked).toEqual(order);
    expect(walked.at(-1)).toBe('Not a conflict');
    await page.keyboard.press('Enter');
    await until('the news', async () => /^No longer shown as a conflict/.test(await said()));
    await focusOn('Undo');
    await page.keyboard.press('Enter');
    await focusOn('Not a conflict');
    await until('the mark to be back', async () => (await marks(page)).includes(FIGURE));
  });

  it(`stays under focus for ${STAYS_MS / 1000} s, and goes with Escape`, async () => {
    await staysOpen();
    await focusOn('Not a conflict');
    await page.keyboard.press('Escape');
    await noCard();
  });

  it(`stays under the pointer for ${STAYS_MS / 1000} s, on the words and on the card, and goes with Escape`, async () => {
    await hover(page, FIGURE);
    await until('the card', () => card().text());
    await staysOpen();
    const words = await whereIs(page, FIGURE);
    const { left, right, top, bottom } = await atRest(page, () =>
      until('the place of the card', () =>
        card().evaluate((root) => {
          const box = root.querySelector('.card')?.getBoundingClientRect();
          return box
            ? { x: box.x, y: box.y, left: box.left, right: box.right, top: box.top, bottom: box.bottom }
            : null;
        }),
      ),
    );
    // Straight to it, over the line between.
    const x = Math.min(Math.max(words.x, left + 20), right - 20);
    await page.mouse.move(x, words.y < top ? top + 30 : bottom - 30, { steps: 8 });
    await staysOpen();
    // The pointer rests where it is.
    await page.keyboard.press('Escape');
    await noCard();
    await pause(LOOK_MS);
    expect(await card().text()).toBe('');
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
