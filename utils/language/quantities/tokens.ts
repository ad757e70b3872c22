/**
 * The first pass of the quantity reader: a text as words, runs of digits and single marks. One pass, linear; digits with
 * their group separators ("1,100", "12 000", "1'100") are one token, because only the characters tell them from a list.
 */
import type { Span } from '../types.ts';

export interface Token extends Span {
  kind: 'word' | 'digits' | 'mark' | 'end';
  /** Words: lower case, straight apostrophes. Marks: the character, hyphens and minus signs as "-", dashes as "–". */
  text: string;
  /** White space, or the start of the text, stands before it. */
  gap: boolean;
  /** A line break, or the start of the text, stands before it. */
  line: boolean;
  /** Begins with a capital. */
  capital: boolean;
  /** Capitals only, two or more. */
  upper: boolean;
  /** For digits. */
  number?: Digits | undefined;
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

const END: Token = { kind: 'end', start: 0, end: 0, text: '', gap: true, line: true, capital: false, upper: false };

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
  ) {}

  // Written out rather than spread: this is where the reader spends its time on ordinary text.
  #push(kind: Token['kind'], start: number, end: number, text: string, number?: Digits): number {
    this.#add(kind, start, end, text, false, false, number);
    return end;
  }

  #add(
    kind: Token['kind'],
    start: number,
    end: number,
    text: string,
    capital: boolean,
    upper: boolean,
    number?: Digits,
  ): void {
    const gap = this.#gap;
    const line = this.#line;
    this.tokens.push({ kind, start, end, text, gap, line, capital, upper, number });
    this.#gap = false;
    this.#line = false;
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
    // Small ASCII letters only, which most words are: nothing to fold.
    while (isSmall(text.charCodeAt(end))) end++;
    let plain = true;
    for (; end < text.length; ) {
      const code = text.charCodeAt(end);
      if (isSmall(code)) end++;
      else if (isLetter(code, text, end)) {
        plain = false;
        end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      } else if (isApostrophe(code) && end + 1 < text.length && isLetter(text.charCodeAt(end + 1), text, end + 1)) {
        plain = false;
        end++;
      } else break;
    }
    const raw = text.slice(start, end);
    // Addresses hold numbers that count nothing; so do handles and tags (below).
    if (text.charCodeAt(end) === COLON && text.startsWith('://', end))
      return this.#push('mark', start, this.#chunkEnd(end), '@');
    if (raw.length === 3 && text.charCodeAt(end) === STOP && raw.toLowerCase() === 'www')
      return this.#push('mark', start, this.#chunkEnd(end), '@');
    if (plain) return this.#push('word', start, end, raw);
    const first = text.charCodeAt(start);
    const capital = first < 128 ? isCapital(first) : UPPER.test(raw);
    const lower = raw.toLowerCase();
    const upper = capital && raw.length > 1 && raw === raw.toUpperCase();
    this.#add('word', start, end, lower.includes('’') ? lower.replaceAll('’', "'") : lower, capital, upper);
    return end;
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
    return this.#push('digits', start, end, fraction ? `${integer}.${fraction}` : integer, {
      value: Number(fraction ? `${integer}.${fraction}` : integer),
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
    const { text } = this;
    for (let i = 0; i < text.length; ) {
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
        let end = i + 1;
        while (text.charAt(end) === character) end++;
        i = this.#push('mark', i, end, MARKS.get(character) ?? character);
      }
    }
    return this.tokens;
  }
}

/** Tokens of a text, in order. `decimal` is the language's decimal mark; the other of "." and "," groups thousands. */
export function tokenize(text: string, decimal: '.' | ','): Token[] {
  return new Tokenizer(text, decimal).run();
}
