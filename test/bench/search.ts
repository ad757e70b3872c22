/**
 * `npm run bench:search`: what a keystroke costs in the panel's search, with the bundled pack and with a synthetic one a
 * hundred times its size, beside MiniSearch over the same texts. Writes a section of BENCHMARKS.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { readPackDirectory } from '../../corpus/packs/read-directory.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { browserVersion, launchPlain } from '../tools/browsers.ts';
import { PACK_DIRECTORY } from '../tools/packs.ts';
import { type MadePage, servePages } from '../tools/serve.ts';
import { LARGE, syntheticPack } from '../tools/synthetic-pack.ts';
import { randomFrom } from './articles.ts';
import type { SearchBench } from './search-page.ts';
import { machine, table, versionOf, writeSection } from './section.ts';
import { quantile, short } from './statistics.ts';

const QUICK = process.argv.includes('--quick');
/** Queries, each typed letter by letter. */
const QUERIES = QUICK ? 12 : 40;
/** Of the rival, which takes half a second for some keystrokes. */
const RIVAL_QUERIES = QUICK ? 2 : 8;
const SEED = 7;

/** What a reader may type of this pack, letter by letter: names, words of titles, a measure with a number; some with a typo. */
export function keystrokes(pack: Pack, queries: number): string[] {
  const random = randomFrom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = (text: string) => pick(text.split(/\s+/).filter((one) => one.length > 2)) ?? text;
  const typed: string[] = [];
  for (let i = 0; i < queries; i++) {
    const kinds = [
      () => pick(pack.entities).name,
      () => `${word(pick(pack.documents).title)} ${word(pick(pack.documents).title)}`,
      () => `${word(pick(pack.measures).label)} ${10 + Math.floor(random() * 90)}`,
      () => {
        const { name } = pick(pack.entities);
        const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
        return name.slice(0, at) + name.slice(at + 1);
      },
    ];
    const query = (kinds[i % kinds.length] as () => string)();
    for (let length = 1; length <= query.length; length++) typed.push(query.slice(0, length));
  }
  return typed;
}

const call = async <K extends keyof SearchBench>(page: Page, name: K, ...args: Parameters<SearchBench[K]>) =>
  (await page.evaluate(`bench.${name}(...${JSON.stringify(args)})`)) as Awaited<ReturnType<SearchBench[K]>>;

const spread = (values: readonly number[]): string[] => {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) => short(quantile(sorted, share)));
};

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../out/bench/', import.meta.url));

async function main(): Promise<void> {
  const packs = { bundled: readPackDirectory(PACK_DIRECTORY), synthetic: syntheticPack(LARGE) };
  const script = await build({
    entryPoints: [`${HERE}search-page.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome130',
    write: false,
  });
  const made: Record<string, MadePage> = {
    '/': '<!doctype html><meta charset="utf-8"><title>Search</title><script src="/bench.js"></script>',
    '/bench.js': { body: script.outputFiles[0]?.text ?? '', headers: { 'content-type': 'text/javascript' } },
  };
  for (const [name, pack] of Object.entries(packs)) made[`/${name}.json`] = JSON.stringify(pack);
  const server = await servePages(made);
  const browser = await launchPlain('chrome');
  const results: Record<string, unknown> = {};
  const keys: string[][] = [];
  const sizes: string[][] = [];
  try {
    for (const [name, pack] of Object.entries(packs)) {
      const page = await browser.newPage();
      await page.goto(`${server.url}/`);
      console.error(`… ${name}`);
      const prepared = await call(page, 'prepare', name, `/${name}.json`);
      const queries = keystrokes(pack, QUERIES);
      await call(page, 'type', name, queries.slice(0, 20));
      const times = await call(page, 'type', name, queries);
      const rival = await call(page, 'rival', name, `/${name}.json`);
      const rivalTimes = await call(page, 'typeRival', name, keystrokes(pack, RIVAL_QUERIES));
      results[name] = { prepared, times, rival, rivalTimes };
      const mb = (bytes: number) => short(bytes / 1e6);
      keys.push(
        [`${name}, search alone`, ...spread(times.map((time) => time.search))],
        [`${name}, with the rows that are drawn`, ...spread(times.map((time) => time.answer))],
        [`${name}, MiniSearch alone`, ...spread(rivalTimes)],
      );
      sizes.push(
        [name, ...[prepared.build, prepared.save, prepared.load + prepared.open].map(short), mb(prepared.bytes)],
        [`${name}, MiniSearch`, short(rival.build), '–', short(rival.load), mb(rival.bytes)],
      );
      await page.close();
    }
    mkdirSync(OUT, { recursive: true });
    writeFileSync(`${OUT}search.json`, JSON.stringify(results));
    const body = [
      '## Search as one types (`npm run bench:search`)',
      '',
      `${machine()}; ${browserVersion('chrome')}. A page of Chromium, as the panel is; ${QUERIES} queries typed letter by`,
      'letter (names, words of titles, measures with numbers, typos), nothing remembered from the letter before. Synthetic:',
      '10,000 reports, 100,000 claims, 50,000 names. MiniSearch ' +
        `${versionOf('minisearch')}: the same texts, prefix and fuzzy.`,
      '',
      table(['ms for one keystroke', 'median', 'p95', 'longest'], keys),
      '',
      table(['index', 'build, ms', 'save, ms', 'load, ms', 'MB'], sizes),
    ].join('\n');
    console.log(body);
    if (!QUICK) writeSection('search', body);
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
