/** Runs in a worker of Chromium, with the code of the settings page and the panel: fills corpora, changes and searches them. */
import { openDatabase } from '../../corpus/database.ts';
import { checkPackValue, importPack } from '../../corpus/import-pack.ts';
import { type BundledPack, installBundled } from '../../corpus/install.ts';
import { removePack, tidy, UNDO_MS } from '../../corpus/installed.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { answerQuery, type Shelf } from '../../corpus/search/results.ts';
import { databaseShelves } from '../../corpus/search/shelves.ts';
import { makeWords } from '../../utils/words/index.ts';

/** A worker that computes rests as often as the importer does. */
const SLICE_MS = 12;

const words = makeWords('en');
const shelves = new Map<string, Shelf[]>();
const fetchJson = async (file: string): Promise<unknown> => (await fetch(`/${file}`)).json();

const api = {
  /** Makes the database of that name hold the bundled packs; ms. */
  async install(name: string, bundled: BundledPack[]): Promise<number> {
    const start = performance.now();
    const database = openDatabase(name);
    await installBundled(database, { bundled, load: async ({ file }) => (await fetchJson(file)) as Pack });
    database.close();
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
    const database = openDatabase(name);
    await importPack(database, pack, { words, bundled });
    database.close();
    return { fetch: fetched - start, check: checked - fetched, write: performance.now() - checked };
  },

  /** Takes an imported pack out for good. Ms until no reader sees it, and until its rows are gone. */
  async remove(name: string, pack: string): Promise<{ out: number; gone: number }> {
    const database = openDatabase(name);
    const start = performance.now();
    if (!(await removePack(database, pack))) throw new Error(`there is no ${pack}`);
    const out = performance.now() - start;
    await tidy(database, Date.now() + UNDO_MS);
    const gone = performance.now() - start;
    database.close();
    return { out, gone };
  },

  /** Computes, and touches no database: what a busy core alone does to others. */
  async compute(ms: number): Promise<void> {
    for (const end = performance.now() + ms; performance.now() < end; ) {
      for (const slice = performance.now() + SLICE_MS; performance.now() < slice; );
      await new Promise((resolve) => setTimeout(resolve));
    }
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
};

export type CorpusWorker = typeof api;
(globalThis as unknown as { bench: CorpusWorker }).bench = api;
postMessage('ready');
