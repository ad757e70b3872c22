import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDates } from '../../utils/language/dates.ts';
import { englishDates } from '../../utils/language/en/dates.ts';
import { englishEvents } from '../../utils/language/en/events.ts';
import { englishSentences } from '../../utils/language/en/sentences.ts';
import { findEvent, pageEvent } from '../../utils/language/events.ts';
import type { EntityRule } from '../../utils/language/pack-rules.ts';
import { splitSentences } from '../../utils/language/sentences.ts';
import type { Block, Mention, Place, Reading } from '../../utils/language/types.ts';

const packFolder = new URL('../../corpus/packs/coalition-of-the-willing/entities/', import.meta.url);
const events = JSON.parse(readFileSync(new URL('events.json', packFolder), 'utf8')) as EntityRule[];
const name = (id: string, kind: EntityRule['kind'], ...names: string[]): EntityRule => ({
  id,
  kind,
  name: names[0]!,
  aliases: names.map((text) => ({ text })),
});
const entities: EntityRule[] = [
  name('emmanuel-macron', 'person', 'Macron', 'Emmanuel Macron'),
  name('keir-starmer', 'person', 'Starmer', 'Keir Starmer'),
  name('volodymyr-zelensky', 'person', 'Zelensky'),
  name('donald-trump', 'person', 'Trump', 'Donald Trump'),
  name('coalition-of-the-willing', 'coalition', 'Coalition of the Willing', 'coalition of the willing'),
  name('nato', 'organisation', 'NATO'),
  name('ukraine', 'country', 'Ukraine'),
  name('france', 'country', 'France', 'Paris'),
  name('china', 'country', 'China', 'Beijing'),
  name('united-states', 'country', 'United States', 'Washington'),
  ...events,
];

function readingOf(paragraphs: string[], date: string | null): Reading {
  const pageDate = date ? { from: date, to: date } : null;
  const blocks: Block[] = paragraphs.map((text, id) => ({ id, text, kind: 'paragraph', section: 0 }));
  const names = entities
    .filter((e) => e.kind !== 'event')
    .flatMap((e) => e.aliases.map((a) => ({ text: a.text, entity: e.id })));
  names.sort((a, b) => b.text.length - a.text.length);
  const mentions: Mention[] = [];
  for (const block of blocks)
    for (const { text, entity } of names)
      for (let at = block.text.indexOf(text); at >= 0; at = block.text.indexOf(text, at + text.length))
        if (!mentions.some((m) => m.block === block.id && at < m.end && at + text.length > m.start))
          mentions.push({ block: block.id, start: at, end: at + text.length, surface: text, entity });
  return {
    blocks,
    sentences: blocks.flatMap((block) => splitSentences(block, englishSentences)),
    mentions,
    quantities: [],
    dates: blocks.flatMap((b) => readDates(b.text, pageDate, englishDates).map((d) => ({ ...d, block: b.id }))),
    pageDate,
  };
}

/** The words in [brackets] are the figure; paragraphs are separated by "|". */
function eventOf(marked: string, date: string | null): string | null {
  const paragraphs = marked.split('|').map((text) => text.trim());
  const block = paragraphs.findIndex((text) => text.includes('['));
  const start = paragraphs[block]!.indexOf('[');
  const end = paragraphs[block]!.indexOf(']') - 1;
  paragraphs[block] = paragraphs[block]!.replace('[', '').replace(']', '');
  const place: Place = { block, start, end };
  return findEvent(readingOf(paragraphs, date), place, entities, englishEvents).event;
}

const SEP = '2025-09-04-paris';
const JAN = '2026-01-06-paris';
const MARCH = '2025-03-27-paris';

const rows: [kind: string, date: string | null, text: string, event: string | null][] = [
  // the page's own meeting
  ['the meeting of the day', '2025-09-04', 'The summit in Paris drew [31 delegations], officials said.', SEP],
  ['the meeting of the day, no place', '2025-09-04', 'Officials counted [31 delegations] at the summit.', SEP],
  ['the day before, by weekday', '2025-09-05', "Thursday's summit was attended by [31 delegations].", SEP],
  ['weekday after the meeting', '2025-09-06', 'At the meeting on Thursday [31 delegations] were counted.', SEP],
  ['today', '2026-01-06', 'Today [35 delegations] came to the Élysée.', JAN],
  ['yesterday', '2026-01-07', 'Yesterday [35 delegations] met in Paris.', JAN],
  ['this week', '2026-01-08', "This week's gathering in the French capital brought [35 delegations] together.", JAN],
  ['no word of a meeting', '2025-09-05', 'Macron says [26 countries] are ready to help.', SEP],
  ['dateline', '2025-09-04', 'PARIS — [Thirty-one delegations] took their seats.', SEP],
  ['person’s meeting', '2025-09-04', "Macron's summit brought [31 delegations] to the palace.", SEP],
  ['topic’s meeting', '2025-09-04', 'The Coalition of the Willing meeting had [31 participants].', SEP],
  [
    'with the topic',
    '2025-09-04',
    'After talks with the Coalition of the Willing in Paris, [26 states] signed up.',
    SEP,
  ],
  ['virtual call of the day', '2025-08-19', 'Some [30 leaders] joined the video call.', '2025-08-19-virtual'],
  ['Sunday’s call, on Monday', '2025-08-18', "Sunday's video call was joined by [30 leaders].", '2025-08-17-virtual'],
  [
    'White House, on the day after',
    '2025-08-19',
    'At the White House meeting on Monday [seven European leaders] sat with Zelensky.',
    '2025-08-18-washington',
  ],
  [
    'two meetings on one day, recovery',
    '2025-07-10',
    'The recovery conference in Rome drew [100 delegations].',
    '2025-07-10-rome-recovery-conference',
  ],
  [
    'two meetings on one day, coalition',
    '2025-07-10',
    'The Coalition of the Willing call from Northwood had [30 participants].',
    '2025-07-10-london-rome',
  ],
  ['ministers of the day', '2025-04-10', 'Defence ministers of [30 countries] met in Brussels.', '2025-04-10-brussels'],
  [
    'ministers of the day, at headquarters',
    '2025-04-10',
    'The meeting at NATO headquarters had [30 participants], all defence ministers.',
    '2025-04-10-brussels',
  ],
  [
    'chiefs of staff',
    '2025-03-12',
    "Tuesday's meeting of military chiefs in Paris drew [34 countries].",
    '2025-03-11-paris-chiefs',
  ],
  ['advisers', '2026-01-03', 'In Kyiv, security advisers from [15 countries] met.', '2026-01-03-kyiv-advisers'],
  ['anniversary call', '2026-02-24', 'More than [30 leaders] attended the anniversary meeting.', '2026-02-24-virtual'],
  // by date
  ['full date', '2025-10-01', 'On 4 September 2025 [26 countries] signed up in Paris.', SEP],
  ['full date on an undated page', null, 'At the Paris summit of 4 September 2025, [26 countries] signed up.', SEP],
  ['full date, American', '2025-12-01', 'The March 27, 2025 summit in Paris had [31 participants].', MARCH],
  ['day and month', '2025-04-05', 'Leaders of [31 countries] met in Paris on 27 March.', MARCH],
  ['day and month, no noun for it', '2025-03-28', '[Thirty delegations] spent 27 March in Paris.', MARCH],
  ['ahead', '2025-09-02', 'Leaders of [30 countries] will meet in Paris on Thursday.', SEP],
  [
    'month and place, of one kind',
    '2025-11-02',
    'At the London meeting in October [20 leaders] joined online.',
    '2025-10-24-london',
  ],
  [
    'older date on a page of the day',
    '2026-01-06',
    'At the meeting of 4 September, [26 countries] had signed up.',
    SEP,
  ],
  // by name
  ['alias', '2025-04-01', 'The Lancaster House summit brought [18 leaders] together.', '2025-03-02-london'],
  ['alias on an undated page', null, 'The Lancaster House summit brought [18 leaders] together.', '2025-03-02-london'],
  ['last one in that place', '2025-09-15', 'The Paris summit had [31 participants].', SEP],
  // carried within the paragraph
  ['the sentence before', '2025-10-02', 'On 4 September leaders met in Paris. [Twenty-six] of them signed up.', SEP],
  [
    'the older one, sentence before',
    '2026-01-06',
    'At the 4 September summit in Paris the mood was good. [Twenty-six states] signed up there.',
    SEP,
  ],
  [
    'two sentences back, spoken of as the meeting',
    '2026-02-20',
    'Leaders met in Paris on 6 January. It was cold. At the meeting [35 states] were represented.',
    JAN,
  ],
  [
    'a new paragraph goes back to the day',
    '2026-01-06',
    'On 4 September leaders met in Paris. | This time [35 states] are at the table.',
    JAN,
  ],
  // other meetings
  ['another city', '2025-09-05', 'At the meeting in Copenhagen [27 ministers] were present.', null],
  ['another city, noun after', '2025-09-05', 'The Alaska summit was covered by [900 reporters].', null],
  ['another body', '2025-09-05', 'The NATO summit had [32 participants].', null],
  ['another body, of', '2025-09-04', 'A meeting of EU ambassadors brought [27 envoys] together.', null],
  ['another kind', '2025-09-05', 'Foreign ministers of [27 countries] held a meeting.', null],
  ['another kind, own list', '2025-09-04', 'The defence ministers’ meeting gathered [50 countries].', null],
  ['two people', '2025-09-05', "Trump's talks with Putin were followed by [900 reporters].", null],
  ['group named after a place', '2025-09-05', 'The Ramstein meeting had [50 participants].', null],
  ['capital frame', '2025-09-04', 'In Beijing, [26 leaders] watched the parade.', null],
  ['met elsewhere', '2025-09-05', 'Leaders of [20 countries] gathered in Tianjin on Monday.', null],
  ['met elsewhere, no date', '2025-09-05', 'Leaders of [20 countries] gathered in Tianjin.', null],
  ['carried from another city', '2025-12-11', 'Ministers met in Copenhagen. [Twenty-seven] came.', null],
  // earlier meetings must not become the day's
  ['earlier', '2025-09-05', 'At an earlier meeting [11 countries] had signed up.', null],
  ['previous', '2026-01-06', 'The previous summit had [26 signatories].', null],
  ['month before', '2025-09-05', 'At a meeting in March [18 leaders] took part.', null],
  ['weeks ago', '2025-09-05', 'Last week [20 ministers] met.', null],
  ['first', '2025-09-04', 'At the first summit [17 leaders] were counted.', null],
  ['another', '2025-09-04', 'Another meeting will be attended by [12 leaders].', null],
  ['no meeting of that day', '2025-09-05', 'On Wednesday [12 leaders] met.', null],
  ['month without a meeting word', '2025-09-05', 'In March [a handful of states] were ready.', null],
  ['year', '2025-09-05', 'In 2003 [46 states] were on the list.', null],
  ['next', '2025-09-05', 'At the next meeting [40 leaders] will take part.', null],
  // nothing to be found
  ['long after', '2025-10-21', 'Thirty-odd states belong to it, [26] of which have signed up.', null],
  ['long after, the meeting', '2025-12-11', 'The call was joined by [30 partners].', null],
  ['undated', null, 'The meeting had [31 participants].', null],
  ['undated place with several', null, 'The Paris summit had [31 participants].', null],
  ['before anything', '2024-05-01', 'The summit had [31 participants].', null],
  ['month in which there were several', '2025-06-01', 'In March [30 leaders] met.', null],
  // longer passages
  [
    'two in one sentence',
    '2025-09-05',
    'Zelensky had a meeting with Trump during the summit, attended by [31 delegations].',
    SEP,
  ],
  [
    'passing talk of two',
    '2025-09-05',
    'Trump had talks with Starmer in London. [Twenty-six countries] signed up, Macron said.',
    SEP,
  ],
  ['call of the day before', '2025-03-17', 'Saturday’s call brought together [29 leaders].', '2025-03-15-virtual'],
  ['preview of the day', '2026-01-05', 'Leaders of [35 countries] will gather in Paris on Tuesday.', JAN],
  ['month and place, no meeting word', '2025-11-03', 'In Paris in September, [26 countries] promised to help.', SEP],
  [
    'month and place, on another event’s page',
    '2026-01-06',
    'When leaders met in Paris in September, [26 countries] signed up.',
    SEP,
  ],
  [
    'advisers, days before the summit',
    '2026-01-07',
    'Security advisers had met in Kyiv on Saturday, [15 countries] in all.',
    '2026-01-03-kyiv-advisers',
  ],
  ['same city, ministers', '2025-03-12', 'Ministers of [five countries] met in Paris on Wednesday.', null],
  ['same city, another group', '2025-04-11', 'The Ramstein group of [51 countries] met in Brussels on Friday.', null],
  ['another organisation', '2025-09-05', 'At the SCO summit in Tianjin [20 leaders] posed for photographs.', null],
  ['a government', '2025-09-05', 'Hungary’s government met on Wednesday. [Twelve ministers] were present.', null],
  ['EU summit', '2025-12-19', 'At the EU summit [24 leaders] backed the loan.', '2025-12-18-european-council'],
  [
    'page of another day in that month',
    '2025-10-23',
    'EU leaders of [27 countries] met in Brussels on Thursday.',
    null,
  ],
  ['G7 on the day', '2026-02-25', 'At the G7 meeting on Tuesday [seven leaders] spoke.', null],
  // words that only look like it
  ['call for', '2025-09-04', 'They call for action; [26 countries] signed up.', SEP],
  ['said on another day', '2025-09-06', 'Macron said on Friday that [26 countries] had signed up.', SEP],
  ['press conference elsewhere', '2025-09-04', 'At a press conference Macron named [26 countries].', SEP],
  ['deadline ahead', '2025-09-05', 'By 1 January 2028 imports will end; [26 countries] signed up.', SEP],
  ['since', '2025-09-05', 'Since March the list has grown to [26 countries].', SEP],
  // looking back, up to two weeks later
  ['its day is printed', '2025-09-11', 'It was on 4 September. | [Ten] were in the room.', '2025-09-04-paris'],
  [
    'its place is named',
    '2025-09-14',
    'Voters were asked after [26] governments had agreed in Paris.',
    '2025-09-04-paris',
  ],
  ['no place, no day', '2025-09-14', 'Voters were asked about [26] governments.', null],
  ['another place', '2025-09-14', 'Ministers spoke in Tokyo of [26] governments.', null],
  ['in capitals', '2025-09-04', 'COALITION MEETS IN PARIS: [26] SAY YES', '2025-09-04-paris'],
  ['two in capitals', '2025-09-04', 'MERZ MEETS MELONI: [26] SAY YES', null],
  [
    'who said it',
    '2025-08-20',
    'The British government said on Tuesday after [30] leaders had conferred by video link that planners would meet.',
    '2025-08-19-virtual',
  ],
  // A month holds one event of the topic.
  [
    'month, and what happened then',
    '2026-01-07',
    'Earlier commitments date from September, when [26] members offered to help.',
    '2025-09-04-paris',
  ],
  ['month of several', '2026-01-07', 'It began in March, when [26] members offered to help.', null],
  ['month without one', '2026-01-07', 'It began in June, when [26] members offered to help.', null],
  // The noun's own words begin with the day; titles are their bearers'; the assembled guests are no meeting of two.
  [
    'day as article',
    '2025-09-05',
    "Thirty-one leaders attended Thursday's summit in Paris; [31] of them smiled.",
    '2025-09-04-paris',
  ],
  ['day as article', '2025-09-05', "Ministers left Monday's summit in Rome; [31] came.", null],
  ['title', '2025-09-05', 'President Donald Trump addressed [31] leaders meeting in Paris.', '2025-09-04-paris'],
  [
    'guests',
    '2025-09-05',
    'On Thursday Donald Trump told the assembled Europeans, [31] in all, to stop.',
    '2025-09-04-paris',
  ],
];

describe('findEvent', () => {
  it.each(rows)('%s (%s): %s', (_kind, date, text, event) => {
    expect(eventOf(text, date)).toBe(event);
  });

  it('keeps what it read of a page and stays linear on a long one', () => {
    const paragraph = 'On 4 September leaders met in Paris, and 26 countries signed up. '.repeat(40);
    const reading = readingOf(
      Array.from({ length: 40 }, () => paragraph),
      '2025-09-05',
    );
    for (const sentence of reading.sentences)
      expect(findEvent(reading, sentence, entities, englishEvents).event).toBe(SEP);
  });

  it.each(['', ' ', '.', '((((', 'summit '.repeat(2000), 'In '.repeat(2000)])('does not throw on odd text', (text) => {
    expect(
      findEvent(readingOf([text], '2025-09-05'), { block: 0, start: 0, end: 1 }, entities, englishEvents),
    ).toHaveProperty('event');
  });
});

describe('pageEvent', () => {
  it.each([
    ['on the day', '2025-09-04', SEP],
    ['three days after', '2025-09-07', SEP],
    ['four days after', '2025-09-08', null],
    ['before', '2025-09-03', null],
  ])('%s', (_kind, date, event) => {
    expect(pageEvent(readingOf(['26 countries signed up.'], date), entities, englishEvents).event).toBe(event);
  });
});
