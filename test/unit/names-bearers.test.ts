import { describe, expect, it } from 'vitest';
import { readPage } from './names-helpers.ts';

const anchorsOf = (text: string, date: string | null) =>
  readPage(text, date)
    .mentions.filter((m) => m.entity === 'coalition-of-the-willing' || m.entity === 'multinational-force-ukraine')
    .map((m) => m.surface)
    .join('; ');

/** [kind, text, surfaces of the coalition and the force, date] */
/** Sentences that say nothing. */
const FAR = 'It rained. The tea was cold. Nobody minded. The clock struck. ';

const rows: [string, string, string, (string | null)?][] = [
  ['plain', 'The coalition of the willing met in Paris with Ukraine in the chair.', 'coalition of the willing'],
  [
    'quotes inside, hyphens',
    'The coalition of the “willing” helps Ukraine; a Coalition-of-the-Willing call follows.',
    'coalition of the “willing; Coalition-of-the-Willing',
  ],
  ['volunteers', 'The Volunteers Coalition will fortify Ukraine.', 'Volunteers Coalition'],
  [
    'French and German',
    'La coalition des volontaires et l’Ukraine. Die Koalition der Willigen tagt mit Selenskyj.',
    'coalition des volontaires; Koalition der Willigen',
  ],
  [
    'words of both kinds, both far away, and company',
    `Ukraine waited. ${FAR}Emmanuel Macron and Giorgia Meloni came to the coalition of the willing. ${FAR}Then came the football.`,
    'coalition of the willing',
  ],
  [
    'the same without company',
    `Ukraine waited. ${FAR}Guests came to the coalition of the willing. ${FAR}Then came the football.`,
    '',
  ],
  [
    'leaders and soldiers, no country',
    'Macron keeps his soldiers ready, and the coalition of the willing counts on Starmer.',
    'coalition of the willing',
  ],
  [
    'a president and the Commission, of a coalition that is known',
    'Donald Trump scolded the coalition of the willing. Ursula von der Leyen answered him.',
    'coalition of the willing',
  ],
  [
    'a president and the Commission, of some coalition',
    'Donald Trump scolded a coalition of the willing. Ursula von der Leyen answered him.',
    '',
  ],
  ['leaders alone', 'Macron praised his coalition of the willing for a ban on phones.', ''],
  ['before it existed', 'A coalition of the willing could help Ukraine, some muse.', '', '2024-03-01'],
  ['Iraq, named', 'In 2003 George W. Bush named a coalition of the willing against Saddam Hussein.', ''],
  [
    'Iraq and Ukraine on one page',
    'In 2003 a coalition of the willing went to Iraq. Today a coalition of the willing forms for Ukraine.',
    'coalition of the willing',
  ],
  [
    'Afghanistan beside Ukraine',
    'Veterans of Afghanistan recall a coalition of the willing. Britain thinks of soldiers for Ukraine. They would stay for years.',
    '',
  ],
  ['climate', 'A coalition of the willing on coal met. Keir Starmer sent a minister, and the army was not needed.', ''],
  ['asylum', 'Mette Frederiksen leads a coalition of the willing on asylum; the military has no part in it.', ''],
  [
    'Greenland',
    'A coalition of the willing to defend Greenland forms, with troops from Germany. Donald Trump is furious.',
    '',
  ],
  ['Hormuz', 'Emmanuel Macron wants a coalition of the willing for the Strait of Hormuz. Troops are not foreseen.', ''],
  [
    'football',
    'Clubs form a coalition of the willing against the new league; Ukraine’s join later. Fans of the league protest.',
    '',
  ],
  ['business', 'She calls them her coalition of the willing: twelve managers who test the tool.', ''],
  ['unwilling', 'A coalition of the unwilling blocks the loan for Ukraine.', ''],
  ['pun', 'Coalition of the Un(willing), says the blog about Ukraine.', ''],
  [
    'another coalition',
    'The Drone Coalition and the demining coalition help Ukraine, and the coalition in Berlin quarrels.',
    '',
  ],
  ['reassurance force', 'Ireland stays out of any reassurance force for Ukraine.', 'reassurance force'],
  ['multinational force', 'A multinational force would guard a truce in Ukraine.', 'multinational force'],
  ['force in Gaza', 'A multinational force for Gaza will have 20,000 troops, says Marco Rubio.', ''],
  ['force in Haiti', 'The multinational force in Haiti waits for money, while Ukraine waits for arms.', ''],
  ['force in Kosovo', 'KFOR, the multinational force in Kosovo, grows.', ''],
  [
    'acronym after its name',
    'The Multinational Force Ukraine (MFU) has its staff in Paris. The MFU grows.',
    'Multinational Force Ukraine; MFU; MFU',
  ],
  [
    'no short forms',
    'The coalition of the willing for peace in Ukraine met. The coalition is large; the group and the force wait.',
    'coalition of the willing',
  ],
];

describe('bearers of the coalition’s and the force’s names', () => {
  it.each(rows)('%s', (_, text, surfaces, date) => {
    expect(anchorsOf(text, date === undefined ? '2025-09-05' : date)).toBe(surfaces);
  });
});
