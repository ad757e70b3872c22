import type { dismissedTexts } from '../dismissed.ts';
import type { Translated } from '../types.ts';

export const dismissed: Translated<typeof dismissedTexts, 'uk'> = {
  'count.dismissed': { one: '{n} відхилено', few: '{n} відхилено', many: '{n} відхилено' },
  'panel.copy-markdown': 'Копіювати як Markdown',
  'panel.dismissed': { one: 'Відхилено: {n}', few: 'Відхилено: {n}', many: 'Відхилено: {n}' },
  'panel.dismissed-figure': 'Більше не показується як суперечність: {what}',
  'panel.dismissed-name': '«{form}» — не {name}',
  'panel.dismissed-failed': 'У браузері забракло місця, щоб це зберегти.',
  'panel.dismissed-hint': 'Зберігається лише на цьому комп’ютері. Усе, що ви відхилили, є в налаштуваннях.',

  'filter.text': 'Знайти в цьому списку',
  'filter.hint': 'Число, ім’я, слово',
  'filter.kind': 'Показати',
  'filter.all': 'Усе',
  'filter.conflicts': 'Суперечить',
  'filter.second-look': 'Варте уваги',
  'filter.agrees': 'Збігається',
  'filter.only-here': 'Лише тут',
  'filter.left': { one: '{n} запис', few: '{n} записи', many: '{n} записів' },
  'filter.clear': 'Показати все',

  'dismissed.heading': 'Відхилене',
  'dismissed.hint':
    'Те, про що ви сказали: це не суперечність або не та особа. Зберігається на цьому комп’ютері й нічого не каже про сторінку, де це було.',
  'dismissed.none': 'Поки нічого.',
  'dismissed.figure': '{title}: {display} поруч із {others}',
  'dismissed.show-again': 'Показувати знову',
  'dismissed.show-again-label': 'Показувати знову: {what}',
  'dismissed.show-all': 'Показувати знову все',
  'dismissed.shown-again': {
    one: '{n} запис знову показується.',
    few: '{n} записи знову показуються.',
    many: '{n} записів знову показуються.',
  },
};
