import { expect, test } from 'vitest';
import { inShort, statementsOf } from './statements-pack.ts';

const MEETING = 'the Coalition of the Willing in Paris';

/** kind of sentence, the sentence, what is read of how people took part */
const ROWS: [string, string, string[]][] = [
  [
    'two people talk',
    `Giorgia Meloni followed ${MEETING} by video. Later she and Donald Trump talked on the phone.`,
    ['meloni-participation-mode video'],
  ],
  [
    'he preached to them',
    `Donald Trump preached to the leaders of ${MEETING} by telephone.`,
    ['trump-participation-mode phone'],
  ],
  [
    'office of whoever was named',
    `Keir Starmer spoke to MPs. The prime minister then travelled to Paris for ${MEETING}.`,
    ['starmer-participation-mode in-person'],
  ],
  [
    'office with other verbs between',
    `Keir Starmer had time. The PM hurried to the station, took his seat at ${MEETING} and was home by ten.`,
    ['starmer-participation-mode in-person'],
  ],
  [
    'the capital of the country',
    `${MEETING} was chaired by Emmanuel Macron and Keir Starmer, who had travelled to the French capital.`,
    ['macron-participation-mode in-person', 'starmer-participation-mode in-person'],
  ],
  ['another capital', `Keir Starmer, who had travelled to the Polish capital, spoke about ${MEETING}.`, []],
  [
    'consulted by those who met',
    `The leaders met for ${MEETING}, and Donald Trump was consulted in a video call.`,
    ['trump-participation-mode video'],
  ],
  ['told afterwards', `The leaders met for ${MEETING}; Donald Trump was informed by telephone afterwards.`, []],
  ['another group', `John Healey will be connected by video when the contact group meets after ${MEETING}.`, []],
  ['what in the end did not happen', `Donald Trump was to join ${MEETING} by telephone but did not.`, []],
  [
    'what he did not do there',
    `Donald Trump joined ${MEETING} by telephone but did not speak.`,
    ['trump-participation-mode phone'],
  ],
  [
    'an aside before whom he lectures',
    `Trump, by telephone, lectures Europe about oil. ${MEETING} ended at nine.`,
    ['trump-participation-mode phone'],
  ],
  ['an aside before somebody else', `Trump, by telephone, lectures Vladimir Putin about oil. Nobody else knew.`, []],
  ['office of one of two', `Keir Starmer met Donald Tusk. The prime minister joined ${MEETING} by phone.`, []],
  ['office denied', `Keir Starmer spoke. The prime minister did not join ${MEETING} by phone.`, []],
  ['some of many, by no name', `Thirty leaders heard Emmanuel Macron out at ${MEETING}, many of them by video.`, []],
  ['headline', `STARMER JETS IN! That made thirty at ${MEETING}.`, ['starmer-participation-mode in-person']],
  [
    'the group holds a call with him',
    `The leaders at ${MEETING} held a video call with Donald Trump afterwards.`,
    ['trump-participation-mode video'],
  ],
  [
    'those who met hold a call with somebody else',
    `Fellow leaders and Volodymyr Zelensky held a call with Donald Trump after ${MEETING}.`,
    [],
  ],
  ['how it was held is nobody’s way', `Donald Trump noticed that ${MEETING} was held by video.`, []],
  [
    'on the other end of a call',
    `In a phone call with the leaders, Donald Trump praised ${MEETING}.`,
    ['trump-participation-mode phone'],
  ],
  [
    'a contrast ends the denial',
    `Donald Trump did not travel but joined ${MEETING} by phone.`,
    ['trump-participation-mode phone'],
  ],
  [
    'beside the host',
    `At ${MEETING}, Keir Starmer sat beside Emmanuel Macron in Paris.`,
    ['starmer-participation-mode in-person'],
  ],
  [
    'spoke by it at the meeting',
    `Donald Trump spoke by videoconference at ${MEETING}.`,
    ['trump-participation-mode video'],
  ],
  [
    'connected to a meeting that its place names',
    `Donald Trump was connected by video to the Paris meeting, ${MEETING}.`,
    ['trump-participation-mode video'],
  ],
  ['spoke by it with a country', `On the day of ${MEETING} Donald Trump spoke by phone with Poland.`, []],
  [
    'stayed at home and spoke',
    `Bart De Wever stayed in Brussels and spoke by videoconference. Others came for ${MEETING}.`,
    ['dewever-participation-mode video'],
  ],
  [
    'stayed at home and spoke, with no meeting near',
    'Bart De Wever stayed in Brussels and spoke by videoconference.',
    [],
  ],
  [
    'an aside before the verb',
    `Keir Starmer, speaking by video link from London, co-chaired the meeting of ${MEETING}.`,
    ['starmer-participation-mode video'],
  ],
  [
    'who tells it, before the auxiliary',
    `Keir Starmer, they recall, had joined ${MEETING} by video.`,
    ['starmer-participation-mode video'],
  ],
  ['an aside of another talk', `Donald Trump, speaking by phone to reporters, mocked ${MEETING}.`, []],
  [
    'behind a day',
    `On Thursday Donald Trump spoke to the leaders of ${MEETING} by telephone.`,
    ['trump-participation-mode phone'],
  ],
  [
    'behind a place',
    `In Paris Keir Starmer joined the meeting of ${MEETING} by video.`,
    ['starmer-participation-mode video'],
  ],
  [
    'spoke with one of them, before',
    `Emmanuel Macron spoke to Keir Starmer by phone before the leaders met for ${MEETING}.`,
    [],
  ],
  ['joined by phone', `Donald Trump joined ${MEETING} by phone.`, ['trump-participation-mode phone']],
  [
    'the way far behind the verb',
    `Donald Trump took part in the meeting of ${MEETING} by videolink.`,
    ['trump-participation-mode video'],
  ],
  ['the verb is the way', `Donald Trump rang in while ${MEETING} was sitting.`, ['trump-participation-mode phone']],
  [
    'dialled in, and how',
    `Donald Trump dialled in on the telephone to ${MEETING}.`,
    ['trump-participation-mode phone'],
  ],
  ['dialled in, no more', `Donald Trump dialled in to ${MEETING}.`, ['trump-participation-mode call']],
  [
    'a joint call',
    `Everyone at ${MEETING} was patched through to Donald Trump on a joint call.`,
    ['trump-participation-mode call'],
  ],
  ['on a screen', `At ${MEETING}, Donald Trump appeared on a big screen.`, ['trump-participation-mode video']],
  ['the way first', `By telephone, Donald Trump joined ${MEETING} for an hour.`, ['trump-participation-mode phone']],
  [
    'speaking by video',
    `Donald Trump, speaking by video link, told ${MEETING} to hurry.`,
    ['trump-participation-mode video'],
  ],
  [
    'the group reaches him',
    `The leaders at ${MEETING} briefed Donald Trump by videoconference.`,
    ['trump-participation-mode video'],
  ],
  [
    'the group telephoned him',
    `The leaders at ${MEETING} telephoned Donald Trump.`,
    ['trump-participation-mode phone'],
  ],
  [
    'a call between both sides',
    `${MEETING} ended with a video conference between European leaders and Donald Trump.`,
    ['trump-participation-mode video'],
  ],
  [
    'was joined by',
    `The leaders of ${MEETING} were joined by Donald Trump over the phone.`,
    ['trump-participation-mode phone'],
  ],
  [
    'not one way but the other',
    `Donald Trump joined ${MEETING} not by phone but by video.`,
    ['trump-participation-mode video'],
  ],
  [
    'a relative clause',
    `Donald Trump, who joined ${MEETING} over the phone, complained.`,
    ['trump-participation-mode phone'],
  ],
  [
    'a pronoun',
    `Hopes for Donald Trump were high at ${MEETING}, yet he joined the meeting by telephone and kept his answers short.`,
    ['trump-participation-mode phone'],
  ],
  [
    'two people, two ways',
    `Donald Trump joined ${MEETING} by phone and Steve Witkoff was there in person.`,
    ['trump-participation-mode phone', 'witkoff-attendance in-person'],
  ],
  [
    'the second verb left out',
    `Keir Starmer joined ${MEETING} virtually and Donald Trump by phone.`,
    ['starmer-participation-mode remote', 'trump-participation-mode phone'],
  ],
  [
    'among others',
    `Some came to ${MEETING}, others such as Keir Starmer connected remotely.`,
    ['starmer-participation-mode remote'],
  ],
  ['a participle', `Keir Starmer, linked by video to ${MEETING}, spoke first.`, ['starmer-participation-mode video']],
  ['from his own capital', `Keir Starmer followed ${MEETING} from London.`, ['starmer-participation-mode remote']],
  [
    'travelled there',
    `Keir Starmer travelled to Paris for the Coalition of the Willing.`,
    ['starmer-participation-mode in-person'],
  ],
  ['in the room', `Keir Starmer was in the room at ${MEETING}.`, ['starmer-participation-mode in-person']],
  [
    'a list behind a colon',
    `On screen for ${MEETING}: Keir Starmer and Friedrich Merz.`,
    ['starmer-participation-mode video', 'merz-participation-mode video'],
  ],
  // Pronouns, questions, fragments.
  [
    'asked, then told',
    `The leaders met at ${MEETING}. And Donald Trump? He was on the phone.`,
    ['trump-participation-mode phone'],
  ],
  [
    'asked, then told in two words',
    `The leaders met at ${MEETING}. Donald Trump? By phone.`,
    ['trump-participation-mode phone'],
  ],
  [
    'he, of two, is the one who opens the sentence before',
    `The leaders met at ${MEETING}. Donald Trump had promised Volodymyr Zelensky his time. He joined by video.`,
    ['trump-participation-mode video'],
  ],
  [
    'he, where nobody opens it',
    `The leaders met at ${MEETING}. Next to Volodymyr Zelensky stood Donald Tusk. He joined by video.`,
    [],
  ],
  [
    'they rang him',
    `The leaders met at ${MEETING}. Donald Trump stayed away. The hosts rang him.`,
    ['trump-participation-mode phone'],
  ],
  // Inverted, nominal, in lists.
  ['the name behind', `Joining ${MEETING} by phone was US President Donald Trump.`, ['trump-participation-mode phone']],
  [
    'a way, the time, a name',
    `${MEETING} sat long. By telephone, late in the day: Donald Trump.`,
    ['trump-participation-mode phone'],
  ],
  ['they heard him', `By phone, ${MEETING} heard Donald Trump.`, ['trump-participation-mode phone']],
  [
    'a call closes the meeting',
    `A phone call with Donald Trump rounded off the meeting of ${MEETING}.`,
    ['trump-participation-mode phone'],
  ],
  [
    'the meeting ends with a call',
    `The meeting of ${MEETING} ended with a video link-up with President Donald Trump.`,
    ['trump-participation-mode video'],
  ],
  ['a call before the meeting', `A phone call with Donald Trump before the meeting of ${MEETING} had gone badly.`, []],
  [
    'a call of somebody’s own',
    `Emmanuel Macron’s phone call with Donald Trump overshadowed the meeting of ${MEETING}.`,
    [],
  ],
  [
    'two lists',
    `The leaders met at ${MEETING}. At the table: Donald Tusk, Dick Schoof; by video: Keir Starmer.`,
    ['tusk-participation-mode in-person', 'schoof-participation-mode in-person', 'starmer-participation-mode video'],
  ],
  // Figures of speech.
  ['an aside', `Donald Trump, piped in on a video feed, told ${MEETING} nothing.`, ['trump-participation-mode video']],
  ['fills the screen', `Donald Trump filled the big screen at ${MEETING}.`, ['trump-participation-mode video']],
  ['a face', `At ${MEETING} Donald Trump’s face hung on the wall.`, ['trump-participation-mode video']],
  ['a voice', `At ${MEETING} the voice of Donald Trump came from a loudspeaker.`, ['trump-participation-mode phone']],
  ['beamed in', `Donald Trump beamed in while ${MEETING} sat.`, ['trump-participation-mode video']],
  [
    'patched in by phone',
    `Donald Trump was patched in by telephone to ${MEETING}.`,
    ['trump-participation-mode phone'],
  ],
  ['patched in, no more', `Donald Trump was patched in to ${MEETING}.`, ['trump-participation-mode remote']],
  ['on the line', `Donald Trump was on the line as ${MEETING} sat.`, ['trump-participation-mode phone']],
  [
    'hung on the telephone',
    `Donald Trump hung on the telephone while ${MEETING} sat.`,
    ['trump-participation-mode phone'],
  ],
  ['on Zoom', `Donald Trump attended ${MEETING} on Zoom.`, ['trump-participation-mode video']],
  ['a picture of him', `The leaders met at ${MEETING}. A portrait of Donald Trump hung on the wall.`, []],
  ['a film of him', `A film of Donald Trump on a big screen amused ${MEETING}.`, []],
  // In the room.
  [
    'crossed the Channel',
    `Keir Starmer crossed the Channel to be at ${MEETING}.`,
    ['starmer-participation-mode in-person'],
  ],
  ['took his seat', `Keir Starmer took his seat at ${MEETING}.`, ['starmer-participation-mode in-person']],
  [
    'beside the host',
    `The leaders met at ${MEETING}. Keir Starmer sat left of the host.`,
    ['starmer-participation-mode in-person'],
  ],
  ['by train', `Keir Starmer took the train to Paris for ${MEETING}.`, ['starmer-participation-mode in-person']],
  // Names with particles.
  [
    'particles belong to the surname',
    `Bart De Wever joined ${MEETING} by video, Ursula von der Leyen was in the room.`,
    ['dewever-participation-mode video', 'vonderleyen-participation-mode in-person'],
  ],
  ['a denied report', `The White House denied that Donald Trump had joined ${MEETING} by video.`, []],
  ['an inverted condition', `Had Donald Trump joined ${MEETING} by phone, all would have cheered.`, []],
  ['a call to somebody else', `The leaders met at ${MEETING}. Donald Trump was on the phone with Vladimir Putin.`, []],
  ['a plan', `Donald Trump is expected to join ${MEETING} by video.`, ['trump-participation-mode video expected']],
  ['a denial', `Donald Trump did not join ${MEETING} by phone.`, []],
  ['a question', `Will Donald Trump join ${MEETING} by phone?`, []],
  ['a condition', `If Donald Trump joins ${MEETING} by phone, little will come of it.`, []],
  [
    'another conversation of two',
    `The Coalition of the Willing met in Paris. Later Giorgia Meloni and Donald Trump talked on the phone.`,
    [],
  ],
  ['two people telephone before', `Emmanuel Macron spoke to Donald Trump by phone the day before ${MEETING} met.`, []],
  ['an interview', `Donald Trump gave an interview by phone while ${MEETING} sat.`, []],
  ['others came', `Volodymyr Zelensky thanked them for coming to Paris, where the Coalition of the Willing sat.`, []],
  ['an idiom', `After ${MEETING} Petteri Orpo calls in party leaders.`, []],
];

test.each(ROWS)('%s', (_, text, expected) => {
  const found = statementsOf(text, '2025-09-05')
    .filter((statement) => /participation-mode|attendance/.test(statement.measure))
    .map(inShort);
  expect(found.sort()).toEqual([...expected].sort());
});

test('the span is the words that carry the value, and the scope the meeting', () => {
  const text = `Donald Trump joined ${MEETING} on 4 September 2025 by phone.`;
  const [statement] = statementsOf(text, '2025-09-05');
  expect(statement).toMatchObject({ surface: 'by phone', scope: { event: '2025-09-04-paris' } });
  expect(text.slice(statement!.start, statement!.end)).toBe('by phone');
});
