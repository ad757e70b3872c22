/**
 * The card's place in the page: a plain `<div>` (a custom element's name would let the page get at its closed root) in
 * the top layer, with a closed shadow root. It exists only while a card is open.
 *
 * The host hangs in the dialog or popover that holds the words, if one does: elsewhere it would be drawn above the
 * dialog and yet be inert. Page styles cannot move or hide it; only what stands in the closed root shapes it.
 */
import { addCss } from './add-css.ts';
import { type CardGuard, guardCard } from './card-guard.ts';
import { inBridge, placeCard, placeSheet } from './placement.ts';
import { drawnLines, isRightToLeft, parentFor, touches, visibleArea } from './words-place.ts';

/** Where a card belongs: the words, and the line of them that was hovered. */
export interface Anchor {
  range: Range;
  line: number;
}

export interface CardHostOptions {
  /** Style sheet of the card's content, bundled as text. */
  css(): string;
  /** Called when the card cannot stay: its words or its host are gone, it was covered, or somebody wrote into it. */
  onGone(): void;
}

/** What is in a card, once it is drawn. */
export interface FilledCard {
  update(pinned: boolean): void;
  remove(): void;
}

/** Draws a card into the container, at once. The content brings its own width, and scrolls inside when it gets less height. */
export type FillCard = (container: HTMLElement) => FilledCard;

/** A look at where the words are costs next to nothing; a card that lags by more looks lost. */
const WORDS_CHECK_MS = 120;

const HOST_CSS = `
:host{all:initial!important;direction:ltr!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;overflow:visible!important;display:block!important}
:host(:not(:popover-open)){display:none!important}
:host::backdrop{display:none!important}
@media print{:host{display:none!important}}
.place{position:fixed;box-sizing:border-box;display:flex;flex-direction:column;pointer-events:auto}
.place>*{min-height:0;max-height:100%;max-width:100%;overflow:auto;overscroll-behavior:contain}
`;

export class CardHost {
  readonly #document: Document;
  readonly #options: CardHostOptions;
  #host: HTMLElement | null = null;
  #place: HTMLElement | null = null;
  #filled: FilledCard | null = null;
  #anchor: Anchor | null = null;
  #sheet = false;
  #watch: AbortController | null = null;
  #guard: CardGuard | null = null;

  constructor(document: Document, options: CardHostOptions, signal: AbortSignal) {
    this.#document = document;
    this.#options = options;
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  get isOpen(): boolean {
    return this.#host !== null;
  }

  /** The element whose events come from the card, retargeted by the closed root. */
  get element(): HTMLElement | null {
    return this.#host;
  }

  /** Shows a card at the words; replaces the one before. */
  open(anchor: Anchor, fill: FillCard, sheet: boolean): void {
    this.close();
    const host = this.#document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const place = this.#document.createElement('div');
    place.className = sheet ? 'place sheet' : 'place';
    addCss(root, HOST_CSS + this.#options.css());
    root.append(place);
    host.popover = 'manual';
    parentFor(anchor.range).append(host);
    host.showPopover();
    this.#host = host;
    this.#place = place;
    this.#anchor = anchor;
    this.#sheet = sheet;
    this.#watch = new AbortController();
    this.#guard = guardCard(root, place, () => this.#options.onGone(), this.#watch.signal);
    this.#guard.ours(() => {
      this.#filled = fill(place);
    });
    this.#watchPage(place, this.#watch.signal);
    this.move();
  }

  /** Puts the card to its words again, after scrolling, resizing or new content. */
  move(): void {
    this.#guard?.ours(() => this.#move());
  }

  #move(): void {
    const host = this.#host;
    const place = this.#place;
    const anchor = this.#anchor;
    if (!host || !place || !anchor) return;
    const lines = drawnLines(anchor.range);
    const view = visibleArea(this.#document.defaultView!);
    const isThere = host.isConnected && host.matches(':popover-open') && anchor.range.startContainer.isConnected;
    if (!isThere || lines.length === 0) {
      this.#options.onGone();
      return;
    }
    // Out of sight with its words: a pinned card comes back with them.
    place.style.visibility = lines.some((line) => touches(line, view)) ? 'visible' : 'hidden';
    // A zoomed page would enlarge the card, and every length that places it.
    place.style.zoom = String(1 / (host.currentCSSZoom || 1));
    place.style.maxHeight = 'none';
    place.style.width = this.#sheet ? `${view.right - view.left}px` : 'max-content';
    const question = {
      lines,
      hovered: anchor.line,
      view,
      wanted: { width: place.offsetWidth, height: place.offsetHeight },
      rtl: isRightToLeft(anchor.range),
    };
    const at = this.#sheet ? placeSheet(question) : placeCard(question);
    place.style.left = `${at.left}px`;
    place.style.top = `${at.top}px`;
    place.style.width = `${at.width}px`;
    place.style.maxHeight = `${at.maxHeight}px`;
  }

  /** On the card, or between it and its words. */
  holds(point: { x: number; y: number }): boolean {
    const place = this.#place;
    const anchor = this.#anchor;
    if (!place || !anchor || place.style.visibility === 'hidden') return false;
    const card = place.getBoundingClientRect();
    if (point.x >= card.left && point.x <= card.right && point.y >= card.top && point.y <= card.bottom) return true;
    const line = drawnLines(anchor.range)[anchor.line];
    return line !== undefined && inBridge(point, line, card);
  }

  /** Pinned now, or no longer. */
  update(pinned: boolean): void {
    this.#guard?.ours(() => this.#filled?.update(pinned));
  }

  /** Everything in the card that takes focus, in order. */
  focusable(): HTMLElement[] {
    const found =
      this.#place?.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), summary, [tabindex="0"]') ?? [];
    return [...found].filter((element) => element.checkVisibility());
  }

  /** The element with focus inside the card. */
  focused(): Element | null {
    return (this.#place?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
  }

  /** Takes the card away and leaves nothing. */
  close(): void {
    this.#watch?.abort();
    this.#filled?.remove();
    this.#host?.remove();
    this.#host = this.#place = this.#filled = this.#anchor = this.#watch = this.#guard = null;
  }

  /** Pages move their words without a word: an ad grows, a picture comes, a post is added above. */
  #watchWords(signal: AbortSignal): void {
    let last = '';
    const timer = setInterval(() => {
      const { left, top, width, height } = this.#anchor?.range.getBoundingClientRect() ?? new DOMRect();
      const now = `${left} ${top} ${width} ${height}`;
      if (last !== '' && now !== last) this.move();
      last = now;
    }, WORDS_CHECK_MS);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  #watchPage(place: HTMLElement, signal: AbortSignal): void {
    const window = this.#document.defaultView!;
    let asked = false;
    const later = (): void => {
      if (asked) return;
      asked = true;
      window.requestAnimationFrame(() => {
        asked = false;
        if (!signal.aborted) this.move();
      });
    };
    const passive = { signal, passive: true, capture: true };
    window.addEventListener('scroll', later, passive);
    window.addEventListener('resize', later, passive);
    window.visualViewport?.addEventListener('resize', later, passive);
    window.visualViewport?.addEventListener('scroll', later, passive);
    // A dialog or popover around the card closes, or another one opens above it.
    this.#document.addEventListener('toggle', later, passive);
    this.#document.addEventListener('close', later, passive);
    // What fills the screen now is above the card, unless the card is in it.
    this.#document.addEventListener(
      'fullscreenchange',
      () => this.#anchor && this.#host?.parentElement !== parentFor(this.#anchor.range) && this.#options.onGone(),
      passive,
    );
    this.#watchWords(signal);
    const sizes = new ResizeObserver(later);
    for (const child of place.children) sizes.observe(child);
    signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
  }
}
