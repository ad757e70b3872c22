/**
 * The built extension, installed in a browser of its own, on an article.
 *   npm run demo                      the sample article
 *   npm run demo -- FILE.html | URL   any other page
 *   npm run demo -- --firefox …       in Firefox
 *   npm run screenshots               the pictures of the README, into test/screenshots/
 * With a display the browser stays open. Without one, pictures of page, card and panel go to out/demo/, light and dark,
 * and the report is printed.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Item, Report } from '../../utils/report.ts';
import { type ExtensionBrowser, hover, openExtension, until } from './extension.ts';
import { readerState } from './reader-state.ts';
import { servePages } from './serve.ts';

const SAMPLE = '/article.html';
const forReadme = process.argv.includes('--readme');
const OUT = resolve(import.meta.dirname, forReadme ? '../screenshots' : '../../out/demo');
const hasDisplay =
  !forReadme && (Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux');

async function demo(): Promise<void> {
  const given = process.argv.slice(2);
  const name = given.includes('--firefox') ? 'firefox' : 'chrome';
  const what = given.find((argument) => !argument.startsWith('--'));
  const isAddress = what !== undefined && /^https?:/.test(what);
  const file = what !== undefined && !isAddress ? resolve(process.env.INIT_CWD ?? '', what) : null;
  const server = await servePages(file ? { [`/${basename(file)}`]: readFileSync(file, 'utf8') } : {});
  const url = isAddress ? what : server.url + (file ? `/${basename(file)}` : SAMPLE);

  if (hasDisplay) {
    const extension = await openExtension(name, { headless: false });
    await extension.grantAllSites();
    const page = await extension.open(url);
    await extension.panel(page);
    console.log(`${url} is open in ${name} with the extension. Close the browser to end.`);
    await new Promise<void>((closed) => page.browser().once('disconnected', () => closed()));
  } else {
    mkdirSync(OUT, { recursive: true });
    let report: Report | null = null;
    for (const scheme of ['light', 'dark'] as const) {
      const extension = await openExtension(name, { colourScheme: scheme });
      try {
        await extension.grantAllSites();
        const page = await extension.open(url);
        report = await pictures(extension, page, scheme);
      } finally {
        await extension.close();
      }
    }
    print(url, report);
  }
  await server.close();
}

/** Page, page with card, panel. Null where the page is not on the topic. */
async function pictures(extension: ExtensionBrowser, page: Page, scheme: string): Promise<Report | null> {
  const file = (part: string) => join(OUT, `${extension.name}-${part}-${scheme}.png`) as `${string}.png`;
  const state = await readerState(extension, page);
  await page.screenshot({ path: file('page') });
  const report = state.state === 'ready' ? state.report : null;
  const item =
    report?.items.find((one) => one.verdict === 'conflicts') ?? report?.items.find((one) => one.against.length > 0);
  if (item) {
    await hover(page, item.surface);
    await until('the card', () => extension.card(page).text());
    await page.screenshot({ path: file('card') });
    await page.mouse.move(1, 1);
  }
  const panel = await extension.panel(page);
  const done = report ? 'main h3' : 'main h2';
  await until('the panel', () => panel.evaluate((root, shown) => root.querySelector(shown) !== null, done));
  await panel.screenshot(file('panel'));
  return report;
}

function print(url: string, report: Report | null): void {
  console.log(`\n${url}`);
  if (!report) {
    console.log('Not on a topic of the bundled packs: nothing is marked.');
  } else {
    for (const item of report.items.filter(isShown)) {
      console.log(`\n  ${item.verdict.toUpperCase()}  ${item.label ?? item.surface}: “${item.surface}”`);
      console.log(`    ${item.summary}`);
      if (item.reason) console.log(`    ${item.reason}`);
    }
    const names = Object.values(report.entities).map((entity) => entity.name);
    console.log(`\n  Names: ${names.join(', ')}`);
    console.log(`  Related reporting: ${report.related.length} of ${Object.keys(report.documents).length} sources`);
  }
  console.log(`\nPictures: ${relative(process.cwd(), OUT)}/`);
}

const isShown = (item: Item): boolean => item.label !== null || item.against.length > 0;

await demo();
