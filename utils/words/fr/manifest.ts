import type { manifestTexts, menuTexts } from '../manifest.ts';
import type { Translated } from '../types.ts';

export const manifest: Translated<typeof manifestTexts & typeof menuTexts, 'fr'> = {
  'browser.name': 'Second Source',
  'browser.description':
    'La deuxième source à côté de l’info : noms, chiffres et ce que disent d’autres. Ce que vous lisez reste chez vous.',
  'browser.action': 'Second Source : ce que disent d’autres articles',
  'command.toggle-panel': 'Ouvrir ou fermer le panneau latéral',
  'command.next-mark': 'Aller au repère suivant de la page',
  'command.previous-mark': 'Aller au repère précédent de la page',
  'command.toggle-site': 'Désactiver ou activer Second Source sur ce site',
  'command.look-up': 'Chercher la sélection, ou autre chose',
  'menu.open-panel': 'Ouvrir Second Source',
  'menu.look-up': 'Chercher « %s » dans Second Source',
  'menu.toggle-site': 'Désactiver ou activer sur ce site',
};
