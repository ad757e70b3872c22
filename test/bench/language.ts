/**
 * `npm run bench:language`: the quantity reader beside the libraries that could have taken its place, and how its time
 * grows. Prints a section and writes it to BENCHMARKS.md. Takes a few minutes.
 */
import { articles } from './articles.ts';
import { type Bundle, bundle } from './bundles.ts';
import { dateScores } from './dates.ts';
import { firstCall } from './first-call.ts';
import { type Growth, growth, SIZES } from './growth.ts';
import { type MeasureName, newsQuant, type Score } from './newsquant.ts';
import { pageGrowth } from './page-growth.ts';
import type { ReadNumbers } from './readers/types.ts';
import { machine, table, versionOf, writeSection } from './section.ts';
import { type Spread, short } from './statistics.ts';
import { throughput } from './throughput.ts';

const RUNS = 15;
const FIRST_CALLS = 5;
const ARTICLES = 8;
/** The whole language code, dates with it, is to weigh no more (kB, compressed). */
const SIZE_LIMIT = 35;

const OURS = 'ours';
const READERS: { name: string; file: string; packages: string[]; slow?: boolean }[] = [
  { name: OURS, file: 'readers/ours.ts', packages: [] },
  { name: 'wink-nlp', file: 'readers/wink.ts', packages: ['wink-nlp', 'wink-eng-lite-web-model'] },
  { name: 'compromise', file: 'readers/compromise.ts', packages: ['compromise'] },
  // Its time is quadratic in the text: it gets one article, a paragraph at a time, its best case.
  {
    name: 'recognizers-text',
    file: 'readers/recognizers.ts',
    packages: ['@microsoft/recognizers-text-suite'],
    slow: true,
  },
];

const kilobytes = (bytes: number): string => short(bytes / 1000);
const spread = ({ median, low, high }: Spread): string => `${short(median)} (${short(low)}–${short(high)})`;
const scored = ({ precision, recall, f1, low, high }: Score): string =>
  `**${f1.toFixed(1)}** (${low.toFixed(1)}–${high.toFixed(1)}), P ${precision.toFixed(1)} R ${recall.toFixed(1)}`;

const digitsIn = (texts: readonly string[]): number => texts.join('\n').match(/\d[\d.,]*/g)?.length ?? 0;
const progress = (text: string): void => console.error(`… ${text}`);

async function compare(): Promise<string> {
  progress('bundles');
  const bundles = new Map<string, Bundle>();
  for (const { name, file } of READERS) bundles.set(name, await bundle(file));
  const readers = await Promise.all(
    READERS.map(async (reader) => ({
      ...reader,
      read: ((await import(bundles.get(reader.name)!.url)) as { read: ReadNumbers }).read,
    })),
  );
  const texts = articles(ARTICLES);
  progress('throughput');
  const speeds = throughput(
    readers.map(({ name, read, slow }) => ({ name, read, texts: slow ? texts[0]!.split('\n') : texts })),
    RUNS,
  );
  progress('first calls');
  const rows = readers.map(({ name, packages, slow }, i) => {
    const { url, minified, gzipped } = bundles.get(name)!;
    const first = firstCall(url, slow ? texts[0]!.split('\n')[0]! : texts[0]!, FIRST_CALLS);
    return [
      packages.length ? packages.map((p) => `${p} ${versionOf(p)}`).join(' + ') : name,
      spread(speeds[i]!.speed),
      i === 0 ? '1' : spread(speeds[i]!.ratio),
      spread(first.imported),
      spread(first.called),
      kilobytes(minified),
      kilobytes(gzipped),
    ];
  });
  const wink = speeds.find(({ name }) => name === 'wink-nlp')!.ratio.median;
  progress('NewsQuant');
  return `### Beside other libraries

${ARTICLES} generated articles of 5 kB with ${short(digitsIn(texts) / ARTICLES)} numbers in digits each, all in one process, in turns, ${RUNS} runs; median and the middle half of the runs. Every reader is
bundled and minified as it would be shipped. The recognizers get one article, a paragraph at a time, because their time is quadratic in the text; their
first call is one paragraph.

${table(['', 'kB/s of processor time', 'times slower than ours', 'import, ms', 'first call, ms', 'minified, kB', 'gzip, kB'], rows)}

Ours reads ${short(wink)} times as much a second as wink-nlp; the aim is 3 or more.

${quality(readers)}`;
}

/** "Dozens", "several": ours calls them about so many, the data an exact range. */
const vagueAsExact =
  (read: ReadNumbers): ReadNumbers =>
  (text) =>
    read(text).map((one) => (typeof one.value === 'number' ? one : { ...one, bound: '=' }));

function quality(readers: readonly { name: string; read: ReadNumbers }[]): string {
  const [ours, ...peers] = readers;
  const alike = { name: `${OURS}, vague amounts called exact as in the data`, read: vagueAsExact(ours!.read) };
  const result = newsQuant([ours!, alike, ...peers]);
  if (!result)
    return '### NewsQuant\n\nThe data were not there: they have no licence and are not part of the repository.';
  const columns: MeasureName[] = ['value', 'value + bound', 'hedged only'];
  return `### NewsQuant, the half for developing

${result.sentences} sentences, ${result.quantities} quantities; strict F1 (one-to-one), its 95 % interval by drawing the sentences anew, precision and recall. The
libraries give no bounds: they are scored through a naive window of hedge words (\`test/bench/hedge-window.ts\`), and wink-nlp's words are given values by our reader.
Where the data's habits differ from ours ("dozens" as exactly 12–120, "one of the" as 1, vague amounts as exact ranges, "several" as none), ours are kept.

${table(
  ['', ...columns],
  Object.entries(result.scores).map(([name, scores]) => [name, ...columns.map((c) => scored(scores[c]))]),
)}`;
}

async function sizes(): Promise<string> {
  progress('sizes');
  const quantities = await bundle('readers/ours.ts');
  const dates = await bundle('readers/quantities-and-dates.ts');
  const all = await bundle('readers/all-language.ts');
  const sized = (name: string, { minified, gzipped }: Bundle) => [name, kilobytes(minified), kilobytes(gzipped)];
  const over = all.gzipped / 1000 > SIZE_LIMIT;
  return `### Size of the language code

${table(
  ['', 'minified, kB', 'gzip, kB'],
  [sized('quantities', quantities), sized('quantities and dates', dates), sized('all of utils/language', all)],
)}

The aim is ${SIZE_LIMIT} kB compressed for all of it: ${over ? `**over by ${short(all.gzipped / 1000 - SIZE_LIMIT)} kB**` : 'kept'}. What is in it, minified:

${table(
  ['', 'kB'],
  all.parts.filter(([, bytes]) => bytes > 0).map(([part, bytes]) => [part, kilobytes(bytes)]),
)}`;
}

function dates(): string {
  progress('dates');
  const { phrases, without, scores } = dateScores();
  return `### Dates

${phrases} phrases of the news read on a Tuesday (\`test/unit/fixtures/date-phrases.ts\`, ours, so at home for us) and ${without} that hold no date; all days of a phrase
right. chrono-node knows days but no stretches: where a phrase means more than a day, its day has only to lie within.

${table(
  ['', 'right', 'dates where there is none'],
  scores.map(({ name, right, invented }) => [name, `${right} of ${phrases}`, `${invented} of ${without}`]),
)}`;
}

function growthTable(rows: readonly Growth[]): string {
  return table(
    [
      'text',
      ...SIZES.map((size) => `${size / 1000} kB, ms`),
      ...SIZES.slice(1).map((size) => `× to ${size / 1000} kB`),
    ],
    rows.map(({ name, times, ratios }) => [name, ...times.map(short), ...ratios.map(short)]),
  );
}

async function growths(): Promise<string> {
  progress('growth of the quantity reader');
  const { read } = (await import((await bundle('readers/ours.ts')).url)) as { read: ReadNumbers };
  const quantities = growth(read);
  progress('growth of the whole reading');
  const page = await pageGrowth((await bundle('readers/page.ts')).url);
  return `### Growth

Processor time, the fastest of a few runs. Ten times the text should take about ten times as long; – where the smaller text takes less than a millisecond.

The quantity reader:

${growthTable(quantities)}

Reading a whole page with the bundled pack (names, quantities, dates, measures, statements); the hostile texts are one paragraph:

${growthTable(page)}`;
}

const body = [
  '## Language',
  `\`npm run bench:language\`. ${machine()}.`,
  await compare(),
  await sizes(),
  dates(),
  await growths(),
].join('\n\n');
console.log(body);
writeSection('language', body);
