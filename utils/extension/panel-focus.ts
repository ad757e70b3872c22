/** What the panel should show first, left for it by the background: the panel may not be there yet when it is asked for. */
import type { Focus } from './protocol.ts';
import { stored } from './stored.ts';

interface LeftFocus extends Focus {
  tab: number;
}

const item = stored<LeftFocus | null>('session', 'panelFocus', null);

export const leaveFocus = (focus: LeftFocus): Promise<void> => item.setValue(focus);

/** Takes what was left; null where nothing was. */
export async function takeFocus(): Promise<LeftFocus | null> {
  const focus = await item.getValue();
  if (focus) await item.removeValue();
  return focus;
}

/** Returns a function that stops watching. */
export const watchFocus = (left: () => void): (() => void) =>
  item.watch((focus) => {
    if (focus) left();
  });
