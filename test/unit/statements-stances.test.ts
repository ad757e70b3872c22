import { expect, test } from 'vitest';
import { inShort, statementsOf } from './statements-pack.ts';

/** kind of sentence, the sentence, the positions read */
const ROWS: [string, string, string[]][] = [
  ['a plain refusal', 'Italy will not send troops to Ukraine.', ['italy rules-out-troops']],
  ['ruled out', 'Italy has ruled out any deployment of its soldiers to Ukraine.', ['italy rules-out-troops']],
  [
    'the office-holder refuses',
    'Giorgia Meloni, tired of the question, rules out sending her military to Ukraine.',
    ['italy rules-out-troops'],
  ],
  ['sends none', 'Italy sends no troops to Ukraine.', ['italy rules-out-troops']],
  ['its soldiers', 'As for Italy, its soldiers will stay at home, whatever Ukraine asks.', ['italy rules-out-troops']],
  [
    'soldiers by nationality',
    'Polish soldiers will not be seen in Ukraine, nor go there.',
    ['poland rules-out-troops'],
  ],
  ['no soldiers by nationality', 'No Polish soldiers will go to Ukraine.', ['poland rules-out-troops']],
  ['no boots', 'There will be no Italian boots on the ground in Ukraine.', ['italy rules-out-troops']],
  ['a capital for its government', 'Warsaw refuses to deploy troops to Ukraine.', ['poland rules-out-troops']],
  [
    'a list',
    'Poland, Spain and Italy will send nobody to Ukraine.',
    ['italy rules-out-troops', 'poland rules-out-troops', 'spain rules-out-troops'],
  ],
  [
    'neither, nor',
    'Neither Poland nor Italy will send troops to Ukraine.',
    ['italy rules-out-troops', 'poland rules-out-troops'],
  ],
  ['decided not to', 'London has decided not to send troops to Ukraine.', ['united-kingdom rules-out-troops']],
  ['unlike another', 'Unlike France, Italy is not prepared to send troops to Ukraine.', ['italy rules-out-troops']],
  [
    'an aside says who tells it',
    'Italy, officials in Rome say, has not decided on troops for Ukraine.',
    ['italy undecided'],
  ],
  ['an aside names another', 'France, unlike Italy, will send troops to Ukraine.', ['france will-deploy']],
  [
    'a capital behind “that”',
    'A spokesman said that Berlin would decide on troops for Ukraine later.',
    ['germany undecided'],
  ],
  [
    'a promise',
    'France and Britain will send troops to Ukraine after a ceasefire.',
    ['france will-deploy', 'united-kingdom will-deploy'],
  ],
  [
    'committed',
    'Germany commits 5,000 troops to the reassurance force for Ukraine.',
    ['germany will-deploy (reassurance-force)'],
  ],
  ['agreed', 'Italy has agreed to deploy a battalion to western Ukraine.', ['italy will-deploy']],
  [
    'soldiers will be stationed',
    'German soldiers will be stationed in Ukraine, Friedrich Merz announced.',
    ['germany will-deploy'],
  ],
  ['ready', 'Italy is ready to send 2,000 soldiers to Ukraine.', ['italy ready-to-deploy']],
  [
    'boots',
    'Keir Starmer said Britain was prepared to put boots on the ground in Ukraine.',
    ['united-kingdom ready-to-deploy'],
  ],
  [
    'willing, for a mission',
    'Pedro Sánchez is willing to send troops to Ukraine in a peacekeeping mission.',
    ['spain ready-to-deploy (peacekeeping)'],
  ],
  ['open', 'Spain is open to sending peacekeepers to Ukraine.', ['spain open (peacekeeping)']],
  ['does not rule out', 'Poland does not rule out sending troops to Ukraine.', ['poland open']],
  [
    'two missions',
    'Ireland will stay out of the reassurance force for Ukraine; it might join a peacekeeping mission.',
    ['ireland open (peacekeeping)', 'ireland rules-out-troops (reassurance-force)'],
  ],
  [
    'the other mission is another clause’s',
    'Portugal rules out troops in Ukraine, but it might join a peacekeeping mission.',
    ['portugal open (peacekeeping)', 'portugal rules-out-troops'],
  ],
  ['only on conditions', 'Turkey would only send troops to Ukraine once a ceasefire holds.', ['turkey conditional']],
  [
    'next door',
    'Germany could deploy forces on NATO territory bordering Ukraine.',
    ['germany conditional (neighbouring-nato)'],
  ],
  [
    'its troops wait next door',
    'Germany is another case: German troops would wait in Romania for a truce in Ukraine.',
    ['germany conditional (neighbouring-nato)'],
  ],
  ['undecided', 'Germany has not yet decided whether to send troops to Ukraine.', ['germany undecided']],
  ['later', 'Berlin would decide on troops for Ukraine in due course.', ['germany undecided']],
  // Giving up, turning back, staying away.
  ['pulls out', 'France is pulling out of the force for Ukraine.', ['france rules-out-troops']],
  [
    'backs out',
    'Britain is backing out of the multinational force for Ukraine.',
    ['united-kingdom rules-out-troops (reassurance-force)'],
  ],
  [
    'gives up the idea',
    'Emmanuel Macron has given up the idea of French troops in Ukraine.',
    ['france rules-out-troops'],
  ],
  [
    'takes back the offer',
    'Spain has withdrawn its offer of peacekeepers for Ukraine.',
    ['spain rules-out-troops (peacekeeping)'],
  ],
  [
    'drops the plan',
    'Keir Starmer has dropped plans to send British troops to Ukraine.',
    ['united-kingdom rules-out-troops'],
  ],
  ['the plan is dropped', 'The plan to send Spanish soldiers to Ukraine has been dropped.', ['spain rules-out-troops']],
  ['closes the door', 'Pedro Sánchez closed the door on Spanish troops in Ukraine.', ['spain rules-out-troops']],
  ['no longer wants', 'Britain no longer wants to send troops to Ukraine.', ['united-kingdom rules-out-troops']],
  ['keeps hers out', 'Giorgia Meloni keeps her soldiers out of Ukraine.', ['italy rules-out-troops']],
  ['not one', 'Not one Italian soldier, said Giorgia Meloni, will go to Ukraine.', ['italy rules-out-troops']],
  ['none will ever', 'No Spanish soldier would ever set foot in Ukraine.', ['spain rules-out-troops']],
  [
    'there will be none',
    'There will be no Irish peacekeepers in Ukraine.',
    ['ireland rules-out-troops (peacekeeping)'],
  ],
  ['not foreseen', 'Spanish soldiers for Ukraine are not foreseen.', ['spain rules-out-troops']],
  ['stay at home', 'Italian soldiers stay at home, whatever Ukraine wants.', ['italy rules-out-troops']],
  ['after all', 'In a U-turn, Italy will send soldiers to Ukraine after all.', ['italy will-deploy']],
  [
    'a green light',
    'Rome has given the green light to a deployment of 2,000 soldiers in Ukraine.',
    ['italy will-deploy'],
  ],
  [
    'two missions in two short answers',
    'Would Irish soldiers go to Ukraine? As part of a reassurance force, they will not; with blue helmets, perhaps.',
    ['ireland open (peacekeeping)', 'ireland rules-out-troops (reassurance-force)'],
  ],
  ['a short answer about nobody', 'Would soldiers go to Ukraine? As peacekeepers, perhaps.', []],
  ['has not given up', 'Keir Starmer has not given up the idea of British troops in Ukraine.', []],
  ['denies giving up', 'Keir Starmer denied that he had given up the idea of British troops in Ukraine.', []],
  ['has he given up?', 'Has Emmanuel Macron given up the idea of French troops in Ukraine?', []],
  ['were it to pull out', 'If Britain were to pull out of the multinational force, Ukraine would suffer.', []],
  ['others want it out', 'Critics want Britain to pull out of the multinational force for Ukraine.', []],
  ['out of somewhere else', 'France is pulling its forces out of Mali, Ukraine or not.', []],
  ['somebody else’s troops', 'France wants Russia to withdraw its troops from Ukraine.', []],
  ['plans of talks', 'Italy cancelled its plan of talks on troops in Ukraine.', []],
  ['left a building', 'Britain left the force headquarters for Ukraine at noon, soldiers and all.', []],
  // What is not the thing itself.
  ['a denial', 'Giorgia Meloni denied that Italy would send troops to Ukraine.', []],
  ['a denied report', 'Reports that Italy will send troops to Ukraine are untrue.', []],
  ['it is not true', 'It is not true that Poland will send troops to Ukraine.', []],
  ['a condition', 'If Italy were to send troops to Ukraine, parliament would vote.', []],
  ['a question', 'Will Italy send troops to Ukraine?', []],
  ['an indirect question', 'Nobody knows whether Italy will send troops to Ukraine.', []],
  ['a wish of another', 'Emmanuel Macron hopes that Italy will send troops to Ukraine.', []],
  ['an expectation of another', 'Kyiv expects that Germany will send troops to Ukraine.', []],
  ['how it was', 'Poland used to rule out sending troops to Ukraine.', []],
  ['had ruled out', 'In February Germany had ruled out sending troops to Ukraine.', []],
  // Other theatres, other objects, other subjects.
  ['another theatre', 'Talk of Ukraine aside, Australia and Japan will send no troops to the Strait of Hormuz.', []],
  ['another country', 'Germany will send troops to Lithuania, but Ukraine is another matter.', []],
  ['ships', 'Italy will send no warships for Ukraine.', []],
  ['training', 'Italy will train Ukrainian troops at home.', []],
  ['weapons to troops', 'Germany will send weapons to Ukrainian troops.', []],
  ['the other side', 'Russia will send more troops to Ukraine.', []],
  ['a stranger', 'Poland says that North Korea will send more soldiers against Ukraine.', []],
  ['its allies', 'Allies of Poland will send troops to Ukraine.', []],
  ['a people in a poll', 'In a poll, Germans rejected sending soldiers to Ukraine.', []],
  ['an opposition', 'The Italian opposition rejects sending troops to Ukraine.', []],
  ['the other side refuses', 'Russia will not accept Italian troops in Ukraine.', []],
  ['a capital before a noun', 'The Paris defence talks about Ukraine will send no troops anywhere.', []],
  ['behind a day', 'On Thursday Italy ruled out sending troops to Ukraine.', ['italy rules-out-troops']],
  ['behind a month', 'In September Germany ruled out sending troops to Ukraine.', ['germany rules-out-troops']],
  [
    'behind a place and a day',
    'In Rome on Thursday Giorgia Meloni ruled out sending troops to Ukraine.',
    ['italy rules-out-troops'],
  ],
  ['once a truce holds', 'Once a truce holds, Germany will send troops to Ukraine.', ['germany will-deploy']],
  ['once again', 'Once again Italy ruled out sending troops to Ukraine.', ['italy rules-out-troops']],
  ['once, long ago', 'Germany once ruled out sending troops to Ukraine.', []],
  [
    'contrary to reports',
    'Contrary to reports, Germany will not send troops to Ukraine.',
    ['germany rules-out-troops'],
  ],
  ['denied at the start, told by somebody', 'Untrue, said the minister, that Italy will send troops to Ukraine.', []],
  ['denied at the start, with an aside', 'Denying, once more, that Italy will send troops to Ukraine, he left.', []],
  ['wrong at the start', 'Wrongly, some papers wrote, Italy will send troops to Ukraine.', []],
  [
    'contrary to reports with an aside',
    'Contrary to reports, he said, that Italy will send troops to Ukraine, nothing is decided.',
    [],
  ],
  [
    'asked about another matter',
    'Asked about the price of gas, she said that Italy will not send troops to Ukraine.',
    ['italy rules-out-troops'],
  ],
  ['contrary to what is said', 'It is contrary to fact that Germany will send troops to Ukraine.', []],
  [
    'waits before it decides',
    'Germany will wait for others before it decides on troops for Ukraine.',
    ['germany undecided'],
  ],
  ['put off', 'Germany put off a decision on troops for Ukraine.', ['germany undecided']],
  ['voted against any', 'Bulgaria has voted against any troops for Ukraine.', ['bulgaria rules-out-troops']],
  ['therefore not', 'Finland will therefore not station soldiers in Ukraine.', ['finland rules-out-troops']],
  ['out of the question', 'Sending Italian troops to Ukraine is out of the question.', ['italy rules-out-troops']],
  [
    'offered to take part',
    'Portugal has offered to take part in the reassurance force for Ukraine.',
    ['portugal ready-to-deploy (reassurance-force)'],
  ],
  ['a company', 'Latvia is considering sending a company to Ukraine.', ['latvia open']],
  [
    'this but not that',
    'Belgium is willing to provide ships and aircraft but not infantry to Ukraine.',
    ['belgium supports-without-troops'],
  ],
  [
    'the office of whoever is named before a colon',
    'That is how they read Friedrich Merz: the chancellor has ruled out sending troops to Ukraine.',
    ['germany rules-out-troops'],
  ],
  [
    'the office in short',
    'Keir Starmer spoke to MPs. The PM ruled out sending troops to Ukraine.',
    ['united-kingdom rules-out-troops'],
  ],
  [
    'the office of one of two',
    'Keir Starmer met Donald Tusk. The prime minister ruled out sending troops to Ukraine.',
    [],
  ],
  ['no topic', 'Italy will not send troops.', []],
];

test.each(ROWS)('%s', (_, text, expected) => {
  const found = statementsOf(text, '2025-09-05').filter((statement) => statement.kind === 'stance');
  expect(found.map(inShort).sort()).toEqual([...expected].sort());
});

test('an office-holder is the speaker, a country alone has none', () => {
  const [meloni] = statementsOf('Giorgia Meloni will not send troops to Ukraine.', null);
  expect(meloni).toMatchObject({ measure: 'stance', scope: { country: 'italy' }, officeHolder: true });
  expect(meloni?.speaker?.entity).toBe('giorgia-meloni');
  const [italy] = statementsOf('Italy will not send troops to Ukraine.', null);
  expect(italy?.officeHolder).toBeUndefined();
});

test('a pronoun stands for somebody of a longer sentence before', () => {
  const [donald] = statementsOf(
    'Among the many guests of the long evening in the palace was, after the speeches and the soup, Donald Tusk. He will not send troops to Ukraine.',
    null,
  );
  expect(donald).toMatchObject({ scope: { country: 'poland' }, speaker: { text: 'He' } });
  const [its] = statementsOf(
    'The evening in the palace, after the speeches and the soup, belonged to Poland. Its soldiers will stay at home, whatever Ukraine asks.',
    null,
  );
  expect(its).toMatchObject({ scope: { country: 'poland' } });
});

test('a date long past is the date of the position', () => {
  const [then] = statementsOf('In March 2025 Italy ruled out sending troops to Ukraine.', '2025-09-05');
  expect(then?.asOf).toBe('2025-03-31');
});
