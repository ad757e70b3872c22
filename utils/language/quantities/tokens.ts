/**
 * The first pass of the quantity reader: a text as words, runs of digits and single marks. One pass, linear; digits with
 * their group separators ("1,100", "12 000", "1'100") are one token, because only the characters tell them from a list.
 */
import type { Span } from '../types.ts';

export class Token implements Span {
  #text: string | null;

  constructor(
    readonly kind: 'word' | 'digits' | 'mark' | 'end',
    readonly start: number,
    readonly end: number,
    /** White space, or the start of the text, stands before it. */
    readonly gap: boolean,
    /** A line break, or the start of the text, stands before it. */
    readonly line: boolean,
    /** Begins with a capital. */
    readonly capital: boolean,
    /** Null for a word whose text nobody has asked for. */
    text: string | null,
    private readonly source: string,
    /** For digits. */
    readonly number?: Digits,
  ) {
    this.#text = text;
  }

  /**
   * Words: lower case, straight apostrophes. Marks: the character, hyphens and minus signs as "-", dashes as "–".
   * Made when first asked for: few words of a text stand near a number.
   */
  get text(): string {
    if (this.#text !== null) return this.#text;
    const lower = this.source.slice(this.start, this.end).toLowerCase();
    this.#text = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    return this.#text;
  }

  /** Capitals only, two or more. */
  get upper(): boolean {
    if (!this.capital || this.end - this.start < 2) return false;
    const raw = this.source.slice(this.start, this.end);
    return raw === raw.toUpperCase();
  }
}

export interface Digits {
  value: number;
  /** Digits after the decimal mark. */
  decimals: number;
  /** Digits before it. */
  length: number;
  /** Printed in groups of three. */
  grouped: boolean;
  /** Begins with a zero that says nothing ("0401"): a code or a telephone number. */
  code: boolean;
}

/** Beyond this many digits nothing is counted, and doubles lose the last ones. */
const MAX_DIGITS = 15;

const END = new Token('end', 0, 0, true, true, false, '', '');

/** The token at an index, or an end mark outside the text. */
export const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? END;

/** Stands against the token before it, without a space. */
export const glued = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  return token !== undefined && index > 0 && !token.gap;
};

const LETTER = /[\p{L}\p{M}_]/u;
const UPPER = /^\p{Lu}/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number, text: string, i: number): boolean => {
  if (code < 128) return isSmall(code) || isCapital(code) || code === 95;
  return LETTER.test(String.fromCodePoint(text.codePointAt(i) ?? 0));
};
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2bc;

const COLON = 58;
const STOP = 46;

const MARKS = new Map<string, string>([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2212', '-'],
  ['\u2012', '–'],
  ['\u2014', '–'],
  ['\u2015', '–'],
  ['\u2019', "'"],
  ['\u02bc', "'"],
]);

/** Characters that may part groups of three digits, besides the mark that is not the decimal one. */
const isGroupSpace = (code: number): boolean =>
  code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x2007;

class Tokenizer {
  readonly tokens: Token[] = [];
  #gap = true;
  #line = true;

  constructor(
    readonly text: string,
    readonly decimal: '.' | ',',
    readonly start: number,
    readonly end: number,
  ) {}

  #push(kind: Token['kind'], start: number, end: number, text: string, number?: Digits): number {
    this.tokens.push(new Token(kind, start, end, this.#gap, this.#line, false, text, this.text, number));
    this.#gap = false;
    this.#line = false;
    return end;
  }

  #pushWord(start: number, end: number, capital: boolean): number {
    this.tokens.push(new Token('word', start, end, this.#gap, this.#line, capital, null, this.text));
    this.#gap = false;
    this.#line = false;
    return end;
  }

  /** End of the run of characters that are not white space. */
  #chunkEnd(i: number): number {
    let end = i;
    while (end < this.text.length && !isSpace(this.text.charCodeAt(end))) end++;
    return end;
  }

  #word(start: number): number {
    const { text } = this;
    let end = start;
    for (; end < text.length; ) {
      const code = text.charCodeAt(end);
      if (isSmall(code)) end++;
      else if (isLetter(code, text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      else if (isApostrophe(code) && end + 1 < text.length && isLetter(text.charCodeAt(end + 1), text, end + 1)) end++;
      else break;
    }
    // Addresses hold numbers that count nothing; so do handles and tags (below).
    const next = text.charCodeAt(end);
    if (next === COLON && text.startsWith('://', end)) return this.#push('mark', start, this.#chunkEnd(end), '@');
    if (next === STOP && end - start === 3 && text.slice(start, end).toLowerCase() === 'www')
      return this.#push('mark', start, this.#chunkEnd(end), '@');
    const first = text.charCodeAt(start);
    return this.#pushWord(start, end, first < 128 ? isCapital(first) : UPPER.test(text.slice(start, end)));
  }

  /** End of a group of exactly three digits at `i`, or -1. */
  #group(i: number): number {
    for (let k = 0; k < 3; k++) if (!isDigit(this.text.charCodeAt(i + k))) return -1;
    return isDigit(this.text.charCodeAt(i + 3)) ? -1 : i + 3;
  }

  #digits(start: number): number {
    const { text } = this;
    let end = start;
    while (isDigit(text.charCodeAt(end))) end++;
    let integer = text.slice(start, end);
    let grouped = false;
    const separator = text.charAt(end);
    const code = text.charCodeAt(end);
    const groups = separator === (this.decimal === '.' ? ',' : '.') || isApostrophe(code) || isGroupSpace(code);
    if (groups && integer.length <= 3 && integer[0] !== '0') {
      let next = this.#group(end + 1);
      while (text.charAt(end) === separator && next > 0 && integer.length <= MAX_DIGITS) {
        integer += text.slice(end + 1, next);
        grouped = true;
        end = next;
        next = this.#group(end + 1);
      }
    }
    let fraction = '';
    if (text.charAt(end) === this.decimal && isDigit(text.charCodeAt(end + 1))) {
      let stop = end + 1;
      while (isDigit(text.charCodeAt(stop))) stop++;
      fraction = text.slice(end + 1, stop);
      end = stop;
    }
    if (integer.length > MAX_DIGITS || fraction.length > MAX_DIGITS) return this.#push('mark', start, end, '#');
    // "1.2.3", "1,2,3": versions, addresses, lists of codes.
    if ((text.charAt(end) === '.' || text.charAt(end) === ',') && isDigit(text.charCodeAt(end + 1)))
      return this.#push('mark', start, this.#codeEnd(end), '#');
    const printed = fraction ? `${integer}.${fraction}` : integer;
    return this.#push('digits', start, end, printed, {
      value: Number(printed),
      decimals: fraction.length,
      length: integer.length,
      grouped,
      code: integer.length > 1 && integer[0] === '0',
    });
  }

  #codeEnd(i: number): number {
    let end = i;
    for (;;) {
      const code = this.text.charCodeAt(end);
      if (isDigit(code)) end++;
      else if ((code === 46 || code === 44) && isDigit(this.text.charCodeAt(end + 1))) end++;
      else return end;
    }
  }

  run(): Token[] {
    const { text, start, end } = this;
    for (let i = start; i < end; ) {
      const code = text.charCodeAt(i);
      if (isSmall(code)) i = this.#word(i);
      else if (isSpace(code)) {
        this.#gap = true;
        if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) this.#line = true;
        i++;
      } else if (isDigit(code)) i = this.#digits(i);
      else if (isLetter(code, text, i)) i = this.#word(i);
      else if (code === 64 || (code === 35 && !isSpace(text.charCodeAt(i + 1)) && i + 1 < text.length))
        i = this.#push('mark', i, this.#chunkEnd(i), '@');
      else {
        const character = text.charAt(i);
        let last = i + 1;
        while (text.charAt(last) === character) last++;
        i = this.#push('mark', i, last, MARKS.get(character) ?? character);
      }
    }
    return this.tokens;
  }
}

/**
 * Tokens that begin between `start` and `end`, in order; the last may reach beyond. `decimal` is the language's decimal mark;
 * the other of "." and "," groups thousands.
 */
export function tokenize(text: string, decimal: '.' | ',', start = 0, end = text.length): Token[] {
  return new Tokenizer(text, decimal, start, end).run();
}
