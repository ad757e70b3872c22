/**
 * `npm run bench:page`: what a page's own thread pays for us, in real Chromium. Twice: our modules in a page, step by step,
 * beside one read of the text and what people would use instead; and the built extension, from traces of the browser.
 * Needs `npm run build`. Prints a section, writes it to BENCHMARKS.md and everything to out/bench/page.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { analysePage } from '../../corpus/analyse.ts';
import { type GateData, makeGate, mergeGates } from '../../utils/language/gate.ts';
import type { Report } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';
import { browserVersion, launchPlain } from '../tools/browsers.ts';
import { type ExtensionBrowser, openExtension } from '../tools/extension.ts';
import { openPackByName } from '../tools/packs.ts';
import { type MadePage, type PageServer, servePages } from '../tools/serve.ts';
import type { PageBench } from './page-in-page.ts';
import { busyShare, CARD_DELAY_MS, cardTimes } from './page-living.ts';
import { NAMES, PAGES } from './page-pages.ts';
import { costOf, type PageCost, traced } from './page-trace.ts';
import { machine, table, versionOf, writeSection } from './section.ts';
import { short, spreadOf } from './statistics.ts';

/** `--quick`: while working on something; nothing is written. */
const QUICK = process.argv.includes('--quick');
const RUNS = QUICK ? 4 : 15;
const FIRST_RUNS = QUICK ? 4 : 15;
/** Rivals take seconds on long pages. */
const RIVAL_RUNS = QUICK ? 1 : 15;
const RIVAL_WORDS = 10_000;
const MARKED = 'marks-are-there';
/** After the marks: time for what else there is to do. */
const AFTER_MS = 300;
const PATIENCE_MS = 20_000;

declare global {
  /** Only inside pages. */
  var bench: PageBench;
}

const progress = (text: string): void => console.error(`… ${Math.round(performance.now() / 1000)} s: ${text}`);
const wait = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));
const spread = (values: readonly number[], factor = 1): string => {
  const { median, low, high } = spreadOf(values.map((value) => value * factor));
  return `${short(median)} (${short(low)}–${short(high)})`;
};
const median = (values: readonly number[]): number => spreadOf(values).median;

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../out/bench/', import.meta.url));
/** Clocks are exact to five microseconds only in such pages. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const pathOf = (name: string): string => `/${name.replace(/\W+/g, '-')}.html`;

/** Path of a rival's script for pages; null where the package is not installed. */
function rivalScript(file: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch {
    return null;
  }
}

interface Steps {
  /** By step and rival, ms of each run. */
  turns: Record<string, number[]>;
  first: { ours: number; textContent: number }[];
  markJs: number[];
  compromise: number[];
  elements: number;
  characters: number;
  marks: number;
}

async function load(page: Page, url: string, script: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(script);
}

/** Our modules in a page: steady state in one page, first runs in a fresh one each. */
async function measureSteps(
  browser: Browser,
  server: PageServer,
  name: string,
  gate: GateData,
  script: string,
): Promise<Steps> {
  const url = server.url + pathOf(name);
  const page = await browser.newPage();
  await load(page, url, script);
  const text = await page.evaluate((data) => bench.text(data), gate);
  const report = text ? await analysePage(text, openPackByName(), { words: makeWords('en') }) : null;
  const answer = report && { ok: true as const, report, corpus: { state: 'ready' as const } };
  const turns: Record<string, number[]> = {};
  await page.evaluate((data, given) => bench.turn(data, given), gate, answer); // warm
  for (let run = 0; run < RUNS; run++) {
    const times = await page.evaluate((data, given) => bench.turn(data, given), gate, answer);
    for (const [step, time] of Object.entries(times)) turns[step] = [...(turns[step] ?? []), time];
  }
  const size = await page.evaluate(() => ({
    elements: document.body.querySelectorAll('*').length,
    characters: document.body.textContent?.length ?? 0,
  }));
  const first: Steps['first'] = [];
  for (let run = 0; run < FIRST_RUNS; run++) {
    await load(page, url, script);
    first.push(await page.evaluate((data, given) => bench.first(data, given), gate, answer));
  }
  const rivals = { markJs: [] as number[], compromise: [] as number[] };
  if (PAGES[name]!.words <= RIVAL_WORDS) {
    for (const [key, file] of [
      ['markJs', 'mark.js/dist/mark.min.js'],
      ['compromise', 'compromise'],
    ] as const) {
      const path =
        key === 'compromise' ? rivalScript(file)?.replace(/builds.*|src.*/, 'builds/compromise.js') : rivalScript(file);
      if (!path) continue;
      await load(page, url, script);
      await page.addScriptTag({ path });
      for (let run = 0; run < RIVAL_RUNS; run++)
        rivals[key].push(
          key === 'markJs'
            ? await page.evaluate((names) => bench.markJs(names), NAMES)
            : await page.evaluate(() => bench.compromise()),
        );
    }
  }
  await page.close();
  return { turns, first, ...rivals, ...size, marks: report ? marksOf(report) : 0 };
}

const marksOf = (report: Report): number =>
  report.items.filter((item) => item.measure !== null && item.verdict !== 'only here').length +
  report.mentions.filter((mention) => mention.first).length;

interface Visit extends PageCost {
  /** Bytes of live objects of the page's thread with us, less those without. */
  heap: number;
}

/** A busy browser loses parts of its trace: such a visit is made again, at most so often. */
const TRIES = 3;

/** Loads a page with the extension in it and reads the trace. */
async function visit(extension: ExtensionBrowser, url: string, marked: boolean): Promise<Visit> {
  for (let tries = 0; tries < TRIES; tries++) {
    const made = await tryVisit(extension, url, marked);
    if (made) return made;
  }
  throw new Error(`the reader did not run on ${url}`);
}

/** Null where the trace does not hold the start of our script. */
async function tryVisit(extension: ExtensionBrowser, url: string, marked: boolean): Promise<Visit | null> {
  const page = await extension.open('about:blank');
  // The marks' style sheet is the one thing that a page can notice at once. (No named functions: see `whereIs`.)
  await page.evaluateOnNewDocument((mark) => {
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records, observer) => {
        if (!records.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof HTMLStyleElement))) return;
        performance.mark(mark);
        Object.assign(globalThis, { isMarked: true });
        observer.disconnect();
      }).observe(document.documentElement, { childList: true });
    });
  }, MARKED);
  const events = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'load' });
    if (marked) await page.waitForFunction('globalThis.isMarked === true', { timeout: PATIENCE_MS, polling: 100 });
    await wait(marked ? AFTER_MS : 1_000);
  });
  const heap = await heapOf(page);
  await page.close();
  const cost = costOf(events, 'reader.js', MARKED);
  return cost && { ...cost, heap };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

type Visits = Record<string, { warm: Visit[]; stopped: Visit[]; alone: number[] }>;

/** Shares of one core, and milliseconds. */
interface Living {
  without: number;
  withUs: number;
  cards: number[];
}

/** Which page changes, and where cards are shown. */
const LIVING = '10,000 words';
const CARDS = '1,000 words';
const LIVING_SECONDS = QUICK ? 5 : 30;

async function measureExtension(server: PageServer): Promise<{ visits: Visits; living: Living }> {
  const living: Living = { without: Number.NaN, withUs: Number.NaN, cards: [] };
  const extension = await openExtension('chrome');
  const visits: Visits = {};
  try {
    // Heap without us first: nothing is granted yet.
    for (const name of Object.keys(PAGES)) {
      visits[name] = { warm: [], stopped: [], alone: [] };
      for (let run = 0; run < Math.min(RUNS, 3); run++) {
        const page = await extension.open(server.url + pathOf(name));
        visits[name].alone.push(await heapOf(page));
        await page.close();
      }
    }
    const changing = server.url + pathOf(LIVING);
    living.without = await busyShare(extension, changing, LIVING_SECONDS, false);
    await extension.grantAllSites();
    progress('a page that changes');
    living.withUs = await busyShare(extension, changing, LIVING_SECONDS, true);
    progress('cards');
    living.cards = await cardTimes(extension, server.url + pathOf(CARDS), RUNS);
    for (const [name, { onTopic }] of Object.entries(PAGES)) {
      progress(`visits: ${name}`);
      const url = server.url + pathOf(name);
      await visit(extension, url, onTopic); // warm
      for (let run = 0; run < RUNS; run++) {
        visits[name]!.warm.push(await visit(extension, url, onTopic));
        if (!onTopic) continue;
        await extension.killBackground();
        visits[name]!.stopped.push(await visit(extension, url, onTopic));
      }
    }
  } finally {
    await extension.close();
  }
  return { visits, living };
}

async function main(): Promise<void> {
  const rules = await openPackByName().rules();
  const gate = mergeGates([
    makeGate(
      rules.manifests.flatMap(({ topic }) => topic),
      rules.entities,
    ),
  ]);
  const script = (
    await build({
      entryPoints: [`${HERE}page-in-page.ts`],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'chrome130',
      write: false,
    })
  ).outputFiles[0]!.text;
  const made: Record<string, MadePage> = { '/favicon.ico': '' };
  for (const [name, { html }] of Object.entries(PAGES)) made[pathOf(name)] = { body: html, headers: ISOLATED };
  const server = await servePages(made);
  try {
    const browser = await launchPlain('chrome');
    const steps: Record<string, Steps> = {};
    for (const name of Object.keys(PAGES)) {
      progress(`steps: ${name}`);
      steps[name] = await measureSteps(browser, server, name, gate, script);
    }
    await browser.close();
    const { visits, living } = await measureExtension(server);
    report(steps, visits, living);
  } finally {
    await server.close();
  }
}

function report(steps: Record<string, Steps>, visits: Visits, living: Living): void {
  const names = Object.keys(PAGES);
  const row = (what: string, of: (name: string) => string): string[] => [what, ...names.map(of)];
  const times = (name: string, step: string) => steps[name]!.turns[step] ?? [];
  const micro = (step: string) => (name: string) => (times(name, step).length ? spread(times(name, step)) : '–');
  /** Run by run: both numbers are of the same seconds. */
  const ratio = (step: string) => (name: string) =>
    times(name, step).length ? spread(times(name, step).map((time, i) => time / times(name, 'textContent')[i]!)) : '–';
  const firstRatio = (name: string) =>
    short(median(steps[name]!.first.map(({ ours }) => ours)) / median(times(name, 'ours')));
  const rival = (key: 'markJs' | 'compromise', version: string) => (name: string) =>
    steps[name]![key].length
      ? `${spread(steps[name]![key])}: ${short(median(steps[name]![key]) / median(times(name, 'ours')))} times ours`
      : version
        ? '–'
        : 'not installed';
  const visited =
    (of: (visit: Visit) => number, which: 'warm' | 'stopped' = 'warm') =>
    (name: string) => {
      const values = visits[name]![which].map(of).filter(Number.isFinite);
      return values.length ? spread(values) : '–';
    };
  const growth = ['1,000 words', '10,000 words', '100,000 words'].map((name) => median(times(name, 'ours')));
  const body = [
    '## Page',
    `\`npm run bench:page\`. ${machine()}, ${browserVersion('chrome')}.`,
    `Pages of ordinary prose, generated (\`test/bench/page-pages.ts\`): one paragraph in ten is on the topic, names stand across inline elements. Of a page no more
than its first 200,000 characters are read. Medians and the middle half of ${RUNS} runs; ms where nothing else is said.`,
    '### Our modules in a page, step by step',
    'In steady state: one page, the code is warm. Pauses, which are for the page, are left out. “Gate” is what a page off the topic pays.',
    table(
      ['', ...names],
      [
        row('elements', (name) => String(steps[name]!.elements)),
        row('characters', (name) => String(steps[name]!.characters)),
        row('marks', (name) => String(steps[name]!.marks)),
        row('one read of textContent', micro('textContent')),
        row('bare TreeWalker over the text nodes', micro('walk')),
        row('gate', micro('gate')),
        row('gate and text map', micro('read')),
        row('message to the background: the text as JSON', micro('asked')),
        row('marks: ranges, highlights', micro('marks')),
        row('gate, text map, message, marks', micro('text')),
        row('the answer: its JSON parsed and checked', micro('answered')),
        row('all of ours', micro('ours')),
        row('gate, × textContent', ratio('gate')),
        row('gate, text map, message, marks, × textContent', ratio('text')),
        row('all of ours, × textContent', ratio('ours')),
        row('first run in a fresh page', (name) => spread(steps[name]!.first.map(({ ours }) => ours))),
        row('first run, × steady', firstRatio),
        row(
          `mark.js, the same names`,
          rival('markJs', rivalScript('mark.js/package.json') ? versionOf('mark.js') : ''),
        ),
        row(`compromise ${versionOf('compromise')}, people and numbers`, rival('compromise', 'there')),
      ],
    ),
    `From 1,000 to 10,000 words the work grows ${short(growth[1]! / growth[0]!)} times, from 10,000 to 100,000 ${short(growth[2]! / growth[1]!)} times.`,
    '### The built extension',
    'From traces of the browser: script of ours in all tasks of the page’s thread, and the frame in which the marks are painted. “Document idle” is when the browser starts our script.',
    table(
      ['', ...names],
      [
        row(
          'script of ours in all',
          visited((one) => one.script),
        ),
        row(
          '– of which starting the script',
          visited((one) => one.start),
        ),
        row(
          'longest task that holds work of ours',
          visited((one) => one.longest),
        ),
        row(
          'document idle to painted marks, worker running',
          visited((one) => one.fromIdle),
        ),
        row(
          'document idle to painted marks, worker stopped',
          visited((one) => one.fromIdle, 'stopped'),
        ),
        row(
          'DOMContentLoaded to painted marks, worker running',
          visited((one) => one.fromLoaded),
        ),
        row(
          'DOMContentLoaded to painted marks, worker stopped',
          visited((one) => one.fromLoaded, 'stopped'),
        ),
        row('heap added, kB', (name) =>
          spread(visits[name]!.warm.map(({ heap }) => (heap - median(visits[name]!.alone)) / 1000)),
        ),
      ],
    ),
    `A page of ${LIVING} that changes 1,000 times a second for ${LIVING_SECONDS} s: its thread is busy ${short(living.without * 100)} % of the time without us and ${short(living.withUs * 100)} % with us.`,
    `A card at ${CARDS}: from the pointer’s last move to the frame that shows it ${spread(living.cards)} ms, of which ${CARD_DELAY_MS} ms are its delay.`,
    'Aims: off the topic at most 2.5 × textContent; on it at most 5 × at 1,000 and 10,000 words and 3 × at 100,000; the first run at most 3 × the steady one; 200 times as fast as mark.js; no task of ours over 16 ms at 100,000 words; marks 100 ms after document idle at 1,000 words with the worker running, 400 ms with a stopped one.',
  ].join('\n\n');
  console.log(body);
  if (QUICK) return;
  writeSection('page', body);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(
    `${OUT}page.json`,
    JSON.stringify({ machine: machine(), browser: browserVersion('chrome'), steps, visits, living }, null, 1),
  );
}

await main();
