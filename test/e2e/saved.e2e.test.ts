/** Saving a page: preview, keeping, being a source in the panel and nowhere else, deleting without a trace. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { hover, until, type View } from '../tools/extension.ts';
import { everythingKept } from '../tools/kept.ts';
import { readerState } from '../tools/reader-state.ts';
import { inBrowsers, marks, ownHtml } from './tools.ts';

/** Another article, another figure of the measure that the first one's is given in the preview. */
const SECOND = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The group grows</title>
<meta property="article:published_time" content="2025-09-08T08:00:00Z"><main><article><h1>The group grows</h1>
<p>The Coalition of the Willing for Ukraine now counts 52 members, a spokeswoman in Kyiv said before the next meeting of the allies.</p>
<p>Emmanuel Macron thanked them, and Keir Starmer promised that soldiers would follow once the guns are silent.</p></article></main></html>`;
const OFF_TOPIC = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Boats of the lake</title><main><article><h1>Boats of the lake</h1>
<p>Eleven boats went out on Sunday, and nine came back before the rain. The harbour master had warned them, but the wind was kind until noon, and people wanted to see the islands once more before winter.</p>
<p>By evening all were found. The last two had waited behind the northern cape, where the water is quiet even when the lake is not.</p></article></main></html>`;
const OUTLET = 'Kept by me';
/** Words that only the saved page has: none of them may be left when it is deleted. */
const TRACES = [OUTLET, 'Allies agree outline', 'two officials who followed', 'article.html', 'watch over a ceasefire'];

const tracesIn = (kept: string): string[] => TRACES.filter((trace) => kept.includes(trace));

const say = (panel: View, words: RegExp) =>
  until(`the panel to say ${words}`, async () => words.test(await panel.text()));

/** Types into a field, as an input event would come. */
const type = (panel: View, name: string, text: string) =>
  panel.evaluate(
    (root, field, value) => {
      const input = root.querySelector<HTMLInputElement>(`input[name=${field}]`);
      if (!input) throw new Error(`no field ${field}`);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    name,
    text,
  );

/** Chooses a measure for the figure with these words. */
const choose = (panel: View, words: string, measure: string) =>
  panel.evaluate(
    (root, wanted, value) => {
      const row = [...root.querySelectorAll('.claim')].find((one) => one.querySelector('mark')?.textContent === wanted);
      const select = row?.querySelector('select');
      if (!select) throw new Error(`no figure ${wanted}`);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    words,
    measure,
  );

const press = (panel: View, text: string) =>
  panel.evaluate((root, wanted) => {
    const button = [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === wanted);
    if (!button) throw new Error(`no button ${wanted}`);
    button.click();
  }, text);

inBrowsers('saving a page', { pages: { '/second.html': SECOND, '/boats.html': OFF_TOPIC } }, (bench) => {
  let article: Page;
  let panel: View;
  let before: string;

  it('shows what would be kept, and keeps nothing of it yet', async () => {
    await bench.extension.grantAllSites();
    article = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(article)).includes('about 35 countries'));
    before = await ownHtml(article);
    panel = await bench.extension.panel(article);
    await say(panel, /Countries pledging troops/);
    await panel.click('.savebar__button');
    await say(panel, /This is all that will be kept/);
    const fields = await panel.evaluate((root) =>
      [...root.querySelectorAll<HTMLInputElement>('.field input')].map(({ value }) => value),
    );
    expect(fields).toEqual(['Allies agree outline of a force for Ukraine', '127.0.0.1', '2025-09-05']);
    const measure = await panel.evaluate((root) => {
      const row = [...root.querySelectorAll('.claim')].find((one) => /about 35/.test(one.textContent ?? ''));
      return row?.querySelector('select')?.selectedOptions[0]?.textContent;
    });
    expect(measure).toBe('Countries pledging troops');
    const text = await panel.evaluate((root) => root.querySelector('.stored')?.textContent ?? '');
    expect(text).toContain('two officials who followed');
    expect(text).not.toMatch(/parcels to the Moon|99 countries/);
    expect(tracesIn(await everythingKept(bench.extension))).toEqual([]);
  });

  it('keeps it with what was put right, and leaves the page as it was', async () => {
    await type(panel, 'outlet', OUTLET);
    await choose(panel, 'about 35 countries', 'coalition-members');
    await panel.click('button[type=submit]');
    await say(panel, /Saved as one of your own sources/);
    await say(panel, /1 page/);
    expect(await ownHtml(article)).toBe(before);
    const kept = await everythingKept(bench.extension);
    expect(tracesIn(kept)).toEqual(TRACES);
  });

  it('is a source in the panel from then on, and in no card and no report', async () => {
    const second = await bench.extension.open(`${bench.server.url}/second.html`);
    await until('marks', async () => (await marks(second)).includes('52 members'));
    await panel.click('#tab-page');
    await say(panel, /Your saved pages/);
    const text = await panel.evaluate((root) =>
      [...root.querySelectorAll<HTMLElement>('.saved-sources')].map((one) => one.textContent ?? '').join('\n'),
    );
    expect(text).toContain(OUTLET);
    expect(text).toMatch(/35/);
    expect(text).toMatch(/1 conflicts|1 changed since/);
    const link = await panel.evaluate(
      (root) => root.querySelector<HTMLAnchorElement>('.saved-sources a.open')?.href ?? '',
    );
    expect(link).toContain('/article.html#:~:text=');
    await hover(second, '52 members');
    const card = await until('the card', () => bench.extension.card(second).text());
    expect(card).not.toContain(OUTLET);
    expect(card).not.toMatch(/saved/i);
    const state = await readerState(bench.extension, second);
    expect(JSON.stringify(state)).toContain('52 members');
    expect(JSON.stringify(state)).not.toContain(OUTLET);
    await second.close();
  });

  it('is not its own source', async () => {
    await article.bringToFront();
    await say(panel, /Saved on/);
    await say(panel, /Countries pledging troops/);
    expect(await panel.evaluate((root) => root.querySelectorAll('.saved-sources, .saved-hint').length)).toBe(0);
  });

  it('is found, read and exported in its tab', async () => {
    await panel.click('#tab-saved');
    await panel.evaluate((root) => {
      const input = root.querySelector<HTMLInputElement>('.saved-search')!;
      input.value = 'Glasgow elysee';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await say(panel, /from Glasgow/);
    await press(panel, 'Read');
    await say(panel, /What it is compared by/);
    await say(panel, /We are ready, said one diplomat/);
    await press(panel, 'All saved pages');
    await say(panel, /Export all as/);
    await panel.evaluate((root) => {
      const view = (root as Document).defaultView as unknown as typeof globalThis & { exported?: Promise<string> };
      const make = view.URL.createObjectURL;
      view.URL.createObjectURL = (blob: Blob) => {
        view.exported = blob.text();
        return make.call(view.URL, blob);
      };
    });
    await press(panel, 'JSON');
    await say(panel, /1 page exported/);
    const json = await panel.evaluate(
      (root) => ((root as Document).defaultView as unknown as { exported: Promise<string> }).exported,
    );
    const file = JSON.parse(json) as { kind: string; pages: { document: { outlet: string; claims: unknown[] } }[] };
    expect(file.kind).toBe('second-source-saved-pages');
    expect(file.pages.map(({ document }) => document.outlet)).toEqual([OUTLET]);
    expect(file.pages[0]!.document.claims.length).toBeGreaterThan(3);
  });

  it('is among the results of Search, said to be the reader’s own', async () => {
    await panel.click('#tab-search');
    await until('the box', () => panel.evaluate((root) => root.querySelector('.search__box input') !== null));
    await panel.evaluate((root, words) => {
      const input = root.querySelector<HTMLInputElement>('.search__box input')!;
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, OUTLET);
    const found = await until('the saved page', () =>
      panel.evaluate(
        (root, outlet) =>
          [...root.querySelectorAll('.search [data-hit]')].find((one) => one.textContent?.includes(outlet))
            ?.textContent ?? '',
        OUTLET,
      ),
    );
    expect(found).toContain('saved by you');
    await panel.click('#tab-saved');
  });

  it('outlives the remedy for a damaged corpus, and the end of the worker', async () => {
    await bench.extension.inExtension(async () => {
      const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      await runtime.sendMessage({ 'second-source': 'reinstall-corpus', body: null });
    });
    await bench.extension.killBackground();
    await panel.click('#tab-page');
    await panel.click('#tab-saved');
    await say(panel, /Kept by me/);
  });

  it('is replaced when it is saved again, and that can be undone', async () => {
    await article.bringToFront();
    await panel.click('#tab-page');
    await say(panel, /Save again/);
    await panel.click('.savebar__button');
    await say(panel, /Saving replaces the copy of/);
    await type(panel, 'outlet', 'Second copy');
    await panel.click('button[type=submit]');
    await say(panel, /was replaced/);
    await say(panel, /Second copy/);
    await press(panel, 'Undo');
    await say(panel, /Kept by me/);
    expect(await panel.text()).not.toContain('Second copy');
  });

  it('is deleted, comes back, and is deleted without a trace', async () => {
    await panel.evaluate((root) => root.querySelector<HTMLElement>('.saved-row button')?.focus());
    await press(panel, 'Delete');
    await say(panel, /Nothing saved yet/);
    // The button is gone; who works by keyboard goes on where it was.
    const focused = await panel.evaluate((root) => (root as Document).activeElement?.className);
    expect(focused).toBe('saved-view');
    await press(panel, 'Undo');
    await say(panel, /Kept by me/);
    await press(panel, 'Delete');
    await say(panel, /Nothing saved yet/);
    expect(tracesIn(await everythingKept(bench.extension))).toEqual([]);
  });

  it('may be a page off the topic', async () => {
    const boats = await bench.extension.open(`${bench.server.url}/boats.html`);
    await panel.click('#tab-page');
    await say(panel, /Nothing found here/);
    await panel.click('.savebar__button');
    await say(panel, /None that the sources have a measure for/);
    await panel.click('button[type=submit]');
    await say(panel, /Boats of the lake/);
    await press(panel, 'Delete');
    await say(panel, /Nothing saved yet/);
    await boats.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

inBrowsers('saving where no site was allowed', {}, (bench) => {
  it('works on the one page on which the button was pressed', async () => {
    await until('the packs', async () => (await everythingKept(bench.extension)).includes('"gate":'));
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await bench.extension.pressButton(page);
    await until('marks', async () => (await marks(page)).includes('about 35 countries'));
    const panel = await bench.extension.panel(page);
    await say(panel, /Save this page/);
    await panel.click('.savebar__button');
    await say(panel, /This is all that will be kept/);
    await panel.click('button[type=submit]');
    await say(panel, /Saved as one of your own sources/);
    await panel.click('#tab-page');
    await say(panel, /Saved on/);
  });
});

inBrowsers('saving with history switched off', { only: ['firefox'], withoutHistory: true }, (bench) => {
  it('is not offered, and the panel says why', async () => {
    await bench.extension.grantAllSites();
    const page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes('about 35 countries'));
    const panel = await bench.extension.panel(page);
    await say(panel, /Private window: pages are not saved from here/);
    expect(await panel.evaluate((root) => root.querySelectorAll('.savebar__button').length)).toBe(0);
    await panel.click('#tab-saved');
    await say(panel, /Pages cannot be saved here/);
  });
});
