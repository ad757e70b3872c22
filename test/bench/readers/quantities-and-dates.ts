/** Figures and the days they hold for: for its size. */
export { readDates } from '../../../utils/language/dates.ts';
export { englishDates } from '../../../utils/language/en/dates.ts';
export { englishQuantityWords } from '../../../utils/language/en/numbers.ts';
export { readQuantities } from '../../../utils/language/quantities.ts';
