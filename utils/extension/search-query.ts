/**
 * What the panel should search for, left for it by the background: the panel may not be there yet when it is asked for.
 * It lies in the session's memory until the panel takes it, which is at once.
 */
import { cutQuery } from './query-text.ts';
import { stored } from './stored.ts';

export interface LeftQuery {
  /** "" opens an empty search. */
  text: string;
  /** Of the panel that is meant. */
  window: number;
}

const item = stored<LeftQuery | null>('session', 'searchQuery', null);

export const leaveQuery = ({ text, window }: LeftQuery): Promise<void> =>
  item.setValue({ text: cutQuery(text), window });

/** Takes what was left for this window; null where nothing was. */
export async function takeQuery(window: number): Promise<string | null> {
  const left = await item.getValue();
  if (left?.window !== window) return null;
  await item.removeValue();
  return left.text;
}

/** Returns a function that stops watching. */
export const watchQuery = (left: () => void): (() => void) =>
  item.watch((query) => {
    if (query) left();
  });
