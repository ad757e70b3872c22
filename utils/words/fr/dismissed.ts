import type { dismissedTexts } from '../dismissed.ts';
import type { Translated } from '../types.ts';

export const dismissed: Translated<typeof dismissedTexts, 'fr'> = {
  'count.dismissed': { one: '{n} écarté', other: '{n} écartés' },
  'panel.copy-markdown': 'Copier en Markdown',
  'panel.dismissed': { one: '{n} écarté', other: '{n} écartés' },
  'panel.dismissed-figure': 'N’est plus montré comme désaccord : {what}',
  'panel.dismissed-name': '« {form} », mais pas {name}',
  'panel.dismissed-failed': 'Le navigateur n’avait pas la place de le garder.',
  'panel.dismissed-hint': 'Gardé sur cet ordinateur seulement. Tout ce que vous avez écarté est dans les réglages.',
  'filter.text': 'Chercher dans cette liste',
  'filter.hint': 'Chiffre, nom, mot',
  'filter.kind': 'Montrer',
  'filter.all': 'Tout',
  'filter.conflicts': 'En désaccord',
  'filter.second-look': 'À revoir',
  'filter.agrees': 'Concorde',
  'filter.only-here': 'Ici seulement',
  'filter.left': { one: '{n} entrée', other: '{n} entrées' },
  'filter.clear': 'Tout montrer',
  'dismissed.heading': 'Écarté',
  'dismissed.hint':
    'Ce dont vous avez dit que ce n’est pas un désaccord, ou pas la personne dont il s’agit. Cela reste sur cet ordinateur et ne dit rien de la page.',
  'dismissed.none': 'Rien pour l’instant.',
  'dismissed.figure': '{title} : {display} à côté de {others}',
  'dismissed.show-again': 'Montrer à nouveau',
  'dismissed.show-again-label': 'Montrer à nouveau : {what}',
  'dismissed.show-all': 'Tout montrer à nouveau',
  'dismissed.shown-again': { one: '{n} entrée est à nouveau montrée.', other: '{n} entrées sont à nouveau montrées.' },
};
