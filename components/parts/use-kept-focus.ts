/** Focus that is not lost: where the element that has it goes away, as a button does with the view that it ended. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Give the ref to a container; where what has focus in it is gone after one of `when` changed, `target` (the container
 * itself, if none is named) gets the focus. It needs `tabIndex={-1}`.
 */
export function useKeptFocus<T extends HTMLElement>(
  when: readonly unknown[],
  target?: RefObject<HTMLElement | null>,
): RefObject<T | null> {
  const root = useRef<T>(null);
  // Read before the new view is drawn: afterwards it cannot be known who had it.
  const active = root.current?.ownerDocument.activeElement ?? null;
  const hadFocus = active !== null && root.current?.contains(active) === true;
  useLayoutEffect(() => {
    const document = root.current?.ownerDocument;
    if (hadFocus && document && !root.current?.contains(document.activeElement)) (target ?? root).current?.focus();
  }, when);
  return root;
}
