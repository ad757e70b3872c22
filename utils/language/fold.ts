/**
 * Folding: the same letters for the same name, whatever the publisher's typography. Diacritics go, apostrophes and hyphens
 * become the plain ones, invisible characters vanish. Case is kept. Offsets into the original are kept where asked for.
 */

/** Letters that Unicode does not decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
}; // prettier-ignore

const INVISIBLE = /\u00AD|[\u200B-\u200D]|\u2060|\uFEFF|\u180E/u;
const APOSTROPHE = /[\u2018\u2019\u201B\u02BC\u02B9\u00B4\uFF07\u2032]/u;
const HYPHEN = /[\u2010\u2011\u2012\uFE63\uFF0D]/u;
const SPACE = /[\s\u00A0\u202F\u2007\u2009]/u;
const MARK = /\p{M}/u;
const PLAIN = /^[\u0000-\u007E]*$/;
const NOT_PLAIN = /[^\u0000-\u007E]+/g;

/** One character (code point) folded; may be empty or two letters. */
function foldCharacter(character: string): string {
  if (character <= '\u007E') return character;
  if (INVISIBLE.test(character) || MARK.test(character)) return '';
  if (APOSTROPHE.test(character)) return "'";
  if (HYPHEN.test(character)) return '-';
  if (SPACE.test(character)) return ' ';
  const letter = LETTERS[character];
  if (letter !== undefined) return letter;
  const base = character.normalize('NFD');
  if (base.length === character.length) return character;
  let out = '';
  for (const part of base) if (!MARK.test(part)) out += LETTERS[part] ?? part;
  return out;
}

/** A text has the same few quotation marks and accents again and again; a hostile one may have all there are. */
const folds = new Map<string, string>();
const MOST_FOLDS = 1_000;

function foldKnown(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character);
  if (folds.size < MOST_FOLDS) folds.set(character, folded);
  return folded;
}

/** The text with its letters folded; case is kept. */
export function fold(text: string): string {
  return text.replace(NOT_PLAIN, (characters) => {
    let out = '';
    for (const character of characters) out += foldKnown(character);
    return out;
  });
}

export interface Folded {
  text: string;
  /** For an offset in the folded text, the offset in the original of the character it comes from. */
  original(offset: number): number;
}

/** The folded text with the way back. Offsets past the end give the original's length. */
export function foldKeepingOffsets(text: string): Folded {
  if (PLAIN.test(text)) return { text, original: (offset) => Math.min(Math.max(offset, 0), text.length) };
  let out = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldKnown(character);
    for (let i = 0; i < folded.length; i++) starts.push(at);
    out += folded;
    at += character.length;
  }
  return { text: out, original: (offset) => (offset < 0 ? (starts[0] ?? 0) : (starts[offset] ?? text.length)) };
}

/** Folded and in lower case: the key under which spellings of one name meet. */
export const foldKey = (text: string): string => fold(text).toLowerCase();
