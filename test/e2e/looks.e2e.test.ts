/** Marks and cards as pages are printed, enlarged, read from the right, and shown in forced colours. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { hover, until } from '../tools/extension.ts';
import { row } from '../tools/trust-rows.ts';
import { pause } from './fault-tools.ts';
import { inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
const page = (
  direction: string,
) => `<!doctype html><html lang="en" dir="${direction}"><meta charset="utf-8"><title>Allies agree outline of a force</title>
<meta property="article:published_time" content="2025-09-05T12:00:00Z"><style>body{font:18px/1.6 serif;margin:8px;max-width:36rem}</style>
<main><h1>Allies agree outline of a force for Ukraine</h1>
<p>The Coalition of the Willing met in Paris on Thursday, and ${FIGURE} had committed to deploying troops, said Emmanuel Macron.</p></main></html>`;

/** Long enough for styles and a frame. */
const DRAWN_MS = 300;

/** What is drawn once nothing changes any more: two pictures in a row are the same. */
const picture = async (of: Page): Promise<Buffer> => {
  let before = Buffer.from(await of.screenshot());
  return until('a page at rest', async () => {
    await pause(DRAWN_MS);
    const now = Buffer.from(await of.screenshot());
    const isSame = now.equals(before);
    before = now;
    return isSame ? now : null;
  });
};

inBrowsers('looks', { pages: { '/ltr': page('ltr'), '/rtl': page('rtl') } }, (bench) => {
  const subject = (part: string) => () =>
    ({ id: 'R22', what: 'print, zoom, RTL, forced colours', browser: bench.extension.name, part }) as const;
  const opened = async (path: string): Promise<Page> => {
    const on = await bench.extension.open(`${bench.server.url}${path}`);
    await until('marks', async () => (await marks(on)).includes(FIGURE));
    await on.mouse.move(2, 2);
    return on;
  };
  const withoutMarks = async (on: Page, act: () => Promise<Buffer>): Promise<Buffer> => {
    await bench.extension.inExtension(setMarks('none'));
    await until('no marks', async () => (await marks(on)).length === 0);
    const drawn = await act();
    await bench.extension.inExtension(setMarks('all'));
    await until('marks', async () => (await marks(on)).includes(FIGURE));
    return drawn;
  };

  it(
    'print nothing of ours',
    row(subject('print'), async (seen) => {
      await bench.extension.grantAllSites();
      const on = await opened('/ltr');
      const screen = await picture(on);
      expect(Buffer.compare(screen, await withoutMarks(on, () => picture(on)))).not.toBe(0);
      seen.control('on the screen the marks can be seen in the picture');
      await hover(on, FIGURE);
      await until('the card', () => bench.extension.card(on).text());
      await bench.extension.emulate(on, { print: true });
      await until('print', () => on.evaluate(() => matchMedia('print').matches));
      const printed = await picture(on);
      const card = await bench.extension.card(on).text();
      expect(card).toBe('');
      const printedWithout = await withoutMarks(on, async () => {
        // Whoever looked at the card meanwhile took the emulation with them (Chromium).
        await bench.extension.emulate(on, { print: true });
        await until('print', () => on.evaluate(() => matchMedia('print').matches));
        return picture(on);
      });
      expect(Buffer.compare(printed, printedWithout)).toBe(0);
      await bench.extension.emulate(on, {});
      seen.result('a printed page with marks and an open card is the printed page without');
      await on.close();
    }),
  );

  it(
    'keep the card in sight at 400 %',
    row(subject('zoom'), async (seen) => {
      const on = await opened('/ltr');
      const before = await on.evaluate(() => innerWidth);
      await bench.extension.emulate(on, { zoom: 4 });
      await until('the zoom', async () => (await on.evaluate(() => innerWidth)) < before / 3);
      seen.control('the window holds a quarter of what it held');
      await bench.extension.command(on, 'next-mark');
      await until('the card', () => bench.extension.card(on).text());
      await expectInSight(on, bench.extension);
      await bench.extension.emulate(on, {});
      seen.result('the card lies within the window and scrolls inside');
      await on.close();
    }),
  );

  it(
    'place the card on a page that runs from the right',
    row(subject('rtl'), async (seen) => {
      const on = await opened('/rtl');
      expect(await on.evaluate(() => getComputedStyle(document.querySelector('p') as Element).direction)).toBe('rtl');
      seen.control('the page’s own text runs from the right');
      await hover(on, FIGURE);
      await until('the card', () => bench.extension.card(on).text());
      await expectInSight(on, bench.extension);
      const direction = await bench.extension
        .card(on)
        .evaluate((root) => getComputedStyle(root.querySelector('h2') as Element).direction);
      expect(direction).toBe('ltr');
      seen.result('the card lies within the window, its own text runs from the left');
      await on.close();
    }),
  );

  it(
    'draw marks and an edged card in forced colours',
    row(subject('forced colours'), async (seen) => {
      const on = await opened('/ltr');
      await bench.extension.emulate(on, { forcedColours: true });
      await until('forced colours', () => on.evaluate(() => matchMedia('(forced-colors: active)').matches));
      seen.control('the page sees forced colours');
      const drawn = await picture(on);
      expect(Buffer.compare(drawn, await withoutMarks(on, () => picture(on)))).not.toBe(0);
      await hover(on, FIGURE);
      await until('the card', () => bench.extension.card(on).text());
      const edge = await bench.extension.card(on).evaluate((root) => {
        const card = root.querySelector('h2')?.closest('section, article, div, [role=dialog]');
        for (let at: Element | null | undefined = card; at; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0)
            return style.borderTopStyle;
        }
        return '';
      });
      expect(edge).toBe('solid');
      await bench.extension.emulate(on, {});
      seen.result('marks are drawn, the card has an edge');
      await on.close();
    }),
  );

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

/** A function that the extension's page runs: it cannot see this file's values. */
function setMarks(level: 'all' | 'none'): () => Promise<void> {
  return level === 'all'
    ? () =>
        (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.storage.sync.remove('marks')
    : () =>
        (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.storage.sync.set({
          marks: 'none',
        });
}

async function expectInSight(
  on: Page,
  extension: { card(page: Page): { evaluate<T>(fn: (root: Document | ShadowRoot) => T): Promise<T> } },
): Promise<void> {
  const box = await extension.card(on).evaluate((root) => {
    const { left, top, right, bottom } = (
      root.querySelector('.card') ?? (root.children[1] as Element)
    ).getBoundingClientRect();
    return { left, top, right, bottom };
  });
  const window_ = await on.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(box.left).toBeGreaterThanOrEqual(-1);
  expect(box.top).toBeGreaterThanOrEqual(-1);
  expect(box.right).toBeLessThanOrEqual(window_.width + 1);
  expect(box.bottom).toBeLessThanOrEqual(window_.height + 1);
  expect(box.right - box.left).toBeGreaterThan(20);
}
