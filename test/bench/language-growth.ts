/**
 * How the time of the quantity reader grows with the text: `npx tsx test/bench/language-growth.ts`.
 * Ordinary news and texts made to hurt, at 10 kB, 100 kB and 1 MB. The last column is the time for ten times the text
 * against the time for one: about 10 is linear, 100 would be quadratic.
 */
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { readQuantities } from '../../utils/language/quantities.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** The fastest of so many runs: the machine is shared. */
const RUNS = 3;

const NEWS = `Officials from some 30 countries met for two hours on Tuesday. At least 12 of the 18 delegations promised between
€1.1bn and €1.4bn, "more than anyone had hoped", a spokesman said; 10 to 15 thousand soldiers could follow within six months, or
26% of the force. On 4 March 2024, at 11.30am, No 10 had spoken of half a million shells and of three dozen F-16s. `;

const TEXTS: Record<string, string> = {
  news: NEWS,
  digits: '9',
  'digits, parted': '12 ',
  'digits and commas': '1,',
  'groups of three': '123,',
  commas: ',',
  'million million': 'million ',
  'one million one million': 'one million ',
  'twenty twenty': 'twenty-',
  'hundred and': 'two hundred and ',
  hedges: 'at least more than about ',
  'hedges and numbers': 'not more than up to about 3 ',
  'open quotes': '"',
  'quotes and numbers': '"5 ',
  'half a half a': 'half a ',
  'ranges without end': '5 to ',
  'dashes and digits': '1-',
  'between and': 'between 1 and ',
  'numbers and months': '1 and ',
  slashes: '1/2/',
  colons: '1:',
  'of the of the': '3 of the ',
  hyphens: 'a-',
  initials: 'U.S.',
  capitals: 'Big 5 ',
  'ordinals in a row': '18th, ',
  spaces: ' ',
  'at signs': '@a',
  'web addresses': 'http://1/',
  apostrophes: "1'",
};

const timed = (text: string): { milliseconds: number; found: number } => {
  let milliseconds = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    found = readQuantities(text, englishQuantityWords).length;
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return { milliseconds, found };
};

readQuantities(NEWS.repeat(200), englishQuantityWords); // warm
console.log(`${'text'.padEnd(26)}${SIZES.map((s) => `${s / 1000} kB`.padStart(12)).join('')}   growth  found`);
for (const [name, unit] of Object.entries(TEXTS)) {
  const results = SIZES.map((size) => timed(unit.repeat(Math.ceil(size / unit.length)).slice(0, size)));
  const times = results.map(({ milliseconds }) => `${milliseconds.toFixed(1)} ms`.padStart(12)).join('');
  const growth = results.at(-1)!.milliseconds / Math.max(results.at(-2)!.milliseconds, 0.05);
  console.log(`${name.padEnd(26)}${times}${growth.toFixed(1).padStart(9)}${String(results.at(-1)!.found).padStart(7)}`);
}
