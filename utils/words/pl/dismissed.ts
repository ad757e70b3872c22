import type { dismissedTexts } from '../dismissed.ts';
import type { Translated } from '../types.ts';

export const dismissed: Translated<typeof dismissedTexts, 'pl'> = {
  'count.dismissed': { one: 'odrzucono {n}', few: 'odrzucono {n}', many: 'odrzucono {n}' },
  'panel.copy-markdown': 'Kopiuj jako Markdown',
  'panel.dismissed': { one: 'Odrzucono: {n}', few: 'Odrzucono: {n}', many: 'Odrzucono: {n}' },
  'panel.dismissed-figure': 'Nie jest już pokazywane jako sprzeczność: {what}',
  'panel.dismissed-name': '„{form}”, nie {name}',
  'panel.dismissed-failed': 'W przeglądarce zabrakło miejsca, żeby to zachować.',
  'panel.dismissed-hint': 'Przechowywane tylko na tym komputerze. Wszystko, co odrzucono, jest w ustawieniach.',
  'filter.text': 'Szukaj na tej liście',
  'filter.hint': 'Liczba, nazwisko, słowo',
  'filter.kind': 'Pokaż',
  'filter.all': 'Wszystko',
  'filter.conflicts': 'Sprzeczne',
  'filter.second-look': 'Warte uwagi',
  'filter.agrees': 'Zgadza się',
  'filter.only-here': 'Tylko tutaj',
  'filter.left': { one: '{n} wpis', few: '{n} wpisy', many: '{n} wpisów' },
  'filter.clear': 'Pokaż wszystko',
  'dismissed.heading': 'Odrzucone',
  'dismissed.hint':
    'To, o czym powiedziano, że nie jest sprzeczne albo że chodzi o kogoś innego. Zostaje na tym komputerze i nie mówi nic o stronie, na której było.',
  'dismissed.none': 'Na razie nic.',
  'dismissed.figure': '{title}: {display} obok {others}',
  'dismissed.show-again': 'Pokazuj znowu',
  'dismissed.show-again-label': 'Pokazuj znowu: {what}',
  'dismissed.show-all': 'Pokazuj znowu wszystko',
  'dismissed.shown-again': {
    one: '{n} wpis jest znowu pokazywany.',
    few: '{n} wpisy są znowu pokazywane.',
    many: '{n} wpisów jest znowu pokazywanych.',
  },
};
