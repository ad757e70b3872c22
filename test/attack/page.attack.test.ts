/** What a page can try against the reader: to know it, to read it, to end it, to press its buttons. One page and one test a threat. */
import { readdirSync, rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addedElements, inBrowsers, marks } from '../e2e/tools.ts';
import { builtExtension, hover, until } from '../tools/extension.ts';
import { makeNeighbour, PUBLIC_FILE } from '../tools/neighbour.ts';
import { row } from '../tools/trust-rows.ts';
import { ATTACK_PAGES, CARD_WORDS, DEEDS, FIGURE, ourClasses } from './pages.ts';

/** The probes of the page, which its own script made. */
interface Probes {
  heard: string[];
  listenFor(id: string): void;
  traces(): Record<string, unknown>;
  forge(id: string, milliseconds: number): Promise<number>;
  elements: number;
  search(): { closed: number; ways: string[] };
  misuse(deed: string): boolean;
  knows(word: string): boolean;
  names(): string[];
  texts(): string[];
  added(): string[];
  reach(urls: string[]): Promise<string[]>;
  bait(classes: string[]): void;
  looks(): string;
  hide(): void;
  hosts(): string[][];
  cover(through: boolean): void;
  uncover(): void;
  press(): number;
  taken?: number;
  play(events: number): Promise<number>;
}
declare const attack: Probes;
declare const chrome: typeof import('wxt/browser').browser;

/** Long enough for whatever a page's events could have started. */
const FORGING_MS = 2_000;
/** Longer than between two messages of a page that is being read. */
const QUIET_MS = 1_000;
const SYNTHETIC_EVENTS = 10_000;
/** Firefox tells the page nodes of closed roots in these fields of events, and in a selection. */
const LEAKS_OF_FIREFOX = /\.(originalTarget|explicitOriginalTarget|rangeParent)$|^(selection|selectAll)$/;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

inBrowsers('a page', { pages: ATTACK_PAGES }, (bench) => {
  const browser = () => bench.extension.name;
  const subject = (id: `S${number}`, what: string) => () => ({ id, what, browser: browser() });
  const id = () => bench.extension.extensionUrl('').split('/')[2] ?? '';
  let neighbour = '';
  let theirs = '';
  beforeAll(async () => {
    await bench.extension.grantAllSites();
    neighbour = makeNeighbour(browser());
    theirs = await bench.extension.installBeside(neighbour);
  });
  afterAll(() => rmSync(neighbour, { recursive: true, force: true }));

  /** A page whose marks are drawn. */
  async function openMarked(path: string): Promise<Page> {
    const page = await bench.extension.open(`${bench.server.url}${path}`);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    return page;
  }
  async function openCard(page: Page): Promise<string> {
    await hover(page, FIGURE);
    return until('the card', () => bench.extension.card(page).text());
  }
  /** Everything that is stored as a setting. */
  const stored = () =>
    bench.extension.inExtension(async () =>
      JSON.stringify([
        await chrome.storage.local.get(null),
        await chrome.storage.sync.get(null),
        await chrome.storage.session.get(null),
        await chrome.permissions.getAll(),
      ]),
    );

  it(
    'S1 does not learn who reads along',
    row(subject('S1', 'a page learns that we are here, and who we are'), async (seen) => {
      const page = await bench.extension.open(`${bench.server.url}/s1`);
      await page.evaluate((name) => attack.listenFor(name), id());
      // Listens from before the reader starts: a second visit, in which the names are known from the first moment.
      await page.evaluateOnNewDocument((name) => {
        addEventListener('DOMContentLoaded', () => attack.listenFor(name));
      }, id());
      await page.reload();
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      await openCard(page);
      const traces = await page.evaluate(() => attack.traces());
      expect(traces).toEqual({ heard: [], frames: 0, resources: [], globals: [], attributes: [] });
      expect(JSON.stringify(await addedElements(page))).not.toMatch(/-/);
      seen.result('0 messages, 0 events, 0 frames, 0 addresses, 0 names of ours');

      await bench.extension.inReader(
        page,
        (name) => {
          const type = `${name}:content:wxt:content-script-started`;
          window.postMessage({ type }, '*');
          document.dispatchEvent(new CustomEvent(type));
        },
        id(),
      );
      await until('the planted leak', () => page.evaluate(() => attack.heard.length > 1));
      seen.control("a planted message and event, as WXT's own wrapper sends them, are both heard");
      await page.close();
    }),
  );

  it(
    'S2 cannot switch the reader off',
    row(subject('S2', 'a page ends our script by a forged event'), async (seen) => {
      const page = await openMarked('/s2');
      await bench.extension.inReader(
        page,
        (name) => {
          const note = () => {
            document.documentElement.dataset.ended = 'yes';
          };
          document.addEventListener(`${name}:content:wxt:content-script-started`, note);
        },
        id(),
      );
      const sent = await page.evaluate((name, ms) => attack.forge(name, ms), id(), FORGING_MS);
      expect(await page.evaluate(() => document.documentElement.dataset.ended)).toBe('yes');
      seen.control('a listener like that of WXT, planted in the reader’s world, is ended by them');
      expect(await openCard(page)).toContain(CARD_WORDS);
      expect((await marks(page)).length).toBeGreaterThan(2);
      expect(sent).toBeGreaterThan(100);
      seen.result('more than 100 forged events in 2 s; marks and card as before');
      await page.close();
    }),
  );

  it(
    'S3 cannot get hold of the card’s root',
    row(subject('S3', 'a page steals the closed root of the card'), async (seen) => {
      const page = await openMarked('/s3');
      await openCard(page);
      const pin = await bench.extension.card(page).evaluate((root) => {
        const box = root.querySelector('button')?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
      });
      // Real moves and keys in the card, whose events the page hears.
      await page.mouse.move(pin.x, pin.y, { steps: 4 });
      await page.mouse.click(pin.x, pin.y);
      await page.keyboard.press('Tab');
      await pause(200);
      expect(await bench.extension.card(page).text()).toContain(CARD_WORDS);
      const { elements, ...found } = await page.evaluate(() => ({ elements: attack.elements, ...attack.search() }));
      expect(elements).toBeGreaterThanOrEqual(900);
      expect(found.ways.filter((way) => !LEAKS_OF_FIREFOX.test(way))).toEqual([]);
      if (browser() === 'chrome') {
        expect(found.closed).toBe(0);
        seen.result('names defined first, events, selection, hit tests, animations and timings searched: no root');
      } else {
        for (const deed of Object.keys(DEEDS)) {
          if ((await bench.extension.card(page).text()) === '') await openCard(page);
          await page.evaluate(() => attack.search());
          expect(await page.evaluate((name) => attack.misuse(name), deed), deed).toBe(true);
          await until(`the card to close after: ${deed}`, async () => (await bench.extension.card(page).text()) === '');
          await page.mouse.move(2, 2);
        }
        await openCard(page);
        await page.evaluate(() => attack.search());
        const before = await stored();
        expect(await page.evaluate(() => attack.misuse('press'))).toBe(true);
        await pause(300);
        expect(await stored()).toBe(before);
        expect(await bench.extension.panelIsOpen()).toBe(false);
        expect(await bench.extension.card(page).text()).toContain(CARD_WORDS);
        seen.result(
          `this browser tells pages the root (${found.ways.length} ways, all its own events and selection); ${Object.keys(DEEDS).length} kinds of writing into it each close the card, pressing its buttons does nothing`,
        );
      }

      await bench.extension.inReader(page, () => {
        const host = document.createElement('my-card');
        host.attachShadow({ mode: 'closed' }).append('planted');
        document.documentElement.append(host);
      });
      const stolen = await page.evaluate(() => attack.search());
      expect(stolen.ways).toContain('attachInternals my-card');
      seen.control('a planted host with such a name loses its closed root');
      await page.close();
    }),
  );

  it(
    'S5 finds no list of marks when they are off, and no name that stays',
    row(subject('S5', 'a page lists our highlights'), async (seen) => {
      const first = await openMarked('/s5');
      const [names, texts] = await first.evaluate(() => [attack.names(), attack.texts()]);
      expect(texts).toContain(FIGURE);
      seen.control('with marks on, the same probe lists their names and texts');
      await first.close();
      const second = await openMarked('/s5');
      const other = await second.evaluate(() => attack.names());
      expect(names?.filter((name) => other.includes(name))).toEqual([]);
      await bench.extension.inExtension(() => chrome.storage.sync.set({ marks: 'none' }));
      await until('no marks', async () => (await marks(second)).length === 0);
      await second.reload();
      await until('the badge', () => bench.extension.badge(second));
      expect(await second.evaluate(() => [attack.names(), attack.texts(), attack.added()])).toEqual([[], [], []]);
      await bench.extension.inExtension(() => chrome.storage.sync.remove('marks'));
      seen.result(
        'no name twice in two visits; with “none on pages” the list is empty, nothing is added, the badge counts',
      );
      await second.close();
    }),
  );

  it(
    'S6 reaches none of our files',
    row(subject('S6', 'a page asks for files that every copy of us has'), async (seen) => {
      const page = await bench.extension.open(`${bench.server.url}/s6`);
      const files = readdirSync(builtExtension(browser()), { recursive: true, encoding: 'utf8' })
        .map((file) => file.split(/[\\/]/).join('/'))
        .filter((file) => file.includes('.'));
      expect(files).toContain('packs/index.json');
      const urls = files.map((file) => bench.extension.extensionUrl(file));
      expect(await page.evaluate((all) => attack.reach(all), urls)).toEqual([]);
      seen.result(`0 of ${files.length} shipped files reached`);
      const reached = await page.evaluate(
        (all) => attack.reach(all),
        [`${theirs}${PUBLIC_FILE}`, `${theirs}script.js`],
      );
      expect(reached).toEqual([`fetch ${theirs}${PUBLIC_FILE}`]);
      seen.control('another extension’s public file is found by the same probe, its private one is not');
      await page.close();
      // Those are the page's own attempts.
      await bench.extension.takeErrors();
    }),
  );

  it(
    'S7 sees no style of ours on its own elements',
    row(subject('S7', 'a page knows us by the styles that we inject'), async (seen) => {
      await bench.extension.inExtension(() => chrome.storage.sync.set({ offEverywhere: true }));
      const page = await bench.extension.open(`${bench.server.url}/s7`);
      const classes = ourClasses();
      expect(classes.length).toBeGreaterThan(100);
      await page.evaluate((all) => attack.bait(all), classes);
      const before = await page.evaluate(() => attack.looks());
      await bench.extension.inExtension(() => chrome.storage.sync.remove('offEverywhere'));
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      await openCard(page);
      expect(await page.evaluate(() => attack.looks())).toBe(before);
      seen.result(`${classes.length} elements with the classes of our style sheets look as before`);
      await bench.extension.inReader(page, () => {
        const style = document.createElement('style');
        style.textContent = '.card{color:rgb(1 2 3)}';
        document.documentElement.append(style);
      });
      expect(await page.evaluate(() => attack.looks())).not.toBe(before);
      seen.control('one planted rule for one class is seen');
      await page.close();
    }),
  );

  it(
    'S10 wins nothing by clicks that it covers or fakes',
    row(subject('S10', 'a page has the reader press what they do not see'), async (seen) => {
      const page = await openMarked('/s10');
      await openCard(page);
      const card = bench.extension.card(page);
      const pinned = () => card.evaluate((root) => root.querySelector('[aria-pressed]')?.getAttribute('aria-pressed'));
      const controls = () =>
        card.evaluate((root) =>
          [...root.querySelectorAll('button')].map((one) => {
            const box = one.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2, close: one.matches('.tool:last-child') };
          }),
        );
      const places = await controls();
      const pin = places[0] ?? { x: 0, y: 0 };
      await page.mouse.click(pin.x, pin.y);
      await until('the pin', async () => (await pinned()) === 'true');
      seen.control('a click that is seen pins the card, and a planted setting is seen in the storage');
      const before = await stored();
      await bench.extension.inExtension(() => chrome.storage.local.set({ planted: 1 }));
      expect(await stored()).not.toBe(before);
      await bench.extension.inExtension(() => chrome.storage.local.remove('planted'));

      await page.evaluate(() => attack.hide());
      expect(await page.evaluate(() => attack.hosts())).toEqual([['1', 'visible', 'none']]);
      const sent = await page.evaluate(() => attack.press());
      expect(sent).toBeGreaterThan(0);
      expect(await pinned()).toBe('true');
      // Drawn over the card, and letting every click through to it.
      await page.evaluate(() => attack.cover(true));
      await until('the covered card to close', async () => (await card.text()) === '');
      for (const { x, y } of places) await page.mouse.click(x, y);
      await page.evaluate(() => attack.uncover());
      await pause(300);
      expect(await stored()).toBe(before);
      seen.result(
        'the card cannot be made unseen, closes when something is drawn over it, heeds no synthetic click; no setting changed',
      );
      await page.close();
    }),
  );

  it(
    'S11 cannot play the mouse and the keys',
    row(subject('S11', 'a page sends its own events'), async (seen) => {
      // Pages of the extension hear what readers send to the background.
      await bench.extension.inExtension(() => {
        const world = globalThis as unknown as { heard: string[] };
        world.heard = [];
        chrome.runtime.onMessage.addListener((message: Record<string, unknown>) => {
          world.heard.push(String(message['second-source']));
        });
      });
      const heard = () =>
        bench.extension.inExtension(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
      const page = await openMarked('/s11');
      await until('what opening asked', async () => (await heard()).includes('analyse'));
      seen.control('the same count hears the query of a page that is opened, and a real mouse opens a card');
      // What belongs to the opening may come late: the badge, the cards.
      await until('silence', async () => {
        await pause(QUIET_MS);
        return (await heard()).length === 0;
      });
      const sent = await page.evaluate((events) => attack.play(events), SYNTHETIC_EVENTS);
      expect(sent).toBeGreaterThanOrEqual(SYNTHETIC_EVENTS);
      expect(await bench.extension.card(page).text()).toBe('');
      expect(await heard()).toEqual([]);
      seen.result('10,000 synthetic events: no card, no message');
      expect(await openCard(page)).toContain(CARD_WORDS);
      await page.close();
    }),
  );

  it(
    'S14 cannot stop the reading by its text',
    row(subject('S14', 'a page’s text makes our patterns run for ever'), async (seen) => {
      const page = await bench.extension.open(`${bench.server.url}/s14`);
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      expect(await openCard(page)).toContain(CARD_WORDS);
      const other = await openMarked('/s18');
      await other.close();
      seen.result('1,000,000 characters of twelve hostile kinds are read and marked; the next page is answered');
      await page.close();

      const silent = await bench.extension.open(`${bench.server.url}/s14`);
      await bench.extension.inExtension(() => chrome.storage.sync.set({ offEverywhere: true }));
      await until('no marks', async () => (await marks(silent)).length === 0);
      await silent.reload();
      await expect(until('marks', async () => (await marks(silent)).includes(FIGURE), 1_000)).rejects.toThrow(
        'in vain',
      );
      await bench.extension.inExtension(() => chrome.storage.sync.remove('offEverywhere'));
      seen.control('the same wait on the same page, with the reader off, ends in vain');
      await silent.close();
    }),
  );

  it(
    'S18 has another extension beside us that writes into the card',
    row(subject('S18', 'another extension changes what our card says'), async (seen) => {
      const page = await openMarked('/s18');
      const ask = (what: string) =>
        page.evaluate((detail) => {
          document.dispatchEvent(new CustomEvent('ask-neighbour', { detail }));
          return JSON.parse(document.documentElement.dataset.neighbour ?? '{}') as {
            reached?: boolean;
            length?: number;
          };
        }, what);
      await openCard(page);
      const looked = await ask('look');
      expect(looked.reached).toBe(true);
      expect(looked.length).toBeGreaterThan(20);
      await pause(300);
      expect(await bench.extension.card(page).text()).toContain(CARD_WORDS);
      seen.control('the neighbour does reach the closed root; while it only looks, the card stays');
      await ask('write');
      await until('the changed card to close', async () => (await bench.extension.card(page).text()) === '');
      seen.result('the card closes as soon as its words were changed');
      await page.close();
    }),
  );

  it.each(['/s20', '/s20-strict'])('S20 is read as any other: %s', (path) =>
    row(
      () => ({ ...subject('S20', 'a page breaks built-ins, or allows nothing')(), part: path.slice(1) }),
      async (seen) => {
        const page = await bench.extension.open(`${bench.server.url}${path}`);
        // Only what no page script can break.
        await until('marks', () => page.evaluate(() => CSS.highlights.size));
        await bench.extension.command(page, 'next-mark');
        await until('the card', () =>
          bench.extension.card(page).evaluate((root) => root.querySelector('h2')?.textContent ?? ''),
        );
        seen.result(path === '/s20' ? 'built-ins broken: marks and card' : 'strictest policy: marks and card');
        const fails = await page.evaluate(() => {
          try {
            document.createElement('div').innerHTML = '<b>x</b>';
            return '';
          } catch (error) {
            return String(error);
          }
        });
        expect(fails).not.toBe('');
        seen.control('a script in the page’s own world fails on the same page');
        await page.close();
      },
    )(),
  );

  it('leaves no error anywhere', async () => {
    // What the page of broken built-ins throws is its own.
    expect((await bench.extension.takeErrors()).filter((text) => !/broken|TrustedHTML|trusted/i.test(text))).toEqual(
      [],
    );
  });
});
