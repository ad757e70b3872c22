/** What the quantity reader must be told of a language. All words are lower case with straight apostrophes. */
import type { Bound, Interval, QuantityKind } from '../types.ts';
import type { PhraseTable } from './phrases.ts';

/** A word or phrase beside a number that says how exactly it holds. */
export interface Hedge {
  bound: Bound;
  /** Drowned by any other hedge or by the number's own looseness ("a total of"), or not ("exactly two dozen"). */
  exact?: boolean;
  /** No hedge after one of these ("adds up to 30", "the top 10"). */
  notAfter?: ReadonlySet<string>;
  /** A preposition of time before a duration, unless after one of these ("over two years", "for over two years"). */
  durationAfter?: ReadonlySet<string>;
  /** No hedge with a capital inside a sentence ("Max 8"). */
  small?: boolean;
  /** Only before numbers from this on ("pledges top 10,000", but "top three seeds"). */
  from?: number;
  /** Behind the counted noun too ("30 countries or more"). */
  afterNoun?: boolean;
  /** Only where a mark or the end follows: "26 states at least." but "26 at least 12 times". */
  aside?: boolean;
  /** Says how large one thing is ("a 30,000-strong force"): the noun behind it is singular. */
  size?: boolean;
  /** After a space only before a small noun ("30 plus countries", but "26 plus the EU"). */
  beforeNoun?: boolean;
  /** A suffix that stands glued or hyphenated ("30+", "30-plus"), not after a space. */
  suffix?: boolean;
}

/** A unit behind (or a currency before) a number. */
export interface Unit {
  unit: string;
  kind: QuantityKind;
  /** Only where the number is at least this large ("two billion pounds" are money, "two pounds" a weight). */
  from?: number;
}

/** A letter glued to digits that scales them: 3.5m, 10k. */
export interface Suffix {
  scale: number;
  /** Before one of these it is the unit instead ("100m hurdles", "a 37m long skeleton"). */
  unitBefore?: { words: ReadonlySet<string>; unit: Unit };
  /** In brackets behind one of these it is the unit too: "6ft (1.83m)". */
  unitAfter?: ReadonlySet<string>;
  /** Also after a space, if a capital ("8 B people"). */
  spaced?: boolean;
}

export interface QuantityWords {
  /** Decimal mark; the other of "." and "," groups thousands. */
  decimal: '.' | ',';

  // --- number words
  /** one … nineteen and twenty … ninety. The word for one is a pronoun too and counts only beside something that counts. */
  small: ReadonlyMap<string, number>;
  tens: ReadonlyMap<string, number>;
  hundred: ReadonlySet<string>;
  /** thousand and up. */
  scales: ReadonlyMap<string, number>;
  /** "and" within a number, "a" before one, "of", "the". */
  and: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  of: ReadonlySet<string>;
  /** Glued to digits: k, m, bn. */
  suffixes: ReadonlyMap<string, Suffix>;
  /** Units of counting: dozen. They read as "about". */
  packs: ReadonlyMap<string, number>;
  /** Words for so-and-so many things ("trio of"). */
  groups: ReadonlyMap<string, number>;
  /** Amounts without a number, before a noun or a scale: several. `alone`: needs no noun ("a handful"). */
  vague: PhraseTable<Interval & { scaled?: boolean; alone?: boolean; value?: number }>;
  /** Plural scales: dozens, hundreds, thousands, tens (only before "of" and another). */
  plurals: ReadonlyMap<string, { scale: number; low: number; high: number; needsOf?: boolean }>;
  half: ReadonlySet<string>;
  /** What a fraction is read by that is not "of" something: "a quarter less", "a third are". */
  afterFraction: ReadonlySet<string>;
  /** third, thirds, quarter … with the denominator; `plural` for those that follow two and more. */
  denominators: ReadonlyMap<string, { by: number; plural: boolean; needsOf?: boolean }>;
  /** Glued to digits it multiplies: "5x faster". */
  times: ReadonlySet<string>;
  /** sixfold */
  folds: ReadonlyMap<string, number>;
  ordinals: ReadonlyMap<string, number>;
  ordinalSuffixes: ReadonlySet<string>;
  /** Lemmas of nouns that come in numbered series: package, year. Ordinals are read before these only. */
  series: ReadonlySet<string>;
  minus: ReadonlySet<string>;
  /** Between a number and a power of ten: "1.6 × 10⁻¹⁹". */
  by: ReadonlySet<string>;

  // --- ranges and parts
  /** Between two numbers: "to". */
  to: ReadonlySet<string>;
  or: ReadonlySet<string>;
  /** "between" opens a range joined by `and`, "from" one joined by `to`. */
  openers: PhraseTable<'and' | 'to'>;
  /** "in", "out of": one in four. */
  outOf: PhraseTable<'in' | 'out of'>;
  /** Before a number these report a change to it ("rose 5 to 12"): not the low end of a range. */
  changes: ReadonlySet<string>;

  // --- hedges
  before: PhraseTable<Hedge>;
  after: PhraseTable<Hedge>;
  /** Hyphenated to a number: "sub-300". */
  prefixes: ReadonlyMap<string, Hedge>;
  /** Turn a hedge into its opposite: "not over 30", "did not exceed". */
  negations: ReadonlySet<string>;
  /** May stand between a negation and the hedge that it turns: "never had more than". */
  deniedVerbs: ReadonlySet<string>;
  /** May stand before or between hedges: well, just, already. */
  intensifiers: ReadonlySet<string>;

  // --- units
  /** Signs and codes before a number; codes of letters need a capital. `from`: only before numbers this large. */
  currencyBefore: PhraseTable<{ unit: string; from?: number }>;
  units: PhraseTable<Unit>;
  /** Case matters and no space is needed: "W", "GB". */
  symbols: ReadonlyMap<string, Unit>;
  /** "old", "olds": a duration before them is an age. "aged", "age of": so is a number behind them. */
  old: ReadonlySet<string>;
  ageBefore: PhraseTable<true>;

  // --- nouns
  /** Singular of a plural noun, or null where the word is none. */
  singular(word: string): string | null;
  /** Where a noun phrase ends: function words and common verbs. */
  stops: ReadonlySet<string>;
  /** Determiners and possessives after "of": "26 of its allies". */
  determiners: ReadonlySet<string>;
  /** Plurals that go before another noun: "two arms makers". */
  attributive: ReadonlySet<string>;
  /** Nouns made of participles; behind another noun they say what became of it: "12 people dead". */
  participles: ReadonlySet<string>;
  /** What the size of one thing is told of: "a 30,000-strong reassurance force". */
  bodies: ReadonlySet<string>;
  /** "heads of state": head → what belongs to it. */
  ofNouns: ReadonlyMap<string, PhraseTable<string>>;
  /** "them", "us": after "of" they close the phrase. */
  pronouns: ReadonlySet<string>;

  // --- what is no quantity
  months: ReadonlySet<string>;
  monthsCapital: boolean;
  /** Before a month that stands alone: "in May 26 countries …". */
  monthAlone: ReadonlySet<string>;
  /** a.m., GMT, o'clock. */
  clock: PhraseTable<true>;
  /** Before "14.30": at. */
  clockAfter: ReadonlySet<string>;
  /** "Half past three": between the part of an hour and the hour … */
  past: ReadonlySet<string>;
  /** … and the parts. */
  pastBefore: ReadonlySet<string>;
  /** Before a bare year: in, since, until, AD. */
  yearBefore: ReadonlySet<string>;
  /** Nouns so often counted that a four-digit number before them is no year. */
  peopleNouns: ReadonlySet<string>;
  /** What a number labels rather than counts: Article 5, Room 101, No 10. Capitalised, or lower case where `low`. */
  labels: ReadonlyMap<string, { low: boolean; verb?: boolean }>;
  /** Before a bare number they make it a rank: "the top three". */
  ranks: ReadonlySet<string>;
  /** Behind them a label is a verb: "would number 20". */
  auxiliaries: ReadonlySet<string>;
  /** Names that end in a number even before a plural: Fortune 500, Nasdaq 100. */
  numberedNames: PhraseTable<true>;
  /** Numbers that are names of models when a capital follows: 737 Max. */
  models: ReadonlySet<number>;
  /** Words that may precede a capitalised place at whose side a number still counts: "in Illinois 300 people". */
  places: ReadonlySet<string>;
  /** Capitalised but no part of a name: weekdays, "president". */
  neverNames: ReadonlySet<string>;
  /** Small words that headlines in capitals leave small, beyond those of two letters. */
  headlineSmall: ReadonlySet<string>;
  /** Units beside which the word for one is still a pronoun: "one day". */
  idleUnits: ReadonlySet<string>;
  streets: ReadonlySet<string>;
  /** After two numbers with a hyphen, a match or a vote: win, lead. */
  contests: ReadonlySet<string>;
  /** "5 min read", "1,204 comments"; "Published 3 hours ago". */
  furnitureAfter: ReadonlySet<string>;
  /** Always furniture where no sentence leads up to it. */
  furnitureNouns: ReadonlySet<string>;
  furnitureAlone: ReadonlySet<string>;
  furnitureBefore: ReadonlySet<string>;
}
