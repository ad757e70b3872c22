import type { draftTexts } from '../draft.ts';
import type { Translated } from '../types.ts';

export const draft: Translated<typeof draftTexts, 'fr'> = {
  'draft.heading': 'Vérifier un brouillon',
  'draft.lead':
    'Collez votre texte : il est comparé comme le serait une page. Il reste dans ce panneau jusqu’à ce que vous le fermiez.',
  'draft.text': 'Votre texte',
  'draft.date': 'Date du texte',
  'draft.date-hint': 'Sans date, il est comparé à des sources de toutes les dates.',
  'draft.check': 'Vérifier',
  'draft.checking': 'Comparaison en cours',
  'draft.empty': 'Il n’y a pas encore de texte. Collez-en un d’abord.',
  'draft.too-long':
    'Ce texte compte {length} caractères ; {most} peuvent être vérifiés à la fois. Procédez par parties : rien n’a été coupé.',
  'draft.off-topic': 'Ce texte ne nomme aucun sujet dont parlent les sources. Ajoutez la phrase qui le nomme.',
  'draft.failed': 'Le texte n’a pas pu être comparé',
  'draft.passages': 'Votre texte, avec ses repères',
  'draft.mark': '{text} : {verdict}',

  'draft.says.this-draft': 'Ce brouillon',
  'draft.says.scale-label': 'ce brouillon',
  'draft.says.scale-summary': 'Ce brouillon : {page}. Autres sources : {others}.',
  'draft.says.scale-alone': 'Ce brouillon : {page}. Aucune autre source.',
  'draft.says.compared': 'À côté de ce brouillon',
  'draft.says.less-exact': 'concorde, ce brouillon est moins précis',
  'draft.says.more-exact': 'concorde, ce brouillon est plus précis',
  'draft.says.agrees': {
    one: 'Ce brouillon dit {page}. C’est aussi ce que dit {count} source.',
    other: 'Ce brouillon dit {page}. C’est aussi ce que disent {count} sources.',
  },
  'draft.says.fits': {
    one: 'Ce brouillon dit {page}. {first} source concorde.',
    other: 'Ce brouillon dit {page}. {first} sources concordent.',
  },
  'draft.says.others': {
    one: 'Ce brouillon dit {page}. {first} source sur {total} dit {other}.',
    other: 'Ce brouillon dit {page}. {first} sources sur {total} disent {other}.',
  },
  'draft.says.all-others': {
    one: 'Ce brouillon dit {page}. {first} source dit {other}.',
    other: 'Ce brouillon dit {page}. {first} sources disent {other}.',
  },
  'draft.says.last-reported': 'Ce brouillon dit {page}, dernier état connu ({date}).',
  'draft.says.only-here': 'Ce brouillon dit {page}.',
  'draft.says.not-said': 'Le brouillon le demande ou le nie : rien n’est donc comparé.',
  'draft.says.undated': 'Ce brouillon n’a pas de date : il est comparé à des sources de toutes les dates.',
  'draft.says.self': 'Ailleurs, ce brouillon dit {other}.',
  'draft.says.contradicts': 'Ailleurs, ce brouillon dit {what}.',
  'draft.says.show': 'Montrer dans le texte',
  'draft.says.show-nth': 'Montrer dans le texte, {k} sur {n}',
  'draft.says.no-figures': 'Aucun chiffre de ce brouillon dont parlent les sources.',
  'draft.says.names': 'Noms dans ce brouillon',
  'draft.says.stale': 'Le texte ou sa date a changé depuis la vérification.',
  'draft.says.again': 'Vérifier à nouveau',
};
