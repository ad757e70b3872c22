/** How a statement is framed: as fact, plan, question, condition or denial (figures.md: none of these is the thing itself). */
import type { Modality } from '../types.ts';
import { hasPhrase, longestAt, matchesAt, type Pattern } from './patterns.ts';
import { gapBefore, type SentenceView } from './view.ts';

/** "asked whether Britain would": how many words before the subject are still about it. */
const BEFORE_SUBJECT = 6;
/** "had long ruled out": how near the pluperfect stands. */
const PAST_REACH = 3;
/** "will join by phone": how near the future stands. */
const FUTURE_REACH = 5;

/** "not a single": words. */
const LONGEST_DENIER = 3;

export interface FrameWords {
  negators: readonly Pattern[];
  denyingOwners: readonly Pattern[];
  unreal: readonly Pattern[];
  unsaid: readonly Pattern[];
  openers: readonly Pattern[];
  inverted: readonly Pattern[];
  past: readonly Pattern[];
  /** Past only right before what is said: "once ruled out", not "once again" or "once a truce holds". */
  once: readonly Pattern[];
  pluperfect: readonly Pattern[];
  expected: readonly Pattern[];
  proposed: readonly Pattern[];
  draft: readonly Pattern[];
}

/** First token of the part of the sentence that token `at` stands in: behind the last `;` or `:`. With `most`, null where it is further. */
export function partStart(view: SentenceView, at: number): number;
export function partStart(view: SentenceView, at: number, most: number): number | null;
export function partStart(view: SentenceView, at: number, most = Infinity): number | null {
  for (let k = at; k > 0; k--) {
    if (/[;:]/.test(gapBefore(view, k))) return k;
    if (at - k >= most) return null;
  }
  return 0;
}

/** The token behind that part's last. */
export function partEnd(view: SentenceView, at: number): number {
  for (let k = at; k < view.tokens.length; k++) if (k > at && /[;:]/.test(gapBefore(view, k))) return k;
  return view.tokens.length;
}

/** Why the statement at `from` with the subject at `subject` must not be read as one; null where it may. */
export function unsaidBecause(view: SentenceView, subject: number, from: number, words: FrameWords): string | null {
  if (view.sentence.question) return 'a question';
  const start = Math.max(partStart(view, subject), subject - BEFORE_SUBJECT);
  if (hasPhrase(words.unreal, view.tokens, start, from)) return 'a condition or open question';
  const opens = partStart(view, subject);
  // "Had Trump joined by phone, …"
  if (subject > opens && subject - opens <= BEFORE_SUBJECT && matchesAt(words.inverted, view.tokens, opens).length > 0)
    return 'a condition';
  for (let k = start; k < from; k++) {
    const to = longestAt(words.unsaid, view.tokens, k);
    if (to !== null && to <= from && !(k === opens && isOpening(view, opens, subject, words)))
      return 'a wish, doubt or denial';
  }
  return null;
}

/**
 * "Contrary to reports, nobody …", "Asked about it, she …": closed by its comma, it frames nothing behind it. With a second comma
 * it may go on ("Contrary to reports, he said, that …"); "Untrue, he said, …" frames all of it.
 */
function isOpening(view: SentenceView, opens: number, subject: number, words: FrameWords): boolean {
  const to = longestAt(words.openers, view.tokens, opens);
  if (to === null) return false;
  return view.text.slice(view.tokens[to - 1]!.end, view.tokens[subject]?.start).split(',').length === 2;
}

/** Said of how things stood before. */
export const isPast = (view: SentenceView, subject: number, from: number, words: FrameWords): boolean =>
  hasPhrase(words.past, view.tokens, partStart(view, subject), from) ||
  hasPhrase(words.once, view.tokens, from - 1, from) ||
  hasPhrase(words.pluperfect, view.tokens, Math.max(subject, from - PAST_REACH), from);

/** A negator within `reach` tokens before `at`, in the same part. */
export const isNegated = (view: SentenceView, at: number, reach: number, words: FrameWords): boolean =>
  hasPhrase(words.negators, view.tokens, Math.max(partStart(view, at), at - reach), at);

/** "no", "not a single" right before `at`. */
export function isDeniedOwner(view: SentenceView, at: number, words: FrameWords): boolean {
  for (let k = Math.max(0, at - LONGEST_DENIER); k < at; k++)
    if (matchesAt(words.denyingOwners, view.tokens, k).some(({ to }) => to === at)) return true;
  return false;
}

/** How what the verb at `verb` tells stands to what happened. */
export function modalityOf(view: SentenceView, verb: number, words: FrameWords, future: boolean): Modality {
  const start = partStart(view, verb);
  const end = partEnd(view, verb);
  if (hasPhrase(words.draft, view.tokens, start, end)) return 'draft';
  const near = Math.max(start, verb - FUTURE_REACH);
  if (hasPhrase(words.proposed, view.tokens, near, verb)) return 'proposed';
  if (future && hasPhrase(words.expected, view.tokens, near, verb)) return 'expected';
  return 'reported';
}
