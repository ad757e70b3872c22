/**
 * `npm run bench:parsers`: how the time of everything that reads what others wrote grows with its length, on texts that are made to
 * hurt. Of each parser the worst text is shown. Prints a section and writes it to BENCHMARKS.md. Takes a few minutes.
 */
import { DepthGauge } from '../../corpus/json-depth.ts';
import { DEPTH_MOST } from '../../corpus/pack-limits.ts';
import { firstRequests } from '../../utils/extension/first-requests.ts';
import { englishDates } from '../../utils/language/en/dates.ts';
import { mayPass, passesGate } from '../../utils/language/gate.ts';
import { resolvePageDate } from '../../utils/language/page-date.ts';
import { markedSpans, searchWords } from '../../utils/language/search-words.ts';
import { dateOfPath, datesOfJsonLd } from '../../utils/page/page-facts.ts';
import { openPackByName } from '../tools/packs.ts';
import { type Growth, growth, SIZES } from './growth.ts';
import { machine, table, writeSection } from './section.ts';
import { short } from './statistics.ts';

const gate = await openPackByName().gate();
/** A page off the topic is left after the first look: this makes it go on. */
const ON_TOPIC = 'The coalition of the willing. ';
const wanted = new Set(['twenty', 'million', 'the']);
const pageOf = (text: string) => ({
  url: 'https://example.org/',
  title: '',
  language: 'en',
  dates: [],
  blocks: text.split('\n').map((line, id) => ({ id, text: line, kind: 'paragraph', section: 0 })),
});
const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** Texts are given as they are and, to what reads JSON, in three shapes: a string, a list, and broken. */
const PARSERS: Record<string, (text: string) => unknown> = {
  'gate, first look (every page)': (text) => mayPass(text, gate),
  'gate, whole look': (text) => passesGate(ON_TOPIC + text, gate),
  'message from a page (checks)': (text) => firstRequests.analyse.safeParse(pageOf(text)),
  'JSON-LD of a page': (text) => [
    datesOfJsonLd(`{"@type":"NewsArticle","x":${JSON.stringify(text)}}`),
    datesOfJsonLd(text),
  ],
  'address of a page': (text) => dateOfPath(text),
  'date of a page': (text) =>
    resolvePageDate([{ source: 'meta', value: text }], [{ id: 0, text, kind: 'paragraph', section: 0 }], {
      words: englishDates,
    }),
  'words of a search': (text) => searchWords(text),
  'marks of a search in a result': (text) => markedSpans(text, wanted),
  'depth of a pack’s file': (text) => new DepthGauge(DEPTH_MOST).add(JSON.stringify([text])),
  'depth of a broken file': (text) => new DepthGauge(DEPTH_MOST).add(text),
  'JSON of a pack’s file (the browser’s own)': (text) => [parsed(JSON.stringify([text])), parsed(text)],
};

/** The text on which ten times as much took longest; where that cannot be measured, the one that took longest. */
function worst(rows: readonly Growth[]): Growth {
  const last = (row: Growth): number => row.ratios.at(-1) ?? Number.NaN;
  const measured = rows.filter((row) => !Number.isNaN(last(row)));
  const [first] =
    measured.length > 0
      ? measured.sort((a, b) => last(b) - last(a))
      : [...rows].sort((a, b) => longest(b) - longest(a));
  if (!first) throw new Error('no texts');
  return first;
}

const longest = ({ times }: Growth): number => times.at(-1) ?? 0;
const slowest = (rows: readonly Growth[]): number => Math.max(...rows.map(longest));

const lines = Object.entries(PARSERS).map(([name, read]) => {
  console.error(`… ${name}`);
  const rows = growth(read);
  const { name: text, times, ratios } = worst(rows);
  return [name, text, ...times.map(short), ...ratios.map(short), short(slowest(rows))];
});

const body = `## Parsers

\`npm run bench:parsers\`. ${machine()}.

Processor time in ms on the text of 31 (ordinary news and 30 made to hurt) whose time grew most, and the longest that any of them took at ${SIZES.at(-1)! / 1000} kB. Ten times the
text should take about ten times as long; – where the smaller text takes less than a millisecond. The language code and whole pages are under *Language*.

${table(
  [
    'parser',
    'worst text',
    ...SIZES.map((size) => `${size / 1000} kB`),
    ...SIZES.slice(1).map((size) => `× to ${size / 1000} kB`),
    'longest',
  ],
  lines,
)}`;
console.log(body);
writeSection('parsers', body);
