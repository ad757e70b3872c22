/**
 * The text of a page as blocks, and the way back from places in blocks to ranges in the page.
 *
 * Two passes: `collect` walks the nodes and asks for no style, `mapText` asks what can be seen and puts the texts together.
 * Both work in slices. The page may change
 * between slices: a subtree that is taken out while we stand in it is left early, and `changes.ts` brings us back.
 */
import type { Block, Place } from '../language/types.ts';
import { type Composed, compose, type Piece, stretches, type Within } from './compose.ts';
import type { SliceClock } from './slices.ts';
import { isEditor, type Zone, zoneOf } from './zones.ts';

/** More than any article or long live blog; what lies beyond is not read. Also bounds the message to the background. */
export const MAX_CHARACTERS = 200_000;
/** A page of nothing but tiny nodes ends here. */
const MAX_NODES = 400_000;
/** How many nodes between two looks at the clock. */
const CLOCK_EVERY = 64;
/** As constants: looking them up on `Node` costs as much as reading the node. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
/** Text without two letters or digits is no text: bullets, "|", "·". */
const TWO_LETTERS = /[\p{L}\p{N}].*?[\p{L}\p{N}]/su;
/** A block that is one link and at least this long is another article's headline. */
const TEASER_WORDS = 5;
/** What may stand before such a link: a few words and a colon or another sign. */
const TEASER_LABEL = /^.{0,24}[:|›»>•·–—-]$/su;

/** A block before its text is put together. */
export interface RawBlock {
  kind: Block['kind'];
  section: number;
  pieces: Piece[];
}

export interface Collected {
  blocks: RawBlock[];
  /** Open shadow roots that hold text we read. */
  roots: ShadowRoot[];
  /** The page holds more than is read. */
  truncated: boolean;
}

/** A stretch of one text node. */
export interface Stretch {
  node: Text;
  from: number;
  to: number;
}

export interface TextMap {
  blocks: Block[];
  roots: ShadowRoot[];
  truncated: boolean;
  /** Some of the text cannot be seen now: a click may bring it up. */
  hides: boolean;
  /** The range that a place covers, or null when the page no longer holds that text there. */
  rangeOf(place: Place): Range | null;
  /** The same as stretches of text nodes, in order. */
  stretchesOf(place: Place): Stretch[] | null;
}

interface Frame extends Within {
  next: Node | null;
  /** Nodes that do not hang together as siblings: those assigned to a slot. */
  list: readonly Node[] | null;
  index: number;
  block: boolean;
  kind: Block['kind'];
  inArticle: boolean;
}

/** First pass: the text nodes of every block below `start`, in the order in which they are drawn. No style is asked for. */
export async function collect(start: Element, clock: SliceClock): Promise<Collected> {
  const walk = new Walk();
  if (!isEditor(start.ownerDocument)) {
    walk.open(start, start.localName, { skip: false, gap: false, block: true, kind: null });
    for (let count = CLOCK_EVERY; walk.go(CLOCK_EVERY); count += CLOCK_EVERY) {
      if (count >= MAX_NODES) {
        walk.truncated = true;
        break;
      }
      if (clock.due()) await clock.pause();
    }
  }
  walk.flush();
  return { blocks: walk.blocks, roots: walk.roots, truncated: walk.truncated };
}

/** Second pass: what can be seen of the collected text, as blocks with a way back. */
export async function mapText(collected: Collected, clock: SliceClock): Promise<TextMap> {
  const blocks: Block[] = [];
  const composed: Composed[] = [];
  let hides = false;
  for (const raw of collected.blocks) {
    if (clock.due()) await clock.pause();
    const pieces = raw.pieces.every(isVisible) ? raw.pieces : raw.pieces.filter(isVisible);
    hides ||= pieces.length < raw.pieces.length;
    if (pieces.length === 0) continue;
    const made = compose(pieces, isDrawnApart);
    if (!TWO_LETTERS.test(made.text)) continue;
    if (isTeaser(raw, pieces, made.text)) continue;
    blocks.push({ id: blocks.length, text: made.text, kind: raw.kind, section: raw.section });
    composed.push(made);
  }
  const stretchesOf = (place: Place): Stretch[] | null => {
    const made = composed[place.block];
    return made ? stretches(made, place.start, place.end) : null;
  };
  return {
    blocks,
    roots: collected.roots,
    truncated: collected.truncated,
    hides,
    stretchesOf,
    rangeOf: (place) => rangeOver(stretchesOf(place)),
  };
}

/** One range from the first stretch to the last; null where they lie in different trees. */
export function rangeOver(found: Stretch[] | null): Range | null {
  const first = found?.[0];
  const last = found?.at(-1);
  if (!first || !last) return null;
  if (first.node !== last.node && first.node.getRootNode() !== last.node.getRootNode()) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(last.node, last.to);
  return range;
}

class Walk {
  readonly blocks: RawBlock[] = [];
  readonly roots: ShadowRoot[] = [];
  truncated = false;
  #stack: Frame[] = [];
  #pieces: Piece[] = [];
  #kind: Block['kind'] = 'paragraph';
  #section = 0;
  #characters = 0;
  #edge: Element | null = null;
  #gap = false;
  #breaks = 0;

  /** So many steps further, a node or the end of an element each. False at the end, and once there is more text than is read. */
  go(steps: number): boolean {
    const stack = this.#stack;
    for (let left = steps; left > 0; left -= 1) {
      const frame = stack[stack.length - 1];
      if (!frame || this.truncated) return false;
      const node = frame.next;
      if (node === null) {
        this.#close(frame);
        continue;
      }
      frame.next = frame.list ? (frame.list[++frame.index] ?? null) : node.nextSibling;
      const type = node.nodeType;
      if (type === TEXT_NODE) this.#text(node as Text, frame);
      else if (type === ELEMENT_NODE) this.#enter(node as Element, frame);
    }
    return true;
  }

  #text(node: Text, frame: Frame): void {
    const { data } = node;
    if (data === '') return;
    const blank = isBlank(data);
    if (this.#pieces.length === 0 && blank) return;
    if (!blank) this.#breaks = 0;
    if (this.#pieces.length === 0) this.#kind = frame.kind;
    this.#pieces.push({ node, edge: this.#edge, gap: this.#gap, within: frame.list ? withinHost(node, frame) : frame });
    this.#edge = null;
    this.#gap = false;
    this.#characters += data.length;
    if (this.#characters > MAX_CHARACTERS) this.truncated = true;
  }

  #enter(element: Element, frame: Frame): void {
    const tag = element.localName;
    if (tag === 'br') {
      this.#gap = true;
      this.#breaks += 1;
      // Two line breaks are how old pages write paragraphs.
      if (this.#breaks >= 2) this.flush();
      return;
    }
    if (tag === 'wbr') return;
    const zone = zoneOf(element, tag, frame.inArticle);
    if (zone.skip) this.#gap ||= zone.gap;
    else this.open(element, tag, zone, frame);
  }

  open(element: Element, tag: string, zone: Zone, parent?: Frame): void {
    if (zone.block) this.flush();
    else this.#edge = element;
    if (zone.kind === 'heading') this.#section += 1;
    const root = element.shadowRoot;
    if (root) this.roots.push(root);
    const assigned = tag === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
    const list = assigned.length > 0 ? assigned : null;
    this.#stack.push({
      next: list ? list[0]! : root ? root.firstChild : element.firstChild,
      list,
      index: 0,
      element,
      block: zone.block,
      kind: zone.kind ?? parent?.kind ?? 'paragraph',
      link: tag === 'a' && element.hasAttribute('href') ? element : (parent?.link ?? null),
      visible: null,
      inArticle: parent?.inArticle === true || tag === 'article' || tag === 'main',
    });
  }

  #close(frame: Frame): void {
    this.#stack.pop();
    if (frame.block) this.flush();
    else this.#edge = frame.element;
  }

  /** Ends the block. */
  flush(): void {
    if (this.#pieces.length > 0) this.blocks.push({ kind: this.#kind, section: this.#section, pieces: this.#pieces });
    this.#pieces = [];
    this.#edge = null;
    this.#gap = false;
    this.#breaks = 0;
  }
}

/** Most texts begin with a letter, or with a space and a letter: that is seen without making another string. */
function isBlank(text: string): boolean {
  return text.charCodeAt(0) > 0x20 && text.charCodeAt(0) < 0x7f ? false : text.length < 200 && text.trim() === '';
}

/** A text that is assigned to a slot is a child of the slot's host, and looks as that does. */
function withinHost(node: Text, slot: Frame): Within {
  return { element: node.parentElement ?? slot.element, link: slot.link, visible: null };
}

const ASKED = { visibilityProperty: true };

/**
 * Whether a text can be seen: by the element that it stands in, asked once for all its texts. Transparent elements count as visible:
 * pages fade their text in.
 */
function isVisible({ node, within }: Piece): boolean {
  if (!node.isConnected) return false;
  within.visible ??= within.element.checkVisibility(ASKED);
  return within.visible;
}

/** Two texts touch at this element's edge in the source; does style draw them apart? Asked rarely. */
function isDrawnApart(edge: Element): boolean {
  const style = edge.ownerDocument.defaultView?.getComputedStyle(edge);
  return style !== undefined && style.display !== 'inline' && style.display !== 'contents' && style.display !== '';
}

/**
 * A headline of another article: one link around all of a longer text, or all but a label ("More on this:"). Table cells
 * are data and stay.
 */
function isTeaser(raw: RawBlock, pieces: readonly Piece[], text: string): boolean {
  const link = pieces.find(({ within }) => within.link)?.within.link;
  if (!link || raw.kind === 'cell' || text.split(' ').length < TEASER_WORDS) return false;
  const rest = pieces
    .filter(({ within }) => within.link !== link)
    .map((piece) => piece.node.data)
    .join('')
    .trim();
  return (rest === '' || TEASER_LABEL.test(rest)) && !leadsHere(link as HTMLAnchorElement);
}

/** A heading that links to itself, a live blog's post that links to its own anchor. */
function leadsHere(link: HTMLAnchorElement): boolean {
  const here = link.ownerDocument.location;
  return link.hostname === here.hostname && link.pathname === here.pathname;
}
