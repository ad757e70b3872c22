/** What a typed word may mean: itself, another form of it, what begins with it, what it is a typo of. */
import { englishBaseForm } from '../../utils/language/en/base-form.ts';
import { isNumberWord } from '../../utils/language/search-words.ts';
import { endOfPrefix, firstAtOrAfter, type Meaning, type OpenIndex, placeOf } from './open-index.ts';
import { SPELLING } from './search-index.ts';
import { letterBits, lettersMissing, mustStartAlike, typosAllowed, typosBetween } from './typo.ts';

/** How much of an exact hit these are worth. */
const FORM = 0.85;
const BEGINNING = 0.7;
const ONE_TYPO = 0.5;
const TWO_TYPOS = 0.3;
const TYPO_IN_BEGINNING = 0.8;

/** Endings that forms of one word differ in are no longer than this ("ing" and a doubled letter). */
const LONGEST_ENDING = 4;
const LEAST_STEM = 3;
/** A beginning is long enough to hold a typo from here on. */
const TYPO_IN_BEGINNING_FROM = 5;
const LETTER = /^[a-z]$/;
/** Meanings that are kept between keystrokes. */
const KEPT = 500;

export interface TypedWord {
  word: string;
  /** The last one is still being typed: what begins with it counts. */
  unfinished: boolean;
  /** Nothing in any index is this word, so typos count. */
  typos: boolean;
}

/** Terms of the index and how near they are, each once. */
export function meaningsOf(index: OpenIndex, typed: TypedWord): readonly Meaning[] {
  const key = `${typed.word} ${Number(typed.unfinished)}${Number(typed.typos)}`;
  const known = index.meanings.get(key);
  if (known) return known;
  const found = find(index, typed);
  if (index.meanings.size >= KEPT) index.meanings.clear();
  index.meanings.set(key, found);
  return found;
}

function find(index: OpenIndex, { word, unfinished, typos }: TypedWord): Meaning[] {
  const near = new Map<number, number>();
  const add = (term: number, nearness: number) => {
    if (nearness > (near.get(term) ?? 0)) near.set(term, nearness);
  };
  const exact = placeOf(index.terms, word);
  if (exact >= 0) add(exact, 1);
  // A number is itself: neither what begins with it nor what is near it. A date may be a month of days.
  if (isNumberWord(word)) {
    if (unfinished && word.includes('-')) addBeginnings(index, word, add);
  } else {
    addForms(index, word, add);
    // A single letter is the beginning of half of all words; only names that begin with it are of use.
    if (unfinished) addBeginnings(index, LETTER.test(word) ? SPELLING + word : word, add);
    if (typos) addTypos(index, word, unfinished, add);
  }
  return [...near].map(([term, nearness]) => ({ term, nearness }));
}

type Add = (term: number, nearness: number) => void;

function addForms(index: OpenIndex, word: string, add: Add): void {
  const base = englishBaseForm(word);
  const stem = word.slice(0, Math.max(LEAST_STEM, Math.min(word.length, base.length) - 1));
  if (stem.length < LEAST_STEM) return;
  const end = endOfPrefix(index.terms, stem);
  for (let at = firstAtOrAfter(index.terms, stem); at < end; at++) {
    const term = index.terms[at] as string;
    if (term.length <= base.length + LONGEST_ENDING && englishBaseForm(term) === base) add(at, FORM);
  }
}

function addBeginnings(index: OpenIndex, word: string, add: Add): void {
  const end = endOfPrefix(index.terms, word);
  for (let at = firstAtOrAfter(index.terms, word); at < end; at++) {
    const rest = (index.terms[at] as string).length - word.length;
    add(at, BEGINNING + (1 - BEGINNING) / (2 + rest));
  }
}

function addTypos(index: OpenIndex, word: string, unfinished: boolean, add: Add): void {
  const most = typosAllowed(word);
  if (most === 0) return;
  const { terms, bits } = index;
  const own = letterBits(word);
  const beginnings = unfinished && word.length >= TYPO_IN_BEGINNING_FROM;
  const first = mustStartAlike(word) ? word.charAt(0) : '';
  const from = first ? firstAtOrAfter(terms, first, index.firstWord) : index.firstWord;
  const to = first ? endOfPrefix(terms, first) : terms.length;
  for (let at = from; at < to; at++) {
    if (lettersMissing(own, bits[at] as number) > most) continue;
    const term = terms[at] as string;
    if (term.length + most < word.length || isNumberWord(term)) continue;
    const whole = typosBetween(word, term, most);
    if (whole <= most) add(at, whole <= 1 ? ONE_TYPO : TWO_TYPOS);
    else if (beginnings) {
      const part = typosBetween(word, term, most, true);
      if (part <= most) add(at, TYPO_IN_BEGINNING * (part <= 1 ? ONE_TYPO : TWO_TYPOS));
    }
  }
}
