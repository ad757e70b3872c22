/** Stacks boxes on a line without overlap: each lands on the highest of what it covers. Distances in pixels. */
export class Skyline {
  readonly #boxes: { left: number; right: number; top: number }[] = [];
  /** Height of everything placed so far. */
  height = 0;

  /** Height of what stands between two places. */
  over(left: number, right: number): number {
    let top = 0;
    for (const box of this.#boxes) if (box.left < right && left < box.right) top = Math.max(top, box.top);
    return top;
  }

  /** Places a box, not below `least`, and returns the height of its underside. */
  put(left: number, right: number, height: number, least = 0): number {
    const base = Math.max(least, this.over(left, right));
    this.#boxes.push({ left, right, top: base + height });
    this.height = Math.max(this.height, base + height);
    return base;
  }
}
