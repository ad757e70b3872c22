/** Asides: "The coalition, a group of 35 states, pledged", "The minister, who joined remotely, said that 26 …". */
import type { CueHit } from '../cues.ts';
import { tokenAt } from '../tokens.ts';
import type { PlacedQuantity, Span } from '../types.ts';
import { type Figure, inside } from './figure.ts';
import type { FigureRules } from './rules.ts';
import type { BlockView } from './view.ts';

/** The aside that a figure stands in, right behind whom it is about: "The coalition, a group of 35 states, pledged …". */
export function asideOf(quantity: PlacedQuantity, view: BlockView, sentence: Span, rules: FigureRules): Span | null {
  const name = view.mentions.filter((m) => m.end <= quantity.start && m.start >= sentence.start).at(-1);
  const opens = (at: number) => IN_ASIDE.test(view.text.slice(at, quantity.start));
  const start = name && opens(name.end) ? name.end : subjectEnd(view, sentence, rules);
  if (start === null || !opens(start)) return null;
  const first = tokenAt(view.tokens, start);
  if (!(view.hits.get(rules.asides) ?? []).some((hit) => hit.from === first)) return null;
  const close = /[,)–—]/u.exec(view.text.slice(quantity.end, sentence.end));
  return close ? { start, end: quantity.end + close.index } : null;
}

/** "The whole group of allies, …": words of what a sentence opens with. */
const SUBJECT_WORDS = 5;
/** …and no longer than this, in characters: a sentence may be a whole page. */
const SUBJECT_REACH = 80;

/** The end of what the sentence opens with, where that is few words, the first of them "the", and then a pause. */
function subjectEnd(view: BlockView, sentence: Span, rules: FigureRules): number | null {
  const opening = view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + SUBJECT_REACH));
  const pause = opening.search(/[,()–—;:]/u);
  if (pause < 0 || !/[,(–—]/u.test(opening.charAt(pause))) return null;
  const end = sentence.start + opening.slice(0, pause).trimEnd().length;
  const first = tokenAt(view.tokens, sentence.start);
  const isKnown = (view.hits.get(rules.definite) ?? []).some((hit) => hit.from === first);
  return isKnown && tokenAt(view.tokens, end) - first <= SUBJECT_WORDS ? end : null;
}
/** Nothing between the name and the figure closes the aside again. */
const IN_ASIDE = /^["”’'»]?\s*[,(–—-][^,()–—;:]*$/u;

/** "The coalition, a group of 35 states, pledged": said of whom the aside is about. */
export const isBeyond = (hit: CueHit, { aside, view, sentence }: Figure): boolean => {
  const place = view.tokens[hit.from]!;
  return aside !== null && place.start >= aside.end && inside(place, sentence);
};

/** "The minister, who joined remotely, said that 26 …": words of an aside about somebody, closed before the figure. */
export function inAside(hit: CueHit, { quantity, view, sentence }: Figure, rules: FigureRules): boolean {
  const place = view.tokens[hit.from]!;
  if (place.start >= quantity.start || !inside(place, sentence)) return false;
  const whens = view.hits.get(rules.whens) ?? [];
  const opens = [...(view.hits.get(rules.relatives) ?? []), ...whens]
    .filter((h) => h.from <= hit.from)
    .reduce<CueHit | undefined>((last, h) => (last && last.from > h.from ? last : h), undefined);
  const open = opens && view.tokens[opens.from]!;
  if (
    !open ||
    !inside(open, sentence) ||
    !/,\s*$/u.test(view.text.slice(Math.max(sentence.start, open.start - 3), open.start))
  )
    return false;
  const closed = view.text.slice(view.tokens[hit.to - 1]!.end, quantity.start).includes(',');
  // "On 4 September, when the minister had come in person, 26 …": about a day or a place.
  const own =
    whens.includes(opens) || view.mentions.some((m) => m.end <= open.start && open.start - m.end <= ASIDE_GAP);
  return own && closed && !view.text.slice(open.end, place.start).includes(',');
}

/** Between a name and the aside about it: a comma, a closing mark. */
const ASIDE_GAP = 3;
