/** Eight pages in the manner of large news sites: marks, card and panel on each, and what each has in store of its own. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { enter, NEWS_PAGES, type NewsPage, newsPath, servedNews } from '../fixtures/news-pages.ts';
import { hover, until } from '../tools/extension.ts';
import { readerState } from '../tools/reader-state.ts';
import { inBrowsers, marks, ownHtml } from './tools.ts';

const newsPage = (name: string): NewsPage => {
  const found = NEWS_PAGES.find((one) => one.name === name);
  if (!found) throw new Error(`no page ${name}`);
  return found;
};

inBrowsers('news pages', { pages: servedNews() }, (bench) => {
  /** Each page as it is while nobody reads along. */
  const alone = new Map<string, { html: string; layout: string }>();

  /** Clocks tick. */
  const htmlOf = async (page: Page): Promise<string> => (await ownHtml(page)).replace(/ · \d\d:\d\d:\d\d/g, '');
  const opened = async (news: NewsPage): Promise<Page> => {
    const page = await bench.extension.open(bench.server.url + newsPath(news));
    await enter(page, news);
    return page;
  };
  const marked = async (page: Page, texts: readonly string[]): Promise<string[]> =>
    until(`the marks ${texts.join(', ')}`, async () => {
      const drawn = await marks(page);
      return texts.every((text) => drawn.includes(text)) ? drawn : null;
    });
  const cardText = (page: Page): Promise<string> => until('the card', () => bench.extension.card(page).text());
  const noCard = (page: Page): Promise<boolean> =>
    until('the card to go', async () => (await bench.extension.card(page).text()) === '');
  /** Closed by the key, and the mouse away from the words, so that nothing opens by itself. */
  const closed = async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await noCard(page);
    await page.mouse.move(1, 1);
  };
  /** As the command does: whether there was a mark to go to. */
  const step = (): Promise<boolean> =>
    bench.extension.inExtension(async () => {
      const { tabs } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      const reply = await tabs.sendMessage(tab?.id ?? -1, { 'second-source': 'next-mark', body: { direction: 1 } });
      return reply?.value?.found === true;
    });

  /** Wholly in the window, in front of everything, and beside the words, once it is at rest there. */
  const inPlace = (page: Page, words = ''): Promise<boolean> =>
    until('the card in its place', async () => {
      const card = await bench.extension.card(page).evaluate((root) => {
        const { left, top, right, bottom } = (root.querySelector('.card') as Element).getBoundingClientRect();
        return { left, top, right, bottom };
      });
      const problem = card && (await page.evaluate(misplaced, card, words));
      if (problem) throw new Error(problem);
      return card !== null;
    });

  it('are looked at before anybody reads along', async () => {
    for (const news of NEWS_PAGES) {
      const page = await opened(news);
      alone.set(news.name, { html: await htmlOf(page), layout: await page.evaluate(layoutOf) });
      await page.close();
    }
    await bench.extension.grantAllSites();
  });

  for (const news of NEWS_PAGES)
    it(`${news.name}: ${news.traps}`, async () => {
      const page = await opened(news);
      const drawn = await marked(page, [news.figure, ...news.marked]);
      for (const text of news.unmarked) expect(drawn.join('\n')).not.toContain(text);
      const state = await readerState(bench.extension, page);
      expect(state.state === 'ready' && state.report.items.some((one) => one.surface === news.figure)).toBe(true);
      await hover(page, news.figure);
      expect(await cardText(page)).toContain('Countries pledging troops');
      await inPlace(page, news.figure);
      expect(await bench.extension.card(page).evaluate(faintest)).toBeGreaterThanOrEqual(4.5);
      await closed(page);

      await page.setViewport({ width: 320, height: 640 });
      await hover(page, news.figure);
      await cardText(page);
      await inPlace(page, news.figure);
      await closed(page);
      await page.setViewport(null);

      await bench.extension.emulate(page, { zoom: 4 });
      await until('the zoom', () => page.evaluate(() => innerWidth < 400));
      await bench.extension.command(page, 'next-mark');
      await cardText(page);
      await inPlace(page);
      await closed(page);
      await bench.extension.emulate(page, {});
      await until('the whole page', () => page.evaluate(() => innerWidth > 900));

      expect(await htmlOf(page)).toBe(alone.get(news.name)?.html);
      expect(await page.evaluate(layoutOf)).toBe(alone.get(news.name)?.layout);
      await page.close();
    });

  it('tabloid: nothing opens behind its dialogs, and cards open in them', async () => {
    const news = newsPage('tabloid');
    const page = await bench.extension.open(bench.server.url + newsPath(news));
    await marked(page, [news.figure]);
    expect(await step()).toBe(false);
    await enter(page, news);
    await page.click('#explain');
    await marked(page, ['About 38 countries']);
    await hover(page, 'About 38 countries');
    await cardText(page);
    await inPlace(page, 'About 38 countries');
    expect(await page.evaluate(() => document.querySelector('dialog[open] > div[popover]') !== null)).toBe(true);
    const behind = await page.evaluate(() =>
      getComputedStyle(document.querySelector('div[popover=manual]') as Element, '::backdrop').getPropertyValue(
        'display',
      ),
    );
    expect(behind).toBe('none');
    await closed(page);
    await page.close();
  });

  it('live: the card goes along when an ad grows above, and new entries are read', async () => {
    const news = newsPage('live');
    const page = await opened(news);
    await marked(page, [news.figure]);
    expect(await step()).toBe(true);
    await cardText(page);
    await page.evaluate(() => (window as unknown as { fillAd(height: number): void }).fillAd(90));
    await inPlace(page);
    await closed(page);
    await page.evaluate(() =>
      (window as unknown as { addEntry(title: string, text: string): void }).addEntry(
        'One more count',
        'A minister now says that about 31 countries had committed to deploying troops.',
      ),
    );
    await marked(page, [news.figure, 'about 31 countries']);
    await page.close();
  });

  it('longread: a card in full screen, which goes with it', async () => {
    const news = newsPage('longread');
    const page = await opened(news);
    await marked(page, [news.figure]);
    await page.click('#full');
    await until('full screen', () => page.evaluate(() => document.fullscreenElement !== null));
    await marked(page, ['About 36 countries']);
    await hover(page, 'About 36 countries');
    await cardText(page);
    await inPlace(page, 'About 36 countries');
    await page.evaluate(() => document.exitFullscreen());
    await noCard(page);
    await page.close();
  });

  it('locked: what a hand does in the card is not refused by the page', async () => {
    const news = newsPage('locked');
    const page = await opened(news);
    await marked(page, [news.figure]);
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await page.mouse.click(5, 5);
    expect(await heard()).toContain('mousedown');
    expect(await step()).toBe(true);
    await cardText(page);
    const before = (await heard()).length;
    const body = await bench.extension.card(page).evaluate((root) => {
      const box = (root.querySelector('.card__body') as Element).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + 12 };
    });
    await page.mouse.move(body?.x ?? 0, body?.y ?? 0);
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.down('Control');
    await page.keyboard.press('c');
    await page.keyboard.up('Control');
    await page.mouse.wheel({ deltaY: 40 });
    await closed(page);
    expect((await heard()).slice(before)).toEqual([]);
    await page.close();
  });

  it('broadsheet: reported in the panel, conflict first', async () => {
    const news = newsPage('broadsheet');
    const page = await opened(news);
    await marked(page, [news.figure]);
    const panel = await bench.extension.panel(page);
    const first = await until('the report', () =>
      panel.evaluate((root) => root.querySelector('main article:has(h3)')?.textContent ?? ''),
    );
    expect(first).toContain('Countries pledging troops');
    expect(first).toContain('Conflicts');
    await page.close();
  });

  it('leave no error anywhere, and ask for nothing more', async () => {
    const asked = bench.server.requests.filter((path) => !/^\/(news\/\w+\.html|favicon\.ico)$/.test(path));
    expect(asked).toEqual([]);
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Runs in the page: what is wrong with the card's place, or "". Words are those of a mark that it must not cover. */
function misplaced(card: Box, words: string): string {
  if (card.right - card.left < 100 || card.bottom - card.top < 60) return 'hardly a card';
  if (card.left < -1 || card.top < -1 || card.right > innerWidth + 1 || card.bottom > innerHeight + 1)
    return `out of the window: ${JSON.stringify(card)} in ${innerWidth} × ${innerHeight}`;
  const host = document.querySelector('div[popover=manual]');
  const inner = 14;
  for (const x of [card.left + inner, (card.left + card.right) / 2, card.right - inner])
    for (const y of [card.top + inner, (card.top + card.bottom) / 2, card.bottom - inner])
      if (document.elementFromPoint(x, y) !== host) return `covered at ${x}, ${y}`;
  for (const highlight of CSS.highlights.values())
    for (const range of highlight) {
      if (words === '' || range.toString().replace(/\s+/g, ' ') !== words) continue;
      for (const line of (range as Range).getClientRects())
        if (
          line.left < card.right &&
          line.right > card.left &&
          line.top < card.bottom - 1 &&
          line.bottom > card.top + 1
        )
          return `over the words: ${JSON.stringify(card)}, ${JSON.stringify(line)}`;
    }
  return '';
}

/** Runs in the page: where every element of it lies, and its text. Clocks tick, and what is not drawn yet has no place. */
function layoutOf(): string {
  scrollTo(0, 0);
  for (const section of document.querySelectorAll('section')) section.style.contentVisibility = 'visible';
  const places: string[] = [];
  const waiting: Element[] = [document.body];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.id === 'toast') continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    places.push(`${element.localName} ${[x, y, width, height].map(Math.round).join(' ')}`);
    waiting.push(...element.children, ...(element.shadowRoot?.children ?? []));
  }
  return `${places.filter((place) => !place.startsWith('style')).join('\n')}`;
}

/** Runs in the card: the least contrast of a text with what it stands on. */
function faintest(root: Document | ShadowRoot): number {
  const numbers = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (rgb: number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.slice(0, 3).map((v) => {
      const part = v / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let least = 21;
  for (const element of root.querySelectorAll('.card *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    if (!hasText || element.closest('svg') || !element.checkVisibility()) continue;
    let ground: number[] = [];
    for (let at: Element | null = element; at && ground.length === 0; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour[3] !== 0) ground = colour;
    }
    const [high, low] = [light(numbers(getComputedStyle(element).color)), light(ground)].sort((a, b) => b - a);
    least = Math.min(least, ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05));
  }
  return least;
}
