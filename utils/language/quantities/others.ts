/** The rest of what is no quantity: results of matches, telephone numbers, page furniture, footnotes, the pronoun "one". */
import type { Candidate } from './candidate.ts';
import type { Scan } from './numeral.ts';
import { at, glued } from './tokens.ts';

/** 3-1, 2-0 down, a 9-2 lead, voted 217-213; "10-15 ships" is a range and was joined. */
function isScore({ tokens, words }: Scan, { numeral, high, joint, noun, unit, hedged, range }: Candidate): boolean {
  if (!range || joint !== '-') return false;
  if (at(tokens, numeral.first).kind !== 'digits' || at(tokens, high.first).kind !== 'digits') return false;
  if (words.contests.has(at(tokens, high.next).text) || words.contests.has(at(tokens, numeral.first - 1).text))
    return true;
  if (numeral.low >= high.low) return true;
  const counts =
    noun.noun !== null || unit !== null || hedged || high.scale > 1 || at(tokens, high.first).number?.grouped;
  // Bare "10-15" can be either; single digits are results.
  return !counts && high.low < 10;
}

/** Groups of digits with no unit: 0800 555 0199, +44 20 7946 0958, codes with a leading zero. */
function isCode({ tokens }: Scan, { numeral, high }: Candidate): boolean {
  if (at(tokens, numeral.first).number?.code || at(tokens, high.first).number?.code) return true;
  const isPart = (k: number): boolean => at(tokens, k).kind === 'digits' || at(tokens, k).text === '#';
  const near = (k: number, step: 1 | -1): number => {
    const next = at(tokens, k + step);
    if ((next.text === '-' || next.text === '(' || next.text === ')') && isPart(k + 2 * step)) return k + 2 * step;
    return next.kind === 'digits' ? k + step : -1;
  };
  if (at(tokens, numeral.first).kind !== 'digits') return false;
  let parts = 1;
  let codes = false;
  for (const step of [1, -1] as const) {
    let k = step === 1 ? high.next - 1 : numeral.first;
    for (let n = 0; n < 3; n++) {
      k = near(k, step);
      if (k < 0) break;
      parts++;
      codes ||= at(tokens, k).number?.code ?? false;
    }
  }
  return parts >= 3 || codes;
}

/** [3], "Prescott (4)", "1." before a list item, "2 of 5" alone in a block. */
function isMarker({ tokens }: Scan, { numeral, noun, unit, kind }: Candidate): boolean {
  const before = at(tokens, numeral.first - 1).text;
  const after = at(tokens, numeral.next);
  if (before === '[' && after.text === ']') return true;
  if (before === '(' && after.text === ')' && kind !== 'age' && unit === null) {
    return at(tokens, numeral.first - 2).capital && (numeral.value ?? 0) < 100;
  }
  const first = at(tokens, numeral.first);
  if (!first.line || first.kind !== 'digits' || noun.noun || unit !== null) return false;
  return (
    (after.text === '.' || after.text === ')') &&
    glued(tokens, numeral.next) &&
    at(tokens, numeral.next + 1).capital &&
    (numeral.value ?? 0) < 100
  );
}

/** Marks that part the items of a page's furniture. */
const DIVIDERS = new Set(['', '·', '|', '•', '–', '/', '(', ')', '[', ']', '.', '-']);

/** "5 min read", "1,204 comments", "Published 3 hours ago". */
function isFurniture({ tokens, words }: Scan, { numeral, next, noun }: Candidate): boolean {
  const after = at(tokens, next).text === '-' ? at(tokens, next + 1) : at(tokens, next);
  if (words.furnitureAfter.has(after.text)) return true;
  const first = at(tokens, numeral.first);
  const before = at(tokens, numeral.first - 1);
  if (words.furnitureBefore.has(before.text) && words.furnitureAlone.has(after.text)) return true;
  const end = noun.noun ? noun.next : next;
  const led = before.kind === 'word' && !before.capital;
  if (!led && words.furnitureNouns.has(at(tokens, end - 1).text)) return true;
  const opens = first.line || DIVIDERS.has(before.text);
  if (!opens) return false;
  // "3 hours ago"
  const stop = words.furnitureAlone.has(at(tokens, end).text) ? end + 1 : end;
  const closing = at(tokens, stop);
  const closed = closing.line || DIVIDERS.has(closing.text);
  const word = at(tokens, stop - 1).text;
  return closed && words.furnitureAlone.has(word) && (first.line || before.text !== '.') && closing.text !== '.';
}

/** "One of the …", "for once he had a point", "one officer": a pronoun or an article rather than a count. */
function isPronoun({ tokens, words }: Scan, { numeral, high, hedged, unit, range, kind }: Candidate): boolean {
  if (numeral.form !== 'pronoun' || range || high.form !== 'pronoun') return false;
  const hyphen = at(tokens, numeral.next).text === '-';
  if (unit !== null && kind !== 'cardinal') return words.idleUnits.has(unit) && !hedged && !hyphen;
  // "more than one", "only one", "at least one ship"
  return !hedged || words.of.has(at(tokens, numeral.next).text) || hyphen;
}

/** "the two of them", "half of Europe", "first half", "the top three". */
function isFigureOfSpeech(scan: Scan, { numeral, high, hedged, unit, noun, range, first }: Candidate): boolean {
  const { tokens, words } = scan;
  const before = at(tokens, first - 1).text;
  const after = at(tokens, high.next).text;
  if (range || unit !== null) return false;
  if (numeral.needsNoun && noun.noun === null) return true;
  if (numeral.form === 'words' && words.determiners.has(before) && words.of.has(after)) {
    return words.pronouns.has(at(tokens, high.next + 1).text);
  }
  if (
    words.half.has(at(tokens, numeral.first).text) &&
    numeral.form === 'fraction' &&
    numeral.next === numeral.first + 1
  ) {
    if (hedged) return false;
    if (words.determiners.has(before) || words.ordinals.has(before)) return true;
    const k = words.of.has(after) ? high.next + 1 : high.next;
    const whole = words.determiners.has(at(tokens, k).text) || words.pronouns.has(at(tokens, k).text);
    return !whole;
  }
  // "the top three", "the bottom two": places in a table; "the top three seeds" are three.
  return words.ranks.has(before) && noun.noun === null;
}

export const isOther = (scan: Scan, candidate: Candidate): boolean =>
  isScore(scan, candidate) ||
  isCode(scan, candidate) ||
  isMarker(scan, candidate) ||
  isFurniture(scan, candidate) ||
  isPronoun(scan, candidate) ||
  isFigureOfSpeech(scan, candidate);
