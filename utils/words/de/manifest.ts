import type { manifestTexts, menuTexts } from '../manifest.ts';
import type { Translated } from '../types.ts';

export const manifest: Translated<typeof manifestTexts & typeof menuTexts, 'de'> = {
  'browser.name': 'Second Source',
  'browser.description':
    'Die zweite Quelle neben der Nachricht: Namen, Zahlen und was andere berichten. Was Sie lesen, bleibt im Browser.',
  'browser.action': 'Second Source: was andere berichten',
  'command.toggle-panel': 'Seitenleiste öffnen oder schließen',
  'command.next-mark': 'Zur nächsten Markierung auf der Seite',
  'command.previous-mark': 'Zur vorigen Markierung auf der Seite',
  'command.toggle-site': 'Second Source auf dieser Website aus- oder einschalten',
  'command.look-up': 'Auswahl nachschlagen oder suchen',
  'menu.open-panel': 'Second Source öffnen',
  'menu.look-up': '„%s“ in Second Source nachschlagen',
  'menu.toggle-site': 'Auf dieser Website aus- oder einschalten',
};
