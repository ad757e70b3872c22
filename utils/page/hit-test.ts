/** Which mark is under a point. Highlights get no events, so the pointer's place is looked up in the text. */
import { MARK_STYLES } from './mark-choice.ts';
import type { Mark, MarkLayer } from './marks.ts';
import { drawnLines } from './words-place.ts';

export interface Point {
  x: number;
  y: number;
}

/** A pixel of tolerance for rounded coordinates. */
const SLACK = 1;

/**
 * The loudest mark whose text is drawn at the point, or null. `caretPositionFromPoint` alone is not enough: right of a
 * line's end, and in paddings, it answers with the nearest text. Text under another element is not hit.
 */
export function markAt(
  document: Document,
  layer: MarkLayer,
  roots: readonly ShadowRoot[],
  { x, y }: Point,
): Mark | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...roots] });
  const node = caret?.offsetNode;
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return null;
  const hits = layer
    .touching(node as Text)
    .filter((mark) => covers(mark, node as Text, caret.offset) && lineAt(mark.range, { x, y }) !== null);
  return hits.sort((a, b) => loudness(a) - loudness(b) || length(a) - length(b))[0] ?? null;
}

/** Index of the drawn line of the range that holds the point, or null. */
export function lineAt(range: Range, { x, y }: Point): number | null {
  const index = drawnLines(range).findIndex(
    (rect) => x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK,
  );
  return index < 0 ? null : index;
}

function covers(mark: Mark, node: Text, offset: number): boolean {
  return mark.stretches.some((stretch) => stretch.node === node && stretch.from <= offset && offset <= stretch.to);
}

function loudness(mark: Mark): number {
  return MARK_STYLES.indexOf(mark.style);
}

function length(mark: Mark): number {
  return mark.stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}
