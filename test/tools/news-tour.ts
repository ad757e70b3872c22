/**
 * Pictures of eight pages in the manner of large news sites, with a card open on each, into out/news/: to be looked at.
 *   npx tsx test/tools/news-tour.ts [--firefox] [NAME …]
 * Each in a light and a dark system, in a narrow window, enlarged to 400 %, in forced colours, and printed.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { enter, NEWS_PAGES, type NewsPage, newsPath, servedNews } from '../fixtures/news-pages.ts';
import { type ExtensionBrowser, hover, openExtension, until } from './extension.ts';
import { readerState } from './reader-state.ts';
import { servePages } from './serve.ts';

const OUT = resolve(import.meta.dirname, '../../out/news');
let extension: ExtensionBrowser;
const given = process.argv.slice(2);
const browserName = given.includes('--firefox') ? 'firefox' : 'chrome';
const names = given.filter((one) => !one.startsWith('--'));
const wanted = NEWS_PAGES.filter(({ name }) => names.length === 0 || names.includes(name));

type Act = (page: Page, news: NewsPage) => Promise<unknown>;

const card = (page: Page): Promise<string> => until('the card', () => extension.card(page).text());
const atFigure: Act = async (page, { figure }) => {
  await hover(page, figure);
  return card(page);
};
const byCommand: Act = async (page) => {
  await extension.command(page, 'next-mark');
  return card(page);
};

/** What is done before each picture, by the picture's name. */
const PICTURES: Record<string, Act> = {
  card: atFigure,
  top: (page) => page.evaluate(() => scrollTo(0, 0)),
  narrow: async (page, news) => {
    await page.setViewport({ width: 320, height: 640 });
    return atFigure(page, news);
  },
  zoom: async (page, news) => {
    await extension.emulate(page, { zoom: 4 });
    return byCommand(page, news);
  },
  forced: async (page, news) => {
    await extension.emulate(page, { forcedColours: true });
    return atFigure(page, news);
  },
  print: async (page, news) => {
    await atFigure(page, news);
    return extension.emulate(page, { print: true });
  },
};

async function picture(url: string, news: NewsPage, part: string, scheme: string): Promise<void> {
  const page = await extension.open(url + newsPath(news));
  await enter(page, news);
  await readerState(extension, page);
  await PICTURES[part]?.(page, news).catch((error: unknown) => console.log(`${news.name} ${part}: ${String(error)}`));
  await page.screenshot({ path: join(OUT, `${news.name}-${browserName}-${part}-${scheme}.png`) as `${string}.png` });
  await extension.emulate(page, {});
  await page.close();
}

mkdirSync(OUT, { recursive: true });
const server = await servePages(servedNews());
for (const scheme of ['light', 'dark'] as const) {
  extension = await openExtension(browserName, { colourScheme: scheme });
  try {
    await extension.grantAllSites();
    // What does not depend on the scheme is drawn once.
    const parts = scheme === 'light' ? Object.keys(PICTURES) : ['card'];
    for (const news of wanted) for (const part of parts) await picture(server.url, news, part, scheme);
  } finally {
    await extension.close();
  }
}
await server.close();
