/** What a card asks of the background. */
import { ask } from './messages.ts';
import type { Focus } from './protocol.ts';

/** Call in the first turn of a click. False where this browser opens no panel from a page (Firefox). */
export async function openPanel(focus: Focus): Promise<boolean> {
  return (await ask('open-panel', focus)).opened;
}
