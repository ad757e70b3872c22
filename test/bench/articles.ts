/** Articles of about five kilobytes in our own words, the same ones every time: what the benchmarks read. */

const SENTENCES = [
  'The council sat for # hours on Tuesday and heard from @ delegations before it broke up.',
  'Nobody at the harbour had expected the ferry to return, least of all the pilot who had taken it out.',
  'Officials put the cost of the new bridge at about €#m, up from €#.5m in the first plan.',
  'In the hills to the north more than # farms have been without power since Friday morning.',
  'The minister, who spoke after the vote, said that the figures would be published in full next week.',
  'At least @ of the # boats that left the estuary were back by nightfall, the coastguard said.',
  'A spokeswoman for the company declined to say how the money would be spent or who had asked for it.',
  'The survey found that #.4% of households burn wood, and nearly half of those have done so for decades.',
  'Between # and @ thousand people lined the route, according to the police, who had planned for fewer.',
  'For years the library stood empty; its roof leaked, its windows were boarded, its garden ran wild.',
  'Dozens of volunteers carried sandbags along the embankment while the river rose by @ centimetres.',
  'On 14 March 2023 the old mill, built in 1871, was sold to a family from the next valley.',
  '“We have room for twenty-six children, and not one more,” the headteacher wrote to parents.',
  'The orchestra will play @ concerts in the autumn, three of them in towns it has never visited.',
  'Several shops on the square closed early, though the market itself went on until the afternoon.',
  'Up to # workers could be moved to the plant at the coast, the union fears, within six months.',
  'The road climbs through beech woods, crosses the pass and drops to a lake that few maps name.',
  'Her brother, a retired baker, remembers when a loaf cost two pence and the queue went round the corner.',
  'Sales rose by # per cent to $#.2 billion, a little better than analysts had thought likely.',
  'What happens next depends on the weather, on the tide and on whether the crane arrives in time.',
  'Just under a third of the # seats went to candidates who had never stood before.',
  'The museum asks visitors to leave their bags, their umbrellas and, if they can, their telephones.',
  'Some @ dozen letters were found behind the panelling, most of them unopened.',
  'The team won 3-1 in front of # spectators, its fifth victory since the new trainer came.',
];

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

const sentence = (random: () => number): string =>
  pick(SENTENCES, random).replace(/[#@]/g, (sign) => {
    if (sign === '@') return pick(WORDS, random);
    const size = 10 ** (1 + Math.floor(random() * 3));
    return Math.floor(size * (1 + random() * 8)).toLocaleString('en');
  });

/** One article of at least `length` characters, a paragraph a line. */
export function makeArticle(seed: number, length = 5_000): string {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const paragraph = Array.from({ length: SENTENCES_IN_PARAGRAPH }, () => sentence(random)).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

export const articles = (count: number): string[] => Array.from({ length: count }, (_, i) => makeArticle(i + 1));
