import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { largeArticle } from '../fixtures/pages/large.ts';
import { inBrowsers, middleOf, pause, startOn, until } from './tools/harness.ts';

const sent = (page: Page) =>
  page.evaluate(() => second.log.sent.map((text) => text.blocks.map((b) => b.text).join('\n')));
const state = (page: Page) => page.evaluate(() => second.reader!.state.state);

inBrowsers('reader', { '/large': largeArticle(10_000) }, (harness) => {
  it('leaves a page off the topic alone: no message, no state, no change', async () => {
    const page = await harness.open('/off-topic.html');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate(() => second.start());
    await until(page, () => second.reader!.state.state === 'off-topic');
    await page.mouse.move(200, 200);
    await pause(700);
    expect(await page.evaluate(() => [second.log.sent, second.log.states, second.log.cards])).toEqual([[], [], []]);
    expect(await page.evaluate(() => [document.documentElement.outerHTML, CSS.highlights.size])).toEqual([before, 0]);
  });

  it('says what it does: scanning, then ready', async () => {
    const page = await harness.open('/article.html', { start: true });
    expect(await page.evaluate(() => second.log.states)).toEqual(['scanning', 'ready']);
    const [text] = await page.evaluate(() => second.log.sent);
    expect(text).toMatchObject({ title: 'Allies agree outline of a force for Ukraine', language: 'en-gb' });
    expect(text!.url).toBe(`${harness.server.url}/article.html`);
  });

  it('sends nothing of a page in a language that no pack reads', async () => {
    const page = await harness.open('/article.html');
    await page.evaluate(() => second.start({ reads: false }));
    await until(page, () => second.reader!.state.state === 'unread-language');
    expect(await sent(page)).toEqual([]);
  });

  it('starts once: a second script changes nothing, one after the end of the first starts anew', async () => {
    const page = await harness.open('/article.html', { start: true });
    expect(await page.evaluate(() => second.start())).toBe(false);
    await page.evaluate(() => second.abort());
    expect(await page.evaluate(() => second.start())).toBe(true);
    await until(page, () => second.reader!.state.state === 'ready');
  });

  it('goes without a trace when the extension is gone, and lets its successor start', async () => {
    const page = await harness.open('/article.html', { start: true });
    await page.evaluate(() => second.reader!.step(1));
    await page.evaluate(() => second.die());
    // Whatever comes next tells it: here, the pointer.
    const at = await middleOf(page, 'about 35 countries');
    await page.mouse.move(at.x, at.y);
    await pause(200);
    expect(
      await page.evaluate(() => [CSS.highlights.size, document.querySelectorAll('html > style, html > div').length]),
    ).toEqual([0, 0]);
    expect(await page.evaluate(() => second.start())).toBe(true);
  });

  it('follows a page that changes its address, and forgets the article before', async () => {
    const page = await harness.open('/spa.html', { start: true });
    expect((await sent(page)).at(-1)).toContain('about 35 countries');
    await page.evaluate(() => second.reader!.step(1));
    await page.click('[data-go=pledges]');
    await until(page, () => second.log.sent.length === 2 && second.reader!.state.state === 'ready');
    expect((await sent(page)).at(-1)).toContain('26 countries have agreed');
    expect(await page.evaluate(() => second.card())).toBeNull();
    await page.click('[data-go=soup]');
    await until(page, () => second.reader!.state.state === 'off-topic');
    expect(await page.evaluate(() => [CSS.highlights.size, second.log.sent.length])).toEqual([0, 2]);
    await page.click('[data-go=force]');
    await until(page, () => second.log.sent.length === 3 && second.reader!.state.state === 'ready');
    expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
    expect(await page.evaluate(() => second.log.errors)).toEqual([]);
  });

  it('follows it also in browsers without a Navigation API', async () => {
    const page = await harness.open('/spa.html');
    await page.evaluate(() => Object.defineProperty(window, 'navigation', { value: undefined }));
    await startOn(page);
    await page.click('[data-go=pledges]');
    await until(page, () => second.log.sent.length === 2 && second.reader!.state.state === 'ready');
    expect(await page.evaluate(() => second.log.sent.at(-1)!.url)).toContain('?a=pledges');
    await page.evaluate(() => history.back());
    await until(page, () => second.log.sent.length === 3 && second.reader!.state.state === 'ready');
    expect((await sent(page)).at(-1)).toContain('about 35 countries');
  });

  it('reads what a click uncovers by a class alone', async () => {
    const page = await harness.open('/article.html');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '.folded p:nth-of-type(n + 3) { display: none }';
      document.head.append(style);
      const article = document.querySelector('article')!;
      article.classList.add('folded');
      const more = Object.assign(document.createElement('button'), { textContent: 'Read on', id: 'more' });
      more.addEventListener('click', () => article.classList.remove('folded'));
      document.querySelector('main')!.prepend(more);
    });
    await startOn(page);
    expect((await sent(page)).at(-1)).not.toContain('The group itself counts');
    await page.click('#more');
    await until(page, () => second.log.sent.length === 2);
    expect((await sent(page)).at(-1)).toContain('The group itself counts');
  });

  it('drops the answer to a page that is left already', async () => {
    const page = await harness.open('/spa.html');
    await page.evaluate(() => second.start({ delay: 700 }));
    await until(page, () => second.log.sent.length === 1);
    await page.click('[data-go=soup]');
    await until(page, () => second.reader!.state.state === 'off-topic');
    await pause(900);
    expect(await state(page)).toBe('off-topic');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it('reads what scrolling brings', async () => {
    const page = await harness.open('/infinite-scroll.html', { start: true });
    const before = await page.evaluate(() => second.highlights());
    for (let i = 0; i < 4; i += 1) {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await pause(200);
    }
    await until(
      page,
      () => (second.log.sent.at(-1)?.blocks ?? []).some((b) => b.text.includes('about 35 countries')),
      20_000,
    );
    await pause(300);
    expect(await page.evaluate(() => second.highlights())).toBeGreaterThan(before);
    expect((await sent(page)).length).toBeLessThanOrEqual(4);
  });

  it('reads new posts of a live blog, and sends nothing for a clock that ticks', async () => {
    const page = await harness.open('/live-blog.html', { start: true });
    await page.evaluate(() => {
      const clock = document.createElement('p');
      clock.append('12:00');
      document.querySelector('main')!.append(clock);
      setInterval(() => (clock.firstChild!.nodeValue = String(Date.now()).slice(-5)), 50);
    });
    await pause(4_000);
    expect((await sent(page)).length).toBe(1);
    await page.evaluate(() =>
      (window as unknown as { addPost(a: string, b: string): void }).addPost(
        '15:00 A number',
        'About 35 countries had committed to deploying troops, one official says.',
      ),
    );
    await until(page, () => second.log.sent.length === 2);
    expect((await sent(page)).at(-1)).toContain('15:00 A number');
  });

  it('keeps the marks when a framework draws the same text anew', async () => {
    const page = await harness.open('/article.html', { start: true });
    await page.evaluate(() => {
      const article = document.querySelector('article')!;
      article.replaceWith(article.cloneNode(true));
    });
    // The old ranges died with their nodes; the next pass finds the new ones, and sends nothing.
    await until(
      page,
      () =>
        [...CSS.highlights.values()].some((h) =>
          [...h].some((r) => r.startContainer.isConnected && String(r) === 'about 35 countries'),
        ),
      15_000,
    );
    expect((await sent(page)).length).toBe(1);
  });

  it('looks away during a storm of changes (cost printed, not judged)', async () => {
    const page = await harness.open('/large');
    const cost = await page.evaluate(async () => {
      const own = { ms: 0, calls: 0 };
      const Native = window.MutationObserver;
      window.MutationObserver = class extends Native {
        constructor(callback: MutationCallback) {
          super((records, observer) => {
            const from = performance.now();
            callback(records, observer);
            own.ms += performance.now() - from;
            own.calls += 1;
          });
        }
      };
      second.start();
      while (second.reader?.state.state !== 'ready') await new Promise((done) => setTimeout(done, 20));
      const calm = second.highlights();
      Object.assign(globalThis, { calm });
      const painted: number[] = [];
      const main = document.querySelector('main')!;
      // Each gust is a storm by itself, however slow the machine.
      const gusts = 30;
      for (let gust = 0; gust < gusts; gust += 1) {
        for (let i = 0; i < 500; i += 1)
          main.append(
            Object.assign(document.createElement('p'), { textContent: `A line of a storm that is long enough, ${i}` }),
          );
        await new Promise((done) => setTimeout(done, 200));
        painted.push(second.highlights());
      }
      return {
        gusts,
        calm,
        fewest: Math.min(...painted),
        observerMs: Math.round(own.ms * 10) / 10,
        calls: own.calls,
        sent: second.log.sent.length,
      };
    });
    console.log(`  ${harness.name} storm of 6 s: ${JSON.stringify(cost)}`);
    expect(cost.calls).toBeLessThan(cost.gusts / 2);
    expect(cost.sent).toBeLessThanOrEqual(1 + cost.calls);
    // What nobody sees is not painted meanwhile: each frame of a changing page has the places of all that is painted found anew.
    expect(cost.fewest).toBeGreaterThan(0);
    expect(cost.fewest).toBeLessThan(cost.calm / 2);
    // When it is over, what it left is read.
    await until(page, () => second.log.sent.length >= 2 && second.reader!.state.state === 'ready', 30_000);
    await until(page, () => second.highlights() >= (globalThis as unknown as { calm: number }).calm);
    expect(await page.evaluate(() => second.log.errors)).toEqual([]);
  });

  it('never holds up the page on 10,000 words (cost printed, not judged)', async () => {
    const page = await harness.open('/large');
    await pause(500);
    const longest = await page.evaluate(async () => {
      const tasks: number[] = [];
      if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
          type: 'longtask',
        });
      // Firefox reports no long tasks: gaps between short timers show them.
      let gap = 0;
      let last = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
      }, 4);
      const start = performance.now();
      second.start();
      while (second.reader?.state.state !== 'ready') await new Promise((done) => setTimeout(done, 5));
      const ready = performance.now() - start;
      await new Promise((done) => setTimeout(done, 500));
      clearInterval(timer);
      return { longTasks: tasks, longestGap: Math.round(gap), ready: Math.round(ready), marks: second.highlights() };
    });
    console.log(`  ${harness.name} 10,000 words: ${JSON.stringify(longest)}`);
    expect(longest.marks).toBeGreaterThan(50);
  });

  it('lets the reader type into a page that holds the names', async () => {
    const page = await harness.open('/editor.html', { start: true });
    for (const selector of ['#area', '#field', '#rich', '#plain']) {
      await page.click(selector);
      await page.keyboard.press('End');
      await page.keyboard.type('Emmanuel Macron');
    }
    const values = await page.evaluate(() => [
      (document.querySelector('#area') as HTMLTextAreaElement).value,
      (document.querySelector('#field') as HTMLInputElement).value,
      document.querySelector('#rich')!.textContent,
      document.querySelector('#plain')!.textContent,
    ]);
    for (const value of values) expect(value).toContain('Emmanuel Macron');
    expect(await page.evaluate(() => second.card())).toBeNull();
  });

  it('leaves its style sheet while the page is read again, and takes it with the last mark', async () => {
    const page = await harness.open('/article.html', { start: true });
    const sheets = () => page.evaluate(() => document.querySelectorAll('html > style').length);
    await page.evaluate(() => document.querySelector('html > style')!.setAttribute('title', 'the first'));
    await page.evaluate(() => second.reader!.rescan());
    await until(page, () => second.log.sent.length === 2 && second.reader!.state.state === 'ready');
    expect(await page.evaluate(() => document.querySelectorAll('html > style[title="the first"]').length)).toBe(1);
    expect(await sheets()).toBe(1);
    expect(await page.evaluate(() => second.highlights())).toBeGreaterThan(0);
    await page.evaluate(() => second.abort());
    expect(await sheets()).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it('reads a page that comes back from the back/forward cache again only where the topics changed', async () => {
    const page = await harness.open('/article.html');
    await startOn(page);
    const told = () => page.evaluate(() => second.log.states.filter((state) => state === 'ready').length);
    await page.evaluate(() => second.reader!.resume());
    await until(page, () => second.log.states.filter((state) => state === 'ready').length === 2);
    expect(await page.evaluate(() => second.log.sent.length)).toBe(1);
    await page.evaluate(() => second.changeTopics());
    await page.evaluate(() => second.reader!.resume());
    await until(page, () => second.log.sent.length === 2 && second.reader!.state.state === 'ready');
    expect(await told()).toBe(3);
  });
});
