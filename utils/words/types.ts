/** Types of the UI texts: flat tables of sentences with {placeholders}, checked by the compiler. */
import type { en } from './en.ts';
import type { Language } from './languages.ts';

/** One text; where a number decides the form, one per plural rule, chosen by the parameter `n`. */
export type Text = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

export type Table = Readonly<Record<string, Text>>;

export type Key = keyof typeof en;

/** Everything in one language, as it is loaded. */
export type FullTable = Readonly<Record<Key, Text>>;

/** The forms that whole numbers below a million take in a language. */
type Forms<L extends Language> = Readonly<
  Record<L extends 'uk' | 'pl' ? 'one' | 'few' | 'many' : 'one' | 'other', string>
>;

/** A part of the English table in another language: every key, and all plural forms where English has some. */
export type Translated<T extends Table, L extends Language> = {
  readonly [K in keyof T]: T[K] extends string ? string | Forms<L> : Forms<L>;
};

type Placeholders<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
type Names<T> = T extends string ? Placeholders<T> : Placeholders<T[keyof T]> | 'n';
type Params<N extends string> = { [K in N]: K extends 'n' ? number : string | number };

/** The parameters a text needs: none, or one object with all its placeholders. */
export type ArgsOf<K extends Key> = [Names<(typeof en)[K]>] extends [never]
  ? []
  : [params: Params<Names<(typeof en)[K]>>];

/** Texts and formats of one language. `K` is the part of the table that is at hand: cards carry only theirs. */
export interface Words<K extends Key = Key> {
  locale: Language;
  /** The text for `key`, its placeholders filled. */
  t<Each extends K>(key: Each, ...params: ArgsOf<Each>): string;
  /** "4 Sep 2025", "Sep 2025" or "2025" from `YYYY[-MM[-DD]]`; anything else is given back as it is. */
  date(iso: string): string;
  /** "4–5 Sep 2025": first and last of several dates; "" for none. */
  dates(isos: readonly string[]): string;
  /** "1,100", "€1.1bn", "28.5%": a value with its unit, where the unit is written with a sign. */
  amount(value: number, unit?: string | null): string;
  /** "A, B and C". */
  list(parts: readonly string[]): string;
}
