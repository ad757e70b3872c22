import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inBrowsers, middleOf, pause, startOn, until } from './tools/harness.ts';

const outer = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

const lineEnd =
  '<!doctype html><html lang="en"><style>p{padding:0 0 60px;margin:0;width:900px}</style><h1>The Coalition of the Willing</h1><p>In the end it was about 35 countries</p><p>Another paragraph.</p>';

/** More marks than are painted at once, each in a section of its own. */
const MANY = 300;
const many = `<!doctype html><html lang="en"><style>p{margin:0 0 60px}</style><h1>The Coalition of the Willing</h1>${Array.from(
  { length: MANY },
  (_, i) => `<p>In week ${i} it was about 35 countries, the ministers told the parliament.</p>`,
).join('')}`;

inBrowsers('marks', { '/line-end': lineEnd, '/many': many }, (harness) => {
  it('paints what the reader sees first, and the rest of a long page after it', async () => {
    const page = await harness.open('/many');
    const seen = await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight / 2);
      const paragraphs = [...document.querySelectorAll('p')];
      const places = (ranges: Iterable<AbstractRange>) =>
        [...ranges].map((range) => paragraphs.indexOf(range.startContainer.parentElement as HTMLParagraphElement));
      Object.assign(globalThis, { first: null });
      const set = CSS.highlights.set.bind(CSS.highlights);
      CSS.highlights.set = (name, highlight) => {
        const found = places(highlight).filter((at) => at >= 0);
        const told = globalThis as unknown as { first: number[] | null };
        if (found.length > 0) told.first ??= found;
        return set(name, highlight);
      };
      const inWindow = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight;
      return paragraphs.flatMap((one, at) => (inWindow(one.getBoundingClientRect()) ? [at] : []));
    });
    await startOn(page);
    const first = await page.evaluate(() => (globalThis as unknown as { first: number[] }).first);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.filter((at) => !first.includes(at))).toEqual([]);
    expect(first.length).toBeLessThan(MANY);
    expect(first).not.toContain(0);
    await until(page, () => second.highlights() > 300);
    const all = await page.evaluate(() => [...CSS.highlights.values()].flatMap((one) => [...one].map(String)));
    expect(all.filter((text) => text === 'about 35 countries')).toHaveLength(MANY);
  });

  it('changes nothing of the page but for one style element, and stop() takes that away too', async () => {
    for (const path of ['/article.html', '/shadow.html', '/inline-markup.html']) {
      const page = await harness.open(path);
      const before = await outer(page);
      await startOn(page);
      await until(page, () => second.highlights() > 0);
      const during = await page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as Element;
        const styles = [...copy.children].filter((child) => child.localName === 'style');
        for (const style of styles) style.remove();
        return { html: copy.outerHTML, styles: styles.length };
      });
      expect(during).toEqual({ html: before, styles: 1 });
      await page.evaluate(() => second.reader!.stop());
      expect(await outer(page)).toBe(before);
      expect(await page.evaluate(() => [second.highlights(), CSS.highlights.size, second.reader!.state.state])).toEqual(
        [0, 0, 'off'],
      );
    }
  });

  it('puts a rule into each open shadow root that holds a mark', async () => {
    const page = await harness.open('/shadow.html', { start: true });
    const styles = await page.evaluate(() => {
      const article = document.querySelector('news-article')!.shadowRoot!;
      const box = article.querySelector('news-box')!.shadowRoot!;
      return [article, box].map((root) => root.querySelectorAll('style').length);
    });
    expect(styles).toEqual([1, 1]);
    await page.evaluate(() => second.abort());
    const left = await page.evaluate(
      () => document.querySelector('news-article')!.shadowRoot!.querySelectorAll('style').length,
    );
    expect(left).toBe(0);
  });

  it('marks what has something to say: figures, and names once in a section', async () => {
    const page = await harness.open('/article.html', { start: true });
    // Three figures of 1 conflict, 2 strained, 1 agreeing; names first in their section.
    const marks = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((h) => [...h].map((range) => String(range))).sort(),
    );
    expect(marks.filter((text) => /\d/.test(text))).toEqual(
      ['26 countries', 'More than 30 leaders', 'about 35 countries', 'more than 30 members'].sort(),
    );
    expect(marks.filter((text) => text === 'Emmanuel Macron')).toHaveLength(1);
  });

  it('follows the level that the reader chose, at once', async () => {
    const page = await harness.open('/article.html');
    await startOn(page, { level: 'none' });
    const counts = await page.evaluate(() => {
      const seen = [CSS.highlights.size, document.querySelectorAll('html > style').length];
      for (const level of ['figures', 'conflicts', 'all', 'none'] as const) {
        second.reader!.setMarks(level);
        seen.push(second.highlights());
      }
      return seen;
    });
    expect(counts.slice(0, 3)).toEqual([0, 0, 4]);
    // Of the four figures, the one that the badge counts.
    expect(counts[3]).toBe(1);
    expect(counts[4]).toBeGreaterThan(4);
    expect(counts[5]).toBe(0);
  });

  it('takes other names on each page, so that nobody can look for them', async () => {
    const names = new Set<string>();
    for (let i = 0; i < 2; i += 1) {
      const page = await harness.open('/article.html', { start: true });
      for (const name of await page.evaluate(() => [...CSS.highlights.keys()])) names.add(name);
    }
    expect(names.size).toBe(8);
  });

  it('suits the marks to light and dark grounds, and again when the page changes them', async () => {
    const page = await harness.open('/dark.html', { start: true });
    /** The line's colour of the conflict in a paragraph, by our own style sheet. */
    const lineIn = (selector: string) =>
      page.evaluate((where) => {
        const paragraph = document.querySelector(where)!;
        const css = document.querySelector('html > style')!.textContent!;
        for (const [name, highlight] of CSS.highlights)
          for (const range of highlight)
            if (paragraph.contains(range.startContainer) && String(range).startsWith('about'))
              return new RegExp(`${name}\\)\\{text-decoration:underline wavy (#\\w+)`).exec(css)?.[1];
        return null;
      }, selector);
    expect(await lineIn('.blue')).toBe('#ffb872');
    expect(await lineIn('.sand')).toBe('#a34a00');
    expect(await lineIn('h1 + p')).toBe('#ffb872');
    await page.evaluate(() => document.body.setAttribute('style', 'background:#fff;color:#111'));
    await pause(600);
    expect(await lineIn('h1 + p')).toBe('#a34a00');
  });

  it('hits a mark only where its text is drawn', async () => {
    const page = await harness.open('/article.html', { start: true });
    const { x, y } = await middleOf(page, 'about 35 countries');
    const [rect] = await page.evaluate(() => second.rects('about 35 countries'));
    const hover = async (px: number, py: number) => {
      await page.mouse.move(px, py);
      await pause(750);
      const card = await page.evaluate(() => second.card()?.text ?? null);
      await page.keyboard.press('Escape');
      await page.mouse.move(5, 5);
      return card;
    };
    expect(await hover(x, y)).toBe('about 35 countries');
    // Left of the words on the same line: the caret there still belongs to the same text node.
    expect(await hover(rect!.left - 12, y)).toBeNull();
    // Under something that the page puts over the words.
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;background:#fff8';
      document.body.append(cover);
    });
    expect(await hover(x, y)).toBeNull();
  });

  it('is not hit from beside the end of its line, or from the padding below', async () => {
    const page = await harness.open('/line-end', { start: true });
    const [rect] = await page.evaluate(() => second.rects('about 35 countries'));
    for (const [x, y] of [
      [rect!.right + 40, rect!.top + 8],
      [rect!.left + 20, rect!.bottom + 30],
    ] as const) {
      await page.mouse.move(x - 2, y);
      await page.mouse.move(x, y);
      await pause(900);
      expect(await page.evaluate(() => second.card())).toBeNull();
    }
    await page.mouse.move(rect!.right - 3, rect!.top + 8);
    await pause(900);
    expect(await page.evaluate(() => second.card()?.text)).toBe('about 35 countries');
  });

  it.runIf(harness.name !== 'firefox')(
    'paints nothing in print (Chromium; Firefox cannot be told to print here)',
    async () => {
      const page = await harness.open('/article.html');
      const picture = async () =>
        Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 1000, height: 600 } }));
      await page.emulateMediaType('print');
      const before = await picture();
      await startOn(page);
      await pause(200);
      expect(Buffer.compare(before, await picture())).toBe(0);
      await page.emulateMediaType('screen');
      await pause(100);
      expect(Buffer.compare(before, await picture())).not.toBe(0);
    },
  );
});
