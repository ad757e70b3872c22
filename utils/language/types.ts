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
}

// ---------------------------------------------------------------------------------------------------------------------
// What a pack tells the language code. The pack's Zod schemas (corpus/schema) infer types that fit these.

export interface AliasRule {
  text: string;
  /** Counts only where the text has already shown who is meant (the full name, the role's country, an anchor nearby). */
  needsContext?: boolean;
  /** A common name or word ("Martin", "Dan"): counts only with the full name on the page or the title before it. */
  onlyWithName?: boolean;
}

export interface RoleRule {
  title: string;
  from?: string | null;
  to?: string | null;
  /** Phrases that mean whoever holds it on the page's date: "the French president". */
  phrases?: string[];
}

export interface EventRule {
  from: string;
  to: string;
  /** Entity ids or plain words for the place: "paris", "virtual". */
  places: string[];
  /** Words that name this kind of meeting: "summit", "chiefs of staff", "defence ministers". */
  cues: string[];
  /** Meant only where a cue is near: a meeting of another body, or beside the topic's own. */
  needsCue?: boolean;
}

export interface EntityRule {
  id: string;
  kind: 'person' | 'country' | 'organisation' | 'coalition' | 'force' | 'agreement' | 'event';
  name: string;
  aliases: AliasRule[];
  roles?: RoleRule[];
  /** The country that a person acts for. */
  country?: string | null;
  /** Names the topic: a page that holds one is on it. */
  anchor?: boolean;
  /** Words beside a match that show another bearer of the name ("Pharma" after Merz, "Christopher" before Meloni). */
  antiCues?: string[];
  /** Words anywhere near that show another bearer: "Iraq" for the coalition, "ivory" for Tusk. */
  rivalCues?: string[];
  /** A name that others bear too counts only with one of these on the page, nearer than any rival cue. */
  contextCues?: string[];
  /** Weaker signs: enough where nothing speaks for a rival and one of the pack's people is named. */
  supportCues?: string[];
  /** Did not exist before this day. */
  since?: string | null;
  event?: EventRule;
}

/** What puts a page on a pack's topic (the manifest's `topic`): one phrase of each list of `all`, close together. */
export interface TopicGroup {
  all: string[][];
  /** Phrases that show another subject where they stand nearer, or more often, than those of `all`. */
  rivals?: string[];
}

interface MeasureBase {
  id: string;
  label: string;
  /** Phrases that exclude the measure where they stand in the figure's clause. */
  antiCues: string[];
  temporal: 'event' | 'evolving';
  /** For evolving measures: claims this many days around the page's date are compared. */
  windowDays?: number;
  /** Scope keys without which nothing is comparable ("event", "country"). */
  requires: ('event' | 'country' | 'period')[];
  /** Other measures that count the same thing in other words. */
  sameAs: string[];
  confusedWith: string[];
}

/** Selects a measure where every group of cues has a hit within reach of the figure; near hits count more. */
export interface CueRule {
  /** A group may ask for a side: "out of" selects the number that follows it; `adjacent`: right beside. */
  all: (string[] | { cues: string[]; side: 'before' | 'after'; adjacent?: boolean })[];
  /** How far from the figure the cues may stand. */
  reach: 'clause' | 'sentence' | 'paragraph';
  /** Against other measures' rules; 1 where not given. */
  weight?: number;
  /** Only for figures in one of these units of the measure. */
  units?: string[];
  /** Only where the country stands inside the figure: "several thousand French soldiers". */
  countryInside?: boolean;
  /** Only for the whole that a part is taken from: the 35 of "26 of the 35". */
  whole?: boolean;
}

/** A measure whose values are numbers. */
export interface FigureMeasureRule extends MeasureBase {
  kind: 'figure';
  /** Unit of the claims → lemmas of nouns that carry it: `{ countries: ["country", "nation"], leaders: ["leader"] }`. */
  units: Record<string, string[]>;
  /** Any of these selects the measure. */
  select: CueRule[];
  /** Phrases that exclude the measure anywhere in the figure's sentence. */
  antiSentence?: string[];
  /** Low and high that a bare number (no noun) must lie between to be taken for this measure. */
  plausible?: [number, number];
  /** Scope keys that rule the measure out: a figure of one country is not the whole force's. */
  excludes?: 'country'[];
  /** The measure that a figure of several countries together belongs to, where this one asks for one. */
  ifSeveral?: string;
  /** Where the event takes place there, the figure belongs to another measure: at a video call, all are remote. */
  atPlace?: { place: string; measure: string };
  /** Counts a part of a group: never the 30 of "24 of the 30". */
  part?: boolean;
  /** Counts a whole: never "24 of the 30". */
  total?: boolean;
  /** Its cues carry the topic themselves: given also on pages that are not marked. */
  standsAlone?: boolean;
  /** Countries that are no contributors in this measure: where the troops go, whom they face. */
  notCountries?: string[];
  /** Words inside a figure that narrow it to a group → the group's name in scopes: "six European leaders". */
  groups?: { group: string; cues: string[] }[];
  /** Words for a period → the period's name in scopes, for measures that require one. */
  periods?: { period: string; label: string; cues: string[] }[];
  /** What is counted lies ahead (a pledge): "would send" is how it is reported, no plan. */
  aboutFuture?: boolean;
  /** Numbers name things (the 19th package): never in conflict. */
  identifies?: boolean;
  ordinal?: boolean;
}

/** A measure whose values are categories: how somebody took part, who signed, when it began. */
export interface FactMeasureRule extends MeasureBase {
  kind: 'fact';
  /** The entity the fact is about, where it is about one ("donald-trump"). */
  subject?: string;
  /** `within` is the wider value it fits: video ⊂ call ⊂ remote. */
  values: { value: string; cues: string[]; within?: string }[];
  /** The value is a set of entities (signatories), read from lists beside these phrases. */
  set?: boolean;
  list?: { members: 'country' | 'person'; least: number; before: string[]; after: string[] };
  /** The value is a date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date?: boolean;
  /** One rule for every person; the id of the measure is made of the name: `{surname}-participation-mode`. */
  perSubject?: string;
  /** This rule is another one's, for its `subject`: `participation-mode`. */
  variantOf?: string;
  /** Different values may be true together: they never conflict. */
  coexist?: boolean;
  /** What it says lies ahead anyway ("will be decided in the coming days"): that is no plan of the thing itself. */
  aboutFuture?: boolean;
  /** Classes of phrases that cues may name with `{class}`. */
  words?: Record<string, string[]>;
  /** Patterns (statements/patterns.ts) that must stand in the sentence ("meeting", "summit", "joined"). */
  cues: string[];
}

/** The measure of positions: one for all countries; the country is the scope. */
export interface StanceMeasureRule extends MeasureBase {
  kind: 'stance';
  /**
   * Positions from yes to no, each with the patterns that state it: `cues` behind the country ("will not send troops"), `own`
   * from the noun that the country owns ("[Polish] soldiers will not be going"), `ownDenied` the same where a denial stands
   * before the owner ("no [Polish] boots on the ground"), `short` the answers to a question of the sentence before ("as
   * peacekeepers, perhaps"). The missions' first is a place, the others are tasks.
   */
  values: { value: string; cues: string[]; own?: string[]; ownDenied?: string[]; short?: string[] }[];
  missions: { mission: string; cues: string[] }[];
  /** Patterns one of which must stand near: what makes a page's troops these troops. */
  cues: string[];
  /** Patterns one of which must stand in the sentence: what is sent or withheld. */
  objects: string[];
  /** Classes of phrases that patterns may name with `{class}`. */
  words?: Record<string, string[]>;
  /** Countries whose position this is not: where the troops go, whom they face. */
  notSubjects?: string[];
}

export type MeasureRule = FigureMeasureRule | FactMeasureRule | StanceMeasureRule;

// ---------------------------------------------------------------------------------------------------------------------

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
