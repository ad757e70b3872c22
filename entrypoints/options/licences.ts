/** The licences of what is built in: a file of the extension, read when the reader asks for it. */
import { signal } from '@preact/signals';
import type { Licence } from '../../components/options/Licences.tsx';
import { LICENCES_FILE } from '../../utils/extension/licences-file.ts';
import { readOwnJson } from '../../utils/extension/own-files.ts';

export const licences = signal<readonly Licence[] | null>(null);

export async function loadLicences(): Promise<void> {
  // Made by the build for this page alone: nothing else writes it.
  licences.value = (await readOwnJson(LICENCES_FILE)) as Licence[];
}
