import type { reasonTexts } from '../reasons.ts';
import type { Translated } from '../types.ts';

export const reasons: Translated<typeof reasonTexts, 'de'> = {
  'summary.agrees': {
    one: 'Diese Seite sagt {page}. Das sagt auch {count} Quelle.',
    other: 'Diese Seite sagt {page}. Das sagen auch {count} Quellen.',
  },
  'summary.fits': {
    one: 'Diese Seite sagt {page}. {first} Quelle passt dazu.',
    other: 'Diese Seite sagt {page}. {first} Quellen passen dazu.',
  },
  'summary.others': {
    one: 'Diese Seite sagt {page}. {first} von {total} Quellen sagt {other}.',
    other: 'Diese Seite sagt {page}. {first} von {total} Quellen sagen {other}.',
  },
  'summary.all-others': {
    one: 'Diese Seite sagt {page}. {first} Quelle sagt {other}.',
    other: 'Diese Seite sagt {page}. {first} Quellen sagen {other}.',
  },
  'summary.last-reported': 'Diese Seite sagt {page}, wie zuletzt berichtet ({date}).',
  'summary.only-here': 'Diese Seite sagt {page}.',
  'summary.no-measure': 'Als Zahl erkannt, aber nicht, was sie zählt.',

  'number.words': 'eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn',

  'reason.reads-as': '„{page}“ bedeutet {range}; {others}.',
  'reason.says': '{others}.',
  'reason.sources-say': {
    one: '{count} Quelle ({dates}) sagt {value}',
    other: '{count} Quellen ({dates}) sagen {value}',
  },
  'reason.sources-say-undated': { one: '{count} Quelle sagt {value}', other: '{count} Quellen sagen {value}' },
  'reason.less-exact': '„{page}“ schließt das genauere {other} ein; {others}.',
  'reason.more-exact': '{page} liegt in dem, was die Quellen sagen: {others}.',
  'reason.edge': 'Es passt gerade noch: „{page}“ bedeutet {range}; {others}.',
  'reason.same': 'Die Quellen sagen dasselbe: {others}.',
  'reason.fits': 'Es passt zu dem, was die Quellen sagen: {others}.',
  'reason.changed-later': 'Spätere Berichte sagen {value} ({dates}); beides kann an seinem Tag stimmen.',
  'reason.changed-earlier': 'Frühere Berichte sagen {value} ({dates}); beides kann an seinem Tag stimmen.',
  'reason.last-reported': 'Die neueste Quelle dazu ist vom {date}: {value}.',
  'reason.only-here': 'Keine Quelle hier spricht davon.',
  'reason.no-event': 'Welches Treffen gemeint ist, ist nicht klar; darum wird mit nichts verglichen.',
  'reason.not-said': 'Die Seite fragt das oder verneint es; darum wird mit nichts verglichen.',
  'reason.undated': 'Diese Seite hat kein Datum; darum wird sie mit Quellen aller Zeiten verglichen.',
  'reason.identifies': 'Eine Zahl, die etwas benennt: nichts zu vergleichen.',
  'reason.self': 'An anderer Stelle sagt diese Seite {other}.',
  'mixup.text': '{value} zählt {label} ({outlet}).',

  'number.range': '{low}–{high}',
  'number.from': '{low} oder mehr',
  'number.to': 'bis zu {high}',
  'display.about': '≈ {value}',
  'display.more': '> {value}',
  'display.least': '≥ {value}',
  'display.fewer': '< {value}',
  'display.most': '≤ {value}',
};
