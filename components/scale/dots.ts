/** Sources that give one number: dots, stacked where they agree. */
import { groupBy } from '../parts/groups.ts';
import type { Ground } from './ground.ts';
import { GLYPH, NOMINAL_WIDTH } from './labels.ts';
import { type Numeric, pointOf, voices } from './numbers.ts';

export const DOT_RADIUS = 4.5;
/** Height of a dot in a stack. */
const DOT_ROW = 11;
/** Equal dots that are drawn one by one; above, a number says how many. */
const MAX_STACK = 5;

export interface Dot {
  x: number;
  y: number;
  /** "About": drawn as a ring. */
  about: boolean;
}

/** "×7" over a stack that is cut. */
export interface DotCount {
  x: number;
  y: number;
  n: number;
}

/** One dot a source, stacked where they say the same; a number over a stack that would grow too high. */
export function placeDots(points: readonly Numeric[], ground: Ground): { dots: Dot[]; counts: DotCount[] } {
  const dots: Dot[] = [];
  const counts: DotCount[] = [];
  const isAbout = (one: Numeric) => one.quantity.bound === '~';
  const stacks = groupByValue(points).map(([value, stack]) => ({ x: ground.px(value), stack }));
  const feet = stacks.map(({ x }) => ground.skyline.over(x - DOT_RADIUS, x + DOT_RADIUS));
  // Where most stand on this page's mark, all stand on its height: stacks side by side are to be compared.
  const raised = feet.filter((foot) => foot > 0).length > stacks.length / 2 ? Math.max(...feet) : 0;
  for (const { x, stack } of stacks) {
    // Exact ones at the bottom, "about" above them.
    const sorted = [...stack].sort((a, b) => Number(isAbout(a)) - Number(isAbout(b)));
    const shown = sorted.length > MAX_STACK ? sorted.slice(0, MAX_STACK - 1) : sorted;
    for (const one of shown) {
      const base = ground.skyline.put(x - DOT_RADIUS, x + DOT_RADIUS, DOT_ROW, raised);
      dots.push({ x: x / NOMINAL_WIDTH, y: base + DOT_ROW / 2, about: isAbout(one) });
    }
    if (shown.length === sorted.length) continue;
    const base = ground.skyline.put(x - 2 * GLYPH, x + 2 * GLYPH, DOT_ROW);
    counts.push({ x: x / NOMINAL_WIDTH, y: base + 2, n: voices(sorted) });
  }
  return { dots, counts };
}

function groupByValue(points: readonly Numeric[]): [number, Numeric[]][] {
  return groupBy(points, (one) => String(pointOf(one.quantity))).map((group) => {
    const first = group[0];
    return [(first && pointOf(first.quantity)) ?? 0, group];
  });
}
