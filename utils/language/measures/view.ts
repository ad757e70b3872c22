/** A page's blocks with all that the classifier looks at, found once. */
import type { CueBook, CueHit } from '../cues.ts';
import { type Token, tokenAt, tokenize } from '../tokens.ts';
import type { Mention, PlacedQuantity, Reading, Sentence, Span } from '../types.ts';

export interface BlockView {
  text: string;
  tokens: Token[];
  hits: Map<number, CueHit[]>;
  sentences: Sentence[];
  quantities: PlacedQuantity[];
  /** Token ranges of the quantities, in their order. */
  ranges: [number, number][];
  mentions: Mention[];
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

/** Views of the blocks that hold a quantity. */
export function viewBlocks(reading: Reading, book: CueBook): Map<number, BlockView> {
  const sentences = byBlock(reading.sentences);
  const mentions = byBlock(reading.mentions);
  const quantities = byBlock(reading.quantities);
  const views = new Map<number, BlockView>();
  for (const block of reading.blocks) {
    const inBlock = quantities.get(block.id);
    if (!inBlock) continue;
    const tokens = tokenize(block.text);
    views.set(block.id, {
      text: block.text,
      tokens,
      hits: book.find(tokens),
      sentences: sentences.get(block.id) ?? [],
      quantities: inBlock,
      ranges: inBlock.map((q) => tokenRange(q, tokens)),
      mentions: mentions.get(block.id) ?? [],
    });
  }
  return views;
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
  const [from, to] = view.ranges[view.quantities.indexOf(quantity)]!;
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
