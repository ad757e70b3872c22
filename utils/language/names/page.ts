/** A page's blocks as tokens with their sentences: what every step of the name finder looks at. */
import type { Block, Sentence } from '../types.ts';
import { sentenceOfTokens, type Token, tokenize } from './tokens.ts';

/** How far capitals can be trusted in a sentence. */
export type Casing = 'normal' | 'title' | 'caps';

export interface PageBlock {
  block: Block;
  text: string;
  tokens: Token[];
  /** Token → sentence, counted over the whole page. */
  sentence: Int32Array;
  /** How many tokens stand on the page before this block. */
  offset: number;
}

export interface PageTokens {
  blocks: PageBlock[];
  /** By sentence, counted over the whole page. */
  casing: Casing[];
  /** First token of each sentence, counted in its block. */
  firstToken: Int32Array;
  /** Sentence → index of its block. */
  blockOf: Int32Array;
}

/** Below this many words a sentence's capitals say nothing. */
const FEWEST_WORDS = 4;
/** The share of capitalised words, small ones apart, from which a sentence is a headline; a verb is enough to fall below. */
const TITLE_SHARE = 0.85;
const CAPS_SHARE = 0.6;
/** Shorter words in capitals may be acronyms. */
const LONGEST_ACRONYM = 3;
const NONE: ReadonlySet<string> = new Set();

function casingOf(tokens: Token[], from: number, to: number, smallWords: ReadonlySet<string>): Casing {
  let long = 0;
  let upper = 0;
  let words = 0;
  let capital = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.shape === 'other') continue;
    if (token.word.length > LONGEST_ACRONYM) {
      long++;
      if (token.shape === 'upper') upper++;
    }
    if (smallWords.has(token.lower)) continue;
    words++;
    if (token.shape !== 'lower') capital++;
  }
  if (upper >= 2 && upper / long >= CAPS_SHARE) return 'caps';
  return words >= FEWEST_WORDS && capital / words >= TITLE_SHARE ? 'title' : 'normal';
}

/**
 * Tokens and sentences of the page. `sentences` are those of the same blocks; a block without any counts as one sentence.
 */
export function readTokens(
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  smallWords: ReadonlySet<string> = NONE,
): PageTokens {
  const byBlock = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const list = byBlock.get(sentence.block);
    if (list) list.push(sentence);
    else byBlock.set(sentence.block, [sentence]);
  }
  const out: PageBlock[] = [];
  const casing: Casing[] = [];
  const firstToken: number[] = [];
  const blockOf: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    const tokens = tokenize(block.text);
    const own = byBlock.get(block.id) ?? [];
    const local = sentenceOfTokens(tokens, own);
    const base = firstToken.length;
    const count = Math.max(own.length, 1);
    for (let s = 0, from = 0; s < count; s++) {
      let to = from;
      while (to < tokens.length && local[to] === s) to++;
      firstToken.push(from);
      blockOf.push(out.length);
      casing.push(casingOf(tokens, from, to, smallWords));
      from = to;
    }
    out.push({ block, text: block.text, tokens, sentence: local.map((s) => s + base), offset });
    offset += tokens.length;
  }
  return { blocks: out, casing, firstToken: Int32Array.from(firstToken), blockOf: Int32Array.from(blockOf) };
}

/** The text between two neighbouring tokens, or null at the ends. A possessive ending counts as part of the word. */
export function gapBefore(page: PageBlock, i: number): string | null {
  if (i <= 0 || i >= page.tokens.length) return null;
  const before = page.tokens[i - 1]!;
  const gap = page.text.slice(before.end, page.tokens[i]!.start);
  return before.possessive ? gap.replace(/^['\u2019\u02BC\u2018\u0060\u00B4\u2032]\p{L}*/u, '') : gap;
}
