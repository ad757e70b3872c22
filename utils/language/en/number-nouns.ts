/** English for the quantity reader: plurals and where noun phrases end. */
import { phraseTable } from '../quantities/phrases.ts';
import type { QuantityWords } from '../quantities/words.ts';

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** Plurals without -s, and those whose singular is not the plural less its -s. */
const IRREGULAR = new Map<string, string>(
  Object.entries({
    people: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    servicemen: 'serviceman',
    servicewomen: 'servicewoman',
    policemen: 'policeman',
    fishermen: 'fisherman',
    gunmen: 'gunman',
    businessmen: 'businessman',
    spokesmen: 'spokesman',
    statesmen: 'statesman',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    geese: 'goose',
    lives: 'life',
    wives: 'wife',
    knives: 'knife',
    halves: 'half',
    wolves: 'wolf',
    leaves: 'leaf',
    thieves: 'thief',
    shelves: 'shelf',
    criteria: 'criterion',
    phenomena: 'phenomenon',
    crises: 'crisis',
    bases: 'base',
    theses: 'thesis',
    analyses: 'analysis',
    diagnoses: 'diagnosis',
    heroes: 'hero',
    echoes: 'echo',
    potatoes: 'potato',
    tomatoes: 'tomato',
    vetoes: 'veto',
    torpedoes: 'torpedo',
    viruses: 'virus',
    buses: 'bus',
    gases: 'gas',
    bonuses: 'bonus',
    campuses: 'campus',
    statuses: 'status',
    movies: 'movie',
    cookies: 'cookie',
    ties: 'tie',
    axes: 'axe',
    caches: 'cache',
    // One form for both numbers.
    personnel: 'personnel',
    aircraft: 'aircraft',
    police: 'police',
    staff: 'staff',
    crew: 'crew',
    infantry: 'infantry',
    cattle: 'cattle',
    sheep: 'sheep',
    fish: 'fish',
    species: 'species',
    series: 'series',
    offspring: 'offspring',
    spacecraft: 'spacecraft',
    hovercraft: 'hovercraft',
    gallows: 'gallows',
    headquarters: 'headquarters',
    barracks: 'barracks',
    media: 'medium',
    data: 'datum',
    // Nouns made of adjectives and participles.
    dead: 'dead',
    wounded: 'wounded',
    injured: 'injured',
    missing: 'missing',
  }),
);

/** Words in -s that are no plurals. */
const NO_PLURALS = new Set(
  words(
    `is was has does says as its his hers ours yours theirs us this thus plus versus minus perhaps always besides towards afterwards
     yes less unless across whereas besides sometimes afterwards upwards downwards backwards forwards overseas indoors outdoors
     news politics economics athletics physics mathematics ethics logistics plans means goes does comes gets makes takes needs wants
     gives seems lies remains becomes includes comprises paris brussels texas wales athens james charles reuters bloomberg
     starmers hamas laos honduras cyprus christmas alias bias atlas canvas chaos gas bus virus status bonus campus focus consensus
     ours ourselves themselves yourselves let's that's it's he's she's there's what's who's here's etc vs mrs ms gps sos`,
  ),
);
NO_PLURALS.delete('plans');

const SIBILANT = /(?:s|sh|ch|x|z)es$/;

function singular(word: string): string | null {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (word.length < 3 || !word.endsWith('s') || NO_PLURALS.has(word)) return null;
  if (word.includes("'") || /(?:ss|us|is|ous)$/.test(word)) return null;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  // "houses", "bases" keep their e: only what cannot end otherwise loses it.
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word) && SIBILANT.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A noun phrase ends before these. */
const STOPS = words(
  `a an the this that these those some any each every either neither both all no none such own
   i you he she it we they me him her us them my your his its our their yours ours theirs who whom whose which what
   myself yourself himself herself itself ourselves themselves one's
   of in on at by for from with without within into onto upon over under above below between among amongst during before after since
   until till through throughout across against about around near toward towards via per than as like unlike despite amid along behind
   beside besides beyond except inside outside off out up down to including excluding following regarding concerning according versus plus
   and or but nor so yet if because although though while whereas when where why how whether once unless lest
   is are was were be been being am has have had having do does did doing done will would shall should can could may might must ought
   not never n't no yes only also too very just even still already again ever almost nearly perhaps maybe else there here then now today
   yesterday tomorrow tonight ago later earlier soon together instead rather quite away apart back
   said says say saying told tell tells asked ask asks added adds noted notes reported reports reportedly allegedly
   pledged pledge pledges agreed agree agrees promised promise promises committed commit commits vowed vow offered offer offers
   joined join joins attended attend attends signed sign signs sent send sends deployed deploy met meet meets gathered gather
   supported support backed back voted vote decided decide wanted want expected expect hoped hope refused refuse rejected reject
   took take takes taken gave give gives given got get gets made make makes came come comes went go goes gone became become remain
   remained stayed stay left leave leaves kept keep found find lost lose won win wins died die killed
   dropped fell fall rose rise grew grow took stood stand stands ready sat spent spend met went returned return
   listed lists list's participating involved willing able unable due
   less fewer most least enough else each apiece ahead further long wide deep high tall
   remaining needed required left`,
);
/** Past participles that modify rather than tell: "three wounded soldiers", "ten remaining seats". */
const MODIFIERS = words(
  'killed wounded injured given deployed remaining required needed participating involved willing left long high deep support further back',
);

const DETERMINERS = words(
  `the a an this that these those its their our my your his her all some any each every no both such another other same next last past first
   ukraine's europe's russia's britain's france's germany's poland's america's nato's country's world's bloc's coalition's group's`,
);

const OF_NOUNS: [string, string[]][] = [
  [
    'head',
    [
      'state',
      'government',
      'state or government',
      'state and government',
      'states',
      'states and governments',
      'mission',
    ],
  ],
  ['chief', ['staff', 'defence', 'defense', 'general staff']],
  ['minister', ['state', 'defence', 'defense', 'foreign affairs']],
  ['member', ['parliament', 'congress', 'the european parliament']],
  ['secretary', ['state']],
];

const NO_STOPS = new Set(MODIFIERS);

export const NOUNS: Pick<
  QuantityWords,
  'singular' | 'stops' | 'determiners' | 'attributive' | 'participles' | 'bodies' | 'ofNouns' | 'pronouns'
> = {
  singular,
  stops: new Set(STOPS.filter((word) => !NO_STOPS.has(word))),
  determiners: new Set(DETERMINERS),
  bodies: new Set(
    words(
      'force army military navy presence contingent corps brigade division mission garrison group coalition alliance club bloc grouping delegation crowd team staff',
    ),
  ),
  attributive: new Set(
    words(
      `sports arms weapons systems sales savings operations communications defence forces armed affairs services rights goods human
       sanctions securities tactics futures bonds peaceful women men people police staff crew aircraft personnel customs emergencies
       states nations drugs elections honours awards logistics politics economics news parts gas bus virus charities youths`,
    ),
  ),
  ofNouns: new Map(
    OF_NOUNS.map(([head, owned]) => [head, phraseTable(owned.map((phrase) => [phrase, phrase] as const))]),
  ),
  participles: new Set(['dead', 'wounded', 'injured', 'missing']),
  pronouns: new Set(words('them us whom which you those these')),
};
