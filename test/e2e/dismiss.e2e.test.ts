/** "Not a conflict" and "Not this person": from card and panel, kept, listed, taken back, backed up, erased. */
import { gunzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { View } from '../tools/extension.ts';
import { hover, until } from '../tools/extension.ts';
import { inBrowsers, marks, pressNamed as press } from './tools.ts';

const FIGURE = 'about 35 countries';
const NAME = 'Giorgia Meloni';

const hasButton = (view: View, label: string): Promise<boolean> =>
  view.evaluate(
    (root, wanted) => [...root.querySelectorAll('button')].some((one) => one.textContent?.trim() === wanted),
    label,
  );

inBrowsers('dismissals', {}, (bench) => {
  let page: Page;
  let other: Page;
  let conflicts: number;
  const badge = async () => Number(await bench.extension.badge(page));
  const stored = () =>
    bench.extension.inExtension(async () => {
      const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const [local, sync] = await Promise.all([storage.local.get(null), storage.sync.get(null)]);
      const own = Object.entries(local).filter(([key]) => key.startsWith('dismissed:'));
      return { own: own.map((entry) => JSON.stringify(entry)), synced: JSON.stringify(sync) };
    });
  const closeCard = async () => {
    await page.keyboard.press('Escape');
    await until('the card to go', async () => (await bench.extension.card(page).text()) === '');
  };

  it('takes a conflict off at the card: mark, number and panel, at once, with the way back in the same place', async () => {
    await bench.extension.grantAllSites();
    other = await bench.extension.open(`${bench.server.url}/article.html?again`);
    page = await bench.extension.open(`${bench.server.url}/article.html`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    conflicts = await until('the number', badge);
    await hover(page, FIGURE);
    const card = bench.extension.card(page);
    await until('the card', async () => (await card.text()).includes('Not a conflict'));
    await press(card, 'Not a conflict');
    await until('the mark to go', async () => !(await marks(page)).includes(FIGURE));
    await until('the number to follow', async () => (await badge()) === conflicts - 1);
    const text = await until('the card to say so', async () => {
      const now = await card.text();
      return now.includes('No longer shown as a conflict') && now;
    });
    expect(text).toContain('Dismissed');
    expect(text).not.toContain('Conflicts');
    await press(card, 'Undo');
    await until('the mark to come back', async () => (await marks(page)).includes(FIGURE));
    await until('the number to come back', async () => (await badge()) === conflicts);
    expect((await stored()).own).toEqual([]);
  });

  it('stays off on other pages with the same dispute, also those that are open, and after loading again', async () => {
    const card = bench.extension.card(page);
    await press(card, 'Not a conflict');
    await until('the mark to go', async () => !(await marks(page)).includes(FIGURE));
    await closeCard();
    await until('the mark of the other page to go', async () => !(await marks(other)).includes(FIGURE));
    await page.reload();
    await until('marks', async () => (await marks(page)).includes('Emmanuel Macron'));
    expect(await marks(page)).not.toContain(FIGURE);
    await until('the number', async () => (await badge()) === conflicts - 1);
  });

  it('hides no other figure', async () => {
    // All that was marked but the one.
    const drawn = await marks(page);
    expect(drawn.some((text) => /26 countries|members/.test(text))).toBe(true);
  });

  it('takes a name off at the card, in this form only', async () => {
    await hover(page, NAME);
    const card = bench.extension.card(page);
    await until('the card', async () => (await card.text()).includes('Not this person'));
    await press(card, 'Not this person');
    await until('the mark to go', async () => !(await marks(page)).includes(NAME));
    await until('the card to say so', async () => (await card.text()).includes(`“${NAME}” is no longer marked`));
    await closeCard();
    expect(await marks(page)).toContain('Emmanuel Macron');
  });

  it('says nothing of the page in what is kept, and syncs nothing', async () => {
    const { own, synced } = await stored();
    expect(own).toHaveLength(2);
    expect(own.join()).not.toMatch(/127\.0\.0\.1|https?:|article/);
    expect(synced).toBe('{}');
  });

  it('folds them in the panel, and gives them back there by keyboard', async () => {
    const panel = await bench.extension.panel(page);
    await until('the fold', async () => (await panel.text()).includes('2 dismissed'));
    expect(await hasButton(panel, 'Undo')).toBe(false);
    await press(panel, '2 dismissed');
    await until('what is in it', async () => (await panel.text()).includes(`“${NAME}”, not ${NAME}`));
    await press(panel, 'Undo');
    await until('the name to come back', async () => (await marks(page)).includes(NAME));
    await until('the fold', async () => (await panel.text()).includes('1 dismissed'));
    await until('focus on what came back', () =>
      panel.evaluate(
        (root, name) => (root as Document).activeElement?.getAttribute('aria-label')?.includes(name) ?? false,
        NAME,
      ),
    );
  });

  it('dismisses in the panel, with one line in its place and focus on the way back', async () => {
    const panel = await bench.extension.panel(page);
    // What the card dismissed is in the fold, which is open: given back first.
    await panel.evaluate((root) => {
      const line = [...root.querySelectorAll<HTMLElement>('#dismissed .line__button')][0];
      line?.click();
    });
    await press(panel, 'Undo');
    await until('the mark to come back', async () => (await marks(page)).includes(FIGURE));
    await until('focus on the entry', () =>
      panel.evaluate((root) => (root as Document).activeElement?.id.startsWith('item-') ?? false),
    );
    await press(panel, 'Not a conflict');
    await until('the line', () => panel.evaluate((root) => Boolean(root.querySelector('.block--dismissed'))));
    await until('focus on the way back', () =>
      panel.evaluate((root) => (root as Document).activeElement?.textContent === 'Undo'),
    );
    await until('the mark to go', async () => (await badge()) === conflicts - 1);
  });

  let backup: string;
  it('is in the backup', async () => {
    const options = await bench.extension.openOwn('options.html');
    await until('the list', async () => (await options.text()).includes('Countries pledging troops'));
    const text = await options.evaluate(async (root) => {
      const blobs: Blob[] = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob: Blob) => {
        blobs.push(blob);
        return createObjectURL.call(URL, blob);
      };
      const button = [...root.querySelectorAll('button')].find((one) => one.textContent === 'Save a backup');
      button?.click();
      while (blobs.length === 0) await new Promise((done) => setTimeout(done, 50));
      URL.createObjectURL = createObjectURL;
      const bytes = new Uint8Array(await (blobs[0] as Blob).arrayBuffer());
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    });
    backup = gunzipSync(Buffer.from(text, 'hex')).toString();
    expect(JSON.parse(backup).own.dismissals).toHaveLength(1);
    await options.page.close();
  });

  it('is listed in the settings, comes back from there, and from there again', async () => {
    const options = await bench.extension.openOwn('options.html');
    await until('the list', async () => (await options.text()).includes('Countries pledging troops'));
    await options.page.bringToFront();
    await options.evaluate((root) => {
      [...root.querySelectorAll('button')].find((one) => one.textContent === 'Show again')?.click();
    });
    await until('the list to say so', async () => (await options.text()).includes('Nothing so far.'));
    await until('the mark to come back', async () => (await marks(page)).includes(FIGURE));
    await press(options, 'Undo');
    await until('the mark to go', async () => !(await marks(page)).includes(FIGURE));
    await options.page.close();
  });

  it('goes with everything else that is erased, and comes back from the backup', async () => {
    const options = await bench.extension.openOwn('options.html');
    await press(options, 'Erase everything…');
    await press(options, 'Erase everything');
    await until('the end of it', async () => (await options.text()).includes('Everything was erased.'));
    expect((await stored()).own).toEqual([]);
    await options.evaluate((root, text) => {
      const input = [...root.querySelectorAll<HTMLInputElement>('input[type=file]')].at(-1) as HTMLInputElement;
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'backup.json', { type: 'application/json' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, backup);
    await press(options, 'Restore');
    await until('the end of it', async () => (await options.text()).includes('The backup was restored.'));
    expect((await stored()).own).toHaveLength(1);
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
