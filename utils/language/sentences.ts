/**
 * Cuts a block into sentences, and sentences into clauses. Clauses decide which cue words belong to which number, so a
 * list ("troops, ships and planes") stays in one piece and a contrast ("26 pledged, while 35 belong") does not.
 * The words are a language's; only the punctuation is here.
 */
import type { Block, Sentence, Span } from './types.ts';

/** What the splitter must know of a language. All words in lower case, without a final full stop. */
export interface SentenceWords {
  /** Never end a sentence: "mr", "gen". */
  abbreviations: ReadonlySet<string>;
  /** Do not end a sentence where a digit follows: "no", "sept", "p". */
  beforeNumber: ReadonlySet<string>;
  /** Start sentences rather than names: after "U.S." or "p.m." only these (capitalised) begin a new one. */
  openers: ReadonlySet<string>;
  /** Start a clause wherever they stand: "while", "but". */
  joints: ReadonlySet<string>;
  /** Belong to the joint behind them: "even" though. */
  intensifiers: ReadonlySet<string>;
  /** Start a clause after a comma: "who", "which", "with". */
  jointsAfterComma: ReadonlySet<string>;
  /** Start a clause where a clause follows, not a noun of a list: "and", "or". */
  additions: ReadonlySet<string>;
  /** After an addition they open a clause of its own: "he", "there". */
  subjects: ReadonlySet<string>;
  /** Finite verbs that are safe to know by their form: "is", "will", "said". */
  verbs: ReadonlySet<string>;
}

/** Longer gaps between an addition and its verb are too uncertain to cut at. */
const WORDS_TO_VERB = 4;
/** What stands between the commas of a list is rarely longer. */
const WORDS_IN_LIST_ITEM = 3;
/** Longer words before a full stop are no abbreviation; bounds the look back. */
const LONGEST_ABBREVIATION = 24;

// The look-behind lets a long run of dots be tried once, not once for each dot.
const TERMINATOR = /(?<![.!?…。])[.!?…。]+["'”’»›)\]]*(?=\s|$)|\n[^\S\n]*\n|(?<=\s)[•|●▪](?=\s)/gu;
const INITIALS = /^(?:\p{L}\.)+$/u;
const OPENING = /^["'“‘«‹„([¿¡\-–—•*\s]*/u;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;

/** The words before a full stop, back to a space or an opening mark: "U.S", "(Sept". */
function wordBefore(text: string, stop: number): string {
  let from = stop;
  while (from > 0 && stop - from < LONGEST_ABBREVIATION && !/[\s"“‘«‹„([\u2013\u2014/]/u.test(text[from - 1]!)) from--;
  return text.slice(from, stop);
}

/** Whether the sentence goes on although `mark` (with its closing quotes) stands at `at`. `rest` starts after it. */
function goesOn(
  text: string,
  at: number,
  mark: string,
  after: number,
  blockStart: number,
  words: SentenceWords,
): boolean {
  const next = text.slice(after, after + 60);
  const lead = OPENING.exec(next)![0];
  const first = next.slice(lead.length);
  if (first === '') return false;
  if (/^\p{Ll}/u.test(first)) return true;
  if (mark[0] !== '.' || mark[1] === '.') return false;
  const word = wordBefore(text, at);
  const lower = word.toLowerCase();
  if (/^\d{1,2}$/.test(word) && text.slice(blockStart, at).trim() === word) return true; // "1. First point"
  if (/^\d/.test(first) && lead.trim() === '' && words.beforeNumber.has(lower)) return true;
  if (words.abbreviations.has(lower)) return true;
  const nextWord = /^[\p{L}\p{M}'’]+/u.exec(first)?.[0].toLowerCase() ?? '';
  if (INITIALS.test(`${word}.`)) {
    // "J. Smith" and "U.S. President" go on; "… in the U.S. The plan" does not.
    return word.length === 1 ? word !== 'I' && /^\p{Lu}$/u.test(word) : !words.openers.has(nextWord);
  }
  return false;
}

/** Start and end of each sentence of the text, without the white space between them. */
function sentenceSpans(text: string, words: SentenceWords): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/u.test(text[from]!)) from++;
    while (to > from && /\s/u.test(text[to - 1]!)) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  TERMINATOR.lastIndex = 0;
  for (const match of text.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length;
    if (match[0].includes('\n') || !goesOn(text, match.index, match[0], end, start, words)) push(end);
  }
  push(text.length);
  return spans;
}

interface Word extends Span {
  lower: string;
}

/** Whether a clause with a verb of its own begins at `words[i]`: "they will", "Britain has", "is ready". */
function clauseFollows(text: string, list: Word[], i: number, words: SentenceWords): boolean {
  if (opensOwnClause(list[i], words)) return true;
  for (let k = i + 1; k < list.length && k <= i + WORDS_TO_VERB; k++) {
    if (/[,"“”«»]/u.test(text.slice(list[k - 1]!.end, list[k]!.start))) return false;
    if (words.verbs.has(list[k]!.lower)) return true;
    if (words.additions.has(list[k]!.lower)) return false;
  }
  return false;
}

/** Where in the sentence a new clause begins (offsets, ascending). */
function clauseStarts(text: string, sentence: Span, words: SentenceWords): number[] {
  const body = text.slice(sentence.start, sentence.end);
  const starts = new Set<number>();
  // A dash between digits is a range, a colon between digits a time or a score.
  for (const match of body.matchAll(/[;:](?=\s)|\s[–—-]{1,2}(?=\s)|—(?!\d)/gu)) {
    let at = sentence.start + match.index + match[0].length;
    while (at < sentence.end && /\s/u.test(text[at]!)) at++;
    if (at < sentence.end) starts.add(at);
  }
  const list: Word[] = [];
  for (const match of body.matchAll(WORD)) {
    const start = sentence.start + match.index;
    list.push({ start, end: start + match[0].length, lower: match[0].toLowerCase() });
  }
  let item = 0; // the first word after the last comma or cut
  let listed: boolean = false; // that comma stands in the same clause
  for (let i = 1; i < list.length; i++) {
    const word = list[i]!;
    const comma = text.slice(list[i - 1]!.end, word.start).includes(',');
    // "France, the UK, and Ukraine signed": the comma before "and" belongs to the list.
    const series: boolean = comma && listed && i - item <= WORDS_IN_LIST_ITEM;
    const cut: boolean =
      words.joints.has(word.lower) ||
      (comma && words.jointsAfterComma.has(word.lower)) ||
      (words.additions.has(word.lower) &&
        (comma && !series ? clauseFollows(text, list, i + 1, words) : opensOwnClause(list[i + 1], words)));
    if (cut) starts.add(words.intensifiers.has(list[i - 1]!.lower) && !comma ? list[i - 1]!.start : word.start);
    if (cut || comma) {
      item = i;
      listed = comma && !cut;
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** Without a comma only a pronoun or a finite verb right behind "and" is sure to be another clause. */
function opensOwnClause(next: Word | undefined, words: SentenceWords): boolean {
  return next !== undefined && (words.subjects.has(next.lower) || words.verbs.has(next.lower));
}

function clausesOf(text: string, sentence: Span, words: SentenceWords): Span[] {
  const clauses: Span[] = [];
  let start = sentence.start;
  for (const at of clauseStarts(text, sentence, words)) {
    if (at <= start || at >= sentence.end) continue;
    clauses.push({ start, end: at });
    start = at;
  }
  clauses.push({ start, end: sentence.end });
  return clauses;
}

/**
 * The sentences of a block in order, each with its clauses. Sentences leave out the white space between them; clauses
 * cover their sentence without gaps. An empty block has none. Linear in the length of the text.
 */
export function splitSentences(block: Block, words: SentenceWords): Sentence[] {
  return sentenceSpans(block.text, words).map((span) => ({
    ...span,
    block: block.id,
    clauses: clausesOf(block.text, span, words),
    question: /\?["'”’»)\]]*$/u.test(block.text.slice(Math.max(span.start, span.end - 8), span.end)),
  }));
}
