import type { reasonTexts } from '../reasons.ts';
import type { Translated } from '../types.ts';

export const reasons: Translated<typeof reasonTexts, 'fr'> = {
  'summary.agrees': {
    one: 'Cette page dit {page}. C’est aussi ce que dit {count} source.',
    other: 'Cette page dit {page}. C’est aussi ce que disent {count} sources.',
  },
  'summary.fits': {
    one: 'Cette page dit {page}. {first} source concorde.',
    other: 'Cette page dit {page}. {first} sources concordent.',
  },
  'summary.others': {
    one: 'Cette page dit {page}. {first} source sur {total} dit {other}.',
    other: 'Cette page dit {page}. {first} sources sur {total} disent {other}.',
  },
  'summary.all-others': {
    one: 'Cette page dit {page}. {first} source dit {other}.',
    other: 'Cette page dit {page}. {first} sources disent {other}.',
  },
  'summary.last-reported': 'Cette page dit {page}, dernier état connu ({date}).',
  'summary.only-here': 'Cette page dit {page}.',
  'summary.no-measure': 'Un chiffre, mais on ne sait pas ce qu’il compte.',

  'number.words': 'une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix',

  'reason.reads-as': '« {page} » se lit comme {range} ; {others}.',
  'reason.says': '{others}.',
  'reason.sources-say': {
    one: '{count} source ({dates}) dit {value}',
    other: '{count} sources ({dates}) disent {value}',
  },
  'reason.sources-say-undated': { one: '{count} source dit {value}', other: '{count} sources disent {value}' },
  'reason.less-exact': '« {page} » comprend {other}, qui est plus précis ; {others}.',
  'reason.more-exact': '{page} reste dans ce que disent les sources : {others}.',
  'reason.edge': 'Cela concorde à peine : « {page} » se lit comme {range} ; {others}.',
  'reason.same': 'Les sources disent la même chose : {others}.',
  'reason.fits': 'Cela concorde avec ce que disent les sources : {others}.',
  'reason.changed-later':
    'Des articles plus récents disent {value} ({dates}) ; les deux peuvent être justes, chacun à sa date.',
  'reason.changed-earlier':
    'Des articles plus anciens disent {value} ({dates}) ; les deux peuvent être justes, chacun à sa date.',
  'reason.last-reported': 'La source la plus récente à ce sujet, {date} : {value}.',
  'reason.only-here': 'Aucune source ici n’en parle.',
  'reason.no-event': 'On ne sait pas de quelle réunion il s’agit : rien n’est donc comparé.',
  'reason.not-said': 'La page le demande ou le nie : rien n’est donc comparé.',
  'reason.undated': 'Cette page n’a pas de date : elle est comparée à des sources de toutes les dates.',
  'reason.identifies': 'Un nombre qui sert de nom : rien à comparer.',
  'reason.self': 'Ailleurs, cette page dit {other}.',
  'mixup.text': '{value} : {label} ({outlet}).',

  'number.range': '{low}–{high}',
  'number.from': '{low} ou plus',
  'number.to': 'jusqu’à {high}',
  'display.about': '≈ {value}',
  'display.more': '> {value}',
  'display.least': '≥ {value}',
  'display.fewer': '< {value}',
  'display.most': '≤ {value}',
};
