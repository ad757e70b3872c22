/** Where marked words are drawn, what they are drawn in, and what of the page can be seen. */
import type { Rect } from './placement.ts';

/** The nearest element above the words, through shadow hosts, in which the top layer is not inert. */
export function parentFor(range: Range): Element {
  const { startContainer } = range;
  let at: Element | null = startContainer.parentElement ?? hostOf(startContainer);
  while (at) {
    const found = at.closest(':modal, :popover-open');
    if (found) return found;
    at = hostOf(at);
  }
  return startContainer.ownerDocument!.documentElement;
}

/** Another part of the page is a modal dialog or fills the screen now: a card of these words could be seen, but not used. */
export function isBehindModal(range: Range): boolean {
  const document = range.startContainer.ownerDocument!;
  return document.querySelector(':modal') !== null && !parentFor(range).matches(':modal, :modal *');
}

/** Rectangles that the range is drawn in; text out of sight for all but screen readers has none to speak of. */
export function drawnLines(range: Range): Rect[] {
  return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
}

/** What the reader sees of the page, pinched or not; a scroll bar is not room. */
export function visibleArea({ visualViewport, innerWidth, innerHeight }: Window): Rect {
  if (!visualViewport) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft, offsetTop, width, height } = visualViewport;
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

export function touches(line: Rect, view: Rect): boolean {
  return line.bottom > view.top && line.top < view.bottom && line.right > view.left && line.left < view.right;
}

export function isRightToLeft({ startContainer }: Range): boolean {
  const element = startContainer.parentElement ?? hostOf(startContainer);
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
