import type { reasonTexts } from '../reasons.ts';
import type { Translated } from '../types.ts';

export const reasons: Translated<typeof reasonTexts, 'pl'> = {
  'summary.agrees': {
    one: 'Ta strona mówi: {page}. Tak samo mówi {count} źródło.',
    few: 'Ta strona mówi: {page}. Tak samo mówią {count} źródła.',
    many: 'Ta strona mówi: {page}. Tak samo mówi {count} źródeł.',
  },
  'summary.fits': {
    one: 'Ta strona mówi: {page}. Pasuje do tego {first} źródło.',
    few: 'Ta strona mówi: {page}. Pasują do tego {first} źródła.',
    many: 'Ta strona mówi: {page}. Pasuje do tego {first} źródeł.',
  },
  'summary.others': {
    one: 'Ta strona mówi: {page}. {first} z {total} źródeł mówi: {other}.',
    few: 'Ta strona mówi: {page}. {first} z {total} źródeł mówią: {other}.',
    many: 'Ta strona mówi: {page}. {first} z {total} źródeł mówi: {other}.',
  },
  'summary.all-others': {
    one: 'Ta strona mówi: {page}. {first} źródło mówi: {other}.',
    few: 'Ta strona mówi: {page}. {first} źródła mówią: {other}.',
    many: 'Ta strona mówi: {page}. {first} źródeł mówi: {other}.',
  },
  'summary.last-reported': 'Ta strona mówi: {page}, jak ostatnio podano ({date}).',
  'summary.only-here': 'Ta strona mówi: {page}.',
  'summary.no-measure': 'To liczba, ale nie wiadomo, co liczy.',

  'number.words': '',

  'reason.reads-as': '„{page}” oznacza {range}; {others}.',
  'reason.says': '{others}.',
  'reason.sources-say': {
    one: '{count} źródło ({dates}) mówi: {value}',
    few: '{count} źródła ({dates}) mówią: {value}',
    many: '{count} źródeł ({dates}) mówi: {value}',
  },
  'reason.sources-say-undated': {
    one: '{count} źródło mówi: {value}',
    few: '{count} źródła mówią: {value}',
    many: '{count} źródeł mówi: {value}',
  },
  'reason.less-exact': '„{page}” obejmuje też dokładniejsze {other}; {others}.',
  'reason.more-exact': '{page} mieści się w tym, co mówią źródła: {others}.',
  'reason.edge': 'Ledwo pasuje: „{page}” oznacza {range}; {others}.',
  'reason.same': 'Źródła mówią to samo: {others}.',
  'reason.fits': 'Pasuje do tego, co mówią źródła: {others}.',
  'reason.changed-later':
    'Późniejsze doniesienia mówią: {value} ({dates}); jedno i drugie może być trafne w swoim dniu.',
  'reason.changed-earlier':
    'Wcześniejsze doniesienia mówią: {value} ({dates}); jedno i drugie może być trafne w swoim dniu.',
  'reason.last-reported': 'Najnowsze źródło o tym: {date}, {value}.',
  'reason.only-here': 'Żadne źródło tutaj o tym nie mówi.',
  'reason.no-event': 'Nie wiadomo, o które spotkanie chodzi, więc nie ma z czym porównać.',
  'reason.not-said': 'Strona o to pyta albo temu zaprzecza, więc nie ma z czym porównać.',
  'reason.undated': 'Ta strona nie ma daty, więc porównano ją ze źródłami z każdego czasu.',
  'reason.identifies': 'Liczba, która coś nazywa: nie ma czego porównywać.',
  'reason.self': 'W innym miejscu ta strona mówi: {other}.',
  'mixup.text': '{value}: {label} ({outlet}).',

  'number.range': '{low}–{high}',
  'number.from': '{low} lub więcej',
  'number.to': 'do {high}',
  'display.about': '≈ {value}',
  'display.more': '> {value}',
  'display.least': '≥ {value}',
  'display.fewer': '< {value}',
  'display.most': '≤ {value}',
};
