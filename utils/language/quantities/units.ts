/** What a number is measured in: currencies before and behind it, per cent, kilometres, years; and ages. */
import type { QuantityKind } from '../types.ts';
import type { Numeral, Scan } from './numeral.ts';
import { phraseFrom, phraseUpTo } from './phrases.ts';
import { at, glued } from './tokens.ts';
import type { Unit } from './words.ts';

/** A currency right before token `i` ("€", "US$", "Rs", "EUR"), with the index of its first token. */
export function currencyBefore(
  scan: Scan,
  i: number,
  floor: number,
  size: number,
): { unit: string; first: number } | null {
  const { tokens, words } = scan;
  let found = phraseUpTo(words.currencyBefore, tokens, i - 1, floor);
  // "A$40m" are Australian; in "A $40m loan" the article stands apart from the sign.
  if (
    found &&
    found.first < i - 1 &&
    words.articles.has(at(tokens, found.first).text) &&
    !glued(tokens, found.first + 1)
  )
    found = phraseUpTo(words.currencyBefore, tokens, i - 1, found.first + 1);
  if (!found || (found.value.from !== undefined && size < found.value.from)) return null;
  const code = at(scan.tokens, found.first);
  // "Rs", "EUR", "RM79"; not "try 300".
  if (code.kind === 'word' && !code.capital) return null;
  return { unit: found.value.unit, first: found.first };
}

export interface UnitAfter {
  unit: string;
  kind: QuantityKind;
  next: number;
}

/** Letters glued to the digits ("64GB", "500mg", "32m2"): case matters first, then not. */
function symbolAt({ text, tokens, words }: Scan, i: number): { unit: Unit; next: number } | null {
  const token = at(tokens, i);
  if (token.kind !== 'word' || token.gap) return null;
  const raw = text.slice(token.start, token.end);
  const power = glued(tokens, i + 1) && at(tokens, i + 1).kind === 'digits' ? at(tokens, i + 1).text : '';
  if (power) {
    const powered = words.symbols.get(raw + power);
    return powered ? { unit: powered, next: i + 2 } : null;
  }
  const unit = words.symbols.get(raw) ?? words.symbols.get(token.text);
  return unit ? { unit, next: i + 1 } : null;
}

/** The unit behind a number, perhaps after a hyphen ("90-billion-euro") or an article ("half an hour"). */
export function unitAfter(scan: Scan, numeral: Numeral): UnitAfter | null {
  const { tokens, words } = scan;
  if (numeral.unit) return { ...numeral.unit, next: numeral.next };
  let i = numeral.next;
  const symbol = symbolAt(scan, i);
  if (symbol) return { unit: symbol.unit.unit, kind: symbol.unit.kind, next: symbol.next };
  const hyphen = at(tokens, i).text === '-' && glued(tokens, i) && glued(tokens, i + 1);
  if (hyphen) i++;
  else if (numeral.form === 'fraction' && words.articles.has(at(tokens, i).text)) i++;
  else if (numeral.form === 'vague' && words.of.has(at(tokens, i).text)) i++;
  if (at(tokens, i).line || (hyphen && at(tokens, i).kind !== 'word')) return null;
  const spaced = at(tokens, i);
  const raw = scan.text.slice(spaced.start, spaced.end);
  // "500 Nm" are not nanometres: as printed before in small letters.
  const printed = spaced.capital && raw.length > 1 ? words.symbols.get(raw) : undefined;
  const found = printed ? null : phraseFrom(words.units, tokens, i);
  if (found && (found.value.from === undefined || numeral.high >= found.value.from))
    return { unit: found.value.unit, kind: found.value.kind, next: found.next };
  // "300 Hz", "35 GWh": symbols of two letters and more may stand apart; a single letter is too often a name or a word.
  const apart = spaced.kind === 'word' && raw.length > 1 ? words.symbols.get(raw) : undefined;
  return apart ? { unit: apart.unit, kind: apart.kind, next: i + 1 } : null;
}

/** "-year-old", " years old", "month-old": the index after it, or null. */
export function oldAfter({ tokens, words }: Scan, i: number): number | null {
  const k = at(tokens, i).text === '-' && glued(tokens, i + 1) ? i + 1 : i;
  if (!words.old.has(at(tokens, k).text) || at(tokens, k).line) return null;
  return k + 1;
}

/** "aged 45", "age of 21": the index of the first token, or null. */
export function ageBefore({ tokens, words }: Scan, i: number, floor: number): number | null {
  return phraseUpTo(words.ageBefore, tokens, i - 1, floor)?.first ?? null;
}

/** "Maria Ivanova, 45," and "Maria Ivanova (45)": a name, and a number alone between commas or brackets. */
export function isApposedAge({ tokens, words }: Scan, numeral: Numeral): boolean {
  const value = numeral.value ?? 0;
  if (value < MIN_APPOSED_AGE || value > MAX_AGE || at(tokens, numeral.first).number?.length !== 2) return false;
  if (numeral.next !== numeral.first + 1) return false;
  const opening = at(tokens, numeral.first - 1).text;
  const closing = at(tokens, numeral.next).text;
  const name = at(tokens, numeral.first - 2);
  if (!name.capital || name.upper || name.kind !== 'word' || words.neverNames.has(name.text)) return false;
  if (opening === ',') return closing === ',' || closing === '.';
  const surname = at(tokens, numeral.first - 3);
  return opening === '(' && closing === ')' && surname.capital && surname.kind === 'word';
}
/** Below, numbers beside a name are shirts and marks rather than ages. */
const MIN_APPOSED_AGE = 10;
const MAX_AGE = 110;
