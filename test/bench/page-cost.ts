/**
 * Tasks over 50 ms on a page of 10,000 words, with and without the extension reading it, in Chromium. `npx tsx test/bench/page-cost.ts`
 * The browser reports every such task of the page's thread, the page's own included: the runs without the extension are the rival.
 */
import type { Page } from 'puppeteer-core';
import { largeArticle } from '../fixtures/pages/large.ts';
import { type ExtensionBrowser, openExtension } from '../tools/extension.ts';
import { servePages } from '../tools/serve.ts';

const RUNS = 7;
const WORDS = 10_000;
/** Paragraphs without the topic around each one with it: the usual share on news pages. */
const PLAIN_PER_TOPIC = 9;
const PLAIN =
  'The council met in the old hall and talked about the roof, the school and the price of bread, as it does every month of the year, without much result and without much noise.';

/** An article of which one paragraph in ten is on the topic, and one that is on it from end to end. */
function pages(): Record<string, string> {
  const dense = largeArticle(WORDS);
  const thin = largeArticle(WORDS / (PLAIN_PER_TOPIC + 1)).replace(
    /<p class="body-text">/g,
    (p) => `${`<p>${PLAIN} ${PLAIN}</p>`.repeat(PLAIN_PER_TOPIC)}${p}`,
  );
  return { '/thin.html': thin, '/dense.html': dense, '/favicon.ico': '' };
}

/** Long tasks until marks stand and a second after; without the extension, for as long as that takes. */
async function longTasks(
  extension: ExtensionBrowser,
  url: string,
  marked: boolean,
): Promise<{ tasks: number[]; marks: number; ms: number }> {
  const page = await extension.open('about:blank');
  await page.evaluateOnNewDocument(() => {
    const found: number[] = [];
    Object.assign(globalThis, { longTasks: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push(Math.round(entry.duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  const waited = marked ? await untilMarked(page) : 0;
  await new Promise((done) => setTimeout(done, marked ? 1000 : 4000));
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  const marks = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, h) => sum + h.size, 0));
  await page.close();
  return { tasks, marks, ms: waited };
}

async function untilMarked(page: Page): Promise<number> {
  const start = Date.now();
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 30_000 });
  return Date.now() - start;
}

async function main(): Promise<void> {
  const server = await servePages(pages());
  const extension = await openExtension('chrome');
  try {
    for (const marked of [false, true]) {
      if (marked) await extension.grantAllSites();
      for (const name of ['thin', 'dense']) {
        const rows = [];
        for (let i = 0; i < RUNS; i++) rows.push(await longTasks(extension, `${server.url}/${name}.html`, marked));
        const tasks = rows.map((row) => (row.tasks.length ? row.tasks.join('+') : '0')).join(' | ');
        console.log(
          `${marked ? 'with   ' : 'without'} ${name}: tasks over 50 ms in each run: ${tasks}; marks ${rows[0]!.marks}; load to marks ${rows.map((r) => r.ms).join(' ')} ms`,
        );
      }
    }
  } finally {
    await extension.close();
    await server.close();
  }
}

await main();
