/**
 * `npm run bench:corpus`: what a page costs in the background, with the bundled pack alone and with a hundred times as much
 * beside it. Runs the background's own code in a worker of Chromium. Prints a section and writes it to BENCHMARKS.md and
 * out/bench/corpus.json.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page, WebWorker } from 'puppeteer-core';
import type { BundledPack } from '../../corpus/install.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { browserVersion, launchPlain } from '../tools/browsers.ts';
import { PACK_DIRECTORY } from '../tools/packs.ts';
import { type MadePage, servePages } from '../tools/serve.ts';
import { LARGE, syntheticPack } from '../tools/synthetic-pack.ts';
import { FIGURES_ON_PAGE, NAMES_ON_PAGE, type PageMaker, pageMaker, queriesOf } from './corpus-pages.ts';
import type { CorpusWorker, PageTime } from './corpus-worker.ts';
import { machine, table, writeSection } from './section.ts';
import { quantile, short, spreadOf } from './statistics.ts';

/** `--quick`: while working on something; nothing is written. */
const QUICK = process.argv.includes('--quick');
/** Pages read in each corpus; every one is another. */
const PAGES = QUICK ? 15 : 60;
/** Queries typed in each corpus, letter by letter. */
const QUERIES = QUICK ? 10 : 40;
const COLD_STARTS = QUICK ? 3 : 15;
const INSTALLS = QUICK ? 1 : 3;
/** A reader who asks while a pack is installed waits this long between two questions. */
const ASK_EVERY_MS = 20;

const progress = (text: string): void => console.error(`… ${Math.round(performance.now() / 1000)} s: ${text}`);
const p95 = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.95,
  );
const spread = (values: readonly number[]): string => {
  const { median, low, high } = spreadOf(values);
  return `${short(median)} (${short(low)}–${short(high)})`;
};

function lineOf(pack: Pack, json: string): BundledPack {
  const { id, version } = pack.manifest;
  const claims = pack.documents.reduce((sum, document) => sum + document.claims.length, 0);
  const hash = createHash('sha256').update(json).digest('hex');
  return { id, version, file: `${id}.json`, hash, documents: pack.documents.length, claims };
}

interface Stage {
  page: Page;
  /** A new worker of the bench. */
  start(): Promise<WebWorker>;
}

async function call<K extends keyof CorpusWorker>(
  worker: WebWorker,
  name: K,
  ...args: Parameters<CorpusWorker[K]>
): Promise<Awaited<ReturnType<CorpusWorker[K]>>> {
  return (await worker.evaluate(`bench.${name}(...${JSON.stringify(args)})`)) as Awaited<ReturnType<CorpusWorker[K]>>;
}

/** Bytes of live objects in the worker, after a collection. */
async function heapOf(worker: WebWorker): Promise<number> {
  await worker.client.send('HeapProfiler.enable');
  await worker.client.send('HeapProfiler.collectGarbage');
  return (await worker.client.send('Runtime.getHeapUsage')).usedSize;
}

/** Time from starting a worker, with everything to be loaded, to the answer for its first page. */
function coldStart({ page }: Stage, task: unknown): Promise<{ total: number; open: number; first: PageTime }> {
  return page.evaluate(async (name) => {
    const start = performance.now();
    const worker = new Worker('/worker.js', { name });
    const answer = await new Promise<{ open: number; first: never }>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
    const total = performance.now() - start;
    worker.terminate();
    return { total, ...answer };
  }, JSON.stringify(task));
}

interface Corpora {
  name: string;
  packs: BundledPack[];
  /** The pack that the pages are about. */
  about: Pack;
  pageOf: PageMaker;
}

async function measure(stage: Stage, small: Corpora, large: Corpora) {
  const worker = await stage.start();
  const before = await heapOf(worker);
  const heap: number[] = [];
  for (const { name, packs } of [small, large]) {
    progress(`opening ${name}`);
    await call(worker, 'open', name, small.packs);
    for (const { file } of packs.slice(small.packs.length))
      await call(
        worker,
        'import',
        name,
        file,
        small.packs.map(({ id }) => id),
      );
  }
  progress('pages');
  const read = new Map<string, PageTime[]>([small, large].map(({ name }) => [name, []]));
  for (const { name, pageOf } of [small, large])
    for (let i = 0; i < 3; i++) await call(worker, 'read', name, pageOf(1000 + i));
  // In turns, so that whatever else the machine does falls on both.
  for (let i = 0; i < PAGES; i++)
    for (const { name, pageOf } of [small, large]) read.get(name)!.push(await call(worker, 'read', name, pageOf(i)));
  progress('search');
  const typed = new Map<string, { open: number; times: number[]; results: number[] }>();
  for (const { name, about } of [small, large]) {
    const open = await call(worker, 'openSearch', name, small.packs);
    const answers = [];
    for (const query of queriesOf(about, QUERIES)) answers.push(await call(worker, 'type', name, query));
    typed.set(name, {
      open,
      times: answers.flatMap(({ times }) => times),
      results: answers.map(({ results }) => results),
    });
  }
  const cold = new Map<string, { total: number; open: number; first: PageTime }[]>();
  for (const corpora of [small, large]) {
    progress(`cold starts of ${corpora.name}`);
    const { name, pageOf } = corpora;
    const task = { name, packs: small.packs, page: pageOf(0) };
    const starts = [];
    for (let i = 0; i < COLD_STARTS; i++) starts.push(await coldStart(stage, task));
    cold.set(name, starts);
    const alone = await stage.start();
    await call(alone, 'open', name, small.packs);
    await call(alone, 'read', name, task.page);
    heap.push((await heapOf(alone)) - before);
    await alone.close();
  }
  await worker.close();
  return { read, typed, cold, heap };
}

/** A reader asks the bundled pack in one worker while another imports the large one as the settings page does, and takes it out. */
async function install(stage: Stage, small: Corpora, large: Corpora) {
  const runs = [];
  const bundled = small.packs.map(({ id }) => id);
  const added = large.packs.at(-1)!;
  for (let i = 0; i < INSTALLS; i++) {
    const name = `install-${i}`;
    progress(name);
    const reader = await stage.start();
    const settings = await stage.start();
    await call(reader, 'open', name, small.packs);
    const page = small.pageOf(0);
    const asking = async <T>(work: () => Promise<T>): Promise<{ waits: number[]; result: T }> => {
      await call(reader, 'ask', name, page, ASK_EVERY_MS);
      const result = await work();
      return { waits: (await call(reader, 'stop')).map((time) => time.whole), result };
    };
    await asking(() => wait(500));
    const alone = await asking(() => wait(2_000));
    const importing = await asking(() => call(settings, 'import', name, added.file, bundled));
    progress(`${name}: removal`);
    const removing = await asking(() => call(settings, 'remove', name, added.id));
    runs.push({ alone: alone.waits, importing, removing });
    await reader.close();
    await settings.close();
    await stage.page.evaluate((database) => void indexedDB.deleteDatabase(database), name);
  }
  return runs;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../out/bench/', import.meta.url));

async function main(): Promise<void> {
  const bundled = readPackDirectory(PACK_DIRECTORY);
  const synthetic = syntheticPack(LARGE);
  const packs = [bundled, synthetic].map((pack) => ({ pack, json: JSON.stringify(pack) }));
  const lines = packs.map(({ pack, json }) => lineOf(pack, json));
  const script = await build({
    entryPoints: [`${HERE}corpus-worker.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome130',
    write: false,
  });
  const made: Record<string, MadePage> = {
    '/': '<!doctype html><meta charset="utf-8"><title>Corpus</title>',
    '/worker.js': { body: script.outputFiles[0]!.text, headers: { 'content-type': 'text/javascript' } },
  };
  packs.forEach(({ json }, i) => {
    made[`/${lines[i]!.file}`] = { body: json, headers: { 'content-type': 'application/json' } };
  });
  const server = await servePages(made);
  const browser = await launchPlain('chrome');
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/`);
    const stage: Stage = {
      page,
      start: async () => {
        const created = new Promise<WebWorker>((done) => page.once('workercreated', done));
        await page.evaluate(
          () =>
            new Promise<void>((done) => {
              new Worker('/worker.js').onmessage = () => done();
            }),
        );
        return created;
      },
    };
    const small: Corpora = { name: 'bundled', packs: lines.slice(0, 1), about: bundled, pageOf: pageMaker(bundled) };
    const large: Corpora = { name: 'synthetic', packs: lines, about: synthetic, pageOf: pageMaker(synthetic) };
    const results = await measure(stage, small, large);
    const installs = await install(stage, small, large);
    report(
      small,
      large,
      packs.map(({ json }) => json.length),
      results,
      installs,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

function report(
  small: Corpora,
  large: Corpora,
  sizes: number[],
  { read, typed, cold, heap }: Awaited<ReturnType<typeof measure>>,
  installs: Awaited<ReturnType<typeof install>>,
): void {
  const columns = [small, large];
  const row = (what: string, of: (corpora: Corpora, i: number) => string, ratio = ''): string[] => [
    what,
    ...columns.map(of),
    ratio,
  ];
  const times = (corpora: Corpora, key: keyof PageTime) => read.get(corpora.name)!.map((time) => time[key]);
  const ratioOf = (value: (corpora: Corpora) => number) => short(value(large) / value(small));
  const p95Of = (key: keyof PageTime) => (corpora: Corpora) => p95(times(corpora, key));
  const body = [
    '## Corpus',
    `\`npm run bench:corpus\`. ${machine()}, ${browserVersion('chrome')}.`,
    `The background's own code in a worker, with the bundled pack alone, and with a synthetic one of ${LARGE.documents} documents, ${LARGE.claims} claims and
${LARGE.names} names beside it (\`test/tools/synthetic-pack.ts\`). Every page has ${NAMES_ON_PAGE} names of the pack in its column and ${FIGURES_ON_PAGE} figures that its rules recognise; ${PAGES}
pages each, in turns in one worker. Median and the middle half; ms where nothing else is said.`,
    table(
      ['', 'bundled', 'with the synthetic', 'ratio'],
      [
        row('documents', ({ packs }) => String(packs.reduce((sum, pack) => sum + pack.documents, 0))),
        row('claims', ({ packs }) => String(packs.reduce((sum, pack) => sum + pack.claims, 0))),
        row('pack as JSON, MB', (_, i) => short(sizes.slice(0, i + 1).reduce((a, b) => a + b) / 1e6)),
        row('names found on a page', (corpora) => spread(times(corpora, 'names'))),
        row('figures with a measure', (corpora) => spread(times(corpora, 'figures'))),
        row('claims beside them in the report', (corpora) => spread(times(corpora, 'compared'))),
        row('report, kB', (corpora) => spread(times(corpora, 'characters').map((n) => n / 1000))),
        row('look-up for a page', (corpora) => spread(times(corpora, 'lookUp'))),
        row('look-up for a page, p95', (corpora) => short(p95Of('lookUp')(corpora)), ratioOf(p95Of('lookUp'))),
        row('whole answer for a page', (corpora) => spread(times(corpora, 'whole'))),
        row('whole answer for a page, p95', (corpora) => short(p95Of('whole')(corpora)), ratioOf(p95Of('whole'))),
        row('cold start: worker to first answer', ({ name }) => spread(cold.get(name)!.map((start) => start.total))),
        row('– of which opening the corpus', ({ name }) => spread(cold.get(name)!.map((start) => start.open))),
        row('– of which the first page', ({ name }) => spread(cold.get(name)!.map((start) => start.first.whole))),
        row('search: opening the indexes', ({ name }) => short(typed.get(name)!.open)),
        row('search: an answer as one types', ({ name }) => spread(typed.get(name)!.times)),
        row(
          'search, p95',
          ({ name }) => short(p95(typed.get(name)!.times)),
          ratioOf(({ name }) => p95(typed.get(name)!.times)),
        ),
        row(
          'search: queries with results, of all',
          ({ name }) => `${typed.get(name)!.results.filter(Boolean).length} of ${QUERIES}`,
        ),
        row('memory of the worker, MB', (_, i) => short(heap[i]! / 1e6)),
      ],
    ),
    `Aims: the search's p95 at most 30 ms; the look-up's p95 with the synthetic pack within 3 times that with the bundled one: ${short(p95Of('lookUp')(large) / p95Of('lookUp')(small))}.`,
    `Importing the synthetic pack as the settings page does takes ${spread(installs.map(({ importing: { result } }) => result.check / 1000))} s to check and ${spread(installs.map(({ importing: { result } }) => result.write / 1000))} s to write
(${INSTALLS} runs); taking it out takes ${spread(installs.map(({ removing }) => removing.result.out))} ms until no reader sees it and ${spread(installs.map(({ removing }) => removing.result.gone / 1000))} s until its rows are gone (aim: 5). Meanwhile a reader in
another worker asks for a page of the bundled pack, again and again, ${ASK_EVERY_MS} ms after each answer:`,
    table(
      ['', 'answer, ms', 'p95', 'longest in each run'],
      [
        ['before', installs.map(({ alone }) => alone)] as const,
        ['while it is imported', installs.map(({ importing }) => importing.waits)] as const,
        ['while it is taken out', installs.map(({ removing }) => removing.waits)] as const,
      ].map(([what, waits]) => [
        what,
        spread(waits.flat()),
        short(p95(waits.flat())),
        waits.map((run) => short(Math.max(...run))).join(', '),
      ]),
    ),
    'Aim: nobody waits more than 100 ms longer for an import than before.',
  ].join('\n\n');
  console.log(body);
  if (QUICK) return;
  writeSection('corpus', body);
  mkdirSync(OUT, { recursive: true });
  const json = {
    machine: machine(),
    browser: browserVersion('chrome'),
    read: Object.fromEntries(read),
    typed: Object.fromEntries(typed),
    cold: Object.fromEntries(cold),
    heap,
    installs,
  };
  writeFileSync(`${OUT}corpus.json`, JSON.stringify(json, null, 1));
}

await main();
