/** A page's blocks with all that the classifier looks at, found once. */
import type { CueBook, CueHit } from '../cues.ts';
import { type Token, tokenAt, tokenize } from '../tokens.ts';
import type { Block, Mention, PlacedQuantity, Reading, Sentence, Span } from '../types.ts';

/** A paragraph, or a stretch of one that is far longer than paragraphs are. */
export interface BlockView {
  /** The whole block's text; all offsets are into it. */
  text: string;
  tokens: Token[];
  hits: Map<number, CueHit[]>;
  sentences: Sentence[];
  quantities: PlacedQuantity[];
  /** Token ranges of the quantities. */
  ranges: Map<PlacedQuantity, [number, number]>;
  /** "26 of the 35": part → whole, and back. */
  wholes: Map<PlacedQuantity, PlacedQuantity>;
  partsOfWholes: Map<PlacedQuantity, PlacedQuantity>;
  mentions: Mention[];
  /** Sets of cues that the paragraph before holds, where one is short: news goes on about its subject over paragraphs. */
  before: () => ReadonlySet<number>;
}

/** Where a figure stands: its tokens, sentence, clause, and the sentences beside. */
export interface Spot {
  from: number;
  to: number;
  sentence: Sentence;
  clause: Span;
  /** From the start of the sentence before to the end of the one after. */
  neighbours: Span;
}

function byBlock<T extends { block: number }>(list: readonly T[]): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const one of list) {
    const known = map.get(one.block);
    if (known) known.push(one);
    else map.set(one.block, [one]);
  }
  return map;
}

/**
 * Everything in a paragraph is compared with everything else in it, so one that never ends (a page whose markup is broken, or
 * made to hurt) is taken in stretches: whole sentences up to so many characters, the longest paragraphs that news prints.
 */
const LONGEST_PARAGRAPH = 2_500;
/** No prose has so many figures in a paragraph; tables run together do, and every figure is compared with every other. */
const MOST_FIGURES = 80;

/** The view that each quantity stands in. */
export function viewBlocks(reading: Reading, book: CueBook): Map<PlacedQuantity, BlockView> {
  const sentences = byBlock(reading.sentences);
  const mentions = byBlock(reading.mentions);
  const quantities = byBlock(reading.quantities);
  const views = new Map<PlacedQuantity, BlockView>();
  for (const [i, block] of reading.blocks.entries()) {
    const inBlock = quantities.get(block.id);
    if (!inBlock) continue;
    const before = cuesOf(reading.blocks[i - 1], book);
    const all = {
      sentences: sentences.get(block.id) ?? [],
      mentions: mentions.get(block.id) ?? [],
      quantities: inBlock,
    };
    for (const stretch of stretchesOf(block.text, all.sentences, inBlock)) {
      const view = viewStretch(block.text, stretch, { ...all, before }, book);
      for (const quantity of view?.quantities ?? []) views.set(quantity, view!);
    }
  }
  return views;
}

/** Longer paragraphs have several subjects. */
const SHORT_PARAGRAPH = 600;
const NO_CUES: ReadonlySet<number> = new Set();

/** The cues of a short paragraph, found when they are first asked for. */
function cuesOf(block: Block | undefined, book: CueBook): () => ReadonlySet<number> {
  let found: ReadonlySet<number> | null = null;
  return () => {
    found ??= block && block.text.length <= SHORT_PARAGRAPH ? new Set(book.find(tokenize(block.text)).keys()) : NO_CUES;
    return found;
  };
}

/** The block whole, or in stretches that end with a sentence; a "sentence" that is longer is cut between its figures. */
function stretchesOf(text: string, sentences: readonly Sentence[], quantities: readonly PlacedQuantity[]): Span[] {
  if (text.length <= LONGEST_PARAGRAPH && quantities.length <= MOST_FIGURES) return [{ start: 0, end: text.length }];
  const stretches: Span[] = [];
  let start = 0;
  let figures = 0;
  const cut = (at: number): void => {
    if (at > start) stretches.push({ start, end: at });
    start = Math.max(start, at);
    figures = 0;
  };
  const reach = (to: number): void => {
    while (to - start > LONGEST_PARAGRAPH) cut(start + LONGEST_PARAGRAPH);
  };
  let next = 0;
  for (const sentence of sentences) {
    if (sentence.end - start > LONGEST_PARAGRAPH) cut(sentence.start);
    for (; next < quantities.length && quantities[next]!.start < sentence.end; next++) {
      const quantity = quantities[next]!;
      reach(quantity.start);
      if (quantity.end - start > LONGEST_PARAGRAPH || figures >= MOST_FIGURES) cut(quantity.start);
      figures++;
    }
    reach(sentence.end);
  }
  cut(text.length);
  return stretches;
}

/** Index of the first of an ordered list for which `isPast` holds, as it then does for all behind it (binary search). */
export function firstWhere<T>(list: readonly T[], isPast: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const beginningIn = <T extends Span>(list: readonly T[], { start, end }: Span): T[] =>
  list.slice(
    firstWhere(list, (one) => one.start >= start),
    firstWhere(list, (one) => one.start >= end),
  );

/** Those that reach into the stretch, cut to it. */
const within = <T extends Span>(list: readonly T[], { start, end }: Span): T[] =>
  list
    .slice(
      firstWhere(list, (one) => one.end > start),
      firstWhere(list, (one) => one.start >= end),
    )
    .map((one) =>
      one.start >= start && one.end <= end
        ? one
        : { ...one, start: Math.max(one.start, start), end: Math.min(one.end, end) },
    );

/** Sentences that reach beyond the stretch keep what lies in it. */
const sentencesWithin = (sentences: readonly Sentence[], stretch: Span): Sentence[] =>
  within(sentences, stretch).map((sentence) => {
    const last = sentence.clauses.at(-1);
    const whole = sentence.clauses[0]?.start === sentence.start && last?.end === sentence.end;
    return whole ? sentence : { ...sentence, clauses: within(sentence.clauses, stretch) };
  });

function wholesOf(quantities: readonly PlacedQuantity[]): Map<PlacedQuantity, PlacedQuantity> {
  const wholes = new Map<PlacedQuantity, PlacedQuantity>();
  for (const part of quantities) {
    const { partOf } = part;
    const whole = partOf && quantities.find((q) => q !== part && q.start < partOf.end && partOf.start < q.end);
    if (whole) wholes.set(part, whole);
  }
  return wholes;
}

function viewStretch(
  text: string,
  stretch: Span,
  all: Pick<BlockView, 'sentences' | 'quantities' | 'mentions' | 'before'>,
  book: CueBook,
): BlockView | null {
  const quantities = beginningIn(all.quantities, stretch);
  if (quantities.length === 0) return null;
  const tokens = tokenize(text.slice(stretch.start, stretch.end));
  if (stretch.start > 0)
    for (const token of tokens) {
      token.start += stretch.start;
      token.end += stretch.start;
    }
  const wholes = wholesOf(quantities);
  return {
    text,
    tokens,
    hits: book.find(tokens),
    sentences: sentencesWithin(all.sentences, stretch),
    quantities,
    ranges: new Map(quantities.map((q) => [q, tokenRange(q, tokens)])),
    wholes,
    partsOfWholes: new Map([...wholes].map(([part, whole]) => [whole, part])),
    mentions: beginningIn(all.mentions, stretch),
    before: all.before,
  };
}

function tokenRange(span: Span, tokens: readonly Token[]): [number, number] {
  const from = tokenAt(tokens, span.start);
  return [from, Math.max(from + 1, tokenAt(tokens, span.end - 1) + 1)];
}

/** A clause that ends so introduces the next one as its label: "On the screens: …", "64,000: the force …". */
const LABEL_END = /:\s*$/u;
/** A dash does so only after a few words that open the sentence ("Strength — …"): elsewhere it sets an aside apart. */
const DASH_LABEL_END = /[–—]\s*$/u;
const LABEL_WORDS = 5;

/** The figure's clause, joined with what labels it or what it labels. */
function clauseAt(view: BlockView, sentence: Sentence, quantity: PlacedQuantity): Span {
  const { clauses } = sentence;
  const own = clauses.findIndex((c) => quantity.core.start >= c.start && quantity.core.start < c.end);
  if (own < 0) return sentence;
  const labels = (index: number) => {
    const text = view.text.slice(clauses[index]!.start, clauses[index]!.end);
    if (LABEL_END.test(text)) return true;
    return index === 0 && DASH_LABEL_END.test(text) && text.split(/\s+/).length <= LABEL_WORDS + 1;
  };
  const first = own > 0 && labels(own - 1) ? own - 1 : own;
  const last = own < clauses.length - 1 && labels(own) ? own + 1 : own;
  return { start: clauses[first]!.start, end: clauses[last]!.end };
}

/** An answer speaks of what was asked: "Who belongs to it? Thirty-eight states." */
function withQuestion(sentences: readonly Sentence[], index: number): Sentence {
  const own = sentences[index]!;
  const asked = sentences[index - 1];
  return asked?.question && !own.question ? { ...own, start: asked.start } : own;
}

/** Null where the quantity stands in no sentence. */
export function spotOf(view: BlockView, quantity: PlacedQuantity): Spot | null {
  const index = view.sentences.findIndex((s) => quantity.start >= s.start && quantity.start < s.end);
  const own = view.sentences[index];
  if (!own) return null;
  const sentence = withQuestion(view.sentences, index);
  const [from, to] = view.ranges.get(quantity)!;
  return {
    from,
    to,
    sentence,
    clause: clauseAt(view, own, quantity),
    neighbours: {
      start: (view.sentences[index - 1] ?? sentence).start,
      end: (view.sentences[index + 1] ?? sentence).end,
    },
  };
}
