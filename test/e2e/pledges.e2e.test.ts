/** The *Pledges* tab of the panel, on the built extension: by keys and by mouse, from the database to the clipboard. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../tools/browsers.ts';
import { openChrome } from '../tools/chrome.ts';
import { builtExtension, until, type View } from '../tools/extension.ts';
import { openFirefox } from '../tools/firefox.ts';
import { inBrowsers } from './tools.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const countries = (view: View): Promise<string[]> =>
  view.evaluate((root) => [...root.querySelectorAll('.ledger__name')].map((name) => name.textContent?.trim() ?? ''));

/** Puts the keyboard on an element and presses keys, as a reader without a mouse does. */
async function press(page: Page, selector: string, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  await page.focus(selector);
  for (const key of keys) await page.keyboard.press(key);
}

inBrowsers('pledges', {}, (bench) => {
  let panel: View & { page: Page };

  it('stand in a tab of the panel, reached by keys, on whatever page', async () => {
    panel = await bench.extension.openOwn('sidepanel.html');
    await until('the tabs', () => panel.evaluate((root) => root.querySelectorAll('[role=tab]').length > 1));
    await press(panel.page, '[role=tab][aria-selected=true]', 'ArrowRight');
    await until('the countries', async () => (await countries(panel)).length > 4);
    expect(await panel.evaluate((root) => root.querySelector('[aria-selected=true]')?.id)).toBe('tab-pledges');
    const text = await panel.text();
    for (const part of [
      'Who promised what',
      'Germany',
      'On conditions',
      'Friedrich Merz',
      'undecided',
      'What no source tells',
    ])
      expect(text).toContain(part);
  });

  it('set the named countries beside the number that was reported', async () => {
    const counts = await panel.evaluate((root) => root.querySelector('.count')?.textContent ?? '');
    expect(counts).toContain('26');
    expect(counts).toContain('Will send troops');
    expect(counts).toContain('Two different counts');
  });

  it('filter by text and stance, and sort', async () => {
    const all = await countries(panel);
    await panel.page.focus('.controls input');
    await panel.page.keyboard.type('sanchez');
    await until('Spain alone', async () => (await countries(panel)).join() === 'Spain');
    expect(await panel.evaluate((root) => root.querySelector('#heading-pledges .section__count')?.textContent)).toBe(
      `1 of ${all.length} countries`,
    );
    // Another tab and back: the filter is as it was left.
    await press(panel.page, '#tab-pledges', 'ArrowLeft');
    await until('this page', async () => (await countries(panel)).length === 0);
    await press(panel.page, '#tab-page', 'ArrowRight');
    await until('Spain alone', async () => (await countries(panel)).join() === 'Spain');
    await panel.page.focus('.controls input');
    await panel.page.keyboard.press('End');
    for (let i = 0; i < 'sanchez'.length; i++) await panel.page.keyboard.press('Backspace');
    await until('all again', async () => (await countries(panel)).length === all.length);
    await panel.page.select('.controls label:nth-of-type(3) select', 'stance');
    await until('another order', async () => (await countries(panel)).join() !== all.join());
    expect((await countries(panel))[0]).toBe('France');
    await panel.page.select('.controls label:nth-of-type(2) select', 'rules-out-troops');
    await until('those who send none', async () => (await countries(panel)).length < all.length);
    expect(await countries(panel)).toContain('Italy');
    await panel.page.select('.controls label:nth-of-type(2) select', '');
    await panel.page.select('.controls label:nth-of-type(3) select', 'country');
    await until('the first order', async () => (await countries(panel)).join() === all.join());
  });

  it('open a country to its reports, each with a link', async () => {
    const name = '[aria-controls="timeline-germany"]';
    await press(panel.page, name, 'Enter');
    const entries = await until('the timeline', () =>
      panel
        .evaluate((root) =>
          [...root.querySelectorAll('#timeline-germany .timeline__entry')].map((one) => ({
            text: one.textContent ?? '',
            links: [...one.querySelectorAll('a')].map((link) => link.protocol),
          })),
        )
        .then((found) => (found.length > 0 ? found : null)),
    );
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.some(({ text }) => text.includes('4 Sep 2025') && text.includes('Undecided'))).toBe(true);
    expect(entries.flatMap(({ links }) => links).every((protocol) => protocol === 'https:')).toBe(true);
    expect(await panel.evaluate((root) => root.querySelector('#timeline-germany')?.hasAttribute('hidden'))).toBe(false);
  });

  it('have no violation of accessibility rules, open and at 320 px', async () => {
    await panel.page.setViewport({ width: 320, height: 900 });
    await panel.page.evaluate(AXE);
    const found = (await panel.page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then((result) => JSON.stringify(result.violations.map((one) => [one.id, one.nodes.map((node) => node.target)])))`,
    )) as string;
    expect(JSON.parse(found)).toEqual([]);
    const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('are copied as they are shown', async () => {
    // The welcome page opens at install, at its own time; the mouse reaches only the tab in front.
    await panel.page.bringToFront();
    // What is written is read where it arrives: neither browser lets a test read the clipboard of a machine without a display.
    await panel.page.evaluate(() => {
      const own = window as unknown as { copied: string[] };
      own.copied = [];
      const write = navigator.clipboard.writeText.bind(navigator.clipboard);
      navigator.clipboard.writeText = async (text) => {
        own.copied.push(text);
        await write(text);
      };
    });
    await panel.page.focus('.controls input');
    await panel.page.keyboard.type('germany');
    await until('Germany', async () => (await countries(panel)).join() === 'Germany');
    const message = () => panel.evaluate((root) => root.querySelector('[role=status]')?.textContent ?? '');
    await panel.click('.pledges__copy button:first-of-type');
    await until('the message', async () => (await message()).startsWith('Copied'));
    await panel.click('.pledges__copy button:nth-of-type(2)');
    const copied = await until('both', async () => {
      const all = await panel.page.evaluate(() => (window as unknown as { copied: string[] }).copied);
      return all.length === 2 ? all : null;
    });
    expect(copied[0]).toMatch(/^Country\tStance\t/);
    expect(copied[0]).toMatch(/\nGermany\tOn conditions\t/);
    expect(copied[1]).toMatch(/^\| Country \| Stance \|/);
    expect(copied[1]).toContain('| Germany | On conditions |');
  });

  it('leave no error anywhere', async () => {
    await panel.page.close();
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

const OPENERS = { chrome: openChrome, firefox: openFirefox };
const CHOSEN = process.env.E2E_BROWSER;

describe.each(
  (['chrome', 'firefox'] as const satisfies readonly BrowserName[]).filter((name) => !CHOSEN || name === CHOSEN),
)('pledges of a damaged pack (%s)', (name) => {
  it('are said to be missing, with the reason and a remedy', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'damaged-'));
    cpSync(builtExtension(name), copy, { recursive: true });
    for (const file of readdirSync(join(copy, 'packs')))
      if (file !== 'index.json') truncateSync(join(copy, 'packs', file), 1000);
    const extension = await OPENERS[name](copy, {});
    try {
      const panel = await extension.openOwn('sidepanel.html');
      await until('the tab', () => panel.evaluate((root) => root.querySelector('#tab-pledges') !== null));
      await press(panel.page, '#tab-page', 'ArrowRight');
      await until('the notice', async () => (await panel.text()).includes('The pledges could not be loaded'));
      expect(await panel.text()).toMatch(/Reason: .*Error/);
      expect(await panel.text()).toContain('Try again');
    } finally {
      await extension.close();
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
