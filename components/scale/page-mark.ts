/** This page's mark on a scale. */
import type { QuantityValue } from '../../utils/report.ts';
import { DOT_RADIUS } from './dots.ts';
import type { Ground } from './ground.ts';
import { freeSide, GLYPH_BOLD, LABEL_GAP, type Label, NOMINAL_WIDTH, pageLabel } from './labels.ts';
import { type Numeric, pointOf, type Stretch } from './numbers.ts';

/** Half of the mark. */
const PAGE_RADIUS = 6;
/** Heights of what is stacked. */
const PAGE_ROW = 14;
export const LABEL_ROW = 12;

export interface PageMark {
  y: number;
  /** Present where the page prints one number without a direction. */
  point?: number;
  stretch?: Stretch;
  /** What the words suggest, where that is wider than the mark. */
  halo?: { from: number; to: number };
  /** Above the mark where neither side has room. */
  label: Label & { above: boolean };
}

/** This page's mark stands on the axis, and what agrees with it stacks above it. */
export function placePage(q: QuantityValue, points: readonly Numeric[], ground: Ground, text: string): PageMark {
  const point = pointOf(q);
  const stretch = point === null ? ground.stretch(q) : undefined;
  const soft = { from: ground.part(q.soft.low ?? ground.axis.low), to: ground.part(q.soft.high ?? ground.axis.high) };
  const half = point === null ? 0 : PAGE_RADIUS;
  const at = point === null ? [] : [ground.part(point)];
  const ends = [...at, ...(stretch ? [stretch.from, stretch.to] : []), soft.from, soft.to];
  const left = Math.min(...ends) * NOMINAL_WIDTH - half;
  const right = Math.max(...ends) * NOMINAL_WIDTH + half;

  const textWidth = text.length * GLYPH_BOLD;
  const stacks = points.map((one) => {
    const x = ground.px(pointOf(one.quantity) ?? 0);
    return { left: x - DOT_RADIUS, right: x + DOT_RADIUS };
  });
  const side = freeSide({ left, right }, textWidth + LABEL_GAP, NOMINAL_WIDTH, stacks);
  const overhang = side === 'above' ? Math.max(0, (textWidth - (right - left)) / 2) : 0;
  const base = ground.skyline.put(
    left - (side === 'before' ? textWidth + LABEL_GAP : overhang),
    right + (side === 'after' ? textWidth + LABEL_GAP : overhang),
    side === 'above' ? PAGE_ROW + LABEL_ROW : PAGE_ROW,
  );
  const isWide = (soft.to - soft.from) * NOMINAL_WIDTH > 2 * DOT_RADIUS;
  return {
    y: base + PAGE_ROW / 2,
    point: at[0],
    stretch,
    halo: isWide ? soft : undefined,
    label: pageLabel(side, left, right, text),
  };
}
