import type { draftTexts } from '../draft.ts';
import type { Translated } from '../types.ts';

export const draft: Translated<typeof draftTexts, 'uk'> = {
  'draft.heading': 'Перевірити чернетку',
  'draft.lead':
    'Вставте свій текст: його буде порівняно так само, як сторінку. Він лишається в цій панелі, поки ви її не закриєте.',
  'draft.text': 'Ваш текст',
  'draft.date': 'Дата тексту',
  'draft.date-hint': 'Без дати його буде порівняно з джерелами за весь час.',
  'draft.check': 'Перевірити',
  'draft.checking': 'Порівнюємо',
  'draft.empty': 'Тексту ще немає. Спершу вставте його в поле.',
  'draft.too-long':
    'У цьому тексті {length} знаків, а за раз можна перевірити {most}. Перевіряйте частинами: нічого не обрізано.',
  'draft.off-topic': 'Цей текст не називає теми, про яку є джерела. Додайте речення, яке її називає.',
  'draft.failed': 'Текст не вдалося порівняти',
  'draft.passages': 'Ваш текст із позначками',
  'draft.mark': '{text}: {verdict}',

  'draft.says.this-draft': 'Ця чернетка',
  'draft.says.scale-label': 'ця чернетка',
  'draft.says.scale-summary': 'Ця чернетка: {page}. Інші джерела: {others}.',
  'draft.says.scale-alone': 'Ця чернетка: {page}. Інших джерел немає.',
  'draft.says.compared': 'Поруч із цією чернеткою',
  'draft.says.less-exact': 'узгоджується, у чернетці менш точно',
  'draft.says.more-exact': 'узгоджується, у чернетці точніше',
  'draft.says.agrees': {
    one: 'У цій чернетці: {page}. Так само каже {count} джерело.',
    few: 'У цій чернетці: {page}. Так само кажуть {count} джерела.',
    many: 'У цій чернетці: {page}. Так само кажуть {count} джерел.',
  },
  'draft.says.fits': {
    one: 'У цій чернетці: {page}. З цим узгоджується {first} джерело.',
    few: 'У цій чернетці: {page}. З цим узгоджуються {first} джерела.',
    many: 'У цій чернетці: {page}. З цим узгоджуються {first} джерел.',
  },
  'draft.says.others': {
    one: 'У цій чернетці: {page}. {first} із {total} джерел каже: {other}.',
    few: 'У цій чернетці: {page}. {first} із {total} джерел кажуть: {other}.',
    many: 'У цій чернетці: {page}. {first} із {total} джерел кажуть: {other}.',
  },
  'draft.says.all-others': {
    one: 'У цій чернетці: {page}. {first} джерело каже: {other}.',
    few: 'У цій чернетці: {page}. {first} джерела кажуть: {other}.',
    many: 'У цій чернетці: {page}. {first} джерел кажуть: {other}.',
  },
  'draft.says.last-reported': 'У цій чернетці: {page}, як повідомляли востаннє ({date}).',
  'draft.says.only-here': 'У цій чернетці: {page}.',
  'draft.says.not-said': 'Чернетка про це питає або це заперечує, тож порівнювати немає з чим.',
  'draft.says.undated': 'Ця чернетка без дати, тому її порівняно з джерелами за весь час.',
  'draft.says.self': 'В іншому місці ця чернетка каже: {other}.',
  'draft.says.contradicts': 'В іншому місці ця чернетка каже: {what}.',
  'draft.says.show': 'Показати в тексті',
  'draft.says.show-nth': 'Показати в тексті, {k} із {n}',
  'draft.says.no-figures': 'У цій чернетці немає чисел, про які кажуть джерела.',
  'draft.says.names': 'Імена в цій чернетці',
  'draft.says.stale': 'Текст або його дата змінилися, відколи його перевірено.',
  'draft.says.again': 'Перевірити ще раз',
};
