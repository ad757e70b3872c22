/**
 * At build time: takes the places out of libraries where text becomes HTML. The stores' linters warn of each (UNSAFE_VAR_ASSIGNMENT of
 * addons-linter), and rightly: with none left in the built files, nobody has to prove of each that nothing of a page reaches it.
 * Runs in Node only.
 */

/** One assignment of a library that ships, and what stands in its place. */
interface Sink {
  /** In the module's path. */
  module: RegExp;
  /** As the library's file has it; matched once in the whole of the module. */
  assignment: RegExp;
  instead: string;
}

/** Made of nodes by the parser, in a document that runs no script, where the library would set HTML. */
const parsed = (html: string): string => `...new DOMParser().parseFromString(${html},"text/html").body.childNodes`;

const SINKS: readonly Sink[] = [
  {
    // `dangerouslySetInnerHTML`, which our sources may not use (test/unit/imports.test.ts): it would show as text.
    module: /\/preact\/dist\/preact\.m?js$/,
    assignment: /([\w$]+)\.innerHTML=([\w$]+)\.__html/g,
    instead: '$1.textContent=$2.__html',
  },
  {
    // A second attempt begins from the page as it was.
    module: /\/@mozilla\/readability\/Readability\.js$/,
    assignment: /page\.innerHTML = pageCacheHtml;/g,
    instead: `page.replaceChildren(${parsed('pageCacheHtml')});`,
  },
  {
    // Pictures that a page shows to readers without scripts.
    module: /\/@mozilla\/readability\/Readability\.js$/,
    assignment: /tmp\.innerHTML = noscript\.innerHTML;/g,
    instead: `tmp.replaceChildren(${parsed('noscript.innerHTML')});`,
  },
];

/**
 * The code of a library's module without its assignments to `innerHTML`; null where the module has none that ships. Throws where a
 * known place is not there (once): a new version of the library wants a look.
 */
export function withoutHtmlSinks(code: string, module: string): string | null {
  // With a query it is a helper that the bundler makes beside the module, not its code.
  const path = module.replace(/\\/g, '/');
  const sinks = SINKS.filter((sink) => sink.module.test(path));
  if (sinks.length === 0) return null;
  return sinks.reduce((text, { assignment, instead }) => {
    const places = text.match(assignment)?.length ?? 0;
    if (places !== 1)
      throw new Error(`${path}: ${assignment} should stand there once, and stands there ${places} times`);
    return text.replace(assignment, instead);
  }, code);
}
