/** English for the quantity reader: dates, names, labels and page furniture, whose numbers count nothing. */
import { phraseTable } from '../quantities/phrases.ts';
import type { QuantityWords } from '../quantities/words.ts';

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');
const phrases = (list: string): [string, true][] =>
  list
    .split(',')
    .map((phrase): [string, true] => [phrase.trim(), true])
    .filter(([phrase]) => phrase !== '');

/** Number something with a capital only: "Article 5", but "an article 26 countries signed". */
const CAPITAL_LABELS = words(
  `article articles section sections chapter act acts protocol resolution annex appendix clause title regulation directive
   brigade regiment division battalion squadron corps fleet army battery hill point sector district precinct ward zone area block tower
   terminal runway pier studio hangar warehouse building suite flat house box
   game games match group pool heat lane seed race stage set hole bowl olympiad formula league division
   type class mark model series generation version windows android ios apollo soyuz falcon mission expedition
   boeing airbus leopard challenger abrams typhoon gripen rafale mirage tornado eurofighter tomahawk iskander
   channel radio bbc studio sky france russia espn big group gang committee
   catch opus symphony sonata psalm corinthians kings samuel super euro cop g
   question item note slide photo picture exhibit count table figure fig chart map diagram
   interstate i-`,
);
/** Number something in lower case too: "page 4", "room 101", "day 1,300 of the war". */
const LOWER_LABELS = words(
  `no nos number numbers page pages p pp day week year month room flight route highway motorway gate platform channel phase level grade
   category step part volume vol chapter season episode tier paragraph para line verse section article row seat apartment unit bus tram
   extension ext tel telephone phone call dial zip postcode code version v size round session lot lots case file docket issue nr`,
);

export const EXCLUSIONS: Pick<
  QuantityWords,
  | 'months'
  | 'monthsCapital'
  | 'monthAlone'
  | 'clock'
  | 'clockAfter'
  | 'past'
  | 'pastBefore'
  | 'yearBefore'
  | 'peopleNouns'
  | 'labels'
  | 'auxiliaries'
  | 'ranks'
  | 'numberedNames'
  | 'models'
  | 'places'
  | 'neverNames'
  | 'streets'
  | 'headlineSmall'
  | 'idleUnits'
  | 'contests'
  | 'furnitureAfter'
  | 'furnitureNouns'
  | 'furnitureAlone'
  | 'furnitureBefore'
> = {
  months: new Set(
    words(
      `january february march april may june july august september october november december
       jan feb mar apr jun jul aug sep sept oct nov dec`,
    ),
  ),
  monthsCapital: true,
  monthAlone: new Set(words('in since until by last this early late mid during throughout next of')),
  clock: phraseTable(
    phrases(`am, a.m., pm, p.m., a.m, p.m, o'clock, gmt, utc, bst, cet, cest, est, edt, pt, et, pst, pdt, eet, eest, msk,
             hours gmt, hours local time, noon, midnight, in the morning, in the afternoon, in the evening, in the small hours`),
  ),
  clockAfter: new Set(words('at')),
  past: new Set(words('past')),
  pastBefore: new Set(words('half quarter ten twenty minutes')),
  yearBefore: new Set(
    words(`in since until till by before after from during year ad bc ce d c circa early late mid of through to spring summer autumn fall winter
           january february march april may june july august september october november december
           jan feb mar apr jun jul aug sep sept oct nov dec`),
  ),
  peopleNouns: new Set(
    words(
      `person man woman child troop soldier worker job student refugee civilian migrant prisoner patient officer fighter passenger resident
       employee voter protester home house vehicle tank missile drone shell kilometre mile`,
    ),
  ),
  labels: new Map([
    ...CAPITAL_LABELS.map((word): [string, { low: boolean }] => [word, { low: false }]),
    ...LOWER_LABELS.map((word): [string, { low: boolean; verb: boolean }] => [
      word,
      { low: true, verb: word === 'number' || word === 'numbers' },
    ]),
  ]),
  ranks: new Set(['top', 'bottom']),
  auxiliaries: new Set(words('would could should might may will shall can must to not now already')),
  numberedNames: phraseTable(
    phrases(`s & p, s p, sp, s and p, s & p/asx, ftse, ftse all-share, nasdaq, dax, cac, nikkei, stoxx, euro stoxx, russell, fortune, asx, hang seng, ibex,
             dow, topix, csi, kospi, iphone, ipad, galaxy, pixel, playstation, xbox, windows, office, microsoft, boeing, airbus, model, bundesliga,
             tier, level, category, catch, formula, agenda, article, horizon europe, vision, leopard, challenger, type, gaz, ural,
             nord stream, turkstream, channel, radio, france, mach, apollo, soyuz, falcon`),
  ),
  models: new Set([707, 717, 727, 737, 747, 757, 767, 777, 787]),
  places: new Set(words('in at near from of for to with across around outside inside between and by on against')),
  neverNames: new Set(
    words(
      `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
       december president minister chancellor with that these those the a an and or but as at in on of for from to by about only some all
       over under more than nearly almost up just last next first another other both its their our his her my this each every same following
       previous prior since until when while where after before if i he she it we they says said`,
    ),
  ),
  headlineSmall: new Set(words('the and for but nor yet via from with over into upon than')),
  idleUnits: new Set(['day', 'second']),
  streets: new Set(
    words(
      'street road avenue lane drive boulevard square place court terrace crescent way row gardens mews close hill park broadway highway',
    ),
  ),
  contests: new Set(
    words(`win wins won victory defeat loss lost lead leads led draw drew thrashing triumph aggregate scoreline score beat beats beaten vote down up
           drubbing margin record shootout thriller success win. home away deficit`),
  ),
  furnitureNouns: new Set(['comment', 'comments', 'likes', 'reposts', 'retweets']),
  furnitureAfter: new Set(['read', 'reads']),
  furnitureAlone: new Set(
    words(
      'comments comment shares share likes like views view replies reply retweets reactions followers ago posts results photos images min mins minutes',
    ),
  ),
  furnitureBefore: new Set(words('published updated posted modified edited')),
};
