/** English words for the name finder. Folded, in lower case. */
import type { NameWords } from '../names/words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const DAYS = 'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow';
const MONTHS = `january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec`;
const OPENERS = `
  the a an this that these those he she it they we you i his her its their our my there here in on at by for from with without
  to of as if when while after before since until although though but and or so yet however meanwhile still then now what who
  why how where which whether no not nor neither either both one two some many most several each all another other such even
  only just also like unlike about against among between beyond despite during except inside outside into over under through
  throughout toward towards upon via per than because once unless within is are was were has have had will would can could may
  might must should did does do let says said asked tells told adds added back dear well yes perhaps maybe today later earlier
  soon instead rather thus hence indeed moreover nevertheless nonetheless otherwise besides first second third last next`;
const PLACES = `
  europe european africa asia america american western eastern northern southern central west east north south
  paris london berlin rome brussels kyiv kiev moscow washington warsaw ankara istanbul vienna geneva davos munich alaska
  anchorage beijing strasbourg dublin madrid lisbon athens prague budapest bucharest copenhagen oslo stockholm helsinki
  ottawa tokyo canberra vilnius riga tallinn kremlin elysee ukraine russia`;
const PARTIES = `labour conservative conservatives tory tories democrat democrats republican republicans socialist socialists
  liberal liberals social christian green greens centrist leftist president-elect`;

export const englishNames: NameWords = {
  smallWords: set('a an the and or but nor of in on at to by for from with as is per via vs over after off up out'),
  titles: set(`
    president presidents presidency prime minister ministers premier premiers chancellor taoiseach tanaiste pm mr mrs ms miss dr sir lord lady dame
    madame monsieur herr frau signora general gen admiral adm colonel col captain capt lieutenant lt marshal sergeant sgt
    major secretary secretaries sec foreign defence defense interior finance state vice deputy acting interim former ex then
    senator senators sen congressman congresswoman representative rep governor gov mayor envoy ambassador commissioner chief leader head
    chairman chairwoman spokesman spokeswoman spokesperson speaker counterpart colleague host king queen prince princess pope
    professor prof judge justice detective inspector officer coach father sister brother bishop archbishop cardinal saint st
    bundeskanzler bundeskanzlerin kanzler prasident ministerprasident praesident presidente premierminister hetman
    candidate billionaire tycoon boss strongman incumbent veteran newcomer outgoing lawmaker mp mep mps`),
  titleRoles: new Map([
    ['president', 'president'],
    ['presidents', 'president'],
    ['presidente', 'president'],
    ['prime minister', 'prime minister'],
    ['minister', 'minister'],
    ['ministers', 'minister'],
    ['pm', 'prime minister'],
    ['premier', 'prime minister'],
    ['premiers', 'prime minister'],
    ['chancellor', 'chancellor'],
    ['bundeskanzler', 'chancellor'],
    ['kanzler', 'chancellor'],
    ['taoiseach', 'taoiseach'],
    ['tanaiste', 'tanaiste'],
    ['vice president', 'vice president'],
    ['general', 'envoy'],
    ['gen', 'envoy'],
    ['secretary', 'secretary'],
    ['sec', 'secretary'],
    ['senator', 'senator'],
    ['senators', 'senator'],
    ['sen', 'senator'],
    ['envoy', 'envoy'],
    ['admiral', 'chief of the defence staff'],
    ['adm', 'chief of the defence staff'],
    ['ambassador', 'ambassador'],
    ['governor', 'governor'],
    ['spokesman', 'spokes'],
    ['spokeswoman', 'spokes'],
  ]), // prettier-ignore
  courtesies: set('mr mrs ms monsieur herr frau signora'),
  strangerTitles: set(`
    professor prof judge justice detective inspector officer coach father sister brother bishop archbishop cardinal saint st
    pope king queen prince princess sergeant sgt captain capt lieutenant lt mayor congressman congresswoman`),
  notNames: set(`${DAYS} ${MONTHS} ${OPENERS} ${PLACES} ${PARTIES}`),
  followers: set(
    `${DAYS} ${MONTHS} administration administrations white house i sir government cabinet team said says and`,
  ),
  particles: set(
    'da de del della di dos das la le les el al von van der den ten ter bin ibn san santa san sao mc mac abu',
  ),
  prefixes: set('anti pro post pre non ex mid co franco anglo german british polish french italian us eu'),
  generations: set('jr junior sr senior ii iii'),
  institutions: set(`
    foundation institute stadium school university college tower towers library center centre airport street avenue boulevard
    bridge prize award awards gmbh ag inc ltd llc plc corp corporation company pharma group hotel hotels coffee motors bank
    museum hospital house park square trust fund farm arena cup trophy organization organisation media international records
    brothers sons partners holdings industries studios productions airlines`),
  givenNames: set(`
    adam alan albert alex alexander alexandra alfred alice amanda amy ana andrea andrew angela ann anna anne anthony antoine
    antonio arthur barbara barron ben benjamin bernard beth betty bill bob boris brian bridget brigitte bruce carl carla carlos
    carol caroline catherine charles charlie chris christian christina christine christopher claire claude clara colin craig
    dan daniel daniela dave david deborah dennis diana diego dick dmitri dominic don donna doris doug douglas edgar edward elena
    elizabeth emily emma eric erica ernest eva fernando fiona florence frances francesca francesco francis frank fred frederick
    gary gavin geoffrey george georgia gerald gerard giovanni giulia gordon graham grace greg guy hannah hans harold harriet harry
    heather heinrich helen henry howard hugh ian igor inna irene isabel ivan ivana ivanka jack jacob jacqueline james jane janet
    jason jean jeff jennifer jessica jim joan joe joel johanna john jon jonathan jordan jorge jose joseph josh joshua juan julia
    julian julie karen karl kamala kate katherine keanu kelly ken kenneth kevin kim kirill klaus kyle lara larry laura lauren lawrence
    lee leo leon leonard lewis linda lisa louis louise lucas lucy luis luke lynn manuel marc marco margaret maria marie mario
    marion martha mary matt matthew maurice max maximilian megan melania melissa michael michel michelle miguel mike mikhail
    miranda molly monica nancy natalie nathan neil nicholas nick nicolas nicole nigel nina norman oleg olga oliver olivia oscar
    otto owen pablo pamela patricia patrick paul paula pedro penelope peter petra philip pierre rachel ralph raymond rebecca
    ricardo richard ricky rob robert roberto robin rodney roger roland ron rosa rose roy russell ruth ryan sally sam samantha samuel
    sandra sara sarah scott sean sebastian sergio sharon shirley simon sofia sophie stefan stella stephanie stephen steven
    stuart susan suzanne sylvia taylor ted teresa theresa thomas tiffany tim timothy todd tom tomas tommy tony tracy ursula
    valerie vanessa veronica victor victoria vincent virginia walter wayne wendy werner will william wolfgang yuri yvonne zach`),
  openerEnding: /(?:ing|ed|ly)$/,
  denialsBefore: [
    'not that',
    'not the',
    'another',
    'a different',
    'different',
    'namesake',
    'a certain',
    'his namesake',
    'her namesake',
  ],
  denialsAfter: [
    'of the same name',
    'no relation',
    'not related to',
    'unrelated to',
    'not to be confused with',
    'not to be mistaken for',
    'not the politician',
    'not the president',
    'not the chancellor',
    'not the prime minister',
    'not the minister',
    'who shares his name',
    'who shares her name',
    'who shares a name',
    'shares his name with',
    'shares her name with',
    'shares a name with',
  ], // prettier-ignore
  callings: set(`
    actor actress footballer striker midfielder goalkeeper defender winger golfer cricketer boxer jockey cyclist swimmer sprinter
    chemist pharmacist professor lecturer author novelist poet singer songwriter guitarist drummer pianist composer painter
    sculptor chef baker butcher plumber electrician carpenter teacher headteacher farmer pilot architect musician rapper dancer
    photographer surgeon dentist physicist biologist historian philosopher priest vicar nun referee umpire coach manager
    quarterback pitcher skier skater snooker darts racing driver designer barber gardener librarian pensioner grandmother
    grandfather schoolboy schoolgirl postman nurse comedian filmmaker screenwriter playwright astronaut inventor scientist curator
    sommelier geologist astronomer student engineer mechanic violinist cellist soprano tenor conductor rower sailor gymnast wrestler
    goalscorer bassist illustrator blogger influencer hairdresser lifeguard firefighter paramedic vet zoologist botanist`),
  articles: set('a an the'),
  locatives: set(`
    in at near to from into outside inside around of via for through across within between toward towards visiting visit leaving
    reach reached central downtown greater east west north south`),
  actorVerbs: set(`
    said says say adds added wants want wanted has have had is are was were will would can could may might must should does did
    insists insisted expects expected hopes hoped refuses refused rejects rejected calls called asks asked warns warned thinks
    thought believes argues argued offers offered promises promised pledged pledges plans planned agrees agreed signed signs
    announced announces decided decides remains remained supports supported backs backed considers considered denied denies
    ruled rules gave gives made makes sent sends took takes told tells stays stayed keeps kept gets got seeks sought fears feared
    accused accuses continues continued signals signalled signaled faces faced knows knew declines declined declares declared hosts hosted leads led welcomes
    welcomed demanded demands proposed proposes stressed noted explained replied responded wrote writes joined sees saw`),
  carriers: set('to on against among of for over behind'),
  definite: set('the'),
  conjunctions: set('and or'),
};
