/**
 * Where everything stands when figures are drawn over time: days across, values up. Pure: an item in, places out.
 * Across, places are parts of the width (0–1), as on the scale; down, they are pixels.
 */
import type { Against, DocumentInfo, Item, QuantityValue } from '../../utils/report.ts';
import { type Axis, makeAxis } from './axis.ts';
import { type DayAxis, dayAxis, daysOf } from './days.ts';
import { DOT_RADIUS } from './dots.ts';
import { GLYPH, GLYPH_BOLD, NOMINAL_WIDTH } from './labels.ts';
import { coreOf, finite, independent, isNumeric, type Numeric, pointOf, type Stretch, stretchOf } from './numbers.ts';

const PLOT_HEIGHT = 132;
/** Room over the plot for a mark at its upper end with its label. */
const TOP = 20;
const BOTTOM = 22;
/** Room at the right for half a mark and half of the last date. */
const RIGHT = 22;
const GUTTER_GAP = 10;
/** Dates that a panel of 320 px can label. */
const MOST_TICKS = 4;
/** Marks nearer than this are one, with a number. */
const NEAR = DOT_RADIUS * 1.7;

export interface TimeMark {
  x: number;
  /** How many sources say it on these days. */
  n: number;
  /** A number that stands for itself. */
  y?: number;
  about?: boolean;
  /** An interval, upright: `from` is its lower end. */
  bar?: Stretch;
  /** A date known to the month or year: the days it may mean. */
  span?: { from: number; to: number };
}

export interface TimeLayout {
  height: number;
  left: number;
  bottom: number;
  values: { y: number; value: number }[];
  dates: { x: number; iso: string }[];
  marks: TimeMark[];
  /** `x` is null where the page has no date. `y` is the middle of what it says. */
  page: Omit<TimeMark, 'x' | 'n' | 'about'> & {
    x: number | null;
    middle: number;
    halo?: { from: number; to: number };
    label: PageLabelPlace;
  };
}

type Documents = Readonly<Record<string, DocumentInfo>>;

/** When what a source says held. */
export const dayOf = (one: Against, documents: Documents): string | undefined =>
  one.asOf || documents[one.document]?.date;

type Dated = Numeric & { iso: string; days: { from: number; to: number } };

/** Sources with a number and a date, oldest first; those of one origin that repeat it once. */
export function datedSources(item: Item, documents: Documents): Dated[] {
  return independent(item.against)
    .filter(isNumeric)
    .flatMap((one) => {
      const iso = dayOf(one, documents);
      const days = iso ? daysOf(iso) : null;
      return iso && days ? [{ ...one, iso, days }] : [];
    })
    .sort((a, b) => a.days.from - b.days.from);
}

/** Whether there is a change to see: a measure that changes, and sources of two dates at least. */
export function changesOverTime(item: Item, documents: Documents): boolean {
  if (!item.evolving || !item.quantity || coreOf(item.quantity).length === 0) return false;
  return new Set(datedSources(item, documents).map(({ iso }) => iso)).size > 1;
}

const middleOf = ({ from, to }: { from: number; to: number }): number => (from + to) / 2;

/** What all places are made of. */
class Plane {
  readonly values: Axis;
  readonly days: DayAxis;
  readonly left: number;

  constructor(values: Axis, days: DayAxis, left: number) {
    this.values = values;
    this.days = days;
    this.left = left;
  }

  x(day: number): number {
    return (this.left + this.days.at(day) * (NOMINAL_WIDTH - this.left - RIGHT)) / NOMINAL_WIDTH;
  }

  y(value: number): number {
    return TOP + (1 - this.values.at(value)) * PLOT_HEIGHT;
  }

  /** A point or an upright bar. */
  place(q: QuantityValue): { y?: number; bar?: Stretch } {
    const point = pointOf(q);
    return point === null ? { bar: stretchOf(q, this.values, (value) => this.y(value)) } : { y: this.y(point) };
  }

  span(days: { from: number; to: number }): TimeMark['span'] {
    const span = { from: this.x(days.from), to: this.x(days.to) };
    return (span.to - span.from) * NOMINAL_WIDTH > 2 * DOT_RADIUS ? span : undefined;
  }
}

/** Where the page's label stands beside its mark: `dy` from the mark's middle to the line of the text. */
export interface PageLabelPlace {
  anchor: 'start' | 'end';
  dy: number;
}

/** Between the page's mark and its label, and how high the label is. */
export const PAGE_LABEL_GAP = 9;
const LABEL_HEIGHT = 11;
const LABEL_PLACES: readonly PageLabelPlace[] = [
  { anchor: 'start', dy: -5 },
  { anchor: 'end', dy: -5 },
  { anchor: 'start', dy: 13 },
  { anchor: 'end', dy: 13 },
];

/** The first place around the page's mark that is inside and covers no source; the first one inside where all do. */
function labelPlace(
  x: number,
  middle: number,
  width: number,
  left: number,
  marks: readonly TimeMark[],
): PageLabelPlace {
  const boxOf = ({ anchor, dy }: PageLabelPlace) => {
    const from = anchor === 'start' ? x + PAGE_LABEL_GAP : x - PAGE_LABEL_GAP - width;
    return { from, to: from + width, top: middle + dy - LABEL_HEIGHT, bottom: middle + dy };
  };
  const covers = (box: ReturnType<typeof boxOf>, mark: TimeMark) => {
    const at = mark.x * NOMINAL_WIDTH;
    const top = (mark.y ?? mark.bar?.to ?? 0) - DOT_RADIUS;
    const bottom = (mark.y ?? mark.bar?.from ?? 0) + DOT_RADIUS;
    return at + DOT_RADIUS > box.from && at - DOT_RADIUS < box.to && bottom > box.top && top < box.bottom;
  };
  const inside = LABEL_PLACES.filter((place) => {
    const { from, to } = boxOf(place);
    return from >= left && to <= NOMINAL_WIDTH;
  });
  const free = inside.find((place) => !marks.some((mark) => covers(boxOf(place), mark)));
  return free ?? inside[0] ?? { anchor: x > NOMINAL_WIDTH / 2 ? 'end' : 'start', dy: -5 };
}

/** Whether two marks would be drawn onto each other. */
function isSameMark(a: TimeMark, b: TimeMark): boolean {
  if (Math.abs(a.x - b.x) * NOMINAL_WIDTH > NEAR) return false;
  if (a.bar && b.bar) return a.bar.from === b.bar.from && a.bar.to === b.bar.to && a.bar.openHigh === b.bar.openHigh;
  return a.y !== undefined && b.y !== undefined && a.about === b.about && Math.abs(a.y - b.y) < DOT_RADIUS;
}

/** The layout, or null where there is nothing to see over time. `label`: how a value is written, `pageText`: what the page's mark is called, for the room they take. */
export function layoutTime(
  item: Item,
  documents: Documents,
  pageDate: string | null,
  label: (value: number) => string = String,
  pageText = '',
): TimeLayout | null {
  const { quantity } = item;
  const sources = datedSources(item, documents);
  if (!quantity || !changesOverTime(item, documents)) return null;
  const all = [quantity, ...sources.map((one) => one.quantity)];
  const values = makeAxis(
    all.flatMap(coreOf),
    all.flatMap((q) => finite(q.soft.low, q.soft.high)),
  );
  const here = pageDate ? daysOf(pageDate) : null;
  const days = dayAxis(
    [...sources.map((one) => one.days), ...(here ? [here] : [])].flatMap(({ from, to }) => [from, to]),
    MOST_TICKS,
  );
  if (!values || !days) return null;
  const widest = Math.max(...values.ticks.map((value) => label(value).length));
  const plane = new Plane(values, days, widest * GLYPH + GUTTER_GAP);

  const marks: TimeMark[] = [];
  for (const one of sources) {
    const about = one.quantity.bound === '~' ? { about: true } : {};
    const mark: TimeMark = {
      x: plane.x(middleOf(one.days)),
      n: 1,
      ...plane.place(one.quantity),
      ...about,
      span: plane.span(one.days),
    };
    const known = marks.find((other) => isSameMark(other, mark));
    if (known) known.n += 1;
    else marks.push(mark);
  }
  const said = plane.place(quantity);
  const soft = {
    from: plane.y(quantity.soft.low ?? values.low),
    to: plane.y(quantity.soft.high ?? values.high),
  };
  const middle = said.y ?? (said.bar ? (said.bar.from + said.bar.to) / 2 : TOP);
  const x = here ? plane.x(middleOf(here)) : null;
  return {
    height: TOP + PLOT_HEIGHT + BOTTOM,
    left: plane.left / NOMINAL_WIDTH,
    bottom: TOP + PLOT_HEIGHT,
    values: values.ticks.map((value) => ({ y: plane.y(value), value })),
    dates: days.ticks.map(({ day, iso }) => ({ x: plane.x(day), iso })),
    marks,
    page: {
      x,
      ...said,
      middle,
      label: labelPlace((x ?? 1) * NOMINAL_WIDTH, middle, pageText.length * GLYPH_BOLD, plane.left, marks),
      halo: soft.from - soft.to > 2 * DOT_RADIUS ? soft : undefined,
    },
  };
}
