import { expect, test } from 'vitest';
import { compilePattern, findPatterns, hasPhrase } from '../../utils/language/statements/patterns.ts';
import { findMeasure } from '../../utils/language/statements.ts';
import { tokenize } from '../../utils/language/tokens.ts';
import { inShort, measures, statementsOf } from './statements-pack.ts';

/** kind of sentence, the page's date, the sentence, the facts read */
const ROWS: [string, string, string, string[]][] = [
  [
    'capitals sign',
    '2026-01-07',
    'Kyiv, Paris and London have initialled a declaration of intent.',
    ['signatories france,ukraine,united-kingdom'],
  ],
  [
    'leaders sign for countries',
    '2026-01-07',
    'The declaration of intent was signed by Emmanuel Macron, Keir Starmer and Volodymyr Zelensky.',
    ['signatories france,ukraine,united-kingdom'],
  ],
  [
    'bound by it',
    '2026-01-07',
    'A second declaration binds France, Britain and Ukraine.',
    ['signatories france,ukraine,united-kingdom'],
  ],
  [
    'letters for names',
    '2026-01-07',
    'On Tuesday France, the U.K., and Ukraine put their names to a declaration of intent.',
    ['signatories france,ukraine,united-kingdom'],
  ],
  [
    'will sign',
    '2026-01-05',
    'France, Britain and Ukraine will sign a declaration of intent.',
    ['signatories france,ukraine,united-kingdom expected'],
  ],
  [
    'signed, a colon, commas',
    '2026-01-07',
    'A declaration was drawn up in Paris on Tuesday. Signed: Zelensky, Macron, Starmer, Tusk.',
    ['signatories france,poland,ukraine,united-kingdom'],
  ],
  [
    'by far behind signed',
    '2026-01-07',
    'The declaration was signed in Paris on Tuesday by Macron, Starmer, Merz and Zelensky.',
    ['signatories france,germany,ukraine,united-kingdom'],
  ],
  [
    'it is the paper above',
    '2026-01-07',
    'A declaration was drawn up in Paris on Tuesday. Macron, Starmer, Merz and Zelensky signed it.',
    ['signatories france,germany,ukraine,united-kingdom'],
  ],
  [
    'another book than the paper above',
    '2026-01-07',
    'A declaration was drawn up in Paris on Tuesday. Merz and Tusk signed the guest book.',
    [],
  ],
  [
    'leaders by nationality',
    '2026-01-07',
    'The French, British, German and Ukrainian leaders signed the declaration in Paris.',
    ['signatories france,germany,ukraine,united-kingdom'],
  ],
  [
    'each with a country',
    '2026-01-07',
    'The declaration was signed by Emmanuel Macron of France and Donald Tusk of Poland.',
    ['signatories france,poland'],
  ],
  [
    'together with',
    '2026-01-07',
    'Zelensky signed the declaration in Paris together with Macron, Starmer and Merz.',
    ['signatories france,germany,ukraine,united-kingdom'],
  ],
  [
    'names below',
    '2026-01-07',
    'Below the declaration stand the names of Zelensky, Macron and Starmer.',
    ['signatories france,ukraine,united-kingdom'],
  ],
  [
    'one who acts for no country',
    '2026-01-07',
    'Ursula von der Leyen, Macron and Zelensky signed the declaration in Paris.',
    ['signatories france,ukraine,ursula-von-der-leyen'],
  ],
  [
    'what was signed is not who signed',
    '2026-01-07',
    'Merz and Tusk praised the declaration signed in Paris on Tuesday.',
    [],
  ],
  ['names that are missing', '2026-01-07', 'The names of Merz and Tusk are missing under the declaration.', []],
  ['did not sign', '2026-01-07', 'Germany and Poland did not sign the declaration of intent for Ukraine.', []],
  ['one alone is no list', '2026-01-07', 'Ukraine signed the declaration.', []],
  ['another paper', '2026-01-07', 'Ukraine and France signed a trade agreement.', []],
  [
    'chaired by',
    '2025-09-05',
    'The Coalition of the Willing was co-chaired by Emmanuel Macron and UK Prime Minister Keir Starmer.',
    ['co-chairs emmanuel-macron,keir-starmer'],
  ],
  [
    'they chaired',
    '2025-09-05',
    'Emmanuel Macron and Keir Starmer chaired the summit of the Coalition of the Willing.',
    ['co-chairs emmanuel-macron,keir-starmer'],
  ],
  [
    'when the answer comes',
    '2025-09-05',
    'The American contribution to Ukraine will be spelled out in the coming weeks.',
    ['us-backstop-timing coming-weeks'],
  ],
  [
    'sanctions in the coming days',
    '2025-09-05',
    'American sanctions will be decided in the coming days, a guarantee for nothing.',
    [],
  ],
  [
    'not a member',
    '2025-09-05',
    'The United States is not a member of the Coalition of the Willing.',
    ['us-membership not-a-member'],
  ],
  [
    'no American came',
    '2025-09-05',
    'At the Coalition of the Willing no American turned up.',
    ['us-participation absent'],
  ],
  [
    'founded on a day',
    '2025-09-05',
    'The Coalition of the Willing for Ukraine was launched in London on 2 March 2025.',
    ['coalition-launch-date 2025-03-02'],
  ],
  [
    'founded in a month',
    '2025-09-05',
    'Formed in March 2025, the Coalition of the Willing for Ukraine grew fast.',
    ['coalition-launch-date 2025-03'],
  ],
  ['another coalition', '2025-09-05', 'The government in Berlin was formed in May 2025.', []],
  [
    'hybrid',
    '2025-09-05',
    'The meeting of the Coalition of the Willing was held in person and online.',
    ['meeting-format hybrid'],
  ],
];

test.each(ROWS)('%s', (_, date, text, expected) => {
  const facts = statementsOf(text, date).filter((statement) => statement.kind === 'fact');
  expect(facts.map(inShort).sort()).toEqual([...expected].sort());
});

test('a set that the text calls whole is marked as such', () => {
  const [two] = statementsOf('Only France and Ukraine signed the declaration in Paris on Tuesday.', '2026-01-07');
  expect(two).toMatchObject({ value: 'france,ukraine', only: true });
  const [some] = statementsOf('France and Ukraine signed the declaration in Paris on Tuesday.', '2026-01-07');
  expect(some?.only).toBeUndefined();
});

const PATTERNS: [string, string, string[]][] = [
  [
    'will {send} _3 {troops}',
    'They will send ten thousand fresh soldiers there',
    ['will send ten thousand fresh soldiers'],
  ],
  ['will {send} _3 {troops}', 'They will send help for the tired brave soldiers', []],
  ['will {send} _3 {troops}', 'They will send food to soldiers', []],
  ['rule* out', 'It ruled out one and rules out two', ['ruled out', 'rules out']],
  ['by (phone|conference+call)', 'by conference call or by phone', ['by conference call', 'by phone']],
  ['was not? there', 'He was there, she was not there', ['was there', 'was not there']],
];

test.each(PATTERNS)('pattern “%s” in “%s”', (source, text, expected) => {
  const tokens = tokenize(text);
  const pattern = compilePattern(source, { send: ['send', 'station'], troops: ['troops', 'soldiers'] });
  const found = findPatterns([pattern], tokens, new Set(['to', 'for']));
  expect(found.map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end))).toEqual(expected);
});

test('a pattern that names an unknown class, or could match nothing, is an error that says which', () => {
  expect(() => compilePattern('send {nothing}')).toThrow('send {nothing}');
  expect(() => compilePattern('send? _3')).toThrow('send? _3');
});

test('a phrase must end within the span', () => {
  const tokens = tokenize('it is out of the question');
  const patterns = [compilePattern('out of the question')];
  expect(hasPhrase(patterns, tokens, 0, 5)).toBe(false);
  expect(hasPhrase(patterns, tokens)).toBe(true);
});

test('a list of patterns finds words that come after very many others', () => {
  const many = Array.from({ length: 20_000 }, (_, k) => `w${k}`).join(' ');
  const patterns = [compilePattern('send troops'), compilePattern('rul* out')];
  const found = findPatterns(patterns, tokenize(`${many} send troops zz ruled out ${many}`));
  expect(found.map(({ from, to }) => to - from)).toEqual([2, 2]);
});

test('a measure made of a name has the rule of all names', () => {
  expect(findMeasure(measures, 'meloni-participation-mode')?.id).toBe('participation-mode');
  expect(findMeasure(measures, 'trump-participation-mode')?.id).toBe('trump-participation-mode');
  expect(findMeasure(measures, 'participation')).toBeUndefined();
  expect(findMeasure(measures, 'unheard-of')).toBeUndefined();
});

test.each([
  ['nothing', ''],
  ['punctuation', ',,,;;;:::"""(((—'],
  ['one long sentence', 'Italy will send '.repeat(2000)],
  ['many names', 'Italy, France and Poland '.repeat(1500)],
  ['no letters', '1 2 3 '.repeat(3000)],
])('odd text: %s', (_, text) => {
  expect(() => statementsOf(text, '2025-09-05')).not.toThrow();
});
