/** The words of a report that speaks of a draft, where those of a page's report say "this page". */
import type { Key, Words } from './types.ts';

/** Each with the same placeholders as what it stands for. */
export const INSTEAD: Partial<Record<Key, Key>> = {
  'card.this-page': 'draft.says.this-draft',
  'cite.this-page': 'draft.says.this-draft',
  'scale.this-page': 'draft.says.scale-label',
  'scale.summary': 'draft.says.scale-summary',
  'scale.summary-alone': 'draft.says.scale-alone',
  'scale.compared': 'draft.says.compared',
  'pair.less exact': 'draft.says.less-exact',
  'pair.more exact': 'draft.says.more-exact',
  'summary.agrees': 'draft.says.agrees',
  'summary.fits': 'draft.says.fits',
  'summary.others': 'draft.says.others',
  'summary.all-others': 'draft.says.all-others',
  'summary.last-reported': 'draft.says.last-reported',
  'summary.only-here': 'draft.says.only-here',
  'reason.not-said': 'draft.says.not-said',
  'reason.undated': 'draft.says.undated',
  'reason.self': 'draft.says.self',
  'panel.page-contradicts': 'draft.says.contradicts',
  'panel.show-on-page': 'draft.says.show',
  'panel.show-nth': 'draft.says.show-nth',
  'panel.no-figures': 'draft.says.no-figures',
  'panel.names': 'draft.says.names',
  'state.stale.text': 'draft.says.stale',
  'action.read-again': 'draft.says.again',
};

export function draftWords(words: Words): Words {
  const say = words.t as (key: Key, ...params: unknown[]) => string;
  const t = (key: Key, ...params: unknown[]) => say(INSTEAD[key] ?? key, ...params);
  return { ...words, t: t as Words['t'] };
}
