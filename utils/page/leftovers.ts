/**
 * What a reader leaves whose extension was updated or reloaded under it. Firefox ends such scripts without a word, and
 * Chrome's new script runs in a world of its own: neither can ask the old one to go, so the new one tidies up.
 */

/** The start of `markCss` (mark-styles.ts), and the names of the highlights in it. */
const OURS = /^@media not print\{(?:\*|:root)?::highlight\(h[0-9a-z]{8,16}\)/;
const NAMES = /::highlight\((h[0-9a-z]{8,16})\)/g;

/** Removes highlights, styles and an open card of an earlier reader from the document. */
export function sweepLeftovers(document: Document): void {
  for (const child of [...document.documentElement.children]) {
    const css = child.localName === 'style' ? (child.textContent ?? '') : '';
    if (OURS.test(css)) {
      for (const [, name] of css.matchAll(NAMES)) if (name) CSS.highlights.delete(name);
      child.remove();
    } else if (isCardHost(child)) child.remove();
  }
}

/** A `div` that is nothing but a manual popover; what it shows lies in its closed root. */
function isCardHost(element: Element): boolean {
  return (
    element.localName === 'div' &&
    element.attributes.length === 1 &&
    element.getAttribute('popover') === 'manual' &&
    element.childNodes.length === 0
  );
}
