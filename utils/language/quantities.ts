/**
 * The quantity reader: every number in a text that counts or measures something, with what the words around it say of how
 * exactly it holds, and the noun it counts (design: figures.md, "Reading a quantity").
 *
 * One pass from left to right over the tokens. At each token that can begin a number, small tables of phrases are consulted a
 * bounded number of tokens to either side, so that time is linear in the text whatever it holds. What makes a number no
 * quantity (dates, names, results of matches, page furniture) is decided last, when all that surrounds it is known.
 * No language is built in: see `QuantityWords` (quantities/words.ts) and its English tables (en/numbers.ts).
 */
import { canBeYear, isDate } from './quantities/dates.ts';
import { type Draft, draftOf } from './quantities/draft.ts';
import { VULGAR } from './quantities/fractions.ts';
import { intervalsOf, precisionOf } from './quantities/intervals.ts';
import { isName } from './quantities/names.ts';
import type { Scan } from './quantities/numeral.ts';
import { readNumeral } from './quantities/numerals.ts';
import { ordinalEnd, readOrdinal } from './quantities/ordinals.ts';
import { isOther } from './quantities/others.ts';
import { type Starters, startersOf } from './quantities/starters.ts';
import { at, glued, type Token, tokenize } from './quantities/tokens.ts';
import type { QuantityWords } from './quantities/words.ts';
import type { Bound, Quantity } from './types.ts';

export type { QuantityWords } from './quantities/words.ts';

/** Sums that are told without their currency are of this size at least (people, shells and votes are told in millions), … */
const MONEY_FROM = 1_000_000_000;
/** … so many quantities behind the one that gave it, … */
const MONEY_BACK = 3;
/** … and within a sentence or two of it, in characters. */
const MONEY_REACH = 240;

class Reader {
  readonly quantities: Quantity[] = [];
  /** Tokens before this index belong to a quantity already read. */
  #floor = 0;
  /** The last number that was a year or a day, and the token after it: "between 2014 and 2017". */
  #lastDate: { next: number; year: boolean } = { next: -1, year: false };
  /** Index after the last number that was part of a name: "Articles 4 and 5". */
  #afterName = -1;
  /** The quantity that counts a part ("26 of the 35"), and where the whole's number begins. */
  #part: { quantity: Quantity; whole: number } | null = null;

  readonly #starters: Starters;

  constructor(readonly scan: Scan) {
    this.#starters = startersOf(scan.words);
  }

  run(): Quantity[] {
    const { tokens } = this.scan;
    for (let i = 0; i < tokens.length; ) i = this.#mayBegin(tokens[i]!) ? this.#step(i) : i + 1;
    return this.quantities;
  }

  /** A number may begin here; most words are told by their letters not to. */
  #mayBegin(token: Token): boolean {
    if (token.kind === 'digits') return true;
    if (token.kind === 'mark') return VULGAR.has(token.text);
    const { mayBegin, words } = this.#starters;
    if (!mayBegin(this.scan.text, token.start, token.end)) return false;
    return words.has(token.text);
  }

  /** Reads what begins at token `i`; returns the index to go on from. */
  #step(i: number): number {
    const ordinal = readOrdinal(this.scan, i);
    if (ordinal) {
      this.#pushOrdinal(ordinal);
      return ordinal.end;
    }
    const place = ordinalEnd(this.scan, i);
    if (place !== null) return place;
    const numeral = readNumeral(this.scan, i);
    if (!numeral) return i + 1;
    const draft = draftOf(this.scan, numeral, this.#floor);
    if (!draft) return numeral.next;
    if (this.#isCountedOne(draft)) draft.numeral = { ...numeral, form: 'words' };
    const date = isDate(this.scan, draft, this.#joinsDate(i, true), this.#joinsDate(i, false));
    if (date) {
      this.#lastDate = { next: draft.high.next, year: canBeYear(this.scan, draft.high.first) };
      return draft.high.next;
    }
    if (isName(this.scan, draft) || this.#joinsName(draft)) {
      this.#afterName = draft.high.next;
      return draft.high.next;
    }
    if (this.#repeats(draft) || isOther(this.scan, draft)) return draft.high.next;
    this.#push(draft);
    return draft.end;
  }

  /** The number at `i` is joined by "and", "to" or a dash to a year (or a day) just before. */
  #joinsDate(i: number, year: boolean): boolean {
    const { tokens, words } = this.scan;
    if (this.#lastDate.next !== i - 1 || this.#lastDate.year !== year) return false;
    const joint = at(tokens, i - 1).text;
    return joint === '-' || joint === '–' || words.and.has(joint) || words.to.has(joint) || words.or.has(joint);
  }

  /** "Lots 12 and 13": joined to the number of a name, it counts nothing that is said. */
  #joinsName({ first, numeral, noun, unit, hedged }: Draft): boolean {
    const { tokens, words } = this.scan;
    const joint = at(tokens, first - 1).text;
    const joined = joint === ',' || words.and.has(joint) || words.or.has(joint) || words.to.has(joint);
    const bare = at(tokens, numeral.first).kind === 'digits' && numeral.next === numeral.first + 1;
    return joined && bare && this.#afterName === first - 1 && noun.noun === null && unit === null && !hedged;
  }

  /** "One dead and two injured", "two sons and one daughter": beside another count the pronoun is one too. */
  #isCountedOne({ numeral, first, noun, end, unit, range }: Draft): boolean {
    const { tokens, words } = this.scan;
    if (numeral.form !== 'pronoun' || range || unit !== null || !noun.noun || noun.compound) return false;
    if (noun.noun.lemma !== at(tokens, end - 1).text) return false;
    const joins = (i: number): boolean => words.and.has(at(tokens, i).text) || words.or.has(at(tokens, i).text);
    const following = at(tokens, end + 1);
    if (joins(end))
      return following.kind === 'digits' || words.small.has(following.text) || words.tens.has(following.text);
    return joins(first - 1) && this.#floor === first - 1 && this.quantities.at(-1)?.noun != null;
  }

  /** "Twenty-six (26) countries": the same number once more. */
  #repeats({ printed, numeral, high }: Draft): boolean {
    const { tokens } = this.scan;
    const bracketed = at(tokens, numeral.first - 1).text === '(' && at(tokens, high.next).text === ')';
    return bracketed && this.#floor === numeral.first - 1 && printed.value === this.quantities.at(-1)?.value;
  }

  #push(draft: Draft): void {
    const { text, tokens } = this.scan;
    const opener = at(tokens, draft.first - 1);
    // "several thousand" French soldiers: the span holds both quotation marks or none.
    const quoted =
      draft.noun.quoted && draft.first - 1 >= this.#floor && opener.kind === 'mark' && glued(tokens, draft.first);
    const start = quoted ? opener.start : at(tokens, draft.first).start;
    const coreEnd = at(tokens, draft.next - 1).end;
    const end = Math.max(at(tokens, draft.end - 1).end, coreEnd);
    const bound = this.#converts(draft) ?? draft.bound;
    const { hard, soft } = intervalsOf(draft.printed, bound);
    const { value } = draft.printed;
    const unit = draft.unit ?? this.#moneyBefore(draft, start);
    const quantity: Quantity = {
      start,
      end,
      surface: text.slice(start, end),
      core: { start: at(tokens, draft.first).start, end: coreEnd },
      kind: unit === draft.unit ? draft.kind : 'money',
      bound,
      hard,
      soft,
      precision: precisionOf(draft.printed.step),
      unit,
      noun: draft.noun.noun,
    };
    if (value !== null) quantity.value = value;
    this.#add(quantity, draft.numeral.first);
    this.#floor = draft.end;
    this.#part = draft.noun.whole === undefined ? null : { quantity, whole: draft.noun.whole };
  }

  /** "More than 100 kilometres (60 miles)": the same in another unit has the same limit. */
  #converts(draft: Draft): Bound | null {
    const previous = this.quantities.at(-1);
    const { tokens } = this.scan;
    if (!previous || draft.hedged || draft.bound !== '=' || draft.unit === null || draft.unit === previous.unit)
      return null;
    const bracket = at(tokens, draft.first - 1).text === '(' && this.#floor === draft.first - 1;
    const measured = draft.kind === previous.kind && (draft.kind === 'money' || draft.kind === 'measurement');
    const limit = previous.bound !== '=' && previous.bound !== '~' && previous.value !== undefined;
    return bracket && measured && limit && draft.printed.value !== null ? previous.bound : null;
  }

  /** "Paid €1.1bn in a year; the true sum is 22 billion": a large number of nothing, told beside money, is money too. */
  #moneyBefore({ kind, noun, printed }: Draft, start: number): string | null {
    if (kind !== 'cardinal' || noun.noun || noun.whole !== undefined || (printed.value ?? 0) < MONEY_FROM) return null;
    const before = this.quantities.slice(-MONEY_BACK).findLast((q) => q.kind === 'money');
    return before && start - before.end <= MONEY_REACH ? before.unit : null;
  }

  #add(quantity: Quantity, number: number): void {
    if (this.#part && this.#part.whole === number && (quantity.value ?? 0) > (this.#part.quantity.value ?? 0))
      this.#part.quantity.partOf = { start: quantity.start, end: quantity.end };
    this.#part = null;
    this.quantities.push(quantity);
  }

  #pushOrdinal(ordinal: NonNullable<ReturnType<typeof readOrdinal>>): void {
    const { text, tokens } = this.scan;
    const { start } = at(tokens, ordinal.first);
    const { end } = at(tokens, ordinal.end - 1);
    const exact = { low: ordinal.value, high: ordinal.value };
    this.#add(
      {
        start,
        end,
        surface: text.slice(start, end),
        core: { start, end: at(tokens, ordinal.next - 1).end },
        kind: 'ordinal',
        value: ordinal.value,
        bound: '=',
        hard: exact,
        soft: { ...exact },
        precision: 0,
        unit: null,
        noun: ordinal.noun,
      },
      ordinal.first,
    );
    this.#floor = ordinal.end;
  }
}

/**
 * A text longer than any paragraph is read piece by piece, so that the tokens of only one are held: with a million of them
 * most of the time goes into moving them about in memory.
 */
const PIECE = 32_000;

/** Where the piece that begins at `start` ends: behind a line, else a sentence, else a word. */
function pieceEnd(text: string, start: number): number {
  const end = start + PIECE;
  if (end >= text.length) return text.length;
  const half = start + PIECE / 2;
  const later = text.slice(half, end);
  for (const mark of ['\n', '. ', ' ']) {
    const found = later.lastIndexOf(mark);
    if (found >= 0) return half + found + mark.length;
  }
  return end;
}

/** All quantities of a text, in order, none overlapping. Never throws. Offsets are UTF-16 code units, end exclusive. */
export function readQuantities(text: string, words: QuantityWords): Quantity[] {
  const quantities: Quantity[] = [];
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    const tokens = tokenize(text, words.decimal, start, end);
    for (const quantity of new Reader({ text, tokens, words }).run()) quantities.push(quantity);
    start = Math.max(end, tokens.at(-1)?.end ?? 0);
  }
  return quantities;
}
