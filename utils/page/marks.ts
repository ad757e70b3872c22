/**
 * Marks on the page, by the CSS Custom Highlight API: the page's nodes stay as they are. All that is added is one
 * `<style>` in the document and in each open shadow root that holds a mark.
 *
 * In Firefox a content script sees `CSS.highlights` and `Highlight` through Xrays: iterating either throws. So the list
 * of ranges is our own, and highlights are only ever set, filled and deleted.
 */
import { type AddedCss, addCss } from './add-css.ts';
import { groundsOnce } from './ground.ts';
import type { MarkPlan, MarkStyle, MarkSubject } from './mark-choice.ts';
import { markCss, type PaintRule, type PaintStyle, PRIORITY, randomName, type Tone, toneFor } from './mark-styles.ts';
import { rangeOver, type Stretch, type TextMap } from './textmap.ts';
import { touches, visibleArea } from './words-place.ts';

/** A mark that is on the page. */
export interface Mark {
  key: string;
  style: MarkStyle;
  subject: MarkSubject;
  range: Range;
  stretches: Stretch[];
  root: Document | ShadowRoot;
}

const PAINTS: PaintStyle[] = ['conflict', 'tension', 'agree', 'name', 'flash'];
const TONES: Tone[] = ['dark-text', 'light-text', 'own-colour'];

/** The way back from the plans to the page. Plans whose text is no longer there are left out. */
export function locateMarks(plans: readonly MarkPlan[], map: TextMap): Mark[] {
  return plans.flatMap(({ key, place, style, subject }) => {
    const stretches = map.stretchesOf(place);
    const range = rangeOver(stretches);
    return range && stretches ? [{ key, style, subject, range, stretches, root: rootOf(range) }] : [];
  });
}

/** Where only marks near the window are painted, so many of its heights above and below count as near… */
const NEAR_HEIGHTS = 0.5;
/** …and so often it is looked at what has come near without any scrolling. */
const LOOK_AGAIN_MS = 1_000;

export class MarkLayer {
  readonly #rules: PaintRule[] = TONES.flatMap((tone) => PAINTS.map((style) => ({ style, tone, name: randomName() })));
  readonly #styles = new Map<Document | ShadowRoot, AddedCss>();
  readonly #painted = new Map<string, Highlight>();
  #marks: readonly Mark[] = [];
  readonly #byNode = new Map<Text, Mark[]>();
  /** Ends with the time in which only what is near the window is painted. */
  #near: AbortController | null = null;
  /** What is painted of the marks, and by which rule. */
  #shown: readonly Mark[] = [];
  readonly #ranges = new Map<PaintRule, Range[]>();

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#near?.abort(), { once: true });
    signal.addEventListener('abort', () => this.clear(), { once: true });
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** The marks that touch a text node. */
  touching(node: Text): readonly Mark[] {
    return this.#byNode.get(node) ?? [];
  }

  /** Replaces all marks. */
  draw(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#byNode.clear();
    indexByNode(marks, this.#byNode);
    this.#paint(this.#near ? marks.filter(nearWindow()) : marks);
  }

  /**
   * Whether to paint only what is near the window. The browser finds the place of each painted range anew in every frame in which the
   * page has changed: on a page that changes all the time a hundred marks take more than all that the page does itself.
   */
  onlyNear(on: boolean): void {
    if (on === (this.#near !== null)) return;
    this.#near?.abort();
    this.#near = on ? new AbortController() : null;
    if (this.#near) followWindow(() => this.#follow(), this.#near.signal);
    this.draw(this.#marks);
  }

  /** More marks beside those that are there. */
  add(marks: readonly Mark[]): void {
    this.#marks = [...this.#marks, ...marks];
    indexByNode(marks, this.#byNode);
    const more = this.#near ? marks.filter(nearWindow()) : marks;
    this.#shown = [...this.#shown, ...more];
    const touched = this.#sort(more);
    for (const [rule, ranges] of this.#ranges) if (touched.has(rule)) this.#set(rule, ranges);
  }

  #follow(): void {
    const shown = this.#marks.filter(nearWindow());
    if (shown.length !== this.#shown.length || shown.some((mark, i) => mark !== this.#shown[i])) this.#paint(shown);
  }

  #paint(marks: readonly Mark[]): void {
    this.#shown = marks;
    this.#ranges.clear();
    this.#sort(marks);
    this.#unpaint((rule) => rule.style !== 'flash' && !this.#ranges.has(rule));
    // A highlight that takes the place of another is painted once, and one range added to it at a time once for each.
    for (const [rule, ranges] of this.#ranges) this.#set(rule, ranges);
  }

  /** Puts the marks' ranges to those of their rules, which are given. Adds style sheets where there is none yet. */
  #sort(marks: readonly Mark[]): Set<PaintRule> {
    // All colours are asked for before anything is added: each question after that would have the page's styles made anew.
    const toneOf = tonesOnce();
    const withNames = !looksSelected();
    const touched = new Set<PaintRule>();
    for (const { range, style } of marks) {
      if (style === 'name' && !withNames) continue;
      const rule = this.#ruleOf(style, toneOf(range, style));
      touched.add(rule);
      const list = this.#ranges.get(rule);
      if (list) list.push(range);
      else this.#ranges.set(rule, [range]);
    }
    for (const { root, style } of marks) if (withNames || style !== 'name') this.#addStyle(root);
    return touched;
  }

  /** Paints the same marks again, after the page changed its colours. */
  redraw(): void {
    this.draw(this.#marks);
  }

  /** Paints one range; the tone follows the colour of its text. */
  paint(range: Range, style: PaintStyle): void {
    const rule = this.#ruleOf(style, tonesOnce()(range, style));
    this.#addStyle(rootOf(range));
    const highlight = this.#painted.get(rule.name);
    if (highlight) highlight.add(range);
    else this.#set(rule, [range]);
  }

  unpaint(style: PaintStyle): void {
    this.#unpaint((rule) => rule.style === style);
  }

  /**
   * Takes the marks away and leaves the style sheets for those to come: each sheet that goes or comes has the styles of
   * the whole page made anew, seconds on a page of hundreds of thousands of nodes.
   */
  wipe(): void {
    this.#unpaint(() => true);
    this.#marks = this.#shown = [];
    this.#ranges.clear();
    this.#byNode.clear();
  }

  /** Takes everything away: ranges, highlights, style elements. */
  clear(): void {
    this.wipe();
    for (const style of this.#styles.values()) style.remove();
    this.#styles.clear();
  }

  #unpaint(which: (rule: PaintRule) => boolean): void {
    for (const rule of this.#rules) {
      if (!which(rule) || !this.#painted.delete(rule.name)) continue;
      CSS.highlights.delete(rule.name);
    }
  }

  #ruleOf(style: PaintStyle, tone: Tone): PaintRule {
    return this.#rules.find((candidate) => candidate.style === style && candidate.tone === tone)!;
  }

  #set(rule: PaintRule, ranges: readonly Range[]): void {
    const made = new Highlight();
    for (const range of ranges) made.add(range);
    made.priority = PRIORITY[rule.style];
    this.#painted.set(rule.name, made);
    CSS.highlights.set(rule.name, made);
  }

  #addStyle(root: Document | ShadowRoot): void {
    if (this.#styles.get(root)?.isThere) return;
    // In a shadow root `:root` is nothing.
    const at = root.nodeType === Node.DOCUMENT_NODE && !isFirefox() ? ':root' : '*';
    this.#styles.set(root, addCss(root, markCss(this.#rules, at)));
  }
}

function nearWindow(): (mark: Mark) => boolean {
  const view = visibleArea(window);
  const more = (view.bottom - view.top) * NEAR_HEIGHTS;
  const near = { ...view, top: view.top - more, bottom: view.bottom + more };
  return ({ range }) => touches(range.getBoundingClientRect(), near);
}

/** Calls back in a frame after something scrolled, and every second; never in a hidden tab, which has no frames. */
function followWindow(look: () => void, signal: AbortSignal): void {
  let asked = false;
  const soon = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) look();
    });
  };
  window.addEventListener('scroll', soon, { signal, passive: true, capture: true });
  window.addEventListener('resize', soon, { signal, passive: true });
  const timer = setInterval(soon, LOOK_AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

function rootOf(range: Range): Document | ShadowRoot {
  return range.startContainer.getRootNode() as Document | ShadowRoot;
}

/**
 * In forced colours Chromium paints every highlight like selected text, whatever its rule says (tried on 156): half a page of names
 * would look selected. Their cards open all the same.
 */
function looksSelected(): boolean {
  return matchMedia('(forced-colors: active)').matches && !isFirefox();
}

/** There a highlight has the style that is said of the very element; elsewhere it has that of the element's parent, too. */
const isFirefox = (): boolean => CSS.supports('-moz-appearance', 'none');

/** For one pass: many marks stand in the same elements, and these in the same ones; each is asked once. */
function tonesOnce(): (range: Range, style: PaintStyle) => Tone {
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    let style = styles.get(element);
    if (!style) {
      style = getComputedStyle(element);
      styles.set(element, style);
    }
    return style;
  };
  const groundOf = groundsOnce(styleOf);
  const fills = new Map<Element, string>();
  return ({ startContainer }, style) => {
    const element = startContainer.parentElement ?? (startContainer.getRootNode() as ShadowRoot).host;
    if (!element) return 'dark-text';
    let fill = fills.get(element);
    if (fill === undefined) {
      fill = fillOf(styleOf(element));
      fills.set(element, fill);
    }
    return toneFor(style, fill, (canvas) => groundOf(element, canvas));
  };
}

/** What letters are filled with: a property of its own, which is the text's colour where a page does not set it. */
const fillOf = (style: CSSStyleDeclaration): string => style.webkitTextFillColor || style.color;

function indexByNode(marks: readonly Mark[], index: Map<Text, Mark[]>): void {
  for (const mark of marks)
    for (const { node } of mark.stretches) {
      const list = index.get(node);
      if (!list) index.set(node, [mark]);
      else if (list.at(-1) !== mark) list.push(mark);
    }
}
