/**
 * Runs in a worker of Chromium: what the background has when a page asks it, by the way that most of its starts take
 * (entrypoints/background/analyse.ts). Nothing that installs, checks, searches or saves is in it.
 */
import { analysePage } from '../../corpus/analyse.ts';
import type { BundledPack } from '../../corpus/install.ts';
import { quickCorpus } from '../../corpus/quick-corpus.ts';
import { openRows, type QuickRows } from '../../corpus/quick-rows.ts';
import type { Corpus } from '../../corpus/source.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import { makeWords } from '../../utils/words/index.ts';

/** What one page cost, in ms: its questions to the corpus together, the longest wait for the database, and everything. And what was found, to be sure. */
export interface PageTime {
  lookUp: number;
  wait: number;
  whole: number;
  names: number;
  figures: number;
  compared: number;
  /** Of the report, as JSON. */
  characters: number;
}

interface Clock {
  lookUp: number;
  wait: number;
}

const words = makeWords('en');
const clock: Clock = { lookUp: 0, wait: 0 };
const opened = new Map<string, Corpus>();

async function took<T>(work: () => Promise<T>, note: (ms: number) => void): Promise<T> {
  const start = performance.now();
  const result = await work();
  note(performance.now() - start);
  return result;
}

/** The same rows; the longest wait for them is noted. */
function watched(rows: QuickRows): QuickRows {
  const waiting = <T>(work: () => Promise<T>) =>
    took(work, (ms) => {
      clock.wait = Math.max(clock.wait, ms);
    });
  return {
    ...rows,
    packs: () => waiting(rows.packs),
    edition: (name) => {
      const store = rows.edition(name);
      return {
        parts: (names) => waiting(() => store.parts(names)),
        documents: (places) => waiting(() => store.documents(places)),
      };
    },
  };
}

const timedPacks = new WeakMap<Corpus, Corpus>();

/** The same corpus, with the time that its answers take added up; those of its packs too. */
function timed(corpus: Corpus): Corpus {
  const asked =
    <A extends unknown[], R>(question: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      took(
        () => question(...args),
        (ms) => {
          clock.lookUp += ms;
        },
      );
  const entries = Object.entries(corpus).map(([name, member]) => [name, name === 'state' ? member : asked(member)]);
  const copy = Object.fromEntries(entries) as Corpus;
  const onePack = (pack: Corpus): Corpus => {
    const known = timedPacks.get(pack) ?? timed(pack);
    timedPacks.set(pack, known);
    return known;
  };
  return { ...copy, packs: async () => (await copy.packs()).map(onePack) };
}

async function read(corpus: Corpus, page: PageText): Promise<PageTime> {
  Object.assign(clock, { lookUp: 0, wait: 0 });
  const start = performance.now();
  const report = await analysePage(page, corpus, { words });
  const whole = performance.now() - start;
  return {
    ...clock,
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
  return found;
};

const api = {
  /** Opens the database of that name, which holds the packs already, as the background does; ms until it can be asked. */
  async open(name: string, packs: BundledPack[]): Promise<number> {
    const start = performance.now();
    const rows = async () => {
      const found = await openRows(name);
      return found && watched(found);
    };
    const quick = await quickCorpus(async () => packs, rows);
    if (!quick) throw new Error(`${name} has to be installed first`);
    opened.set(name, timed(quick.corpus));
    return performance.now() - start;
  },

  read: (name: string, page: PageText): Promise<PageTime> => read(corpusOf(name), page),

  /** Reads the pages in turns until `stop`, with a pause after each; the times of all. */
  ask(name: string, pages: readonly PageText[], pauseMs: number): void {
    const times: PageTime[] = [];
    let asking = true;
    const done = (async () => {
      while (asking) {
        times.push(await read(corpusOf(name), pages[times.length % pages.length]!));
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

export type CorpusReader = typeof api;
(globalThis as unknown as { bench: CorpusReader }).bench = api;

/** A worker that is told its task in its name answers it at once: a cold start. */
const task = (globalThis as unknown as { name: string }).name;
if (task) {
  const { name, packs, page } = JSON.parse(task) as { name: string; packs: BundledPack[]; page: PageText };
  void api.open(name, packs).then((open) => api.read(name, page).then((first) => postMessage({ open, first })));
} else postMessage('ready');
