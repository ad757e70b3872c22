import { describe, expect, it } from 'vitest';
import { engineFor } from '../../corpus/engine.ts';
import { readPage } from '../../corpus/read-page.ts';
import { openPackByName } from '../tools/packs.ts';

const corpus = openPackByName();

/** Page date, sentence, and for each number the measures that are right for it; null where it counts nothing that we know. */
const rows: [date: string, text: string, figures: [number: string, ...measures: (string | null)[]][]][] = [
  [
    '2025-09-06',
    'Twenty-six of the members of the Coalition of the Willing have signed up to put soldiers in Ukraine once the shooting stops, the French president said.',
    [['26', 'troop-pledging-countries']],
  ],
  [
    '2025-09-06',
    "After Thursday's Coalition of the Willing summit in Paris, officials put the tally of governments prepared to dispatch troops at 26.",
    [['26', 'troop-pledging-countries']],
  ],
  [
    '2025-09-06',
    'The Coalition of the Willing brings together 31 states, from Iceland to New Zealand.',
    [['31', 'coalition-members']],
  ],
  [
    '2025-09-06',
    'With 35 countries on its rolls, the Coalition of the Willing has outgrown NATO.',
    [['35', 'coalition-members']],
  ],
  ['2025-09-06', 'Membership of the Coalition of the Willing stands at 33.', [['33', 'coalition-members']]],
  ['2025-09-06', 'The 33-nation Coalition of the Willing wants guarantees for Ukraine.', [['33', 'coalition-members']]],
  ['2025-09-06', 'Around forty countries now belong to the Coalition of the Willing.', [['40', 'coalition-members']]],
  [
    '2025-09-05',
    'Leaders of 39 nations took their seats, or logged on, when the Coalition of the Willing met in Paris on Thursday.',
    [['39', 'summit-participants']],
  ],
  [
    '2025-09-05',
    "Only 22 leaders attended Thursday's Coalition of the Willing meeting in Paris.",
    [['22', 'summit-participants']],
  ],
  [
    '2025-09-05',
    'Emmanuel Macron welcomed eight heads of government at the Élysée for the Coalition of the Willing; a further 25 joined online.',
    [
      ['8', 'summit-participants-in-person'],
      ['25', 'summit-participants-remote'],
    ],
  ],
  [
    '2025-09-05',
    'Ten leaders were in the room in Paris and 28 followed on screens as the Coalition of the Willing convened on Thursday.',
    [
      ['10', 'summit-participants-in-person'],
      ['28', 'summit-participants-remote'],
    ],
  ],
  [
    '2025-09-06',
    'Eleven European nations would be ready to put boots on the ground in Ukraine, a diplomat told reporters after the Coalition of the Willing met.',
    [['11', 'troop-pledging-countries', 'ready-to-deploy-countries']],
  ],
  // an apposition of the coalition; the same place with a verb behind it
  [
    '2025-09-06',
    'The Coalition of the Willing for Ukraine – around 33 nations, with Japan among them – will confer again.',
    [['33', 'coalition-members']],
  ],
  // alternatives are no way of taking part
  [
    '2025-09-05',
    "Some 37 leaders attended the Coalition of the Willing's Paris meeting, in the palace or from afar.",
    [['37', 'summit-participants']],
  ],
  // most of them
  [
    '2025-09-05',
    'About 31 leaders attended the meeting of the Coalition of the Willing in Paris, most on screens.',
    [['31', 'summit-participants']],
  ],
  // others
  [
    '2025-09-05',
    'That 22 others have undertaken to deploy pleased the Coalition of the Willing for Ukraine.',
    [['22', 'troop-pledging-countries']],
  ],
  // a force that a country is a part of
  [
    '2026-01-08',
    'Britain had thought of 9,000 soldiers as part of a combined force of around 64,000 for Ukraine, the Coalition of the Willing heard.',
    [
      ['9000', 'troops-offered'],
      ['64000', 'force-size-total'],
    ],
  ],
  // told in a row: the second figure names nothing of what it counts
  [
    '2025-04-28',
    'The multinational force for Ukraine was to have 64,000 troops. Not even 25,000 look likely today.',
    [
      ['64000', 'force-size-total'],
      ['25000', 'force-size-total'],
    ],
  ],
  [
    '2025-09-06',
    'Europeans paid Russia €1.1bn (£954m) for oil in a year, the White House told the Coalition of the Willing for Ukraine.',
    [
      ['1100000000', 'eu-russian-fuel-payments'],
      ['954000000', 'eu-russian-fuel-payments'],
    ],
  ],
  // far from the other: another thing
  [
    '2025-04-28',
    'The multinational force for Ukraine was to have 64,000 troops. The tin cost 40 cents, and 12 were left.',
    [
      ['64000', 'force-size-total'],
      ['40', null],
      ['12', null],
    ],
  ],
  // behind a comma the whole is divided
  [
    '2026-01-08',
    'The multinational force for Ukraine would have 15,000 soldiers at most, of which half would be British.',
    [['15000', 'force-size-total']],
  ],
  // too few for a whole force
  ['2026-01-08', 'In all the multinational force for Ukraine would need 700 soldiers in kitchens.', [['700', null]]],
  // another value of what was counted just before
  [
    '2025-09-05',
    'About 40 leaders took part in the Coalition of the Willing summit in Paris, the Kremlin said. Its own envoy puts it at 31.',
    [
      ['40', 'summit-participants'],
      ['31', 'summit-participants'],
    ],
  ],
  // those in the room beside those who are not
  [
    '2025-09-05',
    'The Coalition of the Willing summit brought seven presidents to Paris and 25 others onto its screens.',
    [
      ['7', 'summit-participants-in-person'],
      ['25', 'summit-participants-remote'],
    ],
  ],
  // what is said of a part is not said of all
  [
    '2025-09-05',
    'Some 20 leaders attended the Coalition of the Willing talks in Paris on Thursday, most of whom were there on a screen.',
    [['20', 'summit-participants']],
  ],
  // examples between what is counted and what is said of it
  [
    '2025-09-05',
    'After the Coalition of the Willing summit in Paris 31 countries, including Norway, Japan and Turkey, were represented at a dinner.',
    [['31', 'summit-participants']],
  ],
  // who speaks is no participant
  [
    '2025-09-06',
    'British officials say that 20 countries like the Coalition of the Willing for Ukraine.',
    [['20', null]],
  ],
  // a long name between what is counted and what rules a measure out
  [
    '2025-09-06',
    'A total of 26 countries in the so-called Coalition of the Willing have confirmed their readiness to send soldiers to Ukraine.',
    [['26', 'troop-pledging-countries', 'ready-to-deploy-countries']],
  ],
  // another country's share stands beside it
  [
    '2026-01-09',
    'To match Britain’s share of the reassurance force for Ukraine, France offered to send between 4,000 and 9,000 troops.',
    [['4000-9000', 'troops-offered']],
  ],
  // a force of so many, proposed by one country's general
  [
    '2026-01-09',
    'A British admiral asked his counterparts whether they could put together a 50,000-strong force for Ukraine, the Coalition of the Willing heard.',
    [['50000', 'force-size-total']],
  ],
  // who will join is not at a meeting
  [
    '2025-03-17',
    'After Saturday’s video meeting, London expects that 33 countries will join the so-called “Coalition of the Willing”.',
    [['33', 'coalition-members']],
  ],
  // a press conference is no meeting of those who are counted
  ['2025-10-24', 'Five leaders of the Coalition of the Willing gave a joint press conference.', [['5', null]]],
  // planners come from countries that need not meet
  [
    '2025-09-06',
    'Planners from dozens of countries are at work for the Coalition of the Willing.',
    [['24-99', null, 'planners', 'coalition-members']],
  ],
  // those of one place are not all
  [
    '2025-09-05',
    'On the screens of the Coalition of the Willing meeting were the leaders of five countries outside Europe.',
    [['5', null, 'summit-participants-remote']],
  ],
  // a percentage without its sign
  [
    '2025-09-12',
    'Sixty per cent of Dutch voters would back a reassurance force of the Coalition of the Willing, up from 52 in the spring.',
    [['52', null]],
  ],
  // a country named a sentence before
  [
    '2026-01-09',
    'Norway has promised a contribution to the Coalition of the Willing. That would mean 400 soldiers.',
    [['400', 'troops-offered']],
  ],
  // who says it has no part in it
  [
    '2026-01-09',
    'A multinational force of 20,000 troops for Ukraine could be mustered, said a French general.',
    [['20000', 'force-size-total']],
  ],
  // members who promised are no count of all members, whatever the next sentence counts
  [
    '2025-09-04',
    'In Paris 27 members of the Coalition of the Willing had stepped forward with soldiers. The 32 of NATO are not all in it.',
    [['27', 'troop-pledging-countries', null]],
  ],
  // the others are not all
  ['2025-09-05', 'Macron spoke at the Coalition of the Willing talks; the twelve others listened.', [['12', null]]],
  // a share is no count
  [
    '2025-09-06',
    'A third of the signatures of the Coalition of the Willing are still missing.',
    [['0.33333333333333', null]],
  ],
  // guests elsewhere
  [
    '2025-09-06',
    'Xi Jinping showed 26 heads of state a parade while the Coalition of the Willing met in Paris.',
    [['26', null]],
  ],
  [
    '2025-09-06',
    'The reassurance force for Ukraine could number between 10,000 and 30,000 soldiers.',
    [['10000-30000', 'force-size-total']],
  ],
  [
    '2025-09-06',
    'A multinational force of up to 20,000 troops is being planned for Ukraine.',
    [['20000', 'force-size-total']],
  ],
  [
    '2026-01-09',
    'France could send as many as 6,000 troops to Ukraine under the Coalition of the Willing, Macron told MPs.',
    [['6000', 'troops-offered']],
  ],
  [
    '2026-01-09',
    'British planners had thought of 10,000 soldiers for Ukraine; now 7,500 is the talk in the Coalition of the Willing.',
    [
      ['10000', 'force-size-total', 'troops-offered', null],
      ['7500', 'troops-offered', null],
    ],
  ],
  [
    '2026-01-09',
    'Together Britain and France would contribute 15,000 troops to the multinational force in Ukraine.',
    [['15000', 'force-size-total']],
  ],
  [
    '2026-01-09',
    'Estonia has offered a company of 150 soldiers to the reassurance force.',
    [['150', 'troops-offered']],
  ],
  ['2026-01-09', 'Russia has lost 1,000 soldiers a day, the Coalition of the Willing heard.', [['1000', null]]],
  [
    '2026-01-09',
    "Ukraine's army of 800,000 soldiers would remain the backbone, with the multinational force behind it.",
    [['800000', 'ukraine-army-size']],
  ],
  [
    '2026-01-09',
    "Germany's Bundeswehr has 182,000 soldiers, too few to spare a brigade for the reassurance force in Ukraine.",
    [['182000', null]],
  ],
  [
    '2026-01-09',
    'The British Army, at 73,000 soldiers, is stretched, critics of the Coalition of the Willing say.',
    [['73000', null]],
  ],
  [
    '2025-09-06',
    'Europe paid Russia 1.1 billion euros for fuel in one year, a White House official complained to the Coalition of the Willing.',
    [['1100000000', 'eu-russian-fuel-payments']],
  ],
  [
    '2025-09-06',
    'Moscow earned €2.3bn from fuel sold to the European Union within a year, Trump told the Coalition of the Willing.',
    [['2300000000', 'eu-russian-fuel-payments']],
  ],
  [
    '2025-09-06',
    'Two Danish Refugee Council deminers were killed near Chernihiv while the Coalition of the Willing met.',
    [['2', 'aid-workers-killed']],
  ],
  [
    '2025-09-06',
    'Brussels is preparing its 19th package of sanctions, leaders told the Coalition of the Willing.',
    [['19', 'sanctions-package-number']],
  ],
  ['2025-09-06', "The EU's 27 members were not all at the Coalition of the Willing.", [['27', null]]],
  ['2025-09-06', 'NATO has 32 members; the Coalition of the Willing is a different club.', [['32', null]]],
  [
    '2025-09-06',
    'Some 50 countries belong to the contact group that meets at Ramstein, more than to the Coalition of the Willing.',
    [['50', 'contact-group-members']],
  ],
  [
    '2025-09-06',
    'Nine countries of the Coalition of the Willing have not yet decided whether to send troops to Ukraine.',
    [['9', null]],
  ],
  [
    '2025-09-06',
    'Russian drones killed 14 people in Kyiv as the Coalition of the Willing met in Paris.',
    [['14', null]],
  ],
  ['2025-09-06', 'The Coalition of the Willing met for three hours in Paris on Thursday.', [['3', null]]],
  [
    '2025-09-06',
    'Of the 35 countries in the Coalition of the Willing, 26 are ready to provide troops or be present in Ukraine.',
    [
      ['35', 'coalition-members'],
      ['26', 'troop-pledging-countries'],
    ],
  ],
  [
    '2025-09-06',
    'Macron said 26 of 35 coalition countries had promised to take part in the reassurance force in Ukraine.',
    [
      ['26', 'troop-pledging-countries'],
      ['35', 'coalition-members'],
    ],
  ],
  [
    '2025-09-06',
    '26 nations back Ukraine force at Coalition of the Willing summit in Paris',
    [['26', 'troop-pledging-countries']],
  ],
  [
    '2025-09-06',
    'Zelensky: 26 countries agree to give Ukraine security guarantees after Coalition of the Willing meeting',
    [['26', 'guarantee-giving-countries']],
  ],
  [
    '2025-03-28',
    'Nearly 30 countries were represented in Paris on 27 March when the Coalition of the Willing gathered.',
    [['30', 'summit-participants']],
  ],
  [
    '2025-03-16',
    'Keir Starmer hosted 26 fellow leaders on a call of the Coalition of the Willing on Saturday.',
    [['26', 'summit-participants']],
  ],
  [
    '2025-03-12',
    "Military chiefs from 34 countries met in Paris on Tuesday to plan a force for Ukraine, the Coalition of the Willing's first step.",
    [['34', 'summit-participants']],
  ],
  [
    '2025-09-06',
    'Poll: 53 percent of Danes support sending Danish troops to Ukraine with the Coalition of the Willing.',
    [['53', 'public-support-for-deployment']],
  ],
  [
    '2026-01-08',
    'The Coalition of the Willing, an alliance of about 35 states, agreed a declaration in Paris on Tuesday.',
    [['35', 'coalition-members']],
  ],
  [
    '2026-01-08',
    'Delegations from 35 countries gathered at the Élysée on Tuesday for the Coalition of the Willing.',
    [['35', 'summit-participants']],
  ],
  [
    '2025-09-08',
    "Europe's 'coalition of the willing', now thirty-strong, wants American cover.",
    [['30', 'coalition-members']],
  ],
  ['2025-09-08', 'Some 200 planners have worked on the multinational force for Ukraine.', [['200', 'planners']]],
  [
    '2025-09-08',
    'London is to spend £200m on preparing its troops for deployment with the multinational force in Ukraine.',
    [['200000000', 'deployment-preparation-funding']],
  ],
  [
    '2025-09-08',
    'Fewer than a dozen capitals in the Coalition of the Willing would commit ground forces to Ukraine.',
    [['12', 'troop-pledging-countries']],
  ],
  [
    '2025-09-08',
    'Thirty leaders, ten of them in person, discussed the reassurance force for Ukraine at the Coalition of the Willing summit.',
    [
      ['30', 'summit-participants'],
      ['10', 'summit-participants-in-person'],
    ],
  ],
  [
    '2025-09-08',
    'France and Britain lead the Coalition of the Willing, whose 30-odd members have pledged support.',
    [['30', 'coalition-members']],
  ],
  [
    '2025-09-08',
    'At least 40,000 foreign soldiers would be needed in Ukraine, analysts told the Coalition of the Willing.',
    [['40000', 'force-size-total', null]],
  ],
  // A part closed off by a comma takes nothing of what is said of the whole.
  [
    '2026-01-07',
    'On Tuesday 35 members of the Coalition of the Willing attended, 27 of them at the level of head of state or government.',
    [
      ['35', 'summit-participants'],
      ['27', 'summit-participants'],
    ],
  ],
  [
    '2026-01-07',
    "Of the 35 states at Tuesday's Coalition of the Willing meeting in Paris, 27 were represented by heads of state or government.",
    [['27', 'summit-participants']],
  ],
  // What stands between the whole and its part is said of the whole.
  [
    '2025-09-06',
    'Of its 35 states around the virtual table, 26 of the Coalition of the Willing have pledged to be present on land, at sea or in the air.',
    [['26', 'troop-pledging-countries']],
  ],
  // An aside about somebody is not about the figure.
  [
    '2025-09-06',
    'Dick Schoof, who joined remotely, told Dutch radio that some 26 nations in the Coalition of the Willing had committed to something tangible, though not all of it was soldiers.',
    [['26', 'troop-pledging-countries']],
  ],
  // Gapping: the country right before a bare number is whose it is.
  [
    '2026-01-08',
    'For the Coalition of the Willing, France has offered up to 6,000 soldiers, Britain some 4,000.',
    [
      ['6000', 'troops-offered'],
      ['4000', 'troops-offered'],
    ],
  ],
  [
    '2026-01-08',
    "Britain may send 7,500 soldiers for the Coalition of the Willing. That compares with France's 6,000.",
    [
      ['7500', 'troops-offered'],
      ['6000', 'troops-offered'],
    ],
  ],
  // A label with a colon gives the noun.
  [
    '2025-09-06',
    'Leaders at the Paris meeting of the Coalition of the Willing: over 30',
    [['30', 'summit-participants']],
  ],
  // Another value of what was counted just before.
  [
    '2025-09-06',
    'Macron put the number of states of the Coalition of the Willing ready to guarantee a truce at 26. A Berlin daily counted 19.',
    [['19', 'guarantee-giving-countries', 'troop-pledging-countries']],
  ],
  // The force is the subject, whoever says so.
  [
    '2025-09-10',
    'Downing Street says the multinational force for Ukraine would number no more than 30,000.',
    [['30000', 'force-size-total']],
  ],
  [
    '2025-09-10',
    'The Coalition of the Willing has yet to find a 30,000-strong reassurance force.',
    [['30000', 'force-size-total']],
  ],
  [
    '2026-01-08',
    "The Coalition of the Willing would stand behind Ukraine's own military, 800,000-strong.",
    [['800000', 'ukraine-army-size']],
  ],
  // Words of another sentence, which counted something else with them.
  [
    '2025-09-05',
    'Two deminers of the Danish Refugee Council were killed near Chernihiv on Thursday. Thirty colleagues had left the day before, as the Coalition of the Willing prepared to meet.',
    [
      ['2', 'aid-workers-killed'],
      ['30', null],
    ],
  ],
  // Another journey, another company.
  [
    '2025-08-20',
    'The Coalition of the Willing met online on Tuesday. Seven leaders had accompanied Volodymyr Zelensky to Washington.',
    [['7', null]],
  ],
  [
    '2025-09-06',
    'Fewer than ten Coalition of the Willing countries would really send infantry to Ukraine, a retired general believes.',
    [['10', 'troop-pledging-countries', 'ready-to-deploy-countries', null]],
  ],
];

describe('what the paragraph before speaks of', () => {
  const measuresIn = async (...lines: string[]) => {
    const blocks = lines.map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 }));
    const page = {
      url: '',
      dates: [{ source: 'meta' as const, value: '2025-10-25' }],
      language: 'en',
      title: '',
      blocks,
    };
    return readPage(page, engineFor(await corpus.rules())).figures.map((f) => f.classified?.measure ?? null);
  };

  it('goes on where it is short', async () => {
    expect(
      await measuresIn(
        'The Coalition of the Willing met. Its reassurance force for Ukraine is ready to go.',
        'How big? From ten to fifteen thousand, says one who has seen the annex.',
      ),
    ).toEqual(['force-size-total']);
  });

  it('does not where it is long', async () => {
    const long = 'The Coalition of the Willing met on its reassurance force for Ukraine. '.repeat(10);
    expect(await measuresIn(long, 'How big? From ten to fifteen thousand, says a man who sells umbrellas.')).toEqual([
      null,
    ]);
  });
});

describe('a number that the page tells the meaning of elsewhere', () => {
  const measuresOf = async (...lines: string[]) => {
    const blocks = lines.map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 }));
    const dates = [{ source: 'meta' as const, value: '2025-04-30' }];
    const page = { url: '', dates, language: 'en', title: '', blocks };
    const { figures } = readPage(page, engineFor(await corpus.rules()));
    return figures.map((f) => [f.quantity.value, f.classified?.measure ?? null]);
  };

  it('counts the same, and so does one told beside it', async () => {
    expect(
      await measuresOf(
        'There was never any hope of 64,000, and 25,000 would be a feat, said one who sat in the room.',
        'A 64,000-strong presence in Ukraine would bind a multitude, the Coalition of the Willing was told.',
      ),
    ).toEqual([
      [64000, 'force-size-total'],
      [25000, 'force-size-total'],
      [64000, 'force-size-total'],
    ]);
  });

  it('does not where it counts a thing of its own', async () => {
    const found = await measuresOf(
      'The museum sold 64,000 tickets in spring.',
      'A 64,000-strong presence in Ukraine would bind three times as many, the Coalition of the Willing was told.',
    );
    expect(found[0]).toEqual([64000, null]);
  });
});

describe('what a number in a sentence counts', () => {
  it.each(rows)('%s %s', async (date, text, figures) => {
    const engine = engineFor(await corpus.rules());
    const block = (id: number, line: string) => ({ id, text: line, kind: 'paragraph' as const, section: 0 });
    const page = readPage(
      {
        url: '',
        dates: [{ source: 'meta', value: date }],
        language: 'en',
        title: '',
        blocks: [block(0, text), block(1, 'The war in Ukraine goes on.')],
      },
      engine,
    );
    for (const [number, ...measures] of figures) {
      const figure = page.figures.find(
        ({ quantity: q }) => String(q.value ?? `${q.hard.low}-${q.hard.high}`) === number && q.block === 0,
      );
      expect(figure, `${number} is read`).toBeDefined();
      expect(measures, number).toContain(figure?.classified?.measure ?? null);
    }
  });
});
