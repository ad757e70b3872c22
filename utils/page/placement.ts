/** Where the card goes. Pure: rectangles in, a position out; all in CSS pixels of the layout viewport. */

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Placed {
  left: number;
  top: number;
  width: number;
  maxHeight: number;
  side: 'below' | 'above';
}

export interface PlaceQuestion {
  /** The marked words, a rectangle a line. */
  lines: readonly Rect[];
  /** The line that the pointer is on. */
  hovered: number;
  /** What can be seen of the page, also when it is pinched larger. */
  view: Rect;
  /** The card's own size, if nothing hinders it. */
  wanted: Size;
  /** Text runs from right to left: the card begins where the words do. */
  rtl?: boolean;
}

/** Between words and card: less looks glued, more makes the way long. */
export const GAP = 6;
/** Between card and the window's edge. */
const EDGE = 8;
/** With less room than this on both sides nothing can be read, and the card may cover the words. Windows of 200 px still have it. */
const LEAST_HEIGHT = 72;
/** Lines further apart than this many line heights are no neighbours: the words run into another column. */
const NEIGHBOUR_LINES = 1.5;

/**
 * Below the words, else above, never over them: readers complain of cards that jump, so the side depends on the room
 * only. Where neither side holds the whole card, it gets the roomier one and scrolls inside.
 */
export function placeCard({ lines, hovered, view, wanted, rtl = false }: PlaceQuestion): Placed {
  const line = lines[hovered] ?? lines[0] ?? view;
  const words = neighbours(lines, line);
  const width = Math.max(0, Math.min(wanted.width, view.right - view.left - 2 * EDGE));
  const left = clamp(rtl ? line.right - width : line.left, view.left + EDGE, view.right - EDGE - width);
  const below = view.bottom - EDGE - (words.bottom + GAP);
  const above = words.top - GAP - (view.top + EDGE);
  const side = below >= Math.min(wanted.height, Math.max(above, LEAST_HEIGHT)) || below >= above ? 'below' : 'above';
  const room = Math.max(side === 'below' ? below : above, 0);
  const maxHeight = Math.max(room, Math.min(LEAST_HEIGHT, view.bottom - view.top - 2 * EDGE));
  const height = Math.min(wanted.height, maxHeight);
  const top = side === 'below' ? words.bottom + GAP : words.top - GAP - height;
  return { left, top: clamp(top, view.top + EDGE, view.bottom - EDGE - height), width, maxHeight, side };
}

/** A sheet at the window's lower edge, or at the upper one where it would hide the words. Pages are not scrolled for it. */
export function placeSheet({ lines, view, wanted }: PlaceQuestion): Placed {
  const words = lines.length > 0 ? union(lines) : view;
  const width = view.right - view.left;
  const maxHeight = (view.bottom - view.top) * SHEET_SHARE;
  const height = Math.min(wanted.height, maxHeight);
  const below = view.bottom - words.bottom - GAP;
  const above = words.top - view.top - GAP;
  if (below >= height || below >= above)
    return {
      left: view.left,
      top: view.bottom - height,
      width,
      maxHeight: clamp(below, LEAST_HEIGHT, maxHeight),
      side: 'below',
    };
  return { left: view.left, top: view.top, width, maxHeight: clamp(above, LEAST_HEIGHT, maxHeight), side: 'above' };
}

/** The sheet leaves the reader the larger part of a phone's page. */
const SHEET_SHARE = 0.6;

/** True while the pointer is between the words and the card, on its way across. */
export function inBridge(point: { x: number; y: number }, line: Rect, card: Rect): boolean {
  const top = Math.min(line.bottom, card.bottom);
  const bottom = Math.max(line.top, card.top);
  if (point.y < top - 1 || point.y > bottom + 1) return false;
  // The hull of line and card narrows from one to the other; its bounding box is kinder to unsteady hands.
  return point.x >= Math.min(line.left, card.left) && point.x <= Math.max(line.right, card.right);
}

export function union(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map((r) => r.left)),
    top: Math.min(...rects.map((r) => r.top)),
    right: Math.max(...rects.map((r) => r.right)),
    bottom: Math.max(...rects.map((r) => r.bottom)),
  };
}

/** The hovered line with the lines next to it, so that a card below the first does not hide the second. */
function neighbours(lines: readonly Rect[], line: Rect): Rect {
  const reach = (line.bottom - line.top) * NEIGHBOUR_LINES;
  let words = line;
  for (let grown = true; grown; ) {
    const near = lines.filter((other) => other.top - words.bottom <= reach && words.top - other.bottom <= reach);
    const next = union([words, ...near]);
    grown = next.top < words.top || next.bottom > words.bottom;
    words = next;
  }
  return words;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
