/**
 * Where everything on a scale stands: this page and the other sources on one axis. Pure: items in, places out.
 * Across, places are parts of the width (0–1), so that a drawing stretches without its text; down, they are pixels.
 */
import type { Item, QuantityValue } from '../../utils/report.ts';
import { groupBy } from '../parts/groups.ts';
import { type Axis, makeAxis } from './axis.ts';
import {
  freeSide,
  GLYPH,
  GLYPH_BOLD,
  LABEL_GAP,
  type Label,
  labelBeside,
  labelledTicks,
  NOMINAL_WIDTH,
  pageLabel,
} from './labels.ts';
import {
  coreOf,
  finite,
  independent,
  isNumeric,
  isOfAnotherTime,
  type Numeric,
  pointOf,
  type Stretch,
  stretchOf,
  voices,
} from './numbers.ts';
import { Skyline } from './skyline.ts';

/** Room at both ends for half a mark, and at most for half of an amount under it. */
const INSET = 12;
const MOST_INSET = 34;
export const DOT_RADIUS = 4.5;
/** Half of this page's mark. */
const PAGE_RADIUS = 6;
/** Heights of what is stacked. */
const DOT_ROW = 11;
const LANE_ROW = 15;
const PAGE_ROW = 14;
const LABEL_ROW = 12;
const TICK_ROW = 18;
/** Between the axis and what stands on it, so that no dot touches the line. */
const AXIS_GAP = 3;
/** Length of an arrow whose words suggest next to nothing on this axis. */
const LEAST_ARROW = 16;
/** Equal dots that are drawn one by one; above, a number says how many. */
const MAX_STACK = 5;
/** Interval rows drawn; the list and the table hold the rest. */
const MAX_LANES = 3;
/** Longer words of a source are left to the list. */
const MAX_LABEL = 26;

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

export interface Dot {
  x: number;
  y: number;
  /** "About": drawn as a ring. */
  about: boolean;
}

export interface Lane {
  y: number;
  stretch?: Stretch;
  /** A number of another time, apart from the stack. */
  point?: number;
  label: Label | null;
}

export interface ScaleLayout {
  height: number;
  axisY: number;
  log: boolean;
  /** Those without a text have no room for it. */
  ticks: { x: number; value: number; text?: string }[];
  page: PageMark;
  dots: Dot[];
  /** "×7" over a stack that is cut. */
  counts: { x: number; y: number; n: number }[];
  lanes: Lane[];
  /** Above all, at the right: how many rows are left out. */
  more: { y: number; text: string } | null;
}

/**
 * What everything is placed on: the axis in pixels of the nominal width, and what is taken above it.
 * Until the height of all is known, `y` counts from the axis upwards.
 */
class Ground {
  readonly skyline = new Skyline();
  readonly axis: Axis;
  readonly #texts: readonly string[];
  readonly #inset: number;

  constructor(axis: Axis, amount: ScaleTexts['amount']) {
    this.axis = axis;
    this.#texts = axis.ticks.map(amount);
    const ends = [this.#texts[0], this.#texts.at(-1)].map((text) => ((text?.length ?? 0) * GLYPH) / 2);
    this.#inset = Math.min(MOST_INSET, Math.max(INSET, ...ends));
  }

  px(value: number): number {
    return this.#inset + this.axis.at(value) * (NOMINAL_WIDTH - 2 * this.#inset);
  }

  ticks(): ScaleLayout['ticks'] {
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

/** This page's mark stands on the axis, and what agrees with it stacks above it. */
function placePage(q: QuantityValue, points: readonly Numeric[], ground: Ground, text: string): PageMark {
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

/** One dot a source, stacked where they say the same; a number over a stack that would grow too high. */
function placeDots(points: readonly Numeric[], ground: Ground): Pick<ScaleLayout, 'dots' | 'counts'> {
  const dots: Dot[] = [];
  const counts: ScaleLayout['counts'] = [];
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

/** A row of its own above the dots, with its label where there is room. */
function placeLane(where: Pick<Lane, 'stretch' | 'point'>, labels: readonly string[], ground: Ground): Lane {
  const { stretch, point = 0 } = where;
  const from = stretch ? stretch.from * NOMINAL_WIDTH : point * NOMINAL_WIDTH - DOT_RADIUS;
  const to = stretch ? stretch.to * NOMINAL_WIDTH : point * NOMINAL_WIDTH + DOT_RADIUS;
  const { label, left, right } = labelBeside(from, to, labels);
  return { ...where, label, y: ground.skyline.put(left, right, LANE_ROW) + LANE_ROW / 2 };
}

/** Sources that give an interval: equal ones share a row, and the source's own words stand beside a single one. */
function intervalLane(group: readonly Numeric[], ground: Ground): Lane | [] {
  const first = group[0];
  if (!first) return [];
  const short = group.length > 1 ? `${first.display} × ${group.length}` : first.display;
  const labels = group.length > 1 || first.surface.length > MAX_LABEL ? [short] : [first.surface, short];
  return placeLane({ stretch: ground.stretch(first.quantity) }, labels, ground);
}

/** Sources of another time: apart from the rest, with their date, as the place shows the number already. */
function apartLane(group: readonly Numeric[], ground: Ground, texts: ScaleTexts): Lane | [] {
  const first = group[0];
  if (!first) return [];
  const point = pointOf(first.quantity);
  const dates = group.flatMap((one) => one.asOf ?? []);
  const where = point === null ? { stretch: ground.stretch(first.quantity) } : { point: ground.part(point) };
  return placeLane(where, [dates.length > 0 ? texts.dates(dates) : first.display], ground);
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
    ...apart.slice(0, Math.max(0, MAX_LANES - intervals.length)).flatMap((group) => apartLane(group, ground, texts)),
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
