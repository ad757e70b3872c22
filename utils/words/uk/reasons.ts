import type { reasonTexts } from '../reasons.ts';
import type { Translated } from '../types.ts';

export const reasons: Translated<typeof reasonTexts, 'uk'> = {
  'summary.agrees': {
    one: 'На цій сторінці: {page}. Так само каже {count} джерело.',
    few: 'На цій сторінці: {page}. Так само кажуть {count} джерела.',
    many: 'На цій сторінці: {page}. Так само кажуть {count} джерел.',
  },
  'summary.fits': {
    one: 'На цій сторінці: {page}. З цим узгоджується {first} джерело.',
    few: 'На цій сторінці: {page}. З цим узгоджуються {first} джерела.',
    many: 'На цій сторінці: {page}. З цим узгоджуються {first} джерел.',
  },
  'summary.others': {
    one: 'На цій сторінці: {page}. {first} із {total} джерел каже: {other}.',
    few: 'На цій сторінці: {page}. {first} із {total} джерел кажуть: {other}.',
    many: 'На цій сторінці: {page}. {first} із {total} джерел кажуть: {other}.',
  },
  'summary.all-others': {
    one: 'На цій сторінці: {page}. {first} джерело каже: {other}.',
    few: 'На цій сторінці: {page}. {first} джерела кажуть: {other}.',
    many: 'На цій сторінці: {page}. {first} джерел кажуть: {other}.',
  },
  'summary.last-reported': 'На цій сторінці: {page}, як повідомляли востаннє ({date}).',
  'summary.only-here': 'На цій сторінці: {page}.',
  'summary.no-measure': 'Це число, але не ясно, що воно рахує.',

  'number.words': '',

  'reason.reads-as': '«{page}» означає {range}; {others}.',
  'reason.says': '{others}.',
  'reason.sources-say': {
    one: '{count} джерело ({dates}) каже: {value}',
    few: '{count} джерела ({dates}) кажуть: {value}',
    many: '{count} джерел ({dates}) кажуть: {value}',
  },
  'reason.sources-say-undated': {
    one: '{count} джерело каже: {value}',
    few: '{count} джерела кажуть: {value}',
    many: '{count} джерел кажуть: {value}',
  },
  'reason.less-exact': '«{page}» охоплює й точніше {other}; {others}.',
  'reason.more-exact': '{page} вкладається в те, що кажуть джерела: {others}.',
  'reason.edge': 'Ледь узгоджується: «{page}» означає {range}; {others}.',
  'reason.same': 'Джерела кажуть те саме: {others}.',
  'reason.fits': 'Узгоджується з тим, що кажуть джерела: {others}.',
  'reason.changed-later':
    'Пізніші повідомлення кажуть: {value} ({dates}); обидва числа можуть бути правильні на свій день.',
  'reason.changed-earlier':
    'Раніші повідомлення кажуть: {value} ({dates}); обидва числа можуть бути правильні на свій день.',
  'reason.last-reported': 'Найновіше джерело про це: {date}, {value}.',
  'reason.only-here': 'Жодне джерело тут про це не каже.',
  'reason.no-event': 'Не ясно, про яку зустріч ідеться, тож порівнювати немає з чим.',
  'reason.not-said': 'Сторінка про це питає або це заперечує, тож порівнювати немає з чим.',
  'reason.undated': 'Ця сторінка без дати, тому її порівняно з джерелами за весь час.',
  'reason.identifies': 'Число є частиною назви: порівнювати немає чого.',
  'reason.self': 'В іншому місці ця сторінка каже: {other}.',
  'mixup.text': '{value}: {label} ({outlet}).',

  'number.range': '{low}–{high}',
  'number.from': '{low} або більше',
  'number.to': 'до {high}',
  'display.about': '≈ {value}',
  'display.more': '> {value}',
  'display.least': '≥ {value}',
  'display.fewer': '< {value}',
  'display.most': '≤ {value}',
};
