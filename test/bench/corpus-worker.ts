/** Runs in a worker of Chromium, with the code of the background: opens corpora, asks them, and tells how long it took. */
import { analysePage } from '../../corpus/analyse.ts';
import { openDatabase } from '../../corpus/database.ts';
import { checkPackValue, importPack } from '../../corpus/import-pack.ts';
import type { BundledPack } from '../../corpus/install.ts';
import { removePack, tidy, UNDO_MS } from '../../corpus/installed.ts';
import { type OpenedCorpus, openCorpus } from '../../corpus/open.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { answerQuery, type Shelf } from '../../corpus/search/results.ts';
import { databaseShelves } from '../../corpus/search/shelves.ts';
import type { Corpus } from '../../corpus/source.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import { makeWords } from '../../utils/words/index.ts';

/** What one page cost, in ms: all questions to the corpus together, and everything. And what was found, to be sure. */
export interface PageTime {
  lookUp: number;
  whole: number;
  names: number;
  figures: number;
  compared: number;
  /** Of the report, as JSON. */
  characters: number;
}

const words = makeWords('en');
const opened = new Map<string, OpenedCorpus>();
const shelves = new Map<string, Shelf[]>();
const fetchJson = async (file: string): Promise<unknown> => (await fetch(`/${file}`)).json();

/** The same corpus, with the time that its answers take added up; those of its packs too. */
function timed(corpus: Corpus, clock: { total: number }): Corpus {
  const asked =
    <A extends unknown[], R>(question: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const start = performance.now();
      const result = await question(...args);
      clock.total += performance.now() - start;
      return result;
    };
  const entries = Object.entries(corpus).map(([name, member]) => [name, name === 'state' ? member : asked(member)]);
  const copy = Object.fromEntries(entries) as Corpus;
  return { ...copy, packs: async () => (await copy.packs()).map((pack) => timed(pack, clock)) };
}

async function read(corpus: Corpus, page: PageText): Promise<PageTime> {
  const clock = { total: 0 };
  const start = performance.now();
  const report = await analysePage(page, timed(corpus, clock), { words });
  const whole = performance.now() - start;
  return {
    lookUp: clock.total,
    whole,
    names: new Set(report.mentions.map((mention) => mention.entity)).size,
    figures: report.items.filter((item) => item.measure !== null).length,
    compared: report.items.reduce((sum, item) => sum + item.against.length, 0),
    characters: JSON.stringify(report).length,
  };
}

const corpusOf = (name: string): Corpus => {
  const found = opened.get(name);
  if (!found) throw new Error(`No corpus ${name} is open`);
  return found.corpus;
};

const api = {
  /** Opens the database of that name and makes it hold the bundled packs; ms until they are there. */
  async open(name: string, packs: BundledPack[]): Promise<number> {
    const start = performance.now();
    const load = async (pack: BundledPack) => (await fetchJson(pack.file)) as Pack;
    const corpus = openCorpus({ files: { index: async () => packs, load }, database: openDatabase(name) });
    opened.set(name, corpus);
    const state = await corpus.prepared();
    if (state.state !== 'ready') throw new Error(`${name} is ${JSON.stringify(state)}`);
    return performance.now() - start;
  },

  /** As the settings page imports a file: read, validated, written. Ms of each. */
  async import(
    name: string,
    file: string,
    bundled: string[],
  ): Promise<{ fetch: number; check: number; write: number }> {
    const start = performance.now();
    const value = await fetchJson(file);
    const fetched = performance.now();
    const pack = await checkPackValue(value, { words });
    const checked = performance.now();
    await importPack(openDatabase(name), pack, { words, bundled });
    return { fetch: fetched - start, check: checked - fetched, write: performance.now() - checked };
  },

  /** Takes an imported pack out for good. Ms until no reader sees it, and until its rows are gone. */
  async remove(name: string, pack: string): Promise<{ out: number; gone: number }> {
    const database = openDatabase(name);
    const start = performance.now();
    if (!(await removePack(database, pack))) throw new Error(`there is no ${pack}`);
    const out = performance.now() - start;
    await tidy(database, Date.now() + UNDO_MS);
    return { out, gone: performance.now() - start };
  },

  /** Opens the search indexes, as the panel does when its tab is first shown; ms. */
  async openSearch(name: string, packs: BundledPack[]): Promise<number> {
    const start = performance.now();
    const files = { index: async () => packs, read: fetchJson };
    shelves.set(name, await databaseShelves(openDatabase(name), files));
    return performance.now() - start;
  },

  /** Types the query letter by letter: ms of each answer, and how many results the last one has. */
  async type(name: string, query: string): Promise<{ times: number[]; results: number }> {
    const times: number[] = [];
    let results = 0;
    for (let length = 1; length <= query.length; length++) {
      const start = performance.now();
      const answer = await answerQuery(shelves.get(name) ?? [], query.slice(0, length), {}, { hits: {} }, words);
      times.push(performance.now() - start);
      results = answer.total;
    }
    return { times, results };
  },

  read: (name: string, page: PageText): Promise<PageTime> => read(corpusOf(name), page),

  /** Reads the page over and over until `stop`; the times of each turn, with a pause between them. */
  ask(name: string, page: PageText, pauseMs: number): void {
    const times: PageTime[] = [];
    let asking = true;
    const done = (async () => {
      while (asking) {
        times.push(await read(corpusOf(name), page));
        await new Promise((next) => setTimeout(next, pauseMs));
      }
      return times;
    })();
    api.stop = () => {
      asking = false;
      return done;
    };
  },
  stop: async (): Promise<PageTime[]> => [],
};

export type CorpusWorker = typeof api;
(globalThis as unknown as { bench: CorpusWorker }).bench = api;

/** A worker that is told its task in its name answers it at once: a cold start. */
const task = (globalThis as unknown as { name: string }).name;
if (task) {
  const { name, packs, page } = JSON.parse(task) as { name: string; packs: BundledPack[]; page: PageText };
  void api.open(name, packs).then((open) => api.read(name, page).then((first) => postMessage({ open, first })));
} else postMessage('ready');
