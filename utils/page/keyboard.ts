/**
 * Keys while a card is open: Tab goes in, Escape closes, and both bring focus back to where it was. The page gets no tab
 * stops, and no keys that are meant for the card: in a closed root the page sees only a `<div>` and would take letters
 * for its own shortcuts.
 */
import type { CardHost } from './card-host.ts';

export interface FocusKeeper {
  /** Moves focus into the card. `again`: it was in the card before this one, so where it came from stays the same. */
  enter(again?: boolean): void;
  /** Gives focus back to the page, if it is in the card. */
  leave(): void;
}

export interface FocusOptions {
  document: Document;
  host: CardHost;
  isOpen(): boolean;
  /** Whether Tab goes into the card: not into one that only hovering opened. */
  takesTab(): boolean;
  onEscape(): void;
}

/**
 * Listens on the window in the capture phase, before the page's own listeners wherever it may. Keys in the card go no
 * further, so the card's content can rely on what the browser does with buttons and links, and not on key events.
 */
export function keepFocus(
  { document, host, isOpen, takesTab, onEscape }: FocusOptions,
  signal: AbortSignal,
): FocusKeeper {
  const window = document.defaultView!;
  let before: HTMLElement | null = null;

  const keeper: FocusKeeper = {
    enter(again = false) {
      const first = host.focusable()[0];
      if (!first) return;
      if (!again) before = deepFocus(document);
      first.focus({ preventScroll: true });
    },
    leave() {
      if (!host.focused()) return;
      const back = before;
      before = null;
      if (back?.isConnected && back !== document.body) back.focus({ preventScroll: true });
      else (host.focused() as HTMLElement | null)?.blur();
    },
  };

  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isOpen()) return;
      if (event.key === 'Escape' && !event.isComposing) {
        stop(event);
        event.preventDefault();
        onEscape();
      } else if (event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey) onTab(event);
      else if (isInCard(event)) stop(event);
    },
    { capture: true, signal },
  );
  for (const type of ['keypress', 'keyup', 'beforeinput', 'input'] as const)
    window.addEventListener(type, (event) => isInCard(event) && stop(event), { capture: true, signal });

  function onTab(event: KeyboardEvent): void {
    const stops = host.focusable();
    const inside = host.focused();
    if (!inside) {
      // Backwards the page goes on as ever; forwards leads into the card.
      if (event.shiftKey || stops.length === 0 || !takesTab()) return;
      stop(event);
      event.preventDefault();
      keeper.enter();
      return;
    }
    stop(event);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (inside !== edge) return;
    // Out at either end: the card closes and focus is back in the page, so Tab is never caught in a ring.
    event.preventDefault();
    onEscape();
  }

  function isInCard(event: Event): boolean {
    return host.element !== null && event.target === host.element;
  }

  return keeper;
}

function stop(event: Event): void {
  event.stopImmediatePropagation();
}

/** What has focus, through open shadow roots. */
function deepFocus(document: Document): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}
