/** Long work in short slices, so that the page it runs in can draw, and hear that the reader gave up. */
import { SLICE_MS } from './pack-limits.ts';

/** Call between two steps of the work; waits only where a slice is over. Throws the signal's reason once it is aborted. */
export type Breath = () => Promise<void>;

export function breaths(signal?: AbortSignal): Breath {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < SLICE_MS) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  };
}
