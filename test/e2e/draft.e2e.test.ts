/** *Check a draft* on the built extension: the report of a page for a pasted text, which is kept nowhere. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pressIn, until, type View } from '../tools/extension.ts';
import { everythingKept, keptAtRest } from '../tools/kept.ts';
import { type Bench, inBrowsers } from './tools.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DRAFT = `The Coalition of the Willing met again to plan for peace in Ukraine.
About 35 countries have pledged to send troops or to give other guarantees, Emmanuel Macron said on Thursday in Paris.
The coalition itself now counts more than 30 members. <b>Giorgia Meloni</b> & others spoke of quinces and a lighthouse.`;
/** Words that only the draft has. */
const TRACES = ['quinces', 'lighthouse', 'met again to plan'];

type Panel = View & { page: Page };

async function openDraft(bench: Bench): Promise<Panel> {
  const panel = await bench.extension.openOwn('sidepanel.html');
  await panel.click('#tab-draft');
  await until('the box', () => panel.evaluate((root) => root.querySelector('#draft-text') !== null));
  return panel;
}

/** As a paste puts it there. */
const paste = (panel: Panel, text: string): Promise<void> =>
  panel.evaluate((root, value) => {
    const box = root.querySelector<HTMLTextAreaElement>('#draft-text');
    if (!box) throw new Error('no box');
    box.value = value;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
const setDate = (panel: Panel, date: string): Promise<void> =>
  panel.evaluate((root, value) => {
    const input = root.querySelector<HTMLInputElement>('#draft-date');
    if (!input) throw new Error('no date');
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, date);
const marked = (panel: Panel): Promise<string[]> =>
  panel.evaluate((root) => [...root.querySelectorAll('.draft__text mark')].map((one) => one.textContent ?? ''));
const focused = (panel: Panel): Promise<string> => panel.evaluate((root) => (root as Document).activeElement?.id ?? '');
const status = (panel: Panel): Promise<string> =>
  panel.evaluate((root) => root.querySelector('[role=status]')?.textContent ?? '');

inBrowsers('a draft', {}, (bench) => {
  let panel: Panel;
  let before: string;

  it('has a tab, a box, and today’s date', async () => {
    panel = await openDraft(bench);
    const { date, today } = await panel.evaluate((root) => {
      const now = new Date();
      const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
      return { date: root.querySelector<HTMLInputElement>('#draft-date')?.value, today: local };
    });
    expect(date).toBe(today);
    // The bundled pack may still be on its way into the database.
    await until('the pack', () =>
      bench.extension.inExtension(async () => {
        const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        const asked = { 'second-source': 'corpus-state', body: null };
        const reply = (await runtime.sendMessage(asked).catch(() => null)) as { value?: { corpus: { state: string } } };
        // A worker hears no message of its own: there the database says it.
        return reply?.value ? reply.value.corpus.state === 'ready' : (await indexedDB.databases()).length > 0;
      }),
    );
    await paste(panel, 'Boats of the lake.');
    await panel.click('.draft__row .button');
    await until('an answer', async () => (await panel.text()).includes('does not name a topic'));
    before = await keptAtRest(bench.extension);
  });

  it('gives a pasted text the report of a page, at the text’s date', async () => {
    await paste(panel, DRAFT);
    await setDate(panel, '2025-09-05');
    await panel.click('.draft__row .button');
    await until('the report', async () => (await panel.text()).includes('Countries pledging troops'));
    const text = await panel.text();
    expect(text).toContain('This draft');
    expect(text).toMatch(/17 sources from 4–8 Sep 2025 say 26/);
    await until('it to be said', async () => (await status(panel)).includes('1 figure conflicts'));
    expect(await marked(panel)).toEqual(
      expect.arrayContaining(['About 35 countries', 'more than 30 members', 'Emmanuel Macron', 'Giorgia Meloni']),
    );
  });

  it('draws the text as text', async () => {
    const drawn = await panel.evaluate((root) => ({
      text: [...root.querySelectorAll('.draft__text p')].map((one) => one.textContent).join('\n'),
      elements: [...new Set([...root.querySelectorAll('.draft__text *')].map((one) => one.localName))].sort(),
    }));
    expect(drawn.text).toBe(DRAFT);
    expect(drawn.elements).toEqual(['a', 'mark', 'p']);
  });

  it('leads from a passage to its entry and back, by keys alone', async () => {
    await panel.page.focus('.draft__text mark.tone--conflict a');
    const passage = await focused(panel);
    await panel.page.keyboard.press('Enter');
    await until('the entry', async () => (await focused(panel)).startsWith('item-'));
    for (let i = 0; i < 30; i++) {
      await panel.page.keyboard.press('Tab');
      const name = await panel.evaluate((root) => (root as Document).activeElement?.textContent ?? '');
      if (name === 'Show in the text') break;
    }
    await panel.page.keyboard.press('Enter');
    await until('the passage', async () => (await focused(panel)) === passage);
  });

  it('says that the text has changed since, and checks it again by keys', async () => {
    await paste(panel, DRAFT.replace('About 35', 'Exactly 26'));
    await until('the banner', async () => (await panel.text()).includes('has changed since it was checked'));
    await panel.page.focus('#draft-text');
    await panel.page.keyboard.down('Control');
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.up('Control');
    await until('the new report', async () => (await marked(panel)).includes('Exactly 26 countries'));
    expect(await panel.text()).not.toContain('has changed since it was checked');
    await until('it to be said', async () => {
      const said = await status(panel);
      return said !== '' && !/conflicts|Comparing/.test(said);
    });
  });

  it('refuses a text that is too long, and cuts nothing', async () => {
    const text = `${DRAFT}\n`.repeat(700);
    await paste(panel, text);
    await until('the message', async () => (await status(panel)).includes('Check it in parts'));
    await panel.click('.draft__row .button');
    expect(await panel.evaluate((root) => root.querySelector<HTMLTextAreaElement>('#draft-text')?.value.length)).toBe(
      text.length,
    );
    await paste(panel, DRAFT);
    await panel.click('.draft__row .button');
    await until('the report', async () => (await marked(panel)).includes('About 35 countries'));
  });

  it('is there after another tab was open, and gone with the panel', async () => {
    await panel.evaluate((root) => root.querySelector<HTMLElement>('#tab-page')?.click());
    await until('another view', () => panel.evaluate((root) => root.querySelector('#draft-text') === null));
    await panel.evaluate((root) => root.querySelector<HTMLElement>('#tab-draft')?.click());
    await until('the text', () =>
      panel.evaluate((root) => (root.querySelector<HTMLTextAreaElement>('#draft-text')?.value.length ?? 0) > 0),
    );
  });

  it('exports a comparison as table, data and image, by files of the page’s own', async () => {
    await panel.evaluate((root) => {
      const view = (root as Document).defaultView as unknown as typeof globalThis & { made: Blob[]; names: string[] };
      const make = view.URL.createObjectURL.bind(view.URL);
      view.made = [];
      view.names = [];
      view.URL.createObjectURL = (blob: Blob) => {
        view.made.push(blob);
        return make(blob);
      };
      view.document.createElement = new Proxy(view.document.createElement, {
        apply(target, here, args) {
          const element = Reflect.apply(target, here, args) as HTMLAnchorElement;
          // The file is made and named; where it would be written is the browser's.
          if (args[0] === 'a') element.click = () => void view.names.push(element.download);
          return element;
        },
      });
    });
    const exported = async (label: string): Promise<void> => {
      const isOpen = await panel.evaluate(
        (root, name) => root.querySelector('.block .actions')?.textContent?.includes(name) ?? false,
        label,
      );
      if (!isOpen) await pressIn(panel, '.block:has(.actions) .actions button', 'Export');
      await pressIn(panel, '.block:has(.actions) .actions button', label);
      const kind = label.replace(/^.*\(|\)$/g, '').toLowerCase();
      await until(`the message of ${label}`, async () => (await status(panel)).endsWith(`.${kind}.`));
    };
    for (const label of ['Table (CSV)', 'Data (JSON)', 'Image (SVG)', 'Image (PNG)']) await exported(label);
    const { names, texts, image } = await panel.evaluate(async (root) => {
      const view = (root as Document).defaultView as unknown as typeof globalThis & { made: Blob[]; names: string[] };
      const [csv, json, svg, png] = view.made as [Blob, Blob, Blob, Blob];
      const bitmap = await createImageBitmap(png);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 128) dark += 1;
      return {
        names: view.names,
        texts: [await csv.text(), await json.text(), await svg.text()],
        image: { type: png.type, width: bitmap.width, height: bitmap.height, dark },
      };
    });
    expect(names.map((name) => name.replace(/^.*\./, ''))).toEqual(['csv', 'json', 'svg', 'png']);
    for (const name of names) expect(name).toMatch(/^second-source-countries-pledging-troops-.*2025-09-05\.\w+$/);
    expect(texts[0]).toContain('About 35 countries');
    expect(JSON.parse(texts[1] ?? '')).toMatchObject({
      kind: 'second-source-comparison',
      item: { verdict: 'conflicts' },
    });
    expect(texts[2]).toContain('Novaya Gazeta Europe, 5 Sep 2025');
    // Drawn, not blank: words and marks are some thousands of dark dots.
    expect(image).toMatchObject({ type: 'image/png', width: 1360 });
    expect(image.height).toBeGreaterThan(600);
    expect(image.dark).toBeGreaterThan(5000);
  });

  it('draws a measure that changes over time, by keys', async () => {
    await panel.evaluate((root) => {
      const marks = [...root.querySelectorAll<HTMLElement>('.draft__text mark a')];
      marks.find((one) => one.textContent?.includes('30 members'))?.click();
    });
    await until('the button', () =>
      panel.evaluate((root) => {
        const buttons = root.querySelectorAll<HTMLElement>('.line .views button');
        buttons[1]?.focus();
        return buttons.length === 2;
      }),
    );
    await panel.page.keyboard.press('Enter');
    const caption = () =>
      panel.evaluate((root) => root.querySelector('.line caption')?.textContent === 'All figures by date');
    await until('the table by date', caption);
    const dates = await panel.evaluate((root) =>
      [...root.querySelectorAll('.line tbody th')].map((one) => Date.parse(one.textContent ?? '')),
    );
    expect(dates.length).toBeGreaterThan(10);
    expect(dates).toEqual([...dates].sort((a, b) => a - b));
  });

  it('breaks no rule of accessibility, and fits 320 px', async () => {
    await panel.page.setViewport({ width: 320, height: 800 });
    await panel.page.evaluate(AXE);
    const violations = await panel.evaluate(() =>
      (window as unknown as { axe: typeof import('axe-core') }).axe
        .run(document)
        .then((found) => found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)),
    );
    expect(await violations).toEqual([]);
    const wide = await panel.evaluate((root) => (root as Document).documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });

  it('leaves nothing behind: what is kept is what was kept before the first check', async () => {
    const after = await everythingKept(bench.extension);
    expect(after).toBe(before);
    for (const trace of TRACES) expect(after).not.toContain(trace);
    await panel.page.close();
    panel = await openDraft(bench);
    expect(await panel.evaluate((root) => root.querySelector<HTMLTextAreaElement>('#draft-text')?.value)).toBe('');
    await panel.page.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

inBrowsers('a draft where every window is private', { only: ['firefox'], withoutHistory: true }, (bench) => {
  it('gets its report from memory', async () => {
    const panel = await openDraft(bench);
    await paste(panel, DRAFT);
    await setDate(panel, '2025-09-05');
    await panel.click('.draft__row .button');
    await until('the report', async () => (await marked(panel)).includes('About 35 countries'));
    await until('it to be said', async () => (await status(panel)).includes('1 figure conflicts'));
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
