/** Large packs: searched, asked and removed while pages are read; changes in one window are seen in the others. */
import { expect, it } from 'vitest';
import { until } from '../tools/extension.ts';
import { readerState } from '../tools/reader-state.ts';
import { syntheticPack } from '../tools/synthetic-pack.ts';
import { row } from '../tools/trust-rows.ts';
import { times } from '../tools/whole.ts';
import { counts, rescan, timeForUndoIsOver } from './fault-tools.ts';
import { importPack, type Own, press, says } from './pack-tools.ts';
import { inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
/** Ten thousand documents take half a minute where nothing else runs. */
const LARGE_MS = 200_000;

inBrowsers('a library', {}, (bench) => {
  const subject = (id: `R${number}`, what: string) => () => ({ id, what, browser: bench.extension.name });
  const documents = times('documents of the large pack', 300, 10_000);
  const pack = syntheticPack({ documents, claims: documents * 10, names: documents * 5, id: 'harbours' });
  let options: Own;
  let whole: string;

  it(
    'shows in every window of the extension what is changed in one',
    row(subject('R25', 'live queries across contexts'), async (seen) => {
      const { extension, server } = bench;
      await extension.grantAllSites();
      const page = await extension.open(`${server.url}/article.html`);
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      whole = await counts(extension);
      const other = await extension.openOwn('options.html');
      await says(other, 'comes with Second Source');
      expect(await other.text()).not.toContain('harbours.json');
      options = await extension.openOwn('options.html');
      const title = pack.manifest.title;
      expect(await other.text()).not.toContain(title);
      seen.control('before the import the other window does not list the pack');
      await importPack(options, 'harbours.json', pack);
      await until('the pack here', async () => (await options.text()).includes('was added'), LARGE_MS);
      await other.page.bringToFront();
      await until('the pack in the other window', async () => (await other.text()).includes(title));
      await page.bringToFront();
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      await other.page.close();
      await page.close();
      seen.result('a pack that is added in one window is listed in the other, pages are marked as before');
    }),
  );

  it(
    'is searched without a stop',
    row(subject('R28', 'search in a large pack'), async (seen) => {
      const { extension } = bench;
      const panel = await extension.openOwn('sidepanel.html');
      await panel.evaluate(() => {
        const holds = { longest: 0 };
        Object.assign(window, { holds });
        let last = performance.now();
        setInterval(() => {
          const now = performance.now();
          holds.longest = Math.max(holds.longest, now - last);
          last = now;
        }, 5);
      });
      await until('the tab', () => panel.evaluate((root) => root.querySelector('#tab-search') !== null));
      await panel.click('#tab-search');
      await until('the box', () => panel.evaluate((root) => root.querySelector('.search__box input') !== null));
      await panel.page.focus('.search__box input');
      const found = () =>
        panel.evaluate((root) =>
          [...root.querySelectorAll('.search .section')].map((one) => one.textContent).join('\n'),
        );
      const says_ = () => panel.evaluate((root) => root.querySelector('[role=status]')?.textContent ?? '');
      await panel.page.keyboard.type('zzqx');
      await until('an answer', async () => (await says_()).includes('zzqx'));
      expect(await found()).not.toContain('Emmanuel Macron');
      seen.control('a word that nobody wrote finds nothing');
      for (let n = 0; n < 4; n++) await panel.page.keyboard.press('Backspace');
      await panel.page.keyboard.type('Macron');
      await until('a finding of the bundled pack', async () => (await found()).includes('Emmanuel Macron'));
      const longest = await panel.evaluate(() => (window as unknown as { holds: { longest: number } }).holds.longest);
      seen.result(`found beside a pack of ${documents} documents; longest hold of the panel ${Math.round(longest)} ms`);
      await panel.page.close();
    }),
  );

  it(
    'gives up a large pack while pages are read',
    row(subject('R26', 'removing a large pack'), async (seen) => {
      const { extension, server } = bench;
      expect(await counts(extension)).not.toBe(whole);
      seen.control('with the pack there are more rows');
      const page = await extension.open(`${server.url}/article.html`);
      const before = await readerState(extension, page);
      await options.page.bringToFront();
      await press(options, `Remove ${pack.manifest.title}`);
      await says(options, 'was removed');
      const start = Date.now();
      await options.page.close();
      await page.bringToFront();
      for (let turn = 0; turn < 3; turn++) {
        await rescan(extension);
        const now = await readerState(extension, page);
        expect(now.state === 'ready' && now.report.items.length).toBe(
          before.state === 'ready' && before.report.items.length,
        );
      }
      await extension.inExtension(timeForUndoIsOver);
      await extension.killBackground();
      await rescan(extension);
      await until('its rows to go', async () => (await counts(extension)) === whole);
      seen.result(
        `${documents} documents gone ${Math.round((Date.now() - start) / 100) / 10} s later, every page answered meanwhile`,
      );
      await page.close();
    }),
  );

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
