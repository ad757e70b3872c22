/** What the gallery measures in the page that it draws: room for every text, targets, outlines of what has the focus. Runs in the browser. */

/** WCAG 2.5.8; links inside a sentence are exempt, and titles of documents are such. */
const TARGET = 24;
/** Half a pixel on either side comes of rounding. */
const ROUNDING = 1;
/** WCAG 2.4.13 and 1.4.11. */
const OUTLINE_WIDTH = 2;
const OUTLINE_CONTRAST = 3;

/** Text that is nearer to the edge of its panel, page or card has lost its margin. */
const MARGIN = 8;

const FOCUSABLE = 'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex="0"]';

/** All elements of the cells, those of cards' roots too, each with the edges of its panel, page or card. */
function* elements(): Generator<{ element: HTMLElement; left: number; right: number; story: string }> {
  for (const cell of document.querySelectorAll<HTMLElement>('.cell')) {
    const story = cell.dataset.story ?? '';
    const host = [...cell.children].find((child) => child.shadowRoot);
    const root = host?.shadowRoot ?? cell;
    const edge = host?.shadowRoot?.querySelector('.card') ?? cell;
    const { left, right } = edge.getBoundingClientRect();
    for (const element of root.querySelectorAll<HTMLElement>('*'))
      if (!element.closest('.sr, svg, style')) yield { element, left, right, story };
  }
}

const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;

const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

/** Words that nobody can bring into view; what ends in an ellipsis says so itself. */
function isCut(element: HTMLElement): boolean {
  if (!element.textContent?.trim()) return false;
  const style = getComputedStyle(element);
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  const across = hides(style.overflowX) && style.textOverflow !== 'ellipsis' && scrollWidth > clientWidth + ROUNDING;
  return across || (hides(style.overflowY) && scrollHeight > clientHeight + ROUNDING);
}

/** Whether words of the element's own are drawn at the very edge. What ends in an ellipsis is longer than it is drawn. */
function touchesEdge(element: HTMLElement, left: number, right: number): boolean {
  if (getComputedStyle(element).textOverflow === 'ellipsis') return false;
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects())
      if (line.width > 1 && (line.left < left + MARGIN || line.right > right - MARGIN)) return true;
  }
  return false;
}

/** What sticks out of its cell (a row that does not wrap, a word that does not break), is cut off, or is too small to hit. */
export function room(): string[] {
  const out = new Set<string>();
  for (const { element, left, right, story } of elements()) {
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.right > right + ROUNDING) out.add(`${story}: sticks out: ${nameOf(element)}`);
    if (touchesEdge(element, left, right)) out.add(`${story}: text at the very edge: ${nameOf(element)}`);
    if (isCut(element)) out.add(`${story}: is cut off: ${nameOf(element)}`);
    if (element.matches('button, .open, label') && (box.width < TARGET || box.height < TARGET))
      out.add(`${story}: ${box.width} × ${box.height}: ${nameOf(element)}`);
  }
  return [...out];
}

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

type Rgba = [red: number, green: number, blue: number, alpha: number];

function rgbaOf(color: string): Rgba {
  if (!canvas) throw new Error('no canvas');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** WCAG's relative luminance. */
function luminance([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgba, b: Rgba): number {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The first ground behind the element that covers. */
function groundOf(element: Element): Rgba {
  for (let at: Element | null = element.parentElement; at; ) {
    const color = rgbaOf(getComputedStyle(at).backgroundColor);
    if (color[3] === 255) return color;
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return [255, 255, 255, 255];
}

/** What shows no outline, or one too thin or too pale, once it has the focus by a key. */
export function outlines(): { seen: number; problems: string[] } {
  const out = new Set<string>();
  let seen = 0;
  for (const { element, story } of elements()) {
    // What lies in a closed fold has a size, and takes no focus; neither does a picture of a card.
    if (!element.matches(FOCUSABLE) || !element.checkVisibility() || element.closest('[inert]')) continue;
    element.focus();
    if (!element.matches(':focus-visible')) {
      out.add(`${story}: takes no focus: ${nameOf(element)}`);
      continue;
    }
    seen++;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const told = `${outlineStyle} ${outlineWidth} ${outlineColor}: ${nameOf(element)}`;
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < OUTLINE_WIDTH)
      out.add(`${story}: outline ${told}`);
    else if (outlineStyle !== 'auto' && contrast(rgbaOf(outlineColor), groundOf(element)) < OUTLINE_CONTRAST)
      out.add(`${story}: a pale outline ${told}`);
  }
  return { seen, problems: [...out] };
}
