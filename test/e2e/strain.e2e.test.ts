/** Pages that are large, never still, full of frames, or gone before they are answered. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { manyNodes } from '../fixtures/pages/large.ts';
import { until } from '../tools/extension.ts';
import { readerState } from '../tools/reader-state.ts';
import { row } from '../tools/trust-rows.ts';
import { times } from '../tools/whole.ts';
import { corpusSays, pause, rescan } from './fault-tools.ts';
import { addedElements, inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
const OTHER = '26 countries';
const ARTICLE = `<article><h1>Allies agree outline of a force for Ukraine</h1>
<p>The Coalition of the Willing met in Paris on Thursday, and ${FIGURE} had committed to deploying troops to Ukraine, officials said.</p></article>`;
const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Allies agree outline of a force</title>
<meta property="article:published_time" content="2025-09-05T12:00:00Z">`;

/** Three elements and six texts a row. */
const ROWS = 43_000;
const LARGE = manyNodes(ROWS)
  .replace('<main>', `<main>${ARTICLE}`)
  .replace(/^.*<\/title>/, HEAD);

/** Changes itself a thousand times a second, in the middle of the article. */
const STORM = `${HEAD}<main>${ARTICLE}<div id="ticker"></div><div id="late"></div></main><script>
  window.changes = 0;
  window.storm = (seconds) => new Promise((done) => {
    const end = performance.now() + seconds * 1000;
    const ticker = document.getElementById('ticker');
    let last = performance.now(), owed = 0;
    const turn = () => {
      const now = performance.now();
      owed += now - last; last = now;
      for (; owed > 0; owed--) {
        const p = document.createElement('p');
        p.textContent = 'Quote number ' + changes++ + ' of the morning on the exchange in the city';
        if (ticker.childElementCount > 30) ticker.firstElementChild.replaceWith(p); else ticker.append(p);
      }
      if (now < end) setTimeout(turn, 4); else done(changes);
    };
    turn();
  });
</script></html>`;

const FRAMES = 50;
const FRAMED = `${HEAD}<main>${ARTICLE}</main>${'<iframe src="/framed" width="90" height="60"></iframe>'.repeat(FRAMES)}</html>`;

/** Turns its pages itself; the text comes a moment after the address. */
const TURNS = `${HEAD}<main id="view">${ARTICLE}</main><script>
  const texts = [
    'The Coalition of the Willing met in Paris, and ${FIGURE} had committed to deploying troops to Ukraine.',
    'The Coalition of the Willing met again, and ${OTHER} have agreed to send troops to Ukraine or to be present at sea.',
  ];
  window.turn = (n, delay) => {
    history.pushState(null, '', '?page=' + n);
    setTimeout(() => {
      const h1 = Object.assign(document.createElement('h1'), { textContent: 'Page ' + n });
      const p = Object.assign(document.createElement('p'), { textContent: texts[n % 2] });
      document.getElementById('view').replaceChildren(h1, p);
    }, delay);
  };
</script></html>`;

inBrowsers(
  'under strain',
  { pages: { '/large': LARGE, '/storm': STORM, '/frames': FRAMED, '/framed': `${HEAD}${ARTICLE}`, '/turns': TURNS } },
  (bench) => {
    const subject = (id: `R${number}`, what: string) => () => ({ id, what, browser: bench.extension.name });

    it(
      'a page of 300,000 nodes is read',
      row(subject('R16', 'huge page'), async (seen) => {
        const { extension, server } = bench;
        await extension.grantAllSites();
        const page = await extension.open(`${server.url}/large`);
        const nodes = await page.evaluate(() => {
          const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
          let count = 0;
          while (walker.nextNode()) count++;
          return count;
        });
        expect(nodes).toBeGreaterThanOrEqual(290_000);
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        const longest = await longestHold(page, async () => {
          await rescan(extension);
          await until('marks again', async () => (await marks(page)).includes(FIGURE));
        });
        const planted = await longestHold(page, () =>
          page.evaluate(() => {
            const end = performance.now() + 400;
            while (performance.now() < end);
          }),
        );
        expect(planted).toBeGreaterThan(300);
        seen.control('a hold of 400 ms that was planted is measured');
        seen.result(`${nodes} nodes read and marked; longest hold while it is read again ${Math.round(longest)} ms`);
        await page.close();
      }),
    );

    it(
      'a page that changes a thousand times a second is left alone meanwhile, and read afterwards',
      row(subject('R17', 'mutation storms'), async (seen) => {
        const { extension, server } = bench;
        const page = await extension.open(`${server.url}/storm`);
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        await page.evaluate((words) => {
          const late = document.createElement('p');
          late.textContent = `A French official said that ${words} have agreed to send troops to Ukraine.`;
          document.querySelector('#late')?.append(late);
        }, OTHER);
        await until('the late figure', async () => (await marks(page)).includes(OTHER));
        seen.control('what comes while the page is quiet is read');
        await page.evaluate(() => document.querySelector('#late')?.replaceChildren());
        const seconds = times('seconds of 1,000 changes each', 5, 30);
        const before = await spent(page);
        const changes = await page.evaluate(
          (long) => (window as unknown as { storm(seconds: number): Promise<number> }).storm(long),
          seconds,
        );
        const with_ = (await spent(page)) - before;
        expect(changes).toBeGreaterThanOrEqual(seconds * 900);
        await until('the marks', async () => (await marks(page)).includes(FIGURE));
        await page.evaluate((words) => {
          const late = document.createElement('p');
          late.textContent = `A French official said that ${words} have agreed to send troops to Ukraine.`;
          document.querySelector('#late')?.append(late);
        }, OTHER);
        await until('the figure after the storm', async () => (await marks(page)).includes(OTHER));
        const share =
          with_ > 0 ? `; the page and we took ${(with_ / seconds).toFixed(2)} s of a processor a second` : '';
        seen.result(`${changes} changes in ${seconds} s, marks in place, what came after was read${share}`);
        await page.close();
      }),
    );

    it(
      'a page with 50 frames is read once, in its own window',
      row(subject('R20', 'frames'), async (seen) => {
        const { extension, server } = bench;
        const page = await extension.open(`${server.url}/frames`);
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        const inside = await page.evaluate(() =>
          [...document.querySelectorAll('iframe')].map((frame) => ({
            text: frame.contentDocument?.body.textContent?.includes('35 countries'),
            marks: (frame.contentWindow as unknown as { CSS: typeof CSS }).CSS.highlights.size,
            added: frame.contentDocument?.querySelectorAll('html > style, html > div').length,
          })),
        );
        expect(inside).toEqual(Array.from({ length: FRAMES }, () => ({ text: true, marks: 0, added: 0 })));
        const alone = await extension.open(`${server.url}/framed`);
        await until('marks', async () => (await marks(alone)).includes(FIGURE));
        seen.control('the same document in a tab of its own is marked');
        seen.result(`${FRAMES} frames with the text, none touched; the page itself is marked`);
        await alone.close();
        await page.close();
      }),
    );

    it(
      'a page that turns 50 times while its text is late is marked as it is in the end',
      row(subject('R15', 'pages that turn by themselves'), async (seen) => {
        const { extension, server } = bench;
        const page = await extension.open(`${server.url}/turns`);
        const turn = (n: number, delay: number) =>
          page.evaluate(
            (to, ms) => (window as unknown as { turn(n: number, ms: number): void }).turn(to, ms),
            n,
            delay,
          );
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        await turn(1, 100);
        await until('marks of the next', async () => (await marks(page)).includes(OTHER));
        expect(await marks(page)).not.toContain(FIGURE);
        seen.control('after one turn the marks are those of the other text');
        for (let n = 2; n <= 50; n++) {
          await turn(n, (n * 37) % 120);
          await pause((n * 53) % 90);
        }
        await until('marks of the last', async () => (await marks(page)).includes(FIGURE));
        expect(await marks(page)).not.toContain(OTHER);
        const state = await readerState(extension, page);
        expect(state.state === 'ready' && JSON.stringify(state.report.items)).toContain('35');
        expect((await addedElements(page)).filter((name) => name === 'div').length).toBeLessThanOrEqual(1);
        seen.result('50 turns, marks and report of the last page alone');
        await page.close();
      }),
    );

    it(
      'tabs that are closed 0 to 50 ms after they asked trouble nobody',
      row(subject('R23', 'tab closed while waiting'), async (seen) => {
        const { extension, server } = bench;
        await extension.takeErrors();
        const first = await extension.open(`${server.url}/framed`);
        await until('marks', async () => (await marks(first)).includes(FIGURE));
        // The marks go when a page is read from its start and are back with the answer.
        await until('a look before the answer', async () => {
          await rescan(extension);
          return (await marks(first)).length === 0;
        });
        seen.control('a tab that is looked at right after the question still waits for its answer');
        await first.close();
        const tabs = times('tabs closed after a question', 12, 200);
        const longest = 50;
        for (let n = 0; n < tabs; n++) {
          const page = await extension.open(`${server.url}/framed`);
          await until('marks', async () => (await marks(page)).includes(FIGURE));
          await rescan(extension);
          await pause((n * longest) / tabs);
          await page.close();
        }
        expect(await corpusSays(extension)).toMatch(/^ready/);
        const page = await extension.open(`${server.url}/framed`);
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        expect(await extension.takeErrors()).toEqual([]);
        seen.result(`${tabs} tabs, no error, the next page is marked`);
        await page.close();
      }),
      600_000,
    );

    it('leaves no error anywhere', async () => {
      expect(await bench.extension.takeErrors()).toEqual([]);
    });
  },
);

/** The longest time in which nothing else could run on the page, in ms, while something is done. */
async function longestHold(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const holds = { longest: 0, last: performance.now(), stopped: false };
    Object.assign(window, { holds });
    // By a timer: one that posts messages without a pause would leave no idle time to read in.
    const tick = setInterval(() => {
      const now = performance.now();
      holds.longest = Math.max(holds.longest, now - holds.last);
      holds.last = now;
      if (holds.stopped) clearInterval(tick);
    }, 5);
  });
  await act();
  return page.evaluate(() => {
    const { holds } = window as unknown as { holds: { longest: number; last: number; stopped: boolean } };
    holds.stopped = true;
    // The timer may be late for what has just ended.
    return Math.max(holds.longest, performance.now() - holds.last);
  });
}

/** Seconds that this page's tasks took; 0 where the browser does not say. */
async function spent(page: Page): Promise<number> {
  try {
    return (await page.metrics()).TaskDuration ?? 0;
  } catch {
    return 0;
  }
}
