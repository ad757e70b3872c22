/** Long work in short slices: the page's own scripts, scrolling and typing get their turn between them. */

/** Longest stretch of our own work at a time. A frame has 16 ms; half of it leaves the page the other half. */
export const SLICE_MS = 8;
/** If the page is not idle, go on after this long all the same: one frame, so that the page has half of the time at its busiest. */
const IDLE_PATIENCE_MS = 16;

export interface SliceClock {
  /** True once the current slice is used up. Cheap enough for every few dozen nodes. */
  due(): boolean;
  /** Lets the page have its turn. Rejects with the signal's reason once the work was given up. */
  pause(): Promise<void>;
}

/** A clock for one piece of work; `pause` rejects when `signal` is aborted, so the work needs no checks of its own. */
export function sliceClock(signal: AbortSignal, budget: number = SLICE_MS): SliceClock {
  let end = performance.now() + budget;
  return {
    due: () => performance.now() >= end,
    pause: async () => {
      signal.throwIfAborted();
      await idle(signal);
      signal.throwIfAborted();
      end = performance.now() + budget;
    },
  };
}

/** Resolves when the browser is idle, at the latest after `IDLE_PATIENCE_MS`, at once when the signal is aborted. */
export function idle(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const handle = requestIdleCallback(finish, { timeout: IDLE_PATIENCE_MS });
    signal.addEventListener('abort', finish, { once: true });
    function finish(): void {
      cancelIdleCallback(handle);
      signal.removeEventListener('abort', finish);
      resolve();
    }
  });
}

/** Waits; resolves early when the signal is aborted (the caller's next check of the signal ends the work). */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
  });
}
