/** The section of BENCHMARKS.md about the corpus, from what `npm run bench:corpus` measured. */
import type { BundledPack } from '../../corpus/install.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { browserVersion } from '../tools/browsers.ts';
import { LARGE } from '../tools/synthetic-pack.ts';
import type { StartModules } from './corpus-modules.ts';
import { FIGURES_ON_PAGE, NAMES_ON_PAGE } from './corpus-pages.ts';
import type { PageTime } from './corpus-reader.ts';
import type { ColdStart } from './corpus-stage.ts';
import { machine, table } from './section.ts';
import { quantile, short, spreadOf } from './statistics.ts';

export interface Corpora {
  name: string;
  packs: BundledPack[];
  /** The pack that the pages are about. */
  about: Pack;
  /** Of all its packs, as JSON. */
  bytes: number;
}

/** By the names of corpora; `heap` in their order. */
export interface Measured {
  read: Map<string, PageTime[]>;
  typed: Map<string, { open: number; times: number[]; results: number[] }>;
  cold: Map<string, ColdStart[]>;
  heap: number[];
}

/** What a reader and the control in another origin waited while something was done. */
interface Asked<T> {
  times: PageTime[];
  control: PageTime[];
  result: T;
}

export interface Install {
  before: Asked<void>;
  computing: Asked<void>;
  importing: Asked<{ fetch: number; check: number; write: number }>;
  removing: Asked<{ out: number; gone: number }>;
}

interface Results {
  small: Corpora;
  large: Corpora;
  measured: Measured;
  installs: readonly Install[];
  modules: StartModules;
  run: { pages: number; queries: number; askEveryMs: number };
}

const at = (values: readonly number[], q: number): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    q,
  );
const p95 = (values: readonly number[]): number => at(values, 0.95);
const p99 = (values: readonly number[]): number => at(values, 0.99);
const spread = (values: readonly number[]): string => {
  const { median, low, high } = spreadOf(values);
  return `${short(median)} (${short(low)}–${short(high)})`;
};

export function sectionOf(results: Results): string {
  const { run } = results;
  return [
    '## Corpus',
    `\`npm run bench:corpus\`. ${machine()}, ${browserVersion('chrome')}.`,
    `The background's own code in a worker, opened as most of its starts open it, with the bundled pack alone, and with a synthetic one of ${LARGE.documents}
documents, ${LARGE.claims} claims and ${LARGE.names} names beside it (\`test/tools/synthetic-pack.ts\`). Every page has ${NAMES_ON_PAGE} names of the pack in its
column and ${FIGURES_ON_PAGE} figures that its rules recognise; ${run.pages} pages each, in turns in one worker. Median and the middle half; ms where nothing else is said.`,
    pagesTable(results),
    `Aims: the look-up's p95 with the synthetic pack within 3 times that with the bundled one: ${short(lookUpRatio(results))}; the search's p95 at most 30 ms:
${short(p95(results.measured.typed.get(results.large.name)!.times))}.`,
    modulesText(results.modules),
    installText(results),
  ].join('\n\n');
}

const lookUps = ({ measured }: Results, { name }: Corpora): number[] =>
  measured.read.get(name)!.map(({ lookUp }) => lookUp);
const lookUpRatio = (results: Results): number =>
  p95(lookUps(results, results.large)) / p95(lookUps(results, results.small));

function pagesTable({ small, large, measured: { read, typed, cold, heap }, run }: Results): string {
  const row = (what: string, of: (corpora: Corpora, i: number) => string, ratio = ''): string[] => [
    what,
    ...[small, large].map(of),
    ratio,
  ];
  const rowWithRatio = (what: string, of: (corpora: Corpora) => number): string[] =>
    row(what, (corpora) => short(of(corpora)), short(of(large) / of(small)));
  const times = ({ name }: Corpora, key: keyof PageTime) => read.get(name)!.map((time) => time[key]);
  const starts = ({ name }: Corpora, of: (start: ColdStart) => number) => cold.get(name)!.map(of);
  const keys = ({ name }: Corpora) => typed.get(name)!;
  return table(
    ['', 'bundled', 'with the synthetic', 'ratio'],
    [
      row('documents', ({ packs }) => String(packs.reduce((sum, pack) => sum + pack.documents, 0))),
      row('claims', ({ packs }) => String(packs.reduce((sum, pack) => sum + pack.claims, 0))),
      row('packs as JSON, MB', ({ bytes }) => short(bytes / 1e6)),
      row('names found on a page', (corpora) => spread(times(corpora, 'names'))),
      row('figures with a measure', (corpora) => spread(times(corpora, 'figures'))),
      row('claims beside them in the report', (corpora) => spread(times(corpora, 'compared'))),
      row('report, kB', (corpora) => spread(times(corpora, 'characters').map((n) => n / 1000))),
      row('look-up for a page', (corpora) => spread(times(corpora, 'lookUp'))),
      rowWithRatio('look-up for a page, p95', (corpora) => p95(times(corpora, 'lookUp'))),
      rowWithRatio('look-up for a page, p99', (corpora) => p99(times(corpora, 'lookUp'))),
      row('whole answer for a page', (corpora) => spread(times(corpora, 'whole'))),
      rowWithRatio('whole answer for a page, p95', (corpora) => p95(times(corpora, 'whole'))),
      row('cold start: worker to first answer', (corpora) => spread(starts(corpora, ({ total }) => total))),
      row('– of which opening the corpus', (corpora) => spread(starts(corpora, ({ open }) => open))),
      row('– of which the look-up', (corpora) => spread(starts(corpora, ({ first }) => first.lookUp))),
      row('– of which the rest of the first page', (corpora) =>
        spread(starts(corpora, ({ first }) => first.whole - first.lookUp)),
      ),
      row('search: opening the indexes', (corpora) => short(keys(corpora).open)),
      row('search: an answer as one types', (corpora) => spread(keys(corpora).times)),
      rowWithRatio('search, p95', (corpora) => p95(keys(corpora).times)),
      rowWithRatio('search, p99', (corpora) => p99(keys(corpora).times)),
      row(
        'search: queries with results, of all',
        (corpora) => `${keys(corpora).results.filter(Boolean).length} of ${run.queries}`,
      ),
      row('memory of the worker, MB', (_, i) => short(heap[i]! / 1e6)),
    ],
  );
}

function modulesText({ modules, found, apart }: StartModules): string {
  const loaded = found.map(({ what, modules: files }) => `${what} (${files.join(', ')})`);
  const folders = new Map<string, number>();
  for (const file of modules) {
    const folder = /^node_modules\/(?:@[^/]+\/)?[^/]+|^utils\/[^/]+|^[^/]+/.exec(file)?.[0] ?? file;
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const counts = [...folders].sort().map(([folder, n]) => `${folder} ${n}`);
  return `What the background loads to its first answer (\`entrypoints/background\`, as bundled) are ${modules.length} modules: ${counts.join(', ')}.
Of ${apart.join(', ')} it loads: **${loaded.join('; ') || 'nothing'}**. \`out/bench/corpus.json\` has the list.`;
}

function installText({ installs, run }: Results): string {
  const of = <K extends keyof Install>(key: K) => installs.map((one) => one[key]);
  const seconds = (values: readonly number[]): string => spread(values.map((ms) => ms / 1000));
  const imports = of('importing').map(({ result }) => result);
  const removals = of('removing').map(({ result }) => result);
  const usual = at(
    of('before').flatMap(({ times }) => times.map(({ whole }) => whole)),
    0.5,
  );
  const lines = (
    [
      ['before', 'before'],
      ['while another worker only computes', 'computing'],
      ['while it is imported', 'importing'],
      ['while it is taken out', 'removing'],
    ] as const
  ).map(([what, key]) => {
    const runs: readonly Asked<unknown>[] = of(key);
    const longest = (which: 'times' | 'control', time: 'whole' | 'wait') =>
      runs.map((one) => short(Math.max(...one[which].map((page) => page[time])))).join(', ');
    const all = (which: 'times' | 'control') => runs.flatMap((one) => one[which].map(({ whole }) => whole));
    const stalls = all('times').filter((whole) => whole > usual + STALL_MS).length;
    const others = all('control').filter((whole) => whole > usual + STALL_MS).length;
    return [
      what,
      spread(all('times')),
      `${short(p95(all('times')))} / ${short(p95(all('control')))}`,
      `${short(p99(all('times')))} / ${short(p99(all('control')))}`,
      `${longest('times', 'whole')} / ${longest('control', 'whole')}`,
      `${longest('times', 'wait')} / ${longest('control', 'wait')}`,
      `${stalls} of ${all('times').length} / ${others} of ${all('control').length}`,
    ];
  });
  return `Importing the synthetic pack as the settings page does takes ${seconds(imports.map(({ check }) => check))} s to check and ${seconds(imports.map(({ write }) => write))} s to write
(${installs.length} runs); taking it out takes ${spread(removals.map(({ out }) => out))} ms until no reader sees it and ${seconds(removals.map(({ gone }) => gone))} s until its rows are gone (aim: 5).
Meanwhile a reader in another worker asks for pages of the bundled pack, ${run.askEveryMs} ms after each answer. After the stroke the same for a second reader at the
same time in another origin, whose database nobody writes to: what both wait for is this machine, not the import.

${table(
  [
    'ms, reader / control',
    'answer',
    'p95',
    'p99',
    'longest in each run',
    'longest wait for the database',
    `over ${short(usual)} + ${STALL_MS}`,
  ],
  lines,
)}

Aim: nobody waits more than ${STALL_MS} ms longer while a pack is imported.`;
}

/** A wait that is noticed. */
const STALL_MS = 100;
