/** Runs in a page of Chromium, as the panel does: fills a database, opens its index, and answers letter by letter. */
import MiniSearch from 'minisearch';
import { openDatabase } from '../../corpus/database.ts';
import { writeEdition } from '../../corpus/install.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { buildIndexGently } from '../../corpus/search/build.ts';
import { openIndex } from '../../corpus/search/open-index.ts';
import { answerQuery, type Shelf } from '../../corpus/search/results.ts';
import { search } from '../../corpus/search/search.ts';
import { databaseShelves } from '../../corpus/search/shelves.ts';
import { loadIndex, saveIndex } from '../../corpus/search/stored-indexes.ts';
import { makeWords } from '../../utils/words/index.ts';

const words = makeWords('en');
const shelves = new Map<string, Shelf[]>();
const rivals = new Map<string, MiniSearch>();
const LIMITS = { hits: { name: 5, figure: 5, stance: 5, report: 5 } };

async function packFrom(file: string): Promise<Pack> {
  return (await fetch(file)).json();
}

async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, value: T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

const bench = {
  /** Times in ms, sizes in bytes. */
  async prepare(name: string, file: string) {
    const pack = await packFrom(file);
    const database = openDatabase(name);
    const edition = `${pack.manifest.id}@bench`;
    await writeEdition(database, { pack, edition, origin: 'imported' }, {});
    const [build, index] = await timed(() => buildIndexGently(pack));
    const [save] = await timed(() => saveIndex(database, edition, index));
    const [load, loaded] = await timed(() => loadIndex(database, edition));
    if (!loaded) throw new Error('no index');
    const [open] = await timed(() => openIndex(loaded));
    const files = { index: async () => [], read: async () => null };
    shelves.set(name, await databaseShelves(database, files));
    const bytes = Object.values(index).reduce(
      (sum: number, part: unknown) =>
        sum + (ArrayBuffer.isView(part) ? part.byteLength : typeof part === 'string' ? part.length : 0),
      0,
    );
    return { build, save, load, open, bytes, entries: index.kinds.length, postings: index.postings.length };
  },
  /** One time for each keystroke: the search alone, and with the rows that are drawn. */
  async type(name: string, queries: string[]) {
    const opened = shelves.get(name) ?? [];
    const times: { search: number; answer: number; total: number }[] = [];
    for (const query of queries) {
      const indexes = opened.map((shelf) => shelf.index);
      // Two questions that share nothing: what a word means is remembered between them.
      for (const index of indexes) index.meanings.clear();
      const [alone] = await timed(() => search(indexes, query, {}, LIMITS));
      for (const index of indexes) index.meanings.clear();
      const [answer, found] = await timed(() => answerQuery(opened, query, {}, LIMITS, words));
      times.push({ search: alone, answer, total: found.total });
    }
    return times;
  },
  /** The library that others use, over the same texts. */
  async rival(name: string, file: string) {
    const pack = await packFrom(file);
    const labels = new Map(pack.measures.map((measure) => [measure.id, measure.label]));
    const entries: { id: number; head: string; body: string }[] = [];
    const add = (head: string, ...body: (string | undefined)[]) =>
      entries.push({ id: entries.length, head, body: body.filter(Boolean).join(' ') });
    for (const document of pack.documents) {
      add(document.title, document.outlet, document.summary);
      for (const claim of document.claims)
        add(labels.get(claim.measure) ?? '', claim.surface, claim.wording, claim.saidBy, document.outlet);
    }
    for (const entity of pack.entities) add(entity.name, ...entity.aliases.map((alias) => alias.text));
    const options = { fields: ['head', 'body'] };
    const rival = new MiniSearch(options);
    const [build] = await timed(() => rival.addAll(entries));
    const json = JSON.stringify(rival);
    const [load, loaded] = await timed(() => MiniSearch.loadJSON(json, options));
    rivals.set(name, loaded);
    return { build, load, bytes: json.length };
  },
  async typeRival(name: string, queries: string[]) {
    const rival = rivals.get(name);
    const times: number[] = [];
    for (const query of queries) {
      const [ms] = await timed(() =>
        rival?.search(query, {
          prefix: (_, at, terms) => at === terms.length - 1,
          fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
          combineWith: 'AND',
          boost: { head: 2 },
        }),
      );
      times.push(ms);
    }
    return times;
  },
};

export type SearchBench = typeof bench;
(globalThis as unknown as { bench: SearchBench }).bench = bench;
