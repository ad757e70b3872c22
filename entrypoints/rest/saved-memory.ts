/** How many pages are saved, and those on their way past a damaged database: in the browser's storage, as that is another one. */
import { browser } from 'wxt/browser';
import type { SavedMemory } from '../../corpus/saved-repair.ts';
import type { SavedPage } from '../../utils/extension/protocol.ts';
import { HELD_KEY, LOSS_KEY, lossIn } from '../../utils/extension/saved-loss.ts';
import { savedRequests } from '../../utils/extension/saved-schemas.ts';

const KEYS = { held: HELD_KEY, rescued: 'savedRescued', loss: LOSS_KEY } as const;

const isPage = (value: unknown): value is SavedPage => savedRequests['save-page'].safeParse(value).success;

export const savedMemory: SavedMemory = {
  read: async () => {
    const found: Record<string, unknown> = await browser.storage.local.get(Object.values(KEYS)).catch(() => ({}));
    const { [KEYS.held]: held, [KEYS.rescued]: rescued } = found;
    return {
      held: typeof held === 'number' && Number.isSafeInteger(held) && held > 0 ? held : 0,
      rescued: Array.isArray(rescued) ? rescued.filter(isPage) : [],
      loss: lossIn(found[KEYS.loss]),
    };
  },
  write: async (change) => {
    const entries = Object.entries(change).map(([name, value]) => [KEYS[name as keyof typeof KEYS], value] as const);
    const isNothing = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);
    const kept = entries.filter(([, value]) => !isNothing(value));
    // All at once, and only then what was on its way is let go.
    if (kept.length > 0) await browser.storage.local.set(Object.fromEntries(kept));
    const gone = entries.filter(([, value]) => isNothing(value)).map(([key]) => key);
    if (gone.length > 0) await browser.storage.local.remove(gone);
  },
};
