/** Pages that change between light and dark: marks have to follow. */

const SETTLE_MS = 250;
const SWITCHES = ['class', 'style', 'data-theme', 'data-color-mode', 'data-mode'];

/** Calls back after the page may have changed its colours. Looks at the two outermost elements only. */
export function watchColours(document: Document, changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  };
  const observer = new MutationObserver(later);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributes: true, attributeFilter: SWITCHES });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', later, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
