/** Every text of the interface in English: flat keys, {placeholders}, plural forms where a number decides. Short, plain, without blame. */
import { cardTexts } from './card.ts';
import { dismissedTexts } from './dismissed.ts';
import { draftTexts } from './draft.ts';
import { exportTexts } from './export.ts';
import { interfaceTexts } from './interface.ts';
import { manifestTexts, menuTexts } from './manifest.ts';
import { packTexts } from './packs.ts';
import { pledgeTexts } from './pledges.ts';
import { reasonTexts } from './reasons.ts';
import { savedTexts } from './saved-texts.ts';
import { searchTexts } from './search.ts';
import { timeTexts } from './time.ts';
import type { Table } from './types.ts';

export const en = {
  ...cardTexts,
  ...reasonTexts,
  ...dismissedTexts,
  ...draftTexts,
  ...exportTexts,
  ...packTexts,
  ...pledgeTexts,
  ...savedTexts,
  ...searchTexts,
  ...timeTexts,
  ...manifestTexts,
  ...menuTexts,
  ...interfaceTexts,
} as const satisfies Table;
