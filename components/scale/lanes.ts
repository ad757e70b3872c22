/** Sources that give an interval, and those of another time: a row each, above the dots. */
import { DOT_RADIUS } from './dots.ts';
import type { Ground } from './ground.ts';
import { type Label, labelBeside, NOMINAL_WIDTH } from './labels.ts';
import { type Numeric, pointOf, type Stretch } from './numbers.ts';

/** Height of a row. */
const LANE_ROW = 15;
/** Longer words of a source are left to the list. */
const MAX_LABEL = 26;

export interface Lane {
  y: number;
  stretch?: Stretch;
  /** A number of another time, apart from the stack. */
  point?: number;
  label: Label | null;
}

/** A row of its own above the dots, with its label where there is room. */
function placeLane(where: Pick<Lane, 'stretch' | 'point'>, labels: readonly string[], ground: Ground): Lane {
  const { stretch, point = 0 } = where;
  const from = stretch ? stretch.from * NOMINAL_WIDTH : point * NOMINAL_WIDTH - DOT_RADIUS;
  const to = stretch ? stretch.to * NOMINAL_WIDTH : point * NOMINAL_WIDTH + DOT_RADIUS;
  const { label, left, right } = labelBeside(from, to, labels);
  return { ...where, label, y: ground.skyline.put(left, right, LANE_ROW) + LANE_ROW / 2 };
}

/** Sources that give an interval: equal ones share a row, and the source's own words stand beside a single one. */
export function intervalLane(group: readonly Numeric[], ground: Ground): Lane | [] {
  const first = group[0];
  if (!first) return [];
  const short = group.length > 1 ? `${first.display} × ${group.length}` : first.display;
  const labels = group.length > 1 || first.surface.length > MAX_LABEL ? [short] : [first.surface, short];
  return placeLane({ stretch: ground.stretch(first.quantity) }, labels, ground);
}

/** Sources of another time: apart from the rest, with their date, as the place shows the number already. */
export function apartLane(
  group: readonly Numeric[],
  ground: Ground,
  dates: (isos: readonly string[]) => string,
): Lane | [] {
  const first = group[0];
  if (!first) return [];
  const point = pointOf(first.quantity);
  const days = group.flatMap((one) => one.asOf ?? []);
  const where = point === null ? { stretch: ground.stretch(first.quantity) } : { point: ground.part(point) };
  return placeLane(where, [days.length > 0 ? dates(days) : first.display], ground);
}
