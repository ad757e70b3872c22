/** English for the quantity reader: number words, hedges and ranges; units, nouns and names are in the files beside. */
import { phraseTable } from '../quantities/phrases.ts';
import type { Hedge, QuantityWords } from '../quantities/words.ts';
import { EXCLUSIONS } from './number-names.ts';
import { NOUNS } from './number-nouns.ts';
import { MEASURES } from './number-units.ts';

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');
const numbered = (list: string, from: number, step = 1): [string, number][] =>
  words(list).map((word, i) => [word, from + i * step]);

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen';
const ORDINAL_ONES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth';

const DENOMINATORS = words('third quarter fifth sixth seventh eighth ninth tenth');
const denominatorValue = (word: string, i: number): number => (word === 'quarter' ? 4 : i === 0 ? 3 : i + 3);

/** "The next two years", "over two years": "over" is a limit before a duration only after one of these. */
const SPAN_OF_TIME = new Set(
  words(
    "for in after last lasts lasted lasting took takes take taking taken spent spend than just well little slightly is was be been 's served",
  ),
);
/** "The top 10", "its top 100 companies" name a rank. */
const RANKED = new Set(words("the a an its their our his her of in world's"));
/** "A row over 30 jobs", "the bridge over two rivers": a preposition, not a limit. Verbs that take a number are not here. */
const OVER_WHAT = new Set(
  words(
    `bridge bridges ruled presided presides presiding dispute disputes row clash clashes concern concerns worries fears anger outrage
     jurisdiction victory victories triumph advantage protests talks negotiations`,
  ),
);
/** "Talks about 12 hostages", "a film about two brothers": the topic, not an estimate. */
const ABOUT_WHAT = new Set(
  words(
    `talk talks talked talking worry worries worried worrying concern concerns concerned complain complained complaining complaints joke
     joked questions film story stories book books documentary novel article debate discussion discussions argument arguments doubts
     rumours rumors warning warnings allegations anything something everything nothing what how much truth curious`,
  ),
);
const ADDING = new Set(words('add adds added adding live lives lived living'));
/** A number from here on can be topped; below it is a rank. */
const TOPPED_FROM = 100;

const hedges = (hedge: Hedge, list: string): [string, Hedge][] =>
  list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => [phrase, hedge]);

const BEFORE: [string, Hedge][] = [
  ...hedges(
    { bound: '~' },
    `around, some, roughly, approximately, approx, approx., circa, ca., c., ~, ≈, nearly, almost, close to, closer to, near,
     near to, nearer to, just under, just below, just shy of, shy of, just short of, a shade under, a little under, slightly under,
     an estimated, estimated, est., an approximate, something like, somewhere around, in the region of, in the order of,
     on the order of, of the order of, in the neighbourhood of, in the neighborhood of, getting on for, close on, more or less, not quite,
     barely, hardly, scarcely, approaching, nearing, virtually, practically, to around, an average of about, at around, up around, as good as, estimated at, estimated to be`,
  ),
  ...hedges({ bound: '~', notAfter: ABOUT_WHAT }, 'about'),
  ...hedges(
    { bound: '>' },
    `more than, over than, above, upwards of, upward of, north of, in excess of, exceed, exceeds, exceeded, exceeding, greater than,
     beyond, surpass, surpasses, surpassed, surpassing, may top, might top, could top, would top, will top, a little over, a little more than, a bit over, a bit more than, a shade over, topped, topping, >`,
  ),
  // "Bigger than two weeks ago" compares days.
  ...hedges({ bound: '>', durationAfter: new Set() }, 'higher than, larger than, bigger than, better than'),
  ...hedges({ bound: '>', durationAfter: SPAN_OF_TIME, notAfter: OVER_WHAT }, 'over'),
  ...hedges({ bound: '>', from: TOPPED_FROM, notAfter: RANKED }, 'top, tops'),
  ...hedges(
    { bound: '>=' },
    `at least, at the very least, at a minimum, no fewer than, no less than, not fewer than, not less than, nothing less than,
     a minimum of, minimum of, as few as, as little as, ≥, at minimum`,
  ),
  // "It was a good one" counts nothing.
  ...hedges({ bound: '>=', from: 2 }, 'a good'),
  ...hedges(
    { bound: '<' },
    'fewer than, less than, under, below, beneath, lower than, smaller than, south of, short of, <, cheaper than, younger than, nowhere near',
  ),
  ...hedges({ bound: '<=', notAfter: ADDING }, 'up to'),
  ...hedges(
    { bound: '<=' },
    `upto, as many as, as much as, at most, at the most, at the very most, no more than, not more than, nothing more than, no higher than,
     no larger than, no greater than, not exceeding, a maximum of, maximum of, at maximum, a ceiling of, ≤, a cap of,
     capped at, limited to, not to exceed, unlikely to exceed, unlikely to be more than`,
  ),
  // "Max 8" is a name.
  ...hedges({ bound: '>=', small: true }, 'minimum'),
  ...hedges({ bound: '<=', small: true }, 'maximum, max, max.'),
  ...hedges({ bound: '=', exact: true }, 'exactly, precisely, a total of, a full, in total, a combined total of'),
];

const AFTER: [string, Hedge][] = [
  ...hedges({ bound: '~', afterNoun: true }, 'or so, or thereabouts, or thereabout, give or take'),
  ...hedges({ bound: '~', suffix: true }, 'ish, something'),
  ...hedges({ bound: '>', suffix: true }, 'some'),
  ...hedges({ bound: '>' }, 'odd, and a bit, and change'),
  ...hedges({ bound: '>=', suffix: true }, '+'),
  ...hedges({ bound: '>=', beforeNoun: true }, 'plus'),
  ...hedges(
    { bound: '>=' },
    'at the least, at a minimum, minimum, and up, and upwards, and above, and over, and older',
  ),
  ...hedges(
    { bound: '>=', afterNoun: true },
    'or more, or above, or over, or higher, or older, or greater, or longer, and counting',
  ),
  ...hedges(
    { bound: '<=', afterNoun: true },
    'or fewer, or less, or under, or below, or younger, or lower, at most, at the most, at the very most, at the outside, at the utmost, tops',
  ),
  ...hedges({ bound: '>=', afterNoun: true, aside: true }, 'at least, at the very least'),
  ...hedges({ bound: '<=', afterNoun: true, aside: true }, 'at the very most'),
  ...hedges({ bound: '<=' }, 'maximum, max, and under, and below, and younger'),
  ...hedges({ bound: '=', size: true }, 'strong'),
];

/** English number words for `readQuantities`. */
export const englishQuantityWords: QuantityWords = {
  decimal: '.',
  small: new Map([...numbered(ONES, 1), ['eighteen', 18], ['nineteen', 19]]),
  tens: new Map(numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10)),
  hundred: new Set(['hundred']),
  scales: new Map([
    ['thousand', 1e3],
    ['lakh', 1e5],
    ['lakhs', 1e5],
    ['million', 1e6],
    ['crore', 1e7],
    ['crores', 1e7],
    ['billion', 1e9],
    ['billon', 1e9], // a common misprint
    ['trillion', 1e12],
    ['bn', 1e9],
    ['mn', 1e6],
    ['mln', 1e6],
    ['bln', 1e9],
    ['tn', 1e12],
    ['trn', 1e12],
  ]),
  and: new Set(['and', '&']),
  articles: new Set(['a', 'an']),
  of: new Set(['of']),
  suffixes: new Map([
    ['k', { scale: 1e3, spaced: true }],
    ['m', { scale: 1e6, spaced: true, unitBefore: MEASURES.metreBefore, unitAfter: MEASURES.metreAfter }],
    ['mn', { scale: 1e6 }],
    ['mil', { scale: 1e6 }],
    ['mln', { scale: 1e6 }],
    ['b', { scale: 1e9, spaced: true }],
    ['bn', { scale: 1e9 }],
    ['bil', { scale: 1e9 }],
    ['bln', { scale: 1e9 }],
    ['t', { scale: 1e12, spaced: false }],
    ['tn', { scale: 1e12 }],
    ['trn', { scale: 1e12 }],
    ['cr', { scale: 1e7 }],
  ]),
  packs: new Map([['dozen', 12]]),
  groups: new Map([
    ['pair', 2],
    ['duo', 2],
    ['trio', 3],
    ['quartet', 4],
    ['quintet', 5],
    ['sextet', 6],
    ['septet', 7],
    ['octet', 8],
  ]),
  vague: phraseTable([
    ['several', { low: 3, high: 9, scaled: true }],
    ['a few', { low: 0, high: 0, scaled: true }],
    ['few', { low: 0, high: 0, scaled: true }],
    ['many', { low: 0, high: 0, scaled: true }],
    ['a score of', { low: 18, high: 22, value: 20 }],
    ['a handful', { low: 3, high: 6, alone: true }],
    ['handful', { low: 3, high: 6, alone: true }],
    ['a couple of', { low: 2, high: 3, value: 2, scaled: true }],
    ['a couple', { low: 2, high: 3, value: 2, scaled: true }],
    ['couple of', { low: 2, high: 3, value: 2, scaled: true }],
  ]),
  plurals: new Map([
    ['tens', { scale: 10, low: 20, high: 99, needsOf: true }],
    ['dozens', { scale: 12, low: 24, high: 99 }],
    ['scores', { scale: 20, low: 40, high: 99, needsOf: true }],
    ['hundreds', { scale: 100, low: 200, high: 999 }],
    ['thousands', { scale: 1e3, low: 2e3, high: 9_999 }],
    ['millions', { scale: 1e6, low: 2e6, high: 9_999_999 }],
    ['billions', { scale: 1e9, low: 2e9, high: 9_999_999_999 }],
    ['trillions', { scale: 1e12, low: 2e12, high: 9_999_999_999_999 }],
  ]),
  half: new Set(['half']),
  afterFraction: new Set(
    words('less more fewer higher lower larger smaller are were is was have had do did . , ; : )'),
  ),
  denominators: new Map(
    DENOMINATORS.flatMap((word, i) => {
      const by = denominatorValue(word, i);
      const needsOf = word === 'quarter';
      return [
        [word, { by, plural: false, needsOf }],
        [`${word}s`, { by, plural: true, needsOf }],
      ] as [string, { by: number; plural: boolean; needsOf: boolean }][];
    }),
  ),
  times: new Set(['x']),
  folds: new Map(numbered('twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold', 2)),
  ordinals: new Map([
    ...numbered(ORDINAL_ONES, 1),
    ...numbered('sixteenth seventeenth eighteenth nineteenth', 16),
    ...numbered('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
    ['hundredth', 100],
  ]),
  ordinalSuffixes: new Set(['st', 'nd', 'rd', 'th']),
  series: new Set(words('package tranche year month week anniversary round')),
  minus: new Set(['minus']),
  by: new Set(['x', '×', '·', '*']),

  to: new Set(['to']),
  or: new Set(['or']),
  openers: phraseTable([
    ['between', 'and'],
    ['anywhere between', 'and'],
    ['somewhere between', 'and'],
    ['from', 'to'],
    ['anywhere from', 'to'],
    ['ranging from', 'to'],
    ['ranges from', 'to'],
    ['ranged from', 'to'],
  ]),
  outOf: phraseTable([
    ['in', 'in'],
    ['in every', 'in'],
    ['out of', 'out of'],
    ['out of every', 'out of'],
    ['of every', 'out of'],
  ]),
  changes: new Set(
    words(
      `rise rises rose risen rising fall falls fell fallen falling up down gain gains gained gaining lose loses lost losing drop drops
       dropped dropping jump jumps jumped climb climbs climbed climbing sink sinks sank slip slips slipped slide slides slid increase
       increases increased decrease decreases decreased decline declines declined surge surges surged tumble tumbled plunge plunged
       add adds added shed sheds rally rallied ease eased soar soared grow grew grown shrink shrank by advance advanced edge edged higher lower`,
    ),
  ),

  before: phraseTable(BEFORE),
  after: phraseTable(AFTER),
  prefixes: new Map<string, Hedge>([['sub', { bound: '<' }]]),
  negations: new Set(
    words(
      "not never no nor cannot can't won't doesn't didn't don't isn't wasn't aren't weren't shouldn't wouldn't hardly scarcely",
    ),
  ),
  deniedVerbs: new Set(
    words(`have had be been send sent provide provided deploy deployed offer offered give given receive received get got see seen
           cost pay paid spend spent take taken need needed last lasted hold held field fielded muster mustered employ employed reach
           reached number numbered count counted include included total totalled attract attracted draw drawn raise raised`),
  ),
  intensifiers: new Set(
    words(`well far much way just slightly comfortably considerably significantly substantially already only even likely probably possibly
           perhaps maybe still now rather somewhat fully easily currently an`),
  ),
  ...MEASURES.tables,
  ...NOUNS,
  ...EXCLUSIONS,
};
