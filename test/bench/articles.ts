/** Articles of about five kilobytes in our own words, the same ones every time: what the benchmarks read. */

/** Sentences with a number (# digits, @ words), or several. */
const COUNTING = [
  'The council sat for # hours on Tuesday and heard from @ delegations before it broke up.',
  'Officials put the cost of the new bridge at about €#m, up from €#.5m in the first plan.',
  'In the hills to the north more than # farms have been without power since Friday morning.',
  'At least @ of the # boats that left the estuary were back by nightfall, the coastguard said.',
  'The survey found that #.4% of households burn wood, and nearly half of those have done so for decades.',
  'Between # and @ thousand people lined the route, according to the police, who had planned for fewer.',
  'Dozens of volunteers carried sandbags along the embankment while the river rose by @ centimetres.',
  'On 14 March 2023 the old mill, built in 1871, was sold to a family from the next valley.',
  '“We have room for twenty-six children, and not one more,” the headteacher wrote to parents.',
  'The orchestra will play @ concerts in the autumn, three of them in towns it has never visited.',
  'Several shops on the square closed early, though the market itself went on until the afternoon.',
  'Up to # workers could be moved to the plant at the coast, the union fears, within six months.',
  'Sales rose by # per cent to $#.2 billion, a little better than analysts had thought likely.',
  'Just under a third of the # seats went to candidates who had never stood before.',
  'Some @ dozen letters were found behind the panelling, most of them unopened.',
  'The team won 3-1 in front of # spectators, its fifth victory since the new trainer came.',
];
/** Sentences with none. */
const PLAIN = [
  'Nobody at the harbour had expected the ferry to return, least of all the pilot who had taken it out.',
  'The minister, who spoke after the vote, said that the figures would be published in full next week.',
  'A spokeswoman for the company declined to say how the money would be spent or who had asked for it.',
  'For years the library stood empty; its roof leaked, its windows were boarded, its garden ran wild.',
  'The road climbs through beech woods, crosses the pass and drops to a lake that few maps name.',
  'Her brother, a retired baker, remembers when bread was cheap and the queue went round the corner.',
  'What happens next depends on the weather, on the tide and on whether the crane arrives in time.',
  'The museum asks visitors to leave their bags, their umbrellas and, if they can, their telephones.',
  'Asked whether she would stand again, the mayor smiled, thanked the reporters and closed the door.',
  'The treaty, which neither parliament has approved, says little about fishing and less about tolls.',
  'He had not meant to stay, he told the inquiry, but the last train had gone and the hotel was full.',
  'Critics of the plan say that the valley floods every spring, and that the engineers know it.',
];
/** So many sentences of COUNTING in each paragraph: about twenty numbers an article, as in the passages we develop with. */
const COUNTING_IN_PARAGRAPH = 1;

/** A small generator with a fixed start: the same articles on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = ['two', 'seven', 'eleven', 'twelve', 'thirty', 'forty'];
const SENTENCES_IN_PARAGRAPH = 3;

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!;

const filled = (sentence: string, random: () => number): string =>
  sentence.replace(/[#@]/g, (sign) => {
    if (sign === '@') return pick(WORDS, random);
    const size = 10 ** (1 + Math.floor(random() * 3));
    return Math.floor(size * (1 + random() * 8)).toLocaleString('en');
  });

/** One article of at least `length` characters, a paragraph a line. */
export function makeArticle(seed: number, length = 5_000): string {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const paragraph = Array.from({ length: SENTENCES_IN_PARAGRAPH }, (_, i) =>
      filled(pick(i < COUNTING_IN_PARAGRAPH ? COUNTING : PLAIN, random), random),
    ).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

export const articles = (count: number): string[] => Array.from({ length: count }, (_, i) => makeArticle(i + 1));
