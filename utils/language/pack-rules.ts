/**
 * What a pack tells the language code: entities, the topic, measures. The pack's Zod schemas (corpus/schema) infer types that
 * fit these.
 */

export interface AliasRule {
  text: string;
  /** Counts only where the text has already shown who is meant (the full name, the role's country, an anchor nearby). */
  needsContext?: boolean;
  /** A common name or word ("Martin", "Dan"): counts only with the full name on the page or the title before it. */
  onlyWithName?: boolean;
  /** Borne by nobody else since the entity began: counts without a context cue where no rival cue is on the page. */
  distinct?: boolean;
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
  /** Where the page names people of so many of the pack's countries, the phrases may stand anywhere on it. */
  people?: number;
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
  /**
   * A group may ask for a side: "out of" selects the number that follows it; `adjacent`: right beside; `touching`: nothing but
   * a comma, dash or bracket between, as in an apposition; `about`: what all of it is about, whatever figure stands between.
   */
  all: (
    | string[]
    | { cues: string[]; side?: 'before' | 'after'; adjacent?: boolean; touching?: boolean; about?: boolean }
  )[];
  /** How far from the figure the cues may stand; `paragraphs`: a short paragraph right before the figure's too. */
  reach: 'clause' | 'sentence' | 'paragraph' | 'paragraphs';
  /** Against other measures' rules; 1 where not given. */
  weight?: number;
  /** Only for figures in one of these units of the measure. */
  units?: string[];
  /** Only where the country stands inside the figure: "several thousand French soldiers". */
  countryInside?: boolean;
  /** For figures whose country stands in a sentence before only; the other rules are not for those. */
  countryBefore?: boolean;
  /** Also where a country stands before the figure, which the measure excludes otherwise: "Britain … as part of a combined force of 64,000". */
  evenOwned?: boolean;
  /** Only for the whole that a part is taken from: the 35 of "26 of the 35". */
  whole?: boolean;
  /** Only for a part of what is told beside it: the eight of "35 countries, of whom eight …". */
  part?: boolean;
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
  /** Beside a larger figure of `measure` in its sentence it counts `becomes`: "ten leaders came to Paris and 28 dialled in". */
  beside?: { measure: string; becomes: string };
  /** A part that such words stand right behind is a count of its own, in this unit: "of the 35, 27 were represented by heads of state". */
  levels?: { cues: string[]; unit: string };
  /** Counts a part of a group: never the 30 of "24 of the 30". */
  part?: boolean;
  /** Counts a whole: never "24 of the 30". */
  total?: boolean;
  /** Its cues carry the topic themselves: given also on pages that are not marked. */
  standsAlone?: boolean;
  /** Several values of it are told in a row: "64,000, or even 25,000". A bare number beside one of them counts the same. */
  inSeries?: boolean;
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
  /** Sets of persons that say the same of each of them: who is listed as in the room was there in person. */
  inSets?: { measure: string; value: string }[];
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
