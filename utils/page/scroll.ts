/** Brings a passage into view, and shows where it is. */
import type { MarkLayer } from './marks.ts';
import { wait } from './slices.ts';

/** Two pulses: long enough to be found after the page has jumped, short enough not to be in the way. */
const PULSE_MS = 650;
const PAUSE_MS = 200;
/** Without motion: one steady mark. */
const STEADY_MS = 2_000;

/**
 * Scrolls whatever scrolls around the range until it stands in the middle of the view, clear of sticky headers. At once:
 * a smooth scroll would still run when the card is placed.
 */
export function scrollTo(range: Range): void {
  const start = range.startContainer;
  const element = start.parentElement ?? (start.getRootNode() as ShadowRoot).host;
  if (!element) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // A long paragraph is centred as a whole; its line may still be out of sight.
  const rect = range.getBoundingClientRect();
  const window = element.ownerDocument.defaultView!;
  const off = rect.top + rect.height / 2 - window.innerHeight / 2;
  if (rect.top < window.innerHeight * MARGIN || rect.bottom > window.innerHeight * (1 - MARGIN))
    window.scrollBy({ top: off, behavior: 'instant' });
}

/** Share of the window at its upper and lower edge where sticky headers and bars may be. */
const MARGIN = 0.2;

/** Paints the passage for a moment. Resolves when it is over. */
export async function flash(layer: MarkLayer, range: Range, signal: AbortSignal): Promise<void> {
  layer.unpaint('flash');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const [on, off] of still
    ? [[STEADY_MS, 0]]
    : [
        [PULSE_MS, PAUSE_MS],
        [PULSE_MS, 0],
      ]) {
    if (signal.aborted) return;
    layer.paint(range, 'flash');
    await wait(on ?? 0, signal);
    layer.unpaint('flash');
    await wait(off ?? 0, signal);
  }
}
