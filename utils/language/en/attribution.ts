/** English words for who said it. */
import type { AttributionWords } from '../speaker/attributions.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const englishAttribution: AttributionWords = {
  verbs:
    /\b(?:said|says|say|told|tells|announced|announces|argued|argues|added|adds|declared|declares|stated|claimed|claims|insisted|insists|reported|reports|reveals|revealed|wrote|writes|noted|notes|warned|warns|confirmed|confirms|explained|explains|estimated|estimates|suggested|suggests|indicated|indicates|stressed|emphasi[sz]ed|recalled|specified|specifies|disclosed|counted|counts|reckons?|acknowledged|admitted|predicted|tweeted|posted|learned|learnt|pointed out|points out)\b/giu,
  nounLike: set('reports claims notes estimates counts say adds'),
  afterNoun: set('of about on from by in said say says suggest suggested suggesting indicate indicated'),
  between: set(
    'has had have also then later now just already reportedly repeatedly previously earlier today yesterday once again even',
  ),
  unsaid: set(
    'to be been being is was were are not never that this it which who what as would could should will might can cannot',
  ),
  according:
    /\b(?:according to|in the words of|as reported by|as quoted by|citing|quoting|sources? at|an? (?:statement|announcement|estimate|count) (?:by|from))\s+/giu,
  pronouns: set('he she'),
  boundary: set(`
    a an the that which who whom whose what when where while as if because since after before until once and or but nor so yet though although of for in on at
    by with from to into about over under between among against during through is are was were be been being has have had do does did will would can
    could may might must shall should not no then than there here this these those it they we you i he she also however meanwhile later only just so all
    others many some few most both everyone nobody none another one each`),
  joiners: set('of for at in'),
  speakers: set(`
    official officials spokesman spokeswoman spokesperson spokespeople spokesmen source sources diplomat diplomats minister ministers president
    chancellor premier leader leaders government ministry office palace embassy agency newspaper paper daily report reports media general
    envoy analyst analysts expert experts organiser organisers organizer organizers statement aide aides adviser advisers advisor advisors presidency
    commission commissioner senator lawmaker lawmakers deputy deputies researchers broadcaster magazine channel outlet website taoiseach commander secretary
    delegation administration command staff head chief representative correspondent author authors study poll survey insiders`),
  articles: set('a an the his her its their one some several two'),
};
