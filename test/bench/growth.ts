/**
 * How the time grows with the text: ordinary news and texts made to hurt, ten and a hundred times as long. About 10 for ten
 * times the text is linear, 100 would be quadratic. The processor's time is measured, not the clock's: others may be at work.
 */
import { makeArticle } from './articles.ts';

/** Characters. */
export const SIZES = [10_000, 100_000, 1_000_000];
/** The fastest of so many runs, or of those that fit into this time: the large ones are run less often. */
const RUNS = 5;
const BUDGET_MS = 1_000;
/** Below this the clock and the warming up of the code decide, not the text. */
const MEASURABLE_MS = 1;
/** Code that has run less is not compiled yet: its first runs would be counted against the smaller texts. */
const WARM_MS = 250;

/** Units that are repeated, each with what it is to hurt. */
const HOSTILE: Record<string, string> = {
  'one long number': '9',
  'digits and spaces': '12 ',
  'digits and commas': '1,',
  'groups of three digits': '123,',
  commas: ',',
  'million million': 'million ',
  'one million one million': 'one million ',
  'twenty-twenty-': 'twenty-',
  'two hundred and': 'two hundred and ',
  'hedges alone': 'at least more than about ',
  'hedges and numbers': 'not more than up to about 3 ',
  'opening quotes': '"',
  'quotes never closed': '"5 ',
  'half a half a': 'half a ',
  'ranges without end': '5 to ',
  'digits and dashes': '1-',
  'between and between': 'between 1 and ',
  'lists of days': '1 and ',
  slashes: '1/2/',
  colons: '1:',
  'words and colons': 'Source: ',
  'parts of parts': '3 of the ',
  hyphens: 'a-',
  initials: 'U.S.',
  'names and numbers': 'Big 5 ',
  ordinals: '18th, ',
  'white space': ' ',
  'web addresses': 'http://1/',
  brackets: '(',
  apostrophes: "1'",
};

export interface Growth {
  name: string;
  /** Milliseconds for each size. */
  times: number[];
  /** From one size to the next; NaN where the smaller takes no time to speak of. */
  ratios: number[];
}

function milliseconds(text: string, read: (text: string) => unknown): number {
  let fastest = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let run = 0; run < RUNS && spent < BUDGET_MS; run++) {
    const start = process.cpuUsage();
    read(text);
    const time = process.cpuUsage(start).user / 1000;
    fastest = Math.min(fastest, time);
    spent += time;
  }
  return fastest;
}

function growthOf(name: string, textOf: (size: number) => string, read: (text: string) => unknown): Growth {
  const middle = textOf(SIZES[1]!);
  const start = process.cpuUsage();
  do read(middle);
  while (process.cpuUsage(start).user / 1000 < WARM_MS);
  const times = SIZES.map((size) => milliseconds(textOf(size), read));
  const ratios = times.slice(1).map((time, i) => (times[i]! < MEASURABLE_MS ? Number.NaN : time / times[i]!));
  return { name, times, ratios };
}

/** `ordinary`: what goes before the hostile texts, by size. */
export function growth(
  read: (text: string) => unknown,
  ordinary: Record<string, (size: number) => string> = {
    'ordinary news': (size) => makeArticle(7, size).slice(0, size),
  },
): Growth[] {
  const repeated = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  return [
    ...Object.entries(ordinary).map(([name, textOf]) => growthOf(name, textOf, read)),
    ...Object.entries(HOSTILE).map(([name, unit]) => growthOf(name, repeated(unit), read)),
  ];
}
