/**
 * Closes a card that does not show any more what we drew: somebody wrote into it, or drew something over it, so that a click
 * would press what nobody sees.
 *
 * A closed root keeps nobody out for good. Other extensions can open it; and in Firefox every page can: events tell its nodes as
 * `originalTarget` and `explicitOriginalTarget`, and so does a selection (tried on 153). So whoever holds the root may read what
 * is public anyway, and nothing that they do with it lasts.
 */

export interface CardGuard {
  /** Draws or moves, and takes what that changes for our own doing. Has to be done when `draw` returns. */
  ours(draw: () => void): void;
}

/** What a card says, where it leads, and how it looks; focus and `<details>` change other attributes. */
const WATCHED = [
  'href',
  'target',
  'class',
  'style',
  'hidden',
  'title',
  'aria-label',
  'aria-hidden',
  'lang',
  'dir',
  'data-theme',
];
/** Nobody tells of rules that are added to a style sheet, so they are counted. Shorter than it takes to read a line. */
const STYLE_CHECK_MS = 200;
/** Only a reader's own hand does anything in a card. */
const HANDS = [
  'click',
  'auxclick',
  'dblclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'keydown',
  'change',
];

/**
 * What a hand does in the card is none of the page's business: pages refuse selecting, copying and scrolling, take a press
 * outside their layers for the wish to close them, and pull focus back into them. They hear of it at most while it comes down.
 */
const KEPT = [
  ...HANDS,
  ...'copy cut selectstart contextmenu dragstart wheel touchstart touchmove touchend focusin focusout'.split(' '),
];

/** Watches until the signal is aborted; `broken` is called when the card must go. */
export function guardCard(root: ShadowRoot, place: HTMLElement, broken: () => void, signal: AbortSignal): CardGuard {
  const host = root.host;
  const { ownerDocument: document } = place;
  const fail = (): void => {
    if (!signal.aborted) broken();
  };
  const observer = new MutationObserver(fail);
  observer.observe(root, { childList: true, characterData: true, subtree: true, attributeFilter: WATCHED });
  const styles = stylesOf(root);
  const timer = setInterval(() => stylesOf(root) !== styles && fail(), STYLE_CHECK_MS);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearInterval(timer);
    },
    { once: true },
  );
  for (const type of HANDS) root.addEventListener(type, refuseForged, { capture: true, signal });
  for (const type of KEPT) root.addEventListener(type, keepInside, { passive: true, signal });
  document.addEventListener(
    'toggle',
    (event) => {
      const other = event.target;
      if (!(other instanceof Element) || other === host || other.contains(host)) return;
      if (covers(other, place)) fail();
    },
    { signal, capture: true, passive: true },
  );
  return {
    ours: (draw) => {
      draw();
      observer.takeRecords();
    },
  };
}

function keepInside(event: Event): void {
  event.stopPropagation();
}

function refuseForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** How many sheets and rules there are. */
function stylesOf(root: ShadowRoot): string {
  const sheets = [...Array(root.styleSheets.length).keys()].map((i) => root.styleSheets[i]?.cssRules.length);
  return `${root.adoptedStyleSheets.length} ${sheets}`;
}

/** Came into the top layer after the card, and over it; a modal dialog's backdrop is over everything. */
function covers(other: Element, place: HTMLElement): boolean {
  if (other.matches(':modal')) return true;
  if (!other.matches(':popover-open')) return false;
  const [over, card] = [other.getBoundingClientRect(), place.getBoundingClientRect()];
  return over.left < card.right && over.right > card.left && over.top < card.bottom && over.bottom > card.top;
}
