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
