/** What others can try against what is ours: files that they made, links, messages, and what only the reader should know. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Pack } from '../../corpus/schema/pack.ts';
import { makeKeys, signPack } from '../../corpus/signature.ts';
import { giveFile, type Own, press, says } from '../e2e/pack-tools.ts';
import { inBrowsers, marks } from '../e2e/tools.ts';
import { hover, type Json, until, type View } from '../tools/extension.ts';
import { fc, SEED } from '../tools/fuzz.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';
import { row } from '../tools/trust-rows.ts';
import { ATTACK_PAGES, CARD_WORDS, FIGURE } from './pages.ts';

interface Probes {
  knows(word: string): boolean;
  names(): string[];
  texts(): string[];
  added(): string[];
}
declare const attack: Probes;
declare const chrome: typeof import('wxt/browser').browser;

/** Words that only the reader's own saved page holds. */
const PRIVATE_WORDS = ['Quillwort', 'zibeline', 'Private Courier'];
const FERRIES = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferries</title>
<meta property="article:published_time" content="2025-05-02T10:00:00Z"></head><body><article><h1>Ferries between the islands</h1>
<p>Between the islands of Northland 20 ferries are in service this week, says the operator of the ferries of all islands.</p></article></body></html>`;
const FERRIES_FIGURE = '20 ferries';
/** Sent by a page's world of ours in one go. */
const MESSAGES = 400;
const UNPACKED_BOMB_BYTES = 170 * 1024 * 1024;

inBrowsers('others', { pages: { ...ATTACK_PAGES, '/ferries': FERRIES, '/xss': '' } }, (bench) => {
  const subject = (id: `S${number}`, what: string) => () => ({ id, what, browser: bench.extension.name });
  let options: Own;
  beforeAll(async () => {
    await bench.extension.grantAllSites();
  });
  // Settings of its own for each test, without the packs of others: one that fails leaves nothing to the next.
  beforeEach(async () => {
    options = await bench.extension.openOwn('options.html');
    await says(options, 'comes with Second Source');
    if ((await ask('corpus-state', null)).includes('"ferries"')) await removePack();
  });
  afterEach(() => options.page.close());

  const open = (path: string) => bench.extension.open(`${bench.server.url}${path}`);
  const ask = (name: string, body: Json) =>
    bench.extension.inExtension(
      async (message, content) =>
        JSON.stringify(await chrome.runtime.sendMessage({ 'second-source': message, body: content })),
      name,
      body,
    );
  const savePage = (text: string, outlet: string) =>
    ask('save-page', {
      format: 1,
      id: 'saved-private',
      savedAt: '2025-09-06T10:00:00.000Z',
      blocks: [{ kind: 'paragraph', text }],
      document: {
        id: 'saved-private',
        outlet,
        title: text,
        url: 'https://private.example/page',
        date: '2025-09-06',
        language: 'en',
        kind: 'news',
        summary: text,
        entities: [],
        claims: [
          {
            id: 'p-1',
            kind: 'figure',
            measure: 'countries-pledging-troops',
            scope: {},
            surface: text.slice(0, 60),
            modality: 'reported',
            quantity: { value: 31, bound: '=', unit: 'countries' },
          },
        ],
      },
    });
  async function addPack(name: string, pack: object, action = 'Add pack', said = 'was added'): Promise<void> {
    await options.page.bringToFront();
    await giveFile(options, name, JSON.stringify(pack));
    await press(options, action);
    await says(options, said);
  }
  /** Gives a file that must be refused; answers the lines that say why. */
  async function refused(name: string, content: string | Uint8Array): Promise<string> {
    await options.page.bringToFront();
    await giveFile(options, name, content);
    const problems = () =>
      options.evaluate((root, file) => {
        const box = [...root.querySelectorAll('[role=alert]')].find((one) => one.textContent?.includes(file));
        return box?.querySelector('ul')?.textContent ?? '';
      }, name);
    const lines = await until(`the refusal of ${name}`, problems);
    await press(options, 'Close');
    return lines;
  }
  const removePack = async () => {
    await options.page.bringToFront();
    await press(options, 'Remove Ferries');
    await says(options, 'was removed');
  };

  it(
    'S4 cannot read what the reader keeps',
    row(subject('S4', 'a page reads what only the reader should know'), async (seen) => {
      expect(
        await savePage(`${PRIVATE_WORDS[0]} and ${PRIVATE_WORDS[1]} grow by the sea`, 'Private Courier'),
      ).toContain('"ok":true');
      const page = await open('/s4');
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      const panel = await bench.extension.panel(page);
      await until('the panel', async () => (await panel.text()).includes(CARD_WORDS));
      await hover(page, FIGURE);
      expect(await until('the card', () => bench.extension.card(page).text())).toContain(CARD_WORDS);
      const known = await page.evaluate((words) => words.filter((word) => attack.knows(word)), PRIVATE_WORDS);
      expect(known).toEqual([]);
      expect(await bench.extension.card(page).text()).not.toMatch(/Quillwort|zibeline|Private Courier/);
      seen.result('with a card open, no word of a saved page is found or read, in the page or the card');
      expect(await page.evaluate((word) => attack.knows(word), CARD_WORDS)).toBe(true);
      seen.control('the same probe finds words of the public card, through its closed root');
      await page.close();
    }),
  );

  it(
    'S8 cannot bring markup in by texts',
    row(subject('S8', 'texts of packs and pages become markup or scripts'), async (seen) => {
      const bad = `'"><img/src=${bench.server.url}/xss/onerror=window.xss=1><svg/onload=window.xss=1>`;
      const requests = () => bench.server.requests.filter((path) => path.startsWith('/xss')).length;
      await addPack('polyglot.json', polyglotPack(bad));
      const listed = await foreignMarkup(options);
      const page = await open('/ferries');
      await until('marks', async () => (await marks(page)).includes(FERRIES_FIGURE));
      await hover(page, FERRIES_FIGURE);
      const card = bench.extension.card(page);
      await until('the card', () => card.text());
      const inCard = await foreignMarkup(card);
      const panel = await bench.extension.panel(page);
      await until('the report', async () => (await panel.text()).includes('<img/src='));
      const inPanel = [await foreignMarkup(panel)];
      for (const tab of ['pledges', 'search', 'saved']) {
        await panel.click(`#tab-${tab}`);
        await new Promise((done) => setTimeout(done, 300));
        inPanel.push(await foreignMarkup(panel));
      }
      for (const found of [listed, inCard, ...inPanel]) expect(found.elements).toEqual([]);
      // As text they are there to be seen.
      expect([listed.shown, inCard.shown, inPanel[0]?.shown]).toEqual([true, true, true]);
      expect(requests()).toBe(0);
      expect(await page.evaluate(() => 'xss' in window)).toBe(false);
      seen.result('every string of a pack a polyglot: in settings, card and panel only text, no request, no script');
      await page.evaluate((html) => {
        document.body.insertAdjacentHTML('beforeend', html);
      }, bad);
      await until('the planted markup', async () => requests() > 0);
      seen.control('the same text, written as HTML into a page, asks our server at once');
      await removePack();
      await page.close();
    }),
  );

  it(
    'S9 cannot lead astray by links',
    row(subject('S9', 'a pack’s links run code, or lead elsewhere than they seem to'), async (seen) => {
      const withUrl = (url: string) => ferries(14, '1.0.0', url);
      const hostile = [
        'javascript:alert(1)',
        'JaVaScRiPt:alert(1)',
        'java\nscript:alert(1)',
        'data:text/html,<script>alert(1)</script>',
        'blob:https://known.example/1',
        'file:///etc/passwd',
        'https://known.example@other.example/',
        'https://',
      ];
      for (const [i, url] of hostile.entries())
        expect(await refused(`links-${i}.json`, JSON.stringify(withUrl(url)))).toMatch(/url|address/i);
      const sound = 'https://xn--80ak6aa92e.example/news';
      await addPack('links.json', withUrl('https://аррӏе.example/news'));
      const page = await open('/ferries');
      await until('marks', async () => (await marks(page)).includes(FERRIES_FIGURE));
      await hover(page, FERRIES_FIGURE);
      await until('the card', () => bench.extension.card(page).text());
      const card = bench.extension.card(page);
      const links = await card.evaluate((root) =>
        [...root.querySelectorAll('a')].map((one) => [one.protocol, one.target, one.rel, one.host]),
      );
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toEqual(['https:', '_blank', 'noopener noreferrer', new URL(sound).host]);
      expect(await badLinks(card)).toBe(0);
      seen.result(
        `${hostile.length} hostile addresses refused by name; a lookalike host shows as what it is; links open apart, with no referrer`,
      );
      await options.evaluate((root) => {
        const link = (root as Document).createElement('a');
        link.href = 'javascript:void 0';
        (root as Document).body.append(link);
      });
      expect(await badLinks(options)).toBe(1);
      await options.evaluate((root) => root.querySelector('a[href^=javascript]')?.remove());
      seen.control('a planted javascript: link is counted by the same check');
      await removePack();
      await page.close();
    }),
  );

  it(
    'S12 cannot abuse our messages',
    row(subject('S12', 'messages of any shape and from anywhere'), async (seen) => {
      // Those are of the markup that was planted before.
      await bench.extension.takeErrors();
      const page = await open('/s18');
      await until('marks', async () => (await marks(page)).includes(FIGURE));
      expect(
        await page.evaluate(() => {
          const world = window as unknown as { chrome?: { runtime?: unknown }; browser?: unknown };
          return [Boolean(world.chrome?.runtime), Boolean(world.browser)];
        }),
      ).toEqual([false, false]);
      const names = [
        'analyse',
        'reader-changed',
        'open-panel',
        'prepare-packs',
        'saved-list',
        'save-page',
        'delete-saved',
        'draft-save',
        'saved-beside',
        'ledger',
        'pack-details',
        'corpus-state',
        'nothing-of-ours',
        '__proto__',
        'constructor',
      ];
      const bodies = fc.sample(fc.tuple(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 })), {
        numRuns: MESSAGES,
        seed: SEED,
      });
      const send = async (all: Json) => {
        const outcomes: Record<string, number> = {};
        const note = (what: string) => {
          outcomes[what] = (outcomes[what] ?? 0) + 1;
        };
        for (const [name, body] of all as [string, Json][]) {
          const message = Object.fromEntries([
            ['second-source', name],
            ['body', body],
          ]);
          const reply = await chrome.runtime.sendMessage(message).then(
            (one: { ok: boolean; error?: string } | undefined) => one,
            () => undefined,
          );
          note(reply === undefined ? 'nobody' : reply.ok ? 'answered' : ((reply.error ?? '').split(':')[0] ?? ''));
        }
        return outcomes;
      };
      // A body that is no request of its name; those that take none ("null") are left to the others.
      const plain = bodies.filter(([, body]) => body !== null) as unknown as Json;
      const before = await ask('saved-list', { words: '' });
      const fromPage = await bench.extension.inReader(page, send, plain);
      const fromOwn = await bench.extension.inExtension(send, plain);
      for (const outcomes of [fromPage, fromOwn]) {
        expect(
          Object.keys(outcomes).filter((what) => !/^(nobody|not understood|not from there|answered)$/.test(what)),
          `seed ${SEED}`,
        ).toEqual([]);
        expect(outcomes['not understood'] ?? 0).toBeGreaterThan(10);
      }
      const valid: Json = [
        ['saved-list', { words: '' }],
        ['delete-saved', { id: 'saved-private' }],
        ['reinstall-corpus', null],
        ['packs-changed', null],
        ['ledger', null],
        ['draft-save', { tab: 1 }],
      ];
      expect(await bench.extension.inReader(page, send, valid)).toEqual({ 'not from there': 6 });
      const large: Json = [
        [
          'analyse',
          {
            url: '',
            dates: [],
            language: 'en',
            title: '',
            blocks: [{ id: 0, text: 'x'.repeat(2_000_001), kind: 'paragraph', section: 0 }],
          },
        ],
      ];
      expect(await bench.extension.inReader(page, send, large)).toEqual({ 'not understood': 1 });
      expect(await ask('saved-list', { words: '' })).toBe(before);
      seen.result(
        '400 messages of any shape from a page’s reader and 400 from a page of ours, six valid ones from the wrong place, one too large: each refused by name; nothing changed',
      );
      expect(await bench.extension.inExtension(send, [['corpus-state', null]] as Json)).toEqual({ answered: 1 });
      seen.control('a valid message from the right place is answered by the same probe');
      expect(await bench.extension.takeErrors()).toEqual([]);
      await page.close();
    }),
  );

  it(
    'S13 cannot question the corpus of the reader',
    row(subject('S13', 'a page finds out by its words what the reader has'), async (seen) => {
      const observed = async () => {
        const page = await open('/s13');
        await until('marks', async () => (await marks(page)).includes(FIGURE));
        const found = await page.evaluate(() => [attack.names().length, attack.texts().sort(), attack.added()]);
        await page.close();
        return JSON.stringify(found);
      };
      const before = await observed();
      await savePage('The Island Line has 17 ferries in service between the islands', 'Private Courier');
      expect(await observed()).toBe(before);
      await addPack('private.json', ferries(14, '1.0.0'));
      const on = await observed();
      expect(on).not.toBe(before);
      seen.control('with the reader’s pack switched on, the same page sees more marks');
      await options.page.bringToFront();
      await press(options, 'Use Ferries');
      await until('the same as before', async () => (await observed()) === before);
      seen.result('1,000 sentences of its words: no difference by saved pages, nor by a pack that is switched off');
      await removePack();
    }),
  );

  it(
    'S15 cannot choke us by its size',
    row(subject('S15', 'packs that are bombs'), async (seen) => {
      const before = await ask('corpus-state', null);
      const pack = JSON.stringify(ferries(14, '1.0.0'));
      const many = { ...ferries(14, '1.0.0'), documents: Array.from({ length: 1_000_000 }, () => 0) };
      const twice = { ...ferries(14, '1.0.0') };
      twice.documents = [...twice.documents, ...twice.documents];
      const bombs: [string, string | Uint8Array, RegExp][] = [
        ['bomb.json.gz', gzipSync(Buffer.alloc(UNPACKED_BOMB_BYTES, 32)), /MB|large/i],
        ['many.json', JSON.stringify(many), /1,000,000|50,000|most/],
        ['deep.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, /deep|inside|32/i],
        ['infinite.json', pack.replace('"value":14', '"value":1e400'), /value|number/i],
        ['nan.json', pack.replace('"value":14', '"value":NaN'), /JSON/],
        ['twice.json', JSON.stringify(twice), /doc-a/],
        ['half.json', pack.slice(0, 700), /middle/],
        [
          'long.json',
          JSON.stringify({ ...ferries(14, '1.0.0'), vocabulary: { x: ['y'.repeat(100_000)] } }),
          /x|long|most/i,
        ],
      ];
      for (const [name, content, why] of bombs) expect(await refused(name, content), name).toMatch(why);
      expect(await ask('corpus-state', null)).toBe(before);
      seen.result(
        `${bombs.length} kinds (170 MB in 170 kB, 1,000,000 records, 10,000 levels, 1e400, NaN, twice, half, one long word): each refused with its reason, nothing taken in`,
      );
      await addPack('good.json', ferries(14, '1.0.0'));
      seen.control('a good pack goes through the same box');
      await removePack();
    }),
  );

  it(
    'S16 cannot reach into prototypes',
    row(subject('S16', 'keys of a file change all objects'), async (seen) => {
      const polluted = () =>
        Promise.all([options.evaluate(() => 'polluted' in {}), bench.extension.inExtension(() => 'polluted' in {})]);
      const text = JSON.stringify(ferries(14, '1.0.0'));
      const places = [
        '{"manifest":{',
        '"entities":[{',
        '"measures":[{',
        '"documents":[{',
        '"claims":[{',
        '"quantity":{',
        '"vocabulary":{',
      ];
      let tried = 0;
      for (const key of ['__proto__', 'constructor', 'prototype'])
        for (const place of places) {
          const bad = text.replace(
            place,
            `${place}"${key}":{"polluted":1}${place.startsWith('"vocabulary') ? '' : ','}`,
          );
          expect(bad).not.toBe(text);
          expect(await refused(`proto-${tried}.json`, bad)).toContain(key);
          tried++;
        }
      expect(await polluted()).toEqual([false, false]);
      seen.result(`${tried} packs with such keys at every level refused by name; no object changed`);
      await options.evaluate(() => {
        Object.assign(Object.prototype, { polluted: 1 });
      });
      expect((await polluted())[0]).toBe(true);
      await options.evaluate(() => {
        delete (Object.prototype as { polluted?: number }).polluted;
      });
      seen.control('a planted property on all objects is seen');
    }),
  );

  it(
    'S17 cannot pass a pack off as another’s',
    row(subject('S17', 'a pack is forged, or swapped in silence'), async (seen) => {
      const [author, stranger] = await Promise.all([makeKeys(), makeKeys()]);
      const signed = async (pack: Pack, keys = author) => ({ ...pack, signature: await signPack(pack, keys) });
      await addPack('signed.json', await signed(ferries(14, '1.0.0')));
      await addPack('signed-2.json', await signed(ferries(15, '1.1.0')), 'Update pack', 'updated to version 1.1.0');
      seen.control('a pack with its author’s signature is added, and updated by the same key');
      const next = ferries(16, '1.2.0');
      const good = await signed(next);
      const flips = flipped(JSON.stringify(good), [
        '"value":16',
        '"1.2.0"',
        'Harbour Post',
        good.signature.value.slice(3, 9),
        good.signature.key.slice(3, 9),
      ]);
      expect(flips).toHaveLength(5);
      for (const [i, file] of flips.entries()) await refused(`flipped-${i}.json`, file);
      expect(await refused('stranger.json', JSON.stringify(await signed(next, stranger)))).toMatch(/another key/);
      expect(await refused('unsigned.json', JSON.stringify(next))).toMatch(/not signed/);
      expect(
        await refused(
          'bundled.json',
          JSON.stringify({ ...next, manifest: { ...next.manifest, id: 'coalition-of-the-willing' } }),
        ),
      ).toMatch(/comes with/);
      // An older version with a good signature is the author's own: it is said, and it is the reader's to decide.
      await options.page.bringToFront();
      await giveFile(options, 'older.json', JSON.stringify(await signed(ferries(14, '1.0.0'))));
      await says(options, 'An older version: from 1.1.0');
      await press(options, 'Cancel');
      // What stood below the preview moves up, also under a mouse that was sent to it before.
      await until('the preview to go', async () => !(await options.text()).includes('An older version'));
      expect(await ask('corpus-state', null)).toContain('"version":"1.1.0"');
      seen.result(
        '5 flips in content, signature and key, another key, no signature, a bundled id: refused; an older version is called so',
      );
      await removePack();
    }),
  );

  it('leaves no error anywhere', async () => {
    // Pages that we planted markup and addresses in.
    const errors = await bench.extension.takeErrors();
    expect(errors.filter((text) => !/xss|Content.Security.Policy|javascript:/i.test(text))).toEqual([]);
  });
});

/** A fleet of so many, by one source with an address. */
function ferries(value: number, version: string, url = 'https://harbour.example/ferries'): Pack {
  const document = {
    ...sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', value)], ['northland']),
    url,
  };
  const other = {
    ...sampleDocument('doc-b', [figureClaim('b-1', 'ferries-in-service', value)], ['northland']),
    outlet: 'Island Radio',
    url,
  };
  return samplePack({ version, documents: [document, other] });
}

/** A pack whose every text that is shown ends in the same bad words. */
function polyglotPack(bad: string): Pack {
  const pack = ferries(14, '1.0.0');
  const { manifest } = pack;
  manifest.description += bad;
  manifest.selection += bad;
  manifest.unknowns = [bad];
  manifest.corrections = [{ date: '2025-05-01', what: bad }];
  for (const entity of pack.entities) entity.name += bad;
  for (const measure of pack.measures) {
    measure.label += bad;
    measure.definition += bad;
  }
  for (const document of pack.documents) {
    document.title += bad;
    document.outlet += bad.slice(0, 60);
    document.summary += bad;
  }
  return pack;
}

/** Elements that our views never have, and whether the bad words can be seen as words. */
async function foreignMarkup(view: View): Promise<{ elements: string[]; shown: boolean }> {
  const elements = await view.evaluate((root) =>
    [...root.querySelectorAll('img, iframe, object, embed, script:not([src]), [onerror], [onload]')].map(
      (one) => one.outerHTML,
    ),
  );
  const shown = await view.evaluate((root) =>
    (root.textContent ?? (root as Document).body.textContent ?? '').includes('<img/src='),
  );
  return { elements, shown };
}

/** Links that are not http or https. */
const badLinks = (view: View): Promise<number> =>
  view.evaluate(
    (root) =>
      [...root.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
        (one) => !/^(https?|chrome-extension|moz-extension):$/.test(one.protocol),
      ).length,
  );

/** The text with one letter or digit inside each of these parts changed. */
function flipped(text: string, parts: readonly string[]): string[] {
  return parts
    .filter((part) => text.includes(part))
    .map((part) => {
      const at = text.indexOf(part) + part.search(/[a-zA-Z0-9](?=[^a-zA-Z0-9]*$)/);
      const letter = text[at] ?? '';
      return (
        text.slice(0, at) +
        (/\d/.test(letter) ? (letter === '1' ? '2' : '1') : letter === 'A' ? 'B' : 'A') +
        text.slice(at + 1)
      );
    });
}
