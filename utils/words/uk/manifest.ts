import type { manifestTexts, menuTexts } from '../manifest.ts';
import type { Translated } from '../types.ts';

export const manifest: Translated<typeof manifestTexts & typeof menuTexts, 'uk'> = {
  'browser.name': 'Second Source',
  'browser.description':
    'Друге джерело поруч із новинами: імена, числа й те, що кажуть інші. Нічого з прочитаного не виходить із браузера.',
  'browser.action': 'Second Source: що кажуть інші повідомлення',
  'command.toggle-panel': 'Відкрити або закрити бічну панель',
  'command.next-mark': 'До наступної позначки на сторінці',
  'command.previous-mark': 'До попередньої позначки на сторінці',
  'command.toggle-site': 'Вимкнути або ввімкнути Second Source для цього сайту',
  'command.look-up': 'Знайти виділене або шукати',
  'menu.open-panel': 'Відкрити Second Source',
  'menu.look-up': 'Знайти «%s» у Second Source',
  'menu.toggle-site': 'Вимкнути або ввімкнути для цього сайту',
};
