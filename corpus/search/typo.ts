/** How far a typed word is from a word of the index: letters left out, added, changed, or swapped with their neighbour. Pure. */

/** Shorter words have too many neighbours: "army" and "arms" are two words. */
const ONE_TYPO_FROM = 4;
const TWO_TYPOS_FROM = 8;
/** In words up to this long the first letter has to be right. */
const FIRST_LETTER_UP_TO = 5;

/** How many typos a word of this length may have. Numbers have none: 26 is not 28. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word) || word.length < ONE_TYPO_FROM) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

export const mustStartAlike = (word: string): boolean => word.length <= FIRST_LETTER_UP_TO;

/** One bit a letter: two words whose letters differ in more places than typos can explain are never measured. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many letters of `wanted` are missing in `given`; never more than there are typos. */
export function lettersMissing(wanted: number, given: number): number {
  let left = wanted & ~given;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}

let rows: [Int32Array, Int32Array, Int32Array] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

/**
 * The least number of typos between `typed` and `word`, or, with `prefix`, between `typed` and any beginning of `word`;
 * `most + 1` where it is more than `most`. Linear in the shorter word times `most`.
 */
export function typosBetween(typed: string, word: string, most: number, prefix = false): number {
  const width = prefix ? Math.min(word.length, typed.length + most) : word.length;
  if (typed.length - width > most || width - typed.length > most) return most + 1;
  if (rows[0].length <= width) rows = [0, 1, 2].map(() => new Int32Array(width * 2 + 2)) as typeof rows;
  let [before, last, row] = rows;
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(width, i + most);
    row[0] = i;
    if (from > 1) row[from - 1] = most + 1;
    let least = from === 1 ? i : most + 1;
    const letter = typed.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j - 1] as number) + (letter === other ? 0 : 1),
        (row[j - 1] as number) + 1,
        (j < i + most ? (last[j] as number) : most) + 1,
      );
      const swapped = i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other;
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  if (!prefix) return Math.min(last[width] as number, most + 1);
  let best = most + 1;
  for (let j = Math.max(0, typed.length - most); j <= width; j++) best = Math.min(best, last[j] as number);
  return best;
}
