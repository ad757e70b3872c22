/**
 * Pages that change their address without loading. Where there is a Navigation API its `navigatesuccess` says so after
 * the change is committed. Patching `history` would be useless: scripts of extensions have a `history` of their own.
 */
import { pageAddress } from './page-facts.ts';

export interface NavigationWatch {
  /** Looks at the address; for callers that were woken anyway (by a change of the page). */
  check(): void;
}

/** Pages without the API change their address soon after a click: looked at then, not by polling for ever. */
const AFTER_CLICK_MS = [50, 600, 2_000];

/** Calls back when the address has changed, fragments aside. */
export function watchNavigation(window: Window, navigated: () => void, signal: AbortSignal): NavigationWatch {
  let address = pageAddress(window.location);
  const check = (): void => {
    if (signal.aborted) return;
    const now = pageAddress(window.location);
    if (now === address) return;
    address = now;
    navigated();
  };
  const api = (window as Window & { navigation?: EventTarget }).navigation;
  if (api) api.addEventListener('navigatesuccess', check, { signal });
  else {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const soon = (event: Event): void => {
      if (!event.isTrusted) return;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      for (const ms of AFTER_CLICK_MS) timers.add(setTimeout(check, ms));
    };
    window.addEventListener('click', soon, { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });
  }
  window.addEventListener('popstate', check, { signal });
  return { check };
}
