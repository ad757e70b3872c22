/** Quantities in the short form of lists and scales: "26", "≈ 26", "> 24", "2,000–9,999". */
import type { QuantityValue } from '../utils/report.ts';
import type { ReportWords } from '../utils/words/background-words.ts';

const SIGN = {
  '~': 'display.about',
  '>': 'display.more',
  '>=': 'display.least',
  '<': 'display.fewer',
  '<=': 'display.most',
} as const;

/** An interval in words: "27–33", "30 or more". */
export function displayRange(
  interval: { low: number | null; high: number | null },
  unit: string | null,
  words: ReportWords,
): string {
  const { low, high } = interval;
  if (low !== null && high !== null) {
    if (low === high) return words.amount(low, unit);
    return words.t('number.range', { low: words.amount(low, unit), high: words.amount(high, unit) });
  }
  if (low !== null) return words.t('number.from', { low: words.amount(low, unit) });
  return words.t('number.to', { high: words.amount(high ?? 0, unit) });
}

/** What the words of a figure suggest, in whole numbers where they count things: "32–38". */
export function displaySoft(quantity: QuantityValue, words: ReportWords): string {
  const whole = quantity.unit === null || !/^[A-Z]{3}$|^percent/.test(quantity.unit);
  const { low, high } = quantity.soft;
  const round = (n: number | null, to: (x: number) => number) => (n === null || !whole ? n : to(n));
  return displayRange({ low: round(low, Math.ceil), high: round(high, Math.floor) }, quantity.unit, words);
}

/** "≈ 35". Ranges and vague amounts show both ends. */
export function displayQuantity(quantity: QuantityValue, words: ReportWords): string {
  if (quantity.value === undefined) return displayRange(quantity.hard, quantity.unit, words);
  const value = words.amount(quantity.value, quantity.unit);
  if (quantity.bound === '=') return value;
  return words.t(SIGN[quantity.bound], { value });
}
