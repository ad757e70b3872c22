/** From text nodes to the text of one block, and back: whitespace folded, invisible characters left out, exact to the character. */

/** From `at` in the block's text on, characters are those of `node` from `from` on, one to one, until the next run. */
export interface Run {
  node: Text;
  from: number;
  at: number;
  /** A space that no character of the page stands for. */
  made?: true;
}

/** One text node of a block, before composing. */
export interface Piece {
  node: Text;
  /** The inline element whose start or end lies before this text, if one does. */
  edge: Element | null;
  /** A line break or something drawn (an image, a button) lies before it. */
  gap: boolean;
  /** What it stands in. */
  within: Within;
}

/** An element that holds texts. */
export interface Within {
  /** The one whose style shows or hides them. */
  element: Element;
  /** The link it stands in, or is. */
  link: Element | null;
  /** Whether its texts can be seen; null until somebody asks. */
  visible: boolean | null;
}

export interface Composed {
  text: string;
  runs: Run[];
}

/**
 * Soft hyphen, zero-width space, word joiner, byte-order mark, marks of writing direction. Joiners (U+200C, U+200D)
 * change letters and stay. Non-breaking and thin spaces stay too: in "10 000" they mean something.
 */
const INVISIBLE = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';
/**
 * All that is not copied as it stands: what is invisible, whitespace that is folded, and a space at either end of a node,
 * which may meet another. Single spaces between words, which are most, are no hit: so a node's text is gone through once
 * and copied in few pieces.
 */
const FOLDED = new RegExp(`[${INVISIBLE}]+|[\\t\\n\\f\\r ][\\t\\n\\f\\r ]+|[\\t\\n\\f\\r]|^ | $`, 'g');
const SPACE = 0x20;
const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
/** Needs no space before it, whatever stood there. */
const CLOSING = /^[.,;:!?)\]’”»%]/;

/**
 * The text of a block, trimmed, with its runs. `separates(edge)` is asked where two texts touch, letter to letter, at
 * the edge of an inline element: true when style draws them apart.
 */
export function compose(pieces: readonly Piece[], separates: (edge: Element) => boolean): Composed {
  const writer = new Writer();
  for (const { node, edge, gap } of pieces) {
    const data = node.data;
    if (data === '') continue;
    const touches = edge !== null && writer.endsInWord() && WORD_START.test(data) && !isInitial(writer);
    if ((gap && !CLOSING.test(data)) || (touches && separates(edge))) writer.gap(node);
    writeFolded(writer, node, data);
  }
  return writer.finish();
}

function writeFolded(writer: Writer, node: Text, data: string): void {
  let from = 0;
  FOLDED.lastIndex = 0;
  for (let hit = FOLDED.exec(data); hit; hit = FOLDED.exec(data)) {
    const start = hit.index;
    const end = FOLDED.lastIndex;
    if (data.charCodeAt(start) <= SPACE) {
      if (start > from) writer.copy(node, data, from, start);
      writer.space(node, start);
      from = end;
      continue;
    }
    // Spaces on either side of something invisible meet.
    const before = start > from && data.charCodeAt(start - 1) === SPACE ? start - 1 : start;
    if (before > from) writer.copy(node, data, from, before);
    if (before < start) writer.space(node, before);
    from = end;
    if (data.charCodeAt(end) !== SPACE) continue;
    writer.space(node, end);
    while (data.charCodeAt(from) === SPACE) from += 1;
    FOLDED.lastIndex = from;
  }
  if (from < data.length) writer.copy(node, data, from, data.length);
}

/** A drop cap floats, so style says it stands apart; one capital alone at the start of a block belongs to its word. */
function isInitial(writer: Writer): boolean {
  return writer.length === 1;
}

class Writer {
  #text = '';
  #runs: Run[] = [];
  /** The last run; null where nothing can continue it. */
  #last: Run | null = null;
  /** What was written last. */
  #end = '';
  /** A space is written only once a character follows: so blocks end without one. */
  #pending: Run | null = null;

  get length(): number {
    return this.#text.length;
  }

  endsInWord(): boolean {
    return this.#pending === null && WORD_END.test(this.#end);
  }

  /** Whitespace of the page. */
  space(node: Text, from: number): void {
    if (this.length > 0 && (this.#pending === null || this.#pending.made)) this.#pending = { node, from, at: 0 };
  }

  /** A space of ours, where the page has a line break or a picture. */
  gap(node: Text): void {
    if (this.length > 0) this.#pending ??= { node, from: 0, at: 0, made: true };
  }

  /** `data` is the node's. */
  copy(node: Text, data: string, from: number, to: number): void {
    const space = this.#pending;
    if (space) {
      this.#pending = null;
      if (space.made) {
        this.#runs.push({ node: space.node, from: space.from, at: this.length, made: true });
        this.#last = null;
        this.#text += ' ';
      } else this.#write(space.node, space.from, ' ');
    }
    this.#write(node, from, to - from === data.length ? data : data.slice(from, to));
  }

  finish(): Composed {
    return { text: this.#text, runs: this.#runs };
  }

  #write(node: Text, from: number, text: string): void {
    const last = this.#last;
    if (last === null || last.node !== node || last.from + (this.length - last.at) !== from) {
      this.#last = { node, from, at: this.length };
      this.#runs.push(this.#last);
    }
    this.#text += text;
    this.#end = text;
  }
}

/** Index of the run that holds a character. `offset` must lie in the text. */
export function runAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The stretches of text nodes behind `[start, end)` of a block's text, or null when the page's text is no longer what it
 * was. Nodes that lost their place in the document count as changed.
 */
export function stretches(
  composed: Composed,
  start: number,
  end: number,
): { node: Text; from: number; to: number }[] | null {
  const { text, runs } = composed;
  if (!(start >= 0 && start < end && end <= text.length)) return null;
  const found: { node: Text; from: number; to: number }[] = [];
  for (let index = runAt(runs, start), at = start; at < end; index += 1) {
    const run = runs[index]!;
    const stop = Math.min(end, runs[index + 1]?.at ?? text.length);
    const from = run.from + (at - run.at);
    const to = from + (stop - at);
    const wanted = text.slice(at, stop);
    at = stop;
    if (run.made) continue;
    if (!run.node.isConnected || !isSameText(run.node.data.slice(from, to), wanted)) return null;
    found.push({ node: run.node, from, to });
  }
  return found;
}

/** A folded space stands for any whitespace. */
function isSameText(now: string, then: string): boolean {
  return now === then || (now.length === then.length && now.replace(/[\t\n\f\r]/g, ' ') === then);
}
