import type { draftTexts } from '../draft.ts';
import type { Translated } from '../types.ts';

export const draft: Translated<typeof draftTexts, 'pl'> = {
  'draft.heading': 'Sprawdź szkic',
  'draft.lead': 'Wklej swój tekst: zostanie porównany tak jak strona. Pozostaje w tym panelu, dopóki go nie zamkniesz.',
  'draft.text': 'Twój tekst',
  'draft.date': 'Data tekstu',
  'draft.date-hint': 'Bez daty tekst jest porównywany ze źródłami z każdego czasu.',
  'draft.check': 'Sprawdź',
  'draft.checking': 'Porównywanie',
  'draft.empty': 'Nie ma jeszcze tekstu. Najpierw wklej go do pola.',
  'draft.too-long':
    'Ten tekst ma {length} znaków, a naraz można sprawdzić {most}. Sprawdzaj po części: niczego nie obcięto.',
  'draft.off-topic': 'Ten tekst nie wymienia tematu, o którym są źródła. Dodaj zdanie, które go wymienia.',
  'draft.failed': 'Nie udało się porównać tekstu',
  'draft.passages': 'Twój tekst z oznaczeniami',
  'draft.mark': '{text}: {verdict}',

  'draft.says.this-draft': 'Ten szkic',
  'draft.says.scale-label': 'ten szkic',
  'draft.says.scale-summary': 'Ten szkic: {page}. Inne źródła: {others}.',
  'draft.says.scale-alone': 'Ten szkic: {page}. Innych źródeł nie ma.',
  'draft.says.compared': 'Obok tego szkicu',
  'draft.says.less-exact': 'pasuje, szkic jest mniej dokładny',
  'draft.says.more-exact': 'pasuje, szkic jest dokładniejszy',
  'draft.says.agrees': {
    one: 'Ten szkic mówi: {page}. Tak samo mówi {count} źródło.',
    few: 'Ten szkic mówi: {page}. Tak samo mówią {count} źródła.',
    many: 'Ten szkic mówi: {page}. Tak samo mówi {count} źródeł.',
  },
  'draft.says.fits': {
    one: 'Ten szkic mówi: {page}. Pasuje do tego {first} źródło.',
    few: 'Ten szkic mówi: {page}. Pasują do tego {first} źródła.',
    many: 'Ten szkic mówi: {page}. Pasuje do tego {first} źródeł.',
  },
  'draft.says.others': {
    one: 'Ten szkic mówi: {page}. {first} z {total} źródeł mówi: {other}.',
    few: 'Ten szkic mówi: {page}. {first} z {total} źródeł mówią: {other}.',
    many: 'Ten szkic mówi: {page}. {first} z {total} źródeł mówi: {other}.',
  },
  'draft.says.all-others': {
    one: 'Ten szkic mówi: {page}. {first} źródło mówi: {other}.',
    few: 'Ten szkic mówi: {page}. {first} źródła mówią: {other}.',
    many: 'Ten szkic mówi: {page}. {first} źródeł mówi: {other}.',
  },
  'draft.says.last-reported': 'Ten szkic mówi: {page}, jak ostatnio podano ({date}).',
  'draft.says.only-here': 'Ten szkic mówi: {page}.',
  'draft.says.not-said': 'Szkic o to pyta albo temu zaprzecza, więc nie ma z czym porównać.',
  'draft.says.undated': 'Ten szkic nie ma daty, więc porównano go ze źródłami z każdego czasu.',
  'draft.says.self': 'W innym miejscu ten szkic mówi: {other}.',
  'draft.says.contradicts': 'W innym miejscu ten szkic mówi: {what}.',
  'draft.says.show': 'Pokaż w tekście',
  'draft.says.show-nth': 'Pokaż w tekście, {k} z {n}',
  'draft.says.no-figures': 'W tym szkicu nie ma liczb, o których mówią źródła.',
  'draft.says.names': 'Nazwiska i nazwy w tym szkicu',
  'draft.says.stale': 'Tekst albo jego data zmieniły się po sprawdzeniu.',
  'draft.says.again': 'Sprawdź ponownie',
};
