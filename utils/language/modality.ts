/**
 * Did it happen, is it expected, was it only proposed; is it denied, put as a condition, asked? A plan is not the thing itself:
 * what was expected or proposed never conflicts with what happened.
 */
import type { Modality, Sentence, Span } from './types.ts';

/** What a language must tell about plans and denials. Patterns are not global. */
export interface ModalityWords {
  /** Anywhere in the sentence before the figure: "draft statement", "leaked plan". */
  draft: RegExp;
  /** In the figure's clause: "floated", "an earlier proposal", "once pencilled in". */
  proposed: RegExp;
  /** Before the figure in its clause: "would number", "could send". */
  modal: RegExp;
  /** Directly after the figure: "30 governments may join". A pledge ("26 states would take part") is no mere idea. */
  modalAfter: RegExp;
  /** Directly before the figure: "hopes for". Not even a pledge yet. */
  hoped: RegExp;
  /** In the figure's clause: "is expected to", "are due", "will attend". */
  expected: RegExp;
  /** Directly after the figure: it ends an aside, and the verb is of what stands before that: "the club, some 30 states, will meet". */
  asideEnd: RegExp;
  negator: RegExp;
  /** Before the words, with the word that the negation belongs to nearer to something else: "not only". */
  notNegator: RegExp;
  /** Directly after the words: "have not yet". */
  negatorAfter: RegExp;
  denial: RegExp;
  conditional: RegExp;
  /** Indirect questions: "whether". */
  asks: RegExp;
}

export interface Polarity {
  /** "will not send", "refused to send", "26 have not signed". */
  negated: boolean;
  /** Somebody says it is not so: "denied that …". */
  denied: boolean;
  /** "if", "provided that", "were it to". */
  conditional: boolean;
  /** The sentence asks, or tells of a question: "whether". */
  question: boolean;
}

/** How far a verb or a negation reaches, in characters: about eight words. */
const REACH = 60;
/** No sentence is read further than this from the words, in characters: keeps the work linear in odd texts. */
const WINDOW = 300;
/** The verb of a figure that is a subject follows it at once. */
const SUBJECT_REACH = 40;

/**
 * How the figure at `span` is meant. `text` is the block's; sentence and span are places in it. `aboutFuture`: it counts what will be,
 * as a pledge does; "would send" is how that is reported, not a plan to pledge.
 */
export function findModality(
  text: string,
  sentence: Sentence,
  span: Span,
  words: ModalityWords,
  aboutFuture = false,
): Modality {
  const clause = clauseOf(text, sentence, span);
  const before = text.slice(Math.max(clause.start, span.start - WINDOW), span.start);
  const behind = text.slice(span.end, Math.min(clause.end, span.end + WINDOW));
  const after = words.asideEnd.test(behind) ? '' : behind;
  const near = before.slice(-REACH);
  if (
    words.draft.test(text.slice(Math.max(sentence.start, span.start - WINDOW), span.start)) ||
    words.draft.test(after.slice(0, SUBJECT_REACH))
  )
    return 'draft';
  if (words.hoped.test(near)) return 'expected';
  if (aboutFuture) return 'reported';
  if (words.expected.test(near) || words.expected.test(after.slice(0, REACH))) return 'expected';
  if (words.proposed.test(before) || words.proposed.test(after)) return 'proposed';
  if (words.modal.test(lastPart(near)) || words.modalAfter.test(after.slice(0, SUBJECT_REACH))) return 'proposed';
  return 'reported';
}

/** Whether the words at `span` are said of something that is so. */
export function readPolarity(text: string, sentence: Sentence, span: Span, words: ModalityWords): Polarity {
  const clause = clauseOf(text, sentence, span);
  const whole = text.slice(Math.max(sentence.start, span.start - WINDOW), span.start);
  const near = text.slice(Math.max(clause.start, span.start - REACH), span.start);
  const asked = words.asks.exec(near);
  // "Nobody knows whether Italy will go": the negation is the knowing's
  const before = lastPart(asked ? near.slice(asked.index + asked[0].length) : near);
  const after = text.slice(span.end, Math.min(clause.end, span.end + SUBJECT_REACH));
  return {
    negated: (words.negator.test(before) && !words.notNegator.test(before)) || words.negatorAfter.test(after),
    denied: words.denial.test(whole),
    conditional: words.conditional.test(partOf(text, sentence, span)),
    question: sentence.question || asked !== null,
  };
}

/** The clause of the words; the sentence where they are all there is in it ("64,000: the size first discussed"). */
function clauseOf(text: string, sentence: Sentence, span: Span): Span {
  const clause = sentence.clauses.find((c) => span.start >= c.start && span.start < c.end) ?? sentence;
  const rest =
    text.slice(Math.max(clause.start, span.start - REACH), span.start) +
    text.slice(span.end, Math.min(clause.end, span.end + REACH));
  return /\p{L}{3}/u.test(rest) ? clause : sentence;
}

/** The part of the sentence between semicolons that holds the words. */
function partOf(text: string, sentence: Sentence, span: Span): string {
  const before = text.slice(Math.max(sentence.start, span.start - WINDOW), span.start);
  const after = text.slice(span.end, Math.min(sentence.end, span.end + WINDOW));
  const end = after.indexOf(';');
  return (
    before.slice(before.lastIndexOf(';') + 1) +
    text.slice(span.start, span.end) +
    (end < 0 ? after : after.slice(0, end))
  );
}

/** What stands behind the last comma, colon or bracket: verbs before it belong to something else. */
const lastPart = (text: string): string =>
  text.slice(Math.max(...[',', ';', ':', '('].map((mark) => text.lastIndexOf(`${mark}`))) + 1);
