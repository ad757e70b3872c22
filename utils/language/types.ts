/**
 * The words that the language code shares. Strings in, values out: nothing here knows a DOM, a browser or a database.
 * All offsets are UTF-16 code units, end exclusive, into the text of one block.
 */

export interface Span {
  start: number;
  end: number;
}

/** A stretch of running text: a paragraph, heading, list item, table cell or caption. `section` counts headings. */
export interface Block {
  id: number;
  text: string;
  kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'caption' | 'quote';
  section: number;
}

/** A span in a block. */
export interface Place extends Span {
  block: number;
}

/** As printed: exactly, about, more than, at least, fewer than, at most (design: figures.md, "bound"). */
export type Bound = '=' | '~' | '>' | '>=' | '<' | '<=';

/** `null` is an open end. */
export interface Interval {
  low: number | null;
  high: number | null;
}

/** The noun that a number counts: "troops" in "10,000 British troops". */
export interface CountedNoun extends Span {
  /** Singular, lower case: "troop", "country", "head of state". */
  lemma: string;
  /** The whole phrase from the first modifier to the head: "British troops". */
  phrase: string;
}

export type QuantityKind =
  | 'cardinal'
  | 'ordinal'
  | 'money'
  | 'percent'
  | 'fraction'
  | 'duration'
  | 'age'
  | 'measurement';

/** A quantity as printed, normalised. */
export interface Quantity extends Span {
  /** `text.slice(start, end)`: the number with its hedge and the noun it counts. */
  surface: string;
  /** The number with its hedge, without the noun. */
  core: Span;
  kind: QuantityKind;
  /** The number itself wherever there is one, hedged or not; absent for ranges and vague amounts. */
  value?: number;
  bound: Bound;
  /** What the words allow. */
  hard: Interval;
  /** What the words suggest. */
  soft: Interval;
  /** Half a unit of the last printed digit, for agreement at the precision of the coarser; 0 for exact counts. */
  precision: number;
  /** Currency code, "percent", a unit of measurement ("kilometre"), a time unit ("year"); null for a plain count. */
  unit: string | null;
  noun: CountedNoun | null;
  /** "26 of the 35 states": on the 26, the span of the 35. */
  partOf?: Span;
}

/** A quantity and the block it stands in. */
export interface PlacedQuantity extends Quantity {
  block: number;
}

export interface Mention extends Place {
  entity: string;
  surface: string;
}

/** One sentence and its clauses; clauses cover the sentence without gaps, in order. */
export interface Sentence extends Place {
  clauses: Span[];
  /** Ends in a question mark. */
  question: boolean;
}

/** A day, or a stretch of days: both ends inclusive, ISO `YYYY-MM-DD`. */
export interface DateRange {
  from: string;
  to: string;
}

export interface DateMention extends Place {
  range: DateRange;
  /** The sentence looks ahead ("will meet on Thursday"). */
  future: boolean;
  /** One end of a stretch: "since March", "until Friday". */
  open?: 'since' | 'until';
}

export type Modality = 'reported' | 'expected' | 'proposed' | 'draft';

/** Who said it: an entity of the pack where the name is known, else the words of the page. */
export interface Speaker extends Span {
  entity: string | null;
  text: string;
  /** The block that the span is in, where the speaker is named in another one than the words ("he said"). */
  block?: number;
}

/** An event that a stretch of text speaks of: one of the pack's, or `other` (a meeting that the pack does not know). */
export interface EventReference {
  event: string | null;
  /** How it was found: named, dated, placed, or taken from the page's date. */
  basis: 'name' | 'date' | 'page-date' | 'default';
  /** The words that gave the event, or those of a meeting that is none of the pack's; absent where only the page's date speaks. */
  cue?: string;
}

/** What the language code knows of a page before figures, facts and stances are classified. */
export interface Reading {
  blocks: Block[];
  sentences: Sentence[];
  mentions: Mention[];
  quantities: PlacedQuantity[];
  dates: DateMention[];
  pageDate: DateRange | null;
}

/** A fact or stance as read on a page. */
export interface Statement extends Place {
  kind: 'fact' | 'stance';
  surface: string;
  /** For stances the measure is "stance"; the country is in the scope. */
  measure: string;
  scope: Record<string, string>;
  /** A value of the measure; for sets, entity ids joined by "," in alphabetical order. */
  value: string;
  /** The person that a measure made of a name is about. */
  subject?: string;
  /** A set that the page calls whole: "only France and Britain signed". */
  only?: boolean;
  mission?: string;
  /** A stance that a named office-holder of the country states: beats a report about the country. */
  officeHolder?: boolean;
  speaker?: Speaker;
  asOf?: string;
  modality: Modality;
  /** Why, for `--explain`. */
  because: string[];
}
