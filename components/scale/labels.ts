/** Where the words of a scale go: beside what they name, where nothing else is. Pure; pixels in, parts of the width out. */

/** Width that collisions are judged at: the inside of a panel of 320 px. What is wider only gains room. */
export const NOMINAL_WIDTH = 262;
/** Average glyph at 11 px, regular and bold. */
export const GLYPH = 5.9;
export const GLYPH_BOLD = 6.4;
/** Between a mark and its words. */
export const LABEL_GAP = 7;

export interface Label {
  x: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
}

export type Side = 'before' | 'after' | 'above';

/** A box that something else has taken, across. */
export interface Taken {
  left: number;
  right: number;
}

/** Where a label of `width` beside `box` has room within `full` and covers nothing that is taken; above where no side is free. */
export function freeSide(box: Taken, width: number, full: number, taken: readonly Taken[]): Side {
  const isFree = (from: number, to: number) =>
    from >= 0 && to <= full && !taken.some(({ left, right }) => left < to && from < right);
  if (isFree(box.right, box.right + width)) return 'after';
  return isFree(box.left - width, box.left) ? 'before' : 'above';
}

/** The label of this page's mark, which takes up the pixels `left`–`right`. */
export function pageLabel(side: Side, left: number, right: number, text: string): Label & { above: boolean } {
  if (side === 'after') return { x: (right + LABEL_GAP) / NOMINAL_WIDTH, anchor: 'start', text, above: false };
  if (side === 'before') return { x: (left - LABEL_GAP) / NOMINAL_WIDTH, anchor: 'end', text, above: false };
  const half = (text.length * GLYPH_BOLD) / 2;
  const middle = Math.min(NOMINAL_WIDTH - half, Math.max(half, (left + right) / 2));
  return { x: middle / NOMINAL_WIDTH, anchor: 'middle', text, above: true };
}

/** The first of `texts` that has room after or before the pixels `from`–`to`, and what it takes up with them. */
export function labelBeside(
  from: number,
  to: number,
  texts: readonly string[],
): { label: Label | null; left: number; right: number } {
  for (const text of texts) {
    const width = text.length * GLYPH + LABEL_GAP;
    if (to + width <= NOMINAL_WIDTH)
      return { label: { x: (to + LABEL_GAP) / NOMINAL_WIDTH, anchor: 'start', text }, left: from, right: to + width };
    if (from - width >= 0)
      return { label: { x: (from - LABEL_GAP) / NOMINAL_WIDTH, anchor: 'end', text }, left: from - width, right: to };
  }
  return { label: null, left: from, right: to };
}
