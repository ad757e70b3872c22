import type { Bound, QuantityKind } from '../types.ts';
import type { NounAfter } from './nouns.ts';
import type { Numeral } from './numeral.ts';

/** A number with all that belongs to it, before it is known whether it counts anything. */
export interface Candidate {
  /** The number, or the low end of a range. */
  numeral: Numeral;
  /** The high end of a range, else the number again. */
  high: Numeral;
  range: boolean;
  /** How a range is joined: "-" for digits with a hyphen or dash, else the word. */
  joint: string;
  /** Currency or unit; null for a plain count. */
  unit: string | null;
  kind: QuantityKind;
  /** Index of the first token of the hedges and the currency. */
  first: number;
  /** Index after the number, its unit and the hedge beside it. */
  next: number;
  /** A hedge stands beside it. */
  hedged: boolean;
  bound: Bound;
  noun: NounAfter;
}
