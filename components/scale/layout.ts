/**
 * Where everything on a scale stands: this page and the other sources on one axis. Pure: items in, places out.
 * Across, places are parts of the width (0–1), so that a drawing stretches without its text; down, they are pixels.
 */
import type { Item } from '../../utils/report.ts';
import { groupBy } from '../parts/groups.ts';
import { makeAxis } from './axis.ts';
import { coreOf, finite, independent, isNumeric, type Numeric, pointOf, type Stretch, stretchOf } from './numbers.ts';
import { freeSide, type Side, Skyline } from './skyline.ts';

/** Width that collisions are judged at: the inside of a panel of 320 px. What is wider only gains room. */
export const NOMINAL_WIDTH = 262;
/** Room at both ends for half a mark. */
const INSET = 12;
export const DOT_RADIUS = 4.5;
const DOT_ROW = 11;
const LANE_ROW = 15;
const PAGE_ROW = 14;
const LABEL_ROW = 12;
const TICK_ROW = 18;
/** Equal dots that are drawn one by one; above, a number says how many. */
const MAX_STACK = 5;
/** Interval rows drawn; the list and the table hold the rest. */
const MAX_LANES = 3;
/** Average glyph at 11 px, regular and bold. */
const GLYPH = 5.9;
const GLYPH_BOLD = 6.4;
const LABEL_GAP = 7;
const MAX_LABEL = 26;

export interface Label {
  x: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
}

/** Words that the drawing carries; their lengths decide where they go. */
export interface ScaleTexts {
  page: string;
  /** Short form of several dates. */
  dates(isos: readonly string[]): string;
}

const PLAIN_TEXTS: ScaleTexts = { page: 'this page', dates: (isos) => isos.join(', ') };

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
  count: number;
}

export interface ScaleLayout {
  height: number;
  axisY: number;
  log: boolean;
  ticks: { x: number; value: number }[];
  page: PageMark;
  dots: Dot[];
  /** "×7" over a stack that is cut. */
  counts: { x: number; y: number; n: number }[];
  lanes: Lane[];
  hiddenLanes: number;
}

/** The label of this page's mark, which takes up the pixels `left`–`right`. */
function pageLabel(side: Side, left: number, right: number, text: string): PageMark['label'] {
  if (side === 'after') return { x: (right + LABEL_GAP) / NOMINAL_WIDTH, anchor: 'start', text, above: false };
  if (side === 'before') return { x: (left - LABEL_GAP) / NOMINAL_WIDTH, anchor: 'end', text, above: false };
  const half = (text.length * GLYPH_BOLD) / 2;
  const middle = Math.min(NOMINAL_WIDTH - half, Math.max(half, (left + right) / 2));
  return { x: middle / NOMINAL_WIDTH, anchor: 'middle', text, above: true };
}

/** The first of `texts` that has room after or before the pixels `from`–`to`, and what it takes up with them. */
function labelBeside(
  from: number,
  to: number,
  texts: readonly string[],
): { label: Label | null; left: number; right: number } {
  for (const text of texts) {
    const width = text.length * GLYPH + LABEL_GAP;
    if (to + width <= NOMINAL_WIDTH)
      return { label: { x: (to + LABEL_GAP) / NOMINAL_WIDTH, anchor: 'start', text }, left: from, right: to + width };
    if (from - width >= 0)
      return { label: { x: (from - LABEL_GAP) / NOMINAL_WIDTH, anchor: 'end', text }, left: from - width, right: to };
  }
  return { label: null, left: from, right: to };
}

/** The layout of an item's scale, or null where there is nothing to draw: no number, or no other source with one. */
export function layoutScale(item: Item, texts: ScaleTexts = PLAIN_TEXTS): ScaleLayout | null {
  const quantity = item.quantity;
  if (!quantity || coreOf(quantity).length === 0) return null;
  const sources = independent(item.against).filter(isNumeric);
  if (sources.length === 0) return null;

  const all = [quantity, ...sources.map((one) => one.quantity)];
  const axis = makeAxis(
    all.flatMap(coreOf),
    all.flatMap((q) => finite(q.soft.low, q.soft.high)),
  );
  if (!axis) return null;

  const px = (part: number) => INSET + part * (NOMINAL_WIDTH - 2 * INSET);
  const part = (pixels: number) => pixels / NOMINAL_WIDTH;
  const place = (stretch: Stretch): Stretch => ({ ...stretch, from: part(px(stretch.from)), to: part(px(stretch.to)) });
  const skyline = new Skyline();

  const now = sources.filter((one) => one.verdict !== 'changed since');
  const points = now.filter((one) => pointOf(one.quantity) !== null);
  const dotAt = (one: Numeric) => px(axis.at(pointOf(one.quantity) ?? 0));

  // This page first: it stands on the axis, and what agrees with it stacks above it.
  const point = pointOf(quantity);
  const stretch = point === null ? stretchOf(quantity, axis) : undefined;
  const soft = { from: axis.at(quantity.soft.low ?? axis.low), to: axis.at(quantity.soft.high ?? axis.high) };
  const left = Math.min(px(stretch?.from ?? axis.at(point ?? 0)), px(soft.from)) - (point === null ? 0 : 6);
  const right = Math.max(px(stretch?.to ?? axis.at(point ?? 0)), px(soft.to)) + (point === null ? 0 : 6);
  const labelWidth = texts.page.length * GLYPH_BOLD + LABEL_GAP;
  const stacks = points.map((one) => ({ left: dotAt(one) - DOT_RADIUS, right: dotAt(one) + DOT_RADIUS }));
  const side = freeSide({ left, right }, labelWidth, NOMINAL_WIDTH, stacks);
  const overhang = side === 'above' ? Math.max(0, (labelWidth - LABEL_GAP - (right - left)) / 2) : 0;
  const pageBase = skyline.put(
    left - (side === 'before' ? labelWidth : overhang),
    right + (side === 'after' ? labelWidth : overhang),
    side === 'above' ? PAGE_ROW + LABEL_ROW : PAGE_ROW,
  );
  const wide = px(soft.to) - px(soft.from) > 2 * DOT_RADIUS;

  const dots: (Dot & { base: number })[] = [];
  const counts: { x: number; base: number; n: number }[] = [];
  for (const stack of groupBy(points, (one) => String(pointOf(one.quantity)))) {
    // Exact ones at the bottom, "about" above them.
    const sorted = [...stack].sort((a, b) => Number(a.quantity.bound === '~') - Number(b.quantity.bound === '~'));
    const x = dotAt(sorted[0] ?? (stack[0] as Numeric));
    const shown = sorted.length > MAX_STACK ? sorted.slice(0, MAX_STACK - 1) : sorted;
    for (const one of shown) {
      const base = skyline.put(x - DOT_RADIUS, x + DOT_RADIUS, DOT_ROW);
      dots.push({ x: part(x), y: 0, base: base + DOT_ROW / 2, about: one.quantity.bound === '~' });
    }
    if (shown.length < sorted.length) {
      const base = skyline.put(x - 2 * GLYPH, x + 2 * GLYPH, DOT_ROW);
      counts.push({ x: part(x), base: base + 2, n: sorted.length });
    }
  }

  const lanes: (Lane & { base: number })[] = [];
  const addLane = (lane: Omit<Lane, 'y' | 'label'>, from: number, to: number, texts: readonly string[]) => {
    const { label, left, right } = labelBeside(from, to, texts);
    lanes.push({ ...lane, y: 0, label, base: skyline.put(left, right, LANE_ROW) + LANE_ROW / 2 });
  };

  const open = groupBy(
    now.filter((one) => pointOf(one.quantity) === null),
    (one) => `${one.quantity.bound} ${coreOf(one.quantity).join(' ')}`,
  );
  const apart = groupBy(
    sources.filter((one) => one.verdict === 'changed since'),
    (one) => one.display,
  );
  for (const group of open.slice(0, MAX_LANES)) {
    const first = group[0] as Numeric;
    const own = stretchOf(first.quantity, axis);
    const short = group.length > 1 ? `${first.display} × ${group.length}` : first.display;
    const labels = group.length > 1 || first.surface.length > MAX_LABEL ? [short] : [first.surface, short];
    addLane({ stretch: place(own), count: group.length }, px(own.from), px(own.to), labels);
  }
  for (const group of apart.slice(0, Math.max(0, MAX_LANES - open.length))) {
    const first = group[0] as Numeric;
    const at = pointOf(first.quantity);
    const own = at === null ? stretchOf(first.quantity, axis) : undefined;
    const from = own ? px(own.from) : px(axis.at(at ?? 0)) - DOT_RADIUS;
    const to = own ? px(own.to) : px(axis.at(at ?? 0)) + DOT_RADIUS;
    const dates = group.flatMap((one) => (one.asOf ? [one.asOf] : []));
    const where = own ? { stretch: place(own) } : { point: part(px(axis.at(at ?? 0))) };
    // Its date stands beside it: the place shows the number already.
    addLane({ ...where, count: group.length }, from, to, [dates.length > 0 ? texts.dates(dates) : first.display]);
  }

  const axisY = skyline.height + 3;
  return {
    height: axisY + TICK_ROW,
    axisY,
    log: axis.log,
    ticks: axis.ticks.map((value) => ({ x: part(px(axis.at(value))), value })),
    page: {
      y: axisY - pageBase - PAGE_ROW / 2,
      point: point === null ? undefined : part(px(axis.at(point))),
      stretch: stretch && place(stretch),
      halo: wide ? { from: part(px(soft.from)), to: part(px(soft.to)) } : undefined,
      label: pageLabel(side, left, right, texts.page),
    },
    dots: dots.map(({ base, ...dot }) => ({ ...dot, y: axisY - base })),
    counts: counts.map(({ x, base, n }) => ({ x, y: axisY - base, n })),
    lanes: lanes.map(({ base, ...lane }) => ({ ...lane, y: axisY - base })),
    hiddenLanes: Math.max(0, open.length + apart.length - MAX_LANES),
  };
}
