import type { draftTexts } from '../draft.ts';
import type { Translated } from '../types.ts';

export const draft: Translated<typeof draftTexts, 'de'> = {
  'draft.heading': 'Einen Entwurf prüfen',
  'draft.lead':
    'Fügen Sie Ihren Text ein: Er wird verglichen wie eine Seite. Er bleibt in dieser Leiste, bis Sie sie schließen.',
  'draft.text': 'Ihr Text',
  'draft.date': 'Datum des Textes',
  'draft.date-hint': 'Ohne Datum wird er mit Quellen aller Zeiten verglichen.',
  'draft.check': 'Prüfen',
  'draft.checking': 'Wird verglichen',
  'draft.empty': 'Noch ist kein Text da. Fügen Sie zuerst einen ein.',
  'draft.too-long':
    'Dieser Text hat {length} Zeichen; auf einmal lassen sich {most} prüfen. Prüfen Sie ihn in Teilen: Es wurde nichts gekürzt.',
  'draft.off-topic': 'Dieser Text nennt kein Thema, zu dem es Quellen gibt. Fügen Sie den Satz hinzu, der es nennt.',
  'draft.failed': 'Der Text ließ sich nicht vergleichen',
  'draft.passages': 'Ihr Text mit Markierungen',
  'draft.mark': '{text}: {verdict}',

  'draft.says.this-draft': 'Dieser Entwurf',
  'draft.says.scale-label': 'dieser Entwurf',
  'draft.says.scale-summary': 'Dieser Entwurf: {page}. Andere Quellen: {others}.',
  'draft.says.scale-alone': 'Dieser Entwurf: {page}. Keine andere Quelle.',
  'draft.says.compared': 'Neben diesem Entwurf',
  'draft.says.less-exact': 'passt, der Entwurf ist weniger genau',
  'draft.says.more-exact': 'passt, der Entwurf ist genauer',
  'draft.says.agrees': {
    one: 'Dieser Entwurf sagt {page}. Das sagt auch {count} Quelle.',
    other: 'Dieser Entwurf sagt {page}. Das sagen auch {count} Quellen.',
  },
  'draft.says.fits': {
    one: 'Dieser Entwurf sagt {page}. {first} Quelle passt dazu.',
    other: 'Dieser Entwurf sagt {page}. {first} Quellen passen dazu.',
  },
  'draft.says.others': {
    one: 'Dieser Entwurf sagt {page}. {first} von {total} Quellen sagt {other}.',
    other: 'Dieser Entwurf sagt {page}. {first} von {total} Quellen sagen {other}.',
  },
  'draft.says.all-others': {
    one: 'Dieser Entwurf sagt {page}. {first} Quelle sagt {other}.',
    other: 'Dieser Entwurf sagt {page}. {first} Quellen sagen {other}.',
  },
  'draft.says.last-reported': 'Dieser Entwurf sagt {page}, wie zuletzt berichtet ({date}).',
  'draft.says.only-here': 'Dieser Entwurf sagt {page}.',
  'draft.says.not-said': 'Der Entwurf fragt das oder verneint es; darum wird mit nichts verglichen.',
  'draft.says.undated': 'Dieser Entwurf hat kein Datum; darum wird er mit Quellen aller Zeiten verglichen.',
  'draft.says.self': 'An anderer Stelle sagt dieser Entwurf {other}.',
  'draft.says.contradicts': 'An anderer Stelle sagt dieser Entwurf {what}.',
  'draft.says.show': 'Im Text zeigen',
  'draft.says.show-nth': 'Im Text zeigen, {k} von {n}',
  'draft.says.no-figures': 'Keine Zahl in diesem Entwurf, von der die Quellen sprechen.',
  'draft.says.names': 'Namen in diesem Entwurf',
  'draft.says.stale': 'Der Text oder sein Datum wurde seit der Prüfung geändert.',
  'draft.says.again': 'Noch einmal prüfen',
};
