/** Where the words of a scale go: beside what they name, where nothing else is. Pure; pixels in, parts of the width out. */

/** Width that collisions are judged at: the inside of a panel of 320 px. What is wider only gains room. */
export const NOMINAL_WIDTH = 262;
/** Average glyph at 11 px, regular and bold. */
export const GLYPH = 5.9;
export const GLYPH_BOLD = 6.4;
/** Between a mark and its words. */
export const LABEL_GAP = 7;

export interface Label {
  /** Place of what the label belongs to, as a part of the width. */
  x: number;
  /** Pixels from there, so that a wide drawing keeps the words where they belong. */
  dx: number;
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
  if (side === 'after') return { x: right / NOMINAL_WIDTH, dx: LABEL_GAP, anchor: 'start', text, above: false };
  if (side === 'before') return { x: left / NOMINAL_WIDTH, dx: -LABEL_GAP, anchor: 'end', text, above: false };
  const half = (text.length * GLYPH_BOLD) / 2;
  const middle = Math.min(NOMINAL_WIDTH - half, Math.max(half, (left + right) / 2));
  return { x: middle / NOMINAL_WIDTH, dx: 0, anchor: 'middle', text, above: true };
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
      return {
        label: { x: to / NOMINAL_WIDTH, dx: LABEL_GAP, anchor: 'start', text },
        left: from,
        right: to + width,
      };
    if (from - width >= 0)
      return {
        label: { x: from / NOMINAL_WIDTH, dx: -LABEL_GAP, anchor: 'end', text },
        left: from - width,
        right: to,
      };
  }
  return { label: null, left: from, right: to };
}

/** Between two labels of an axis. */
const TICK_GAP = 6;

/**
 * Which of the ticks at `places` are labelled: all, or every second, third … where longer words would run into each other
 * ("900 Mio. €"). The first one always is.
 */
export function labelledTicks(places: readonly number[], texts: readonly string[]): boolean[] {
  const isFree = (every: number): boolean => {
    let end = -Infinity;
    for (let i = 0; i < places.length; i += every) {
      const half = ((texts[i]?.length ?? 0) * GLYPH) / 2;
      const at = places[i] ?? 0;
      if (at - half < end + TICK_GAP) return false;
      end = at + half;
    }
    return true;
  };
  let every = 1;
  while (every < places.length && !isFree(every)) every++;
  return places.map((_, i) => i % every === 0);
}
