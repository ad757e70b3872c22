import type { manifestTexts, menuTexts } from '../manifest.ts';
import type { Translated } from '../types.ts';

export const manifest: Translated<typeof manifestTexts & typeof menuTexts, 'pl'> = {
  'browser.name': 'Second Source',
  'browser.description':
    'Drugie źródło obok wiadomości: nazwiska, liczby i to, co podają inni. Nic z tego, co czytasz, nie opuszcza przeglądarki.',
  'browser.action': 'Second Source: co podają inni',
  'command.toggle-panel': 'Otwórz lub zamknij panel boczny',
  'command.next-mark': 'Do następnego oznaczenia na stronie',
  'command.previous-mark': 'Do poprzedniego oznaczenia na stronie',
  'command.toggle-site': 'Wyłącz lub włącz Second Source w tej witrynie',
  'command.look-up': 'Wyszukaj zaznaczenie albo coś innego',
  'menu.open-panel': 'Otwórz Second Source',
  'menu.look-up': 'Wyszukaj „%s” w Second Source',
  'menu.toggle-site': 'Wyłącz lub włącz w tej witrynie',
};
