/** What a page that never is still pays for us, and how soon a card is painted; in the built extension. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../tools/extension.ts';
import { traced } from './page-trace.ts';

const MUTATIONS_A_SECOND = 1_000;
/** How long a card waits for the pointer to rest; the settings have no say in it. */
export const CARD_DELAY_MS = 500;
const HOVERED = 'pointer-rests';
const SHOWN = 'card-is-there';
const wait = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** Milliseconds of all tasks of the page's thread so far. */
async function busy(page: Page): Promise<number> {
  const { TaskDuration = Number.NaN } = await page.metrics();
  return TaskDuration * 1000;
}

/**
 * Share of one core that the page's thread takes while the page changes: half of the changes are counters, half new
 * paragraphs on the topic that push old ones out, as in a live blog gone mad.
 */
export async function busyShare(
  extension: ExtensionBrowser,
  url: string,
  seconds: number,
  marked: boolean,
): Promise<number> {
  const page = await extension.open(url);
  if (marked) await page.waitForFunction('CSS.highlights.size > 0', { timeout: 20_000, polling: 100 });
  await page.evaluate((each) => {
    const counter = document.body.appendChild(document.createElement('p')).appendChild(new Text('0'));
    const feed = document.body.appendChild(document.createElement('div'));
    let done = 0;
    let turn = 0;
    const start = performance.now();
    setInterval(() => {
      const due = ((performance.now() - start) / 1000) * each;
      while (done < due) {
        turn += 1;
        done += 1;
        if (turn % 2) {
          counter.data = `${done} readers are here with you at this moment`;
          continue;
        }
        const post = document.createElement('p');
        post.textContent = `Post ${done}: the talks went on, and about 35 countries were named again.`;
        feed.append(post);
        if (feed.childNodes.length <= 50) continue;
        feed.firstChild?.remove();
        done += 1;
      }
    }, 10);
  }, MUTATIONS_A_SECOND);
  const before = await busy(page);
  await wait(seconds * 1000);
  const share = (await busy(page)) - before;
  await page.close();
  return share / (seconds * 1000);
}

/** Milliseconds from a pointer's last move on a mark to the frame with its card, delay included; one page, many hovers. */
export async function cardTimes(extension: ExtensionBrowser, url: string, runs: number): Promise<number[]> {
  const page = await extension.open(url);
  await page.waitForFunction('CSS.highlights.size > 0', { timeout: 20_000, polling: 100 });
  await page.evaluate(
    (hovered, shown) => {
      addEventListener('pointermove', () => performance.mark(hovered), { capture: true });
      new MutationObserver((records) => {
        const added = records.flatMap((record) => [...record.addedNodes]);
        if (added.some((node) => node instanceof HTMLDivElement)) performance.mark(shown);
      }).observe(document.documentElement, { childList: true });
    },
    HOVERED,
    SHOWN,
  );
  const at = await page.evaluate(() => {
    for (const highlight of CSS.highlights.values())
      for (const range of highlight as unknown as Iterable<Range>) {
        const box = range.getClientRects()[0];
        if (box && box.top > 0 && box.bottom < innerHeight)
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    return null;
  });
  if (!at) throw new Error('no mark is in view');
  // The cards' script comes after the marks.
  await page.mouse.move(at.x, at.y);
  await wait(2_000);
  const events = await traced(page, async () => {
    for (let run = 0; run < runs; run++) {
      await page.mouse.move(5, 5);
      await wait(700);
      await page.mouse.move(at.x, at.y);
      await wait(900);
    }
  });
  await page.close();
  const sorted = events.filter(({ name }) => [HOVERED, SHOWN, 'Commit'].includes(name)).sort((a, b) => a.ts - b.ts);
  return sorted.flatMap(({ name, pid }, i) => {
    if (name !== SHOWN) return [];
    const hovered = sorted.slice(0, i).findLast((event) => event.name === HOVERED && event.pid === pid);
    const painted = sorted.slice(i).find((event) => event.name === 'Commit' && event.pid === pid);
    return hovered && painted ? [(painted.ts - hovered.ts) / 1000] : [];
  });
}
