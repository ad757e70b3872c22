/** Style sheets of ours in a document or a shadow root. */

export interface AddedCss {
  /** False once the page threw it out. */
  readonly isThere: boolean;
  remove(): void;
}

/**
 * Adds a sheet. A `<style>` whose text is set before it is attached passes strict content policies of pages, from a
 * content script, in both browsers. Our own pages (the sample article) allow none; there an adopted sheet does it, which
 * Firefox before 153 refuses to content scripts.
 */
export function addCss(root: Document | ShadowRoot, css: string): AddedCss {
  const document = root.ownerDocument ?? (root as Document);
  if (/-extension:$/.test(document.location.protocol)) return adopt(root, css);
  const style = document.createElement('style');
  style.textContent = css;
  // Pages whose styles undo everything ("* { all: unset }") would print its text; set so, no content policy forbids it.
  style.style.setProperty('display', 'none', 'important');
  (root === document ? document.documentElement : root).append(style);
  return {
    get isThere() {
      return style.isConnected;
    },
    remove: () => style.remove(),
  };
}

function adopt(root: Document | ShadowRoot, css: string): AddedCss {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return {
    get isThere() {
      return root.adoptedStyleSheets.includes(sheet);
    },
    remove: () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
