/** Packs of the reader's, from the file to the marks on a page and back out, in the built extension. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { BackupFile } from '../../corpus/backup.ts';
import { FILE_BYTES_MOST } from '../../corpus/pack-limits.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { makeKeys, signPack } from '../../corpus/signature.ts';
import { type Dismissal, keyOf } from '../../utils/dismissals.ts';
import { type ExtensionBrowser, hover, pressByMouse, until } from '../tools/extension.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';
import { giveFile, giveLargeFile, importPack, type Own, press, rows, rowsHash, says } from './pack-tools.ts';
import { type Bench, inBrowsers, marks } from './tools.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Ferries</title>
  <meta property="article:published_time" content="2025-05-02T10:00:00Z"></head><body><article>
  <h1>Ferries between the islands</h1>
  <p>Between the islands of Northland 20 ferries are in service this week, says the operator. Ferries to the other
  islands go on as before, and nobody expects that to change before the summer.</p></article></body></html>`;
const FIGURE = '20 ferries';

/** A fleet of so many, by two sources. */
const fleet = (value: number, version: string): Pack =>
  samplePack({
    version,
    documents: [
      sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', value)], ['northland']),
      {
        ...sampleDocument('doc-b', [figureClaim('b-1', 'ferries-in-service', value)], ['northland']),
        outlet: 'Island Radio',
      },
    ],
  });

async function openPage(bench: Bench) {
  return bench.extension.open(`${bench.server.url}/ferries.html`);
}

inBrowsers('a pack of the reader’s', { pages: { '/ferries.html': PAGE } }, (bench) => {
  const keys = makeKeys();
  const signed = async (pack: Pack, by = keys) => ({ ...pack, signature: await signPack(pack, await by) });
  let options: Own;

  it('marks a page that was open already, once it is imported', async () => {
    await bench.extension.grantAllSites();
    const page = await openPage(bench);
    options = await bench.extension.openOwn('options.html');
    await says(options, 'comes with Second Source');
    expect(await marks(page)).toEqual([]);
    const file = gzipSync(JSON.stringify(await signed(fleet(14, '1.0.0'))));
    await giveFile(options, 'ferries.json.gz', file, 'drop');
    await says(options, 'The key will be remembered');
    expect(await options.text()).toContain('2 sources, 2 claims');
    await press(options, 'Add pack');
    await says(options, 'Ferries was added.');
    expect(await options.text()).toMatch(/signed, key [0-9a-f]{4}-/);
    // Inside what is folded up: what the pack is made of, counted from its own documents.
    const folded = await options.evaluate((root) => root.querySelector('main')?.textContent ?? '');
    expect(folded).toContain('2 figures, 0 positions and 0 other facts');
    expect(folded).toContain('Island Radio');
    await page.bringToFront();
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await hover(page, FIGURE);
    const card = await until('the card', () => bench.extension.card(page).text());
    expect(card).toContain('Ferries in service');
    expect(card).toContain('14');
    await page.close();
  });

  it('tells what an update changes, and changes it', async () => {
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await options.page.bringToFront();
    await giveFile(options, 'ferries-1.1.0.json', JSON.stringify(await signed(fleet(20, '1.1.0'))));
    await says(options, 'From version 1.0.0 to 1.1.0');
    await press(options, 'Update pack');
    await says(options, 'was updated to version 1.1.0');
    await page.bringToFront();
    // Nothing conflicts any more: the sources now say what the page says.
    await until('no conflict', async () => (await bench.extension.badge(page)) === '');
    const panel = await bench.extension.panel(page);
    await until('agreement', async () => (await panel.text()).includes('Agrees'));
    await page.close();
  });

  it('is not used while it is off', async () => {
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).length > 0);
    await options.page.bringToFront();
    await press(options, 'Use Ferries');
    await page.bringToFront();
    await until('no marks', async () => (await marks(page)).length === 0);
    await options.page.bringToFront();
    await press(options, 'Use Ferries');
    await page.bringToFront();
    await until('marks', async () => (await marks(page)).length > 0);
    await page.close();
  });

  it('goes when it is removed, and comes back by Undo', async () => {
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).length > 0);
    await options.page.bringToFront();
    await press(options, 'Remove Ferries');
    await says(options, 'Ferries was removed.');
    await page.bringToFront();
    await until('no marks', async () => (await marks(page)).length === 0);
    await options.page.bringToFront();
    await press(options, 'Undo');
    await page.bringToFront();
    await until('marks', async () => (await marks(page)).length > 0);
    await page.close();
    await options.page.bringToFront();
  });

  it('is refused, with the database unchanged, where the file is bad', async () => {
    const good = JSON.stringify(await signed(fleet(20, '1.2.0')));
    const stranger = makeKeys();
    const plain = JSON.stringify(samplePack({ id: 'other' }));
    const bad: [name: string, content: string | Uint8Array, expected: string][] = [
      ['half.json', good.slice(0, good.length / 2), 'ends in the middle'],
      ['corrupt.json.gz', gzipSync(plain).subarray(0, 200), 'damaged'],
      ['page.json', '<!doctype html>', 'no JSON'],
      ['latin.json', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), 'not in UTF-8'],
      ['bomb.json.gz', gzipSync(Buffer.alloc(170 * 1024 * 1024, ' ')), 'unpacks to more than'],
      ['deep.json', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'more than 32 deep'],
      ['proto.json', plain.replace('{', '{"__proto__": {"x": 1},'), 'the name “__proto__” is not allowed'],
      ['twice.json', plain.replace('"doc-a"', '"doc-b"'), 'documents: “doc-b” twice'],
      [
        'measure.json',
        plain.replace('"measure":"ferries-ordered"', '"measure":"trams"'),
        'claims[1].measure: no measure “trams”',
      ],
      ['format.json', plain.replace('"format":1', '"format":9'), 'Update Second Source'],
      ['stranger.json', JSON.stringify(await signed(fleet(9, '9.0.0'), stranger)), 'signed by another key'],
      ['unsigned.json', JSON.stringify(fleet(9, '9.0.0')), 'this file is not signed'],
      ['tampered.json', good.replace('Island Radio', 'Island Radyo'), 'changed after it was signed'],
      [
        'bundled.json',
        JSON.stringify(samplePack({ id: 'coalition-of-the-willing' })),
        'comes with Second Source, which',
      ],
    ];
    const before = await rowsHash(bench.extension);
    const refused = async (name: string, expected: string) => {
      await says(options, `${name} was not imported.`);
      expect(await options.text(), name).toContain(expected);
      await press(options, 'Close');
      expect(await rowsHash(bench.extension), `the database after ${name}`).toBe(before);
    };
    for (const [name, content, expected] of bad) {
      await giveFile(options, name, content);
      await refused(name, expected);
    }
    await giveLargeFile(options, 'large.json', FILE_BYTES_MOST + 1);
    await refused('large.json', 'larger than 64 MB');
  });

  it('survives the end of the background and of the browser’s page', async () => {
    await bench.extension.killBackground();
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await page.close();
  });

  it('leaves nothing of an import whose page was closed in the middle', async () => {
    const before = await rows(bench.extension);
    const claims = (at: number) =>
      Array.from({ length: 500 }, (_, i) => figureClaim(`c-${at}-${i}`, 'ferries-in-service', i));
    const large = samplePack({
      id: 'large',
      documents: Array.from({ length: 40 }, (_, i) => sampleDocument(`doc-${i}`, claims(i), ['northland'])),
    });
    const other = await bench.extension.openOwn('options.html');
    await importPack(other, 'large.json', large);
    // A machine that looks seldom may find it written already.
    await until('the writing', async () => /Writing large\.json|was added/.test(await other.text()));
    await other.page.close();
    await bench.extension.killBackground();
    // The next page that asks starts the background, which tidies up.
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await until('the rows of before, or all of it', async () => {
      const now = await rows(bench.extension);
      return now === before || now.includes('"ready":"large@');
    });
    await page.close();
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

inBrowsers('a browser that keeps nothing', { only: ['firefox'], withoutHistory: true }, (bench) => {
  it('says why no pack can be imported, and lists what comes with the build', async () => {
    const options = await bench.extension.openOwn('options.html');
    await says(options, 'Packs cannot be imported here');
    expect(await options.text()).toContain('comes with Second Source');
  });
});

/** The next file that the settings give out, as base64, in place of the browser's own saving of it. */
async function givenOut(options: Own, act: () => Promise<void>): Promise<string> {
  await options.evaluate(() => {
    const own = window as unknown as { given?: string };
    delete own.given;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.arrayBuffer().then((bytes) => {
        let text = '';
        for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
        own.given = btoa(text);
      });
      return make(blob);
    };
  });
  await act();
  return until('the file', () => options.evaluate(() => (window as unknown as { given?: string }).given ?? ''));
}

async function giveBackup(options: Own, content: string | Uint8Array): Promise<void> {
  const base64 = Buffer.from(content).toString('base64');
  await until('the box for a backup', () =>
    options.evaluate((root) => root.querySelector('[aria-labelledby=data] input') !== null),
  );
  await options.evaluate((root, data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'backup.json.gz'));
    const input = root.querySelector<HTMLInputElement>('[aria-labelledby=data] input');
    if (!input) throw new Error('no input');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, base64);
}

const savedTitles = (extension: ExtensionBrowser): Promise<string[]> =>
  extension.inExtension(async () => {
    const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const reply = await runtime.sendMessage({ 'second-source': 'saved-list', body: { words: '' } });
    return (reply.value.pages as { title: string }[]).map((page) => page.title);
  });

const stored = (extension: ExtensionBrowser): Promise<string> =>
  extension.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const all = { ...(await storage.sync.get(null)) } as Record<string, unknown>;
    return JSON.stringify(Object.entries(all).sort());
  });

/** What somebody said on a page. */
const DISMISSED: Dismissal = {
  kind: 'name',
  pack: 'ferries',
  entity: 'northland',
  form: 'northland',
  surface: 'Northland',
  name: 'Northland',
};

async function savedBackup(options: Own): Promise<Buffer> {
  const base64 = await givenOut(options, () => press(options, 'Save a backup'));
  await says(options, 'Saved as second-source-backup-');
  return Buffer.from(base64, 'base64');
}

/** All but the day. */
function contentOf(backup: Buffer): Omit<BackupFile, 'made'> {
  const { made: _, ...content } = JSON.parse(gunzipSync(backup).toString('utf8')) as BackupFile;
  return content;
}

/** By browser: for a profile that knows nothing of the one before. */
const backups = new Map<string, Buffer>();

inBrowsers('the reader’s data', { pages: { '/ferries.html': PAGE } }, (bench) => {
  let options: Own;
  let backup: Buffer;

  it('goes into one file', async () => {
    await bench.extension.grantAllSites();
    options = await bench.extension.openOwn('options.html');
    await importPack(options, 'ferries.json', fleet(14, '1.0.0'));
    await says(options, 'Ferries was added.');
    await bench.extension.inExtension(async () => {
      const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      await storage.sync.set({ theme: 'dark', 'siteOff:off.example': true });
    });
    await says(options, 'off.example');
    const answer = await bench.extension.inExtension(async () => {
      const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const document = {
        id: 'saved-ferries',
        outlet: 'news.example',
        title: 'A page of mine',
        url: 'https://news.example/mine',
        language: 'en',
        kind: 'news',
        summary: 'Ferries.',
        entities: [],
        claims: [],
      };
      const body = {
        format: 1,
        id: document.id,
        savedAt: '2025-05-03T10:00:00.000Z',
        blocks: [{ kind: 'paragraph', text: 'Twenty ferries.' }],
        document,
      };
      return JSON.stringify(await runtime.sendMessage({ 'second-source': 'save-page', body }));
    });
    expect(answer).toContain('"ok":true,"value":{"ok":true');
    await bench.extension.inExtension(
      async (dismissed) => {
        const { storage } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
        await storage.local.set(JSON.parse(dismissed));
      },
      JSON.stringify({ [`dismissed:${keyOf(DISMISSED)}`]: DISMISSED }),
    );
    backup = await savedBackup(options);
    expect([backup[0], backup[1]]).toEqual([0x1f, 0x8b]);
    expect(contentOf(backup).own.dismissals).toEqual([DISMISSED]);
    backups.set(bench.extension.name, backup);
  });

  it('is gone after Erase everything, which asks first', async () => {
    const before = await rows(bench.extension);
    await press(options, 'Erase everything…');
    await says(options, 'This cannot be undone');
    await press(options, 'Cancel');
    expect(await rows(bench.extension)).toBe(before);
    await press(options, 'Erase everything…');
    await press(options, 'Erase everything');
    await says(options, 'Everything was erased.');
    expect(await rows(bench.extension)).not.toContain('ferries@');
    expect(await stored(bench.extension)).toBe('[]');
    expect(await savedTitles(bench.extension)).toEqual([]);
    await until('the pack of the build', async () => (await rows(bench.extension)).includes('"ready":"coalition'));
  });

  it('comes back from the file, and the pack works as before', async () => {
    // Permissions were taken back, too, and are no part of a backup: the reader chooses again.
    await until('the choice', () =>
      options.evaluate((root) => {
        const choice = [...root.querySelectorAll('button')].find(
          (one) => one.querySelector('b')?.textContent === 'All sites',
        );
        choice?.setAttribute('data-test', 'all-sites');
        return choice !== undefined;
      }),
    );
    await pressByMouse(options, '[data-test=all-sites]');
    await giveBackup(options, backup);
    await says(options, '1 imported pack: Ferries');
    expect(await options.text()).toContain('2 entries of your own');
    await press(options, 'Restore');
    await says(options, 'The backup was restored.');
    expect(await stored(bench.extension)).toBe('[["siteOff:off.example",true],["theme","dark"]]');
    expect(await savedTitles(bench.extension)).toEqual(['A page of mine']);
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await page.close();
    await options.page.bringToFront();
  });

  it('stays as it is where the file is bad', async () => {
    const before = await rows(bench.extension);
    const bad: [string, string | Uint8Array, string][] = [
      ['half', backup.subarray(0, backup.length / 2), 'damaged'],
      ['a pack', JSON.stringify(samplePack()), 'This is a pack, not a backup'],
      [
        'polluted',
        '{"backup": 1, "made": "2026-01-01", "settings": {"__proto__": 1}, "packs": [], "off": [], "own": {}}',
        '__proto__',
      ],
    ];
    for (const [name, content, expected] of bad) {
      await giveBackup(options, content);
      const text = await until(`the refusal of ${name}`, async () => {
        const now = await options.text();
        return now.includes('was not restored. Nothing was changed.') ? now : null;
      });
      expect(text, name).toContain(expected);
      await press(options, 'Close');
    }
    expect(await rows(bench.extension)).toBe(before);
  });

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

inBrowsers('a fresh profile', { pages: { '/ferries.html': PAGE } }, (bench) => {
  it('has after a restore all that was in the backup, and nothing else', async () => {
    const backup = backups.get(bench.extension.name);
    if (!backup) throw new Error('no backup was made');
    await bench.extension.grantAllSites();
    const options = await bench.extension.openOwn('options.html');
    await says(options, 'comes with Second Source');
    expect(await savedTitles(bench.extension)).toEqual([]);
    await giveBackup(options, backup);
    await says(options, '1 imported pack: Ferries');
    await press(options, 'Restore');
    await says(options, 'The backup was restored.');
    expect(contentOf(await savedBackup(options))).toEqual(contentOf(backup));
    const page = await openPage(bench);
    await until('marks', async () => (await marks(page)).includes(FIGURE));
    await page.close();
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
