/**
 * The pictures for the stores, from the built extension on an article of our own: five screenshots of 1280 × 800, a promo
 * tile of 440 × 280 and a marquee of 1400 × 560.
 *   npm run store-pictures            into test/screenshots/store/; the parts that they are made of into out/store/
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchPlain } from './browsers.ts';
import { type ExtensionBrowser, hover, openExtension, until, type View } from './extension.ts';
import { readerState } from './reader-state.ts';
import { servePages } from './serve.ts';
import { ARTICLE, ARTICLE_HOST, DRAFT } from './store/article.ts';
import { type Frame, frameHtml } from './store/frames.ts';

const OUT = resolve(import.meta.dirname, '../screenshots/store');
const PARTS = resolve(import.meta.dirname, '../../out/store');
/** Stores show pictures small and large: taken at twice the size, drawn at once. */
const DENSITY = 2;
/** Good enough that no letter frays, a quarter of a PNG's size. */
const JPEG_QUALITY = 82;
const FIGURE = 'about 35 countries';

const part = (name: string): `${string}.png` => `${join(PARTS, name)}.png`;

/** Types into a field of the panel as a hand would, as far as the panel can tell. */
const fill = (panel: View, selector: string, text: string): Promise<void> =>
  panel.evaluate(
    (root, where, value) => {
      const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(where);
      if (!field) throw new Error(`No ${where} in the panel`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );

const shows = (panel: View, selector: string): Promise<boolean> =>
  until(`${selector} in the panel`, () => panel.evaluate((root, what) => root.querySelector(what) !== null, selector));

async function cardPicture(extension: ExtensionBrowser, page: Page, words: string, name: string): Promise<void> {
  await hover(page, words);
  await until(`the card of ${words}`, () => extension.card(page).text());
  await page.screenshot({ path: part(name) });
  await page.mouse.move(1, 1);
  await until('no card', async () => (await extension.card(page).text()) === '');
}

/** Pictures of the pages, cards and views that the frames show. */
async function takeParts(scheme: 'light' | 'dark', url: string): Promise<void> {
  const extension = await openExtension('chrome', {
    colourScheme: scheme,
    chromeArgs: [`--force-device-scale-factor=${DENSITY}`, `--host-resolver-rules=MAP ${ARTICLE_HOST} 127.0.0.1`],
  });
  try {
    await extension.grantAllSites();
    const page = await extension.open(url);
    const { state } = await readerState(extension, page);
    if (state !== 'ready') throw new Error(`The article is not read: ${state}`);
    if (scheme === 'light') await cardPicture(extension, page, FIGURE, 'card');
    else await cardPicture(extension, page, 'Giorgia Meloni', 'name-dark');
    const panel = await extension.panel(page);
    await shows(panel, 'main article h3');
    await panel.screenshot(part(`panel-${scheme}`));
    if (scheme === 'dark') return;
    await page.screenshot({ path: part('page') });
    await panel.click('#tab-pledges');
    await shows(panel, '.ledger');
    await panel.screenshot(part('pledges'));
    await panel.evaluate((root) => root.querySelector('.ledger')?.scrollIntoView({ block: 'start' }));
    await panel.evaluate(() => window.scrollBy(0, -130));
    await panel.screenshot(part('pledges-list'));
    await panel.click('#tab-search');
    await shows(panel, '[type=search]');
    await fill(panel, '[type=search]', 'Germany');
    await shows(panel, '#view-search mark');
    await panel.screenshot(part('search'));
    await panel.click('#tab-draft');
    await shows(panel, '#draft-text');
    await fill(panel, '#draft-text', DRAFT);
    await fill(panel, '#draft-date', '2025-09-06');
    await panel.click('.draft__form [type=submit]');
    await shows(panel, '#view-draft article h3');
    await panel.evaluate(() => window.scrollTo(0, 0));
    await panel.screenshot(part('draft'));
  } finally {
    await extension.close();
  }
}

const asUrl = (name: string): string => `data:image/png;base64,${readFileSync(part(name)).toString('base64')}`;

const FRAMES: readonly Frame[] = [
  {
    file: '1-card',
    size: [1280, 800],
    title: 'The second source, beside the first',
    text: 'Point at a figure: what is being counted, what this page says, and what others reported.',
    layout: { kind: 'window', page: 'card' },
  },
  {
    file: '2-panel',
    size: [1280, 800],
    title: 'Where sources say otherwise comes first',
    text: 'Every figure with outlet, date and speaker, and a link to the passage. Never a verdict on who is right.',
    layout: { kind: 'window', page: 'page', panel: 'panel-light' },
  },
  {
    file: '3-pledges',
    size: [1280, 800],
    title: 'Who promised what, when, and what changed since',
    text: 'Positions of every country, each with its date, its voice and its sources. Copies of one report count once.',
    layout: { kind: 'panels', panels: ['pledges', 'pledges-list'] },
  },
  {
    file: '4-search-draft',
    size: [1280, 800],
    title: 'Look it up, or check a draft of your own',
    text: 'Search reports, figures, names and positions as you type. Paste a text and get the same comparison; nothing of it is kept.',
    layout: { kind: 'panels', panels: ['search', 'draft'] },
  },
  {
    file: '5-dark',
    size: [1280, 800],
    dark: true,
    title: 'Dark where you read in the dark',
    text: 'English, Ukrainian, French, German, Polish. No account, no telemetry: nothing you read leaves the browser.',
    layout: { kind: 'window', page: 'name-dark', panel: 'panel-dark' },
  },
  {
    file: 'tile',
    size: [440, 280],
    title: 'Second Source',
    text: 'Read the news with the second source beside it.',
    layout: { kind: 'tile' },
  },
  {
    file: 'marquee',
    size: [1400, 560],
    title: 'Second Source',
    text: 'Read the news with the second source beside it.',
    layout: { kind: 'marquee', panel: 'panel-light' },
  },
];

async function main(): Promise<void> {
  for (const folder of [OUT, PARTS]) mkdirSync(folder, { recursive: true });
  const server = await servePages({ '/': ARTICLE });
  const url = `http://${ARTICLE_HOST}:${new URL(server.url).port}/`;
  try {
    for (const scheme of ['light', 'dark'] as const) await takeParts(scheme, url);
  } finally {
    await server.close();
  }
  const browser = await launchPlain('chrome');
  try {
    const page = await browser.newPage();
    for (const frame of FRAMES) {
      const [width, height] = frame.size;
      await page.setViewport({ width, height });
      await page.setContent(frameHtml(frame, asUrl), { waitUntil: 'load' });
      await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      await page.screenshot({ path: `${join(OUT, frame.file)}.jpg`, type: 'jpeg', quality: JPEG_QUALITY });
    }
  } finally {
    await browser.close();
  }
  console.log(`${FRAMES.length} pictures in test/screenshots/store`);
}

await main();
