/** A view of the panel with the panel's live region, and nothing else of it. */
import type { ComponentChildren } from 'preact';
import { LiveContext, useLiveRegion } from '../../components/panel/live.tsx';

export function InPanel({ children }: { children: ComponentChildren }) {
  const { live, region } = useLiveRegion((noted) => noted);
  return (
    <>
      <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
      {region}
    </>
  );
}
