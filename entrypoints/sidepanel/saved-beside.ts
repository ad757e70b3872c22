/**
 * The reader's saved pages beside the page in front: whether it is one of them, and what they say of its items. Asked of
 * the background by the panel alone; the reader of the tab never hears of it.
 */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { SaveBarState } from '../../components/panel/saved/events.ts';
import type { PanelState } from '../../components/panel/state.ts';
import { ask } from '../../utils/extension/messages.ts';
import type { ComparedItem, SavedComparison } from '../../utils/extension/protocol.ts';
import type { Item } from '../../utils/report.ts';
import { current, state, tab } from './model.ts';

/** Views of a page whose text the extension may read, on its topic or not. */
const SAVABLE: readonly PanelState['view'][] = ['report', 'off-topic', 'unread-language', 'failed'];
/** Longer words of an item say no more to the comparison. */
const MOST_SURFACE = 2_000;

/** Null where there is nothing that could be saved. */
export const saveBar = signal<SaveBarState | null>(null);
export const comparison = signal<SavedComparison | null>(null);

/** What the *Saved* tab is to begin with, once its code is there. */
export type SavedWish = { save: number } | { read: string };
export const wish = signal<SavedWish | null>(null);

export function wishFor(next: SavedWish): void {
  wish.value = next;
  tab.value = 'saved';
}

/** Takes the page in front to the preview. */
export function saveThisPage(): void {
  if (current.tab !== null) wishFor({ save: current.tab });
}

let asked = 0;

/** For whatever the panel shows now. */
export async function lookBeside(shown: PanelState = state.value): Promise<void> {
  const mine = ++asked;
  if (!SAVABLE.includes(shown.view) || current.tab === null) {
    saveBar.value = comparison.value = null;
    return;
  }
  const report = shown.view === 'report' ? shown.report : null;
  const [inFront, answer] = await Promise.all([
    browser.tabs.get(current.tab).catch(() => null),
    ask('saved-beside', {
      url: current.url,
      date: report?.page.date ?? null,
      items: report?.items.map(comparedItem) ?? [],
    }).catch(() => null),
  ]);
  if (mine !== asked) return;
  comparison.value = answer?.ok ? answer.comparison : null;
  if (inFront?.incognito) saveBar.value = { state: 'private' };
  else if (answer && !answer.ok)
    saveBar.value = answer.why === 'no-database' ? { state: 'no-database' } : { state: 'ready' };
  else if (answer?.saved) saveBar.value = { state: 'saved', id: answer.saved.id, savedAt: answer.saved.savedAt };
  else saveBar.value = { state: 'ready' };
}

/** The parts of an item that are compared: nothing else of the report travels. */
function comparedItem(item: Item): ComparedItem {
  const { id, kind, measure, scope, quantity, value, mission, only, officeHolder, notSaid, asOf, modality } = item;
  const surface = item.surface.slice(0, MOST_SURFACE);
  return { id, kind, surface, measure, scope, quantity, value, mission, only, officeHolder, notSaid, asOf, modality };
}
