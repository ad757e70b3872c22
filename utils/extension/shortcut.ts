/** The keys that open the side panel, kept where the reader script can see them: it may not ask for commands itself. */
import { browser } from 'wxt/browser';
import { stored } from './stored.ts';

const item = stored('local', 'panelShortcut', '');

/** As the browser writes them ("Alt+Shift+S"); "" where the reader of the page took them away. */
export const readShortcut = (): Promise<string> => item.getValue();

/** Background only, at install and start-up: no event of both browsers tells of a change. */
export async function noteShortcut(): Promise<void> {
  const commands = await browser.commands.getAll();
  await item.setValue(commands.find((command) => command.name === 'toggle-panel')?.shortcut ?? '');
}
