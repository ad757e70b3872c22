/** That saved pages were lost, told in the panel and the settings until the reader has put it aside. */
import type { SavedLoss } from './protocol.ts';
import { stored } from './stored.ts';

export const LOSS_KEY = 'savedLoss';
/** How many pages are saved. */
export const HELD_KEY = 'savedHeld';

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** What is stored, if it is what we wrote. */
export function lossIn(value: unknown): SavedLoss | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, lost, kept } = value as Record<string, unknown>;
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isCount(lost) && isCount(kept)
    ? { at, lost, kept }
    : null;
}

const item = stored<unknown>('local', LOSS_KEY, null);

/** Calls back with what is to be told, now and whenever that changes. */
export function followLoss(changed: (loss: SavedLoss | null) => void): void {
  const look = (value: unknown) => changed(lossIn(value));
  item.watch(look);
  void item.getValue().then(look, () => {});
}

/** Whether pages were there when they were last counted: without any, nobody needs to look for them. */
export const wereAnySaved = async (): Promise<boolean> =>
  (await stored<unknown>('local', HELD_KEY, 0).getValue()) !== 0;

export const dismissLoss = (): Promise<void> => item.removeValue();
