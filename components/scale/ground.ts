import type { QuantityValue } from '../../utils/report.ts';
import type { Axis } from './axis.ts';
import { GLYPH, labelledTicks, NOMINAL_WIDTH } from './labels.ts';
import { type Stretch, stretchOf } from './numbers.ts';
import { Skyline } from './skyline.ts';

/** Room at both ends for half a mark, and at most for half of an amount under it. */
const INSET = 12;
const MOST_INSET = 34;
/** Length of an arrow whose words suggest next to nothing on this axis. */
const LEAST_ARROW = 16;

/** Without a text where it has no room. */
export interface Tick {
  x: number;
  value: number;
  text?: string;
}

/**
 * What everything is placed on: the axis in pixels of the nominal width, and what is taken above it.
 * Until the height of all is known, `y` counts from the axis upwards.
 */
export class Ground {
  readonly skyline = new Skyline();
  readonly axis: Axis;
  readonly #texts: readonly string[];
  readonly #inset: number;

  /** `amount`: the words of a value under the axis. */
  constructor(axis: Axis, amount: (value: number) => string) {
    this.axis = axis;
    this.#texts = axis.ticks.map(amount);
    const ends = [this.#texts[0], this.#texts.at(-1)].map((text) => ((text?.length ?? 0) * GLYPH) / 2);
    this.#inset = Math.min(MOST_INSET, Math.max(INSET, ...ends));
  }

  px(value: number): number {
    return this.#inset + this.axis.at(value) * (NOMINAL_WIDTH - 2 * this.#inset);
  }

  ticks(): Tick[] {
    const { ticks } = this.axis;
    const isLabelled = labelledTicks(
      ticks.map((value) => this.px(value)),
      this.#texts,
    );
    return ticks.map((value, i) => ({ x: this.part(value), value, text: isLabelled[i] ? this.#texts[i] : undefined }));
  }

  /** Part of the whole width for a value. */
  part(value: number): number {
    return this.px(value) / NOMINAL_WIDTH;
  }

  /** An arrow has a length at any scale, and stays on the drawing. */
  stretch(q: QuantityValue): Stretch {
    const stretch = stretchOf(q, this.axis, (value) => this.part(value));
    const least = LEAST_ARROW / NOMINAL_WIDTH;
    if (stretch.openHigh) stretch.to = Math.min(1, Math.max(stretch.to, stretch.from + least));
    if (stretch.openLow) stretch.from = Math.max(0, Math.min(stretch.from, stretch.to - least));
    return stretch;
  }
}
