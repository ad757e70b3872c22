import type { Refused } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';

/** What could not be done, why, and what helps. */
export const refusalText = ({ why }: Refused, { t }: Words): string => t(`save.refused.${why}`);

export const refusalTitle = ({ why }: Refused, { t }: Words): string => t(`save.refused-title.${why}`);
