/** What a number counts: the noun phrase behind it, found by plural forms and a list of words where phrases end. */
import type { CountedNoun } from '../types.ts';
import type { Numeral, Scan } from './numeral.ts';
import { phraseFrom } from './phrases.ts';
import { at, glued } from './tokens.ts';

/** Modifiers between a number and its noun: "10,000 fully equipped British and French troops". */
const MAX_WORDS = 7;
const QUOTE = /^["'”’»]$/;

export interface NounAfter {
  noun: CountedNoun | null;
  /** Index of the token after the phrase. */
  next: number;
  /** "26 of the 35": index of the token where the whole's number begins. */
  whole?: number;
  /** A closing quotation mark stands between the number and the noun. */
  quoted?: boolean;
  /** A single word behind a hyphen: "26-nation". */
  compound?: boolean;
}

interface Head {
  index: number;
  lemma: string;
}

const isWord = (scan: Scan, i: number): boolean => {
  const token = at(scan.tokens, i);
  return token.kind === 'word' && !token.line;
};

/** "U.S." and other initials: the index after them, or `i`. */
function overInitials({ tokens }: Scan, i: number): number {
  let k = i;
  while (
    at(tokens, k).kind === 'word' &&
    at(tokens, k).end - at(tokens, k).start === 1 &&
    at(tokens, k).capital &&
    at(tokens, k + 1).text === '.' &&
    glued(tokens, k + 1)
  )
    k += 2;
  return k;
}

/** Digits of a type: "Leopard 2", "A400M". */
const TYPE_DIGITS = 3;

/** "F-16", "MiG-29s", "A400M", "Leopard 2": a name and digits. */
function designation({ tokens }: Scan, i: number): { next: number; plural: boolean } | null {
  const name = at(tokens, i);
  if (name.kind !== 'word' || !name.capital) return null;
  const hyphen = at(tokens, i + 1).text === '-' && glued(tokens, i + 1) && glued(tokens, i + 2);
  const k = hyphen ? i + 2 : i + 1;
  const digits = at(tokens, k);
  if (!digits.number || digits.number.grouped || digits.number.length > TYPE_DIGITS) return null;
  // Apart from the name only where the noun follows: "12 Leopard 2 tanks".
  if (!glued(tokens, k))
    return at(tokens, k + 1).gap && at(tokens, k + 1).kind === 'word' ? { next: k + 1, plural: false } : null;
  const letters = glued(tokens, k + 1) && at(tokens, k + 1).kind === 'word';
  if (letters && at(tokens, k + 1).text === 's') return { next: k + 2, plural: true };
  return { next: letters ? k + 2 : k + 1, plural: false };
}

/** The last part of a hyphenated word: "semi-finals" counts as its "finals". */
function lastPart({ tokens }: Scan, i: number): number {
  let k = i;
  while (
    at(tokens, k + 1).text === '-' &&
    glued(tokens, k + 1) &&
    glued(tokens, k + 2) &&
    at(tokens, k + 2).kind === 'word' &&
    k - i < MAX_WORDS
  )
    k += 2;
  return k;
}

/** Extends "head" by "of state", "men" by "and women". */
function extend(scan: Scan, head: Head): { lemma: string; last: number } {
  const { tokens, words } = scan;
  const of = words.ofNouns.get(head.lemma);
  if (of && words.of.has(at(tokens, head.index + 1).text)) {
    const owned = phraseFrom(of, tokens, head.index + 2);
    if (owned)
      return { lemma: `${head.lemma} ${at(tokens, head.index + 1).text} ${owned.value}`, last: owned.next - 1 };
  }
  const joint = at(tokens, head.index + 1);
  if (joint.kind === 'word' && (words.and.has(joint.text) || words.or.has(joint.text))) {
    const second = lastPart(scan, head.index + 2);
    if (
      isWord(scan, head.index + 2) &&
      !words.stops.has(at(tokens, second).text) &&
      // "12 people dead and dozens injured": another count.
      !words.plurals.has(at(tokens, second).text) &&
      words.singular(at(tokens, second).text)
    )
      return { lemma: head.lemma, last: second };
  }
  return { lemma: head.lemma, last: head.index };
}

/** "A 30,000-strong reassurance force": between the first word and what it describes. */
const WORDS_TO_BODY = 2;

function bodyFrom({ tokens, words }: Scan, i: number): { last: number; lemma: string } | null {
  for (let k = i; k < i + WORDS_TO_BODY; k++) {
    const { kind, line, text } = at(tokens, k);
    if (kind !== 'word' || line || words.stops.has(text)) return null;
    if (words.bodies.has(text)) return { last: k, lemma: text };
  }
  return null;
}

/** A name, or a plain word right before a plural. */
function isModifier({ tokens, words }: Scan, i: number): boolean {
  const { text, capital } = at(tokens, i);
  const next = at(tokens, i + 1).text;
  return (
    capital ||
    (!words.stops.has(text) && !words.singular(text) && !words.stops.has(next) && words.singular(next) !== null)
  );
}

/** The phrase that begins at token `i`; `single` takes a singular noun where no plural follows. */
function phraseAt(scan: Scan, i: number, single: boolean): { first: number; last: number; lemma: string } | null {
  const { tokens, words } = scan;
  let k = i;
  for (let n = 0; n < MAX_WORDS; n++) {
    k = overInitials(scan, k);
    // "F-16s" are counted, an "F-16" goes before what is.
    const type = designation(scan, k);
    if (type?.plural) {
      const lemma = scan.text.slice(at(tokens, k).start, at(tokens, type.next - 1).start).toLowerCase();
      return { first: i, last: type.next - 1, lemma };
    }
    if (type) k = type.next;
    if (!isWord(scan, k) || (n > 0 && at(tokens, k).kind !== 'word')) return null;
    const last = lastPart(scan, k);
    const token = at(tokens, last);
    const joint = words.and.has(token.text) || words.or.has(token.text);
    if (joint && n === 0) return null;
    // "Kia and Hyundai vehicles", "European and allied nations": and between modifiers, if a name or an adjective stands on both sides.
    if (joint && !(at(tokens, last - 1).capital && isModifier(scan, last + 1))) return null;
    if (!joint && words.stops.has(token.text)) return null;
    const lemma = joint ? null : words.singular(token.text);
    const following = at(tokens, last + 1);
    const goesOn =
      lemma !== null &&
      words.attributive.has(token.text) &&
      following.kind === 'word' &&
      words.singular(following.text) !== null &&
      !words.participles.has(following.text) &&
      !words.stops.has(following.text);
    if (lemma !== null && !goesOn) {
      const extended = extend(scan, { index: last, lemma });
      return { first: i, last: extended.last, lemma: extended.lemma };
    }
    if (single && !joint && !token.capital) {
      const body = words.bodies.has(token.text) ? null : bodyFrom(scan, last + 1);
      return body ? { first: i, ...body } : { first: i, last, lemma: token.text };
    }
    k = last + 1;
    // A comma, a bracket, a number: the phrase ended without a plural.
    if (at(tokens, k).kind !== 'word') return null;
  }
  return null;
}

/** "26 of the 35", "26 allies, out of the 35": index of the whole's number that begins behind token `i`. */
function wholeAt(scan: Scan, i: number): number | undefined {
  const { tokens, words } = scan;
  const comma = at(tokens, i).text === ',' ? i + 1 : i;
  const out = phraseFrom(words.outOf, tokens, comma);
  const of = comma === i && words.of.has(at(tokens, i).text) && words.determiners.has(at(tokens, i + 1).text);
  if (!of && out?.value !== 'out of') return undefined;
  let k = out?.next ?? i + 1;
  for (let n = 0; n < MAX_DETERMINERS && words.determiners.has(at(tokens, k).text); n++) k++;
  return numberFrom(scan, k);
}

const MAX_DETERMINERS = 3;
/** "Of the European Council's 27": words of whoever the whole belongs to. */
const MAX_OWNER = 4;
const POSSESSIVE = /(?:['’]s|s['’])$/u;

/** The number that begins at token `k`, or behind its hedge or its owner: "of the 35", "of the roughly thirty", "of the European Union's 27". */
function numberFrom(scan: Scan, k: number): number | undefined {
  const number = phraseFrom(scan.words.before, scan.tokens, k)?.next ?? k;
  if (isNumber(scan, number)) return number;
  for (let n = k; n < k + MAX_OWNER && isWord(scan, n); n++)
    if (POSSESSIVE.test(at(scan.tokens, n).text)) return isNumber(scan, n + 1) ? n + 1 : undefined;
  return undefined;
}

const isNumber = ({ tokens, words }: Scan, i: number): boolean => {
  const token = at(tokens, i);
  return token.kind === 'digits' || words.small.has(token.text) || words.tens.has(token.text);
};

const noneAt = (next: number): NounAfter => ({ noun: null, next });

/** Reads what follows a number at token `i`. `size`: the number tells the size of one thing, whose noun is singular. */
export function nounAfter(scan: Scan, i: number, numeral: Numeral, size = false): NounAfter {
  const { text, tokens, words } = scan;
  // A closing quotation mark: "several thousand" French soldiers
  const quote = QUOTE.test(at(tokens, i).text) && glued(tokens, i) ? i + 1 : i;
  const found = (phrase: { first: number; last: number; lemma: string }, compound = false): NounAfter => {
    const start = at(tokens, phrase.first).start;
    const { end } = at(tokens, phrase.last);
    const whole = wholeAt(scan, phrase.last + 1);
    return {
      noun: { start, end, lemma: phrase.lemma, phrase: text.slice(start, end) },
      next: phrase.last + 1,
      ...(compound ? { compound } : {}),
      ...(whole === undefined ? {} : { whole }),
      ...(quote > i ? { quoted: true } : {}),
    };
  };
  // 26-nation, 31-member, 64,000-man
  if (at(tokens, i).text === '-' && glued(tokens, i) && glued(tokens, i + 1) && at(tokens, i + 1).kind === 'word') {
    const word = at(tokens, i + 1).text;
    if (words.stops.has(word)) return noneAt(i);
    return found({ first: i + 1, last: i + 1, lemma: words.singular(word) ?? word }, true);
  }
  if (at(tokens, quote).line || at(tokens, quote).kind === 'end') return noneAt(i);
  const fraction = numeral.form === 'fraction';
  if (!words.of.has(at(tokens, quote).text)) {
    const whole = wholeAt(scan, quote);
    if (whole !== undefined) return { ...noneAt(i), whole };
    // "half the members"
    const start = fraction && words.determiners.has(at(tokens, quote).text) ? quote + 1 : quote;
    const phrase = phraseAt(scan, start, size || (numeral.value === 1 && !fraction));
    return phrase ? found(phrase) : noneAt(i);
  }
  let k = quote + 1;
  if (words.pronouns.has(at(tokens, k).text)) return noneAt(fraction ? k + 1 : i);
  // "of the 35", "of its 35", "of Ukraine's allies"
  for (let n = 0; n < MAX_DETERMINERS && words.determiners.has(at(tokens, k).text); n++) k++;
  const whole = numberFrom(scan, k);
  if (whole !== undefined) return { ...noneAt(i), whole };
  const phrase = phraseAt(scan, k, false);
  return phrase ? found(phrase) : noneAt(i);
}
