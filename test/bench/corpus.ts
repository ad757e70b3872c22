/**
 * `npm run bench:corpus`: what a page costs in the background, with the bundled pack alone and with a hundred times as much
 * beside it. Runs the background's own code in a worker of Chromium. Prints a section and writes it to BENCHMARKS.md and
 * out/bench/corpus.json. `-- --quick`: a minute or two, while working on something; nothing is written.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BundledPack } from '../../corpus/install.ts';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { browserVersion } from '../tools/browsers.ts';
import { PACK_DIRECTORY } from '../tools/packs.ts';
import { LARGE, syntheticPack } from '../tools/synthetic-pack.ts';
import { startModules } from './corpus-modules.ts';
import { type PageMaker, pageMaker, queriesOf } from './corpus-pages.ts';
import type { PageTime } from './corpus-reader.ts';
import { type Corpora, type Install, type Measured, sectionOf } from './corpus-report.ts';
import { type Actor, openStages, type Stage, type Stages } from './corpus-stage.ts';
import { machine, writeSection } from './section.ts';

const QUICK = process.argv.includes('--quick');
/** Pages read in each corpus; every one is another. */
const PAGES = QUICK ? 10 : 60;
/** Queries typed in each corpus, letter by letter. */
const QUERIES = QUICK ? 10 : 40;
const COLD_STARTS = QUICK ? 2 : 15;
const INSTALLS = QUICK ? 1 : 3;
/** A reader who asks while a pack is installed waits this long between two questions. */
const ASK_EVERY_MS = 50;
/** So many pages are asked for in turns. */
const ASKED_PAGES = 5;
/** How long they are asked for before, and while another worker only computes. */
const BESIDE_MS = QUICK ? 3_000 : 10_000;

const progress = (text: string): void => console.error(`… ${Math.round(performance.now() / 1000)} s: ${text}`);
const idsOf = (packs: readonly BundledPack[]): string[] => packs.map(({ id }) => id);

interface Subject extends Corpora {
  pageOf: PageMaker;
}

function lineOf(pack: Pack, json: string): BundledPack {
  const { id, version } = pack.manifest;
  const claims = pack.documents.reduce((sum, document) => sum + document.claims.length, 0);
  const hash = createHash('sha256').update(json).digest('hex');
  return { id, version, file: `${id}.json`, hash, documents: pack.documents.length, claims };
}

async function measure({ here }: Stages, small: Subject, large: Subject): Promise<Measured> {
  const settings = await here.start('settings');
  const empty = await here.start('reader');
  const before = await empty.heap();
  await empty.close();
  for (const { name, packs } of [small, large]) {
    progress(`filling ${name}`);
    await settings.call('install', name, small.packs);
    for (const { file } of packs.slice(small.packs.length))
      await settings.call('import', name, file, idsOf(small.packs));
  }
  progress('pages');
  const worker = await here.start('reader');
  for (const { name, pageOf } of [small, large]) {
    await worker.call('open', name, small.packs);
    for (let i = 0; i < 3; i++) await worker.call('read', name, pageOf(1000 + i));
  }
  const read = new Map<string, PageTime[]>([small, large].map(({ name }) => [name, []]));
  // In turns, so that whatever else the machine does falls on both.
  for (let i = 0; i < PAGES; i++)
    for (const { name, pageOf } of [small, large]) read.get(name)!.push(await worker.call('read', name, pageOf(i)));
  await worker.close();
  progress('search');
  const typed: Measured['typed'] = new Map();
  for (const { name, about } of [small, large]) {
    const open = await settings.call('openSearch', name, small.packs);
    const answers = [];
    for (const query of queriesOf(about, QUERIES)) answers.push(await settings.call('type', name, query));
    const times = answers.flatMap((answer) => answer.times);
    typed.set(name, { open, times, results: answers.map(({ results }) => results) });
  }
  await settings.close();
  const cold: Measured['cold'] = new Map([small, large].map(({ name }) => [name, []]));
  progress('cold starts');
  for (let i = 0; i < COLD_STARTS; i++)
    for (const { name, pageOf } of [small, large])
      cold.get(name)!.push(await here.coldStart({ name, packs: small.packs, page: pageOf(0) }));
  const heap: number[] = [];
  for (const { name, pageOf } of [small, large]) {
    const alone = await here.start('reader');
    await alone.call('open', name, small.packs);
    await alone.call('read', name, pageOf(0));
    heap.push((await alone.heap()) - before);
    await alone.close();
  }
  return { read, typed, cold, heap };
}

/** A database with the bundled pack, and who reads it. */
async function readerIn(stage: Stage, name: string, packs: BundledPack[]): Promise<Actor<'reader'>> {
  const settings = await stage.start('settings');
  await settings.call('install', name, packs);
  await settings.close();
  const reader = await stage.start('reader');
  await reader.call('open', name, packs);
  return reader;
}

/**
 * A reader asks for pages of the bundled pack in one worker while another imports the large one as the settings page does, and takes
 * it out. A second reader does the same in another origin: what both wait for is the machine, not the import.
 */
async function install({ here, elsewhere }: Stages, small: Subject, large: Subject): Promise<Install[]> {
  const runs: Install[] = [];
  const added = large.packs.at(-1)!;
  const pages = Array.from({ length: ASKED_PAGES }, (_, i) => small.pageOf(i));
  for (let i = 0; i < INSTALLS; i++) {
    const name = `install-${i}`;
    const stages = [here, elsewhere];
    const readers = [await readerIn(here, name, small.packs), await readerIn(elsewhere, name, small.packs)] as const;
    const settings = await here.start('settings');
    const asking = async <T>(what: string, work: () => Promise<T>) => {
      progress(`${name}: ${what}`);
      for (const reader of readers) await reader.call('ask', name, pages, ASK_EVERY_MS);
      const result = await work();
      const [times, control] = [await readers[0].call('stop'), await readers[1].call('stop')];
      return { times, control, result };
    };
    await asking('warming up', () => wait(1_000));
    const before = await asking('nothing else', () => wait(BESIDE_MS));
    const computing = await asking('computing', () => settings.call('compute', BESIDE_MS));
    const importing = await asking('import', () => settings.call('import', name, added.file, idsOf(small.packs)));
    const removing = await asking('removal', () => settings.call('remove', name, added.id));
    runs.push({ before, computing, importing, removing });
    for (const actor of [...readers, settings]) await actor.close();
    for (const stage of stages) await stage.forget(name);
  }
  return runs;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const OUT = fileURLToPath(new URL('../../out/bench/', import.meta.url));

async function main(): Promise<void> {
  const modules = await startModules();
  const bundled = readPackDirectory(PACK_DIRECTORY);
  const synthetic = syntheticPack(LARGE);
  const packs = [bundled, synthetic].map((pack) => ({ pack, json: JSON.stringify(pack) }));
  const lines = packs.map(({ pack, json }) => lineOf(pack, json));
  const files = Object.fromEntries(packs.map(({ json }, i) => [lines[i]!.file, json]));
  const subject = (name: string, about: Pack, use: BundledPack[]): Subject => {
    const bytes = use.reduce((sum, { file }) => sum + files[file]!.length, 0);
    return { name, about, packs: use, bytes, pageOf: pageMaker(about) };
  };
  const small = subject('bundled', bundled, lines.slice(0, 1));
  const large = subject('synthetic', synthetic, lines);
  const stages = await openStages(files);
  try {
    const measured = await measure(stages, small, large);
    const installs = await install(stages, small, large);
    progress('done');
    const run = { pages: PAGES, queries: QUERIES, askEveryMs: ASK_EVERY_MS };
    const body = sectionOf({ small, large, measured, installs, modules, run });
    console.log(body);
    if (QUICK) return;
    writeSection('corpus', body);
    mkdirSync(OUT, { recursive: true });
    const { read, typed, cold, heap } = measured;
    const maps = { read, typed, cold };
    const entries = Object.entries(maps).map(([key, map]) => [key, Object.fromEntries<unknown>(map)]);
    const json = {
      machine: machine(),
      browser: browserVersion('chrome'),
      ...Object.fromEntries(entries),
      heap,
      installs,
      modules,
    };
    writeFileSync(`${OUT}corpus.json`, JSON.stringify(json, null, 1));
  } finally {
    await stages.close();
  }
}

await main();
