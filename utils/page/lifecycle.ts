/** When a reader may start on a page, and when it has to go: double injection, prerendering, hidden tabs, dead extensions. */

/** Known to our isolated world only; pages see neither the symbol nor the object. */
const KEY = Symbol.for('second-source.reader');

interface Running {
  alive(): boolean;
  stop(): void;
}

/**
 * Claims the page. False when a reader of a living extension is at work here already. One that outlived its extension
 * (update, reload) is stopped and replaced. The claim ends with the signal.
 */
export function claimPage(running: Running, signal: AbortSignal, scope: object = globalThis): boolean {
  const claims = scope as Record<symbol, Running | undefined>;
  const other = claims[KEY];
  if (other?.alive()) return false;
  other?.stop();
  claims[KEY] = running;
  signal.addEventListener(
    'abort',
    () => {
      if (claims[KEY] === running) delete claims[KEY];
    },
    { once: true },
  );
  return true;
}

/**
 * Resolves once somebody looks at the page. Nothing at all happens in a prerendered page until `prerenderingchange`:
 * `visibilitychange` comes before it. Never resolves where the signal is aborted first.
 */
export async function whenSeen(document: Document, signal: AbortSignal): Promise<void> {
  const isPrerendering = (): boolean => (document as Document & { prerendering?: boolean }).prerendering === true;
  while (isPrerendering()) await once(document, 'prerenderingchange', signal);
  while (document.visibilityState === 'hidden') await once(document, 'visibilitychange', signal);
}

/** Calls back when the page comes out of the back/forward cache: settings and extension may have changed meanwhile. */
export function onRestored(window: Window, restored: () => void, signal: AbortSignal): void {
  window.addEventListener('pageshow', (event) => event.persisted && restored(), { signal });
}

function once(target: EventTarget, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => target.addEventListener(type, () => resolve(), { once: true, signal }));
}
