/** Numbers that are days, years and times of day. */
import type { Candidate } from './candidate.ts';
import type { Scan } from './numeral.ts';
import { phraseFrom } from './phrases.ts';
import { at, glued } from './tokens.ts';

/** Between the days of "27 and 28 March", "3–4 September", "6, 7 and 8 January": so many tokens at most. */
const MAX_DAY_LIST = 8;
const LAST_DAY = 31;

const isMonth = ({ tokens, words }: Scan, i: number): boolean =>
  words.months.has(at(tokens, i).text) && (at(tokens, i).capital || !words.monthsCapital);

/** Index of the word before `i`, over the full stop of an abbreviation ("Sept. 4"). */
const before = ({ tokens }: Scan, i: number): number =>
  at(tokens, i - 1).text === '.' && glued(tokens, i - 1) ? i - 2 : i - 1;

const isDay = ({ tokens }: Scan, i: number): boolean => {
  const digits = at(tokens, i).number;
  return (
    digits !== undefined && digits.decimals === 0 && !digits.grouped && digits.value >= 1 && digits.value <= LAST_DAY
  );
};

/** A day's suffix: "4th". */
const overSuffix = ({ tokens, words }: Scan, i: number): number =>
  glued(tokens, i) && words.ordinalSuffixes.has(at(tokens, i).text) ? i + 1 : i;

/** "4 September", "27 and 28 March", "4th of July": a month follows the number at `i`, perhaps after other days. */
function monthFollows(scan: Scan, i: number): boolean {
  const { tokens, words } = scan;
  let k = overSuffix(scan, i + 1);
  for (let n = 0; n < MAX_DAY_LIST; n++) {
    if (words.of.has(at(tokens, k).text)) k++;
    if (at(tokens, k).text === '-' && glued(tokens, k)) k++;
    if (isMonth(scan, k)) return true;
    const joint = at(tokens, k).text;
    if (
      joint !== '-' &&
      joint !== '–' &&
      joint !== ',' &&
      !words.and.has(joint) &&
      !words.or.has(joint) &&
      !words.to.has(joint)
    )
      if (!isDay(scan, k) || n === 0) return false;
    if (isDay(scan, k)) k = overSuffix(scan, k + 1);
    else k++;
  }
  return false;
}

/** "September 4", "Sept. 4", "27–28" after March, unless it counts: "in May 26 countries", "in May 26 of them". */
function monthPrecedes(scan: Scan, { numeral, noun, unit }: Candidate): boolean {
  const month = before(scan, numeral.first);
  if (!isMonth(scan, month)) return false;
  const { words, tokens } = scan;
  const ofThem = words.of.has(at(tokens, numeral.next).text) && words.pronouns.has(at(tokens, numeral.next + 1).text);
  const counts = noun.noun !== null || unit !== null || ofThem;
  return !(counts && scan.words.monthAlone.has(at(scan.tokens, month - 1).text));
}

const HOURS = 24;
const MINUTES = 60;
/** What is set for a time of day is set for a full quarter of an hour or five minutes. */
const FULL_MINUTES = 5;
/** What an entry of a live report in one paragraph stands behind. */
const ENTRY_BEFORE = /^[.!?…”"»—–•|]$/u;

/** "11 a.m.", "6pm", "10 GMT", "five o'clock"; 3:45, 10:30; "1.56pm". */
function isClock(scan: Scan, i: number): boolean {
  const { tokens, words } = scan;
  if (phraseFrom(words.clock, tokens, i + 1)) return true;
  const colon = (k: number): boolean => at(tokens, k).text === ':' && glued(tokens, k) && glued(tokens, k + 1);
  if (colon(i + 1) && at(tokens, i + 2).kind === 'digits') return true;
  const dotted = at(tokens, i).number;
  if (dotted?.decimals === 2 && dotted.value < HOURS && Math.round((dotted.value % 1) * 100) < MINUTES) {
    // "18.47 The doors open": an entry of a live report. "At 14.30".
    const next = at(tokens, i + 1);
    if (at(tokens, i).line && next.kind === 'word' && next.capital && next.gap) return true;
    // "15.05: Doors shut. 15.40: He is patched in."
    const entry = at(tokens, i).line || i === 0 || ENTRY_BEFORE.test(at(tokens, i - 1).text);
    if (entry && next.text === ':' && at(tokens, i + 2).gap) return true;
    const full = Math.round((dotted.value % 1) * 100) % FULL_MINUTES === 0;
    if (full && words.clockAfter.has(at(tokens, i - 1).text) && next.kind !== 'word' && next.text !== '%') return true;
  }
  return colon(i - 1) && at(tokens, i - 2).kind === 'digits';
}

/** "Half past three", "twenty past nine": both numbers, the one before "past" and the hour behind it. */
function isOnTheHour({ tokens, words }: Scan, { numeral, high, noun, unit }: Candidate): boolean {
  if (unit !== null) return false;
  const hour = (i: number): boolean =>
    (words.small.get(at(tokens, i).text) ?? at(tokens, i).number?.value ?? HOURS) <= HALF_DAY;
  const part = numeral.form === 'fraction' || words.pastBefore.has(at(tokens, numeral.first).text);
  if (part && words.past.has(at(tokens, high.next).text)) return hour(high.next + 1);
  const before = at(tokens, numeral.first - 2).text;
  const isHour = noun.noun === null && (numeral.value ?? HOURS) <= HALF_DAY;
  return isHour && words.past.has(at(tokens, numeral.first - 1).text) && words.pastBefore.has(before);
}
const HALF_DAY = 12;

/** A bare number of four digits that can be a year. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;
/** From here on four bare digits are years unless they plainly count. */
const YEARS_FROM = 1900;
const YEARS_LIKELY_FROM = 1500;
/** Years that the news dates loosely. */
const HEDGED_FROM = 1900;
const HEDGED_TO = 2070;

export const canBeYear = ({ tokens }: Scan, i: number): boolean => {
  const digits = at(tokens, i).number;
  return (
    digits !== undefined &&
    digits.length === 4 &&
    digits.decimals === 0 &&
    !digits.grouped &&
    digits.value >= FIRST_YEAR &&
    digits.value <= LAST_YEAR
  );
};

function isYear(scan: Scan, candidate: Candidate, afterYear: boolean): boolean {
  const { tokens, words } = scan;
  const { numeral, high, unit, hedged, noun, bound } = candidate;
  if (!canBeYear(scan, numeral.first) || numeral.next !== numeral.first + 1) return false;
  if (unit !== null) return false;
  if (candidate.range) {
    // 2014-2017 and 2019-20; "1,200 to 2,500", printed without commas, is counted.
    const seasons = candidate.joint === '-' && at(tokens, high.first).number?.length === 2 && noun.noun === null;
    return seasons || (canBeYear(scan, high.first) && !words.peopleNouns.has(noun.noun?.lemma ?? ''));
  }
  const value = numeral.value ?? 0;
  const previous = at(tokens, before(scan, candidate.first)).text;
  const counted = noun.noun !== null && !noun.compound;
  const preposition = words.yearBefore.has(previous);
  // "around 2030", "until at least 2027" are years; "more than 2000" is not.
  if (hedged) {
    const near = value > HEDGED_FROM && value < HEDGED_TO && bound !== '>' && bound !== '<' && bound !== '=';
    return !counted && (preposition || afterYear || near);
  }
  if (value >= YEARS_FROM) return !(counted && words.peopleNouns.has(noun.noun!.lemma) && !preposition);
  if (value >= YEARS_LIKELY_FROM) return preposition || afterYear || !counted;
  return preposition || afterYear;
}

/** The season "2021/22", the dates "9/11", "04/09/2025", "4.9.2025" (the tokenizer's codes), and "24/7". */
function isSlashed({ tokens }: Scan, { numeral, high }: Candidate): boolean {
  if (numeral.form === 'fraction') return false;
  const slash = (k: number): boolean => at(tokens, k).text === '/' && glued(tokens, k) && glued(tokens, k + 1);
  const after = slash(high.next) && at(tokens, high.next + 1).kind === 'digits';
  return after || slash(numeral.first - 1);
}

/** Day, year or time of day. `afterYear`: the token range just before was a year, joined to this one by "and" or "to". */
export function isDate(scan: Scan, candidate: Candidate, afterYear: boolean, afterDay: boolean): boolean {
  const { numeral, high, noun, unit } = candidate;
  if (isSlashed(scan, candidate)) return true;
  if (isClock(scan, high.next - 1) || isClock(scan, numeral.first)) return true;
  if (isOnTheHour(scan, candidate)) return true;
  if (isYear(scan, candidate, afterYear)) return true;
  const counts = noun.noun !== null || unit !== null;
  if (afterDay && isDay(scan, numeral.first) && !counts) return true;
  for (const number of candidate.range ? [numeral, high] : [numeral]) {
    if (isDay(scan, number.first) && number.next === number.first + 1 && monthFollows(scan, number.first)) return true;
  }
  return isDay(scan, numeral.first) && monthPrecedes(scan, candidate);
}
