/** Ukrainian. */
import type { FullTable } from '../types.ts';
import { card } from './card.ts';
import { dismissed } from './dismissed.ts';
import { draft } from './draft.ts';
import { exports } from './export.ts';
import { texts } from './interface.ts';
import { manifest } from './manifest.ts';
import { packs } from './packs.ts';
import { pledges } from './pledges.ts';
import { reasons } from './reasons.ts';
import { saved } from './saved.ts';
import { search } from './search.ts';
import { time } from './time.ts';

export const uk: FullTable = {
  ...card,
  ...reasons,
  ...dismissed,
  ...draft,
  ...exports,
  ...packs,
  ...pledges,
  ...saved,
  ...search,
  ...time,
  ...manifest,
  ...texts,
};
