/** Numbers that are parts of names: F-16, G7, Article 5, No 10, S&P 500, Boeing 737, 10 Downing Street. */
import type { Candidate } from './candidate.ts';
import type { Scan } from './numeral.ts';
import { phraseUpTo } from './phrases.ts';
import { at, glued, type Token } from './tokens.ts';

/** Words on each side that show whether a headline is set in capitals throughout. */
const HEADLINE_WORDS = 5;
const LONG_WORD = 3;
/** Letters of an abbreviated label: No., Art., Sect. */
const ABBREVIATION = 4;
/** Words of a name before its number. */
const MAX_NAME = 4;

const CLOSES = new Set([
  '.',
  '!',
  '?',
  ':',
  ';',
  '–',
  '…',
  '(',
  '[',
  '"',
  '“',
  '‘',
  "'",
  '«',
  '„',
  '|',
  '•',
  '·',
  '*',
  '/',
]);

/** A capital here says nothing: the start of a text, a sentence, a quotation. */
const opens = (token: Token, previous: Token): boolean =>
  token.line ||
  (previous.kind === 'mark' && CLOSES.has(previous.text) && token.gap) ||
  /^["“‘'«„(]$/.test(previous.text);

/** Most long words around carry a capital: a headline, where capitals tell nothing. */
export function inHeadline({ tokens, words }: Scan, i: number): boolean {
  let capitals = 0;
  let small = 0;
  const count = (step: 1 | -1): void => {
    let seen = 0;
    for (let k = i + step, n = 0; seen < HEADLINE_WORDS && n < 2 * HEADLINE_WORDS + 2; k += step, n++) {
      const token = at(tokens, k);
      if (token.kind === 'end' || (token.line && step === 1)) break;
      if (token.kind === 'word' && token.end - token.start >= LONG_WORD && !words.headlineSmall.has(token.text)) {
        seen++;
        if (token.capital) capitals++;
        else small++;
      }
      if (token.line || token.text === '.') break;
    }
  };
  count(-1);
  count(1);
  return small === 0 && capitals >= 3;
}

/** Letters or a hyphen stand against the digits: G7, A2, F-16, COVID-19, 5G, 787s, 1080p, 9AB8. */
function isJoined({ tokens, words }: Scan, { numeral, high, first, unit }: Candidate): boolean {
  const digits = at(tokens, numeral.first).kind === 'digits';
  const before = at(tokens, numeral.first - 1);
  if (digits && first === numeral.first && glued(tokens, numeral.first)) {
    if (before.kind === 'word' || before.kind === 'digits' || before.text === '.' || before.text === '#') return true;
    const earlier = at(tokens, numeral.first - 2);
    if (
      before.text === '-' &&
      glued(tokens, numeral.first - 1) &&
      (earlier.kind === 'word' || earlier.kind === 'digits')
    )
      return true;
    // P5+1
    if (before.text === '+' && glued(tokens, numeral.first - 1)) return true;
    if (before.text === '/' && glued(tokens, numeral.first - 1) && earlier.kind === 'word') return true;
  }
  const after = at(tokens, high.next);
  if (after.kind === 'digits' && glued(tokens, high.next)) return true;
  if (at(tokens, high.next - 1).kind !== 'digits' || !glued(tokens, high.next)) return false;
  if (after.kind === 'word' && unit === null) return true;
  // 737-800, 555-0199: a number, not a noun, behind the hyphen. (A range was joined before.)
  const behind = at(tokens, high.next + 1);
  if ((after.text === '-' || after.text === '–') && glued(tokens, high.next + 1) && behind.kind === 'digits')
    return true;
  return (
    after.text === '#' ||
    (after.text === '.' && glued(tokens, high.next + 1) && behind.kind !== 'mark') ||
    words.ordinalSuffixes.has(after.text)
  );
}

/** Article 5, Room 101, No 10, page 4. */
function isLabelled({ tokens, words }: Scan, { numeral, first, noun, unit, range }: Candidate): boolean {
  let k = first - 1;
  // "No. 10": the full stop of an abbreviation, not of a sentence.
  if (at(tokens, k).text === '.' && glued(tokens, k) && at(tokens, k - 1).end - at(tokens, k - 1).start <= ABBREVIATION)
    k--;
  const label = at(tokens, k);
  const rule = words.labels.get(label.text);
  if (!rule || first !== numeral.first || unit !== null) return false;
  const digits = at(tokens, numeral.first).number;
  if (digits && digits.decimals > 0) return false;
  if (label.capital && !opens(label, at(tokens, k - 1))) return true;
  // "number two", "page 4", "day 1,300 of the war"; but "the next day 26 countries …", "that week three ministers".
  const counts = noun.noun !== null || range;
  if (label.capital) return digits !== undefined ? !counts || rule.low : !counts;
  // "The force numbers 15,000", "would number 20": a verb.
  if (rule.verb && (words.auxiliaries.has(at(tokens, k - 1).text) || digits?.grouped)) return false;
  const determined = words.determiners.has(at(tokens, k - 1).text);
  return rule.low && !determined && !counts;
}

/** "Big 12", "Apple Watch 5", "Planet 9": a name before the number and nothing behind it that it could count. */
function isNamed(scan: Scan, { numeral, first, noun, unit, hedged, range }: Candidate): boolean {
  const { tokens, words } = scan;
  if (phraseUpTo(words.numberedNames, tokens, first - 1, 0)) return true;
  if (unit !== null || hedged || range || first !== numeral.first) return false;
  const token = at(tokens, numeral.first);
  if (token.line || (token.kind === 'word' && !token.capital) || numeral.next > numeral.first + 1) return false;
  if (token.number && (token.number.grouped || token.number.length > 4 || token.number.decimals > 1)) return false;
  const before = at(tokens, numeral.first - 1);
  // "the Group of 7"
  const owner = at(tokens, numeral.first - 2);
  if (words.of.has(before.text) && owner.capital && words.labels.has(owner.text) && noun.noun === null) return true;
  if (before.kind !== 'word' || !before.capital || words.neverNames.has(before.text)) return false;
  const earlier = at(tokens, numeral.first - 2);
  const counts = noun.noun !== null && !noun.compound;
  // "Macron's 26": what somebody has is counted.
  if (before.text.includes("'")) return false;
  // "Only 26 …", "Below 300": the first word of a sentence says nothing by its capital.
  if (opens(before, earlier) && (words.stops.has(before.text) || words.places.has(before.text) || counts)) return false;
  if (inHeadline(scan, numeral.first)) return false;
  if (words.stops.has(before.text) && !before.upper) return false;
  if (!counts) return true;
  // "in New York 300 people", "gave Ukraine 12 tanks"; but "the Nord Stream 2 pipelines".
  let k = numeral.first - 1;
  for (let n = 0; n < MAX_NAME && at(tokens, k).kind === 'word' && at(tokens, k).capital; n++) k--;
  if (!words.determiners.has(at(tokens, k).text)) return false;
  // "In the Coalition of the Willing 26 countries …": a name that goes on over "of the" has no number of its own.
  return !(words.of.has(at(tokens, k - 1).text) && at(tokens, k - 2).capital);
}

/** "the Big Three", "Group of Seven", "Five Eyes": a number word with a capital in the middle of a sentence. */
function isCapitalWord(scan: Scan, { numeral, first, hedged }: Candidate): boolean {
  const { tokens } = scan;
  const token = at(tokens, numeral.first);
  if (token.kind !== 'word' || !token.capital || first !== numeral.first || hedged) return false;
  const before = at(tokens, numeral.first - 1);
  if (opens(token, before) || before.kind === 'mark' || inHeadline(scan, numeral.first)) return false;
  return numeral.value !== null && numeral.form !== 'group';
}

/** 737 Max, 787 Dreamliner; 10 Downing Street, 575 Wilbraham Road. */
function isModelOrAddress({ tokens, words }: Scan, { numeral, unit, hedged }: Candidate): boolean {
  const token = at(tokens, numeral.first);
  if (token.kind !== 'digits' || numeral.next !== numeral.first + 1 || unit !== null) return false;
  const name = at(tokens, numeral.next);
  if (words.models.has(token.number!.value) && !token.number!.grouped && (name.capital || !hedged)) return true;
  for (let k = numeral.next; k < numeral.next + 4; k++) {
    const word = at(tokens, k);
    if (word.kind !== 'word' || !word.capital || word.line) return false;
    if (k > numeral.next && words.streets.has(word.text)) return true;
  }
  return false;
}

export const isName = (scan: Scan, candidate: Candidate): boolean =>
  isJoined(scan, candidate) ||
  isLabelled(scan, candidate) ||
  isNamed(scan, candidate) ||
  isCapitalWord(scan, candidate) ||
  isModelOrAddress(scan, candidate);
