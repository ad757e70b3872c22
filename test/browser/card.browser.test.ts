import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inBrowsers, middleOf, PATIENCE_MS, pause, startOn, until } from './tools/harness.ts';

const FIGURE = 'about 35 countries';
/** A card comes after so long a rest, and not before. */
const REST_MS = 500;
/** Longer than that: how long it is looked whether one comes that must not. */
const SHOWN = 900;

const cardOf = (page: Page) => page.evaluate(() => second.card());
const textOf = async (page: Page) => (await cardOf(page))?.text ?? null;
/** Waits for the card of these words; null: for none. */
const shows = (page: Page, words: string | null) =>
  page.waitForFunction((text) => (second.card()?.text ?? null) === text, { timeout: PATIENCE_MS, polling: 50 }, words);

async function hover(page: Page, words: string): Promise<{ x: number; y: number }> {
  const at = await middleOf(page, words);
  await page.mouse.move(at.x - 3, at.y);
  await page.mouse.move(at.x, at.y);
  return at;
}

const narrow =
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><style>body{font:20px/1.5 serif;margin:8px}p{margin:0 0 160px}</style><h1>The Coalition of the Willing</h1>' +
  '<p>At the end of a rather long line of words that breaks there were about 35 countries that had committed to deploying troops.</p>'.repeat(
    5,
  );
const column =
  '<!doctype html><html lang="en"><style>body{font:20px/1.5 serif;margin:8px;width:9em}p{margin:0 0 40px}</style><h1>The Coalition of the Willing</h1><p>As was said, about 35 countries had committed.</p>'.replace(
    '</p>',
    `</p>${'<p>Filler.</p>'.repeat(20)}`,
  );

const ticker =
  '<!doctype html><html lang="en"><style>body{font:20px/1.5 serif;margin:8px}#ticker{height:80px;overflow:auto;position:fixed;top:0;right:0}</style><h1>The Coalition of the Willing</h1>' +
  `<div id="ticker"><div style="height:2000px">Prices</div></div>${'<p>Filler.</p>'.repeat(12)}<p>As was said, about 35 countries had committed to deploying troops.</p>${'<p>Filler.</p>'.repeat(60)}`;

inBrowsers('card', { '/narrow': narrow, '/column': column, '/ticker': ticker }, (harness) => {
  it('comes after half a second of rest, and not for a pointer that passes', async () => {
    const page = await harness.open('/article.html', { start: true });
    // By the page's own clock: how long a test takes from one line to the next is the machine's.
    await page.evaluate(() => {
      const moves: number[] = [];
      Object.assign(window, { moves });
      addEventListener('pointermove', () => moves.push(performance.now()), true);
    });
    const moves = () => page.evaluate(() => (window as unknown as { moves: number[] }).moves.splice(0));
    const at = await hover(page, FIGURE);
    await shows(page, FIGURE);
    const shownAt = await page.evaluate(() => second.log.cards.at(-1)!.at);
    // Counted from where the pointer came onto the mark; moving on within it begins nothing anew.
    expect(shownAt - (await moves())[0]!).toBeGreaterThanOrEqual(REST_MS - 1);
    await page.mouse.move(at.x, 790);
    await shows(page, null);
    for (let rested = REST_MS; rested >= REST_MS; ) {
      await page.mouse.move(at.x, 790);
      await shows(page, null);
      await page.evaluate(() => second.log.cards.splice(0));
      await moves();
      await page.mouse.move(at.x, at.y);
      await page.mouse.move(at.x, 790);
      await pause(SHOWN);
      const [there = 0, away = 0] = await moves();
      // Where the machine took so long from move to move, the pointer did rest there.
      rested = away - there;
      if (rested < REST_MS) expect(await page.evaluate(() => second.log.cards)).toEqual([]);
    }
  });

  it('comes to the mark under the resting pointer also where what it is drawn with comes later', async () => {
    const page = await harness.open('/article.html');
    await page.evaluate(() => second.start({ lateCards: true }));
    await until(page, () => second.reader!.state.state === 'ready');
    await hover(page, FIGURE);
    await pause(SHOWN);
    expect(await textOf(page)).toBeNull();
    await page.evaluate(() => second.bringCards());
    await until(page, () => second.card()?.text === 'about 35 countries');
  });

  it('does not come where the pointer has left meanwhile', async () => {
    const page = await harness.open('/article.html');
    await page.evaluate(() => second.start({ lateCards: true }));
    await until(page, () => second.reader!.state.state === 'ready');
    await hover(page, FIGURE);
    await pause(SHOWN);
    await page.mouse.move(990, 790);
    await pause(SHOWN);
    await page.evaluate(() => second.bringCards());
    await pause(SHOWN);
    expect(await textOf(page)).toBeNull();
  });

  it('waits on while something else on the page scrolls, and not while the page does', async () => {
    const page = await harness.open('/ticker', { start: true });
    await startOn(page);
    await page.evaluate(() => {
      const ticker = document.querySelector('#ticker')!;
      const roll = () => {
        ticker.scrollTop += 1;
        if (ticker.scrollTop < 500) requestAnimationFrame(roll);
      };
      roll();
    });
    await hover(page, FIGURE);
    await shows(page, FIGURE);
    expect(await page.evaluate(() => document.querySelector('#ticker')!.scrollTop)).toBeGreaterThan(20);
    await page.mouse.move(990, 790);
    await shows(page, null);
    // In the page's own turn after the move: a busy machine would let the card come first.
    await page.evaluate(() => addEventListener('pointermove', () => scrollBy(0, 200), { once: true, capture: true }));
    const { x, y } = await middleOf(page, FIGURE);
    await page.mouse.move(x, y);
    await pause(SHOWN);
    expect(await textOf(page)).toBeNull();
  });

  it('can be reached with the pointer, and stays while it is there', async () => {
    const page = await harness.open('/article.html', { start: true });
    const at = await hover(page, FIGURE);
    await shows(page, FIGURE);
    const { box } = (await cardOf(page))!;
    // Slowly across the gap between words and card.
    for (let y = at.y; y < box.top + 30; y += 2) await page.mouse.move(at.x, y);
    await pause(1_500);
    expect(await textOf(page)).toBe(FIGURE);
    await page.mouse.move(990, 5);
    await shows(page, null);
  });

  it('never covers the words, and stays inside the window: 320 px, 400 %, split lines', async () => {
    for (const [path, viewport] of [
      ['/narrow', { width: 320, height: 640 }],
      ['/narrow', { width: 320, height: 256 }],
      ['/column', { width: 800, height: 600 }],
      ['/article.html', { width: 1280, height: 720 }],
    ] as const) {
      const page = await harness.open(path, { viewport });
      await startOn(page);
      for (let step = 0; step < 4; step += 1) {
        expect(await page.evaluate(() => second.reader!.step(1))).toBe(true);
        await pause(100);
        const card = (await cardOf(page))!;
        const words = await page.evaluate((text) => second.rects(text), card.text);
        const all = await page.evaluate(() => {
          const marks: { left: number; top: number; right: number; bottom: number }[] = [];
          return { marks, width: document.documentElement.clientWidth, height: innerHeight };
        });
        expect(card.box.left).toBeGreaterThanOrEqual(0);
        expect(card.box.top).toBeGreaterThanOrEqual(0);
        expect(card.box.right).toBeLessThanOrEqual(all.width + 0.5);
        expect(card.box.bottom).toBeLessThanOrEqual(all.height + 0.5);
        expect(card.visible).toBe(true);
        // The words of this card, where they are its occurrence: those next to the card.
        const near = words.filter((r) => r.bottom > 0 && r.top < all.height);
        for (const r of near)
          expect(
            r.bottom <= card.box.top + 0.5 ||
              r.top >= card.box.bottom - 0.5 ||
              r.right <= card.box.left ||
              r.left >= card.box.right,
          ).toBe(true);
      }
    }
  });

  it('moves with its line when the page scrolls', async () => {
    const page = await harness.open('/column', { viewport: { width: 800, height: 600 } });
    await startOn(page);
    await page.evaluate(() => second.reader!.step(1));
    await page.evaluate(() => second.reader!.step(1));
    await pause(100);
    const before = (await cardOf(page))!.box.top;
    await page.evaluate((top) => {
      Object.assign(window, { wanted: top - 40 });
      scrollBy(0, 40);
    }, before);
    await until(
      page,
      () => Math.abs((second.card()?.box.top ?? 0) - (window as unknown as { wanted: number }).wanted) < 0.5,
    );
    await page.evaluate(() => scrollBy(0, 800));
    await until(page, () => second.card()?.visible === false);
    await page.evaluate(() => scrollTo(0, 0));
    await until(page, () => second.card()?.visible === true);
  });

  it('works inside a modal dialog, and goes with it', async () => {
    const page = await harness.open('/dialog.html');
    await page.evaluate(() => second.start());
    await until(page, () => second.reader?.state.state === 'ready');
    await page.click('#open');
    // The dialog's text was hidden before: it is read once it shows.
    await until(page, () => (second.log.sent.at(-1)?.blocks ?? []).some((b) => b.text.includes('about 35')));
    await until(page, () => second.reader?.state.state === 'ready');
    await pause(200);
    await hover(page, FIGURE);
    await shows(page, FIGURE);
    const card = (await cardOf(page))!;
    expect([card.text, card.parent]).toEqual([FIGURE, 'dialog']);
    const pin = card.buttons.find((button) => button.name === 'pin')!;
    await page.mouse.click((pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2);
    expect(await page.evaluate(() => second.log.cards.at(-1)?.pinned)).toBe(true);
    await page.evaluate(() => document.querySelector('dialog')!.close());
    await shows(page, null);
  });

  it('closes on Escape, wherever focus is, and the page does not hear of it', async () => {
    const page = await harness.open('/article.html', { start: true });
    await page.evaluate(() => {
      const field = document.createElement('input');
      document.body.prepend(field);
      field.focus();
      document.addEventListener('keydown', (event) => second.log.errors.push(event.key));
    });
    await hover(page, FIGURE);
    await shows(page, FIGURE);
    await page.keyboard.press('Escape');
    expect(await cardOf(page)).toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => second.log.errors)).toEqual(['Escape']);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
  });

  it('is stepped through by command; Tab goes in, Escape comes back to where focus was', async () => {
    const page = await harness.open('/article.html', { start: true });
    const focus = () => page.evaluate(() => document.activeElement?.textContent?.slice(0, 5));
    await page.evaluate(() => document.querySelector<HTMLElement>('nav a')!.focus());
    const seen: (string | null)[] = [];
    for (let i = 0; i < 3; i += 1) {
      await page.evaluate(() => second.reader!.step(1));
      seen.push(await textOf(page));
    }
    expect(seen).toEqual(['Coalition of the Willing', 'about 35 countries', 'Emmanuel Macron']);
    await page.evaluate(() => second.reader!.step(-1));
    expect(await textOf(page)).toBe('about 35 countries');
    expect(await focus()).toBe('Home');
    await page.keyboard.press('Tab');
    expect((await cardOf(page))!.focused).toBe('unpin');
    await page.keyboard.press('Tab');
    expect((await cardOf(page))!.focused).toBe('close');
    await page.keyboard.press('Escape');
    expect(await cardOf(page)).toBeNull();
    expect(await focus()).toBe('Home');
  });

  it('lets buttons in the card be pressed by keyboard, and Tab out of it', async () => {
    const page = await harness.open('/article.html', { start: true });
    await page.evaluate(() => second.reader!.step(1));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shows(page, null);
    await page.evaluate(() => second.reader!.step(1));
    const buttons = (await cardOf(page))?.buttons.length ?? 0;
    expect(buttons).toBeGreaterThan(1);
    for (let i = 0; i < buttons; i++) await page.keyboard.press('Tab');
    expect(await cardOf(page)).not.toBeNull();
    await page.keyboard.press('Tab');
    expect(await cardOf(page)).toBeNull();
    await page.evaluate(() => second.reader!.step(1));
    await page.keyboard.press('Tab');
    await page.keyboard.press(' ');
    await until(page, () => second.log.cards.at(-1)?.pinned === false);
  });

  it("keeps keys that are pressed in the card from the page's shortcuts", async () => {
    const page = await harness.open('/article.html', { start: true });
    await page.evaluate(() => {
      for (const target of [document, window, document.body])
        for (const type of ['keydown', 'keypress', 'keyup'])
          for (const capture of [true, false])
            target.addEventListener(type, (event) => second.log.errors.push((event as KeyboardEvent).key), capture);
    });
    await page.evaluate(() => second.reader!.step(1));
    await page.keyboard.press('Tab');
    await page.evaluate(() => second.log.errors.splice(0));
    // No "/": in Firefox that is the browser's own search, and takes focus away.
    for (const key of ['s', 'j', 'k', '?'] as const) await page.keyboard.press(key);
    expect(await page.evaluate(() => second.log.errors)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => second.log.errors.splice(0));
    await page.keyboard.press('s');
    expect((await page.evaluate(() => second.log.errors)).length).toBeGreaterThan(0);
  });

  it('is a sheet after a tap, away from the words', async () => {
    for (const words of [FIGURE, 'More than 30 leaders']) {
      const page = await harness.open('/article.html', { viewport: { width: 390, height: 700, hasTouch: true } });
      await startOn(page);
      await page.evaluate(async (text) => {
        const [rect] = await second.rects(text);
        scrollBy(0, rect!.top - (text.startsWith('More') ? 620 : 80));
      }, words);
      await pause(100);
      const at = await middleOf(page, words);
      await page.touchscreen.tap(at.x, at.y);
      await until(page, () => second.card() !== null);
      const { box, text } = (await cardOf(page))!;
      const width = await page.evaluate(() => document.documentElement.clientWidth);
      expect([text, box.left, Math.round(box.right)]).toEqual([words, 0, width]);
      expect(await page.evaluate(() => second.log.cards.at(-1))).toMatchObject({ form: 'sheet', pinned: true });
      expect(at.y < box.top || at.y > box.bottom).toBe(true);
      expect(words === FIGURE ? Math.round(box.bottom) : box.top).toBe(words === FIGURE ? 700 : 0);
      // A tap beside it closes it.
      await page.touchscreen.tap(200, words === FIGURE ? 20 : 680);
      await until(page, () => second.card() === null);
    }
  });

  it('brings a mark clear of sticky headers', async () => {
    const page = await harness.open('/article.html', { viewport: { width: 600, height: 500 } });
    await startOn(page);
    for (let i = 0; i < 6; i += 1) {
      await page.evaluate(() => second.reader!.step(1));
      await pause(60);
      const { text } = (await cardOf(page))!;
      const rects = await page.evaluate((t) => second.rects(t), text);
      const header = await page.evaluate(() => document.querySelector('header')!.getBoundingClientRect().bottom);
      if (rects.length === 1) expect(rects[0]!.top).toBeGreaterThanOrEqual(Math.min(header, 400));
    }
  });

  it('opens inside a popover of the page without closing it', async () => {
    const page = await harness.open('/article.html');
    await page.evaluate(() => {
      const box = Object.assign(document.createElement('div'), { popover: 'auto', id: 'pop' });
      box.append(
        Object.assign(document.createElement('p'), {
          textContent: 'In a popover: about 36 countries had committed to deploying troops.',
        }),
      );
      document.querySelector('article')!.append(box);
      box.showPopover();
    });
    await startOn(page);
    await hover(page, 'about 36 countries');
    await shows(page, 'about 36 countries');
    const card = (await cardOf(page))!;
    expect([card.text, card.parent]).toEqual(['about 36 countries', 'div']);
    const pin = card.buttons.find((button) => button.name === 'pin')!;
    await page.mouse.click((pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2);
    expect(await page.evaluate(() => document.querySelector('#pop')!.matches(':popover-open'))).toBe(true);
    expect(await page.evaluate(() => second.log.cards.at(-1)?.pinned)).toBe(true);
  });

  it('keeps its look and place under styles that are out to move it', async () => {
    const page = await harness.open('/article.html', { start: true });
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent =
        'html > div, div { display: none !important; margin: 90px !important; transform: scale(3); opacity: 0 !important; position: static !important } * { font-size: 50px; letter-spacing: 9px }';
      document.head.append(style);
    });
    await page.evaluate(() => second.reader!.step(1));
    await page.evaluate(() => second.reader!.step(1));
    const card = (await cardOf(page))!;
    expect(Math.round(card.box.right - card.box.left)).toBe(344);
    const rects = await page.evaluate((t) => second.rects(t), card.text);
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    expect(Math.min(Math.abs(card.box.top - bottom), Math.abs(top - card.box.bottom))).toBeLessThan(12);
  });

  it('ignores events that the page makes up', async () => {
    const page = await harness.open('/article.html', { start: true });
    const at = await middleOf(page, FIGURE);
    await page.evaluate(({ x, y }) => {
      const target = document.elementFromPoint(x, y)!;
      for (const type of ['pointermove', 'pointerdown', 'click', 'mouseover'])
        target.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 }),
        );
    }, at);
    await pause(SHOWN);
    expect(await cardOf(page)).toBeNull();
    await page.evaluate(() => second.reader!.step(1));
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(await cardOf(page)).not.toBeNull();
  });

  it('is pinned by a click on the mark, and by its own button back again; links stay links', async () => {
    const page = await harness.open('/article.html', { start: true });
    const at = await middleOf(page, FIGURE);
    await page.mouse.click(at.x, at.y);
    await shows(page, FIGURE);
    expect(await page.evaluate(() => second.log.cards.at(-1))).toMatchObject({ text: FIGURE, pinned: true });
    await page.mouse.move(990, 790);
    await pause(SHOWN);
    expect(await textOf(page)).toBe(FIGURE);
    await page.mouse.click(950, 400);
    expect(await cardOf(page)).toBeNull();
  });

  it('says whether a place was found, scrolls there and flashes it', async () => {
    const page = await harness.open('/article.html', { viewport: { width: 600, height: 400 } });
    await startOn(page);
    const found = await page.evaluate(async () => {
      const map = await second.map();
      const block = map.blocks.find((b) => b.text.includes('More than 30 leaders'))!;
      const before = second.highlights();
      const shown = second.reader!.show({ block: block.id, start: 0, end: 20 });
      const rect = map.rangeOf({ block: block.id, start: 0, end: 20 })!.getBoundingClientRect();
      return {
        shown,
        flashed: second.highlights() - before,
        top: rect.top,
        none: second.reader!.show({ block: 9999, start: 0, end: 1 }),
      };
    });
    expect(found).toMatchObject({ shown: true, flashed: 1, none: false });
    expect(found.top).toBeGreaterThan(60);
    expect(found.top).toBeLessThan(380);
    await pause(2_500);
    const after = await page.evaluate(() => CSS.highlights.size);
    await page.evaluate(() => second.reader!.setMarks('none'));
    expect(after).toBeGreaterThan(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});
