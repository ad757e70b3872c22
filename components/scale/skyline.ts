/** Stacks boxes on a line without overlap: each lands on the highest of what it covers. Distances in pixels. */
export class Skyline {
  readonly #boxes: { left: number; right: number; top: number }[] = [];
  /** Height of everything placed so far. */
  height = 0;

  /** Places a box and returns the height of its underside. */
  put(left: number, right: number, height: number): number {
    let base = 0;
    for (const box of this.#boxes) if (box.left < right && left < box.right) base = Math.max(base, box.top);
    this.#boxes.push({ left, right, top: base + height });
    this.height = Math.max(this.height, base + height);
    return base;
  }
}

export type Side = 'before' | 'after' | 'above';

/** Where a label of `width` beside `left`–`right` has room and covers fewer of `points`. */
export function leastCrowded(
  left: number,
  right: number,
  width: number,
  full: number,
  points: readonly number[],
): Side {
  const after = right + width <= full;
  const before = left - width >= 0;
  if (!after && !before) return 'above';
  if (!before) return 'after';
  if (!after) return 'before';
  const within = (from: number, to: number) => points.filter((x) => x > from && x < to).length;
  return within(left - width, left) < within(right, right + width) ? 'before' : 'after';
}
