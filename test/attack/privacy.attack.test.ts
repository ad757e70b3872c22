/**
 * The promise of PRIVACY.md, held to: a tour of pages, each with words of its own in host, path and title, through a proxy that writes
 * everything down. Afterwards none of these words stands anywhere in what the extension keeps, and no request was ours.
 *
 * `TOUR_PAGES=200` for the long tour (npm run test:all).
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marks } from '../e2e/tools.ts';
import type { BrowserName } from '../tools/browsers.ts';
import { type ExtensionBrowser, hover, openExtension, until } from '../tools/extension.ts';
import { everythingKept, foundInProfile } from '../tools/kept.ts';
import { type RecordingProxy, recordingProxy } from '../tools/proxy.ts';
import { row } from '../tools/trust-rows.ts';
import { articleWith, CARD_WORDS, FIGURE } from './pages.ts';

declare const chrome: typeof import('wxt/browser').browser;

const PAGES = Number(process.env.TOUR_PAGES ?? 20);
/** Off the topic: those are visited most. */
const OFF_TOPIC_EVERY = 3;
const PANEL_AT = 1;
const HOVER_EVERY = 5;
const SETTLE_MS = 700;
const TOUR_TIMEOUT_MS = 240_000 + PAGES * 10_000;

/** Words that stand nowhere else in the world; of one form, so that any of them is found by it. */
const FORM = /qz[0-9a-f]{14}/g;
const word = () => `qz${randomBytes(7).toString('hex')}`;

/** What the browsers ask for on their own. */
const BROWSERS_OWN: Record<BrowserName, RegExp> = {
  chrome: /(^|\.)(google|googleapis|gvt1|gvt2|gstatic|google-analytics)\.com$/,
  firefox: /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozaws\.net|mozgcp\.net)$/,
};

interface Stop {
  host: string;
  path: string;
  title: string;
  onTopic: boolean;
}

const names: BrowserName[] = (['chrome', 'firefox'] as const).filter(
  (name) => !process.env.E2E_BROWSER || name === process.env.E2E_BROWSER,
);

describe.each(names)('what the extension keeps and sends (%s)', (name) => {
  const stops: Stop[] = Array.from({ length: PAGES }, (_, i) => ({
    host: `${word()}.example`,
    path: `/${word()}/${word()}.html`,
    title: word(),
    onTopic: i % OFF_TOPIC_EVERY !== 0,
  }));
  const kept: Stop = { host: `${word()}.example`, path: `/${word()}`, title: word(), onTopic: true };
  const source = stops.find((one) => one.onTopic) ?? kept;
  const tokens = stops.flatMap((one) => [one.host, one.path, one.title].flatMap((text) => text.match(FORM) ?? []));
  let proxy: RecordingProxy;
  let extension: ExtensionBrowser;
  let profile = '';
  let page: Page;
  const address = ({ host, path }: Stop) => `http://${host}${path}`;
  const subject = (id: `S${number}`, what: string) => ({ id, what, browser: name });
  const sent = (from: number) => proxy.requests.slice(from).filter(({ host }) => !BROWSERS_OWN[name].test(host));

  beforeAll(async () => {
    const all = new Map([...stops, kept].map((stop) => [stop.host + stop.path, stop]));
    proxy = await recordingProxy((host, path) => {
      const stop = all.get(host + path);
      if (!stop) return null;
      const title = `<title>${stop.title}</title>`;
      return stop.onTopic
        ? articleWith('').replace('<title>Allies</title>', title)
        : `<!doctype html><html lang="en"><head>${title}</head><body><h1>Boats</h1><p>Eleven boats went out on Sunday, nine came back.</p></body></html>`;
    });
    profile = mkdtempSync(join(tmpdir(), 'tour-'));
    extension = await openExtension(name, { profile, proxy: proxy.address });
    await extension.grantAllSites();
    page = await extension.open(address(stops[0] ?? kept));
  });
  afterAll(async () => {
    await extension?.close().catch(() => {});
    await proxy?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it(
    `S21 sends nothing on a tour of ${PAGES} pages`,
    row(subject('S21', 'we send something anywhere'), async (seen) => {
      const start = proxy.requests.length;
      for (const [i, stop] of stops.entries()) {
        await page.goto(address(stop), { waitUntil: 'load' });
        if (stop.onTopic) await until('marks', async () => (await marks(page)).includes(FIGURE));
        if (i === PANEL_AT) await extension.panel(page);
        if (stop.onTopic && i % HOVER_EVERY === 0) {
          await hover(page, FIGURE);
          await until('the card', () => extension.card(page).text());
        }
      }
      await extension.selectionMenu(page, 'look-up', 'Emmanuel Macron');
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      const expected = new Set(stops.map(({ host, path }) => host + path));
      const others = sent(start).filter(({ host, path }) => !expected.has(host + path) && path !== '/favicon.ico');
      expect(others).toEqual([]);
      for (const stop of stops)
        expect(
          sent(start).filter(({ host, path }) => host === stop.host && path === stop.path),
          stop.host,
        ).toHaveLength(1);

      const from = proxy.requests.length;
      await extension.inExtension(async () => {
        const to = 'http://from-own-page.example/';
        const tries = [
          () => fetch(to),
          () => navigator.sendBeacon(to, 'x'),
          () => new WebSocket(to.replace('http', 'ws')),
          () => new EventSource(to),
          () => Object.assign(new Image(), { src: to }),
        ];
        for (const go of tries)
          try {
            await go();
          } catch {
            // As it should be.
          }
      });
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      expect(sent(from)).toEqual([]);
      await extension.inReader(page, () => {
        fetch('http://planted.example/leak').catch(() => {});
      });
      await until('the planted request', async () => sent(from).some(({ host }) => host === 'planted.example'));
      seen.control('a request planted in the reader’s world is seen by the proxy');
      seen.result(
        `${PAGES} pages with marks, cards, panel and a look-up: each page was asked for once, nothing else; five ways out of a page of ours are shut`,
      );
    }),
    TOUR_TIMEOUT_MS,
  );

  it(
    'S22 asks for nothing before a link is pressed',
    row(subject('S22', 'links to sources tell what is read'), async (seen) => {
      await page.goto(address(source), { waitUntil: 'load' });
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      const from = proxy.requests.length;
      await hover(page, FIGURE);
      const card = extension.card(page);
      expect(await until('the card', () => card.text())).toContain(CARD_WORDS);
      const links = await card.evaluate((root) => {
        for (const one of root.querySelectorAll('details')) one.open = true;
        const early = root.querySelectorAll('link, img, [ping], a[rel~=prefetch]').length;
        return { early, hrefs: [...root.querySelectorAll('a')].map((one) => one.href) };
      });
      expect(links.early).toBe(0);
      expect(links.hrefs.length).toBeGreaterThan(0);
      expect(links.hrefs.some((href) => href.includes('#:~:text='))).toBe(true);
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      expect(sent(from)).toEqual([]);
      seen.result(
        `a card with ${links.hrefs.length > 1 ? 'its links' : 'a link'} to sources: 0 requests; the quote stands in the link alone`,
      );
      await card.click('a[href]');
      const target = new URL(links.hrefs[0] ?? '').hostname;
      await until('the pressed link', async () => sent(from).some(({ host }) => host === target));
      seen.control('after a press the proxy sees the host of that source, and no quote');
      expect(JSON.stringify(sent(from))).not.toContain('text=');
    }),
  );

  it(`keeps nothing of ${PAGES} visited pages, in its storage and in the files of the profile`, async () => {
    const before = await everythingKept(extension);
    expect(tokens.length).toBe(4 * PAGES);
    expect(before.match(FORM)).toBeNull();
    const document = {
      id: 'saved-kept',
      outlet: kept.host,
      title: kept.title,
      url: address(kept),
      language: 'en',
      kind: 'news',
      summary: kept.title,
      entities: [],
      claims: [],
    };
    const answer = await extension.inExtension(
      async (body) => JSON.stringify(await chrome.runtime.sendMessage({ 'second-source': 'save-page', body })),
      {
        format: 1,
        id: document.id,
        savedAt: '2025-05-03T10:00:00.000Z',
        blocks: [{ kind: 'paragraph', text: kept.title }],
        document,
      },
    );
    expect(answer).toContain('"ok":true,"value":{"ok":true');
    const own = [kept.host, kept.path, kept.title].flatMap((text) => text.match(FORM) ?? []).sort();
    // What was saved is found: so would anything else be.
    expect([...new Set((await everythingKept(extension)).match(FORM))].sort()).toEqual(own);
    await extension.close();
    const { found, bytes } = foundInProfile(profile, name, FORM);
    expect(bytes).toBeGreaterThan(100_000);
    expect(found.filter((one) => tokens.includes(one))).toEqual([]);
    expect(found.filter((one) => own.includes(one)).length).toBeGreaterThan(0);
  });
});
