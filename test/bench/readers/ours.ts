import { englishQuantityWords } from '../../../utils/language/en/numbers.ts';
import { readQuantities } from '../../../utils/language/quantities.ts';
import type { ReadNumbers } from './types.ts';

export const read: ReadNumbers = (text) =>
  readQuantities(text, englishQuantityWords).map(({ start, surface, value, hard, bound }) => ({
    start,
    surface,
    value: value ?? [hard.low ?? 0, hard.high ?? Number.POSITIVE_INFINITY],
    bound,
  }));
