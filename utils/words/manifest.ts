/** Texts that the browser itself reads: the build makes `_locales` of them (`locales.ts`). They follow the browser's language. */
import type { Table } from './types.ts';

export const manifestTexts = {
  'browser.name': 'Second Source',
  'browser.description':
    'The second source beside the news: names, figures and what other reports say. Nothing you read leaves the browser.',
  'browser.action': 'Second Source: what other reports say',
  'command.toggle-panel': 'Open or close the side panel',
  'command.next-mark': 'Go to the next mark on the page',
  'command.previous-mark': 'Go to the previous mark on the page',
  'command.toggle-site': 'Turn Second Source off or on for this site',
  'command.look-up': 'Look up the selection, or search',
} as const satisfies Table;

/** The context menu follows the language that was chosen. `%s` is the selection, which the browser puts there. */
export const menuTexts = {
  'menu.open-panel': 'Open Second Source',
  'menu.look-up': 'Look up “%s” in Second Source',
  'menu.toggle-site': 'Turn off or on for this site',
} as const satisfies Table;
