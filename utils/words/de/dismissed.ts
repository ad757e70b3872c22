import type { dismissedTexts } from '../dismissed.ts';
import type { Translated } from '../types.ts';

export const dismissed: Translated<typeof dismissedTexts, 'de'> = {
  'count.dismissed': { one: '{n} verworfen', other: '{n} verworfen' },
  'panel.copy-markdown': 'Als Markdown kopieren',
  'panel.dismissed': { one: '{n} verworfen', other: '{n} verworfen' },
  'panel.dismissed-figure': 'Nicht mehr als Widerspruch gezeigt: {what}',
  'panel.dismissed-name': '„{form}“, nicht {name}',
  'panel.dismissed-failed': 'Der Browser hatte keinen Platz, das zu behalten.',
  'panel.dismissed-hint':
    'Nur auf diesem Computer aufgehoben. Alles, was Sie verworfen haben, steht in den Einstellungen.',
  'filter.text': 'In dieser Liste suchen',
  'filter.hint': 'Zahl, Name, Wort',
  'filter.kind': 'Zeigen',
  'filter.all': 'Alles',
  'filter.conflicts': 'Widerspricht',
  'filter.second-look': 'Einen zweiten Blick wert',
  'filter.agrees': 'Stimmt überein',
  'filter.only-here': 'Nur hier',
  'filter.left': { one: '{n} Eintrag', other: '{n} Einträge' },
  'filter.clear': 'Alles zeigen',
  'dismissed.heading': 'Verworfen',
  'dismissed.hint':
    'Wovon Sie sagten, dass es kein Widerspruch ist oder jemand anderes gemeint ist. Es bleibt auf diesem Computer und sagt nichts über die Seite, auf der es stand.',
  'dismissed.none': 'Bisher nichts.',
  'dismissed.figure': '{title}: {display} neben {others}',
  'dismissed.show-again': 'Wieder zeigen',
  'dismissed.show-again-label': 'Wieder zeigen: {what}',
  'dismissed.show-all': 'Alles wieder zeigen',
  'dismissed.shown-again': { one: '{n} Eintrag wird wieder gezeigt.', other: '{n} Einträge werden wieder gezeigt.' },
};
