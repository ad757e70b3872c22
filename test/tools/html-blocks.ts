/** An HTML file as the reader would send it, for the command line: a plain walk without layout. */
import { parseHTML } from 'linkedom';
import type { PageText } from '../../utils/extension/protocol.ts';
import type { Block } from '../../utils/language/types.ts';

const SKIP = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE CODE PRE KBD SAMP TEXTAREA INPUT SELECT BUTTON NAV MENU FORM SVG MATH IFRAME OBJECT VIDEO AUDIO CANVAS HEAD FOOTER'.split(
    ' ',
  ),
);
const KIND: Record<string, Block['kind']> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'item',
  DT: 'item',
  DD: 'item',
  TD: 'cell',
  TH: 'cell',
  CAPTION: 'caption',
  FIGCAPTION: 'caption',
  BLOCKQUOTE: 'quote',
};
const BLOCK =
  /^(P|DIV|SECTION|ARTICLE|MAIN|HEADER|ASIDE|UL|OL|DL|TABLE|TR|TBODY|THEAD|FIGURE|BODY|ADDRESS|DETAILS|SUMMARY|HR)$/;

/** Text, title, date candidates and language of an HTML document. Never throws on what the HTML holds. */
export function blocksOfHtml(html: string, url = ''): PageText {
  // The parser makes no <html> and <body> where a page leaves them out, as HTML allows.
  const whole =
    /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)
      ? html
      : `<html><body>${html.replace(/<\/?(!doctype|html|head|body)[^>]*>/gi, '')}</body></html>`;
  const { document } = parseHTML(whole);
  const blocks: Block[] = [];
  let section = 0;
  let text = '';
  const flush = (kind: Block['kind']) => {
    const line = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (!line) return;
    if (kind === 'heading') section++;
    blocks.push({ id: blocks.length, text: line, kind, section });
  };
  const walk = (node: Node, kind: Block['kind']): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.textContent ?? '';
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      const name = element.tagName.toUpperCase();
      if (SKIP.has(name) || element.hasAttribute('hidden') || element.getAttribute('contenteditable') === 'true')
        continue;
      if (name === 'BR') {
        text += ' ';
        continue;
      }
      const own = KIND[name];
      if (own || BLOCK.test(name)) {
        flush(kind);
        walk(element, own ?? 'paragraph');
        flush(own ?? 'paragraph');
      } else walk(element, kind);
    }
  };
  if (document.body) walk(document.body, 'paragraph');
  flush('paragraph');

  const dates: PageText['dates'] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const value = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(script.textContent ?? '')?.[1];
    if (value) dates.push({ source: 'json-ld', value });
  }
  const meta = document
    .querySelector('meta[property="article:published_time"], meta[name="date"], meta[itemprop="datePublished"]')
    ?.getAttribute('content');
  if (meta) dates.push({ source: 'meta', value: meta });
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  if (time) dates.push({ source: 'time', value: time });
  const address = url || (document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '');
  if (address) dates.push({ source: 'url', value: address });
  return {
    url: address,
    dates,
    language: document.documentElement?.getAttribute('lang') || 'en',
    title: document.querySelector('title')?.textContent?.trim() ?? '',
    blocks,
  };
}
