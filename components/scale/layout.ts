/**
 * Where everything on a scale stands: this page and the other sources on one axis. Pure: items in, places out.
 * Across, places are parts of the width (0–1), so that a drawing stretches without its text; down, they are pixels.
 */
import type { Item } from '../../utils/report.ts';
import { groupBy } from '../parts/groups.ts';
import { makeAxis } from './axis.ts';
import { type Dot, type DotCount, placeDots } from './dots.ts';
import { Ground, type Tick } from './ground.ts';
import { GLYPH, LABEL_GAP, NOMINAL_WIDTH } from './labels.ts';
import { apartLane, intervalLane, type Lane } from './lanes.ts';
import { coreOf, finite, independent, isNumeric, isOfAnotherTime, type Numeric, pointOf } from './numbers.ts';
import { LABEL_ROW, type PageMark, placePage } from './page-mark.ts';

/** Under the axis. */
const TICK_ROW = 18;
/** Between the axis and what stands on it, so that no dot touches the line. */
const AXIS_GAP = 3;
/** Interval rows drawn; the list and the table hold the rest. */
const MAX_LANES = 3;

/** Words that the drawing carries; their lengths decide where they go. */
export interface ScaleTexts {
  page: string;
  /** Short form of several dates. */
  dates(isos: readonly string[]): string;
  /** A value under the axis. */
  amount(value: number): string;
  /** How many rows there was no room for. */
  more(n: number): string;
}

const PLAIN_TEXTS: ScaleTexts = {
  page: 'this page',
  dates: (isos) => isos.join(', '),
  amount: String,
  more: (n) => `+${n}`,
};

export interface ScaleLayout {
  height: number;
  axisY: number;
  log: boolean;
  ticks: Tick[];
  page: PageMark;
  dots: Dot[];
  counts: DotCount[];
  lanes: Lane[];
  /** Above all, at the right: how many rows are left out. */
  more: { y: number; text: string } | null;
}

function placeMore(text: string, ground: Ground): NonNullable<ScaleLayout['more']> {
  const { skyline } = ground;
  const left = NOMINAL_WIDTH - text.length * GLYPH - LABEL_GAP;
  return { text, y: skyline.put(left, NOMINAL_WIDTH, LABEL_ROW, skyline.height - LABEL_ROW) + LABEL_ROW / 2 };
}

/** The layout of an item's scale, or null where there is nothing to draw: no number, or no other source with one. */
export function layoutScale(item: Item, texts: ScaleTexts = PLAIN_TEXTS): ScaleLayout | null {
  const { quantity } = item;
  const sources = independent(item.against).filter(isNumeric);
  if (!quantity || coreOf(quantity).length === 0 || sources.length === 0) return null;
  const all = [quantity, ...sources.map((one) => one.quantity)];
  const axis = makeAxis(
    all.flatMap(coreOf),
    all.flatMap((q) => finite(q.soft.low, q.soft.high)),
  );
  if (!axis) return null;

  const isPoint = (one: Numeric) => pointOf(one.quantity) !== null;
  const now = sources.filter((one) => !isOfAnotherTime(one));
  const points = now.filter(isPoint);
  const intervals = groupBy(
    now.filter((one) => !isPoint(one)),
    (one) => `${one.quantity.bound} ${coreOf(one.quantity).join(' ')}`,
  );
  const apart = groupBy(sources.filter(isOfAnotherTime), (one) => one.display);

  // The order is that of the stack: this page, dots, intervals, other times.
  const ground = new Ground(axis, texts.amount);
  const page = placePage(quantity, points, ground, texts.page);
  const { dots, counts } = placeDots(points, ground);
  const lanes = [
    ...intervals.slice(0, MAX_LANES).flatMap((group) => intervalLane(group, ground)),
    ...apart
      .slice(0, Math.max(0, MAX_LANES - intervals.length))
      .flatMap((group) => apartLane(group, ground, texts.dates)),
  ];

  const hidden = Math.max(0, intervals.length + apart.length - MAX_LANES);
  const more = hidden > 0 ? placeMore(texts.more(hidden), ground) : null;

  const axisY = ground.skyline.height + AXIS_GAP;
  const down = <T extends { y: number }>(mark: T): T => ({ ...mark, y: axisY - mark.y });
  return {
    height: axisY + TICK_ROW,
    axisY,
    log: axis.log,
    ticks: ground.ticks(),
    page: down(page),
    dots: dots.map(down),
    counts: counts.map(down),
    lanes: lanes.map(down),
    more: more && down(more),
  };
}
