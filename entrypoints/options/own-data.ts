/** What a backup holds beside packs: settings, what was dismissed, and the pages that the reader saved. Those are the background's to keep. */
import type { OwnData, Parts } from '../../corpus/backup.ts';
import { type Dismissal, keyOf } from '../../utils/dismissals.ts';
import { isDismissal } from '../../utils/extension/dismissal-check.ts';
import { allDismissals, dropDismissals, keepDismissals, replaceDismissals } from '../../utils/extension/dismissals.ts';
import { interfaceWords } from '../../utils/extension/interface-words.ts';
import { ask } from '../../utils/extension/messages.ts';
import type { SavedPage } from '../../utils/extension/protocol.ts';
import { dismissLoss } from '../../utils/extension/saved-loss.ts';
import { savedRequests } from '../../utils/extension/saved-schemas.ts';
import { judgeSetting, readSettings, replaceSettings } from '../../utils/extension/settings-backup.ts';

/** Answers of the background that say why not. */
function good<T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> {
  if (!answer.ok) throw new Error('reason' in answer ? String(answer.reason) : 'refused');
  return answer as Extract<T, { ok: true }>;
}

const listed = async () => good(await ask('saved-list', { words: '' })).pages;

/** Pages as the reader of the page saved them, each by itself: they are long. */
const savedPages: OwnData = {
  name: 'savedPages',
  read: async () => {
    const pages: SavedPage[] = [];
    for (const { id } of await listed()) {
      const { page } = good(await ask('saved-page', { id }));
      if (page) pages.push(page);
    }
    return pages;
  },
  problem: (entry) =>
    savedRequests['save-page']?.safeParse(entry).success ? null : interfaceWords().t('data.bad-page'),
  write: async (entries) => {
    const undos: (() => Promise<void>)[] = [];
    const undo = async () => {
      for (const one of undos.splice(0).reverse()) await one();
    };
    try {
      for (const page of entries as SavedPage[]) {
        const { page: earlier } = good(await ask('saved-page', { id: page.id }));
        good(await ask('save-page', page));
        undos.push(async () => {
          good(await (earlier ? ask('save-page', earlier) : ask('delete-saved', { id: page.id })));
        });
      }
    } catch (error) {
      await undo();
      throw error;
    }
    return undo;
  },
  clear: async () => {
    for (const { id } of await listed()) good(await ask('delete-saved', { id }));
    await dismissLoss();
  },
};

/** One write for all of them. */
const dismissals: OwnData = {
  name: 'dismissals',
  read: async () => (await allDismissals()).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  problem: (entry) => (isDismissal(entry) ? null : interfaceWords().t('data.bad-dismissal')),
  write: async (entries) => {
    const before = await allDismissals();
    await keepDismissals(entries as Dismissal[]);
    return () => replaceDismissals(before);
  },
  clear: async () => dropDismissals((await allDismissals()).map(keyOf)),
};

export const parts: Parts = {
  settings: { read: readSettings, judge: judgeSetting, replace: replaceSettings },
  own: [savedPages, dismissals],
};
